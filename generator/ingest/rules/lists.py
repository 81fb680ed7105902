"""Which lists belong to the text: what rules about buttons and scraps must leave alone."""

from __future__ import annotations

import re
from collections.abc import Callable

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


def tables(reading: Reading) -> set[int]:
    """The indexes of rows of tables: two and more lines one below the other, with numbers and equally many bars."""
    rows: set[int] = set()
    run: list[Block] = []
    for block in reading.blocks:
        bars = block.text.count("|")
        if run and not (block.adjoins(run[-1]) and bars == run[-1].text.count("|")):
            rows |= _rows(run)
            run = []
        if bars >= 1:
            run.append(block)
    return rows | _rows(run)


def _rows(run: list[Block]) -> set[int]:
    numbers = any(character.isdigit() for block in run for character in block.text)
    return {block.index for block in run} if len(run) > 1 and numbers else set()


def are_facts(run: list[Block]) -> bool:
    """Whether most of these list items are facts with a year or a label (`1972: …`) rather than links."""
    return 2 * sum(_FACT.match(block.text) is not None for block in run) > len(run)
