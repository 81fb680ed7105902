"""The sample archive's site, where it stands, and a page that notices what goes wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.sample_site import build_sample, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session", params=["file", "sub-path"])
def root(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site's root, ending in `/`: once as a folder, once on a host."""
    if request.param == "file":
        yield f"{site.as_uri()}/"
        return
    with served(site, tmp_path_factory.mktemp("host")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    """A page that fails its test if the console shows an error, a script throws, or another host is asked."""
    context = browser.new_context()
    opened = context.new_page()
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{message.type}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((root, "data:")):
            faults.append(f"asked elsewhere: {request.url}")

    def on_failure(request: Request) -> None:
        # A page that is left before its icon came gives up on it.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"not found: {request.url}")

    opened.on("console", on_console)
    opened.on("pageerror", lambda error: faults.append(f"threw: {error}"))
    opened.on("requestfailed", on_failure)
    opened.on("request", on_request)
    yield opened
    context.close()
    assert faults == []
