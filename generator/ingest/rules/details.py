"""Reads the lines that tell who wrote an article and when: what stands in them between dates, bars and commas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.ingest.buttons import are_button_words
from generator.ingest.dates import AskedDates, FoundDate, find_dates, names_month
from generator.ingest.rules.names import MAY_BE_BYLINE, bare_name, match_byline, split_names

MAX_DATE_LINE = 22
"""Words of the longest line that can be about nothing but a date."""
PUBLISHED = re.compile(
    r"\b(?:published|posted|publication date|date published|first published|issue date|article published|released|"
    r"for immediate release|created|submitted|filed|date|veröffentlicht|erschienen|erstellt|datum|vom|stand vom|"
    r"publié|paru|publicado|publicada|fecha|pubblicato|gepubliceerd|geplaatst|opublikowano|publikacja|publicerad|publicerat|publisert|udgivet|"
    r"julkaistu|postado|yayınlanma|опубликован\w*|дата|размещено|发布(?:时间|于)?|發布|公開日?|入力|입력|등록)(?![^\W\d_])",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|amended|corrected|last change|last edit(?:ed)?|aktualisiert|geändert|zuletzt|"
    r"letztes update|mis à jour|modifié|actualizado|atualizado|aggiornato|modifica|bijgewerkt|zaktualizowano|"
    r"aktualizacja|uppdaterad|oppdatert|opdateret|päivitetty|güncelleme|обновлен\w*|обновлено|изменен\w*|更新(?:时间|日)?|最終更新|수정)"
    r"(?![^\W\d_])|آخر تحديث",
    re.IGNORECASE,
)
RETRIEVED = re.compile(
    r"\b(?:retrieved|accessed|crawled|archived on|downloaded|printed|abgerufen|consulté|скачано|copyright|©)\b|©", re.I
)
# Words that may stand beside a date in a line that is about nothing else.
_DATE_COMPANY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|"
    r"\bmittwoch\b|\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b|"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|"
    r"\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)-feira)\b|"
    r"\b(?:pazartesi|salı|çarşamba|perşembe|cuma(?:rtesi)?|pazar)\b|"
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b[ap]\.?m\b\.?|"
    r"\b(?:[A-Z]{2,4}T|GMT|UTC|MSK|CET|CEST|uhr|at|on|um|am|à|le|la|las|ore|kl|в|г|года?|this|is|an|archive|article|the|local|time|"
    r"last|first|print|edition|issue|vol|no|was|and|or)\b\.?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[|•·»]+\s*|\s+(?:[–—-]+|//?|::)\s+|(?<=\d)\s*/\s+|;\s+|"
    r"\s+(?=(?:来源|來源|作者|记者|記者|编辑|編輯|责任编辑|責任編輯|责编)[:：])"
)
_COMMA = re.compile(r",\s+|\s{3,}")
_SECTION = re.compile(
    r"\W*(?:(?:posted |filed |published |from the section |category |categories |in |under |en |dans |kategorien?\b|"
    r"rubrik |тема |рубрика )\s*:?\s*)+[^\W\d_]",
    re.IGNORECASE,
)
_LONGEST_SECTION = 6
_COUNTED = re.compile(
    r"\b(?:\d[\d.,]*|no|one|leave an?|add an?|a)\W+(?:\w+\s)?(?:comments?|views?|reads?|shares?|likes?|hits|replies|"
    r"responses?|reactions?|kommentare?|aufrufe|commentaires?|comentarios?|reacties|комментари\w+|просмотр\w+)\b|"
    r"\b(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|"
    r"leestijd|lästid|lesetid|læsetid|czas czytania|doba čtení|время чтения)\W*\d+\s*\w{0,9}\.?|"
    r"\b\d+\s*(?:min(?:ute|uten|uter|uti|utos?)?s?\.?|мин\.?)"
    r"(?:\s+(?:read|lesezeit|lesedauer|de lectura|de lecture))?(?!\w)|"
    r"\b(?:permalink|trackbacks?(?: \(\d+\))?|hinterlasse einen kommentar|schreibe einen kommentar)\b|"
    r"\((?:\d+|\d+ \w+)\)",
    re.IGNORECASE,
)
_BY_INSIDE = re.compile(r"(?:^|(?<=\s))(?:(?:posted|written|published|submitted)\s+)?(?:by|von|par|por)\b:?\s", re.I)
# Whoever posts may call himself anything, also in small letters.
_POSTED = re.compile(
    r"(?:posted|submitted|written|penned)\s+by:?\s+(?P<name>[^\W\d_]\S*(?: \S+){0,2}?)\s+(?:on|at)\b(?P<rest>.*)$", re.I
)
_AFTER_NAME = re.compile(r"\s(?:on|at|am|in|with|filed|leave|le|el|à|dans|en)(?:\s.*)?$|\s\d.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of a line from character `start` up to but not including `end`, and whom it names."""

    start: int
    end: int
    authors: tuple[str, ...] = ()
    """Those that a word such as `by` names."""
    byline: bool = False
    """Whether there is such a word, which may also name an office."""
    bare: tuple[str, ...] = ()
    """What may be a person's name, without such a word."""
    proper: str = ""
    """What may be another name with capitals, as of an agency or a paper."""
    left: int = 0
    """Words that tell neither who nor when."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a line tells of an article."""

    dates: tuple[FoundDate, ...]
    told: tuple[Told, ...]

    @property
    def authors(self) -> tuple[str, ...]:
        return next((one.authors for one in self.told if one.authors), ())

    @property
    def byline(self) -> bool:
        return any(one.byline for one in self.told)

    @property
    def bare(self) -> tuple[str, ...]:
        return next((one.bare for one in self.told if one.bare), ())

    @property
    def proper(self) -> str:
        return next((one.proper for one in self.told if one.proper), "")

    @property
    def left(self) -> int:
        """Words that tell neither who nor when; those of names count."""
        return sum(one.left for one in self.told)

    @property
    def left_beside_name(self) -> int:
        """The same, but for those of one name with capitals."""
        named = next((one.left for one in self.told if one.proper), 0)
        return self.left - named


