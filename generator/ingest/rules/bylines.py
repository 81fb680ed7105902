"""Rules for who wrote the article and when: bylines, dates, tags, and the note about the author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import FoundDate, find_dates
from generator.ingest.findings import Finding, Reading, Value, lifted, set_aside

_PARTICLE = r"(?:de|del|della|der|den|di|du|da|dos|van|von|vom|zu|zur|la|le|el|al|bin|ibn|ben|ter|ten|af|av)"
_NAME_WORD = r"(?:(?:Mc|Mac|O['’]|D['’]|al-)?[^\W\d_a-zа-яёäöüß][^\W\d_]*\.?(?:['’-][^\W\d_]+)*)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_NAME_WORD}){{0,4}}"
_AND = r"\s*(?:,\s*(?:and|und|et|y|и)?|\s(?:and|und|et|y|e|и|&)\s|[;/])\s*"
_NAMES = rf"{_NAME}(?:{_AND}{_NAME})*"
# Only the words around a name may be in any case; the name begins with a capital, which tells it from a sentence.
_BY = re.compile(
    r"^\W*(?i:(?:posted|written|published|reported|story|text|words|report|analysis|opinion|interview|commentary)\s+by|"
    r"by|von|text|par|por|di|door|av|od|автор(?:ы)?|текст|autor(?:in)?|auteur|author)\s*[:.]?\s+"
    rf"(?P<names>{_NAMES})(?P<rest>.*)$"
)
_BY_LAST = re.compile(rf"(?i:\b(?:posted |written |published )?by):?\s+(?P<names>{_NAMES})\W*$")
_BY_FIRST = re.compile(rf"^\W*(?i:(?:posted |written )?by):?\s+(?P<names>{_NAMES})\s*(?:(?i:\bon\b)|[,|·•–—-]|$)")
_JOB = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|columnist|bureau|chief|special|contributor|contributing|service|"
    r"redaktion\w*|korrespondent\w*|корреспондент\w*|обозреватель|journalist\w*|analyst|press|agency|agencies|news|"
    r"senior|diplomatic|foreign|defen[cs]e|political|moscow|washington)\b",
    re.IGNORECASE,
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
    r"\b(?:[A-Z]{2,4}T|GMT|UTC|MSK|CET|CEST|uhr|at|on|um|am|à|le|la|в|г|года?|this|is|an|archive|article|the|local|time|last|"
    r"first|print|edition|issue|vol|no|was|and|or)\b\.?",
    re.IGNORECASE,
)
_MAX_DATE_LINE = 22
_NEAR_TITLE = 6
"""Blocks below the title among which a bare date or name is the article's."""


def tags(reading: Reading) -> Iterator[Finding]:
    """A line that begins `Tags:`, `Filed under:`, `Topics:` …"""
    for block in reading.open():
        match = _TAGS.match(block.raw.strip())
        if match and block.line_count == 1 and block.words <= 40:
            found = _split_tags(match[1])
            yield lifted(block, Role.TAGS, tags=found) if found else set_aside(block, Role.TAGS)


_TAGS = re.compile(
    r"^\W*(?:tags?|tagged(?: (?:with|as|in))?|filed (?:under|in)|topics?|keywords?|categor(?:y|ies)|labels|subjects?|"
    r"schlagw(?:ort|örter|orte)|themen|stichw(?:ort|orte|örter)|mots[- ]clés|étiquettes|etiquetas|temas|parole chiave|"
    r"теги|тэги|метки|рубрик[аи]|темы)\s*[:：]\s*(.*)$",
    re.IGNORECASE,
)


def _split_tags(text: str) -> tuple[str, ...]:
    """Tags between commas, semicolons or bars; else between gaps wider than one space, as links leave them."""
    parted = re.split(r"\s*[,;|•·/#]\s*", text)
    if len(parted) == 1:
        parted = re.split(r"[\s\u00a0]{2,}", text)
    named = [" ".join(part.split()).strip(" .") for part in parted]
    return tuple(dict.fromkeys(name for name in named if name))


