"""Dates in words, as far as they are known, and in the form that `<time>` takes.

`search/client/dates.js` says the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.render.page.views import DateView
from generator.render.words.catalogue import Words

_MARKED = re.compile(r"([^/]+)([~?%])")
_SEASON = re.compile(r"(\d{4})-2([1-4])")
_DECADE = re.compile(r"(\d{3})X")
_PART_OF_YEAR = re.compile(r"\d{4}-[2-9]\d")
"""Seasons, quarters and the like, which are written where a month would stand."""
_OPEN = ("", "..")


@lru_cache(maxsize=16_384)
def show_date(when: EdtfDate | None, words: Words) -> DateView:
    """`23 April 2007`, `October 2007`, `about 2005`, `2004 to 2006`, or `date unknown` where there is none."""
    if when is None:
        return DateView(words("date.unknown"))
    return DateView(_in_words(when, words, with_year=True), machine_date(when))


@lru_cache(maxsize=16_384)
def show_day(when: EdtfDate | None, words: Words) -> DateView:
    """The date for an entry under the heading of its year, which it need not repeat: `23 April`.

    Without a date there is nothing to add to the heading.
    """
    if when is None:
        return DateView("")
    return DateView(_in_words(when, words, with_year=False), machine_date(when))


def machine_date(when: EdtfDate) -> str:
    """The date for HTML's `datetime`; empty for what HTML cannot say, such as `2005~`."""
    return "" if when.is_approximate or _is_range(when) else when.text


def show_years(first: int, last: int, words: Words) -> str:
    """`2007` or `2001 to 2017`."""
    return str(first) if first == last else words("date.years", first=str(first), last=str(last))


def _is_range(when: EdtfDate) -> bool:
    return when.precision == "range" or _PART_OF_YEAR.fullmatch(when.text) is not None


def _in_words(when: EdtfDate, words: Words, *, with_year: bool = True) -> str:
    marked = _MARKED.fullmatch(when.text)
    if not marked:
        return _interval(when, words) if "/" in when.text else _plain(when, words, with_year)
    plain, mark = parse_edtf(marked[1]), marked[2]
    shown = _plain(plain, words, with_year, about="" if mark == "?" else "about_")
    return shown if mark == "~" else words("date.perhaps", date=shown)


def _plain(when: EdtfDate, words: Words, with_year: bool, about: str = "") -> str:
    """A date without marks. `about` is the part of the catalogue's keys that makes it `about 23 April 2007`."""
    season, decade = _SEASON.fullmatch(when.text), _DECADE.fullmatch(when.text)
    if season:
        name = words.seasons[int(season[2]) - 1]
        return words("date.season", season=name, year=season[1]) if with_year else name
    if decade:
        return words(f"date.{about}decade", year=decade[1] + "0")
    if _is_range(when):
        return _days(when.earliest, when.latest, words, about)
    first, precision = when.earliest, when.precision
    gaps = {"year": str(first.year)}
    if precision != "year":
        months = words.inflected_months if about or precision == "day" else words.months
        gaps["month"] = months[first.month - 1]
    if precision == "day":
        gaps["day"] = str(first.day)
    return words(f"date.{about}{precision}" + ("" if with_year or precision == "year" else "_of_year"), **gaps)


def _interval(when: EdtfDate, words: Words) -> str:
    start, _, end = when.text.partition("/")
    first, last = ("" if part in _OPEN else _in_words(parse_edtf(part), words) for part in (start, end))
    if first and last:
        # Two bare years are parted otherwise than dates of several words.
        return words("date.years" if start.isdecimal() and end.isdecimal() else "date.span", first=first, last=last)
    if first:
        return words("date.since", first=first)
    return words("date.until", last=last) if last else words("date.unknown")


def _days(first: date, last: date, words: Words, about: str) -> str:
    """The days from `first` to `last`, as one month, year or day where they are one."""
    for length in (len("2007"), len("2007-04"), len("2007-04-23")):
        whole = parse_edtf(first.isoformat()[:length])
        if (whole.earliest, whole.latest) == (first, last):
            return _plain(whole, words, True, about)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = show_years(first.year, last.year, words)
        return words("date.about_year", year=years) if about else years
    ends = [_plain(parse_edtf(day.isoformat()), words, True) for day in (first, last)]
    return words("date.span", first=ends[0], last=ends[1])
