"""Writes what was kept of a page as Markdown: its headings, lists, quotations, tables and code as the page has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.articles.html.lines import Style, marker
from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Shape
from generator.ingest.findings import Finding, Reading
from generator.ingest.html.block import HtmlBlock, Stretch, goes_on_after
from generator.ingest.html.marked_text import marked
from generator.ingest.markdown_text import marked_heading, table
from generator.ingest.typography import normalise_marked

_INDENT = "    "
_HIGHEST, _LOWEST = 2, 6
"""Levels of headings: the first is the title's."""
_BACKQUOTES = re.compile(r"`+")
_CLOSES = re.compile(r"[,.;:!?…)»”’]")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A block that is kept, with what was found out about it."""

    block: HtmlBlock
    finding: Finding
    rule: str

    @property
    def kind(self) -> tuple[str, int]:
        """What it is written as, together with its neighbours of the same kind."""
        block, group = self.block, self.block.line.group
        if self.rule == "section-break":
            return "break", block.index
        if block.shape in (Shape.CODE, Shape.ROW):
            return block.shape.value, group
        if self.finding.role is Role.HEADING:
            return "heading", block.index
        if block.shape is Shape.QUOTATION:
            return "quotation", group
        if self.finding.role is Role.LIST or (block.level and group):
            return "list", group
        # The only cell with text in a row stands alone among the table's rows.
        return (Shape.ROW.value, group) if group else ("paragraph", 0)

    def ranges(self) -> Iterator[tuple[int, int]]:
        """The stretches of its full text that are kept, without a list item's marker."""
        item = self.finding.role is Role.LIST and self.block.shape is Shape.ITEM
        position = len(marker(self.block.line.ordinal)) if item else 0
        if self.finding.role is Role.LIST and not item:
            position = len(self.block.marker)
        for part in self.finding.parts:
            if part.fate is not Fate.KEPT:
                if part.start > position:
                    yield position, part.start
                position = max(position, part.end)
        if position < len(self.block.full_text):
            yield position, len(self.block.full_text)

    def markdown(self) -> str:
        """Its kept text as one line of Markdown."""
        return self._between(list(self.ranges()))

    def cells(self) -> list[str]:
        """Those of a table's row, empty ones too; a text without cells is one."""
        ranges = list(self.ranges())
        if not self.block.cells:
            return [self._between(ranges, in_table=True)]
        return [
            self._between([(max(start, a), min(end, b)) for a, b in ranges if a < end and b > start], in_table=True)
            for start, end in self.block.cells
        ]

    def _between(self, ranges: Sequence[tuple[int, int]], in_table: bool = False) -> str:
        text, stretches = "", list[Stretch]()
        for start, end in ranges:
            words = self.block.full_text[start:end]
            start += len(words) - len(words.lstrip())
            text += (" " if text and words.strip() else "") + words.strip()
            moved = len(text) - len(words.strip()) - start
            for mark in self.block.stretches:
                # All of a heading is strong.
                plain = mark.style is Style.STRONG and self.finding.role is Role.HEADING
                if mark.start < end and mark.end > start and not plain:
                    first, last = max(mark.start, start) + moved, min(mark.end + moved, len(text))
                    if first < last:
                        stretches.append(Stretch(first, last, mark.style, mark.address))
        return marked(text, stretches, in_table)


def compose_page(blocks: Sequence[HtmlBlock], reading: Reading) -> str:
    """The Markdown of a page's kept blocks."""
    kept = [_Kept(block, *reading.found[block.index]) for block in blocks]
    levels = [max(entry.block.level, _HIGHEST) for entry in kept if _is_page_heading(entry)]
    highest = min(levels, default=_HIGHEST)
    parts: list[str] = []
    for (kind, _), group in groupby(kept, key=lambda entry: entry.kind):
        parts += _composed(kind, list(group), highest)
    return "\n\n".join(part for part in parts if part)


def _is_page_heading(entry: _Kept) -> bool:
    return entry.finding.role is Role.HEADING and entry.block.shape is Shape.HEADING


def _composed(kind: str, run: list[_Kept], highest: int) -> Iterator[str]:
    if kind == "break":
        yield "* * *"
    elif kind == "heading":
        level = max(run[0].block.level, _HIGHEST) - highest + _HIGHEST if _is_page_heading(run[0]) else _HIGHEST
        yield marked_heading(run[0].markdown(), min(level, _LOWEST))
    elif kind == "code":
        yield _code(run)
    elif kind == "list":
        yield _list(run)
    elif kind == "quotation":
        yield "\n>\n".join("> " * entry.block.level + entry.markdown() for entry in run)
    elif kind == "row" and any(entry.block.shape is Shape.ROW for entry in run):
        yield _table(run)
    else:
        yield from _paragraphs(run)


def _paragraphs(run: list[_Kept]) -> Iterator[str]:
    """Paragraphs; short lines with but a line break between them, as in poems and addresses, are one."""
    paragraph = run[0].markdown()
    for above, entry in pairwise(run):
        if _is_line_of(entry, above):
            paragraph += "  \n" + entry.markdown()
        elif goes_on_after(entry.block, above.block):
            words = entry.markdown()
            paragraph += words if _CLOSES.match(words) else " " + words
        else:
            yield paragraph
            paragraph = entry.markdown()
    yield paragraph


def _is_line_of(entry: _Kept, above: _Kept) -> bool:
    adjoins = entry.block.line.broken and entry.block.first_line == above.block.first_line + 1
    return adjoins and not entry.block.is_prose and not above.block.is_prose


def _list(run: list[_Kept]) -> str:
    """A list with the lists in it; what an item has besides its first line is indented below it."""
    written: list[str] = []
    depths: list[int] = []
    for entry in run:
        block = entry.block
        if entry.finding.role is not Role.LIST:
            indent = _INDENT * len([level for level in depths if level <= block.level])
            written.append(f"\n{indent}{entry.markdown()}\n")
            continue
        level = block.level or 1
        depths = [*(other for other in depths if other < level), level]
        number = block.line.ordinal if block.shape is Shape.ITEM else block.number
        sign = "-" if number is None else f"{number}."
        written.append(f"{_INDENT * (len(depths) - 1)}{sign} {entry.markdown()}")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip("\n")


def _table(run: list[_Kept]) -> str:
    return table([entry.cells() for entry in run], run[0].block.line.header)


def _code(run: list[_Kept]) -> str:
    lines = [normalise_marked(run[0].block.raw)]
    for above, entry in pairwise(run):
        lines += [""] * (entry.block.first_line - above.block.first_line - 1)
        lines.append(normalise_marked(entry.block.raw))
    longest = max((len(quotes) for line in lines for quotes in _BACKQUOTES.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((fence, *lines, fence))
