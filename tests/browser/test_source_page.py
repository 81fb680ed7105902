"""What only a browser can tell of a source's page: which lines are shown, and where the article stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SOURCE = "articles/the-radar-in-the-walnut-hills/source.html"


def opened(browser: Browser, site: Path, width: int, anchor: str = "") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page.goto(f"{site.as_uri()}/{SOURCE}{anchor}")
    return page


def shown_lines(page: Page, fate: str) -> tuple[int, int]:
    """How many runs of lines are shown, and how many of them have no line of the fate."""
    runs = page.locator(".run:visible")
    return runs.count(), page.locator(f".run:visible:not(.{fate})").count()


@pytest.mark.parametrize("fate", ["kept", "lifted", "set-aside"])
def test_lines_are_filtered_by_fate_and_leave_marks(fate: str, browser: Browser, site: Path) -> None:
    page = opened(browser, site, 1280)
    everything = page.locator(".run:visible").count()
    assert page.locator(".gap:visible").count() == 0
    page.locator(f".show-{fate}").focus()
    page.keyboard.press("Space")
    shown, others = shown_lines(page, fate)
    assert 0 < shown < everything
    assert others == 0
    lines = page.locator(".line:visible").count()
    marks = page.locator(".gap:visible").all_inner_texts()
    assert lines + sum(int(mark.split()[0]) for mark in marks) == page.locator(".line").count()
    page.locator(".show-all").check()
    assert page.locator(".run:visible").count() == everything
    page.close()


def test_a_line_that_the_address_names_is_shown_whatever_was_chosen(browser: Browser, site: Path) -> None:
    page = opened(browser, site, 1280, "#L1")
    fates = str(page.locator(".run").first.get_attribute("class"))
    page.locator(".show-kept").check()
    assert "kept" not in fates.split()
    assert page.locator("#L1").is_visible()
    assert page.locator("#L1").evaluate("line => getComputedStyle(line).outlineStyle") == "solid"
    page.close()


def test_the_article_stands_beside_its_lines_and_is_not_repeated_where_there_is_no_room(
    browser: Browser, site: Path
) -> None:
    page = opened(browser, site, 1280)
    passage = page.locator(".passage:has(.repeated)").first
    lines, beside = passage.locator(".run").bounding_box(), passage.locator(".beside").bounding_box()
    assert lines
    assert beside
    assert abs(lines["y"] - beside["y"]) < 2
    assert lines["x"] + lines["width"] <= beside["x"]
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.locator(".repeated:visible").count() == 0
    assert page.locator(".values:visible").count() > 0
    page.close()
