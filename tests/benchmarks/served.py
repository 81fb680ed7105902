"""Measures how long an author waits under `serve`: from saving an article until its page has been loaded anew.

A browser's part is played over HTTP: it loads the page, waits for the answer of `/-/wait.js` as the page's own script
does, and loads the page again. Other tools tell browsers in ways of their own; from them the page is loaded again and
again, which is no slower.
"""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from tests.benchmarks.running import Cost, RunFailedError, end_session, session_cpu

_HOST = "127.0.0.1"
_SCRIPT = re.compile(r'/-/reload\.js\?([^"]+)"')
_SETTLED = 0.5
"""Seconds for the request that waits to arrive, and for the watcher to be done with what was saved before."""

_RESTS = 0.1
"""The share of a processor that a server uses at most that has nothing to do."""

_AGAIN = 0.01
"""Seconds between two times that a page is loaded."""


class Served:
    """A preview server that runs."""

    def __init__(self, port: int, session: int, limit: float) -> None:
        self._port = port
        self._session = session
        self._limit = limit

    def load(self, page: str) -> str:
        """The page as it is now. Raises RunFailedError if the server does not answer with it."""
        status, text = self._get(page)
        if status != http.client.OK:
            raise RunFailedError(f"the preview server answers {page} with {status}")
        return text

    def time_edit(self, page: str, save: Callable[[], None], word: str) -> Cost:
        """Saves, and waits until the page that was loaded anew has the word; memory is not measured."""
        query = script_query(self.load(page))
        waiting = http.client.HTTPConnection(_HOST, self._port, timeout=600)
        waiting.request("GET", f"/-/wait.js?{query}")
        time.sleep(_SETTLED)
        used, start = session_cpu(self._session), time.perf_counter()
        save()
        while time.perf_counter() - start < self._limit:
            has_changed = b"changed" in waiting.getresponse().read()
            text = self.load(page) if has_changed else ""
            if word in text:
                seconds = time.perf_counter() - start
                return Cost(seconds, session_cpu(self._session) - used, 0)
            query = script_query(text) if text else query
            waiting.request("GET", f"/-/wait.js?{query}")
        raise RunFailedError(f"the preview server never showed {page} with the edit")

    def time_edit_of_another(self, page: str, save: Callable[[], None], word: str) -> Cost:
        """The same for a server that is not ours."""
        self.load(page)
        time.sleep(_SETTLED)
        used, start = session_cpu(self._session), time.perf_counter()
        save()
        while time.perf_counter() - start < self._limit:
            if word in self._get(page)[1]:
                return Cost(time.perf_counter() - start, session_cpu(self._session) - used, 0)
            time.sleep(_AGAIN)
        raise RunFailedError(f"the server never showed {page} with the edit")

    def _get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection(_HOST, self._port, timeout=60)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()


def script_query(page: str) -> str:
    """What a page of the preview server waits with for another one. Raises RunFailedError if it does not wait."""
    found = _SCRIPT.search(page)
    if not found:
        raise RunFailedError("the preview server's page has no script that waits for another one")
    return unescape(found[1])


@contextmanager
def served(command: Sequence[str], folder: Path, log: Path, limit: float = 900) -> Iterator[Served]:
    """Runs `command --port N` in a folder, and gives its server once it answers and rests; ends it afterwards."""
    port = _free_port()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _await_port(process, port, limit)
            _await_rest(process.pid, limit)
            yield Served(port, process.pid, limit)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                end_session(process.pid)
                process.wait()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((_HOST, 0))
        return int(listener.getsockname()[1])


def _await_port(process: subprocess.Popen[bytes], port: int, limit: float) -> None:
    end = time.monotonic() + limit
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection((_HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RunFailedError(f"nothing is served at port {port}")


def _await_rest(session: int, limit: float) -> None:
    """Waits until a server is done with what it does first, as an author has who opens a page and begins to write."""
    end = time.monotonic() + limit
    used = session_cpu(session)
    while time.monotonic() < end:
        time.sleep(_SETTLED)
        before, used = used, session_cpu(session)
        if used - before < _RESTS * _SETTLED:
            return
