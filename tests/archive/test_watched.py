from __future__ import annotations

import dataclasses

import pytest

from generator.archive.marks import ABSENT, OF_ARTICLES, ArticleDigests, Marker, in_words
from generator.archive.values import Archive, Kind
from generator.archive.watched import Watch, watched
from generator.articles.article import Article
from generator.config import Config
from generator.problems import Problems
from tests.archive.builders import article, authorities, authority, link

PEOPLE = authorities(people=(authority("gates", "Robert Gates"), authority("rice", "Condoleezza Rice")))
ONE = article("one", "Robert Gates spoke.", date="2007-04-23", tags=("radar",))
TWO = article("two", "Condoleezza Rice answered Robert Gates.", date="2007-04-24", tags=("radar", "bases"))


def linked(*articles: Article) -> Archive:
    return link(Config(title="An Archive"), articles, (), {}, PEOPLE, Problems())


def digest(text: str) -> bytes:
    return text.encode().ljust(8, b"\0")[:8]


def marker(archive: Archive) -> Marker:
    """Texts and titles stand for their own digests."""
    by_slug = archive.by_slug
    return Marker(
        archive,
        lambda slug: digest(repr(hash(by_slug[slug].meta.title))),
        lambda slug: digest(repr(hash(by_slug[slug].text))),
        lambda slug: digest(slug),
    )


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def seen(watch: Watch) -> Archive:
    return watched(linked(ONE, TWO), watch)


def test_what_is_read_is_noted(watch: Watch, seen: Archive) -> None:
    assert seen.by_slug["one"].meta.title == "One"
    assert watch.read == {"meta:one"}
    watch.begin()
    assert seen.by_slug["two"].text.startswith("Condoleezza")
    assert seen.terms_of["one"][Kind.TAGS] == ("radar",)
    assert seen.links["one"].next == "two"
    assert watch.read == {"body:two", "terms of:one", "links:one"}
    watch.begin()
    assert [term.name for term in seen.terms[Kind.TAGS]] == ["bases", "radar"]
    assert seen.term_by_id[Kind.TAGS, "radar"].articles == ("one", "two")
    assert watch.read == {"terms:tags", "term:tags/bases", "term:tags/radar", "under:tags/radar"}
    watch.begin()
    assert [of.slug for of in seen.articles] == ["one", "two"]
    assert watch.read == {"order:"}


def test_what_is_looked_for_and_not_there_is_noted(watch: Watch, seen: Archive) -> None:
    assert seen.wiki_targets.get("no such") is None
    assert "no-such" not in seen.sources
    assert "no-such" not in seen.by_slug
    assert seen.term_by_id.get((Kind.TAGS, "no")) is None
    assert (Kind.TAGS, "radar") not in seen.feeds
    assert watch.read == {
        "wiki link:no such",
        "source:no-such",
        "article:no-such",
        "known term:tags/no",
        "feed:tags/radar",
    }


def test_a_part_of_which_nothing_special_is_known_is_noted_as_a_whole(watch: Watch, seen: Archive) -> None:
    assert seen.pages == ()
    assert seen.featured == ()
    assert watch.read == {"whole:pages", "whole:featured"}


def test_every_part_that_can_be_noted_has_a_mark_and_words(watch: Watch, seen: Archive) -> None:
    for name in (field.name for field in dataclasses.fields(Archive)):
        getattr(seen, name)
    for mapping in (seen.by_slug, seen.links, seen.terms_of, seen.sources, seen.wiki_targets, seen.image_sizes):
        assert "other" not in mapping
        assert list(mapping) == list(mapping)
    assert len(seen.term_by_id) == sum(len(seen.terms[kind]) for kind in seen.terms)
    for of in seen.articles:
        assert of.word_count == len(of.text.split())
        assert of.length == len(of.text) < len(of.html)
        assert of.wiki_links == ()
        assert of.year == 2007
        assert of.meta.title
    for term in seen.terms[Kind.PEOPLE]:
        assert term.articles
        assert term.name
    marks = marker(linked(ONE, TWO))
    for part in watch.read:
        assert len(marks.mark(part)) == 8
        assert in_words(part)


