"""Tells whether `03/04/2007` on a page means a day of March or of April, where the page itself settles it."""

from __future__ import annotations

import re
from datetime import date

from generator.articles.html.data import DataSource
from generator.ingest.dates import DAY_FIRST_LANGUAGES, NumericDates
from generator.ingest.html.facts import PageFacts

_DATE = re.compile(
    r"(?<![\w/-])(?P<first>\d\d?)(?P<bar>[/-])(?P<second>\d\d?)(?P=bar)(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\W{1,3}$", re.IGNORECASE)
_BEFORE = 14
"""Characters of a day of the week and what stands behind it."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")
_MONTH = 7
"""Characters of a month in EDTF."""
_LONGEST = 300
"""Characters of a line that is looked at: paragraphs have few dates in figures, and most of the page's characters."""
_EXACT = re.compile(r"(?<!\w)(?:19|20)\d\d-\d\d-\d\d(?=\D|$)")
_DAY_FIRST_COUNTRIES = frozenset("AU GB IE IN NG NZ PK SG ZA".split())
"""Those where English is written; what templates declare unasked is `en-US`, which settles nothing."""
_COUNTRY = re.compile(r"en[-_]([A-Za-z]{2})")


def numeric_order(facts: PageFacts, address: str, language: str) -> NumericDates:
    """The order of day and month on a page whose text is in `language`; empty where that is not settled.

    The page's own dates settle it: those that can be but one day, and those of which one reading is a day that the
    page also tells year first, a month of the page's address, or the day of the week that stands before it. Where
    there are none, the language does.
    """
    texts = (line.datum.value if line.datum else line.text for line in facts.lines)
    text = "\n".join(text for text in texts if len(text) <= _LONGEST)
    found = list(_DATE.finditer(text))
    if not found:
        return ""
    exact = {match[0] for match in _EXACT.finditer(text)}
    exact |= {f"{match[1]}-{match[2]}" for match in _IN_ADDRESS.finditer(address)}
    orders = {order for match in found if (order := _order(match, exact))}
    if orders:
        return orders.pop() if len(orders) == 1 else ""
    return "day-first" if language in DAY_FIRST_LANGUAGES or _names_day_first(facts) else ""


def _order(match: re.Match[str], exact: set[str]) -> NumericDates:
    first, second = int(match["first"]), int(match["second"])
    day_first = _likelihood(match, second, first, exact)
    month_first = _likelihood(match, first, second, exact)
    if first == second or day_first == month_first:
        return ""
    return "day-first" if day_first > month_first else "month-first"


def _likelihood(match: re.Match[str], month: int, day: int, exact: set[str]) -> int:
    """How many things speak for a reading; -1 where there is no such day."""
    try:
        read = date(int(match["year"]), month, day)
    except ValueError:
        return -1
    weekday = _WEEKDAY.search(match.string[max(match.start() - _BEFORE, 0) : match.start()])
    agrees = weekday is not None and _WEEKDAYS[read.weekday()] == weekday[1].lower()
    return agrees + (read.isoformat() in exact) + (read.isoformat()[:_MONTH] in exact)


def _names_day_first(facts: PageFacts) -> bool:
    declared = [*facts.of(DataSource.HTML, "lang"), *facts.meta("og:locale")]
    countries = {match[1].upper() for said in declared if (match := _COUNTRY.fullmatch(said.value))}
    return bool(countries) and countries <= _DAY_FIRST_COUNTRIES
