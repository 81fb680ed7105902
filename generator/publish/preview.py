"""Answers requests for the pages of a built site, and lets an open page know when it is built anew.

A page of the site may only run scripts of its own host, and may not fetch (its Content-Security-Policy says so). So
each page is served with one more script, which adds a second one whose answer comes only when there is a new build.
"""

from __future__ import annotations

import asyncio
import mimetypes
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.publish.paths import path_fault

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

POLL = 25.0
"""Seconds after which a waiting script is answered though nothing has changed: before anything gives up on it."""

_TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "application/x-bibtex",
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".xml": "application/xml",
}
_HEADERS = {"Cache-Control": "no-store"}
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_NO_PAGE = b"<!DOCTYPE html><html lang=en><title>Not found</title><body><p>There is no such page in the built site."

# It waits only once the page is loaded, which a script that is still awaited would put off, and only while the page is
# seen: a browser has few connections to one host for all its tabs.
_RELOAD_JS = """\
"use strict";
(() => {
  const build = new URL(document.currentScript.src).searchParams.get("build");
  const wait = () => {
    if (document.hidden) {
      document.addEventListener("visibilitychange", wait, { once: true });
      return;
    }
    const script = document.createElement("script");
    script.src = "/-/wait.js?build=" + encodeURIComponent(build);
    script.onload = () => {
      script.remove();
      if (script.dataset.changed) location.reload(); else wait();
    };
    script.onerror = () => {
      script.remove();
      setTimeout(wait, 1000);
    };
    document.head.append(script);
  };
  addEventListener("load", () => setTimeout(wait));
})();
"""
_CHANGED_JS = 'document.currentScript.dataset.changed = "yes";\n'
_UNCHANGED_JS = '"nothing new";\n'


class Build:
    """The number of the build that is served, for those who wait for the next; of one event loop."""

    def __init__(self, number: int) -> None:
        """`number` is to differ from those of earlier servers, so that a page left open from one is reloaded."""
        self.number = number
        self._next = asyncio.Event()
        self.is_over = False
        """Whether there will be no more builds."""

    def advance(self) -> None:
        """There is a new build: who waits is told."""
        self.number += 1
        self._wake()

    def end(self) -> None:
        """The server is about to end: who waits is sent away."""
        self.is_over = True
        self._wake()

    def _wake(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def is_past(self, number: str, patience: float) -> bool:
        """Whether the build is another than `number`, at once or within `patience` seconds."""
        if number == str(self.number) and not self.is_over:
            try:
                await asyncio.wait_for(self._next.wait(), patience)
            except TimeoutError:
                return False
        return number != str(self.number)


def preview_app(output: Path, build: Build, poll: float = POLL) -> Starlette:
    """The application that serves the site in `output`, which may be replaced at any time, as build `build`."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.responses import Response
    from starlette.routing import Route

    def script(text: str) -> Response:
        return Response(text, headers=_HEADERS, media_type="text/javascript")

    async def reload_js(request: Request) -> Response:
        return script(_RELOAD_JS)

    async def wait_js(request: Request) -> Response:
        past = await build.is_past(request.query_params.get("build", ""), poll)
        if build.is_over:
            return Response(status_code=503, headers=_HEADERS)
        return script(_CHANGED_JS if past else _UNCHANGED_JS)

    async def page(request: Request) -> Response:
        return _answer(output, request.scope["path"], build.number)

    return Starlette(
        routes=[
            Route("/-/reload.js", reload_js),
            Route("/-/wait.js", wait_js),
            Route("/{path:path}", page, methods=["GET", "HEAD"]),
        ],
        # Else a page of another host whose name is made to lead here could read an archive that is not yet public.
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
    )


def find_file(output: Path, path: str) -> Path | None:
    """The file or folder of the site that the path of a request means, where there is one.

    `path` begins with `/` and has its percent signs undone. Neither the host's names nor anything that lies outside
    the site, be it behind a link, is found.
    """
    inside = path[1:] + "index.html" if path.endswith("/") else path[1:]
    if path_fault(inside):
        return None
    root = output.resolve()
    try:
        file = (root / inside).resolve(strict=True)
    except OSError:
        return None
    return file if file.is_relative_to(root) else None


def media_type(name: str) -> str:
    """The media type of a file by its name's ending: for the endings that sites have, the same on every machine."""
    ending = PurePosixPath(name).suffix.lower()
    return _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _answer(output: Path, path: str, build: int) -> Response:
    from starlette.responses import FileResponse, RedirectResponse

    file = find_file(output, path)
    if file is not None and file.is_dir():
        return RedirectResponse(quote(path) + "/", headers=_HEADERS)
    if file is not None and file.suffix != ".html":
        return FileResponse(file, headers=_HEADERS, media_type=media_type(file.name))
    html = _bytes(file)
    if html is None:
        return _page(_bytes(output / "404.html") or _NO_PAGE, build, status=404)
    return _page(html, build, status=200)


def _bytes(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None


def _page(html: bytes, build: int, status: int) -> Response:
    from starlette.responses import Response

    script = b'<script src="/-/reload.js?build=%d"></script>' % build
    ends = list(_BODY_END.finditer(html))
    end = ends[-1].start() if ends else len(html)
    return Response(html[:end] + script + html[end:], status, _HEADERS, media_type="text/html")