def test_a_mark_is_another_one_once_its_part_is() -> None:
    before, after = marker(linked(ONE, TWO)), marker(linked(ONE, article("two", "Nobody.", date="2007-04-24")))
    parts = [
        *("meta:one", "meta:two", "body:one", "body:two", "size:two", "terms of:one", "terms of:two", "order:"),
        *("under:tags/radar", "term:tags/radar", "known term:tags/bases", "terms:tags", "terms:people"),
    ]
    changed = {part for part in parts if before.mark(part) != after.mark(part)}
    assert changed == {
        *("body:two", "size:two", "terms of:two"),
        *("under:tags/radar", "known term:tags/bases", "terms:tags", "terms:people"),
    }
    assert after.mark("term:tags/bases") == ABSENT
    assert marker(linked(ONE)).mark("meta:two") == ABSENT


def digests(archive: Archive) -> ArticleDigests:
    by_slug = archive.by_slug
    return ArticleDigests.of(archive, lambda slug: f"{by_slug[slug].meta} {by_slug[slug].text}".encode())


EDITS = [
    ONE,
    dataclasses.replace(ONE, text="Robert Gates spoke twice.", html="<p>Robert Gates spoke twice.</p>"),
    article("one", "Robert Gates spoke.", date="2008-04-23", tags=("radar",)),
    article("one", "Robert Gates spoke.", date="2007-04-23", tags=("bases",)),
    article("one", "Nobody spoke.", date="2007-04-23", tags=("radar",)),
]


@pytest.mark.parametrize("edited", EDITS)
@pytest.mark.parametrize("others", [(TWO,), (), (TWO, article("three", "Robert Gates."))])
def test_the_marks_of_articles_that_are_the_same_are_those_of_before(
    edited: Article, others: tuple[Article, ...]
) -> None:
    before, after = linked(ONE, TWO), linked(edited, *others)
    parts = [f"{of}:{slug}" for of in sorted(OF_ARTICLES) for slug in ("one", "two", "three", "four")]
    told = marker(after)
    told.recall(parts, map(marker(before).mark, parts), digests(after).shared_with(digests(before)))
    assert {part: told.mark(part) for part in parts} == {part: marker(after).mark(part) for part in parts}


def test_articles_are_the_same_where_nothing_of_them_changed() -> None:
    three = article("three", "Of something else.", date="1990-01-01")
    before = digests(linked(ONE, TWO, three))
    assert before.shared_with(digests(linked(ONE, TWO, three))) == {"one", "two", "three"}
    edited = dataclasses.replace(TWO, text="Condoleezza Rice answered Robert Gates well.")
    assert before.shared_with(digests(linked(ONE, edited, three))) == {"one", "three"}
    assert before.shared_with(ArticleDigests()) == set()


def test_marks_that_are_recalled_are_not_made_again() -> None:
    told = marker(linked(ONE, TWO))
    told.recall(["meta:one", "meta:two", "order:"], [b"1", b"2", b"3"], {"one"})
    assert told.mark("meta:one") == b"1"
    assert told.mark("meta:two") != b"2"
    assert told.mark("order:") != b"3"


def test_articles_are_others_where_what_is_linked_is() -> None:
    archive = linked(ONE, TWO)
    tagged = dataclasses.replace(ONE, meta=article("one", "", tags=("bases",)).meta)
    for one, other in ((archive, linked(ONE)), (linked(ONE), linked(tagged))):
        assert "one" not in digests_of_links(one).shared_with(digests_of_links(other))
    assert digests_of_links(archive).shared_with(digests_of_links(linked(ONE, TWO))) == {"one", "two"}


def digests_of_links(archive: Archive) -> ArticleDigests:
    """As if nothing were known of the articles themselves."""
    return ArticleDigests.of(archive, lambda slug: b"")
