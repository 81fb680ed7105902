"""Finds the lines that go on with the stanza or address of the line right above, and stay lines of its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.ingest.blocks import Block, Shape

_LONGEST = 100
"""Characters of a verse."""
_ENOUGH_PARTED = 3
"""Pairs of paragraphs with a blank line between them, that show that a single line end parts none."""
_FEWEST_STANZAS, _MOST_PARAGRAPHS = 2, 0.2
"""Stanzas of three lines at least, and paragraphs for each of their lines, in a source that holds a poem alone."""
_FEWEST_VERSES, _FEWEST_OPEN, _PART_OPEN, _WORDS = 4, 3, 0.25, 2.5
"""Lines of a poem; those that break a sentence off, and their part; words of a line in the mean. Menus have fewer."""
_OPEN = (",", ";", "—", "–", "،", "؛", "，", "、", "；")
"""With what a line ends whose sentence goes on."""


def within_paragraphs(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the short blocks that only a line end parts from the block above, in one paragraph with it.

    Where a source parts its paragraphs by blank lines, a single line end means no more, as in one that has hardly any
    paragraphs but lines in groups. Elsewhere, lines of which several break a sentence off are a poem's.
    """
    runs = list(_runs(blocks, with_sentences=True))
    if not runs:
        return frozenset()
    if not (_parts_by_blank_lines(blocks) or _are_stanzas(blocks, runs)):
        runs = [run for run in _runs(blocks) if _is_poem(run)]
    return frozenset(block.index for run in runs for block in run[1:])


def poems(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the lines of poems, whatever else a source holds."""
    return frozenset(block.index for run in _runs(blocks) if _is_poem(run) for block in run)


def _parts_by_blank_lines(blocks: Sequence[Block]) -> bool:
    pairs = [(above, below) for above, below in pairwise(blocks) if _is_paragraph(above) and _is_paragraph(below)]
    return len(pairs) >= _ENOUGH_PARTED and not any(below.adjoins(above) for above, below in pairs)


def _is_paragraph(block: Block) -> bool:
    return len(block.text) > _LONGEST and block.is_prose


def _are_stanzas(blocks: Sequence[Block], runs: Sequence[Sequence[Block]]) -> bool:
    stanzas = [run for run in runs if len(run) >= 3]
    verses = [verse for stanza in stanzas for verse in stanza]
    paragraphs = sum(map(_is_paragraph, blocks))
    if len(stanzas) < _FEWEST_STANZAS or paragraphs > _MOST_PARAGRAPHS * len(verses):
        return False
    return 2 * sum(verse.ends_in_stop for verse in verses) <= len(verses) and _are_wordy(verses)


def _runs(blocks: Sequence[Block], with_sentences: bool = False) -> Iterator[list[Block]]:
    """Short lines one right below the other; a whole sentence may be a paragraph of its own."""
    run: list[Block] = []
    for block in blocks:
        is_line = len(block.text) <= _LONGEST and _is_line(block) and (with_sentences or not block.is_prose)
        if run and not (is_line and block.adjoins(run[-1])):
            if len(run) > 1:
                yield run
            run = []
        if is_line:
            run.append(block)
    if len(run) > 1:
        yield run


def _is_line(block: Block) -> bool:
    return block.line_count == 1 and not block.marker and block.shape is Shape.TEXT and block.words > 0


def _is_poem(run: Sequence[Block]) -> bool:
    if len(run) < _FEWEST_VERSES or not _are_wordy(run):
        return False
    is_open = sum(_is_open(line, below) for line, below in pairwise(run))
    return is_open >= _FEWEST_OPEN and is_open >= _PART_OPEN * len(run)


def _is_open(line: Block, below: Block) -> bool:
    """Whether a sentence goes on; a reader's name may begin small, too."""
    return line.text.endswith(_OPEN) or (below.text[0].islower() and line.words > 1 and below.words > 1)


def _are_wordy(lines: Sequence[Block]) -> bool:
    return sum(line.words for line in lines) >= _WORDS * len(lines)
