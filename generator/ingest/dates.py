"""Finds the dates that are written in a line, as exactly as they are written and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.articles.edtf_date import EdtfDate, parse_edtf

NumericDates = Literal["", "day-first", "month-first"]

# Names and common short forms of the months, January first. A name that two languages share means the same month.
_MONTHS = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
    "october|oct november|nov december|dec",
    "de": "januar|jänner februar|feber märz|mrz april mai juni juli august september oktober|okt november dezember|dez",
    "fr": "janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre octobre novembre décembre|déc",
    "es": "enero|ene febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre|dic",
    "it": "gennaio|gen febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "ru": "января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август "
    "сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_DAY = r"(?P<{0}>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<{0}>1[5-9]\d\d|20\d\d)"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and the characters of the line from `start` up to but not including `end` that it was read from."""

    date: EdtfDate
    start: int
    end: int


@lru_cache(maxsize=1)
def _month_numbers() -> dict[str, int]:
    return {
        name: number
        for names in _MONTHS.values()
        for number, forms in enumerate(names.split(), start=1)
        for name in forms.split("|")
    }


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _month_numbers()), key=lambda name: (-len(name), name)))
    month = rf"(?P<{{0}}>{months})\b\.?"
    y, d = _YEAR.format, _DAY.format
    forms = (
        rf"{y('y1')}-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{d('d2')}(?:st|nd|rd|th|\.|er|º|ª)?(?:\s+(?:de|of|di))?[\s-]+{month.format('m2')}"
        rf"(?:\s+(?:de|del|of))?[\s,-]+{y('y2')}",
        rf"{month.format('m3')}\s+{d('d3')}(?:st|nd|rd|th)?,?\s+{y('y3')}",
        rf"{month.format('m4')}(?:\s+de)?,?\s+{y('y4')}",
        rf"(?P<a5>\d\d?)(?P<s5>[./-])(?P<b5>\d\d?)(?P=s5){y('y5')}",
        rf"{y('y6')}\s*年\s*(?P<m6>1[0-2]|0?[1-9])\s*月(?:\s*(?P<d6>3[01]|[12]\d|0?[1-9])\s*日)?",
        rf"{y('y7')}/(?P<m7>0?[1-9]|1[0-2])/(?P<d7>3[01]|[12]\d|0?[1-9])",
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{form})" for form in forms) + r")(?!\w)", re.IGNORECASE)


def find_dates(text: str, numeric_dates: NumericDates = "") -> list[FoundDate]:
    """All dates with a year in the text, from left to right.

    `03/04/2007` can be two days: without `numeric_dates` only its year is taken, as with everything that is not
    said. Days that no calendar has are no dates.
    """
    if not any(character.isdigit() for character in text):
        return []
    found = []
    for match in _pattern().finditer(text):
        written = _edtf(match, numeric_dates)
        try:
            found.append(FoundDate(parse_edtf(written), match.start(), match.end()))
        except ValueError:
            continue
    return found


def _edtf(match: re.Match[str], numeric_dates: NumericDates) -> str:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    form = next(iter(groups))[1]
    year = groups["y" + form]
    if form == "5":
        return _numeric(year, int(groups["a5"]), int(groups["b5"]), groups["s5"], numeric_dates)
    month = groups["m" + form]
    number = int(month) if month.isdigit() else _month_numbers()[month.casefold()]
    day = groups.get("d" + form)
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


def _numeric(year: str, first: int, second: int, separator: str, numeric_dates: NumericDates) -> str:
    if separator == "." or first > 12 or (numeric_dates == "day-first" and second <= 12):
        day, month = first, second
    elif second > 12 or numeric_dates == "month-first" or first == second:
        month, day = first, second
    else:
        return year
    return f"{year}-{month:02}-{day:02}"
