"""What the keys of other tools mean in our front matter, and what their values do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.aliases import normalise_alias
from generator.articles.ledger import Fate
from generator.ingest.authored.foreign_keys import Entry, interpret
from generator.ingest.findings import Settings
from tests.ingest.formats import Read
from tests.ingest.formats import read as read_file


def read(text: str, **settings_: str) -> Read:
    return read_file(text, "example.md", settings=Settings(**settings_))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2012-03-04", "2012-03-04"),
        ("2012-03-04T23:59:59-11:00", "2012-03-04"),
        ("2012-3-4 10:00", "2012-03-04"),
        ("'2012'", "2012"),
        ("2012-03", "2012-03"),
        ("March 4, 2012", "2012-03-04"),
        ("Sun, 4 Mar 2012 10:00:00 +0000", "2012-03-04"),
        ("04/03/2012", "2012"),
        ("circa 1950", "1950~"),
        ("1950s", "195X"),
        ("1950-1953", "1950/1953"),
        ("1984?", "1984?"),
    ],
)
def test_dates_are_as_exact_as_they_are_written(written: str, date: str) -> None:
    result = read(f"---\ntitle: A\ndate: {written}\n---\nText.\n")
    assert str(result.meta.date) == date
    assert result.of("date")[2] == ("date",)


def test_a_numeric_date_is_read_as_the_settings_have_it() -> None:
    assert str(read("---\ndate: 04/03/2012\n---\nText.\n", numeric_dates="day-first").meta.date) == "2012-03-04"


def test_a_date_that_cannot_be_read_is_told_and_kept() -> None:
    result = read("---\ntitle: A\ndate: last Tuesday, or 2012\nupdated: soon\n---\nText.\n")
    assert (result.meta.date, result.meta.updated) == (None, None)
    assert result.meta.extra == {"date": "last Tuesday, or 2012", "updated": "soon"}
    assert [remark.partition(":")[0] for remark in result.remarks()] == ["3", "4"]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("url: https://e.example/a", "url", "https://e.example/a"),
        ("canonical_url: https://e.example/a", "url", "https://e.example/a"),
        ("url: /a/b/", "aliases", ("/a/b/",)),
        ("permalink: pretty", "extra", {"permalink": "pretty"}),
        ("permalink: /:year/:title/", "extra", {"permalink": "/:year/:title/"}),
        ("aliases: [/ok/, '../no']", "extra", {"aliases": ["/ok/", "../no"]}),
        ("redirect_from: //host/x", "extra", {"redirect_from": "//host/x"}),
        ("lang: de_AT", "language", "de-AT"),
        ("language: German", "language", "de"),
        ("language: the old one", "extra", {"language": "the old one"}),
        ("author: Doe, Jane", "author", ("Doe, Jane",)),
        ("author: Ada Example and Ben Sample", "author", ("Ada Example", "Ben Sample")),
        ("author: By Ada Example <ada@e.example>", "author", ("Ada Example",)),
        ("authors: [{name: Ada, url: x}, Ben]", "author", ("Ada", "Ben")),
        ("keywords: a, b c, A", "tags", ("a", "b c")),
        ("category: a b", "tags", ("a b",)),
        ("tags: [2012, x]", "tags", ("2012", "x")),
        ("published: false", "draft", True),
        ("status: hidden", "extra", {"status": "hidden"}),
        ("source: The Example Review", "publication", "The Example Review"),
        ("source: {a: b}", "extra", {"source": {"a": "b"}}),
        ("license: CC BY", "rights", "CC BY"),
        ("people: [Nobody Known]", "extra", {"people": ["Nobody Known"]}),
        ("title: no", "title", "no"),
    ],
)
def test_keys_of_other_tools(line: str, key: str, value: object) -> None:
    title = "" if line.startswith("title") else "title: A\n"
    result = read(f"---\n{title}{line}\n---\nText.\n")
    assert getattr(result.meta, key) == value
    assert result.of(line)[1] is Fate.LIFTED


def test_of_several_summaries_the_first_kind_is_taken_and_the_others_are_kept() -> None:
    result = read(
        "---\ntitle: A\nsubtitle: Below\ndescription: One\nexcerpt: Two\nsummary: ''\nteaser: One\n---\nText.\n"
    )
    assert result.meta.summary == "One"
    assert result.meta.extra == {"subtitle": "Below", "excerpt": "Two"}
    assert result.of("teaser")[2] == ("summary",)


paths = st.one_of(
    st.sampled_from(
        ("/", "/a/", "a.html", "/2012/03/a.html", "//x", "a//b", "../a", "/a/./b", "a%2fb/c", "%2e%2e/a", "/x" * 200)
    ),
    st.text(st.sampled_from("ab/.%:?#\\é 0\t"), max_size=12),
    st.text(max_size=20),
)


@given(paths)
def test_what_becomes_an_alias_is_one_that_the_archive_takes(path: str) -> None:
    (said,) = interpret([Entry("redirect_from", path)])
    for alias in said.values.get("aliases", ()):
        assert normalise_alias(alias) not in ("index.html", "")


@given(st.lists(paths, max_size=3))
def test_nothing_of_a_list_of_old_paths_is_lost(old: list[str]) -> None:
    (said,) = interpret([Entry("aliases", list(old))])
    if any(path.strip() for path in old):
        assert said.values.get("aliases") or said.values.get("extra.aliases")
