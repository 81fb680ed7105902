"""The built sample as readers meet it: in Chromium, from a folder and from a sub-path of a host."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WRONG_SYNTAX = [
    "foo:bar",
    "~",
    "+",
    "water~",
    "nuclear:",
    "title:",
    "-",
    "*",
    "a^b",
    "(",
    '"',
    "::",
    "constructor __proto__",
]


def test_every_page_is_reached_from_the_home_page_by_links_that_work(page: Page, root: str, site: Path) -> None:
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        response = page.goto(root + quote(path))
        assert response is None or response.ok, path
        waiting += [link for link in _links(page, root) if link.endswith(".html")]
    built = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    # The host shows 404.html, and old addresses lead here from elsewhere.
    unreached = {path for path in built - reached if 'http-equiv="refresh"' not in (site / path).read_text()}
    assert unreached <= {"404.html"}


def _links(page: Page, root: str) -> list[str]:
    """The paths in the site that the page's links lead to, without query and fragment."""
    # In a chart `link.href` is an object, so the attribute is resolved by hand.
    resolve = "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
    addresses = page.eval_on_selector_all("a[href]", resolve)
    inside = [address for address in addresses if address.startswith(root)]
    return sorted({address.removeprefix(root).split("#")[0].split("?")[0] for address in inside})


def test_a_search_finds_an_article_and_shows_why(page: Page, root: str) -> None:
    page.goto(root + "search.html?q=walnut+radar")
    page.wait_for_selector("#search-status[data-state=done]")
    first = page.locator("#search-results a[data-result]").first
    assert first.inner_text() == "The radar in the walnut hills"
    assert page.locator("#search-results mark").first.inner_text().casefold() in ("walnut", "radar")
    first.click()
    assert page.locator("h1").inner_text() == "The radar in the walnut hills"


def test_the_form_in_every_page_leads_to_the_search(page: Page, root: str) -> None:
    page.goto(root + "articles/index.html")
    page.fill("header input[name=q]", "Manas")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-status[data-state=done]")
    assert "q=Manas" in page.url
    assert page.locator("#search-results a[data-result]").count() >= 1


@pytest.mark.parametrize("word", ["attorney", "Turkey", "today", "Monday", "always"])
def test_words_that_the_two_lunrs_stem_differently_are_found_where_they_stand(
    word: str, page: Page, root: str, site: Path
) -> None:
    page.goto(root + "search.html")
    found = page.evaluate("word => window.backfile.search(word, {limit: 1000})", word)
    standing = {
        path.relative_to(site).as_posix()
        for path in (site / "articles").glob("*.html")
        if word.casefold() in _body_words(path)
    }
    assert standing <= {result["ref"] for result in found["results"]}


def _body_words(path: Path) -> set[str]:
    import re

    body = path.read_text(encoding="utf-8")
    return set(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", body[body.find("<main") : body.find("</main")]).casefold()))


@pytest.mark.parametrize("query", WRONG_SYNTAX)
@pytest.mark.parametrize("syntax", ["people", "lunr"])
def test_no_query_breaks_the_page(query: str, syntax: str, page: Page, root: str) -> None:
    page.goto(f"{root}search.html?q={quote(query, safe='')}&syntax={syntax}")
    page.wait_for_selector(
        "#search-status[data-state=done], #search-status[data-state=error], #search-status[data-state=idle]"
    )
    page.fill("#search-input", "Syria")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-status[data-state=done]")


def test_without_javascript_the_search_page_offers_other_ways(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + "search.html")
    assert page.locator("noscript a, main a").count() > 3
    page.goto(root + "index.html")
    assert page.locator("main a").count() > 5
    context.close()
