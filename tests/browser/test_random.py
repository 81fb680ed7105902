"""The article drawn by lot, in a browser: from a folder and from a sub-path of a host."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_a_draw_leads_to_articles_and_the_way_back_to_where_it_began(page: Page, root: str, site: Path) -> None:
    articles = {path.name for path in (site / "articles").glob("*.html")}
    seen = set()
    for _ in range(12):
        page.goto(root + "index.html")
        page.get_by_role("main").get_by_role("link", name="A random article").click()
        page.wait_for_url("**/articles/*.html")
        seen.add(page.url.rsplit("/", 1)[-1])
    assert seen <= articles
    # Twelve draws of fifteen that all give the same have one chance in 10^12.
    assert len(seen) > 1
    page.go_back()
    assert page.url == root + "index.html"


def test_the_page_itself_can_be_stayed_on(page: Page, root: str) -> None:
    page.goto(root + "random.html")
    link = page.get_by_role("link", name="Draw an article")
    assert link.is_visible()
    assert page.url == root + "random.html"
    link.click()
    page.wait_for_url("**/articles/*.html")


def test_without_a_script_it_offers_the_lists(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + "random.html#draw")
    assert "needs JavaScript" in page.get_by_role("main").inner_text()
    assert not page.get_by_role("link", name="Draw an article").is_visible()
    page.get_by_role("main").get_by_role("link", name="Timeline").click()
    assert page.url == root + "timeline.html"
    context.close()
