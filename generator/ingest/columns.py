"""Reads lines in which columns stand side by side, as a page laid out in a table leaves them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from msgspec.structs import replace

from generator.ingest.blocks import Block, count_words, make_blocks
from generator.ingest.line_breaks import STOPS
from generator.ingest.typography import normalise

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WIDE = re.compile(r" {3,}")
_FEWEST_PARTED = 3
"""Lines that have text on both sides of a gap that stands at one place in all of them."""
_MOST_COLUMNS = 4
_MOST_CANDIDATES = 12
_LONGEST_INDENT = 4
"""Characters by which a list stands deeper in its column."""
_PROSE_WORDS = 12
_FEWEST_PROSE_WORDS = 60
_MOST_PROSE_BESIDE = 0.25
"""Of the text's own. Where there is more, both columns may be the article's."""
_LEAST_PART = 0.6
"""Of all prose: a table inside an article holds less, and its columns are rows."""
_FEWEST_ALONE = 2
"""Lines with text in one column alone: the rows of a table have it in all."""
_SENTENCE_END = re.compile(rf"[{STOPS}!?…！？؟:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A column of spaces that parts a run of lines in two, with the text on one of its sides."""

    first: int
    last: int
    """The index of the last line."""
    place: int
    """The character with which the right side begins."""
    text_left: bool
    parted: int
    """How many of its lines have something on both sides."""


def read_blocks(lines: Sequence[str], going_on: Set[int] = frozenset()) -> tuple[Block, ...]:
    """The blocks of a source's lines; what stands beside the text comes after the text that it stands beside.

    `going_on` has the indexes of lines that are known to go on with the line above.
    """
    main, beside, ends = _without_columns(lines)
    blocks = make_blocks(main, frozenset() if beside else going_on)
    if not beside:
        return blocks
    starts = {number: _slices(main[number], lines[number], found) for number, found in beside.items()}
    merged: list[Block] = []
    pending = sorted(beside)
    for block in blocks:
        for number in _taken(pending, ends, block.first_line - 1):
            merged += _beside(number, lines, starts[number])
        merged.append(_own(block, lines, starts))
    for number in pending:
        merged += _beside(number, lines, starts[number])
    return tuple(replace(block, index=index) for index, block in enumerate(merged))


def _taken(pending: list[int], ends: dict[int, int], line: int) -> list[int]:
    """The first of the pending lines whose columns end above `line`; they are pending no longer."""
    count = next((count for count, number in enumerate(pending) if ends[number] >= line), len(pending))
    taken = pending[:count]
    del pending[:count]
    return taken


