"""Whole sites in other languages: each word marked as what it is, and pages that run from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.archive.values import Edition, Kind
from generator.articles.article import Page
from generator.articles.front_matter import FrontMatter
from generator.articles.ledger import Fate, Role
from generator.config import Config
from generator.output_file import Notice, OutputFile
from generator.render.words import catalogue
from generator.render.words.catalogue import ENGLISH, GERMAN, Words
from tests.render.archives import BLANK, a_site, a_source, an_archive, an_article, whole
from tests.render.parsed import Parsed

_NOTHING_INSIDE = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Marked(HTMLParser):
    """The texts of a page with the language and the direction that their elements say they have."""

    def __init__(self, page: OutputFile) -> None:
        super().__init__()
        self.texts: list[tuple[str, str, str]] = []
        self._around: list[tuple[str, str, str]] = [("", "", "ltr")]
        self.feed(page.data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        _, language, direction = self._around[-1]
        language, direction = given.get("lang") or language, given.get("dir") or direction
        told = (given.get("aria-label"), given.get("placeholder"))
        self.texts += [(text, language, direction) for text in told if text]
        if tag not in _NOTHING_INSIDE:
            self._around.append((tag, language, direction))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One of the picture's."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in _NOTHING_INSIDE:
            assert self._around.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tag, language, direction = self._around[-1]
        if data.strip() and tag not in ("script", "title"):
            self.texts.append((" ".join(data.split()), language, direction))


def _site(language: str, articles_in: str) -> dict[str, OutputFile]:
    """A site with every kind of page; the articles and the settings are in their own languages."""
    lines = (
        whole("Menu", Role.NAVIGATION, Fate.SET_ASIDE, "button"),
        BLANK,
        whole("Eins", Role.TITLE, Fate.LIFTED, "title", "title"),
        whole("Ein Text.", Role.BODY, Fate.KEPT, "text"),
    )
    named: dict[str, Any] = {
        "people": ("A. Doe",),
        "places": ("Praha",),
        "organizations": ("OSN",),
        "tags": ("radar",),
        "author": ("B. Roe",),
    }
    articles = [
        an_article(
            "Eins", date="2007-04-23", language=articles_in, publication="Blatt", imported="2026-11-21", **named
        ),
        an_article("Zwei", date="2007-04~", language=articles_in, publication="Blatt", rights="Eigene Rechte", **named),
        an_article("Drei", date="2010", language=articles_in, **named),
        an_article("Vier", language=articles_in, withdrawn="Auf Wunsch.", **named),
    ]
    config = Config(
        title="Das Haus",
        description="Was darin ist.",
        language=language,
        author="Der Verein",
        rights="Rechte des Hauses",
        notice="Ein Wort an alle.",
        url="https://example.org/",
        per_page=2,
    )
    archive = an_archive(
        *articles,
        config=config,
        pages=[Page("regeln", "content/pages/regeln.md", "Regeln", "<p>Eine Regel.</p>", "Eine Regel.")],
        sources={"eins": a_source(*lines, edited=True)},
        editions={"eins": (Edition("zwei", 0.5),), "zwei": (Edition("eins", 0.5),)},
        backlinks={"eins": ("zwei",)},
        aliases={"alt.html": "articles/eins.html"},
    )
    return a_site(archive, [Notice("lunr.js", "2", "MIT", "https://example.org/lunr", "The text.", ("a.js",))])


def _pages(site: Mapping[str, OutputFile]) -> Iterator[tuple[str, Marked]]:
    return ((path, Marked(file)) for path, file in site.items() if path.endswith(".html"))


def _plain_texts(words: Words) -> set[str]:
    """The texts of a catalogue that stand in pages as they are: without gaps, and with a word in them."""
    forms = [form for text in words.texts.values() for form in ((text,) if isinstance(text, str) else text)]
    return {form for form in forms if "{" not in form and re.search(r"[^\W\d_]{3}", form)}


OWN = ("Das Haus", "Was darin ist.", "Rechte des Hauses", "Ein Wort an alle.", "Regeln", "Eine Regel.")
"""What the archive's settings and free pages say."""


