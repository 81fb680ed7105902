"""Which lines go with an article, once the element is known that holds most of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.html.lines import Element, LineShape, ViewLine
from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.html.furniture import Furniture

_FEWEST_CHARACTERS = 24
"""Of a paragraph, in whatever script."""
MOST_LINKED = 0.4
"""The part of a paragraph that can be links."""
MOST_LINKED_ITEM = 0.5
MOST_LINKED_SENTENCE = 0.6
_INTRODUCTION = 20
"""Lines that were not extracted above the main element, above which a first paragraph may stand alone."""


def is_paragraph(block: Block) -> bool:
    """Whether a line is running text, and not mostly links."""
    return len(block.text) >= _FEWEST_CHARACTERS and block.linked < MOST_LINKED and block.is_prose


def at_main(
    main: Element,
    inside: set[int],
    places: dict[int, Element],
    lines: Sequence[ViewLine],
    blocks: Sequence[Block],
    furniture: Furniture,
) -> Iterator[int]:
    """The lines in the main element that are no furniture, and paragraphs around it that belong to the article."""
    first = None
    above = []
    kinds = {kind_of(places[index]) for index in inside if index in places and is_within(places[index], main)} - {""}
    for index in sorted(inside):
        element = lines[index].element
        if is_within(element, main):
            first = index if first is None else first
            role = furniture.role_of_line(lines[index], main)
            # Names are careless: of what was extracted, paragraphs in a comment's or author's box are mostly text.
            if role is None or (role not in _NEVER_TEXT and is_paragraph(blocks[index])):
                yield index
        elif furniture.role(element, None) not in _NEVER_TEXT:
            if index in places and kind_of(places[index]) in kinds:
                yield index
            elif first is None and (index in places or _may_be_dek(blocks[index])):
                above.append(index)
    for index in above:
        if first is not None and sum(place not in inside for place in range(index, first)) <= _INTRODUCTION:
            yield index


def _may_be_dek(block: Block) -> bool:
    """Whether a line above the text may be its dek, which often has no full stop."""
    return block.words >= _FEWEST_OF_DEK and block.linked < MOST_LINKED


_FEWEST_OF_DEK = 8


def kind_of(element: Element) -> str:
    """What pages make of one pattern have in common; empty where the element has no names.

    Names with a number tell elements of one kind apart, and so do those that modify others (`-bottom-space`).
    """
    names = [name for name in element.names.split() if not _TELLS_APART.search(name)]
    return " ".join((element.tag, *names)) if names else ""


_TELLS_APART = re.compile(r"\d|^-")


def lost_between(
    inside: set[int], main: Element, lines: Sequence[ViewLine], blocks: Sequence[Block], furniture: Furniture
) -> Iterator[int]:
    """The items of lists, the quotations, paragraphs and sentences that stand among the article's paragraphs."""
    beside: tuple[Element | None, ...] = ()
    first, last = min(inside, default=0), max(inside, default=0)
    of_text = {lines[index].element.parent for index in inside if lines[index].element.tag == "p"}
    follows = False
    for index, (line, block) in enumerate(zip(lines, blocks, strict=True)):
        if index in inside:
            listed = _list_of(line.element)
            beside = (listed.parent,) if listed else (line.element, line.element.parent)
            follows = True
        elif line.datum is None and (beside or first < index < last):
            listed = _list_of(line.element)
            around = listed or (line.element if index < last and block.ends_sentence else None)
            belongs = around is not None and around.parent in beside and block.linked < MOST_LINKED_ITEM
            if first < index < last:
                belongs = belongs or _is_among(line, block, listed, of_text, main)
                belongs = belongs or (index + 1 in inside and _is_beside(line, block, lines[index + 1]))
            elif follows and line.element.tag == "p" and line.element.parent in of_text:
                belongs = belongs or (block.ends_sentence and block.linked < MOST_LINKED)
            follows = belongs and not furniture.holds(line.element, main)
            if follows:
                yield index
            else:
                beside = ()


def _is_among(
    line: ViewLine, block: Block, listed: Element | None, of_text: set[Element | None], main: Element
) -> bool:
    """Whether a line between two of the text is of the text: as a sentence, a list beside paragraphs, a paragraph."""
    sentence = block.ends_sentence and block.linked < MOST_LINKED_SENTENCE
    if sentence and (line.element.parent in of_text or _is_quoted(line.element, main)):
        return True
    if listed is not None and listed.parent in of_text and block.linked < MOST_LINKED_ITEM:
        return True
    return is_paragraph(block) and _is_plainly_within(line.element, main)


def _is_beside(line: ViewLine, block: Block, below: ViewLine) -> bool:
    """Whether a paragraph of a word or two, such as a result or a point's name, stands in one element with the next."""
    element = line.element
    if element.tag != "p" or element.names or block.linked:
        return False
    return below.element.tag == "p" and element.parent is below.element.parent


def _is_plainly_within(element: Element | None, main: Element) -> bool:
    """Whether an element lies in the main element with none but nameless ones between: promotions have names."""
    while element is not None and element is not main and not element.names:
        element = element.parent
    return element is main


def code_among(inside: set[int], main: Element, lines: Sequence[ViewLine], furniture: Furniture) -> Iterator[int]:
    """The lines of preformatted text that stands in the main element below the article's beginning, each as a whole."""
    first = min(inside, default=len(lines))
    for index, line in enumerate(lines):
        code = line.shape is LineShape.CODE and index > first
        if code and is_within(line.element, main) and not furniture.holds(line.element, main):
            yield index


def _is_quoted(element: Element | None, main: Element) -> bool:
    """Whether an element lies in a quotation within the main element."""
    quoted = False
    while element is not None and element is not main:
        quoted = quoted or element.tag == "blockquote"
        element = element.parent
    return quoted and element is main


def headings_between(
    inside: set[int], main: Element, lines: Sequence[ViewLine], blocks: Sequence[Block], furniture: Furniture
) -> Iterator[int]:
    """Headings right above a line of the article that stands in the same element."""
    below: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if index in inside:
            below = index
        elif line.datum is None:
            heading = line.shape is LineShape.HEADING and line.level > 1 and blocks[index].linked < MOST_LINKED_ITEM
            beside = heading and below is not None and line.element.parent in _around(lines[below].element)
            if beside and index > min(inside) and not furniture.holds(line.element, main):
                yield index
            below = None


def _around(element: Element) -> tuple[Element | None, ...]:
    return element, element.parent, element.parent.parent if element.parent else None


def _list_of(element: Element) -> Element | None:
    while element.parent is not None and (element.tag in ("p", "li") or (element.tag in _PLAIN and not element.names)):
        element = element.parent
    return element if element.tag in ("ul", "ol") else None


_PLAIN = frozenset({"div", "section"})
"""What may stand between an item and its text, if nothing names it."""


_NEVER_TEXT = frozenset({Role.CAPTION, Role.NOTICE, Role.RESIDUE})


def is_within(element: Element | None, outer: Element) -> bool:
    """Whether an element is `outer` or lies in it."""
    # Elements around another have smaller numbers.
    while element is not None and element.number > outer.number:
        element = element.parent
    return element is outer
