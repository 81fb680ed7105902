"""Finds a text's footnotes: lines below its beginning to which its own signs lead, or which lead back to these."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.articles.html.lines import Element, LineShape, Mark, Style, ViewLine
from generator.articles.html.tokens import read_attributes
from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.html.furniture import Furniture

# A number, a letter or a sign, in brackets or without: what stands in a text for its note.
_SIGN = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_]|[ivx]{1,5})?[\W_]*", re.IGNORECASE)
_LONGEST_SIGN = 8
_OF_ONE_NOTE = frozenset("p li dd dt div aside section td tr".split())
_NEVER = frozenset({Role.COMMENT, Role.SHARING, Role.ADVERTISEMENT, Role.CAPTION})
_HEADING = 4
"""Words of the heading above notes."""


def find_notes(
    inside: Collection[int], lines: Sequence[ViewLine], blocks: Sequence[Block], furniture: Furniture
) -> Iterator[int]:
    """The lines of notes that are not `inside` the text yet, with the heading above the first of them."""
    wanted, signs = _signs(inside, lines)
    raised = any(_is_raised(line) for line in (lines[index] for index in inside))
    if not wanted and not signs and not raised:
        return
    none = True
    for index in range(min(inside) + 1, len(lines)):
        line = lines[index]
        if index in inside or line.datum is not None or line.shape is LineShape.HEADING:
            continue
        is_note = _is_named(line, wanted) or any(_fragment(mark) in signs for mark in line.marks)
        is_note = is_note or (raised and _is_among_notes(line.element))
        if is_note and furniture.role(line.element, None) not in _NEVER:
            above = lines[index - 1]
            if none and above.shape is LineShape.HEADING and blocks[index - 1].words <= _HEADING:
                yield index - 1
            none = False
            yield index


def _signs(inside: Collection[int], lines: Sequence[ViewLine]) -> tuple[set[str], set[str]]:
    """Where the signs of notes in a text lead to in the page, and the names of the signs themselves."""
    wanted, signs = set[str](), set[str]()
    for index in inside:
        line = lines[index]
        for mark in line.marks:
            sign = mark.style is Style.LINK and mark.end - mark.start <= _LONGEST_SIGN and _fragment(mark)
            if sign and _SIGN.fullmatch(line.text[mark.start : mark.end]):
                wanted.add(sign)
                # The sign or what raises it above the line has the name.
                around = (other for other in line.marks if other.start <= mark.start and mark.end <= other.end)
                signs |= {name for other in around if other.end - other.start <= _LONGEST_SIGN for name in _ids(other)}
    return wanted, signs


def _is_raised(line: ViewLine) -> bool:
    """Whether a number is raised behind a word."""
    return any(mark.tag == "sup" and mark.start and line.text[mark.start : mark.end].isdigit() for mark in line.marks)


def _is_among_notes(element: Element | None) -> bool:
    while element is not None and not _NOTES.search(element.names):
        element = element.parent
    return element is not None


_NOTES = re.compile(r"(?:^|[\s_-])(?:foot|end)notes(?=$|\s)|role:doc-endnotes")


def _is_named(line: ViewLine, wanted: set[str]) -> bool:
    if any(_ids(mark) & wanted for mark in line.marks):
        return True
    element: Element | None = line.element
    while element is not None and element.tag in _OF_ONE_NOTE:
        if _ids(element) & wanted:
            return True
        element = element.parent
    return False


def _ids(element: Element | Mark) -> set[str]:
    attributes = read_attributes(element.written) if "id" in element.written or "name" in element.written else {}
    return {attributes[key].strip().lower() for key in ("id", "name") if attributes.get(key)}


def _fragment(mark: Mark) -> str:
    """The name to which a link leads in its page; empty where it leads elsewhere."""
    address = mark.address if mark.style is Style.LINK and "#" in mark.written else ""
    return address.partition("#")[2].lower()
