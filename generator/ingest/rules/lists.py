"""Which lists belong to the text: what rules about buttons and scraps must leave alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, takewhile

from generator.ingest.blocks import Block
from generator.ingest.findings import Reading

_FACT = re.compile(r"^(?:(?:1[5-9]|20)\d\d\b|[^:]{2,30}:\s|.{2,30}\s[–—-]\s)")


def announced(reading: Reading, is_furniture: Callable[[Block], bool]) -> set[int]:
    """The indexes of the items of lists that a line ending in a colon announces.

    The items have bullets or numbers; without them, they are the short lines right below. `is_furniture` tells of
    a line whether it announces no more than buttons (`Share this on:`).
    """
    items: set[int] = set()
    announcing = False
    listed: bool | None = None
    for block in reading.blocks:
        if announcing and (block.listed or block.is_short) and listed in (None, block.listed):
            listed = block.listed
            items.add(block.index)
            continue
        announcing = block.words >= 3 and block.text.endswith((":", "：")) and not is_furniture(block)
        announcing = announcing and block.index not in reading.found
        listed = None
    return items


def announced_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of lines without bullets, longer than entries, right below a sentence that announces them."""
    found: set[int] = set()
    for block in blocks:
        if block.text.endswith((":", "：")) and block.words >= _WORDS_OF_AN_ANNOUNCEMENT:
            lines = list(takewhile(_is_line, blocks[block.index + 1 : block.index + 2 + _MOST_LINES]))
            wordy = sum(line.words for line in lines) >= _WORDY * len(lines)
            if wordy and _FEWEST_LINES <= len(lines) <= _MOST_LINES:
                found.update(line.index for line in lines)
    return frozenset(found)


def _is_line(block: Block) -> bool:
    """Whether it may be a point of a list: neither a sentence nor a name, nor an address."""
    if block.listed or not 3 <= block.words <= _LONGEST_LINE or block.ends_sentence:
        return False
    return not block.text.endswith((":", "：")) and "http" not in block.small


_WORDS_OF_AN_ANNOUNCEMENT, _FEWEST_LINES, _MOST_LINES, _LONGEST_LINE = 10, 3, 25, 16


