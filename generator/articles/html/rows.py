"""Rows of tables: one line of the view where a row holds data, the lines of its cells where it lays out a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.html.lines import Element, LineShape, Mark, ViewLine, shifted

_LONGEST_CELL = 400
"""Characters of a cell of data."""
_BAR = " | "


class Row:
    """An open row of a table."""

    def __init__(self, element: Element, group: int) -> None:
        self._element = element
        self._group = group
        self._cells: list[list[ViewLine]] = []
        self._headers = 0
        self._all: list[ViewLine] = []
        self._loose = False
        """Whether a text stands in no cell."""

    def begin_cell(self, header: bool) -> None:
        self._cells.append([])
        self._headers += header

    def add(self, line: ViewLine) -> None:
        self._all.append(line)
        if line.shape is LineShape.DATUM:
            return
        if self._cells:
            self._cells[-1].append(line)
        else:
            self._loose = True

    def lines(self) -> Iterator[ViewLine]:
        """The row's lines: what its markup says first, then its text."""
        filled = sum(map(bool, self._cells))
        if self._loose or filled < 2 or not all(map(_is_data, self._cells)):
            alone = filled == 1 and len(self._cells) > 1 and not self._loose
            yield from (self._in_table(line) if alone else line for line in self._all)
            return
        yield from (line for line in self._all if line.shape is LineShape.DATUM)
        yield self._row()

    def _in_table(self, line: ViewLine) -> ViewLine:
        """The only text of a row, which may stand between rows with more."""
        plain = line.shape is LineShape.TEXT and not line.group
        return line._replace(group=self._group) if plain else line

    def _row(self) -> ViewLine:
        texts: list[str] = []
        marks: list[Mark] = []
        cells: list[tuple[int, int]] = []
        position = 0
        for cell in self._cells:
            text = cell[0].text if cell else ""
            cells.append((position, position + len(text)))
            marks += shifted(cell[0].marks if cell else (), position)
            texts.append(text)
            position += len(text) + len(_BAR)
        first = next(line for line in self._all if line.shape is not LineShape.DATUM)
        return ViewLine(
            _BAR.join(texts),
            first.at,
            LineShape.ROW,
            self._element,
            group=self._group,
            cells=tuple(cells),
            header=self._headers == len(self._cells),
            marks=tuple(marks),
        )


def _is_data(cell: list[ViewLine]) -> bool:
    """Whether a cell is empty or holds one short text."""
    if len(cell) > 1:
        return False
    return not cell or (cell[0].shape is LineShape.TEXT and len(cell[0].text) <= _LONGEST_CELL)
