"""Rules for captions whose picture is gone, and for who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.body import first_heading

_KIND = (
    r"(?:photos?|photograph(?:s|er|y)?|image|picture|illustration|graphic|video|foto|bild|grafik|fotos|crédits?|фото|"
    r"photo credit|image credit|credit|archivbild|symbolbild)"
)
_LABEL = re.compile(
    rf"^\W*{_KIND}(?:\s+\d+(?:/\d+)?)?(?:\s+(?:by|courtesy|credit|par|von))?"
    r"(?:\s*[:©]\s*|\s+[–—-]\s+|\s*/\s*(?-i:(?=[^\W\da-zа-я])))(?P<rest>.*)$",
    re.IGNORECASE,
)
_MAKER = r"[^\W\da-z][\w.’'-]*(?:[\s/]+[^\W\da-z][\w.’'-]*){0,5}"
_CREDIT = re.compile(
    # In brackets at the end: (Photo: …), (AP Photo/…), (Photo by …)
    rf"\((?i:{_KIND}\s*(?:[:/©].*|(?:by|courtesy|credit)\b.*)?|(?:ap|file|archive|pool) photo\b[^)]*)\)\W*$|"
    rf"\b(?i:photo(?:graph)?) (?i:by|credit:?|courtesy(?: of)?) {_MAKER}\W*$|"
    rf"\b(?i:photo|foto|bild|фото)\s*[:©]\s*{_MAKER}\W*$|^\W*(?i:(?:file|archive) photo)(?:\W|\s+of\b)|"
    r"(?:[/(©|]|\b(?i:via)\s)\s*(?i:getty images|shutterstock)\b\W*$|"
    rf"\b(?i:reuters|ap photo|afp|epa)\s?/\s?{_MAKER}\W*$"
)
_MOST_WORDS = 45


def photo_credit(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if block.words <= _MOST_WORDS and _is_credit(block):
            yield set_aside(block, Role.CAPTION)


def credited_caption(reading: Reading) -> Iterator[Finding]:
    """The caption right above a line of its own that names the photographer."""
    parted = _parts_by_blank_lines(reading)
    for index in sorted(i for i, (_, rule) in reading.found.items() if rule == "photo-credit" and i):
        credit, above = reading.blocks[index], reading.blocks[index - 1]
        if above.index in reading.found or credit.words > 10 or above.words > 35:
            continue
        if not above.ends_sentence or (parted and credit.adjoins(above)):
            yield set_aside(above, Role.CAPTION)


def _is_credit(block: Block) -> bool:
    if block.text[0] in "[(" and _LABEL.match(block.text):
        return True
    label = _LABEL.match(block.text)
    if label is None:
        return _CREDIT.search(block.text) is not None
    # A sentence that happens to begin with `Photo:` goes on in small letters and ends in a full stop.
    return not (label["rest"][:1].islower() and block.ends_in_stop and block.words > 6)


def doubled_caption(reading: Reading) -> Iterator[Finding]:
    """Two lines above the text, one right below the other, that say the same: a picture's text and its caption."""
    if not _parts_by_blank_lines(reading):
        return
    head = list(reading.open(_below_title(reading), reading.body_start))
    for one, other in pairwise(head):
        if not other.adjoins(one) or not all(4 <= block.words <= 30 for block in (one, other)):
            continue
        first, second = set(one.folded.split()), set(other.folded.split())
        if len(first & second) >= 0.6 * min(len(first), len(second)):
            yield set_aside(one, Role.CAPTION)
            yield set_aside(other, Role.CAPTION)


def _parts_by_blank_lines(reading: Reading) -> bool:
    """Whether blank lines part most of the blocks of prose from what stands above them."""
    prose = [block for block in reading.open(1) if block.is_prose]
    parted = sum(not block.adjoins(reading.blocks[block.index - 1]) for block in prose)
    return 2 * parted > len(prose)


def lost_caption(reading: Reading) -> Iterator[Finding]:
    """A line without a full stop between the page's buttons and the text: the caption of a picture that is gone."""
    start, end = _below_title(reading), reading.body_start
    if end == len(reading.blocks):
        return
    heading = first_heading(reading, end)
    for block in reading.open(start, end):
        above = reading.finding(block.index - 1)
        if above and above.fate is not Fate.KEPT and block.words >= 4 and not block.ends_sentence and block != heading:
            yield set_aside(block, Role.CAPTION)


def kicker(reading: Reading) -> Iterator[Finding]:
    """One to three words alone between the title and the text, such as the section's name."""
    start, end = _below_title(reading), reading.body_start
    if end == len(reading.blocks):
        return
    heading = first_heading(reading, end)
    for block in reading.open(start, end):
        if block.words <= 3 and not block.ends_sentence and block != heading:
            yield set_aside(block, Role.NAVIGATION)


def _below_title(reading: Reading) -> int:
    title = reading.first(Role.TITLE)
    return title.index + 1 if title else 0
