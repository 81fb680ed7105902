"""Rules for who wrote the article: bylines, signatures, the note about the author, and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Part, Reading, Value, lifted, set_aside
from generator.ingest.rules.datelines import MAX_DATE_LINE, below_title, is_about_dates, names_update
from generator.ingest.rules.names import NAME, is_name_in_capitals, match_byline, split_names

_TAGS = re.compile(
    r"^\W*(?:tags?|tagged(?: (?:with|as|in))?|filed (?:under|in)|topics?|keywords?|categor(?:y|ies)|labels|subjects?|"
    r"schlagw(?:ort|örter|orte)|themen|stichw(?:ort|orte|örter)|mots[- ]clés|étiquettes|etiquetas|temas|parole chiave|"
    r"теги|тэги|метки|рубрик[аи]|темы)\s*[:：]\s*(.*)$",
    re.IGNORECASE,
)
_LONGEST_TAGS = 1_000
"""Characters of a line of tags, the gaps between them included."""
_LONGEST_TAG = 6
"""Words."""


def tags(reading: Reading) -> Iterator[Finding]:
    """A line that begins `Tags:`, `Filed under:`, `Topics:` …"""
    for block in reading.open():
        short = block.line_count == 1 and block.words <= 40 and len(block.raw) <= _LONGEST_TAGS
        match = _TAGS.match(block.raw.strip()) if short else None
        if match is None:
            continue
        found = _split_tags(match[1])
        # A sentence can begin with such a word; it has phrases between its commas and ends in a full stop.
        longest = max((len(name.split()) for name in found), default=0)
        if longest <= (2 if block.ends_in_stop else _LONGEST_TAG):
            yield lifted(block, Role.TAGS, tags=found) if found else set_aside(block, Role.TAGS)


def _split_tags(text: str) -> tuple[str, ...]:
    """Tags between commas, semicolons or bars; else between gaps wider than one space, as links leave them."""
    parted = re.split(r"\s*[,;|•·/#]\s*", text)
    if len(parted) == 1:
        parted = re.split(r"[\s\u00a0]{2,}", text)
    named = [" ".join(part.split()).strip(" .") for part in parted]
    return tuple(dict.fromkeys(name for name in named if name))


def bylines(reading: Reading) -> Iterator[Finding]:
    """`By Name`, near the title or after the text."""
    start, end = reading.body_start, reading.body_end
    near = below_title(reading)
    for block in reading.open():
        if block.words > 20 or block.is_strong_prose or (start < block.index < end and block.index not in near):
            continue
        names = match_byline(block.text, reading.language)
        if names:
            yield lifted(block, Role.BYLINE, author=names)
        elif names is not None:
            yield set_aside(block, Role.BYLINE)


def capital_name(reading: Reading) -> Iterator[Finding]:
    """A name in capitals alone on a line under the title or at the text's end, as papers sign their reports."""
    if reading.lifted("author"):
        return
    near = below_title(reading)
    end = reading.body_end
    for block in reading.open():
        if (block.index in near or block.index in (end, end + 1)) and is_name_in_capitals(block.text):
            yield lifted(block, Role.BYLINE, author=split_names(block.text))
            return


_BARS = re.compile(r"\s+[|•·]\s+")


def parted_line(reading: Reading) -> Iterator[Finding]:
    """Byline, date, tags and the like in one line between bars: `By Name | 4 June 2014 | 3 comments`."""
    near = below_title(reading)
    end = reading.body_end
    for block in reading.open():
        if block.words > MAX_DATE_LINE or not (block.index in near or block.index >= end):
            continue
        bounds = _between_bars(block.text)
        said = [_part_values(block.text[start:end], reading, block.index in near) for start, end in bounds]
        if len(bounds) == 1 or not any(said):
            continue
        values: dict[str, Value] = {}
        for part in said:
            # Of two parts that tell the same thing, the first is right.
            for key in [key for key in part if key in values]:
                del part[key]
            values |= part
        yield Finding(
            block.index,
            Role.BYLINE if "author" in values else Role.DATE,
            Fate.LIFTED,
            values,
            tuple(_part(block, start, bounds, given) for (start, _), given in zip(bounds, said, strict=True)),
        )


