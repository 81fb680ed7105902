"""Finds the dates that are written in a line, as exactly as they are written and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from generator.articles.edtf_date import EdtfDate, parse_edtf

NumericDates = Literal["", "day-first", "month-first"]
AskedDates = NumericDates | Callable[[], NumericDates]
"""The same, or what tells it: it is asked only where a text has such a date, since to find it out takes long."""

DAY_FIRST_LANGUAGES = frozenset(
    "bg ca cs da de el es fi fr gl hi hr id it nb nl nn no pl pt ro ru sk sl sr tr uk vi".split()
)
"""Languages of which no country writes the month first."""
# Names and common short forms of the months, January first; `_` is a space. A name that two languages share means the
# same month: so no Croatian, whose `listopada` is not the Polish one.
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
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december|desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου|μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου "
    "νοεμβρίου δεκεμβρίου",
    "ru": "января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август "
    "сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "ar": "يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|ابريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز "
    "أغسطس|اغسطس|آب سبتمبر|أيلول أكتوبر|اكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "he": "בינואר|ינואר בפברואר|פברואר במרץ|מרץ באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט "
    "בספטמבר|ספטמבר באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר",
    "hi": "जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
}
_SHORT_MONTHS = {
    "es": "ene feb mar abr may jun jul ago sept|sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "fr": "jan fév mar avr mai jun jul aoû|aout sep oct nov déc|dec",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "da": "jan feb mar apr maj jun jul aug sep okt nov dec|des",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "ru": "янв фев|февр мар апр мая июн июл авг сен|сент окт ноя|нояб дек",
}
"""Those that are other words, too: they are months' names where a day stands beside them."""
_DAY = r"(?P<{0}>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<{0}>1[5-9]\d\d|20\d\d)"
# Any word: looking it up among the months afterwards is many times quicker than a pattern of all their names.
_MONTH = r"(?P<{0}>(?:كانون|تشرين) ال\w+|[^\W\d_][^\s\d.,;:/()|-]{{1,13}})(?:/\w+| / [^\W\d_]+|\.)?"
# Arabic, Persian and Devanagari digits.
_DIGITS = {start + value: ord("0") + value for start in (0x660, 0x6F0, 0x966) for value in range(10)}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and the characters of the line from `start` up to but not including `end` that it was read from."""

    date: EdtfDate
    start: int
    end: int

    def overlaps(self, other: FoundDate) -> bool:
        return self.start < other.end and other.start < self.end


@cache
def _month_numbers(short: bool = False) -> dict[str, int]:
    return {
        # As the words of a text are compared: small letters of Greek with two marks come apart.
        name.replace("_", " ").casefold(): number
        for names in [*(_SHORT_MONTHS.values() if short else ()), *_MONTHS.values()]
        for number, forms in enumerate(names.split(), start=1)
        for name in forms.split("|")
    }


_GLUED = r"(?=(?:3[01]|[12]\d|0?[1-9])\. [^\W\d_]|[0-2]\d:[0-5]\d(?!\d))"
"""A second date, or the time of day, that was run together with the first: `3. Mai 20113. Mai 2011`."""
_NO_TIME = r"(?!:[0-5]\d)"
"""`28.09.1912:44` is no day of 1912: the time of day was run together with a year of two digits."""

_NO_VERSION = r"(?!(?<=[a-zA-Z] )\d{4}\.\d\.)"
"""`Program 2019.3.1` tells a version."""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    y, d, m = _YEAR.format, _DAY.format, _MONTH.format
    forms = (
        rf"{y('y1')}-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{d('d2')}(?:st|nd|rd|th|\.|er|º|ª)?(?:\s+(?:de|of|di))?[\s-]+{m('m2')}"
        rf"(?:\s+(?:de|del|of))?[\s,-]+{y('y2')}(?:\s?г(?:ода|\.))?",
        rf"{m('m3')}\s+{d('d3')}(?:st|nd|rd|th)?,?\s+(?:[0-2]?\d:[0-5]\d(?::[0-5]\d)?\s+(?:[A-Z]{{3,4}}\s+)?)?{y('y3')}",
        rf"{m('m4')}(?:\s+de)?,?\s+{y('y4')}",
        rf"(?P<a5>\d\d?)(?P<s5> ?[./|-] ?)(?P<b5>\d\d?)(?P=s5){y('y5')}{_NO_TIME}",
        rf"{y('y6')}\s*[年년]\s*(?P<m6>1[0-2]|0?[1-9])\s*[月월](?:\s*(?P<d6>3[01]|[12]\d|0?[1-9])\s*[日일])?",
        rf"{y('y7')}(?P<s7>[/-]|\. ?)(?P<m7>0?[1-9]|1[0-2])(?P=s7){d('d7')}(?!\.\d)",
        rf"{y('y8')}\.?\s+{m('m8')}\s+{d('d8')}(?!,?\s+\d{{4}})\.?",
    )
    return re.compile(
        rf"(?<!\w){_NO_VERSION}(?:" + "|".join(f"(?:{form})" for form in forms) + rf")(?:(?!\w)|{_GLUED})",
        re.IGNORECASE,
    )


_FOUR_DIGITS = re.compile(r"\d{4}")


def find_dates(text: str, numeric_dates: AskedDates = "") -> list[FoundDate]:
    """All dates with a year in the text, from left to right.

    `03/04/2007` can be two days: without `numeric_dates` only its year is taken, as with everything that is not
    said. Days that no calendar has are no dates.
    """
    if _FOUR_DIGITS.search(text) is None:
        return []
    text = text.translate(_DIGITS)
    found = []
    position = 0
    while match := _pattern().search(text, position):
        position = match.end()
        written = _edtf(match, numeric_dates)
        if written is None:
            # What seemed a month may be a word before a date.
            word = _WORD.match(text, match.start())
            position = word.end() if word else position
            continue
        with suppress(ValueError):
            found.append(FoundDate(parse_edtf(written), match.start(), match.end()))
    return found


def names_month(word: str) -> bool:
    """Whether a word is a month's name or its short form, in any of the languages."""
    return word.casefold() in _month_numbers()


_WORD = re.compile(r"\w+")


def _edtf(match: re.Match[str], numeric_dates: AskedDates) -> str | None:
    """The date of a match; None where its word is no month."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    form = next(iter(groups))[1]
    year = groups["y" + form]
    if form == "5":
        asked = numeric_dates() if callable(numeric_dates) else numeric_dates
        return _numeric(year, int(groups["a5"]), int(groups["b5"]), groups["s5"], asked)
    month = groups["m" + form]
    day = groups.get("d" + form)
    number = int(month) if month.isdigit() else _month_numbers(day is not None).get(month.casefold())
    if number is None:
        return None
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


def _numeric(year: str, first: int, second: int, separator: str, numeric_dates: NumericDates) -> str:
    dotted = separator.strip() == "."
    if first > 12 or (second <= 12 and (dotted or numeric_dates == "day-first")):
        day, month = first, second
    elif second > 12 or numeric_dates == "month-first" or first == second:
        month, day = first, second
    else:
        return year
    return f"{year}-{month:02}-{day:02}"