def _slices(main: str, line: str, beside: list[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """From where to where in a line its pieces reach, and which is beside the text; together they cover the line."""
    pieces = [(start, True) for start, _ in beside]
    if normalise(main):
        pieces.append((len(main) - len(main.lstrip(" ")), False))
    pieces.sort()
    bounds = [0, *(start for start, _ in pieces[1:]), len(line)]
    return [(bounds[at], bounds[at + 1], aside) for at, (_, aside) in enumerate(pieces)]


def _own(block: Block, lines: Sequence[str], slices: dict[int, list[tuple[int, int, bool]]]) -> Block:
    """A block of the text with the slices of its lines that it takes."""
    numbers = range(block.first_line - 1, block.first_line - 1 + block.line_count)
    if not any(number in slices for number in numbers):
        return block
    own = []
    for number in numbers:
        whole = [(0, len(lines[number]), False)]
        own += [(start, end) for start, end, aside in slices.get(number, whole) if not aside]
    raw = "\n".join(lines[number][start:end] for number, (start, end) in zip(numbers, own, strict=True))
    return replace(block, raw=raw, slices=tuple(own))


def _beside(number: int, lines: Sequence[str], slices: list[tuple[int, int, bool]]) -> Iterator[Block]:
    for start, end, aside in slices:
        raw = lines[number][start:end]
        for block in make_blocks([raw]) if aside else ():
            yield replace(block, first_line=number + 1, slices=((start, end),), beside=True)


def _without_columns(
    lines: Sequence[str],
) -> tuple[Sequence[str], dict[int, list[tuple[int, int]]], dict[int, int]]:
    """The lines without what stands beside the text; for lines that have such, from where to where it reaches, and
    the last line of the columns.

    Text to the right of a cut keeps its place: there are spaces instead of what stood before it.
    """
    main = lines
    beside: dict[int, list[tuple[int, int]]] = {}
    ends: dict[int, int] = {}
    for _ in range(_MOST_COLUMNS - 1):
        cut = _best_cut(main)
        if cut is None:
            break
        main = list(main)
        for number in range(cut.first, cut.last + 1):
            line = main[number]
            left, right = line[: cut.place], line[cut.place :]
            other = right if cut.text_left else left
            # Characters that do not show are no piece of their own: no block would take them.
            if normalise(other):
                start = (cut.place if cut.text_left else 0) + len(other) - len(other.lstrip())
                beside.setdefault(number, []).append((start, start + len(other.strip())))
                ends[number] = max(ends.get(number, 0), cut.last)
            main[number] = left.rstrip() if cut.text_left else (" " * cut.place + right if right.strip() else "")
    return main, beside, ends


def _best_cut(lines: Sequence[str]) -> _Cut | None:
    """The cut that parts the most lines."""
    starts = Counter(match.end() for line in lines if "   " in line for match in _GAP.finditer(line.rstrip()))
    if sum(starts.values()) < _FEWEST_PARTED:
        return None
    often = sorted(starts, key=lambda place: (-starts[place], place))[:_MOST_CANDIDATES]
    cuts = [cut for place in often for cut in _cuts_at(lines, place)]
    return max(cuts, key=lambda cut: (cut.parted, -cut.place), default=None)


def _cuts_at(lines: Sequence[str], place: int) -> Iterator[_Cut]:
    """The runs of lines that a gap right before the `place`-th character parts, text from what is beside it."""
    start = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or lines[number][max(place - 2, 0) : place].strip():
            cut = _cut(lines, range(start, number), place)
            if cut:
                yield cut
            start = number + 1


def _cut(lines: Sequence[str], run: range, place: int) -> _Cut | None:
    right = [number for number in run if lines[number][place:].strip()]
    parted = sum(1 for number in right if lines[number][:place].strip())
    beginning = sum(1 for number in right if _begins(lines[number], place))
    if parted < _FEWEST_PARTED or beginning < _FEWEST_PARTED:
        return None
    run = range(right[0], right[-1] + 1)
    words = [sum(_prose_words(side(lines[number], place)) for number in run) for side in (_left, _right)]
    text_left = words[0] >= words[1]
    most, least = max(words), min(words)
    alone = sum(1 for number in run if bool(_left(lines[number], place)) != bool(_right(lines[number], place)))
    # What is parted here counts on one side alone: a line of both may be no sentence as a whole.
    enough = most >= max(_FEWEST_PROSE_WORDS, _LEAST_PART * (most + _outside(lines, run)))
    if not enough or least > _MOST_PROSE_BESIDE * most or alone < _FEWEST_ALONE:
        return None
    return _Cut(run.start, run.stop - 1, place, text_left, parted)


def _outside(lines: Sequence[str], run: range) -> int:
    return sum(_prose_words(line) for number, line in enumerate(lines) if number not in run)


def _left(line: str, place: int) -> str:
    return line[:place].strip()


def _right(line: str, place: int) -> str:
    return line[place:].strip()


def _begins(line: str, place: int) -> bool:
    return bool(line[place : place + _LONGEST_INDENT + 1].strip())


def _prose_words(text: str) -> int:
    """The words of all cells of a text that are prose."""
    if len(text) < 3 * _PROSE_WORDS and text.isascii():
        return 0
    words = [(count_words(cell), cell) for cell in _WIDE.split(text.strip())]
    return sum(count for count, cell in words if count >= _PROSE_WORDS and _SENTENCE_END.search(cell))
