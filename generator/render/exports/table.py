"""Writes the catalogue as a table: CSV by RFC 4180, in UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from generator.render.exports.forms import Form
from generator.render.exports.records import COLUMNS, Value

SEPARATOR = "; "
"""Between the values of a cell that holds several."""

# A spreadsheet takes a cell that begins so for a formula, and sources are other people's text. The apostrophe tells it
# that the cell is text; the JSON export has the same values without it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK = "'"


def _row(cells: Sequence[str]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue()


def _cell(value: Value) -> str:
    text = SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
    # The reader of a table would end its file at a NUL.
    text = text.replace("\0", "")
    return _MARK + text if text.startswith(_FORMULA) else text


TABLE = Form(
    "exports/articles.csv",
    lambda entry, _: _row(list(map(_cell, entry.record.values()))),
    before=lambda _: _row([column.name for column in COLUMNS]),
)
"""A row for each article below the names of the columns."""
