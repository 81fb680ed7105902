"""A page reduced to its text and the elements around it: what an extractor needs to see, in a third of the tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape

from generator.articles.html.lines import Element, LineShape, Mark, ViewLine, marker
from generator.articles.html.tokens import has_open_quotation


def skeleton(lines: Sequence[ViewLine]) -> str:
    """HTML with the lines of a view, each within the blocks in which it stands in the page."""
    return "".join(_parts(lines))


def _parts(lines: Sequence[ViewLine]) -> Iterator[str]:
    yield "<html><body>"
    path: list[Element] = []
    for line in lines:
        if line.datum:
            continue
        if path and path[-1] is line.element:
            if line.shape is LineShape.CODE:
                yield "\n"
            else:
                yield " " if line.resumed else "<br>" if line.broken else "<br><br>"
        else:
            blocks = _path(line.element)
            yield from _from_to(path, blocks)
            path = blocks
        if line.cells:
            cell = "th" if line.header else "td"
            for start, end in line.cells:
                yield f"<{cell}>{_inline(line, start, end)}</{cell}>"
        else:
            start = len(marker(line.ordinal)) if line.shape is LineShape.ITEM else 0
            yield _inline(line, start, len(line.text))
    yield from _from_to(path, [])


def _from_to(path: list[Element], blocks: list[Element]) -> Iterator[str]:
    """The tags that close what is open but no longer wanted, and open what is wanted."""
    common = next((n for n, pair in enumerate(zip(path, blocks, strict=False)) if pair[0] is not pair[1]), None)
    common = min(len(path), len(blocks)) if common is None else common
    for element in reversed(path[common:]):
        yield f"</{_PLAIN.get(element.tag, element.tag)}>"
    for element in blocks[common:]:
        yield f"<{_PLAIN.get(element.tag, element.tag)}{_attributes(element.written)}>"


@lru_cache(maxsize=4096)
def _attributes(written: str) -> str:
    # In another place an open quotation would reach into the text.
    return "" if has_open_quotation(written) else written


_PLAIN = {"plaintext": "pre", "xmp": "pre", "textarea": "div"}
"""In the place of elements whose text is not read as HTML, those in which it is."""


def _path(element: Element) -> list[Element]:
    path = []
    while element.parent is not None:
        path.append(element)
        element = element.parent
    path.reverse()
    return path


def _inline(line: ViewLine, start: int, end: int) -> str:
    """What stands in a stretch of a line, with the inline elements that lie in it."""
    text = line.text
    parts: list[str] = []
    open_marks: list[Mark] = []
    position = start

    def close_until(place: int) -> None:
        nonlocal position
        while open_marks and open_marks[-1].end <= place:
            mark = open_marks.pop()
            parts.append(f"{escape(text[position : mark.end], quote=False)}</{mark.tag}>")
            position = mark.end

    for mark in line.marks:
        if start <= mark.start and mark.end <= end:
            close_until(mark.start)
            if not open_marks or mark.end <= open_marks[-1].end:
                parts.append(
                    f"{escape(text[position : mark.start], quote=False)}<{mark.tag}{_attributes(mark.written)}>"
                )
                position = mark.start
                open_marks.append(mark)
    close_until(end)
    parts.append(escape(text[position:end], quote=False))
    return "".join(parts)
