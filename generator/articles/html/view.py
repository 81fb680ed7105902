"""The view of an HTML page: all its text as numbered lines, the same for the ledger, the importer and the source page.

A line is a block of text (paragraph, heading, list item, row of a table, caption, what stands between two line breaks)
with its white space squeezed, or something that the page's markup says about it (`html_data`). What is in neither is
no text: comments, scripts, styles, addresses of links and images.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.articles.html.data import (
    PageDatum,
    attribute_data,
    is_json_ld,
    json_data,
    language_data,
    link_data,
    meta_data,
    time_data,
    title_datum,
)
from generator.articles.html.frames import BLOCKS, BOUNDARIES, VOID, Frames
from generator.articles.html.inlines import STYLES, Inline, squeezed
from generator.articles.html.lines import Element, LineShape, Mark, ViewLine, marker, shifted
from generator.articles.html.rows import Row
from generator.articles.html.tokens import decoded, read_attributes, tokens

VIEW_VERSION = 1
"""Of the lines' text and order: a ledger fits no other."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as lines."""

    lines: tuple[ViewLine, ...]
    base: str
    """What `base` says addresses are relative to; mostly empty."""


def view_page(page: str) -> PageView:
    """The view of a page. It takes any text; time and memory grow with its length alone."""
    viewer = _Viewer(page.replace("\r\n", "\n").replace("\r", "\n"))
    viewer.read()
    return PageView(tuple(viewer.lines), viewer.base)


_DEEPEST_INLINE = 32
"""Inline elements open at once; of broken pages that never close theirs, further ones are passed over."""


