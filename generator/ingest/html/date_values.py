"""What a page says of its dates: a day, who says it, and how far that can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum

from generator.articles.edtf_date import parse_edtf
from generator.ingest.dates import FoundDate, NumericDates, find_dates


class Trust(IntEnum):
    """How good a witness of the publication is; the greatest counts."""

    ADDRESS = 1
    """The page's own address has the day in it."""
    CREATED = 2
    """Metadata has a date without saying which."""
    NEARBY = 3
    """A bare date stands beside the title."""
    LABELLED = 4
    """A shown date's words or its element's name say that it is of the publication."""
    PAGE = 5
    """Metadata says it of the page, not of an article."""
    SAID = 6
    """Metadata says it of the article."""


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A date (EDTF), and the block that says it."""

    date: str
    block: int
    trust: Trust
    universal: bool = False
    """Whether it is that of a moment in universal time, whose day may be another where the page was written."""
    nearness: int = 0
    """Of a shown date, the less the farther it stands from the title."""


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
_UNIVERSAL = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]00:?00|GMT|UTC)\s*$")


def is_universal(value: str) -> bool:
    """Whether a value is a moment in universal time."""
    return _UNIVERSAL.search(value) is not None


_SHORT_YEAR = re.compile(r"(?<![\d.])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d)(?![\d.])")
_OLDEST_SHORT = 70


def short_years(text: str) -> Iterator[FoundDate]:
    """Days such as `28.01.22`, of the hundred years from 1970 on."""
    for match in _SHORT_YEAR.finditer(text):
        century = "19" if int(match[3]) >= _OLDEST_SHORT else "20"
        with suppress(ValueError):
            day = parse_edtf(f"{century}{match[3]}-{match[2].zfill(2)}-{match[1].zfill(2)}")
            yield FoundDate(day, match.start(), match.end())
