"""The citations of an article in Chromium: copied, saved, printed, and there without a script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARTICLE = "articles/the-long-list-of-bratislava.html"
CHICAGO = (
    "Solbakken-Roe, Henrike. “The long list of Bratislava.” Meridian Weekly, March 4, 2005. "
    "Thaw and Frost: a sample archive."
)
APA = (
    "Solbakken-Roe, H. (2005, March 4). The long list of Bratislava. Meridian Weekly. Thaw and Frost: a sample archive."
)

WITHOUT_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
"""What a page of a host without HTTPS meets."""
WITHOUT_COPYING = WITHOUT_CLIPBOARD + "document.execCommand = () => false;"

SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifts += entry.value; })
    .observe({type: "layout-shift", buffered: true});
"""


def copied(page: Page) -> str:
    """The plain text on the clipboard, as a reader meets it who pastes it."""
    page.fill("header input[name=q]", "")
    page.focus("header input[name=q]")
    page.keyboard.press("Control+V")
    return page.input_value("header input[name=q]")


@pytest.mark.parametrize("before", ["", WITHOUT_CLIPBOARD])
def test_a_citation_is_copied_and_the_reader_is_told(before: str, page: Page, root: str) -> None:
    page.add_init_script(before)
    page.goto(root + ARTICLE)
    page.get_by_role("button", name="Copy the citation: Chicago", exact=True).click()
    status = page.locator(".citation [role=status]").first
    status.get_by_text("Copied").wait_for()
    assert copied(page) == CHICAGO
    # It is told for a while, so that a second time is told too.
    status.get_by_text("Copied").wait_for(state="detached", timeout=10_000)
    assert status.inner_text() == ""


def test_a_citation_is_copied_with_its_italics_and_by_the_keyboard_alone(page: Page, root: str) -> None:
    page.goto(root + ARTICLE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("summary", has_text="APA").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".citation [role=status]").last.get_by_text("Copied").wait_for()
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    )
    assert "<em>Meridian Weekly</em>" in html
    assert copied(page) == APA


def test_where_nothing_can_be_copied_the_citation_is_selected(page: Page, root: str) -> None:
    page.add_init_script(WITHOUT_COPYING)
    page.goto(root + ARTICLE)
    page.get_by_role("button", name="Copy the citation: Chicago", exact=True).click()
    page.locator(".citation [role=status]").first.get_by_text("Only selected").wait_for()
    assert page.evaluate("getSelection().toString()").strip() == CHICAGO


def test_the_entries_for_reference_managers_are_saved_under_their_names(page: Page, root: str, tmp_path: Path) -> None:
    page.goto(root + ARTICLE)
    saved = {}
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        download.value.save_as(tmp_path / name)
        saved[download.value.suggested_filename] = (tmp_path / name).read_text(encoding="utf-8")
    slug = "the-long-list-of-bratislava"
    assert list(saved) == [f"{slug}.bib", f"{slug}.ris", f"{slug}.csl.json"]
    assert saved[f"{slug}.bib"].startswith(f"@article{{{slug},\n")
    assert saved[f"{slug}.ris"].startswith("TY  - NEWS\n")
    assert json.loads(saved[f"{slug}.csl.json"])[0]["title"] == "The long list of Bratislava"
    assert urlsplit(page.url).path.endswith(ARTICLE)


def test_without_a_script_there_is_the_text_and_no_button(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + ARTICLE)
    assert page.locator(".citation-text").first.inner_text() == CHICAGO
    page.locator("summary", has_text="APA").click()
    assert page.locator(".citation-text").last.inner_text() == APA
    assert page.locator(".citation-copy button:visible").count() == 0
    context.close()


def test_the_printed_sheet_has_the_citation_and_nothing_to_click(page: Page, root: str) -> None:
    page.goto(root + ARTICLE)
    page.locator("summary", has_text="Chicago").first.click()
    assert page.locator(".citation-text:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".citation-text:visible").all_inner_texts() == [CHICAGO]
    assert page.locator(".citation-copy button:visible, .downloads:visible").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_buttons_appear(width: int, browser: Browser, root: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 4000})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(root + ARTICLE)
    page.locator(".citation-copy button").first.wait_for()
    # Shifts are told with the frame in which they are seen.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifts") == 0
    context.close()
