"""What a page says of its dates: a day, who says it, and how far that can be trusted."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from generator.articles.edtf_date import parse_edtf
from generator.ingest.dates import NumericDates, find_dates


class Trust(IntEnum):
    """How good a witness of the publication is; the greatest counts."""

    BELOW = 1
    """A bare date stands right under the text."""
    ADDRESS = 2
    """The page's own address has the day in it."""
    CREATED = 3
    """Metadata has a date without saying which."""
    NEARBY = 4
    """A bare date stands beside the title."""
    LABELLED = 5
    """A shown date's words or its element's name say that it is of the publication."""
    PAGE = 6
    """Metadata says it of the page, not of an article."""
    SAID = 7
    """Metadata says it of the article."""


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A date (EDTF), and the block that says it."""

    date: str
    block: int
    trust: Trust
    others: tuple[str, ...] = ()
    """Of a moment in universal time, the other days that it can be where the page was written."""
    nearness: int = 0
    """Of a shown date, the less the farther it stands from the title."""

    @property
    def in_words(self) -> bool:
        """Of a shown date, whether words or an element's name say what it is of."""
        return self.trust >= Trust.LABELLED


def metadata_date(value: str, numeric_dates: NumericDates) -> str:
    """The day, month or year that a value of metadata says, in EDTF; empty where it says none or more than one."""
    match = _ISO.match(value)
    if match:
        day = "-".join(part.zfill(2) for part in match.groups() if part)
        with suppress(ValueError):
            return "" if day in _NO_DATE else parse_edtf(day).text
        return ""
    found = {entry.date.text for entry in find_dates(value, numeric_dates)}
    return found.pop() if len(found) == 1 else ""


_ISO = re.compile(
    r"\s*((?:19|20)\d\d)(?:-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=\D|$)|-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])(?=T|$))"
)
"""Some programs leave out the zeros."""
_NO_DATE = ("1970-01-01", "1900-01-01")
"""What programs write where they know no date."""
_UNIVERSAL = re.compile(r"(\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]00:?00|GMT|UTC)\s*$")
_FARTHEST_WEST, _FARTHEST_EAST = 12, 14
"""Hours from universal time."""


def other_days(value: str, day: str) -> tuple[str, ...]:
    """The other days that a value's moment in universal time is somewhere; none where it tells the time otherwise."""
    match = _UNIVERSAL.search(value)
    if match is None or len(day) != _DAY:
        return ()
    read, hour = date.fromisoformat(day), int(match[1])
    before = [read - timedelta(days=1)] if hour < _FARTHEST_WEST else []
    after = [read + timedelta(days=1)] if hour + _FARTHEST_EAST >= _HOURS else []
    return tuple(other.isoformat() for other in [*before, *after])


_DAY = 10
"""Characters of a day in EDTF."""
_HOURS = 24