def test_every_word_is_marked_with_its_language_where_there_is_no_catalogue_for_the_archives() -> None:
    interface = _plain_texts(ENGLISH) - set(OWN)
    seen = set()
    for path, page in _pages(_site("fr", "cs")):
        for text, language, _ in page.texts:
            if text in interface:
                assert language == "en", (path, text)
                seen.add(text)
            # A citation is in English whatever it cites.
            if text in OWN and not path.startswith("articles/"):
                assert language == "fr", (path, text)
    assert len(seen) > 60


@pytest.mark.parametrize("words", [GERMAN, catalogue.RUSSIAN], ids=lambda words: words.language)
def test_no_english_word_is_in_an_interface_of_another_language(words: Words) -> None:
    # The keys of articles' files are told as they are written there.
    english = _plain_texts(ENGLISH) - _plain_texts(words) - set(FrontMatter.__struct_fields__)
    seen = set()
    for path, page in _pages(_site(words.language, "cs")):
        for text, language, _ in page.texts:
            assert text not in english or language == "en", (path, text)
            seen.add(text)
    assert len(seen & _plain_texts(words)) > 60


def test_an_article_from_right_to_left_in_an_archive_from_left_to_right() -> None:
    site = _site("en", "ar")
    page = Parsed(site["articles/eins.html"])
    assert (page.one("html")["lang"], page.one("html")["dir"]) == ("ar", "rtl")
    assert page.one("article", "article")["dir"] == "rtl"
    # The site's own parts run as its language does, so that nothing of them is turned round.
    for name, class_ in (("header", "site-header"), ("aside", "margin"), ("div", "after"), ("footer", "site-footer")):
        assert (page.one(name, class_)["lang"], page.one(name, class_)["dir"]) == ("en", "ltr")
    neighbour = page.one("a", rel="next")
    assert (neighbour.text, neighbour["lang"], neighbour["dir"]) == ("Zwei", "ar", "rtl")
    assert all(citation["dir"] == "ltr" for citation in page.all("p", "citation-text"))
    for path in ("index.html", "articles/index.html", "timeline.html", "people/a-doe.html", "tags/radar.html"):
        titles = {(language, direction) for text, language, direction in Marked(site[path]).texts if text == "Eins"}
        assert titles == {("ar", "rtl")}, path
        assert "dir" not in Parsed(site[path]).one("html").attributes


@pytest.mark.parametrize("language", ["ar", "he", "fa-IR"])
def test_an_archive_from_right_to_left_without_a_catalogue(language: str) -> None:
    site = _site(language, language)
    for path, page in _pages(site):
        for text, marked, direction in page.texts:
            if text in _plain_texts(ENGLISH):
                assert marked == "en", (path, text)
            if text in OWN and not path.startswith("articles/"):
                assert (marked, direction) == (language, "rtl"), (path, text)
    assert Parsed(site["regeln.html"]).one("html")["dir"] == "rtl"
    assert "dir" not in Parsed(site["index.html"]).one("html").attributes


def test_an_interface_from_right_to_left_has_its_arrows_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalogue._BY_LANGUAGE, "he", replace(ENGLISH, language="he"))
    site = _site("he", "en")
    assert Parsed(site["index.html"]).one("html")["dir"] == "rtl"
    pager = Parsed(site["articles/index.html"]).one("a", "pager-step")
    assert pager.text == "Next page ←"
    page = Parsed(site["articles/zwei.html"])
    assert "dir" not in page.one("html").attributes
    assert page.one("div", "after")["dir"] == "rtl"
    assert page.one("li", "neighbour-previous").text.startswith("→ Before")
    assert "Next page →" in site_text("en", "articles/index.html")


def site_text(language: str, path: str) -> str:
    return _site(language, "en")[path].data.decode()


def test_kinds_are_all_there() -> None:
    """What the tests above look at: no kind of page is missing."""
    kinds = {kind.value for kind in Kind} | {"articles", "timeline.html", "search.html", "alt.html", "regeln.html"}
    assert kinds <= {path.split("/")[0] for path in _site("en", "en")}
