"""Dates as far as they are known: EDTF levels 0 and 1 (https://www.loc.gov/standards/datetime/)."""

from __future__ import annotations

import calendar
import re
from datetime import date

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$")


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
    def is_approximate(self) -> bool:
        """Whether the date is marked as about (`~`), uncertain (`?`) or both (`%`)."""
        return any(mark in self.text for mark in "~?%")

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, or `range` for everything that is none of them (intervals, seasons, decades)."""
        match = _PLAIN.match(self.text)
        if match is None:
            return "range"
        return "day" if match[3] else "month" if match[2] else "year"

    def __str__(self) -> str:
        return self.text


def parse_edtf(text: str) -> EdtfDate:
    """The date written as `text`. Raises ValueError, with words for a reader, where it is none."""
    text = text.strip()
    match = _PLAIN.match(text)
    if match is None:
        return _parse_rare(text)
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        earliest = date(year, month or 1, day or 1)
        latest = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except (ValueError, calendar.IllegalMonthError):
        return _parse_rare(text)  # 2001-21 is the spring of 2001
    return EdtfDate(text, earliest, latest)


def _parse_rare(text: str) -> EdtfDate:
    """Intervals, seasons and unspecified digits, by the edtf library, which takes too long to load for every date."""
    wrong = f"not a date: {text} (EDTF: 2007, 2007-04, 2007~, 2007-04-23, 2004/2006)"
    if not re.fullmatch(r"[\dXY/.~?%T:Z+-]+", text):
        raise ValueError(wrong)
    import edtf

    try:
        parsed = edtf.parse_edtf(text)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        # An interval's open end comes as an infinite number.
        earliest = date.min if isinstance(first, float) else date(*first[:3])
        latest = date.max if isinstance(last, float) else date(*last[:3])
    except (edtf.EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(wrong) from error
    return EdtfDate(text, earliest, latest)
