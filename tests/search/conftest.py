"""Sites to search in the browser, from a folder and from a sub-path of a web host."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.sites import news, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

SUB_PATH = "some/where"

SOON = 0.01
"""Seconds after which a host looks whether it is to end; by itself it would be half a second, for each test."""

OpenPage = Callable[[str], "Page"]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """An empty folder, and the address under which a web host shows it, which is not the host's root."""
    root = tmp_path / "host"
    folder = root / SUB_PATH
    folder.mkdir(parents=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever, args=[SOON], daemon=True)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_address[1]}/{SUB_PATH}/"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["file", "http"])
def news_site(request: pytest.FixtureRequest, served: tuple[Path, str]) -> str:
    """The address of the folder of a site of ten articles, ending in `/`."""
    folder, address = served
    write_site(folder, news())
    return address if request.param == "http" else folder.as_uri() + "/"


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What Chromium wrote on its console as errors. A test that brings some about clears them; others may have none."""
    told: list[str] = []
    yield told
    assert told == []


@pytest.fixture
def open_page(browser: Browser, complaints: list[str], served: tuple[Path, str]) -> Iterator[OpenPage]:
    """Opens pages in Chromium, in one window, which is closed before the web host goes away."""
    assert served
    context = browser.new_context()
    context.set_default_timeout(20_000)
    yield partial(_open, context, complaints)
    context.close()


@pytest.fixture(scope="module")
def news_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a site of ten articles, for tests that leave it as it is."""
    told: list[str] = []
    context = browser.new_context()
    folder = write_site(tmp_path_factory.mktemp("news"), news())
    yield _open(context, told, folder.as_uri() + "/search.html")
    context.close()
    assert told == []


def _open(context: BrowserContext, complaints: list[str], url: str) -> Page:
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(url)
    return page
