"""Rules for when the article was published and updated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.dates import FoundDate, find_dates
from generator.ingest.findings import Finding, Reading, Value, lifted, set_aside
from generator.ingest.rules.names import NAME, split_names

_BY_LAST = re.compile(rf"(?i:\b(?:posted |written |published )?by):?\s+(?P<names>{NAME}(?:\s+(?i:and)\s+{NAME})?)\W*$")
_BY_FIRST = re.compile(
    rf"^\W*(?i:(?:posted |written )?by):?\s+(?P<names>{NAME}(?:\s+(?i:and)\s+{NAME})?)\s*(?:(?i:\bon\b)|[,|·•–—-]|$)"
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|publication date|date published|first published|issue date|article published|released|"
    r"created|submitted|filed|date|veröffentlicht|erschienen|erstellt|datum|vom|stand vom|publié|paru|publicado|"
    r"publicada|fecha|pubblicato|gepubliceerd|opublikowano|опубликован\w*|дата|размещено)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|amended|corrected|last change|aktualisiert|geändert|zuletzt|mis à jour|"
    r"modifié|actualizado|aggiornato|bijgewerkt|zaktualizowano|обновлен\w*|обновлено|изменен\w*)\b",
    re.IGNORECASE,
)
_RETRIEVED = re.compile(
    r"\b(?:retrieved|accessed|crawled|archived on|downloaded|printed|abgerufen|consulté|скачано|copyright|©)\b|©", re.I
)
# Words that may stand beside a date in a line that is about nothing else.
_DATE_COMPANY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|"
    r"\bmittwoch\b|\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b|"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|\b\d{1,2}[:.h]\d\d(?::\d\d)?\b|\b[ap]\.?m\b\.?|"
    r"\b(?:[A-Z]{2,4}T|GMT|UTC|MSK|CET|CEST|uhr|at|on|um|am|à|le|la|в|г|года?|this|is|an|archive|article|the|local|time|"
    r"last|first|print|edition|issue|vol|no|was|and|or)\b\.?",
    re.IGNORECASE,
)
MAX_DATE_LINE = 22
"""Words of the longest line that can be about nothing but a date."""
_NEAR_TITLE = 6
"""Blocks below the title among which a bare date or name is the article's."""


def dates(reading: Reading) -> Iterator[Finding]:
    """A short line about a date: labelled as of publication or update, or bare and right under the title."""
    start, end = reading.body_start, reading.body_end
    near = below_title(reading)
    for block in reading.open():
        inside = start < block.index < end and block.index not in near
        if block.words > MAX_DATE_LINE or block.is_strong_prose or (inside and block.words > 10):
            continue
        found = find_dates(block.full_text, reading.settings.numeric_dates)
        vague = _VAGUE.match(block.full_text) if block.words <= _WORDS_OF_A_VAGUE_DATE else None
        if vague:
            finding = _vague_date(block, vague, found)
        elif found:
            finding = _date_line(block, found, near=block.index in near)
        else:
            bare = not inside and block.words <= 5 and not block.ends_in_stop and _BARE_UPDATE.match(block.text)
            finding = set_aside(block, Role.UPDATED) if bare else None
        if finding:
            yield finding


_WORDS_OF_A_VAGUE_DATE = 6
# `Published: 2007`, `Date: about April 2007`: a year alone is a date only where the line says so.
_VAGUE = re.compile(
    r"^\W*(?:(?:first )?published|publication date|date|year|issue|veröffentlicht|erschienen|datum|jahr|publié|paru|"
    r"date de parution|fecha|año|publicado|data|anno|опубликовано|дата|год)\s*(?:in|im|en|:|：|-)?\s*:?\s*"
    r"(?P<about>(?:about|around|circa|approximately|c\.|ca\.?|um|etwa|vers|environ|hacia|около|примерно|ок\.)\s*)?"
    r"(?P<when>(?:[^\W\d_]+\.?\s+)?(?P<year>1[5-9]\d\d|20\d\d))(?:\s*г(?:\.|ода)?)?(?P<doubt>\s*\(?\?\)?)?\W*$",
    re.IGNORECASE,
)


def _vague_date(block: Block, vague: re.Match[str], found: list[FoundDate]) -> Finding | None:
    """A date that is known as a month, a year or about one, as EDTF has it (level 1: `~` about, `?` uncertain)."""
    if not found and vague["when"] != vague["year"]:
        return None
    when = found[0].date.text if found else vague["year"]
    mark = "%" if vague["about"] and vague["doubt"] else "~" if vague["about"] else "?" if vague["doubt"] else ""
    return lifted(block, Role.DATE, date=when + mark)


_BARE_UPDATE = re.compile(
    r"^\W*(?:last |zuletzt )?(?:updated?|modified|revised|aktualisiert|обновлено)\b", re.IGNORECASE
)


