from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.publish.publish import publish
from tests.publish.folders import files_of, lay, published

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPOSITORY = Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)


def page(text: str) -> bytes:
    """A page with the site's own policy."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"'
        f' content="{POLICY}"><title>{text}</title><link rel="icon" href="data:,"></head>'
        f"<body><p>{text}</p></body></html>"
    ).encode()


SITE = {
    "index.html": page("one"),
    "a/index.html": page("list"),
    "404.html": page("nothing here"),
    "style.css": b"p {}",
    "open.html": b"<p>no end",
}


class Preview:
    """A running preview server and what it says."""

    def __init__(self, folder: Path, port: int) -> None:
        self.source = folder / "content"
        self.output = folder / "output"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.publish.preview_driver", self.output, str(port), self.source],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=REPOSITORY,
        )
        self.said: list[str] = []

    def hear(self, pattern: str) -> re.Match[str]:
        """Waits until the server says what matches."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if match := re.search(pattern, line):
                return match
        raise AssertionError(f"never said {pattern}: {self.said}")

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers with lower-case names, and body of what the server answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        with contextlib.closing(connection):
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def waits(self, path: str = "/") -> str:
        """Where a page that is open asks whether it is another one now."""
        match = re.search(rb'<script src="/-/reload\.js\?([^"]+)"></script>', self.get(path)[2])
        assert match
        return f"/-/wait.js?{unescape(match[1].decode())}"

    def is_other(self, waits: str) -> bool:
        """What the page is told, once it is."""
        return b"changed" in self.get(waits)[2]

    def follow(self, path: str) -> list[bytes]:
        """The page as it is now, and from now on each that takes its place, as a browser would show it."""
        shown: list[bytes] = []

        def show() -> None:
            with contextlib.suppress(OSError, http.client.HTTPException):
                while True:
                    waits = self.waits(path)
                    shown.append(re.sub(rb"<script.*?</script>", b"", self.get(path)[2]))
                    while not self.is_other(waits):
                        pass

        threading.Thread(target=show, daemon=True).start()
        _until(lambda: bool(shown))
        return shown

    @cached_property
    def port(self) -> int:
        """The port that the server took."""
        return int(self.hear(r"^Serving http://127\.0\.0\.1:(\d+)/")[1])


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[int], Preview]]:
    """Starts preview servers of one site, and ends them after the test."""
    lay(tmp_path / "content", SITE)
    publish(files_of(SITE), tmp_path / "output")
    started = []

    def run(port: int) -> Preview:
        started.append(Preview(tmp_path, port))
        return started[-1]

    yield run
    for preview in started:
        preview.process.kill()
        preview.process.communicate()


@pytest.fixture
def preview(start: Callable[[int], Preview]) -> Preview:
    return start(0)


def test_pages_are_served_with_the_reloading_script(preview: Preview) -> None:
    status, headers, body = preview.get("/")
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert headers["content-type"] == "text/html; charset=utf-8"
    script = rb'<script src="/-/reload\.js\?page=%2F&amp;seen=\d+-\w+"></script>(?=</body>)'
    assert re.sub(script, b"", body) == SITE["index.html"]
    assert preview.get("/open.html")[2].startswith(b"<p>no end<script ")
    assert preview.get("/a/")[2].startswith(SITE["a/index.html"][:200])
    assert preview.get("/index.html?q=1")[2] == body.replace(b"page=%2F&", b"page=%2Findex.html&")
    assert preview.get("/", "HEAD")[2] == b""
    assert preview.get("/", "POST")[0] == 405


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    status, headers, body = preview.get("/style.css")
    assert (status, body) == (200, SITE["style.css"])
    assert headers["content-type"] == "text/css; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert preview.get("/style.css", Range="bytes=2-3")[2] == b"{}"


def test_a_folder_is_led_to_its_page(preview: Preview) -> None:
    status, headers, _ = preview.get("/a")
    assert (status, headers["location"]) == (307, "/a/")


@pytest.mark.parametrize("path", ["/no.html", "/../content/index.html", "/%2e%2e/content/index.html", "/..%5ccontent"])
def test_what_is_not_in_the_site_gets_the_sites_own_page(preview: Preview, path: str) -> None:
    status, _, body = preview.get(path)
    assert status == 404
    assert b"nothing here" in body
    assert b"/-/reload.js" in body


def test_another_hosts_name_is_refused(preview: Preview) -> None:
    assert preview.get("/", Host="attacker.example")[0] == 400
    assert preview.get("/", Host=f"localhost:{preview.port}")[0] == 200


