"""Writes dates as the styles of citation want them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from generator.render.citations.issued import Issued, Moment

# The styles are English ones, whatever the language of the interface: their dates are never translated.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_SEASONS = ("Spring", "Summer", "Fall", "Winter")


class Order(Enum):
    """Where the year stands."""

    MONTH_FIRST = auto()
    """April 23, 2007"""
    DAY_FIRST = auto()
    """23 April 2007"""
    YEAR_FIRST = auto()
    """2007, April 23"""


@dataclass(frozen=True, slots=True)
class DateForm:
    """How a style writes dates."""

    order: Order
    months: tuple[str, ...] = _MONTHS
    seasons: tuple[str, ...] = _SEASONS
    about: str = "ca. "
    doubt_in_brackets: bool = False
    """Whether what is not certain stands in brackets, as what the citing person supplied."""
    shortens_years: bool = False
    """Whether `2004–2006` is written `2004–06`."""


CHICAGO = DateForm(Order.MONTH_FIRST, doubt_in_brackets=True)
"""CMOS 18, chapters 13 and 14: month, day, year; a date that is guessed in brackets, `[ca. 2005]`, `[2005?]`."""
MLA = DateForm(
    Order.DAY_FIRST, _SHORT_MONTHS, tuple(season.lower() for season in _SEASONS), "circa ", shortens_years=True
)
"""MLA 9, chapter 5 on publication dates and appendix 1 on months: day, month cut short but for May, June and July;
`circa`, a question mark for doubt; seasons in small letters; chapter 2 on ranges: the second year in two figures."""
APA = DateForm(Order.YEAR_FIRST)
"""APA 7, 9.14: year, month, day; 9.17 on the `ca.` of what is not certain."""
PLAIN = DateForm(Order.DAY_FIRST)
"""For fields of data that take any text: `23 April 2007`, `ca. 2005`."""


def date_text(issued: Issued, form: DateForm) -> str:
    """The date in words: `April 23, 2007`, `October 2007`, `[ca. 2005]`, `2004–2006`, `2004 or later`."""
    first, last = issued.first, issued.last
    if first is None or last is None:
        return f"{_moment(first, form)} or later" if first else f"{_moment(last, form)} or earlier" if last else ""
    if first == last:
        return _moment(first, form)
    if (first.about, first.uncertain) == (last.about, last.uncertain):
        return _doubted(_span(first, last, form), first, form)
    return f"{_moment(first, form)}–{_moment(last, form)}"


def _moment(moment: Moment | None, form: DateForm) -> str:
    return _doubted(_whole(moment, form), moment, form) if moment else ""


def _doubted(text: str, moment: Moment, form: DateForm) -> str:
    if moment.is_certain:
        return text
    text = f"{form.about if moment.about else ''}{text}{'?' if moment.uncertain else ''}"
    return f"[{text}]" if form.doubt_in_brackets else text


def _whole(moment: Moment, form: DateForm) -> str:
    return _with_year(_in_year(moment, form), moment, form, has_day=bool(moment.day))


def _span(first: Moment, last: Moment, form: DateForm) -> str:
    """From the first to the last, saying once what they share."""
    begin, end = _in_year(first, form), _in_year(last, form)
    if first.year != last.year or not begin or not end:
        if not begin and not end and form.shortens_years and first.year // 100 == last.year // 100:
            return f"{first.year}–{last.year % 100:02}"
        return f"{_whole(first, form)}–{_whole(last, form)}"
    both = f"{begin}–{end}"
    if first.day and last.day and first.month == last.month:
        month = form.months[first.month - 1]
        days = f"{first.day}–{last.day}"
        both = f"{days} {month}" if form.order is Order.DAY_FIRST else f"{month} {days}"
    return _with_year(both, last, form, has_day=bool(last.day))


def _in_year(moment: Moment, form: DateForm) -> str:
    """The part of the date below the year: `April 23`, `23 Apr.`, `Spring`, or nothing."""
    if moment.season:
        return form.seasons[moment.season - 1]
    if not moment.month:
        return ""
    month = form.months[moment.month - 1]
    if not moment.day:
        return month
    return f"{moment.day} {month}" if form.order is Order.DAY_FIRST else f"{month} {moment.day}"


def _with_year(part: str, moment: Moment, form: DateForm, *, has_day: bool) -> str:
    year = f"{moment.year}s" if moment.is_decade else str(moment.year)
    if not part:
        return year
    if form.order is Order.YEAR_FIRST:
        return f"{year}, {part}"
    return f"{part}, {year}" if form.order is Order.MONTH_FIRST and has_day else f"{part} {year}"
