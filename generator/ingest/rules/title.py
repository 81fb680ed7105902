"""Rules for the title, its repetitions, and the summary (dek) under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, lifted, set_aside

_SUFFIX = re.compile(r"^(?P<rest>.*\S)(?P<bar>\s+[|–—-]\s+|\s*\|\s*)(?P<name>[^|–—]{2,60})$")
_PREFIX = re.compile(r"^(?P<name>[^|:–—]{2,60}?)(?P<bar>\s*[|:]\s*|\s+[–—-]\s+)(?P<rest>.+)$")
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\W*$")

MAX_TITLE_WORDS = 45
ENOUGH_OVERLAP = 0.34
"""The part of a title's longer words that the text takes up again; a button's or slogan's words are not."""


def title(reading: Reading) -> Iterator[Finding]:
    """The first line above the text whose words the text takes up, or that stands there twice."""
    head = [block for block in reading.open(0, reading.body_start) if _can_be_title(block)]
    chosen, publication = _standing_twice(head)
    if chosen is None:
        chosen = _taken_up(head, reading)
    if chosen is None:
        return
    words = chosen.text
    if not publication:
        words, publication = _without_suffix(chosen, reading)
    values = {"publication": publication} if publication else {}
    yield lifted(chosen, Role.TITLE, title=words, **values)


def _can_be_title(block: Block) -> bool:
    """Not an item of a menu, a link to the page before, or a masthead with its date."""
    if block.bullet or block.words > MAX_TITLE_WORDS or _PAGER.search(block.text):
        return False
    dates = find_dates(block.text)
    return not dates or block.words - len(block.text[dates[0].start : dates[0].end].split()) > 4


_PAGER = re.compile(r"^(?:«\s[^»]*|[‹←<].*)$|^(?:[^«]*\s»|.*[›→>])$|^«\s.*\|.*\s»$")


def _standing_twice(head: list[Block]) -> tuple[Block | None, str]:
    """The block that stands in the head twice, perhaps once with the publication's name, and that name."""
    for block in head:
        if block.words < 2 or len(block.folded) < 8:
            continue
        for other in head:
            if other.index != block.index and block.folded == other.folded:
                return min(block, other, key=lambda same: same.index), ""
            name = _name_beside(block, other)
            if name:
                return block, name
    return None, ""


def _name_beside(bare: Block, longer: Block) -> str:
    """The publication's name in `Title | Name`, `Title - Name` or `Name: Title`, where `Title` is `bare`."""
    for pattern in (_SUFFIX, _PREFIX):
        match = pattern.search(longer.text)
        if match and fold(match["rest"]) == bare.folded:
            return match["name"].strip()
    return ""


def _taken_up(head: list[Block], reading: Reading) -> Block | None:
    """The first block whose words the text takes up."""
    prose = (block for block in reading.open(reading.body_start) if block.is_prose)
    vocabulary = {word[:5] for block in prose for word in block.folded.split()}
    overlap = {block.index: _overlap(block, vocabulary) for block in head}
    for block in head:
        if block.words >= 3 and overlap[block.index] >= ENOUGH_OVERLAP and not block.text.endswith("."):
            return block
    if not vocabulary:
        return next(iter(head), None)
    return max(head, key=lambda block: (overlap[block.index], min(block.words, 3), -block.index), default=None)


def _overlap(block: Block, vocabulary: set[str]) -> float:
    """The part of the block's words of four and more letters that the text has too, by their first five letters."""
    words = [word for word in block.folded.split() if len(word) >= 4]
    return sum(word[:5] in vocabulary for word in words) / len(words) if words else 0.0


def _without_suffix(block: Block, reading: Reading) -> tuple[str, str]:
    """The title and the publication in `Title | Publication`.

    A hyphen or dash also parts titles, so there the name must be confirmed by standing elsewhere in the page's
    furniture.
    """
    match = _SUFFIX.search(block.text)
    if match is None or len(match["name"].split()) > 6 or not match["rest"].strip():
        return block.text, ""
    name = fold(match["name"])
    furniture = (other for other in reading.blocks if other.index != block.index and not other.is_strong_prose)
    if "|" in match["bar"] or any(name in other.folded for other in furniture):
        return match["rest"].strip(), match["name"].strip()
    return block.text, ""


def repeated_title(reading: Reading) -> Iterator[Finding]:
    """The title once more, cut off or not, with or without the publication's name beside it."""
    title = reading.first(Role.TITLE)
    said = reading.lifted("title")
    if title is None or not isinstance(said, str):
        return
    wanted = fold(said)
    for block in reading.open():
        if block.words > MAX_TITLE_WORDS:
            continue
        named = (pattern.search(block.text) for pattern in (_SUFFIX, _PREFIX))
        with_name = any(match and fold(match["rest"]) == wanted for match in named)
        start = fold(_ELLIPSIS.sub("", block.text)) if _ELLIPSIS.search(block.text) else ""
        cut_off = len(start) > 15 and wanted.startswith(start) and not block.is_strong_prose
        if block.folded == wanted or with_name or cut_off:
            yield set_aside(block, Role.DUPLICATE)


def repeated_lead(reading: Reading) -> Iterator[Finding]:
    """A summary under the title that only repeats how the text begins, often cut off."""
    start = _after_title(reading)
    blocks = list(reading.open(start))
    for position, block in enumerate(blocks[:4]):
        beginning = fold(_ELLIPSIS.sub("", block.text))
        if block.words < 5 or block.index >= reading.body_end:
            continue
        following = blocks[position + 1 : position + 4]
        longer = [other for other in following if other.words > block.words and other.is_prose]
        if any(other.folded.startswith(beginning) for other in longer):
            yield set_aside(block, Role.DUPLICATE)


def dek(reading: Reading) -> Iterator[Finding]:
    """One sentence between the title and the byline or date, or a line without a full stop right under the title."""
    start = _after_title(reading)
    block = next(iter(reading.open(start)), None)
    if block is None or not 4 <= block.words <= 60 or block.bullet or block.number is not None:
        return
    rest = [other for other in reading.open(block.index + 1) if other.is_prose]
    if not rest:
        return
    between = [reading.finding(index) for index in range(block.index + 1, rest[0].index)]
    byline_below = any(finding and finding.role in (Role.BYLINE, Role.DATE, Role.UPDATED) for finding in between)
    apart = any(reading.finding(index) for index in range(start, block.index))
    if byline_below or (not block.ends_sentence and not apart):
        yield lifted(block, Role.DEK, summary=block.text)


def _after_title(reading: Reading) -> int:
    block = reading.first(Role.TITLE)
    return block.index + 1 if block else 0