def _between_bars(text: str) -> list[tuple[int, int]]:
    """From where to where the parts of a line between bars reach."""
    starts = [0, *(match.end() for match in _BARS.finditer(text))]
    ends = [*(match.start() for match in _BARS.finditer(text)), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _part(block: Block, start: int, bounds: Sequence[tuple[int, int]], given: Mapping[str, Value]) -> Part:
    """A part with the bar behind it."""
    shift = len(block.marker)
    after = [other + shift for other, _ in bounds if other > start]
    role = next((role for key, role in _PART_ROLES.items() if key in given), Role.RESIDUE)
    return Part(
        start + shift if start else 0,
        after[0] if after else len(block.full_text),
        role,
        Fate.LIFTED if given else Fate.SET_ASIDE,
        tuple(given),
    )


_PART_ROLES = {"author": Role.BYLINE, "tags": Role.TAGS, "updated": Role.UPDATED, "date": Role.DATE}


def _part_values(part: str, reading: Reading, near: bool) -> dict[str, Value]:
    names = match_byline(part, reading.language)
    if names:
        return {"author": names}
    labels = _TAGS.match(part)
    if labels:
        return {"tags": _split_tags(labels[1])}
    found = find_dates(part, reading.settings.numeric_dates)
    if not found or not is_about_dates(part[: found[0].start] + part[found[0].end :], labelled=True):
        return {}
    if names_update(part):
        return {"updated": found[0].date.text}
    return {"date": found[0].date.text} if near or _PUBLISHED_PART.search(part) else {}


_PUBLISHED_PART = re.compile(r"\b(?:published|posted|veröffentlicht|erschienen|опубликован\w*)\b", re.IGNORECASE)


def about_author(reading: Reading) -> Iterator[Finding]:
    """`Jane Doe is a writer …` after the text: about the author, not about the matter."""
    authors = reading.lifted("author") or ()
    last = list(reading.open())[-3:]
    for block in last:
        if block.words > 60 or block.index < 3:
            continue
        named = any(block.folded.startswith(fold(name) + " ") for name in authors)
        if (named and _IS_A.match(_after_name(block, authors))) or _THE_WRITER.match(block.text):
            yield set_aside(block, Role.BYLINE)
        elif block is last[-1] and not authors:
            # Where no byline was found, the note itself names the author, if its name stands nowhere else.
            writes = _WRITES.match(block.text)
            if writes and sum(fold(writes["name"]) in other.folded for other in reading.blocks) == 1:
                yield lifted(block, Role.BYLINE, author=split_names(writes["name"]))


def _after_name(block: Block, authors: Value) -> str:
    for name in authors:
        if block.folded.startswith(fold(name) + " "):
            return block.text[len(name) :]
    return ""


# The verb comes right after the name, perhaps after a remark between commas.
_IS_A = re.compile(
    r"\s*(?:,[^,]{1,60},\s*|\([^)]{1,40}\)\s*)?(?:also |currently |now |formerly |previously )?"
    r"(?:(?:is|was|has been)\s+(?:an?|the|our|based|currently|formerly|co-|\w+['’]s\b|professor|editor|director)|"
    r"writes|covers|reports|teaches|works|lives|ist|war|schreibt|berichtet|est|es|пишет|—)",
    re.IGNORECASE,
)
_WRITES = re.compile(
    rf"^(?P<name>{NAME})\s+(?:(?:writes|reports) (?:about|on|for|from)\b|covers\b|is (?:our|an?|the)\s+"
    r"(?:[\w-]+\s+){0,3}(?:correspondent|columnist|contributing (?:writer|editor)|staff (?:writer|reporter))\b)"
)
_THE_WRITER = re.compile(
    r"^\W*(?:(?:the (?:writer|author)s?)\s+(?:(?:is|are)\s+(?:an?|the|our|based|currently|former|professor|director|"
    r"editor)\b|(?:was|were) (?:formerly|until|previously)\b|has (?:written|worked|reported)\b)|"
    r"about the author\b|über den autor\b|(?:der autor|die autorin)\s+(?:ist|war|lehrt|arbeitet)\b|об авторе\b|автор —|"
    r"l['’]auteur est\b)",
    re.IGNORECASE,
)
