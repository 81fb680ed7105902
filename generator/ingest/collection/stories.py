"""Finds among the sources of an import those that tell the same story."""

from __future__ import annotations

import zlib

from generator.articles.front_matter import split_article
from generator.articles.near_duplicates import Sketch, near_duplicates, sketch
from generator.ingest.report import Twins


class Stories:
    """Takes in articles one by one and keeps of each its sketch and its compressed text."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._texts: dict[str, bytes] = {}

    def add(self, file: str, article: str) -> None:
        """Takes in the article file's text that was made of the source `file`."""
        parts = split_article(article)
        body = parts.body if parts else article
        self._sketches[file] = sketch(body)
        self._texts[file] = zlib.compress(body.encode(), 1)

    def twins(self) -> tuple[Twins, ...]:
        """The pairs that tell the same story, by name."""
        pairs = near_duplicates(self._sketches, lambda file: zlib.decompress(self._texts[file]).decode())
        return tuple(Twins((pair.one, pair.other), pair.shared) for pair in pairs)