def read_details(text: str, dates: Sequence[FoundDate], language: str | Callable[[], str]) -> Details:
    """The persons in a line beside its `dates`, and how much else stands there.

    `language` is the text's, or empty where that is not known, or what tells it.
    """
    told = [one for start, end in _stretches(text, dates) for one in _tell(text, start, end, language)]
    return Details(tuple(dates), tuple(told))


def is_details(text: str, numeric_dates: AskedDates, language: str | Callable[[], str]) -> bool:
    """Whether a line is about nothing but who wrote the article, or when it was published."""
    if len(text) > _LONGEST or not _MAY_TELL.search(text):
        return False
    dates = find_dates(text, numeric_dates)
    if not dates and not MAY_BE_BYLINE.search(text):
        return False
    details = read_details(text, dates, language)
    if not details.dates:
        return details.byline and details.left == 0
    return details.left <= (_SPARE if details.byline or labelled(text) else 1)


_MAY_TELL = re.compile(
    r"\d{4}|[\u0590-\u06ff\u3000-\ud7af]|(?:^|[\s>|•·(])(?:by|von|par|por|di|door|av|af)[\s:]|^\W*\w+\s?:|^\W*(?:автор|текст|autor)",
    re.IGNORECASE,
)
_LONGEST = 200
"""Characters."""
_SPARE = 4
"""Words about something else that a line with a date and a label may have."""


def labelled(text: str) -> bool:
    """Whether words in a text say what its dates are of."""
    return any(pattern.search(text) for pattern in (PUBLISHED, UPDATED, RETRIEVED))


def _stretches(text: str, dates: Sequence[FoundDate]) -> Iterator[tuple[int, int]]:
    """From where to where the text reaches between dates and bars."""
    starts = [0, *(date.end for date in dates)]
    ends = [*(date.start for date in dates), len(text)]
    for start, end in zip(starts, ends, strict=True):
        position = start
        for bar in _BETWEEN.finditer(text, start, end):
            yield position, bar.start()
            position = bar.end()
        yield position, end


