"""Finds among the sources of an import those that tell the same story."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from generator.articles.front_matter import split_article
from generator.articles.near_duplicates import Sketch, near_duplicates, sketch
from generator.ingest.report import Twins


@dataclass(frozen=True, slots=True)
class Story:
    """What is kept of an article in order to compare it with others."""

    sketch: Sketch
    text: bytes
    """Its body, compressed."""


def story_of(article: str) -> Story:
    """The story that an article file's text tells."""
    parts = split_article(article)
    body = parts.body if parts else article
    return Story(sketch(body), zlib.compress(body.encode(), 1))


class Stories:
    """Takes in the stories of an import one by one."""

    def __init__(self) -> None:
        self._told: dict[str, Story] = {}

    def add(self, file: str, story: Story) -> None:
        """Takes in the story that was made of the source `file`."""
        self._told[file] = story

    def twins(self) -> tuple[Twins, ...]:
        """The pairs that tell the same story, by name."""
        sketches = {file: story.sketch for file, story in self._told.items()}
        pairs = near_duplicates(sketches, lambda file: zlib.decompress(self._told[file].text).decode())
        return tuple(Twins((pair.one, pair.other), pair.shared) for pair in pairs)
