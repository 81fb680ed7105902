"""Finds which lines go on with the line above since they begin small, where few paragraphs of a source are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from generator.ingest.line_breaks import begins_its_own, ends_sentence, has_room

_SHORTEST = 40
"""Characters of a line that is broken off: those of lists and poems are shorter."""
_LEAST_WIDTH, _GREATEST_WIDTH = 58, 130
_ENOUGH = 3
"""Such lines that a source must have to be judged by them, and that a stretch must have to show its own width."""
_FILLED = 0.6
"""Of a stretch's lines. A poem's, if they begin small, are as long as it likes."""


def small_beginnings(lines: Sequence[str], clean: Sequence[str], joined: Set[int]) -> frozenset[int]:
    """The indexes of such lines; those that are `joined` to the line above are none of them. `clean` has the
    `lines` normalised.

    An extractor that leaves out blank lines keeps the line ends that a page's file has within its paragraphs. Between
    lines that begin small stand some that do not: they go on where the line above is as full as the others, unless they
    are indented, or stand among lines of which it is known that they were broken, and which of them go on.
    """
    begun_small = [number for number, text in enumerate(clean) if number and text[:1].islower()]
    if len(begun_small) < _ENOUGH:
        return frozenset()
    found: set[int] = set()
    for stretch in _stretches([number for number in begun_small if _breaks_off(clean[number - 1])]):
        width = 0 if joined >= set(stretch) else _width(clean[stretch.start - 1 : stretch.stop])
        if not width:
            continue
        full = (*(number for number in stretch if _goes_on(clean, number, width)), *_beside(clean, stretch, width))
        found.update(number for number in full if clean[number][0].islower() or not _is_parted(lines, joined, number))
    # Of a paragraph's first line an extractor may have left a word or two.
    for first in reversed(begun_small):
        going_on = first + 1 in found or first + 1 in joined
        if going_on and clean[first - 1] and not ends_sentence(clean[first - 1]):
            found.add(first)
    return frozenset(found - joined)


def broken_after_words(clean: Sequence[str], joined: Set[int]) -> frozenset[int]:
    """The indexes of lines right below one that ends in a word with which no sentence ends, such as an article.

    Where a link stood in the sentence, an extractor may have ended the line before it.
    """
    return frozenset(
        number
        for number, line in enumerate(clean[:-1], 1)
        if clean[number]
        and _OPEN_END.search(line[-_LONGEST_OPEN_END:])
        and max(len(line), len(clean[number])) >= _LONGER_THAN_VERSES
        and number not in joined
        and not begins_its_own(clean[number])
    )


_LONGER_THAN_VERSES = 60
"""Characters of one of the two."""
_LONGEST_OPEN_END = 8
_OPEN_END = re.compile(
    r"\s(?:the|and|der|dem|des|und|oder|einem|eines|les|des|et|ou|los|las|del|dello|della|degli|gli|het|och|oraz)$"
)


def _is_parted(lines: Sequence[str], joined: Set[int], number: int) -> bool:
    here, above = lines[number], lines[number - 1]
    indent = (len(here) - len(here.lstrip())) - (len(above) - len(above.lstrip()))
    return indent > 1 or not joined.isdisjoint((number - 1, number + 1))


def _breaks_off(line: str) -> bool:
    return len(line) >= _SHORTEST and not ends_sentence(line)


_ADDRESS = re.compile(r"\s(?:https?://\S+|www\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net))$")
"""A notice ends in it, and no full stop stands behind it."""


_GAP = 3
"""Lines from one that begins small to the next, within a stretch."""


def _stretches(small: Sequence[int]) -> Iterator[range]:
    """The stretches of lines from one that begins small to the last one near it, and those right beside them."""
    first = small[0] if small else 0
    for number, below in pairwise((*small, small[-1] + _GAP + 1) if small else ()):
        if below - number > _GAP:
            yield range(max(first - 1, 1), number + 1)
            first = below


def _width(lines: Sequence[str]) -> int:
    """The width at which a stretch of lines was broken, or 0 where it seems not to have been."""
    width = max((len(line) for line in lines if len(line) <= _GREATEST_WIDTH), default=0)
    broken = [(line, below) for line, below in pairwise(lines) if below[:1].islower() and not ends_sentence(line)]
    if width < _LEAST_WIDTH or len(broken) < _ENOUGH:
        return 0
    filled = sum(len(line) <= width and not has_room(line, below, 0.95 * width) for line, below in broken)
    return width if filled >= _FILLED * len(broken) else 0


def _beside(clean: Sequence[str], stretch: range, width: int) -> Iterator[int]:
    """The lines above and below a stretch that go on with full ones which break off."""
    for numbers in (range(stretch.start - 1, 0, -1), range(stretch.stop, len(clean))):
        yield from takewhile(lambda n: _breaks_off(clean[n - 1]) and _goes_on(clean, n, width), numbers)


def _goes_on(clean: Sequence[str], number: int, width: int) -> bool:
    above, line = clean[number - 1], clean[number]
    if not above or not line or len(above) > width or begins_its_own(line):
        return False
    if line[0].islower() and not ends_sentence(above):
        return True
    # A line far beyond the width is a paragraph that nobody broke.
    return len(line) <= 2 * width and not has_room(above, line, 0.9 * width) and not _ADDRESS.search(above)
