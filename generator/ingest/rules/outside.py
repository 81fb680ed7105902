"""Rules for what a page's markup tells of its lines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Shape
from generator.ingest.findings import Finding, Reading, kept, set_aside


def metadata(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if block.shape is Shape.METADATA:
            yield set_aside(block, Role.METADATA)


def outside_article(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if block.index in reading.outside:
            yield set_aside(block, Role.NAVIGATION)


_KEPT = {Shape.HEADING: Role.HEADING, Shape.ITEM: Role.LIST, Shape.QUOTATION: Role.QUOTE}


def markup(reading: Reading) -> Iterator[Finding]:
    """What the markup says of the lines within the article: headings, items, quotations, code."""
    for block in reading.open():
        if block.shape in _KEPT:
            yield kept(block, _KEPT[block.shape])
        elif block.shape in (Shape.ROW, Shape.CODE):
            yield kept(block, Role.BODY)
