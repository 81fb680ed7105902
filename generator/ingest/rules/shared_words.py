"""Tells which words of a line stand elsewhere in its source, for many lines in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from generator.ingest.blocks import Block
from generator.ingest.rules.headline import stems_of

_STEM = 5
"""Letters by which words are compared, as `stems_of` does."""


class SharedWords:
    """How many of some blocks have each stem."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = tuple(blocks)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(stem for block in self._blocks for stem in stems_of([block]))

    def elsewhere(self, stems: Iterable[str], *without: Block) -> set[str]:
        """Which of the stems some block has besides those `without`, all of which are among the blocks."""
        own = Counter(stem for block in without for stem in stems_of([block]))
        return {stem for stem in stems if self._counts[stem] > own[stem]}


def long_stems(block: Block, letters: int) -> set[str]:
    """The stems of a block's words of at least so many letters."""
    return {word[:_STEM] for word in block.folded_words if len(word) >= letters}
