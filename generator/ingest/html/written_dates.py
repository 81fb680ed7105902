"""Reads the dates of a line as readers see them: run together with other words, or with two digits for the year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from generator.articles.html.lines import ViewLine
from generator.ingest.dates import FoundDate, NumericDates, find_dates

_DAY = 10
"""Characters of a day in EDTF."""


def seen_dates(line: ViewLine, numeric_dates: NumericDates) -> list[FoundDate]:
    """The dates in a line's text, also one that touches other words, or has two digits for its year."""
    found = find_dates(line.text, numeric_dates)
    days = [entry for entry in found if len(entry.date.text) == _DAY]
    glued = [entry for entry in _parted_dates(line, numeric_dates) if not any(map(entry.overlaps, days))]
    if glued:
        return sorted([*days, *glued], key=lambda entry: entry.start)
    return found or list(_short_years(line.text, numeric_dates))


def _parted_dates(line: ViewLine, numeric_dates: NumericDates) -> Iterator[FoundDate]:
    """The days that stand there once a space parts the elements within a line, as they are seen."""
    text = line.text
    ends = {end for mark in line.marks for end in (mark.start, mark.end) if 0 < end < len(text)}
    cuts = sorted(end for end in ends if text[end - 1].isalnum() and text[end].isalnum())
    parts = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
    put_in = [cut + before for before, cut in enumerate(cuts)]
    for entry in find_dates(" ".join(parts), numeric_dates) if cuts else ():
        if len(entry.date.text) == _DAY:
            start, end = (at - bisect_left(put_in, at) for at in (entry.start, entry.end))
            yield FoundDate(entry.date, start, end)


_SHORT_YEAR = re.compile(
    r"(?<![\d./-])(0?[1-9]|[12]\d|3[01])(?P<bar>[./-])(0?[1-9]|[12]\d|3[01])(?P=bar)(\d\d)(?![\d./-])"
)
_OLDEST_SHORT = 70
_MONTHS = 12


def _short_years(text: str, numeric_dates: NumericDates) -> Iterator[FoundDate]:
    """Days such as `28.01.22`, of the hundred years from 1970 on."""
    for match in _SHORT_YEAR.finditer(text):
        if match["bar"] != "." and int(match[1]) > _MONTHS and numeric_dates != "day-first":
            continue  # It may begin with the year.
        century = "19" if int(match[4]) >= _OLDEST_SHORT else "20"
        whole = f"{match[1]}{match['bar']}{match[3]}{match['bar']}{century}{match[4]}"
        for entry in find_dates(whole, numeric_dates):
            yield FoundDate(entry.date, match.start(), match.end())
