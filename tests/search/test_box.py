"""The box in the header of pages and the marks in articles that were found, in Chromium, with the pages of a theme."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.archive.values import Archive, Kind
from generator.search.names import frequent_names
from tests.render.archives import a_site, an_archive, an_article
from tests.search.conftest import OpenPage
from tests.search.sites import TermNames, archive, article, render_search
from tests.search.unpacked import numbers

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_names_are_the_most_frequent_ones_and_stay_small() -> None:
    terms: dict[str, TermNames] = {
        f"a{number}": {Kind.TAGS: {f"t{number}-{tag}": f"{tag * 7919 % 104729:x} {number}" for tag in range(2000)}}
        for number in range(5)
    }
    for kinds in terms.values():
        kinds[Kind.PEOPLE] = {"ada": "Ada Lane"}
    found = frequent_names(archive(*(article(slug) for slug in terms), terms=terms))
    names, ids, counts = found["people"]
    assert (names, ids, numbers(str(counts))) == (["Ada Lane"], ["ada"], [5])
    assert 1000 < len(list(found["tags"][0])) < 6000  # type: ignore[call-overload]
    assert frequent_names(archive()) == {}


def test_authors_are_proposed_too() -> None:
    terms: dict[str, TermNames] = {"a": {Kind.AUTHORS: {"alex": "Alex Writer"}}}
    assert frequent_names(archive(article("a"), terms=terms))["authors"][0] == ["Alex Writer"]


def the_archive() -> Archive:
    return an_archive(
        an_article(
            "Radar in the hills",
            html="<p>The rad<em>ar</em> was old. Radars hum.</p><p>A long treaty of peace; the treaty, the peace.</p>",
            text="The radar was old. Radars hum.\nA long treaty of peace; the treaty, the peace.",
            people=("Ada Lane",),
        ),
        an_article("Rain", html="<p>Rain.</p>", text="Rain.", people=("Ada Lane", "Rahel Roe"), tags=("radio",)),
    )


@pytest.fixture
def site(tmp_path: Path) -> str:
    made = the_archive()
    for file in (*a_site(made).values(), *render_search(made)):
        place = tmp_path / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
    return tmp_path.as_uri() + "/"


def options(page: Page) -> list[str]:
    page.wait_for_selector(".suggestions:not([hidden]) li")
    return page.locator(".suggestions li").all_text_contents()


@pytest.mark.browser
def test_a_box_proposes_names_and_titles(open_page: OpenPage, site: str) -> None:
    page = open_page(site + "people/index.html")
    assert page.evaluate("typeof window.backfile") == "undefined", "nothing loads before the box is wanted"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.wait_for_selector("input[role=combobox]")
    page.keyboard.type("ra")
    assert options(page) == ["Rahel Roe person · 1", "radio tag · 1", "Rain article", "Radar in the hills article"]
    box = page.locator("input[role=combobox]")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    assert page.is_hidden(".suggestions")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "ra"
    page.keyboard.press("ArrowDown")
    options(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/radar-in-the-hills.html")


@pytest.mark.browser
def test_without_a_choice_the_box_leads_to_the_search(open_page: OpenPage, site: str) -> None:
    page = open_page(site + "articles/rain.html")
    page.focus("input[name=q]")
    page.wait_for_selector("input[role=combobox]")
    page.keyboard.type("/radar/")
    assert page.input_value("input[name=q]") == "/radar/"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q=%2Fradar%2F"))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("radar", ["Radar", "rad", "ar", "Radars"]),
        ('"treaty of peace"', ["treaty of peace"]),
        ("peace -radar", ["peace", "peace"]),
        ("humm", []),
        ("hil", ["hills"]),
        ("person:ada", []),
    ],
)
def test_found_words_are_marked(open_page: OpenPage, site: str, query: str, marks: list[str]) -> None:
    page = open_page(site + f"articles/radar-in-the-hills.html?q={query}")
    page.wait_for_selector(".marks-bar")
    assert page.locator("mark").all_text_contents() == marks
    assert page.locator(".marks-bar button").count() == (3 if marks else 0)


@pytest.mark.browser
def test_from_mark_to_mark_and_away(open_page: OpenPage, site: str) -> None:
    page = open_page(site + "search.html?q=radar")
    page.click("#search-results a")
    status = page.locator(".marks-bar [role=status]")
    assert status.text_content() == "3 places have what was searched for."
    before = page.inner_html("article.article .body")
    page.click("text=Previous")
    assert (status.text_content(), page.locator("mark.is-current").all_text_contents()) == ("3 of 3", ["Radars"])
    page.click("text=Next")
    page.click("text=Next")
    assert page.locator("mark.is-current").all_text_contents() == ["rad", "ar"]
    page.click("text=Take the marks away")
    assert page.locator("mark, .marks-bar").count() == 0
    assert page.url.endswith("/articles/radar-in-the-hills.html")
    assert page.inner_html("article.article .body") == re.sub(r'<mark class="found">(.*?)</mark>', r"\1", before)


@pytest.mark.browser
def test_an_article_that_is_just_visited_loads_nothing_more(open_page: OpenPage, site: str) -> None:
    page = open_page(site + "articles/radar-in-the-hills.html")
    page.wait_for_timeout(300)
    assert page.evaluate("typeof window.backfile") == "undefined"
    assert page.locator("mark").count() == 0
