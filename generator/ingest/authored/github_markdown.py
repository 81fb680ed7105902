"""Writes what CommonMark and GitHub's dialect have of their own so that our converter reads it: nesting, struck text.

CommonMark nests by the column at which an item's words begin (https://spec.commonmark.org/0.31.2/#list-items), our
converter by four spaces for each level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.ingest.blocks import Block, Shape

NESTED, STRUCK = "nested-lists", "struck-text"
"""What the ledger names for these mends, counted in lines."""
_WIDTH = 4
_ITEM = re.compile(r"(?:[*+-]|\d{1,9}\.)(?=[ \t]+\S)([ \t]+)")
_RULE = re.compile(r"([*_-])(?:[ \t]*\1){2,}[ \t]*")
_INDENT = re.compile(r"[ \t]*")


def nest_lists(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those within list items with four spaces for each level; fenced code and its like as it is."""
    nesting = _Nesting()
    for block in blocks:
        lines = block.markdown.split("\n")
        if block.shape is Shape.CODE and not block.markdown.startswith((" " * _WIDTH, "\t")):
            yield block
        else:
            yield replace(block, markdown="\n".join(nesting.written(lines)))


class _Nesting:
    """The list items that are open above a line."""

    def __init__(self) -> None:
        self._columns: list[int] = []
        """At which the words of each begin, the outermost first."""

    def written(self, lines: Sequence[str]) -> Iterator[str]:
        """The lines of a block, indented by levels."""
        column = _placed(lines[0])[1]
        level = self._level(column)
        over = column - self._columns[level - 1] if level else column
        if self._item(lines[0]) is not None:
            yield from map(self._item_or_rest, lines)
        elif not level:
            self._columns.clear()
            yield from lines
        else:
            # A paragraph of an item, or code in it.
            del self._columns[level:]
            by = max(level * _WIDTH + (_WIDTH if over >= _WIDTH else 0) - column, 0)
            items = next((at for at, line in enumerate(lines) if at and self._interrupts(line)), len(lines))
            yield from (" " * by + line if by else line for line in lines[:items])
            if items < len(lines):
                # The converter sees an item only at the beginning of a block.
                yield ""
                yield from map(self._item_or_rest, lines[items:])

    def _interrupts(self, line: str) -> bool:
        """Whether a line is an item where a paragraph could go on: of numbers only 1 can be."""
        return self._item(line) is not None and re.match(r"\s*(?:[*+-]|1\.)", line) is not None

    def _item(self, line: str) -> re.Match[str] | None:
        """The sign of the item that a line begins."""
        words, column = _placed(line)
        level = self._level(column)
        over = column - self._columns[level - 1] if level else column
        return None if over >= _WIDTH or _RULE.fullmatch(words) else _ITEM.match(words)

    def _item_or_rest(self, line: str) -> str:
        item = self._item(line)
        if item is None:
            return line
        words, column = _placed(line)
        level = self._level(column)
        marker, gap = item.end() - len(item[1]), len(item[1].expandtabs(_WIDTH))
        self._columns[level:] = [column + marker + (gap if gap <= _WIDTH else 1)]
        return " " * (level * _WIDTH) + words if level and column != level * _WIDTH else line

    def _level(self, column: int) -> int:
        """How many of the open items a line that begins at a column stands in."""
        return sum(column >= words for words in self._columns)


def _placed(line: str) -> tuple[str, int]:
    """What a line says, and the column at which that begins."""
    words = _INDENT.sub("", line, count=1)
    return words, len(line[: len(line) - len(words)].expandtabs(_WIDTH))


_STRUCK = re.compile(r"(?<![~\\/\w])~~(?![~\s])([^~`<>\[\]]*[^\s~\\`<>\[\]])~~(?![~\w/])")


def strike(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with `<del>` in the place of `~~` around words; where there may be code they are as they were."""
    for block in blocks:
        can_be_code = block.shape is Shape.CODE or "`" in block.markdown or "<" in block.markdown
        yield block if can_be_code else replace(block, markdown=_STRUCK.sub(r"<del>\1</del>", block.markdown))


def changed_lines(before: Sequence[Block], after: Sequence[Block]) -> int:
    """How many lines of the blocks are others than before, or new."""
    texts = ((old.markdown.split("\n"), new.markdown.split("\n")) for old, new in zip(before, after, strict=True))
    return sum(_changed(old, new) for old, new in texts)


def _changed(old: Sequence[str], new: Sequence[str]) -> int:
    shown = ([line for line in lines if line.strip()] for lines in (old, new))
    return len(new) - len(old) + sum(1 for one, other in zip(*shown, strict=True) if one != other)
