"""Pagefind, upon the pages that Hugo has made: their articles, all as one language, as Backfile's search is one."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.peers.environment import Environment
from tests.benchmarks.peers.tool import Tool

_ENVIRONMENT = Environment("pagefind", ("pagefind_bin==1.5.2",))


def _program() -> str:
    return _ENVIRONMENT.carried("pagefind_bin/pagefind")


def _version() -> str:
    return subprocess.run([_program(), "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]


def _write(corpus: Corpus, count: int, folder: Path) -> None:
    raise AssertionError("Pagefind has no input of its own")


PAGEFIND = Tool(
    name="Pagefind",
    environment=_ENVIRONMENT,
    version=_version,
    project="hugo",
    write=_write,
    command=lambda folder: (_program(), "--site", str(folder / "public"), "--force-language", "en", "--quiet"),
    article="content/articles/*.md",
    page="public/articles/*.html",
    made=("public/pagefind",),
)
