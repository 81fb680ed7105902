from __future__ import annotations

import dataclasses

import pytest

from generator.archive.link import link
from generator.archive.marks import ABSENT, Marker, in_words
from generator.archive.values import Archive, Kind
from generator.archive.watched import Watch, watched
from generator.articles.article import Article
from generator.config import Config
from generator.problems import Problems
from tests.archive.builders import article, authorities, authority

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
    assert seen.links["one"].terms[Kind.TAGS] == ("radar",)
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
    for mapping in (seen.by_slug, seen.links, seen.sources, seen.wiki_targets, seen.image_sizes):
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
