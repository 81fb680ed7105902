"""A line of a page's view as a block: what rules look at, and what is needed to write it as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.articles.html.lines import Element, LineShape, Style, ViewLine
from generator.ingest.blocks import Block, Shape, find_marker, once
from generator.ingest.html.link_addresses import Addresses
from generator.ingest.typography import normalise

_WORD = re.compile(r"\S+")
_SHAPES = {shape: Shape.METADATA if shape is LineShape.DATUM else Shape(shape.value) for shape in LineShape}


class Stretch(NamedTuple):
    """Characters of a block's full text that are set off or lead somewhere."""

    start: int
    end: int
    style: Style
    address: str
    """Of a link: absolute."""


class HtmlBlock(Block, frozen=True, kw_only=True, dict=True):
    """A block that is one line of a page's view."""

    line: ViewLine
    addresses: Addresses

    @once
    def stretches(self) -> tuple[Stretch, ...]:
        """What shows in an article of the line's inline elements, the outer before the inner."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        for mark in self.line.marks:
            address = self.addresses.absolute(mark.address) if mark.style is Style.LINK else ""
            if mark.style is None or (mark.style is Style.LINK and not address):
                continue
            start, end = self._places[mark.start], self._places[mark.end]
            if start < end:
                yield Stretch(start, end, mark.style, address)

    @once
    def cells(self) -> tuple[tuple[int, int], ...]:
        """Of a row, from which to which character of the full text each cell goes."""
        return tuple((self._places[start], self._places[end]) for start, end in self.line.cells)

    @once
    def _places(self) -> list[int] | range:
        return _moved(self.raw, self.full_text)


def html_block(index: int, number: int, line: ViewLine, text: str, addresses: Addresses) -> HtmlBlock:
    """The block of the view's `number`-th line, whose normalised text is `text`."""
    marker, ordinal = ("", None) if line.datum else find_marker(text)
    linked = sum(mark.end - mark.start for mark in line.marks if mark.style is Style.LINK)
    return HtmlBlock(
        index=index,
        first_line=number,
        line_count=1,
        text=text[len(marker) :],
        marker=marker,
        number=ordinal,
        raw=line.text,
        shape=_SHAPES[line.shape],
        level=line.level,
        linked=linked / len(line.text),
        place=_place(line.element),
        line=line,
        addresses=addresses,
    )


def goes_on_after(block: HtmlBlock, above: HtmlBlock) -> bool:
    """Whether a block is the rest of a sentence that something inside its paragraph, such as a button, has cut."""
    return block.line.resumed and block.line.element is above.line.element and not above.ends_sentence


def _place(element: Element) -> int:
    own = element.tag in _OF_ONE_LINE and element.parent is not None
    return element.parent.number if own and element.parent else element.number


_OF_ONE_LINE = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd blockquote".split())
"""Elements that hold a paragraph; what stands beside it stands in the one around it."""


def _moved(line: str, text: str) -> list[int] | range:
    """For each place in a line, the place in its normalised text.

    Where a word was mended so that its length changed, a place within it is as near as can be.
    """
    if line == text:
        return range(len(line) + 1)
    found = [0] * (len(line) + 1)
    position = 0
    for word in _WORD.finditer(line):
        mended = normalise(word[0])
        start = text.find(mended, position)
        start = position if start < 0 else start
        end = start + len(mended)
        for place in range(word.start(), word.end()):
            found[place] = min(start + place - word.start(), end, len(text))
        found[word.end()] = min(end, len(text))
        position = end
    found[len(line)] = len(text)
    return found
