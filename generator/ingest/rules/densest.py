"""Weighs the lines of a source, to find the stretch of it that has the most text and the fewest scraps."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, Shape
from generator.ingest.findings import Reading

FURNITURE, _SCRAP, _PARAGRAPH = -10, -5, 120
"""What a line adds to the weight of a stretch of the page: furniture, a scrap; a paragraph adds its words, at most."""
_OF_THE_TEXT = frozenset({"contents", "side-column", "slide-show"})
"""Rules that set aside what stands beside or between the text of any article."""


def weights_of(reading: Reading) -> list[int]:
    """What each line says for a text standing there, as far as rules have looked at the lines."""
    return [_weight(reading, block) for block in reading.blocks]


def _weight(reading: Reading, block: Block) -> int:
    finding = reading.finding(block.index)
    if block.shape is Shape.METADATA:
        return 0
    if finding is not None:
        if reading.found[block.index][1] in _OF_THE_TEXT:
            return 0
        return FURNITURE if finding.fate is Fate.SET_ASIDE and finding.role is not Role.RESIDUE else 0
    return min(block.words, _PARAGRAPH) if block.is_prose and not block.listed else _SCRAP


def heaviest(weights: Sequence[int]) -> tuple[int, int]:
    """The stretch `[start, end)` with the greatest sum; the first of equals; (0, 0) where no weight is positive."""
    best, best_start, best_end = 0, 0, 0
    total, start = 0, 0
    for position, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, position
        total += weight
        if total > best:
            best, best_start, best_end = total, start, position + 1
    return best_start, best_end
