"""Writes the catalogue as a table: CSV by RFC 4180, in UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from generator.output_file import OutputFile
from generator.render.exports.records import COLUMNS, Entry, Value

PATH = "exports/articles.csv"

SEPARATOR = "; "
"""Between the values of a cell that holds several."""

# A spreadsheet takes a cell that begins so for a formula, and sources are other people's text. The apostrophe tells it
# that the cell is text; the JSON export has the same values without it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK = "'"


def table(entries: Sequence[Entry]) -> OutputFile:
    """A row for each entry below the names of the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows([_cell(value) for value in entry.record.values()] for entry in entries)
    return OutputFile(PATH, text.getvalue().encode())


def _cell(value: Value) -> str:
    text = SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
    # The reader of a table would end its file at a NUL.
    text = text.replace("\0", "")
    return _MARK + text if text.startswith(_FORMULA) else text