def test_a_change_is_built_and_whoever_waits_is_told(preview: Preview) -> None:
    waits = preview.waits()
    answers: list[bool] = []
    waiting = threading.Thread(target=lambda: answers.append(preview.is_other(waits)))
    waiting.start()
    lay(preview.source, {"index.html": page("two")})
    preview.hear("^index.html changed: building.$")
    preview.hear("^built$")
    waiting.join(20)
    assert answers == [True]
    assert b"<p>two</p>" in preview.get("/")[2]
    assert preview.waits() != waits
    assert preview.is_other(waits)


@pytest.fixture
def quick(preview: Preview) -> Preview:
    """A preview that is ready for quick pages, of a site that may have one, and whose builds wait."""
    preview.waits()
    preview.hear("^ready$")
    lay(preview.source, {"quick.html": page("old")})
    preview.hear("^ready$")
    lay(preview.source, {".slow": b""})
    return preview


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end, "it never came to be so"
        time.sleep(0.01)


def _goes_on(preview: Preview) -> None:
    """Waits until what was begun is built."""
    (preview.source / ".slow").unlink()
    preview.hear("^ready$")


def test_a_page_is_shown_before_the_site_is_built_and_is_reloaded_once(quick: Preview) -> None:
    front, before = quick.waits(), quick.waits("/quick.html")
    lay(quick.source, {"quick.html": page("new")})
    assert quick.is_other(before)
    assert b"<p>new</p>" in quick.get("/quick.html")[2]
    assert (quick.output / "quick.html").read_bytes() == page("old")
    after = quick.waits("/quick.html")
    _goes_on(quick)
    assert (quick.output / "quick.html").read_bytes() == page("new")
    assert quick.waits("/quick.html") == after
    assert quick.waits() == front


def test_a_page_that_is_built_otherwise_is_reloaded_again(quick: Preview) -> None:
    lay(quick.source, {"quick.html": page("as built")})
    _until(lambda: b"<p>as built</p>" in quick.get("/quick.html")[2])
    early = quick.waits("/quick.html")
    _goes_on(quick)
    assert quick.is_other(early)
    assert b"<p>for good</p>" in quick.get("/quick.html")[2]


def test_what_is_saved_during_a_build_is_shown_at_once_and_stays(quick: Preview) -> None:
    shown = quick.follow("/quick.html")
    lay(quick.source, {"quick.html": page("first")})
    quick.hear("building")
    lay(quick.source, {"quick.html": page("second")})
    _until(lambda: len(shown) == 3)
    _goes_on(quick)
    quick.hear("^ready$")
    assert (quick.output / "quick.html").read_bytes() == page("second")
    lay(quick.source, {"quick.html": page("end")})
    _until(lambda: len(shown) == 4)
    assert shown == [page("old"), page("first"), page("second"), page("end")]


def test_where_more_changed_than_pages_can_be_made_of_the_build_is_awaited(quick: Preview) -> None:
    front = quick.waits()
    lay(quick.source, {"quick.html": page("new"), "picture.png": b""})
    quick.hear("building")
    assert b"<p>old</p>" in quick.get("/quick.html")[2]
    _goes_on(quick)
    assert b"<p>new</p>" in quick.get("/quick.html")[2]
    # It may show the picture.
    assert quick.is_other(front)


def test_a_page_whose_build_fails_is_as_it_was(quick: Preview) -> None:
    before = quick.waits("/quick.html")
    lay(quick.source, {".broken": b"", "quick.html": page("new")})
    assert quick.is_other(before)
    early = quick.waits("/quick.html")
    (quick.source / ".slow").unlink()
    quick.hear("^cannot build$")
    assert quick.is_other(early)
    assert b"<p>old</p>" in quick.get("/quick.html")[2]


def test_after_a_failed_build_the_old_site_goes_on(preview: Preview) -> None:
    waits = preview.waits()
    lay(preview.source, {"broken": b"", "index.html": page("two")})
    preview.hear("^cannot build$")
    assert b"<p>one</p>" in preview.get("/")[2]
    assert preview.waits() == waits
    (preview.source / "broken").unlink()
    preview.hear("^built$")
    assert b"<p>two</p>" in preview.get("/")[2]


def test_a_fault_in_building_ends_the_server_with_it(preview: Preview) -> None:
    preview.waits()
    lay(preview.source, {"crash": b""})
    preview.hear("^RuntimeError: a fault of the program$")
    assert preview.process.wait(10) == 1