def _tell(text: str, start: int, end: int, language: str | Callable[[], str]) -> Iterator[Told]:
    """What a stretch tells, as a whole or between its commas."""
    whole = _tell_one(text, start, end, language)
    if whole is None:
        return
    if not whole.left or "," not in text[start:end]:
        yield whole
        return
    position = start
    for comma in [*_COMMA.finditer(text, start, end), None]:
        stop = comma.start() if comma else end
        one = _tell_one(text, position, stop, language)
        if one:
            yield one
        position = comma.end() if comma else end


def _tell_one(text: str, start: int, end: int, language: str | Callable[[], str]) -> Told | None:
    words = text[start:end].strip(_PUNCTUATION)
    if not words or without_company(words) == 0:
        return None
    posted = _POSTED.match(words)
    if posted and without_company(posted["rest"]) == 0:
        return Told(start, end, authors=split_names(posted["name"]), byline=True)
    by = _BY_INSIDE.search(words)
    if by and without_company(words[: by.start()]) == 0:
        names = match_byline(words[by.start() :], language)
        names = names or match_byline(_AFTER_NAME.sub("", words[by.start() :]), language)
        if names is not None:
            return Told(start, end, authors=names, byline=True)
    names = match_byline(words, language)
    if names is not None:
        return Told(start, end, authors=names, byline=True)
    if _is_residue(words):
        return None
    bare = " ".join(_DATE_COMPANY.sub(" ", UPDATED.sub(" ", PUBLISHED.sub(" ", words))).split()).strip(_PUNCTUATION)
    name = bare_name(bare)
    if name:
        return Told(start, end, bare=(name,))
    proper = bare if _PROPER.fullmatch(bare) else ""
    return Told(start, end, proper=proper, left=without_company(_COUNTED.sub(" ", words)))


_PROPER = re.compile(r"[^\W\d_a-z][\w&'’.-]*(?: (?:of|the|and|de|der|[^\W\d_a-z][\w&'’.-]*)){1,3}")
_PUNCTUATION = " \t,.;:|·•»/()[]@–—-#"


_HANDS = re.compile(r"(?:来源|來源|编辑|編輯|责任编辑|責任編輯|责编)\s?[:：]\s?\S{1,20}$")
"""Where a Chinese report comes from, and who edited it."""


def names_origin(text: str) -> bool:
    """Whether a line says where a Chinese report comes from or who edited it, and nothing else."""
    return _HANDS.match(text) is not None


def _is_residue(words: str) -> bool:
    """Whether this is the name of a section, a number of comments, or a button."""
    if names_origin(words):
        return True
    rest = _COUNTED.sub(" ", words)
    section = len(words.split()) <= _LONGEST_SECTION and _SECTION.match(words) is not None
    return section or without_company(rest) == 0 or are_button_words(rest)


@lru_cache(maxsize=1024)
def without_company(text: str) -> int:
    """How many words a text has beside those that stand with dates.

    Half a dozen rules ask it of the same few lines, and it takes long to tell.
    """
    for day in _DAYS:
        text = day.sub(lambda found: " " if names_month(found["month"]) else found[0], text)
    for pattern in (_DATE_COMPANY, PUBLISHED, UPDATED, RETRIEVED):
        text = pattern.sub(" ", text)
    return sum(1 + len(_UNSPACED.findall(word)) // _LONG_LABEL for word in _WORD.findall(text))


_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no spaces between words."""
_LONG_LABEL = 8
"""Such letters in a row beyond which they are more than what is said with a date."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_DAYS = (
    re.compile(r"\b\d{1,2}(?:st|nd|rd|th|\.)? (?P<month>[^\W\d_]{3,10})\b"),
    re.compile(r"\b(?P<month>[^\W\d_]{3,10})\.? \d{1,2}(?:st|nd|rd|th)?\b"),
)
"""A day without its year."""
