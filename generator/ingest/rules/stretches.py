"""Rules for stretches of a paragraph: the dateline that opens it, the button that was glued to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import PROSE_WORDS, Block, count_words
from generator.ingest.buttons import glued_button_at
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Part, Reading, Value

_CITY = r"[^\W\d_a-z]+(?:[ -][^\W\d_a-z]+){0,3}"
_NAME = r"[^\W\d_]+\.?(?:[ -][^\W\d_]+\.?){0,3}"
_DASH = r"\s*(?:[—–]|--?(?=\s)|:(?=\s))\s*"
# A speaker's office or town stands before or behind a name with a title: `The Minister (Mr Example): …`.
_NO_TITLE = r"(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\b)"
_AGENCY = rf"(?:\({_NO_TITLE}(?:[A-Z][\w.&-]+(?:[ /][A-Z][\w.&-]+){{0,3}}|dpa|ddp|afp|epd|ots|sda|apa)\)|/[^\W\d_]+/)"
_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.?)(?:,? \d{4})?"
# A name in capitals alone may be anything: an agency, a region or a day beside it makes it a place.
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CITY})(?:, (?P<region>{_NAME}))?[,.]? (?P<day>{_DAY})[,.]?(?: {_AGENCY}\.?)?{_DASH}",
        rf"(?P<place>{_CITY})(?:, (?P<region>{_NAME}))?[,.]? (?P<day>{_DAY})[,.]? {_AGENCY}[.:]?\s",
        rf"{_NO_TITLE}(?P<place>{_NAME})(?:, (?P<region>{_NAME}))?[,.]? {_AGENCY}(?:{_DASH}|[.:]?\s)",
        rf"(?P<place>{_CITY}), (?P<region>[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?){{0,2}})\s*(?:[—–]|--?(?=\s))\s*",
    )
)
_LONGEST_DATELINE = 90
"""Characters."""
_LONGEST_PLACE = 4
"""Words."""
_AD_AT_START = re.compile(
    r"(?:ADVERTISEMENT|Advertisement|ANZEIGE|Anzeige|РЕКЛАМА|Реклама)[\s:.|—–-]+(?=[\W\d_]*[A-ZА-ЯÄÖÜ])"
)


def dateline(reading: Reading) -> Iterator[Finding]:
    """`LONDON, May 3 (Agency) — …` at the start of the first paragraph: it stays in the text, and tells the place."""
    first = next((block for block in reading.open(reading.body_start) if block.is_prose), None)
    if first is None:
        return
    found = next(filter(None, (pattern.match(first.full_text[:_LONGEST_DATELINE]) for pattern in _DATELINES)), None)
    if found is None or count_words(found["place"]) > _LONGEST_PLACE or count_words(first.full_text[found.end() :]) < 4:
        return
    place = found["place"] + (f", {found['region']}" if found["region"] else "")
    values: dict[str, Value] = {"extra.dateline": place}
    dates = find_dates(found[0], reading.numeric_dates)
    if dates and dates[0].date.precision == "day" and not reading.lifted("date"):
        values["date"] = dates[0].date.text
    part = Part(0, found.end(), Role.DATELINE, Fate.KEPT, tuple(values))
    yield Finding(first.index, Role.BODY, Fate.KEPT, values, (part, *_glued(first, found.end())))


def glued_button(reading: Reading) -> Iterator[Finding]:
    """A paragraph with a button's words behind its last sentence, or an advertisement's label before its first.

    An account such as `Twitter: @name` behind several paragraphs is what each of them tells of somebody.
    """
    glued = []
    for block in reading.open():
        parts = _glued(block, 0) if block.words >= PROSE_WORDS and not block.listed else ()
        if parts:
            glued.append((block, parts))
    named = {block.index for block, parts in glued if "@" in block.full_text[parts[-1].start :]}
    for block, parts in glued:
        if block.index not in named or len(named) == 1:
            yield Finding(block.index, Role.BODY, Fate.KEPT, {}, parts)


def _glued(block: Block, start: int) -> tuple[Part, ...]:
    """The stretches from `start` on that are furniture."""
    text = block.full_text
    parts = []
    label = _AD_AT_START.match(text) if start == 0 else None
    if label:
        parts.append(Part(0, label.end(), Role.ADVERTISEMENT, Fate.SET_ASIDE))
    glued = glued_button_at(text, start)
    if glued is not None:
        parts.append(Part(glued, len(text), Role.SHARING, Fate.SET_ASIDE))
    return tuple(parts)
