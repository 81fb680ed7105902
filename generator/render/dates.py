"""Dates in words, as far as they are known, and in the form that `<time>` takes."""

from __future__ import annotations

import re
from datetime import date

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.render.views import DateView
from generator.render.words.catalogue import Words

_DOUBT = {"~": "date.about", "?": "date.perhaps", "%": "date.perhaps_about"}
_SEASON = re.compile(r"(\d{4})-2([1-4])")
_PART_OF_YEAR = re.compile(r"\d{4}-[2-9]\d")
"""Seasons, quarters and the like, which are written where a month would stand."""
_DECADE = re.compile(r"(\d{3})X")
_OPEN = ("", "..")


def show_date(when: EdtfDate | None, words: Words) -> DateView:
    """`23 April 2007`, `October 2007`, `about 2005`, `2004 to 2006`, or `date unknown` where there is none."""
    if when is None:
        return DateView(words("date.unknown"))
    return DateView(_in_words(when, words, with_year=True), machine_date(when))


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
    return str(first) if first == last else words("date.span", first=str(first), last=str(last))


def year_of(when: EdtfDate | None) -> int | None:
    """The year under which an article stands: that of its earliest day. None without a date, 0 for `../2006`."""
    if when is None:
        return None
    return 0 if when.earliest == date.min else when.year


def _is_range(when: EdtfDate) -> bool:
    return when.precision == "range" or _PART_OF_YEAR.fullmatch(when.text) is not None


def _in_words(when: EdtfDate, words: Words, *, with_year: bool) -> str:
    season = _SEASON.fullmatch(when.text)
    if season:
        return words("date.season", season=words.seasons[int(season[2]) - 1], year=season[1])
    if _is_range(when):
        return _range_in_words(when, words)
    if when.is_approximate:
        plain = parse_edtf(when.text[:-1])
        return words(_DOUBT[when.text[-1]], date=_in_words(plain, words, with_year=with_year))
    first = when.earliest
    month = words.months[first.month - 1]
    if when.precision == "day" and with_year:
        return words("date.day", day=str(first.day), month=month, year=str(first.year))
    if when.precision == "day":
        return words("date.day_of_year", day=str(first.day), month=month)
    if when.precision == "month":
        return words("date.month", month=month, year=str(first.year)) if with_year else month
    return str(first.year)


def _range_in_words(when: EdtfDate, words: Words) -> str:
    decade = _DECADE.fullmatch(when.text)
    if decade:
        return words("date.decade", year=decade[1] + "0")
    start, slash, end = when.text.partition("/")
    if not slash:
        return _days_in_words(when.earliest, when.latest, words)
    first, last = ("" if part in _OPEN else _in_words(parse_edtf(part), words, with_year=True) for part in (start, end))
    if first and last:
        return words("date.span", first=first, last=last)
    if first:
        return words("date.since", first=first)
    return words("date.until", last=last) if last else words("date.unknown")


def _days_in_words(first: date, last: date, words: Words) -> str:
    """The days from `first` to `last`, as one month, year or day where they are one."""
    for length in (len("2007"), len("2007-04"), len("2007-04-23")):
        whole = parse_edtf(first.isoformat()[:length])
        if (whole.earliest, whole.latest) == (first, last):
            return _in_words(whole, words, with_year=True)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return words("date.span", first=str(first.year), last=str(last.year))
    ends = [_in_words(parse_edtf(day.isoformat()), words, with_year=True) for day in (first, last)]
    return words("date.span", first=ends[0], last=ends[1])
