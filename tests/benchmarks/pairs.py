"""Pairs of an input and what should come of it, as they lie in a folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.shingles import fold

INPUTS = (".txt", ".html", ".htm", ".md")
_GOLD_TEXT = ".gold.txt"
_GOLD_DATA = ".gold.json"
_BETWEEN_AUTHORS = re.compile(r"\s*(?:[,;&|·]|\b(?:and|und|et|och)\b)\s*")
_BY = re.compile(r"(?i)^\s*(?:by|von|par|por|di|av)\s+")


@dataclass(frozen=True, slots=True)
class Pair:
    """One input with its gold. What the gold does not tell is None or empty, and is not measured."""

    path: Path
    name: str
    """The path below the measured folder, with `/`."""
    body: str | None
    """The article's body: paragraphs parted by line ends."""
    title: str
    date: str
    """`YYYY-MM-DD`, or shorter where no more is known."""
    authors: frozenset[str]
    """Folded names."""
    wanted: tuple[str, ...]
    """Strings that must stand in the body."""
    unwanted: tuple[str, ...]
    """Strings that must not."""

    @property
    def group(self) -> str:
        """The folder that the pair stands in, relative to the measured one."""
        return self.name.rpartition("/")[0]


def find_pairs(folder: Path) -> Iterator[Pair]:
    """The pairs below `folder`, in the order of their names: `NAME.txt` or `NAME.html` with `NAME.gold.txt` or
    `NAME.gold.json` beside it, or both. An input without gold is no pair."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in INPUTS or path.name.endswith(_GOLD_TEXT):
            continue
        text, data = (path.with_name(path.stem + ending) for ending in (_GOLD_TEXT, _GOLD_DATA))
        if text.exists() or data.exists():
            yield _pair(path, path.relative_to(folder).as_posix(), text, data)


def _pair(path: Path, name: str, text: Path, data: Path) -> Pair:
    said: dict[str, Any] = json.loads(data.read_text(encoding="utf-8")) if data.exists() else {}
    return Pair(
        path=path,
        name=name,
        body=text.read_text(encoding="utf-8") if text.exists() else None,
        title=said.get("title") or "",
        date=said.get("date") or "",
        authors=names(said.get("author") or ()),
        wanted=tuple(said.get("with") or ()),
        unwanted=tuple(said.get("without") or ()),
    )


def names(authors: str | list[str] | tuple[str, ...]) -> frozenset[str]:
    """The names of authors without regard to case, punctuation and order; a text may hold several names."""
    texts = [authors] if isinstance(authors, str) else authors
    parts = (part for text in texts for part in _BETWEEN_AUTHORS.split(_BY.sub("", text)))
    return frozenset(" ".join(fold(part)) for part in parts) - {""}
