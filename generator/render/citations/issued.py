"""When an article was published, in the parts that citations are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.articles.edtf_date import EdtfDate, parse_edtf


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season, year or decade; what is not known is 0."""

    year: int
    """Of a decade its first."""
    month: int = 0
    day: int = 0
    season: int = 0
    """1 spring, 2 summer, 3 autumn, 4 winter."""
    is_decade: bool = False
    about: bool = False
    uncertain: bool = False

    @property
    def is_certain(self) -> bool:
        return not self.about and not self.uncertain


@dataclass(frozen=True, slots=True)
class Issued:
    """A moment, or the time between two of which one may be open."""

    edtf: str
    first: Moment | None
    """None where only the end is known."""
    last: Moment | None
    """None where only the beginning is known; where they are one moment, the same as `first`."""

    @property
    def moment(self) -> Moment | None:
        """The moment, where it is one."""
        return self.first if self.first == self.last else None

    @property
    def year(self) -> int:
        """The year of the earliest moment that is known."""
        known = self.first or self.last
        return known.year if known else 0

    @property
    def is_exact(self) -> bool:
        """Whether it is a day, month or year without any doubt: what standards other than EDTF can say."""
        moment = self.moment
        return moment is not None and moment.is_certain and not moment.season and not moment.is_decade

    @property
    def iso(self) -> str:
        """`2007-04-23`, `2007-10`, `2007`; empty where it is not exact."""
        if not self.is_exact or self.first is None:
            return ""
        parts = [f"{self.first.year:04}", *(f"{part:02}" for part in (self.first.month, self.first.day) if part)]
        return "-".join(parts)


_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_OPEN = ("", "..")
_SPRING = 21
_YEAR, _MONTH, _DAY = 1, 2, 3


def issued(when: EdtfDate | None) -> Issued | None:
    """The parts of a date; None where there is none or it says nothing (`../..`)."""
    if when is None:
        return None
    start, slash, end = when.text.partition("/")
    if not slash:
        first, last = _moments(start)
        return Issued(when.text, first, last)
    beginning = None if start in _OPEN else _moments(start)[0]
    ending = None if end in _OPEN else _moments(end)[1]
    return Issued(when.text, beginning, ending) if beginning or ending else None


def _moments(text: str) -> tuple[Moment, Moment]:
    """The first and the last moment of a date that is no interval; the same where it is one moment."""
    match = _PLAIN.fullmatch(text)
    doubt = {"about": "~" in text or "%" in text, "uncertain": "?" in text or "%" in text}
    month = int(match[2] or 0) if match else 0
    if match and month <= 12:
        moment = Moment(int(match[1]), month, int(match[3] or 0), **doubt)
        return moment, moment
    if match and _SPRING <= month < _SPRING + 4:
        moment = Moment(int(match[1]), season=month - _SPRING + 1, **doubt)
        return moment, moment
    days = parse_edtf(text)
    return _between(days.earliest, days.latest, doubt)


def _between(earliest: date, latest: date, doubt: dict[str, bool]) -> tuple[Moment, Moment]:
    """The moments that just hold the days from `earliest` to `latest`: `200X` is a decade, `2007-XX` a year."""
    length = _DAY if earliest == latest else max(_length(earliest, before=True), _length(latest, before=False))
    first, last = (
        Moment(day.year, day.month if length > _YEAR else 0, day.day if length > _MONTH else 0, **doubt)
        for day in (earliest, latest)
    )
    if length == _YEAR and first.year % 10 == 0 and last.year == first.year + 9:
        decade = Moment(first.year, is_decade=True, **doubt)
        return decade, decade
    return first, last


def _length(day: date, *, before: bool) -> int:
    """How many parts of the date tell its side of a time: fewer where it begins or ends a year or a month."""
    if (day.month, day.day) == ((1, 1) if before else (12, 31)):
        return _YEAR
    is_edge = day.day == 1 if before else (day + timedelta(days=1)).day == 1
    return _MONTH if is_edge else _DAY
