"""The preview server: serves the built site on this machine alone, as it is now and as it is built anew."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from generator.errors import BackfileError
from generator.publish.preview import Preview, preview_app
from generator.publish.rebuilding import rebuild_on_change

if TYPE_CHECKING:
    from generator.publish.rebuilding import Workshop

HOST = "127.0.0.1"
PORTS_TRIED = 21
"""The port that was asked for and the twenty after it."""


def serve(output: Path, port: int, workshop: Workshop, watch: Sequence[Path], say: Callable[[str], None]) -> None:
    """Serves the site in `output` at `port` of this machine, or at the next one that is free, until Ctrl-C.

    At each change below the folders and files in `watch` (what does not exist is left out; `output`, names that begin
    with a dot and what editors write for themselves do not count), `workshop` builds the site anew; where it can make a
    page of the change by itself, that is shown before. Open pages that are others then are reloaded. `port` 0 takes any
    free one. Raises BackfileError if no port can be had, and KeyboardInterrupt at Ctrl-C.
    """
    listener = _listen(port, say)
    try:
        asyncio.run(_serve(output, listener, workshop, watch, say))
    finally:
        listener.close()


async def _serve(
    output: Path,
    listener: socket.socket,
    workshop: Workshop,
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
        preview.end()
        stop.set()

    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    preview = Preview(output, time.time_ns() // 1_000_000)
    config = uvicorn.Config(
        preview_app(preview),
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    changes = asyncio.create_task(rebuild_on_change(preview, workshop, watch, say, stop))
    server = Server(config)
    # A fault of the watcher ends the server too, with that fault.
    changes.add_done_callback(lambda _: setattr(server, "should_exit", True))
    say(f"Serving http://{HOST}:{listener.getsockname()[1]}/ until Ctrl-C.")
    try:
        await server.serve(sockets=[listener])
    finally:
        over()
        await changes


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
