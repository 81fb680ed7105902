"""The preview server: serves the built site on this machine alone, watches the input, and has it built anew."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from generator.errors import BackfileError
from generator.publish.preview import Build, preview_app

if TYPE_CHECKING:
    from watchfiles import Change

HOST = "127.0.0.1"
PORTS_TRIED = 21
"""The port that was asked for and the twenty after it."""

_QUIET = 50
"""Milliseconds without a further change after which the changes so far are built: an editor saves in several steps."""
# What editors write beside the file that they save: Vim (4913, .swp, ~), Emacs (#…#), JetBrains (___jb_…), Office.
_EDITORS_OWN = re.compile(r"4913$|#.*#$|~\$|.*~$|.*\.(?:sw[a-p]|tmp|temp|bak|crdownload|part)$|.*___jb_\w+___$")


def serve(
    output: Path, port: int, rebuild: Callable[[], bool], watch: Sequence[Path], say: Callable[[str], None]
) -> None:
    """Serves the site in `output` at `port` of this machine, or at the next one that is free, until Ctrl-C.

    At each change below the folders and files in `watch` (what does not exist is left out; `output`, names that begin
    with a dot and what editors write for themselves do not count), `rebuild` is called in a thread of its own, never
    twice at once. It tells its own errors, and returns whether the site is another one now: open pages are then
    reloaded. `port` 0 takes any free one. Raises BackfileError if no port can be had, and KeyboardInterrupt at Ctrl-C.
    """
    listener = _listen(port, say)
    try:
        asyncio.run(_serve(output, listener, rebuild, watch, say))
    finally:
        listener.close()


async def _serve(
    output: Path,
    listener: socket.socket,
    rebuild: Callable[[], bool],
    watch: Sequence[Path],
    say: Callable[[str], None],
) -> None:
    import uvicorn

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            # Else the pages that wait for a new build would be waited for.
            loop.call_soon_threadsafe(over)
            super().handle_exit(sig, frame)

    def over() -> None:
        build.end()
        stop.set()

    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    build = Build(time.time_ns() // 1_000_000)
    config = uvicorn.Config(
        preview_app(output, build),
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    changes = asyncio.create_task(_rebuild_on_change(output, build, rebuild, watch, say, stop))
    server = Server(config)
    # A fault of the watcher ends the server too, with that fault.
    changes.add_done_callback(lambda _: setattr(server, "should_exit", True))
    say(f"Serving http://{HOST}:{listener.getsockname()[1]}/ until Ctrl-C.")
    try:
        await server.serve(sockets=[listener])
    finally:
        over()
        await changes


async def _rebuild_on_change(
    output: Path,
    build: Build,
    rebuild: Callable[[], bool],
    watch: Sequence[Path],
    say: Callable[[str], None],
    stop: asyncio.Event,
) -> None:
    from watchfiles import awatch

    watched = [path.resolve() for path in watch if path.exists()]
    if not watched:
        await stop.wait()
        return
    counts = _what_counts(watched, output)
    async for changes in awatch(*watched, watch_filter=counts, step=_QUIET, stop_event=stop):
        names = sorted({Path(path).name for _, path in changes})
        say(f"{names[0]}{f' and {len(names) - 1} more' if len(names) > 1 else ''} changed: building.")
        if await asyncio.to_thread(rebuild):
            build.advance()


def _what_counts(watched: Sequence[Path], output: Path) -> Callable[[Change, str], bool]:
    """Tells of the path of a change whether the site is to be built for it."""
    site = output.resolve()

    def counts(change: Change, path: str) -> bool:
        changed = Path(path)
        if changed.is_relative_to(site):
            return False
        root = next((folder for folder in watched if changed.is_relative_to(folder)), changed.parent)
        names = changed.relative_to(root).parts or (changed.name,)
        return not any(name.startswith(".") or _EDITORS_OWN.match(name) for name in names)

    return counts


def _listen(port: int, say: Callable[[str], None]) -> socket.socket:
    last = min(port + PORTS_TRIED - 1, 65_535) if port else 0
    for candidate in range(port, last + 1):
        listener = _try_to_listen(candidate)
        if listener:
            if candidate != port:
                say(f"Port {port} is in use, so {candidate} is taken.")
            return listener
    raise BackfileError(
        f"Ports {port} to {last} of {HOST} are all in use.", "Choose another port, or end what uses them."
    )


def _try_to_listen(port: int) -> socket.socket | None:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # There, it would share the port with another program.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            return None
        raise BackfileError(
            f"Port {port} of {HOST} cannot be used: {error.strerror or error}.", "Choose a port from 1024 to 65535."
        ) from error
    return listener
