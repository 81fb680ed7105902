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
from collections.abc import Callable, Iterator
from functools import cached_property
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

    def build(self) -> str:
        """The number of the build that is served."""
        match = re.search(rb'<script src="/-/reload\.js\?build=(\d+)"></script>', self.get("/")[2])
        assert match
        return match[1].decode()

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
    assert re.sub(rb'<script src="/-/reload\.js\?build=\d+"></script>(?=</body>)', b"", body) == SITE["index.html"]
    assert preview.get("/open.html")[2].startswith(b"<p>no end<script ")
    assert preview.get("/a/")[2].startswith(SITE["a/index.html"][:200])
    assert preview.get("/index.html?q=1")[2] == body
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
    build = preview.build()
    answers: list[bytes] = []
    waiting = threading.Thread(target=lambda: answers.append(preview.get(f"/-/wait.js?build={build}")[2]))
    waiting.start()
    lay(preview.source, {"index.html": page("two")})
    preview.hear("^index.html changed: building.$")
    preview.hear("^built$")
    waiting.join(20)
    assert b"changed" in answers[0]
    assert b"<p>two</p>" in preview.get("/")[2]
    assert preview.build() != build
    assert b"changed" in preview.get(f"/-/wait.js?build={build}")[2]


def test_after_a_failed_build_the_old_site_goes_on(preview: Preview) -> None:
    build = preview.build()
    lay(preview.source, {"broken": b"", "index.html": page("two")})
    preview.hear("^cannot build$")
    assert b"<p>one</p>" in preview.get("/")[2]
    assert preview.build() == build
    (preview.source / "broken").unlink()
    preview.hear("^built$")
    assert b"<p>two</p>" in preview.get("/")[2]


def test_a_fault_in_building_ends_the_server_with_it(preview: Preview) -> None:
    preview.build()
    lay(preview.source, {"crash": b""})
    preview.hear("^RuntimeError: a fault of the program$")
    assert preview.process.wait(10) == 1


def test_what_editors_write_for_themselves_is_no_change(preview: Preview) -> None:
    preview.build()
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
    build = preview.build()
    statuses: list[int] = []
    waiting = threading.Thread(target=lambda: statuses.append(preview.get(f"/-/wait.js?build={build}")[0]))
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
        # The page is reloaded too when a new server comes after an old one.
        preview.process.kill()
        preview.process.wait()
        lay(preview.source, {"index.html": page("three")})
        publish(files_of(published(preview.source)), preview.output)
        start(preview.port).build()
        page_open.wait_for_selector("text=three", timeout=10_000)
    finally:
        page_open.close()