def dates(reading: Reading) -> Iterator[Finding]:
    """A short line about a date: labelled as of publication or update, or bare and right under the title."""
    start, end = reading.body_start, reading.body_end
    below_title = _below_title(reading)
    for block in reading.open():
        inside = start < block.index < end and block.index not in below_title
        if block.words > _MAX_DATE_LINE or block.is_strong_prose or (inside and block.words > 10):
            continue
        found = find_dates(block.full_text, reading.settings.numeric_dates)
        if found:
            finding = _date_line(block, found, near=block.index in below_title)
        else:
            bare = _UPDATED.search(block.text) and block.words <= 5 and not inside
            finding = set_aside(block, Role.UPDATED) if bare else None
        if finding:
            yield finding


def _below_title(reading: Reading) -> set[int]:
    """The blocks near the title: at most one paragraph, the summary, may stand between it and them."""
    title = reading.first(Role.TITLE)
    near: set[int] = set()
    paragraphs = 0
    for block in reading.blocks[title.index + 1 : title.index + 1 + _NEAR_TITLE] if title else ():
        paragraphs += block.is_strong_prose
        if paragraphs > 1:
            break
        near.add(block.index)
    return near


def _date_line(block: Block, found: list[FoundDate], near: bool) -> Finding | None:
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
    rest += block.full_text[position:]
    rest, authors = _take_byline(rest)
    if authors:
        values["author"] = authors
    name = _only_a_name(rest) if near else ""
    if name:
        values["publication"] = name
    elif not _is_about_dates(rest, labelled):
        return None
    if not values:
        return set_aside(block, Role.DATE) if labelled or near else None
    role = Role.UPDATED if set(values) == {"updated"} else Role.DATE
    return lifted(block, role, **values)


def _only_a_name(rest: str) -> str:
    """The publication in `Example Review, 21 September 2009`: two to four capitalised words, nothing else."""
    name = rest.strip(" .,;|·•–—-")
    words = name.split()
    proper = all(word[0].isupper() or word in ("of", "the", "and", "de", "der") for word in words)
    told = any(pattern.search(name) for pattern in (_DATE_COMPANY, _PUBLISHED, _UPDATED, _RETRIEVED))
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


def _is_about_dates(rest: str, labelled: bool) -> bool:
    """Whether what is left of a line without its dates says nothing else: at most a word or two."""
    for pattern in (_DATE_COMPANY, _PUBLISHED, _UPDATED, _RETRIEVED):
        rest = pattern.sub(" ", rest)
    left = re.findall(r"[^\W\d_]{2,}", rest)
    return len(left) <= (4 if labelled else 1)


def bylines(reading: Reading) -> Iterator[Finding]:
    """`By Name`, near the title or after the text."""
    start, end = reading.body_start, reading.body_end
    near = _below_title(reading)
    for block in reading.open():
        if block.words > 20 or block.is_strong_prose or (start < block.index < end and block.index not in near):
            continue
        match = _BY.match(block.text)
        if match and _is_byline(match):
            yield lifted(block, Role.BYLINE, author=split_names(match["names"] + _more_names(match["rest"])))


def _is_byline(match: re.Match[str]) -> bool:
    rest = match["rest"].strip(" .,|·•–—-")
    return not rest or _JOB.search(rest) is not None or len(rest.split()) <= 4


def _more_names(rest: str) -> str:
    match = re.match(rf"{_AND}(?P<names>{_NAME})\s*$", rest)
    return ", " + match["names"] if match else ""


def split_names(text: str) -> tuple[str, ...]:
    """The persons in a byline. Job titles are left out; names in capitals are written in small letters."""
    names = []
    for part in re.split(_AND, text):
        name = _without_job(part)
        if name:
            names.append(_in_title_case(name) if name.isupper() and len(name) > 3 else name)
    return tuple(dict.fromkeys(names))


def _without_job(text: str) -> str:
    words = text.strip(" .,").split()
    for position, word in enumerate(words):
        if _JOB.fullmatch(word.strip(".,")):
            # "By Staff Reporter" has no name; "Jane Doe Staff Writer" has one.
            return " ".join(words[:position]) if position >= 2 else ""
    return " ".join(words)


