"""The sample archive, built once for all tests that look at it in a browser, and a server that has it in a sub-path."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
SUB_PATH = "some/where"


def build_sample(folder: Path) -> Path:
    """Builds a copy of the sample archive in `folder` and gives the site's folder."""
    shutil.copytree(REPOSITORY / "content", folder / "content")
    assert main(["--root", str(folder), "build"]) == 0
    return folder / "output"


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    """Serves `site` on this machine below a path, as a host does, and gives the address of its root.

    `folder` is an empty one for the server's root.
    """
    place = folder / SUB_PATH
    place.parent.mkdir(parents=True)
    place.symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{SUB_PATH}/"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Says nothing: a test's output is not a server's log."""
