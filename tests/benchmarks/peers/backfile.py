"""Backfile itself, called as people call it: `build.py` of a checkout, which may be another one than this."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from generator.archive.values import Kind
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.peers.tool import Tool


def backfile(program: Path, name: str, few_names: bool = False) -> Tool:
    """The tool that runs `program`; with few names, its archives know only those whom their articles name."""
    return Tool(
        name=name,
        environment=None,
        version=lambda: str(program),
        project="backfile-few-names" if few_names else "backfile",
        write=_write_few_names if few_names else _write,
        command=lambda folder: call(program, "--root", str(folder), "build"),
        article="content/articles/*.md",
        page="output/articles/*.html",
        made=("output", ".cache"),
        server=lambda folder: call(program, "--root", str(folder), "serve"),
    )


def call(program: Path, *arguments: str) -> tuple[str, ...]:
    """A call of Backfile's command line."""
    return (sys.executable, str(program), *arguments)


def _write(corpus: Corpus, count: int, folder: Path) -> None:
    corpus.write_folder(folder, count)


def _write_few_names(corpus: Corpus, count: int, folder: Path) -> None:
    corpus.write_folder(folder, count)
    articles = list(corpus.articles(count))
    for kind in corpus.names:
        named = {number for article in articles for number in article.terms[kind]}
        path = folder / "content" / "authorities" / f"{kind}.yaml"
        path.write_text("".join(map(_entry(corpus, kind), sorted(named))), encoding="utf-8")


def _entry(corpus: Corpus, kind: Kind) -> Callable[[int], str]:
    def entry(number: int) -> str:
        name = corpus.names[kind][number]
        return f"- id: {name.lower().replace(' ', '-')}\n  name: {name}\n"

    return entry
