"""A web host on this machine that sends gzip over the wire and counts what it sends."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".css": "text/css",
    ".wasm": "application/wasm",
}
_PACKED = {".gz", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"}
"""What is compressed already."""


class Host:
    """A folder that is served, and what was sent of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self._lock = threading.Lock()
        self._sent = 0
        self._requests = 0

    def add(self, size: int) -> None:
        with self._lock:
            self._sent += size
            self._requests += 1

    def taken(self) -> tuple[int, int]:
        """Bytes, headers included, and requests since the last time that this was asked."""
        with self._lock:
            sent, requests = self._sent, self._requests
            self._sent = self._requests = 0
        return sent, requests


@lru_cache(maxsize=4_000)
def _body(path: Path) -> tuple[bytes, bool]:
    data = path.read_bytes()
    if path.suffix in _PACKED or path.name.startswith("wasm."):
        return data, False
    return gzip.compress(data, 6, mtime=0), True


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serves the folder on a free port."""
    host = Host(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # A small answer is not kept back until the last one is acknowledged.
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_GET(self) -> None:
            path = folder / unquote(urlsplit(self.path).path).lstrip("/")
            if not path.is_file():
                self.send_error(404)
                return
            data, is_packed = _body(path)
            head = f"Content-Type: {_TYPES.get(path.suffix, 'application/octet-stream')}\r\n"
            head += f"Content-Length: {len(data)}\r\nCache-Control: max-age=3600\r\n"
            head += "Content-Encoding: gzip\r\n" if is_packed else ""
            answer = f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + data
            host.add(len(answer))
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        host.address = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        server.shutdown()
