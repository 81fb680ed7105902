"""What results are narrowed down by, their order, what may have been meant, and what boxes propose, in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.archive.values import Archive, Kind
from tests.search.conftest import OpenPage
from tests.search.sites import TermNames, archive, article, write_site
from tests.search.test_search_page import shown, wait, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ADA, BEN, CAL = ("ada", "Ada Lane"), ("ben", "Ben Ng"), ("cal", "Cal Roe")
OF: tuple[tuple[str, str, tuple[tuple[str, str], ...], tuple[str, str]], ...] = (
    ("one", "2001-02-03", (ADA, BEN), ("daily", "The Daily")),
    ("two", "2001", (ADA,), ("weekly", "The Weekly")),
    ("three", "2004-05", (BEN,), ("daily", "The Daily")),
    ("four", "2007-01-01", (BEN, CAL), ("daily", "The Daily")),
    ("five", "", (CAL,), ("weekly", "The Weekly")),
)


def small_archive() -> Archive:
    terms: dict[str, TermNames] = {
        slug: {Kind.PEOPLE: dict(people), Kind.PUBLICATIONS: dict([paper])} for slug, _, people, paper in OF
    }
    languages = {"three": "de"}
    articles = [
        article(slug, f"water {'wine ' if slug in ('two', 'five') else ''}weapons", date=date, title="Treaties", **meta)
        for slug, date, _, _ in OF
        for meta in [{"language": languages[slug]} if slug in languages else {}]
    ]
    return archive(*articles, terms=terms)


@pytest.fixture
def small(tmp_path: Path) -> str:
    return write_site(tmp_path, small_archive()).as_uri() + "/"


def counts(page: Page, kind: str) -> dict[str, int]:
    """What the buttons of a kind say, and whether they are pressed."""
    page.wait_for_selector(f"[data-facet={kind}] .facet-value", state="attached")
    labels = page.eval_on_selector_all(
        f"[data-facet={kind}] .facet-value", "all => all.map(one => one.getAttribute('aria-label'))"
    )
    return {name: int(rest.split()[0]) for name, rest in (label.rsplit(": ", 1) for label in labels)}


def pressed(page: Page) -> list[str]:
    found = page.eval_on_selector_all(".facet-value[aria-pressed=true]", "all => all.map(one => one.dataset.value)")
    return [str(value) for value in found]


def press(page: Page, kind: str, value: str) -> None:
    page.click(f"[data-facet={kind}] .facet-value[data-value='{value}']")


def test_counts_of_all_results(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water")
    wait(page, "done")
    assert counts(page, "people") == {"Ben Ng": 3, "Ada Lane": 2, "Cal Roe": 2}
    assert counts(page, "publications") == {"The Daily": 3, "The Weekly": 2}
    assert counts(page, "year") == {"2001": 2, "2004": 1, "2007": 1}
    assert counts(page, "language") == {"English": 4, "German": 1}
    assert page.locator("[data-facet=places]").count() == 0


def test_a_publication_whose_articles_are_all_by_an_author_of_its_name(open_page: OpenPage, tmp_path: Path) -> None:
    both: TermNames = {Kind.PUBLICATIONS: {"the-post": "The Post"}, Kind.AUTHORS: {"the-post": "The Post"}}
    articles = [article(slug, "water") for slug in ("one", "two", "three")]
    of = archive(*articles, terms={"one": both, "two": both})
    page = open_page(write_site(tmp_path, of).as_uri() + "/search.html?q=water")
    wait(page, "done")
    for kind in ("publications", "authors"):
        assert counts(page, kind) == {"The Post": 2}


def test_kinds_narrow_each_other_down_and_values_of_one_kind_widen_it(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water&sort=oldest")
    wait_for(page, "two", "one", "three", "four", "five")
    counts(page, "people")
    press(page, "people", "ada")
    wait_for(page, "two", "one")
    assert page.text_content("#search-status") == "2 of 5 articles found."
    assert page.url.endswith("?q=water&sort=oldest&people=ada")
    # Of the kind itself all can still be chosen; the others count what is left.
    page.wait_for_function("() => document.querySelectorAll('[data-facet=publications] .facet-value').length === 2")
    assert counts(page, "people") == {"Ben Ng": 3, "Ada Lane": 2, "Cal Roe": 2}
    assert counts(page, "publications") == {"The Daily": 1, "The Weekly": 1}
    press(page, "publications", "weekly")
    wait_for(page, "two")
    page.wait_for_function("() => document.querySelectorAll('.facet-value[aria-pressed=true]').length === 2")
    assert counts(page, "people") == {"Ada Lane": 1, "Cal Roe": 1}
    press(page, "people", "cal")
    wait_for(page, "two", "five")
    page.wait_for_function("() => document.querySelectorAll('.facet-value[aria-pressed=true]').length === 3")
    assert sorted(pressed(page)) == ["ada", "cal", "weekly"]
    page.go_back()
    wait_for(page, "two")
    page.go_back()
    wait_for(page, "two", "one")
    page.click("#search-tools .chip")
    wait_for(page, "two", "one", "three", "four", "five")
    assert page.evaluate("document.activeElement.id") == "search-input"


def test_the_whole_choice_is_in_the_address(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water&people=ben&people=cal&year=2002..2007&sort=date")
    wait_for(page, "four", "three")
    assert page.eval_on_selector_all("#search-tools .chip bdi", "all => all.map(one => one.textContent)") == [
        "2002–2007",
        "Ben Ng",
        "Cal Roe",
    ]
    assert page.input_value("#search-sort") == "date"
    page.click("#search-tools .chip:last-child")
    wait_for(page, "four", "three", "one", "two", "five")


def test_a_year_or_a_span_of_years(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water")
    wait(page, "done")
    counts(page, "year")
    press(page, "year", "2001")
    page.wait_for_url("**?q=water&year=2001")
    wait(page, "done")
    assert sorted(shown(page)) == ["one", "two"]
    page.fill(".year-span input >> nth=0", "2003")
    page.fill(".year-span input >> nth=1", "2006")
    page.click(".year-span button")
    wait_for(page, "three")
    assert page.url.endswith("?q=water&year=2003..2006")
    page.wait_for_selector("[data-facet=year] [data-value='2004'][aria-pressed=true]")
    press(page, "year", "2004")
    page.wait_for_url("**?q=water")
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 5")


def test_a_month_or_a_day_in_the_address(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water&year=2001-02")
    wait_for(page, "one")
    chips = "#search-tools .chip bdi"
    assert page.text_content(chips) == "February 2001"
    assert counts(page, "year") == {"2001": 2, "2004": 1, "2007": 1}
    assert pressed(page) == []
    page.goto(small + "search.html?q=water&year=2007-01-01&year=2004-05")
    wait(page, "done")
    assert sorted(shown(page)) == ["four", "three"]
    assert page.locator(chips).all_text_contents() == ["1 January 2007", "May 2004"]
    page.goto(small + "search.html?q=water&year=2001-13")
    wait(page, "done")
    assert len(shown(page)) == 5


def test_articles_without_a_date_come_last_in_either_order(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water")
    wait(page, "done")
    page.select_option("#search-sort", "date")
    wait_for(page, "four", "three", "one", "two", "five")
    page.select_option("#search-sort", "oldest")
    wait_for(page, "two", "one", "three", "four", "five")
    page.go_back()
    wait_for(page, "four", "three", "one", "two", "five")


def test_what_is_chosen_without_a_query_shows_all_that_has_it(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?people=cal&sort=oldest")
    wait_for(page, "four", "five")
    assert page.text_content("#search-status") == "2 articles found."


def test_nothing_left_and_values_that_do_not_exist(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water&people=nobody&year=x&tags=gone")
    assert wait(page, "done") == "No article that was found has all that is chosen with it."
    page.click("#search-tools .chip >> nth=0")
    page.click("#search-tools .chip >> nth=0")
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 5")


def test_nothing_left_but_what_has_some_of_the_words(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=wine+weapons&year=2007")
    assert wait(page, "done") == (
        "No article that was found has all that is chosen with it. 1 more article has only some of these words."
    )
    page.click("#search-more")
    wait_for(page, "four")


def test_those_with_all_words_come_before_those_with_some(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=wine+weapons")
    assert wait(page, "done") == "2 articles found. 3 more articles have only some of these words."
    assert sorted(shown(page)) == ["five", "two"]
    assert page.text_content("#search-results > li:last-child h2") == "3 more articles have only some of these words."
    page.click("#search-more")
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 5")
    assert page.is_hidden("#search-more")
    assert set(shown(page)[2:]) == {"one", "three", "four"}


def test_a_misspelt_word_that_finds_nothing_gives_what_was_meant(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=weapns")
    assert wait(page, "done") == "5 articles found."
    assert page.text_content("#search-hint") == "No article has “weapns”. These are the results for weapons."
    assert "q=weapons" in (page.locator("#search-results a").first.get_attribute("href") or "")
    page.click("#search-hint a")
    page.wait_for_url("**?q=weapons")
    wait(page, "done")
    assert page.text_content("#search-hint") == ""


def test_a_misspelt_word_among_others_is_asked_about(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=wine+treat")
    wait(page, "done")
    page.wait_for_function("() => document.getElementById('search-hint').textContent !== ''")
    assert page.text_content("#search-hint") == "No article has “treat”. Did you mean wine Treaties?"


def test_a_word_of_hardly_an_article_may_be_a_slip(open_page: OpenPage, tmp_path: Path) -> None:
    many = [article(f"a{number:02}", "The treaty of peace.", title="T") for number in range(25)]
    write_site(tmp_path, archive(*many, article("slip", "The traety of pearls.", title="T")))
    page = open_page(tmp_path.as_uri() + "/search.html?q=traety")
    assert wait(page, "done") == "1 article found."
    page.wait_for_function("() => document.getElementById('search-hint').textContent !== ''")
    assert page.text_content("#search-hint") == "Did you mean treaty?"
    page.fill("#search-input", "pearls")
    wait_for(page, "slip")
    page.wait_for_timeout(300)
    assert page.text_content("#search-hint") == ""


def test_nothing_like_it(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=qqqqqqqqq")
    assert wait(page, "done") == "No article has this word."
    assert page.text_content("#search-hint") == ""


def test_why_an_article_was_found(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=ada+wine")
    wait(page, "done")
    assert page.text_content(".found-in") == "Also found in: people"
    page.fill("#search-input", "cal")
    wait_for(page, "five", "four")
    assert page.locator(".found-in").first.text_content() == "Found in: people"
    page.fill("#search-input", "treaties water")
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 5")
    assert page.locator("#search-results h2 mark").first.text_content() == "Treaties"


def test_a_phrase_is_found_where_its_words_stand_side_by_side(open_page: OpenPage, small: str) -> None:
    page = open_page(small + 'search.html?q="wine weapons"')
    wait(page, "done")
    assert sorted(shown(page)) == ["five", "two"]
    assert page.locator(".found-in").count() == 0
    assert page.locator("#search-results mark").all_text_contents() == ["wine weapons"] * 2


def test_lists_are_short_until_more_is_wanted(open_page: OpenPage, tmp_path: Path) -> None:
    names: dict[str, TermNames] = {
        f"a{number}": {Kind.TAGS: {f"t{tag}": f"Tag {tag}" for tag in range(number, 12)}} for number in range(12)
    }
    write_site(tmp_path, archive(*(article(slug, "water", title="T") for slug in names), terms=names))
    page = open_page(tmp_path.as_uri() + "/search.html?q=water")
    wait(page, "done")
    assert list(counts(page, "tags")) == [f"Tag {tag}" for tag in range(11, 4, -1)]
    assert page.text_content(".facet-more") == "5 more"
    page.click(".facet-more")
    assert list(counts(page, "tags")) == [f"Tag {tag}" for tag in range(11, -1, -1)]
    assert page.evaluate("document.activeElement.dataset.value") == "t4"


def test_many_years_are_shown_by_decades(open_page: OpenPage, tmp_path: Path) -> None:
    write_site(tmp_path, archive(*(article(f"a{year}", "water", date=str(year)) for year in (1911, 1914, 1950, 2001))))
    page = open_page(tmp_path.as_uri() + "/search.html?q=water")
    wait(page, "done")
    assert counts(page, "year") == {"1910–1919": 2, "1950–1959": 1, "2000–2009": 1}
    assert page.locator(".year-columns li").count() == 10
    press(page, "year", "1910..1919")
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 2")


def test_on_a_phone_the_lists_are_folded_before_the_results(open_page: OpenPage, small: str) -> None:
    page = open_page(small + "search.html?q=water")
    wait(page, "done")
    order = (
        "() => document.getElementById('search-facets')"
        ".compareDocumentPosition(document.getElementById('search-results'))"
    )
    assert page.evaluate(order) == 2
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_function("() => !document.getElementById('search-facets').open")
    assert page.evaluate(order) == 4
    assert page.is_hidden("[data-facet=people]")
    page.click("#search-facets > summary")
    assert page.is_visible("[data-facet=people]")


def test_a_list_that_does_not_come_says_so(
    open_page: OpenPage, small: str, tmp_path: Path, complaints: list[str]
) -> None:
    names = {path.name: path for path in tmp_path.glob("search/columns/*.js")}
    (people,) = (path for path in names.values() if "Ada Lane" in path.read_text())
    people.rename(f"{people}.away")
    page = open_page(small + "search.html?q=water")
    wait(page, "done")
    page.wait_for_selector("[data-facet=people] .facet-failed")
    assert counts(page, "year") == {"2001": 2, "2004": 1, "2007": 1}
    Path(f"{people}.away").rename(people)
    page.click("[data-facet=people] > summary")
    page.click("[data-facet=people] > summary")
    assert counts(page, "people") == {"Ben Ng": 3, "Ada Lane": 2, "Cal Roe": 2}
    page.wait_for_load_state("networkidle")
    assert complaints
    complaints.clear()
