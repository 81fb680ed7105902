"""What nobody would write and somebody does: odd archives and odd queries, in Chromium."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from tests.search.conftest import SOON, OpenPage
from tests.search.sites import archive, article, news, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DONE = "#search-status[data-state=done]"


def shown(page: Page) -> list[str]:
    return [str(link.get_attribute("data-result")) for link in page.locator("#search-results a[data-result]").all()]


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "radar " * 1_600,
        "🙂 🙃 ❤️",
        "the of and is that",
        "constructor __proto__ toString",
        "<img src=x onerror=alert(1)><script>alert(1)</script>",
        "שלום עולם السلام",
        " ".join(f"word{number}" for number in range(200)),
        "\u202eradar\u0000",
        '"' * 500,
        "-" * 500,
        "title:" * 300,
    ],
)
def test_odd_queries_on_the_page(open_page: OpenPage, tmp_path: Path, query: str) -> None:
    page = open_page(write_site(tmp_path, news()).as_uri() + "/search.html")
    page.evaluate("() => { window.wasRun = false; window.alert = () => { window.wasRun = true }; }")
    page.fill("#search-input", query)
    page.press("#search-input", "Enter")
    page.wait_for_selector("#search-status:not([data-state=busy])")
    assert page.get_attribute("#search-status", "data-state") in ("done", "idle")
    assert page.evaluate("wasRun") is False
    assert page.locator("#search-results img, #search-results script").count() == 0


def test_an_article_of_two_megabytes(open_page: OpenPage, tmp_path: Path) -> None:
    words = [f"w{number % 30_011}" for number in range(300_000)]
    text = "first " + " ".join(words) + " needle haystack last"
    assert len(text) > 1_900_000
    of = archive(article("huge", text), article("other", "needle in a text of ordinary length"))
    page = open_page(write_site(tmp_path, of).as_uri() + "/search.html?q=needle")
    page.wait_for_selector(DONE)
    assert shown(page) == ["articles/other.html", "articles/huge.html"]
    phrase = quote('"needle haystack last"')
    page.goto(page.url.replace("q=needle", f"q={phrase}"))
    page.wait_for_selector(DONE)
    assert shown(page) == ["articles/huge.html"]
    assert "needle haystack last" in page.inner_text("#search-results")


class _Slow(SimpleHTTPRequestHandler):
    """Keeps back the parts of the index, so that queries change while they are on their way."""

    def do_GET(self) -> None:
        if "/search/terms/" in self.path or "/search/text/" in self.path:
            time.sleep(0.15)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def slow_site(tmp_path: Path) -> Iterator[str]:
    """The address of a site of ten articles, each with a word of its own, on a slow host."""
    articles: list[Any] = [article(f"a{number}", f"word{number}xyz common") for number in range(10)]
    write_site(tmp_path, archive(*articles))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Slow, directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever, args=[SOON], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def test_a_query_that_changes_ten_times_while_shards_load(open_page: OpenPage, slow_site: str) -> None:
    page = open_page(f"{slow_site}search.html")
    for number in range(10):
        page.fill("#search-input", f"word{number}xyz")
        page.press("#search-input", "Enter")
    page.wait_for_selector(DONE)
    page.wait_for_timeout(700)
    assert shown(page) == ["articles/a9.html"]
    assert page.get_attribute("#search-status", "data-state") == "done"
