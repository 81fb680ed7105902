"""Dates as far as they are known: EDTF levels 0 and 1 (https://www.loc.gov/standards/datetime/)."""

from __future__ import annotations

import calendar
import io
import re
from contextlib import redirect_stdout
from datetime import date

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$", re.ASCII)
_OPEN = ("", "..")
"""An interval's end that is not known, or that there is none of: both allow every day there is."""


class EdtfDate:
    """A date as it is written, and the days that it allows. Not a dataclass, which msgspec would read as a mapping."""

    __slots__ = ("earliest", "latest", "text")

    def __init__(self, text: str, earliest: date, latest: date) -> None:
        self.text = text
        self.earliest = earliest
        self.latest = latest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EdtfDate) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"EdtfDate({self.text!r})"

    @property
    def year(self) -> int:
        """The year of the earliest day."""
        return self.earliest.year

    @property
    def month(self) -> int:
        """1 to 12; 0 where the date tells none, or several."""
        return self.earliest.month if self.precision in ("day", "month") else 0

    @property
    def is_approximate(self) -> bool:
        """Whether the date is marked as about (`~`), uncertain (`?`) or both (`%`)."""
        return any(mark in self.text for mark in "~?%")

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, or `range` for everything that is none of them (intervals, seasons, decades)."""
        match = _PLAIN.match(self.text)
        if match is None or int(match[2] or 0) > 12:
            return "range"
        return "day" if match[3] else "month" if match[2] else "year"

    def __str__(self) -> str:
        return self.text


def year_of(when: EdtfDate | None) -> int | None:
    """The year of the earliest day. None without a date, 0 for a day that no beginning bounds (`../2006`)."""
    if when is None:
        return None
    return 0 if when.earliest == date.min else when.year


def parse_edtf(text: str) -> EdtfDate:
    """The date written as `text`. Raises ValueError, with words for a reader, where it is none.

    An interval that is open at its beginning or whose beginning is unknown (`../2006`, `/2006`) allows every day from
    `date.min` on, one without an end (`2006/..`, `2006/`) every day up to `date.max`.
    """
    text = text.strip()
    parsed = _interval(text) if "/" in text else _date(text)
    if parsed is None or parsed[0] > parsed[1]:
        raise ValueError(f"not a date: {text} (EDTF: 2007, 2007-04, 2007~, 2007-04-23, 2004/2006)")
    return EdtfDate(text, *parsed)


def _interval(text: str) -> tuple[date, date] | None:
    first, last = text.split("/", 1)
    if first in _OPEN and last in _OPEN and text != "../..":
        return None
    start = (date.min, date.min) if first in _OPEN else _date(first)
    end = (date.max, date.max) if last in _OPEN else _date(last)
    return (start[0], end[1]) if start and end else None


def _date(text: str) -> tuple[date, date] | None:
    """The earliest and the latest day of a date that is no interval."""
    match = _PLAIN.match(text)
    if match is None:
        return _rare_date(text)
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if month > 12 and not match[3]:
        return _rare_date(text)  # 2001-21 is the spring of 2001
    try:
        last_month = month if match[2] else 12
        return date(year, month, day), date(year, last_month, day if match[3] else _days(year, last_month))
    except ValueError:
        return None


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _rare_date(text: str) -> tuple[date, date] | None:
    """Seasons, unspecified digits, times: by the edtf library, which takes too long to load for every date."""
    if not re.fullmatch(r"[\dXY.~?%T:Z+-]+", text, re.ASCII):
        return None
    import edtf

    try:
        # Of some text that is no date the library tells on standard output, which is not its to write to.
        with redirect_stdout(io.StringIO()):
            parsed = edtf.parse_edtf(text)
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (edtf.EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None
