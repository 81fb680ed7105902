"""An index that is amended after an edit is the one that a clean build makes, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.archive.values import Archive, Kind
from generator.errors import BackfileError
from generator.output_file import KeptFile, OutputFile
from generator.search import article_files, index, shards, text_code
from generator.search.record import Former, SearchMemory
from generator.search.studies import study
from tests.search.sites import NEWS, NEWS_TERMS, OfArchive, a_search, archive, article, news, own_digest

Files = Mapping[str, bytes]


def nothing(path: str) -> bytes | None:
    """A site that has no files."""
    return None


def unknown(path: str) -> tuple[bytes, bytes] | None:
    """Of no article it is known what it was."""
    return None


def built(
    of: Archive, former: Former | None = None, old: Files | None = None, **given: Any
) -> tuple[dict[str, bytes], bytes, set[str]]:
    """The files, the record, and the paths of the files that were kept."""
    files: dict[str, bytes] = {}
    kept: set[str] = set()
    memory = SearchMemory(former)
    for file in a_search(of, memory=memory, **given):
        assert file.path not in files
        if isinstance(file, KeptFile):
            kept.add(file.path)
        files[file.path] = file.data if isinstance(file, OutputFile) else (old or {})[file.path]
    return files, memory.record, kept


def without_texts(of: Archive) -> bytes:
    """All that is in an archive but texts."""
    articles = [(one.page, one.meta, of.terms_of[one.slug]) for one in of.articles]
    return repr((articles, of.terms)).encode()


def amended(
    of: Archive, old: Files, record: bytes, before: Archive | None = None
) -> tuple[dict[str, bytes], bytes, set[str]]:
    """The same after another build; checks that a clean build has no other outcome.

    Of the articles of `before`, the archive then, it is known what was made of them.
    """
    known = {one.path: one for one in before.articles} if before else {}

    def study_of(path: str) -> tuple[bytes, bytes] | None:
        return (own_digest(known[path]), study(known[path], of.config.language)) if path in known else None

    files, after, kept = built(of, Former(record, old.get, study_of), old, without_texts=without_texts(of))
    clean_files, clean_record, _ = built(of, without_texts=without_texts(of))
    assert files == clean_files
    assert after == clean_record
    return files, after, kept


WORDS = (
    "run runs running Putin's U.S. us use using used Prague don’t pre-emptive 1,000 boraBora-bora-bora é 中国年 ﬁx the "
    "𐐨𐐩 \ufa0e"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
LANGUAGES = st.sampled_from(["", "de", "ru"])


@dataclass(slots=True)
class Edition:
    """An archive that is edited."""

    articles: dict[str, dict[str, str]] = field(default_factory=dict)
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By slug the names of people."""

    def archive(self) -> Archive:
        terms = {
            slug: {Kind.PEOPLE: {f"p-{name.lower()}": name for name in names if name}}
            for slug, names in self.people.items()
            if slug in self.articles
        }
        return archive(*(article(slug, **said) for slug, said in self.articles.items()), terms=terms)


SAID = st.fixed_dictionaries(
    {
        "text": TEXTS,
        "title": TEXTS,
        "summary": TEXTS,
        "language": LANGUAGES,
        "withdrawn": st.sampled_from(["", "", "x"]),
    }
)
SLUGS = st.integers(0, 30).map("a-{}".format)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), SLUGS, SAID),
        st.tuples(st.just("delete"), SLUGS, st.none()),
        st.tuples(st.just("add word"), SLUGS, st.sampled_from(WORDS)),
        st.tuples(st.just("last word"), SLUGS, st.sampled_from(WORDS)),
        st.tuples(st.just("people"), SLUGS, st.lists(st.sampled_from(WORDS), max_size=2)),
    ),
    max_size=4,
)


def edit(edition: Edition, what: str, slug: str, how: Any) -> None:
    if what == "write":
        edition.articles[slug] = how
    elif what == "delete":
        edition.articles.pop(slug, None)
    elif what == "people":
        edition.people[slug] = tuple(how)
    elif slug in edition.articles:
        said = edition.articles[slug]
        text = said["text"] if what == "add word" else said["text"].rpartition(" ")[0]
        edition.articles[slug] = said | {"text": f"{text} {how}"}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(first=st.dictionaries(SLUGS, SAID, max_size=14), builds=st.lists(EDITS, min_size=1, max_size=4))
def test_any_edits(monkeypatch: pytest.MonkeyPatch, first: dict[str, dict[str, str]], builds: list[list[Any]]) -> None:
    monkeypatch.setattr(shards, "_SHARD", 12)
    monkeypatch.setattr(shards, "_PLACES", 3)
    monkeypatch.setattr(article_files, "_LEAST_LETTERS", 3)
    # So some terms carry the lengths of bodies, and the bound moves.
    monkeypatch.setattr(shards, "ONE_LIST", 4)
    monkeypatch.setattr(shards, "_FREQUENT", 2)
    # So there are common words, of some of the articles, and others after some edits.
    monkeypatch.setattr(text_code, "_LEAST", 3)
    monkeypatch.setattr(text_code, "_SAMPLE", 4)
    monkeypatch.setattr(text_code, "_PARTS", 2)
    edition = Edition(dict(first))
    files, record, _ = built(edition.archive())
    for edits in builds:
        before = edition.archive()
        for each in edits:
            edit(edition, *each)
        after = edition.archive()
        amended(after, files, record)
        files, record, _ = amended(after, files, record, before)


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "_SHARD", 40)
    monkeypatch.setattr(shards, "_PLACES", 2)