class _Viewer:
    """Reads a page's tags in their order and writes lines."""

    def __init__(self, page: str) -> None:
        self._page = page
        self.lines: list[ViewLine] = []
        self.base = ""
        self._frames = Frames()
        self._rows: list[Row] = []
        self._inlines: list[Inline] = []
        self._pieces: list[str] = []
        self._ended: list[tuple[int, int, Inline]] = []
        """Inline elements that hold part of the line: from which to which of its pieces."""
        self._start = 0
        """Where the line begins, in characters."""
        self._counted = (0, 1)
        """A place in the page, and the line on which it is."""
        self._breaks = 0
        """Line breaks since the last line of the same block."""
        self._follows = False
        """Whether the block has a line already."""
        self._blank = 0
        """Empty lines of preformatted text that are only written where another line follows."""
        self._scripts = 0

    def read(self) -> None:
        for name, closes, attributes, content, start in tokens(self._page):
            if not name:
                self._text(content, start)
            elif name in BLOCKS:
                if closes:
                    self._close_block(name)
                else:
                    self._open_block(name, attributes, content, start)
            elif name in _SPECIAL:
                self._special(name, closes, attributes, content, start)
            elif name in BOUNDARIES:
                self._boundary(name)
            elif closes:
                self._close_inline(name)
            else:
                self._open_inline(name, attributes, start)
        self._end_line()
        self._pop_to(1)

    # Text

    def _text(self, text: str, start: int) -> None:
        if self._frames.top.is_code:
            self._code(text, start)
            return
        if not self._pieces:
            if text.isspace():
                return
            rest = text.lstrip()
            if not rest:
                return
            self._start = start + len(text) - len(rest)
        self._pieces.append(text)

    def _code(self, text: str, start: int) -> None:
        first, *others = text.split("\n")
        for position, line in enumerate((first, *others)):
            if position:
                self._end_code_line()
            if line and not self._pieces:
                self._start = start
            start += len(line) + 1
            if line:
                self._pieces.append(line)

    def _end_code_line(self) -> None:
        text = "".join(self._pieces).rstrip()
        self._pieces.clear()
        self._ended.clear()
        for inline in self._inlines:
            inline.start = 0
        if not text:
            self._blank += self._follows
            return
        top = self._frames.top
        at = self._line_of(self._start)
        for _ in range(self._blank):
            self._emit(ViewLine("", at, LineShape.CODE, top.element, group=top.group))
        self._blank = 0
        self._follows = True
        self._emit(ViewLine(text, at, LineShape.CODE, top.element, group=top.group))

    def _end_line(self) -> None:
        """Writes the line that the pieces make, if there is text in them."""
        if self._frames.top.is_code:
            self._end_code_line()
            return
        if not self._pieces:
            return
        for inline in self._inlines:
            self._note(inline)
            inline.start = 0
        text, marks = squeezed(self._pieces, self._ended)
        self._pieces.clear()
        self._ended.clear()
        if text:
            self._emit(self._shaped(text, marks))
            self._follows = True
            self._breaks = 0

    def _shaped(self, text: str, marks: tuple[Mark, ...]) -> ViewLine:
        top = self._frames.top
        broken = self._follows and self._breaks == 1
        resumed = top.has_line and not self._follows and top.element.tag == "p"
        top.has_line = True
        shape, level, ordinal = top.line_shape()
        if shape is LineShape.ITEM:
            shown = marker(ordinal)
            text, marks = shown + text, shifted(marks, len(shown))
        at = self._line_of(self._start)
        return ViewLine(
            text, at, shape, top.element, level, ordinal, top.group, broken=broken, resumed=resumed, marks=marks
        )

    def _line_of(self, place: int) -> int:
        """The line of the file on which a place is; places come nearly in order."""
        before, line = self._counted
        if place < before:
            return line
        line += self._page.count("\n", before, place)
        self._counted = (place, line)
        return line

    def _emit(self, line: ViewLine) -> None:
        if self._rows:
            self._rows[-1].add(line)
        else:
            self.lines.append(line)

    # Blocks

    def _open_block(self, name: str, attributes: str, content: str, start: int) -> None:
        self._end_block()
        while self._frames.may_end(name) and (size := self._frames.implied_end(name)) is not None:
            self._pop_to(size)
        frame = self._frames.push(name, attributes)
        if name == "tr":
            self._rows.append(Row(frame.element, frame.group))
        elif name in ("td", "th") and self._rows:
            self._rows[-1].begin_cell(name == "th")
        if content:
            self._text(decoded(content) if name == "textarea" else content, start)

    def _boundary(self, name: str) -> None:
        self._end_block()
        if name == "hr" and self._frames.top.element.tag == "p":
            self._pop_to(len(self._frames) - 1)

    def _close_block(self, name: str) -> None:
        self._end_block()
        size = self._frames.explicit_end(name)
        if size is not None:
            self._pop_to(size)

    def _end_block(self) -> None:
        if self._pieces or self._frames.top.is_code:
            self._end_line()
        self._breaks = 0
        self._blank = 0
        self._follows = False

    def _pop_to(self, size: int) -> None:
        """Closes blocks until only `size` are open."""
        while len(self._frames) > size:
            frame = self._frames.pop()
            if frame.element.tag == "tr":
                for line in self._rows.pop().lines():
                    self._emit(line)
        while self._inlines and self._inlines[-1].depth > size:
            self._inlines.pop()

    # Inline elements

    def _open_inline(self, name: str, attributes: str, start: int) -> None:
        if name == "a":
            self._close_inline("a")
        elif name == "option" and self._pieces:
            self._pieces.append(" ")
        if name not in VOID and len(self._inlines) < _DEEPEST_INLINE:
            self._inlines.append(Inline(name, attributes, len(self._frames), len(self._pieces)))
        if attributes and "itemprop" in attributes and "content" in attributes:
            self._say(attribute_data(read_attributes(attributes)), name, attributes, start)

    def _close_inline(self, name: str) -> None:
        for position in range(len(self._inlines) - 1, -1, -1):
            if self._inlines[position].tag == name:
                self._note(self._inlines.pop(position))
                return

    def _note(self, inline: Inline) -> None:
        if inline.start < len(self._pieces) and (inline.attributes or inline.tag in STYLES):
            self._ended.append((inline.start, len(self._pieces), inline))

    # What is neither

    def _special(self, name: str, closes: bool, attributes: str, content: str, start: int) -> None:
        """Line breaks, and what says something about the page."""
        if name == "br":
            self._end_line()
            self._breaks += 1
        elif closes:
            self._close_inline(name)
        elif name == "base":
            self.base = self.base or read_attributes(attributes).get("href", "").strip()
        else:
            if name == "time":
                self._open_inline(name, attributes, start)
            self._say(self._data(name, attributes, content), name, attributes, start)

    def _data(self, name: str, attributes: str, content: str) -> Iterable[PageDatum]:
        if name == "title":
            # A drawing's title is no text and not the page's.
            return () if any(inline.tag == "svg" for inline in self._inlines) else title_datum(content)
        if name == "script":
            if not content or not is_json_ld(read_attributes(attributes)):
                return ()
            self._scripts += 1
            return json_data(content, self._scripts)
        return _DATA[name](read_attributes(attributes))

    def _say(self, data: Iterable[PageDatum], name: str, attributes: str, start: int) -> None:
        for datum in data:
            around = self._frames.top.element
            element = Element(name, attributes, around, around.number)
            self._emit(ViewLine(datum.text, self._line_of(start), LineShape.DATUM, element, datum=datum))


_DATA = {"meta": meta_data, "link": link_data, "time": time_data, "html": language_data}
_SPECIAL = frozenset({*_DATA, "br", "title", "script", "base"})
