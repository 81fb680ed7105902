"""Every kind of page in each theme: accessible, and no wider than the window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.browser.sample_site import THEMES, one_of_each_kind
from tests.browser.themed_sites import SETTLED, themed_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCHEMES = [(theme, scheme) for theme in THEMES for scheme in ("light", "dark") if (theme, scheme) != ("plain", "dark")]
"""`plain` leaves the colours to the browser."""


def _paths(site: Path) -> list[str]:
    """One page of each kind, the largest; with BACKFILE_TESTS=full all pages."""
    if os.environ.get("BACKFILE_TESTS") == "full":
        return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return one_of_each_kind(site)


def _open(page: Page, site: Path, path: str) -> None:
    if path == "search.html" and (site / "search").exists():
        page.goto(f"{site.as_uri()}/{path}?q=treaty")
        page.wait_for_selector("#search-status[data-state=done]")
    else:
        page.goto(f"{site.as_uri()}/{path}")


@pytest.mark.parametrize(("theme", "scheme"), SCHEMES)
def test_every_kind_of_page_is_accessible(theme: str, scheme: str, browser: Browser) -> None:
    from axe_playwright_python.sync_playwright import Axe

    site = themed_site(theme)
    # Sizes do not depend on colours, nor colours on sizes: in the dark on a phone.
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": 390 if scheme == "dark" else 1280, "height": 800},
        bypass_csp=True,
    )
    page = context.new_page()
    # The sizes of links and buttons in `plain` are the browser's own. What passed is not read, and takes long to tell.
    options = {"rules": {"target-size": {"enabled": theme != "plain"}}, "resultTypes": ["violations"]}
    violations = {}
    for path in _paths(site):
        if 'http-equiv="refresh"' in (site / path).read_text(encoding="utf-8"):
            continue
        _open(page, site, path)
        found = Axe().run(page, options=options).response["violations"]
        if found:
            violations[path] = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
    context.close()
    assert violations == {}


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_scrolls_sideways_or_meets_an_error(theme: str, browser: Browser) -> None:
    site = themed_site(theme)
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(request.url) if request.url.startswith("http") else None)
    for path in _paths(site):
        _open(page, site, path)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(SETTLED)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                faults.append(f"{path} is wider than {width} px")
    context.close()
    assert faults == []