def _in_title_case(name: str) -> str:
    small = name.title()
    small = re.sub(r"\b(Mc|O['’]|D['’])(\w)", lambda match: match[1] + match[2].upper(), small)
    return re.sub(rf"\b{_PARTICLE}\b", lambda match: match[0].lower(), small, flags=re.IGNORECASE)


_CAPITALS = re.compile(r"^[^\W\d_]\.?[^\Wa-z\d_.'’-]*(?:[ .'’-]+[^\Wa-zа-яё\d_]+\.?){1,4}$")


def capital_name(reading: Reading) -> Iterator[Finding]:
    """A name in capitals alone on a line under the title or at the text's end, as papers sign their reports."""
    if reading.lifted("author"):
        return
    near = _below_title(reading)
    end = reading.body_end
    for block in reading.open():
        place = block.index in near or block.index == end or (block.index == end + 1)
        if place and 2 <= len(block.text.split()) <= 5 and block.text.isupper() and _CAPITALS.match(block.text):
            yield lifted(block, Role.BYLINE, author=split_names(block.text))
            return


def parted_line(reading: Reading) -> Iterator[Finding]:
    """Byline, date, tags and the like in one line between bars: `By Name | 4 June 2014 | 3 comments`."""
    near = _below_title(reading)
    end = reading.body_end
    for block in reading.open():
        parts = [part for part in re.split(r"\s+[|•·]\s+", block.text) if part]
        if len(parts) < 2 or block.words > _MAX_DATE_LINE or not (block.index in near or block.index >= end):
            continue
        values: dict[str, Value] = {}
        for part in parts:
            values = _part_values(part, reading, block.index in near) | values
        if values:
            yield lifted(block, Role.BYLINE if "author" in values else Role.DATE, **values)


def _part_values(part: str, reading: Reading, near: bool) -> dict[str, Value]:
    byline = _BY.match(part)
    if byline and _is_byline(byline):
        return {"author": split_names(byline["names"])}
    labels = _TAGS.match(part)
    if labels:
        return {"tags": _split_tags(labels[1])}
    found = find_dates(part, reading.settings.numeric_dates)
    if not found or not _is_about_dates(part[: found[0].start] + part[found[0].end :], labelled=True):
        return {}
    if _UPDATED.search(part):
        return {"updated": found[0].date.text}
    return {"date": found[0].date.text} if near or _PUBLISHED.search(part) else {}


def about_author(reading: Reading) -> Iterator[Finding]:
    """`Jane Doe is a writer …` after the text: about the author, not about the matter."""
    authors = reading.lifted("author") or ()
    last = list(reading.open())[-3:]
    for block in last:
        if block.words > 60 or block.index < 3:
            continue
        named = any(block.folded.startswith(fold(name) + " ") for name in authors)
        if (named and _IS_A.search(block.text)) or _THE_WRITER.match(block.text):
            yield set_aside(block, Role.BYLINE)
            continue
        # Where no byline was found, the note itself names the author, if its name stands nowhere else.
        writes = _WRITES.match(block.text)
        if writes and not authors and sum(fold(writes["name"]) in other.folded for other in reading.blocks) == 1:
            yield lifted(block, Role.BYLINE, author=split_names(writes["name"]))


_IS_A = re.compile(
    r"\b(?:is|was|has been|writes|covers|reports|teaches|works|lives|ist|war|schreibt|berichtet|est|es|пишет)\b"
    r"|—",
    re.IGNORECASE,
)
_WRITES = re.compile(
    rf"^(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}})\s+(?:(?:writes|reports|covers)\b|(?:is|was) (?:an?|the|our)\s+"
    r"(?:[\w-]+\s+){0,4}(?:writer|correspondent|reporter|columnist|editor|journalist)\b)"
)
_THE_WRITER = re.compile(
    r"^\W*(?:the (?:writer|author)s?|about the author|über den autor|der autor|die autorin|об авторе|автор —|"
    r"l['’]auteur)"
    r"\s*(?:is|are|was|has|ist|war|est|:|—|$)",
    re.IGNORECASE,
)
