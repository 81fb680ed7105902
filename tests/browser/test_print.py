"""What comes out on paper: the page itself, black on white, within the sheet, and nothing to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.sample_site import one_of_each_kind
from tests.browser.themed_sites import themed_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SHEET = 657
"""Pixels of an A4 sheet between the margins of the stylesheet."""

FURNITURE = (
    ".skip, .site-navigation, .site-footer, .site-search, .pager, .letters, .parts, .doors, button, select, .facets, "
    ".filter, .anchor, .story-on"
)

FAULTS = """furniture => {
  const root = document.documentElement;
  const faults = [...document.querySelectorAll(furniture)]
    .filter(part => part.checkVisibility({visibilityProperty: true}))
    .map(part => part.outerHTML.slice(0, 80));
  const style = getComputedStyle(document.body);
  const isWhite = ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(style.backgroundColor);
  if (style.color !== 'rgb(0, 0, 0)' || !isWhite)
    faults.push(style.color + ' on ' + style.backgroundColor);
  if (root.scrollWidth > root.clientWidth) faults.push('wider than the sheet: ' + root.scrollWidth);
  return faults;
}"""


@pytest.mark.parametrize("theme", ["reader", "broadsheet"])
def test_every_kind_of_page_makes_a_clean_sheet(theme: str, browser: Browser) -> None:
    site = themed_site(theme)
    context = browser.new_context(viewport={"width": SHEET, "height": 930}, color_scheme="dark")
    page = context.new_page()
    found = {}
    for path in [*one_of_each_kind(site), "people/index.html", "search.html?q=treaty"]:
        page.goto(f"{site.as_uri()}/{path}")
        if "?" in path:
            page.wait_for_selector("#search-status[data-state=done]")
        page.emulate_media(media="print", color_scheme="light")
        if faults := page.evaluate(FAULTS, FURNITURE):
            found[path] = faults
        page.emulate_media(media="screen")
    context.close()
    assert found == {}


@pytest.mark.parametrize("theme", ["reader", "broadsheet"])
def test_what_was_looked_for_stands_above_what_was_found(theme: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{themed_site(theme).as_uri()}/search.html?q=treaty")
    page.wait_for_selector("#search-status[data-state=done]")
    page.emulate_media(media="print")
    assert page.locator("#search-input").is_visible()
    assert page.locator("#search-input").input_value() == "treaty"
    page.goto(f"{themed_site(theme).as_uri()}/search.html")
    page.emulate_media(media="print")
    assert not page.locator("#search-input").is_visible()
    page.close()


def test_what_became_of_a_line_stands_on_the_same_sheet(browser: Browser) -> None:
    """Also where a blank line stands between the two, which is told of with the line above."""
    site = themed_site("reader")
    (path,) = (path for path in one_of_each_kind(site) if path.endswith("/source.html"))
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/{path}")
    page.emulate_media(media="print")
    breaks = page.evaluate(
        """() => [...document.querySelectorAll(".line")].map(line =>
          [line.textContent.trim() === line.querySelector("a").textContent, getComputedStyle(line).breakBefore])"""
    )
    notes = page.evaluate(
        """() => [...document.querySelectorAll(".run-notes")].map(notes => getComputedStyle(notes).breakBefore)"""
    )
    page.close()
    assert {tuple(one) for one in breaks} == {(True, "avoid"), (False, "auto")}
    assert set(notes) == {"avoid"}