def test_a_folder_that_is_linked_while_it_watches_is_watched_too(preview: Preview, tmp_path: Path) -> None:
    preview.waits()
    link = preview.source / "linked"
    for name in ("a disk", "another"):
        elsewhere = tmp_path / name
        lay(elsewhere, {"far.html": page("far")})
        link.unlink(missing_ok=True)
        link.symlink_to(elsewhere)
        preview.hear("^linked changed: building.$")
        preview.hear("^built$")
        lay(elsewhere, {"far.html": page("farther")})
        preview.hear("^far.html changed: building.$")
        preview.hear("^built$")
    (preview.source / "around").symlink_to(preview.source)
    preview.hear("^around changed: building.$")
    lay(preview.source, {"index.html": page("two")})
    preview.hear("^index.html changed: building.$")


def test_what_editors_write_for_themselves_is_no_change(preview: Preview) -> None:
    preview.waits()
    own = [".index.html.swp", "index.html~", "4913", "#index.html#", "~$index.html", "index.html.tmp", ".git/index"]
    lay(preview.source, dict.fromkeys(own, b""))
    lay(preview.output, {"index.html": b"<p>by hand"})
    # Long enough for the changes so far to be told apart from the one that follows.
    with pytest.raises(subprocess.TimeoutExpired):
        preview.process.wait(0.5)
    lay(preview.source, {"new.html": page("new")})
    preview.hear("building")
    assert preview.said[-1] == "new.html changed: building.\n"
    assert not any("building" in line for line in preview.said[:-1])


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_control_c_ends_it_at_once_though_a_page_waits(preview: Preview) -> None:
    waits = preview.waits()
    statuses: list[int] = []
    waiting = threading.Thread(target=lambda: statuses.append(preview.get(waits)[0]))
    waiting.start()
    with pytest.raises(subprocess.TimeoutExpired):
        preview.process.wait(0.3)
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(10) == 130
    waiting.join(10)
    assert statuses == [503]
    preview.hear("^interrupted$")
    assert "Traceback" not in "".join(preview.said)


def test_a_busy_port_gives_the_next_free_one(start: Callable[[int], Preview]) -> None:
    first = start(0)
    second = start(first.port)
    match = second.hear(r"^Port (\d+) is in use, so (\d+) is taken\.$")
    assert int(match[1]) == first.port
    assert int(match[2]) == second.port != first.port
    assert second.get("/")[0] == 200


def test_where_all_ports_are_busy_the_error_names_them(start: Callable[[int], Preview]) -> None:
    with socket.socket() as last:
        try:
            last.bind(("127.0.0.1", 65_535))
        except OSError:
            pytest.skip("port 65535 is in use")
        last.listen()
        preview = start(65_535)
        preview.hear("^Ports 65535 to 65535 of 127.0.0.1 are all in use. Choose another port")
        assert preview.process.wait(10) == 1


@pytest.mark.browser
def test_the_open_page_is_reloaded_under_its_policy(browser: Browser, start: Callable[[int], Preview]) -> None:
    preview = start(0)
    page_open = browser.new_page()
    try:
        errors: list[str] = []
        page_open.on("console", lambda message: errors.append(message.text))
        page_open.goto(f"http://127.0.0.1:{preview.port}/index.html?q=kept#here")
        assert page_open.inner_text("p") == "one"
        lay(preview.source, {"index.html": page("two")})
        page_open.wait_for_selector("text=two", timeout=10_000)
        assert page_open.url.endswith("/index.html?q=kept#here")
        assert errors == []
        # It says that a build failed, and why, until one succeeds; nothing of that is in the site.
        lay(preview.source, {"broken": b""})
        alert = page_open.wait_for_selector("[role=alert]", timeout=10_000)
        assert alert is not None
        assert "1.md:1: <b>wrong</b>" in alert.inner_text()
        assert "and 2 more" in alert.inner_text()
        assert page_open.inner_text("p") == "two"
        page_open.reload()
        page_open.wait_for_selector("[role=alert]", timeout=10_000)
        (preview.source / "broken").unlink()
        page_open.wait_for_selector("[role=alert]", state="detached", timeout=10_000)
        assert b"alert" not in (preview.output / "index.html").read_bytes()
        assert errors == []
        # The page is reloaded too when a new server comes after an old one.
        preview.process.kill()
        preview.process.wait()
        lay(preview.source, {"index.html": page("three")})
        publish(files_of(published(preview.source)), preview.output)
        start(preview.port).waits()
        page_open.wait_for_selector("text=three", timeout=10_000)
    finally:
        page_open.close()
