"""The sample archive, built once for all tests that look at it in a browser, and a server that has it in a sub-path."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
SUB_PATH = "some/where"


THEMES = ("reader", "plain", "broadsheet")


def build_sample(folder: Path, **settings: str) -> Path:
    """Builds a copy of the sample archive in `folder`, with some other settings; gives the site's folder."""
    shutil.copytree(REPOSITORY / "content", folder / "content")
    set_in(folder / "content/site.yaml", settings)
    assert main(["--root", str(folder), "build"]) == 0
    return folder / "output"


def set_in(site_yaml: Path, settings: Mapping[str, str]) -> None:
    """Gives keys at the top of a site.yaml other values."""
    lines = site_yaml.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.partition(":")[0] not in settings]
    added = [f"{key}: {value}" for key, value in settings.items()]
    site_yaml.write_text("\n".join([*kept, *added, ""]), encoding="utf-8")


def one_of_each_kind(site: Path) -> list[str]:
    """The paths of the largest page of each kind, as the pages' bodies name them, and of one that leads on.

    A list whose names have ways into the middle of their own lists is a kind of its own.
    """
    largest: dict[tuple[str, bool], tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        kind = re.search(r'<body class="is-([\w-]+)', text)
        size = len(text), file.relative_to(site).as_posix()
        name = kind[1] if kind else "", 'class="parts"' in text
        largest[name] = max(largest.get(name, size), size)
    return sorted(path for _, path in largest.values())


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    """Serves `site` on this machine below a path, as a host does, and gives the address of its root.

    `folder` is an empty one for the server's root.
    """
    place = folder / SUB_PATH
    place.parent.mkdir(parents=True)
    place.symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{SUB_PATH}/"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Says nothing: a test's output is not a server's log."""
