"""Dates among the words of a query: the articles that are from them are offered, in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.words.catalogue import ENGLISH, GERMAN, RUSSIAN, Words
from generator.render.words.for_scripts import words_for_scripts
from tests.search.conftest import OpenPage
from tests.search.sites import WORDS, archive, article, write_site
from tests.search.test_search_page import shown, wait

pytestmark = pytest.mark.browser

DATES = {
    "early": "1998",
    "month": "1998-03",
    "first": "1998-03-03",
    "second": "1998-03-05",
    "autumn": "1998-10-21/1998-11-02",
    "later": "2004-05-12",
    "never": "",
}

# Of each what is offered: how many articles, from when, found by which other words.
OFFERED: tuple[tuple[Words, tuple[tuple[str, tuple[int, str, str] | None], ...]], ...] = (
    (
        ENGLISH,
        (
            ("1998", (5, "1998", "")),
            ("march 1998", (3, "1998-03", "")),
            ("March 1998", (3, "1998-03", "")),
            ("Mar. 1998", (3, "1998-03", "")),
            ("1998-03", (3, "1998-03", "")),
            ("3 March 1998", (1, "1998-03-03", "")),
            ("March 3rd, 1998", (1, "1998-03-03", "")),
            ("1998-03-03", (1, "1998-03-03", "")),
            ("3.3.1998", (1, "1998-03-03", "")),
            ("wine 5th March 1998", (1, "1998-03-05", "wine")),
            ("wine 3 March 1998 water", (1, "1998-03-03", "")),
            ("water march 1998", (3, "1998-03", "water")),
            # None is from that day or month: of the month, or the year.
            ("4 March 1998", (3, "1998-03", "")),
            ("May 1998 water", (5, "1998", "water")),
            ("2004-05-30", (1, "2004-05", "")),
            # No months.
            ("ma 1998", (5, "1998", "")),
            ("5 marches 1998 water", (5, "1998", "")),
            ("3 1998", (5, "1998", "")),
            ("1998-13", None),
            ("April 1999", None),
            ("March 1998 May 2004", None),
            ('"march 1998"', None),
            ("march", None),
        ),
    ),
    (
        GERMAN,
        (
            ("März 1998", (3, "1998-03", "")),
            ("3. märz 1998", (1, "1998-03-03", "")),
            ("03.03.1998", (1, "1998-03-03", "")),
            ("03.1998", (3, "1998-03", "")),
        ),
    ),
    (
        RUSSIAN,
        (
            ("март 1998", (3, "1998-03", "")),
            ("3 марта 1998", (1, "1998-03-03", "")),
            ("12 мая 2004", (1, "2004-05-12", "")),
        ),
    ),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = (article(slug, f"water {'wine' if slug == 'second' else ''}", date=date) for slug, date in DATES.items())
    return write_site(tmp_path, archive(*made))


@pytest.mark.parametrize(("words", "offered"), OFFERED, ids=lambda value: getattr(value, "language", ""))
def test_dates_are_understood_as_people_write_them(
    open_page: OpenPage, site: Path, words: Words, offered: tuple[tuple[str, tuple[int, str, str] | None], ...]
) -> None:
    search = site / "search.html"
    search.write_text(
        search.read_text("utf-8").replace(WORDS, words_for_scripts(words, "find", "date", "list")), "utf-8"
    )
    page = open_page(f"{search.as_uri()}?q=water")
    wait(page, "done")
    asked = (
        "([...queries]) => backfile.withIndex((index) => Promise.all(queries.map((q) => backfile.ofDate(index, q))))"
    )
    told = page.evaluate(asked, [query for query, _ in offered])
    found = [
        (query, one and (one["n"], one["date"], one["query"])) for (query, _), one in zip(offered, told, strict=True)
    ]
    assert found == list(offered)


def test_a_link_offers_the_articles_of_a_date(open_page: OpenPage, site: Path) -> None:
    page = open_page(f"{site.as_uri()}/search.html?q=water+march+1998")
    page.wait_for_selector("#search-date a")
    assert page.text_content("#search-date") == "3 articles found by “water” are from March 1998."
    page.click("#search-date a")
    page.wait_for_url("**?q=water&year=1998-03")
    wait(page, "done")
    assert sorted(shown(page)) == ["first", "month", "second"]
    assert page.text_content("#search-date") == ""
    for query, told in (
        ("1998", "5 articles are from 1998."),
        ("nobody+2004", "1 article is from 2004."),
        ("3+March+1998", "1 article is from 3 March 1998."),
        ("1999+water", ""),
        ("1998+2004+water", ""),
        ("%22water+1998%22", ""),
    ):
        page.goto(f"{site.as_uri()}/search.html?q={query}")
        wait(page, "done")
        page.wait_for_function("told => document.getElementById('search-date').textContent === told", arg=told)