def tables(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of rows of tables, and of the line right above one that stands under the text.

    Rows are two and more lines one below the other, with numbers and equally many bars or tabs; with several bars they
    may be parted by empty lines.
    """
    rows: set[int] = set()
    run: list[Block] = []
    for block in blocks:
        bars = _bars(block)
        if run and not (bars == _bars(run[-1]) and (block.adjoins(run[-1]) or bars >= _FEWEST_BARS)):
            rows |= _rows(blocks, run)
            run = []
        if bars:
            run.append(block)
    return frozenset(rows | _rows(blocks, run))


_FEWEST_BARS = 2
"""From so many on, empty lines between rows do not part a table."""
_FEWEST_TABS = 2
"""A single tab is an indentation within a line."""


def _bars(block: Block) -> int:
    """How many bars, or else tabs, part the cells of a row."""
    bars = block.text.count("|")
    if bars or "\t" not in block.raw or block.line_count > 1:
        return bars
    tabs = block.raw.strip().count("\t")
    return tabs if tabs >= _FEWEST_TABS else 0


def _rows(blocks: Sequence[Block], run: list[Block]) -> set[int]:
    if len(run) < 2 or not any(character.isdigit() for block in run for character in block.text):
        return set()
    return {block.index for block in run} | _heading(blocks, run)


_FEWEST_SCORES = 3
"""Rows, the first not counted, that must have mostly numbers in their cells, to be a table with a heading."""


def _heading(blocks: Sequence[Block], run: list[Block]) -> set[int]:
    """The index of the short line between the text and a table of figures below it."""
    scores = [block for block in run[1:] if _is_score(block)]
    if len(scores) < _FEWEST_SCORES or run[0].index < 2:
        return set()
    above, text = blocks[run[0].index - 1], blocks[run[0].index - 2]
    return {above.index} if above.is_short and text.is_prose else set()


def _is_score(block: Block) -> bool:
    cells = re.split(r"[|\t]", block.raw.strip(" |"))
    return 2 * sum(any(map(str.isdigit, cell)) for cell in cells) > len(cells)


def are_facts(run: list[Block]) -> bool:
    """Whether most of these list items are facts with a year or a label (`1972: …`) rather than links."""
    return 2 * sum(_FACT.match(block.text) is not None for block in run) > len(run)


_QUANTITY = re.compile(r"^(?:\d|[¼½¾⅓⅔⅛])[\d\s./,–-]*[^\W\dA-ZА-Я_]")
_FEWEST_QUANTITIES = 3


def quantities(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of lists most of whose items begin with how much of a thing is wanted, `1/2 cup oil`.

    Their items have bullets, or are lines one right below the other, where these tell how much in a kitchen's measures.
    """
    found: set[int] = set()
    for run in _lists(blocks):
        if len(run) < _FEWEST_QUANTITIES:
            continue
        of_much = sum(_QUANTITY.match(block.text) is not None for block in run)
        if of_much < _FEWEST_QUANTITIES or 2 * of_much <= len(run):
            continue
        if run[-1].bullet or sum(map(is_measured, run)) >= _FEWEST_MEASURES:
            found.update(block.index for block in run)
    return frozenset(found)


def is_measured(block: Block) -> bool:
    """Whether a line begins with how much, in a kitchen's measures."""
    return _MEASURE.match(block.text) is not None


_CHAPTER = re.compile(r"^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)\W+\w")
_FEWEST_CHAPTERS = 3


def chapters(blocks: Sequence[Block]) -> set[int]:
    """The indexes of lines that tell what is heard when in a recording, from `00:00` on, and of a label above them."""
    found: set[int] = set()
    run: list[Block] = []
    for block in blocks:
        # Three rules ask this of all lines, and most begin with a letter.
        if not run and block.text[:1] != "0":
            continue
        seconds = _seconds(block)
        if run and (seconds is None or seconds <= (_seconds(run[-1]) or 0)):
            found |= _with_label(blocks, run)
            run = []
        if seconds is not None and (run or seconds == 0):
            run.append(block)
    return found | _with_label(blocks, run)


def _seconds(block: Block) -> int | None:
    """The time with which a line begins that says something behind it; None where none does."""
    match = _CHAPTER.match(block.text) if block.text[:1].isdigit() and not block.is_prose else None
    return None if match is None else int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def _with_label(blocks: Sequence[Block], run: Sequence[Block]) -> set[int]:
    if len(run) < _FEWEST_CHAPTERS:
        return set()
    above = blocks[max(run[0].index - 1, 0)]
    return {block.index for block in run} | ({above.index} if above.is_short else set())


_MEASURE = re.compile(
    r"^[\d¼½¾⅓⅔⅛][\d\s./,–-]*(?:tsp|tbsp|teaspoons?|tablespoons?|cups?|g|kg|ml|dl|cl|l|oz|ounces?|lbs?|pounds?|cloves?|"
    r"cans?|pinch|el|tl|esslöffel|teelöffel|prisen?|stück|dosen?|cuillères?|c\. à|tasses?|cucharad\w+|tazas?|"
    r"cucchiai\w*|г|кг|мл|л|ст\. ?л|ч\. ?л|стакан\w*|шт)\b",
    re.IGNORECASE,
)
_FEWEST_MEASURES = 2


def _lists(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Items with bullets that follow one another; and lines without, that no blank line and no sentence's end parts."""
    run: list[Block] = []
    for block in blocks:
        together = run and run[-1].bullet == block.bullet and (block.bullet or block.adjoins(run[-1]))
        if run and not (together and not block.is_prose):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


_WORDY = 5
"""Words of an item in the mean. Those of menus have fewer."""
_FEWEST_WORDY = 3


def wordy(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of lists whose items say more than those of a menu."""
    found: set[int] = set()
    for bullet, group in groupby(blocks, key=lambda block: block.bullet):
        run = list(group) if bullet else []
        if len(run) >= _FEWEST_WORDY and sum(block.words for block in run) >= _WORDY * len(run):
            found.update(block.index for block in run)
    return frozenset(found)


_LONGEST_LABEL = 30
"""Characters."""


def label_of(block: Block) -> str:
    """What a line says before a colon: a speaker's name or what is told of a thing; empty where it says none."""
    label, colon, said = block.text[: _LONGEST_LABEL + 2].partition(": ")
    return label if colon and said else ""


def labelled(blocks: Sequence[Block]) -> set[int]:
    """The indexes of lines with a label that another one has too."""
    labels: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        labels[label_of(block)].append(block.index)
    return {index for label, places in labels.items() if label and len(places) > 1 for index in places}


_NUMBERED = re.compile(r"^(\d{1,2})[.)]\s?[^\W\d_]")
_FEWEST_NUMBERED = 3


def numbered(blocks: Sequence[Block]) -> list[set[int]]:
    """Of each list whose items are numbered from 1 on, as in `Ten ways to …`, the indexes of all from its first item to
    the paragraph below its last one: what stands between two numbers is an item's."""
    lists: list[set[int]] = []
    first = last = count = 0
    for place, block in enumerate(blocks):
        match = _NUMBERED.match(block.full_text)
        number = int(match[1]) if match else 0
        if number and number == count + 1:
            first, last, count = (place if number == 1 else first), place, number
        elif number == 1:
            lists += _span(blocks, first, last, count)
            first, last, count = place, place, 1
    return lists + _span(blocks, first, last, count)


def _span(blocks: Sequence[Block], first: int, last: int, count: int) -> list[set[int]]:
    return [{block.index for block in blocks[first : last + 2]}] if count >= _FEWEST_NUMBERED else []