def below_title(reading: Reading) -> set[int]:
    """The blocks near the title: at most one paragraph, the summary, may stand between it and them."""
    title = reading.first(Role.TITLE)
    near: set[int] = set()
    paragraphs = 0
    first = title.index + 1 if title else 0
    for block in reading.blocks[first : first + _NEAR_TITLE]:
        paragraphs += block.is_strong_prose
        if paragraphs > 1:
            break
        near.add(block.index)
    return near


def _date_line(block: Block, found: list[FoundDate], near: bool) -> Finding | None:
    values, rest, labelled = _dated_values(block, found, near)
    rest, authors = _take_byline(rest)
    if authors:
        values["author"] = authors
    name = only_a_name(rest) if near and not block.ends_in_stop else ""
    if name:
        values["publication"] = name
    elif not is_about_dates(rest, labelled, sentence=block.ends_in_stop and not authors):
        return None
    if not values:
        return set_aside(block, Role.DATE) if labelled or near else None
    role = Role.UPDATED if set(values) == {"updated"} else Role.DATE
    return lifted(block, role, **values)


def _dated_values(block: Block, found: list[FoundDate], near: bool) -> tuple[dict[str, Value], str, bool]:
    """What a line's dates are of, the line without them, and whether it says what they are of."""
    values: dict[str, Value] = {}
    position = 0
    labelled = False
    rest = ""
    for date in found:
        before = block.full_text[position : date.start]
        rest += before + " "
        position = date.end
        if _RETRIEVED.search(before):
            labelled = True
        elif _UPDATED.search(before):
            labelled = True
            values.setdefault("updated", date.date.text)
        elif _PUBLISHED.search(before) or (date is found[0] and _posted_by(block.full_text[date.end :])):
            labelled = True
            values.setdefault("date", date.date.text)
        elif near:
            values.setdefault("date", date.date.text)
    return values, rest + block.full_text[position:], labelled


def only_a_name(rest: str) -> str:
    """The publication in `Example Review, 21 September 2009`: two to four capitalised words, nothing else."""
    name = rest.strip(" .,;|·•–—-")
    words = name.split()
    proper = all(word[0].isupper() or word in ("of", "the", "and", "de", "der") for word in words)
    telling = " ".join(word for word in words if word.casefold() not in ("the", "of", "and", "la", "le"))
    told = any(pattern.search(telling) for pattern in (_DATE_COMPANY, _PUBLISHED, _UPDATED, _RETRIEVED))
    return name if 2 <= len(words) <= 4 and proper and not told and re.fullmatch(r"[\w\s&'’.-]+", name) else ""


def _posted_by(text: str) -> bool:
    return re.match(r"\W*(?:posted|published|written)?\s*by\b", text, re.IGNORECASE) is not None


def _take_byline(text: str) -> tuple[str, tuple[str, ...]]:
    """What is left of a line without its `by Name`, and the names."""
    last = _BY_LAST.search(text)
    if last:
        return text[: last.start()], split_names(last["names"])
    first = _BY_FIRST.match(text.strip())
    if first:
        return text.strip()[first.end() :], split_names(first["names"])
    return text, ()


def is_about_dates(rest: str, labelled: bool, sentence: bool = False) -> bool:
    """Whether what is left of a line without its dates says nothing else: at most a word or two.

    In a sentence, which ends in a full stop, any word beyond those of date lines tells of something else.
    """
    for pattern in (_DATE_COMPANY, _PUBLISHED, _UPDATED, _RETRIEVED):
        rest = pattern.sub(" ", rest)
    left = re.findall(r"[^\W\d_]{2,}", rest)
    return len(left) <= (0 if sentence else 4 if labelled else 1)


def names_update(text: str) -> bool:
    """Whether a text speaks of an update."""
    return _UPDATED.search(text) is not None


def masthead_date(reading: Reading) -> Iterator[Finding]:
    """`Name of the Paper | Saturday 25 May 2002` above the title, where no other line tells the date."""
    title = reading.first(Role.TITLE)
    if title is None or reading.lifted("date"):
        return
    for block in reading.open(0, title.index):
        found = find_dates(block.text, reading.settings.numeric_dates) if block.words <= 12 else []
        if len(found) != 1 or found[0].date.precision != "day":
            continue
        rest = block.text[: found[0].start] + " " + block.text[found[0].end :]
        name = only_a_name(_WEEKDAY.sub("", rest))
        if name and _PARTED.search(block.raw):
            given = {} if reading.lifted("publication") else {"publication": name}
            yield lifted(block, Role.PUBLICATION, date=found[0].date.text, **given)
            return


_PARTED = re.compile(r"\s[|•·–—-]\s|,\s|\s{3}|\t")
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b", re.I
)
