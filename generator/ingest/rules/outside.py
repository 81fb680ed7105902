"""Rules for what a page's markup tells of its lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, Shape
from generator.ingest.findings import Finding, Reading, kept, set_aside


def metadata(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if block.shape is Shape.METADATA:
            yield set_aside(block, Role.METADATA)


def outside_article(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if block.index in reading.outside:
            yield set_aside(block, Role.NAVIGATION)


def empty_section(reading: Reading) -> Iterator[Finding]:
    """A heading below all of the text, or the label of a list there: what it heads was set aside."""
    if not reading.outside:
        return
    blocks = list(reading.open())
    last = max((index for index, (finding, _) in reading.found.items() if finding.fate is Fate.KEPT), default=-1)
    empty = list(takewhile(lambda block: block.index > last and _heads(block), reversed(blocks)))
    # Some pages have all their text in headings.
    if len(empty) < len(blocks):
        yield from (set_aside(block, Role.NAVIGATION) for block in empty)


def _heads(block: Block) -> bool:
    if block.shape is Shape.HEADING:
        return not block.ends_in_stop and not block.text.endswith("!")
    return block.shape is Shape.TEXT and block.words <= _LABEL_WORDS and block.text.endswith((":", "："))


_LABEL_WORDS = 4

_KEPT = {Shape.HEADING: Role.HEADING, Shape.ITEM: Role.LIST, Shape.QUOTATION: Role.QUOTE}


def markup(reading: Reading) -> Iterator[Finding]:
    """What the markup says of the lines within the article: headings, items, quotations, code."""
    for block in reading.open():
        if block.shape in _KEPT:
            yield kept(block, _KEPT[block.shape])
        elif block.shape in (Shape.ROW, Shape.CODE):
            yield kept(block, Role.BODY)
