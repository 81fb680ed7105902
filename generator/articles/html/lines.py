"""The lines of a page's view, each with what the markup around it says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.articles.html.data import PageDatum
from generator.articles.html.tokens import read_attributes


class LineShape(StrEnum):
    """What the markup says a line is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    """The first line of a list's item, with its bullet or number; its further lines are text."""
    QUOTATION = "quotation"
    ROW = "row"
    CODE = "code"
    """A line of preformatted text, with its white space."""
    CAPTION = "caption"
    DATUM = "datum"


class Element:
    """An element in which text stands, as evidence; its tag and names are small letters."""

    __slots__ = ("_names", "number", "parent", "tag", "written")

    def __init__(self, tag: str, attributes: str, parent: Element | None, number: int) -> None:
        self.tag = tag
        self.parent = parent
        self.number = number
        """In the order of the page, from 1."""
        self.written = attributes
        """Its attributes, as written."""
        self._names: str | None = None

    @property
    def names(self) -> str:
        """Its classes and id, parted by spaces; `itemprop`, `rel`, `role` as in `rel:author`; `state:hidden`."""
        if self._names is None:
            self._names = _names(self.written) if self.written else ""
        return self._names


@lru_cache(maxsize=4096)
def _names(written: str) -> str:
    attributes = read_attributes(written)
    found = [attributes[key].lower() for key in ("class", "id") if attributes.get(key)]
    for key in ("itemprop", "rel", "role"):
        found += [f"{key}:{name}" for name in attributes.get(key, "").lower().split()]
    style = attributes.get("style", "").lower().replace(" ", "")
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style:
        found.append("state:hidden")
    return " ".join(" ".join(found).split())


class Style(StrEnum):
    """How a stretch of text is set off."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


class Mark(NamedTuple):
    """An inline element that holds the characters of a line from `start` up to but not including `end`."""

    start: int
    end: int
    tag: str
    style: Style | None
    written: str
    """Its attributes, as written."""

    @property
    def address(self) -> str:
        """Where a link leads, as written."""
        return read_attributes(self.written).get("href", "").strip()

    @property
    def names(self) -> str:
        """As those of an `Element`."""
        return _names(self.written) if self.written else ""


class ViewLine(NamedTuple):
    """One line of the view."""

    text: str
    at: int
    """The line of the file on which it begins, from 1."""
    shape: LineShape
    element: Element
    """The innermost block in which it stands."""
    level: int = 0
    """Of a heading from 1 to 6; of text in lists or quotations how deep it lies in them, from 1."""
    ordinal: int | None = None
    """Of an item of a numbered list, its number."""
    group: int = 0
    """The number of the list, quotation, table or preformatted text that it belongs to."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a row, from which to which character each of its cells goes; a bar stands between them."""
    header: bool = False
    """Of a row, whether all its cells are headers."""
    broken: bool = False
    """Whether but a line break parts it from the line above, not the end of a paragraph."""
    resumed: bool = False
    """Whether it goes on with a paragraph that a block within it, such as a button, has cut in two."""
    marks: tuple[Mark, ...] = ()
    """In the order in which they begin, the outer first."""
    datum: PageDatum | None = None


def marker(ordinal: int | None) -> str:
    """What a browser shows before a list's item."""
    return "• " if ordinal is None else f"{ordinal}. "


def shifted(marks: Iterable[Mark], by: int) -> tuple[Mark, ...]:
    """The marks at later places."""
    return tuple(Mark(start + by, end + by, tag, style, written) for start, end, tag, style, written in marks)
