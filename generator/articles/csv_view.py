"""Tables of metadata (CSV) as records, and the view of one record: the lines that its ledger accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.articles.known_columns import column_key, names_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"sep=([,;|:^~\t])\s*", re.IGNORECASE)
"""What some spreadsheets write above the header."""
_NO_TEXT = re.compile(
    r"https?://\S+|[^\r\n]{1,300}\.(?:txt|md|markdown|html?|csv|json|xml|pdf|docx?|epub|jpe?g|png|gif|tiff?|mp[34]|wav|vtt|srt)",
    re.IGNORECASE,
)
_HTML_PARAGRAPH = re.compile(r"</p\s*>|<br\s*/?>|</div\s*>", re.IGNORECASE)
_REST_OF_QUOTED = re.compile(r'[^"]*+(?:""[^"]*+)*+"')


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a table: a row that has something in it."""

    line: int
    """Of the table's text, on which it begins, from 1."""
    end_line: int
    """The number after that of its last line."""
    values: tuple[str, ...]
    """In the order of the columns."""
    lines: tuple[int, ...]
    """For each value the line on which it begins."""
    closed: bool
    """Whether no quotation mark was opened in it that is never closed."""


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A line of a record's view."""

    text: str
    at: int
    """The line of the table's text on which it stands, from 1."""
    column: int
    """The position of its column."""
    of_text: bool
    """Whether it is a line of the article's text, rather than what a column says of it."""


def physical_lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends."""
    return (match[0] for match in _LINE.finditer(text))


def read_records(lines: Iterable[str]) -> Iterator[Record]:
    """The header of a table and then its records, from its lines with their ends; rows with nothing in them are none.

    The delimiter is the one that the header has most of. A value in quotation marks can hold delimiters and line
    ends, and a doubled quotation mark for a single one.
    """
    delimiter = ""
    pending: list[str] = []
    first = number = 1
    is_open = False
    for number, line in enumerate(lines, start=1):
        if not delimiter:
            named = _SEPARATOR_LINE.fullmatch(line)
            delimiter = named[1] if named else _delimiter(line) if line.strip() else ""
            if named or not delimiter:
                first = number + 1
                continue
        pending.append(line)
        is_open = _is_open_after(line, delimiter, is_open)
        if not is_open:
            yield from _record("".join(pending), delimiter, first, number + 1, closed=True)
            pending = []
            first = number + 1
    if pending:
        yield from _record("".join(pending), delimiter, first, number + 1, closed=False)


def _delimiter(header: str) -> str:
    bare = re.sub(r'"[^"]*"', "", header)
    return max(_DELIMITERS, key=lambda mark: (bare.count(mark), -_DELIMITERS.index(mark)))


def _is_open_after(line: str, delimiter: str, is_open: bool) -> bool:
    """Whether a line ends within quotation marks; `is_open` tells whether it began within them."""
    if not is_open and '"' not in line:
        return False
    position = 0
    while True:
        if is_open:
            closing = _REST_OF_QUOTED.match(line, position)
            if closing is None:
                return True
            position, is_open = closing.end(), False
        elif _opens(line, position):
            position, is_open = line.index('"', position) + 1, True
            continue
        position = line.find(delimiter, position) + 1
        if not position:
            return False
        if _opens(line, position):
            position, is_open = line.index('"', position) + 1, True


def _opens(line: str, position: int) -> bool:
    """Whether a value that begins here stands in quotation marks."""
    while line[position : position + 1] == " ":
        position += 1
    return line[position : position + 1] == '"'


def _record(text: str, delimiter: str, first: int, end: int, closed: bool) -> Iterator[Record]:
    values: list[str] = []
    lines: list[int] = []
    line = first
    for match in _value_pattern(delimiter).finditer(text):
        quoted, behind, plain, mark = match.groups()
        values.append(plain if quoted is None else quoted.replace('""', '"') + behind)
        lines.append(line)
        line += len(_LINE_END.findall(match[0]))
        if mark != delimiter:
            break
    if any(value.strip() for value in values):
        yield Record(first, end, tuple(values), tuple(lines), closed)


@lru_cache(maxsize=16)
def _value_pattern(delimiter: str) -> re.Pattern[str]:
    """A value and what ends it: in quotation marks (whose last may be missing) with what stands behind, or plain."""
    other = rf"[^{re.escape(delimiter)}\r\n]"
    end = rf"({re.escape(delimiter)}|\r\n|\r|\n|\Z)"
    return re.compile(rf'(?: *"([^"]*+(?:""[^"]*+)*+)(?:"|\Z)({other}*+)|({other}*+)){end}')


def column_names(header: Record, width: int) -> list[str]:
    """A name for each of `width` columns: the header's, or `column 3` where it has none."""
    named = [*header.values, *[""] * (width - len(header.values))]
    return [" ".join(name.split()) or f"column {number}" for number, name in enumerate(named, start=1)]


def first_with_value(names: Sequence[str], values: Sequence[str], wanted: Sequence[str]) -> int | None:
    """The position of the column whose `column_key` stands first among the `wanted` ones and whose value is a text.

    The name of a file or an address is none.
    """
    ranks = {key: rank for rank, key in enumerate(wanted)}
    found = [
        (ranks[column_key(name)], position)
        for position, (name, value) in enumerate(zip(names, values, strict=False))
        if column_key(name) in ranks and value.strip() and not _NO_TEXT.fullmatch(value.strip())
    ]
    return min(found)[1] if found else None


def view_record(header: Record, record: Record) -> Iterator[ViewLine]:
    """The view of one record: `column: value` for each column, the title last, and then the lines of its text.

    A value of several lines has as many; the column of the text has one line with its name.
    """
    width = max(len(header.values), len(record.values))
    missing = width - len(record.values)
    names = column_names(header, width)
    values = [*record.values, *[""] * missing]
    places = [*record.lines, *[record.line] * missing]
    text = first_with_value(names, values, names_of("text"))
    title = first_with_value(names, values, names_of("title"))
    # As in a text, so that whatever goes by the place of a line finds it where it looks for it.
    for position in sorted(range(width), key=lambda position: (position == title, position == text)):
        if position == text:
            yield ViewLine(f"{names[position]}:", places[position], position, of_text=False)
        else:
            lines = _LINE_END.split(f"{names[position]}: {values[position]}")
            for number, line in enumerate(lines, start=places[position]):
                yield ViewLine(line, number, position, of_text=False)
    if text is not None:
        for line, at in text_lines(values[text]):
            yield ViewLine(line, places[text] + at - 1, text, of_text=True)


def is_html(value: str) -> bool:
    """Whether a value is HTML whose paragraphs are elements, so that its line ends mean nothing."""
    return _HTML_PARAGRAPH.search(value) is not None


def text_lines(value: str) -> Iterator[tuple[str, int]]:
    """The lines of a text in a column, each with the line of the value, from 1, on which it stands.

    Where the value is HTML they are those of the page's view.
    """
    if is_html(value):
        from generator.articles.html.view import view_page

        return ((line.text, line.at) for line in view_page(value).lines)
    return ((line, number) for number, line in enumerate(_LINE_END.split(value.rstrip("\r\n")), start=1))


def view_table(text: str) -> list[str]:
    """The lines of the views of all records in a table; of one without records, the names of its columns."""
    records = read_records(physical_lines(text))
    header = next(records, None)
    if header is None:
        return []
    views = [line.text for record in records for line in view_record(header, record)]
    return views or column_names(header, len(header.values))
