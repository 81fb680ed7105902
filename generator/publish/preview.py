"""Answers requests for the pages of a built site, and lets an open page know when it is built anew.

A page of the site may only run scripts of its own host, and may not fetch (its Content-Security-Policy says so). So
each page is served with one more script, which adds a second one whose answer comes only when the page is another one,
or when a build failed: then the page says so, since it is not what its author just wrote.
"""

from __future__ import annotations

import asyncio
import json
import mimetypes
import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
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
  const query = new URL(document.currentScript.src).search;
  let told = "";
  let banner = null;
  const tell = (failure, lines) => {
    told = failure;
    if (banner) banner.remove();
    banner = null;
    if (!failure) return;
    banner = document.createElement("div");
    banner.setAttribute("role", "alert");
    banner.lang = "en";
    banner.dir = "ltr";
    // The page's policy allows no style of ours in HTML, but those that a script sets.
    banner.style.cssText = "position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 40vh; overflow: auto;"
      + "padding: 10px 16px; background: #8c1c13; color: #fff; font: 14px/1.45 monospace; overflow-wrap: anywhere";
    for (const line of lines.split("\\n")) {
      const row = document.createElement("div");
      row.textContent = line;
      banner.append(row);
    }
    banner.firstChild.style.fontWeight = "bold";
    document.body.append(banner);
  };
  const wait = () => {
    if (document.hidden) {
      document.addEventListener("visibilitychange", wait, { once: true });
      return;
    }
    const script = document.createElement("script");
    script.src = "/-/wait.js" + query + "&told=" + told;
    script.onload = () => {
      script.remove();
      if (script.dataset.changed) location.reload();
      else {
        if ("failure" in script.dataset) tell(script.dataset.failure, script.dataset.lines);
        wait();
      }
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
_FAILURE_JS = "Object.assign(document.currentScript.dataset, %s);\n"

_SHOWN = 3
"""Errors of a failed build that a page shows; the terminal has them all."""


class Preview:
    """What is shown of the site in a folder, and who waits for something else; of one event loop."""

    def __init__(self, output: Path, number: int) -> None:
        """`number` is to differ from those of earlier servers, so that a page left open from one is reloaded."""
        self.output = output
        self.is_over = False
        """Whether nothing else will be shown."""
        self._number = number
        self._quick: Mapping[str, bytes] = {}
        self._failure: Sequence[str] = ()
        self._next = asyncio.Event()

    def show(self, quick: Mapping[str, bytes], *, is_other: bool = False) -> None:
        """Shows the site as it is in its folder now, but these pages, by their paths, instead of those of the folder.

        Who waits for a page that is another one is told; with `is_other`, for what is no page may be, everyone is.
        """
        self._quick = quick
        self._number += is_other
        self._wake()

    def tell(self, failure: Sequence[str]) -> None:
        """Has open pages say why the last build failed, in a line for each error; without any, that it did not."""
        self._failure = failure
        self._wake()

    def end(self) -> None:
        """The server is about to end: who waits is sent away."""
        self.is_over = True
        self._wake()

    def _wake(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    def html(self, path: str) -> tuple[bytes, int]:
        """What is shown for the path of a request, which begins with `/` and means a page, and the answer's status."""
        html = self._quick.get(path[1:]) or _bytes(find_file(self.output, path))
        return (_bytes(self.output / "404.html") or _NO_PAGE, 404) if html is None else (html, 200)

    def mark(self, html: bytes) -> str:
        """A word for what is shown, which is another one after each change that matters to who sees `html`."""
        return f"{self._number}-{blake2b(html, digest_size=8).hexdigest()}"

    @property
    def failure_mark(self) -> str:
        """A word for what is told of the last build; empty where it did not fail."""
        told = "\n".join(self._failure).encode()
        return blake2b(told, digest_size=8).hexdigest() if told else ""

    @property
    def failure_lines(self) -> tuple[str, ...]:
        """What a page says of the last build, where that failed."""
        if not self._failure:
            return ()
        more = len(self._failure) - _SHOWN
        last = (f"and {more:,} more: see the terminal",) if more > 0 else ()
        return ("The build failed; this is the page of the last one that succeeded.", *self._failure[:_SHOWN], *last)

    def is_past(self, path: str, mark: str) -> bool:
        """Whether something other than `mark` is shown for the path."""
        return self.mark(self.html(path)[0]) != mark

    async def has_news(self, path: str, mark: str, told: str, patience: float) -> bool:
        """Whether `is_past`, or something other than `told` is to be told, at once or within `patience` seconds."""
        try:
            async with asyncio.timeout(patience):
                while not self.is_over and not self.is_past(path, mark) and self.failure_mark == told:
                    await self._next.wait()
        except TimeoutError:
            return False
        return not self.is_over


def preview_app(preview: Preview, poll: float = POLL) -> Starlette:
    """The application that serves what `preview` shows; the folder may be replaced at any time."""
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
        asked = request.query_params
        path, seen = asked.get("page", ""), asked.get("seen", "")
        news = await preview.has_news(path, seen, asked.get("told", ""), poll)
        if preview.is_over:
            return Response(status_code=503, headers=_HEADERS)
        if not news:
            return script(_UNCHANGED_JS)
        if preview.is_past(path, seen):
            return script(_CHANGED_JS)
        failure = {"failure": preview.failure_mark, "lines": "\n".join(preview.failure_lines)}
        return script(_FAILURE_JS % json.dumps(failure))

    async def page(request: Request) -> Response:
        return _answer(preview, request.scope["path"])

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


def _answer(preview: Preview, path: str) -> Response:
    from starlette.responses import FileResponse, RedirectResponse, Response

    file = find_file(preview.output, path)
    if file is not None and file.is_dir():
        return RedirectResponse(quote(path) + "/", headers=_HEADERS)
    if file is not None and file.suffix != ".html":
        return FileResponse(file, headers=_HEADERS, media_type=media_type(file.name))
    html, status = preview.html(path)
    return Response(_waiting(html, path, preview.mark(html)), status, _HEADERS, media_type="text/html")


def _bytes(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None


def _waiting(html: bytes, path: str, mark: str) -> bytes:
    """The page at a path with the script that waits until what is shown there is no longer what `mark` says."""
    script = f'<script src="/-/reload.js?page={quote(path, safe="")}&amp;seen={mark}"></script>'.encode()
    ends = list(_BODY_END.finditer(html))
    end = ends[-1].start() if ends else len(html)
    return html[:end] + script + html[end:]