def shard_paths(files: Files, folder: str) -> set[str]:
    return {path for path in files if path.startswith(f"search/{folder}/")}


@pytest.mark.usefixtures("small_shards")
def test_what_an_edit_has_nothing_to_do_with_is_kept() -> None:
    files, record, kept = built(news())
    assert kept == set()
    edited = archive(*NEWS[:5], replace(NEWS[5], text="Zebra"), *NEWS[6:], terms=NEWS_TERMS)
    after, record, kept = amended(edited, files, record)
    assert len(shard_paths(after, "text") - kept) == 1
    assert shard_paths(after, "terms") & kept
    assert shard_paths(after, "places") & kept
    again, _, kept = amended(edited, after, record)
    assert again == after
    assert kept >= shard_paths(after, "terms") | shard_paths(after, "places") | shard_paths(after, "text")


@pytest.mark.usefixtures("small_shards")
def test_a_word_that_stands_for_another_changes_the_shards_of_both_alone() -> None:
    files, record, _ = built(news())
    _, _, rest = NEWS[5].text.partition(" ")
    edited = archive(*NEWS[:5], replace(NEWS[5], text=f"Zebra {rest}"), *NEWS[6:], terms=NEWS_TERMS)
    read: list[str] = []

    def noted(path: str) -> bytes | None:
        read.append(path)
        return files[path]

    built(edited, Former(record, noted, unknown), files)
    every = {path for path in read if path.startswith("search/places/")}
    read.clear()
    known = {one.path: (own_digest(one), study(one, "en")) for one in NEWS}
    after, _, kept = built(edited, Former(record, noted, known.get), files)
    assert after == built(edited)[0]
    assert len({path for path in read if path.startswith("search/places/")}) <= 2 < len(every)
    assert shard_paths(files, "places") - kept == {path for path in read if path.startswith("search/places/")}


def test_what_is_made_of_no_text_is_kept_while_nothing_else_changes() -> None:
    files, record, _ = built(news(), without_texts=without_texts(news()))
    fixed = shard_paths(files, "columns") | shard_paths(files, "names")
    edited = archive(*NEWS[:5], replace(NEWS[5], text="Zebra"), *NEWS[6:], terms=NEWS_TERMS)
    after, record, kept = amended(edited, files, record)
    assert fixed <= kept
    named = archive(*NEWS[:5], replace(NEWS[5], text="Zebra"), *NEWS[6:], terms={})
    _, _, kept = amended(named, after, record)
    assert not fixed & kept


@pytest.mark.usefixtures("small_shards")
def test_a_new_article_gives_the_others_other_numbers() -> None:
    files, record, _ = built(news())
    more = archive(*NEWS, article("a-first-one", "Radar and vote."), terms=NEWS_TERMS)
    after, record, kept = amended(more, files, record)
    assert len(shard_paths(after, "text") - kept) == 1
    fewer, _, kept = amended(news(), after, record)
    assert fewer == files
    assert shard_paths(fewer, "text") <= kept


@pytest.mark.usefixtures("small_shards")
def test_a_name_that_changes_in_the_archive_alone_is_found() -> None:
    files, record, _ = built(news())
    terms = NEWS_TERMS | {"radar-offer": {Kind.PEOPLE: {"peter-keisler": "Peter D. Keisler"}}}
    after, _, kept = amended(archive(*NEWS, terms=terms), files, record)
    assert shard_paths(after, "text") <= kept
    assert shard_paths(after, "terms") - kept


def test_where_much_has_changed_the_index_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    files, record, _ = built(news())
    monkeypatch.setattr(index, "_FEW", 1)
    edited = [replace(each, text=f"{each.text} more") for each in NEWS]

    def unread(path: str) -> bytes | None:
        raise AssertionError(path)

    after, _, _ = built(archive(*edited), Former(record, unread, unknown), files)
    assert after == built(archive(*edited))[0]


def test_a_record_that_is_none_is_as_good_as_none() -> None:
    for record in (b"", b"?", b"\x90"):
        assert built(news(), Former(record, nothing, unknown))[0] == built(news())[0]


def test_a_file_that_was_taken_away_is_told() -> None:
    files, record, _ = built(news())
    edited = replace(NEWS[1], text="Another text.")
    with pytest.raises(BackfileError, match="was taken away"):
        built(archive(NEWS[0], edited, *NEWS[2:]), Former(record, nothing, unknown), files)


def test_studies_are_used_and_texts_that_are_known_are_not_asked_for() -> None:
    of = news()
    files, record, _ = built(of)
    asked: list[str] = []

    class Asked(OfArchive):
        def study(self, path: str) -> bytes:
            asked.append(path)
            return super().study(path)

        def text(self, path: str) -> str:
            asked.append(path)
            return super().text(path)

    edited = replace(NEWS[1], text="Another text.")
    changed = archive(NEWS[0], edited, *NEWS[2:], terms=NEWS_TERMS)
    texts = Asked({each.path: each for each in changed.articles}, "en")
    built(changed, Former(record, files.get, unknown), files, texts=texts, own=own_digest)
    assert asked == [edited.path] * 2
    unread = archive(*(replace(each, text="") for each in of.articles), terms=NEWS_TERMS)
    assert built(unread, texts=OfArchive.of(of), own=lambda one: own_digest(of.by_slug[one.slug]))[0] == {
        **files,
        "search/index.json": built(unread)[0]["search/index.json"],
    }
