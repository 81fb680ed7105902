"""Rules for the title and the summary (dek) under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, lifted
from generator.ingest.rules.names import match_byline
from generator.ingest.rules.publication import name_of_paper

_SUFFIX = re.compile(r"^(?P<rest>.*\S)(?P<bar>\s+[|–—-]\s+|\s*\|\s*)(?P<name>[^|–—]{2,60})$")
_PREFIX = re.compile(r"^(?P<name>[^|:–—]{2,60}?)(?P<bar>\s*[|:]\s*|\s+[–—-]\s+)(?P<rest>.+)$")

MAX_TITLE_WORDS = 45
_LONGEST_TITLE_WORDS = 80
"""Of a first line without a full stop, where nothing else can be the title."""
ENOUGH_OVERLAP = 0.34
"""The part of a title's longer words that the text takes up again; a button's or slogan's words are not."""


def title(reading: Reading) -> Iterator[Finding]:
    """The first line above the text whose words the text takes up, or that stands there twice."""
    head = [block for block in reading.open(0, reading.body_start) if _can_be_title(block, reading)]
    chosen, publication = _choose(head, reading)
    if chosen is None:
        return
    words = chosen.text
    if not publication:
        words, publication = _without_suffix(chosen, reading)
    values = {"publication": publication} if publication else {}
    yield lifted(chosen, Role.TITLE, title=words, **values)


_SHORT_TITLE = 8
"""Words that a title may have that ends in a full stop."""


def _choose(head: list[Block], reading: Reading) -> tuple[Block | None, str]:
    """The title's block, and the publication's name where another line shows it beside the same title."""
    if not head:
        return _long_title(reading), ""
    prose = (block for block in reading.open(reading.body_start) if block.is_prose)
    vocabulary = {word[:5] for block in prose for word in block.folded.split()}
    overlap = {block.index: _overlap(block, vocabulary) for block in head}
    taken_up = _taken_up(head, overlap)
    twice, publication = _standing_twice(head)
    if not vocabulary:
        # A poem or a list: what stands in it twice may be a refrain.
        return head[0], publication if twice is head[0] else ""
    if twice and (overlap[twice.index] or taken_up is None):
        return twice, publication
    if taken_up:
        return taken_up, ""
    # A title seldom ends in a full stop: a sentence above the text is its first, unless a byline follows it.
    unstopped = [block for block in head if not block.text.endswith(".")]
    unstopped = unstopped or [block for block in head if block.words <= _SHORT_TITLE]
    if not unstopped:
        return _above_details(head, reading), ""
    best = max(unstopped, key=lambda block: (overlap[block.index], min(block.words, 3), -block.index))
    return (best if overlap[best.index] else _above_details(head, reading) or best), ""


def _can_be_title(block: Block, reading: Reading) -> bool:
    """Not an item of a menu, a link to the page before, a byline, or a masthead with its date."""
    if block.bullet or block.words > MAX_TITLE_WORDS or _PAGER.search(block.text):
        return False
    if block.words <= 12 and match_byline(block.text, reading.language) is not None:
        return False
    dates = find_dates(block.text)
    return not dates or block.words - len(block.text[dates[0].start : dates[0].end].split()) > 4


_PAGER = re.compile(r"^(?:«\s[^»]*|[‹←<].*)$|^(?:[^«]*\s»|.*[›→>])$|^«\s.*\|.*\s»$")


def _long_title(reading: Reading) -> Block | None:
    """A first line too long for a title but without a full stop, above paragraphs that have theirs."""
    first = next(reading.open(), None)
    if first is None or not first.is_prose or first.ends_sentence or first.line_count > 1:
        return None
    if first.words > _LONGEST_TITLE_WORDS:
        return None
    return (
        first if any(other.is_strong_prose and other.ends_sentence for other in reading.open(first.index + 1)) else None
    )


def _standing_twice(head: list[Block]) -> tuple[Block | None, str]:
    """The first block that stands in the head twice, perhaps once with the publication's name, and that name."""
    count = Counter(block.folded for block in head)
    names = {fold(rest): name for block in reversed(head) for rest, name in parted_titles(block.text)}
    for block in head:
        if block.words < 2 or len(block.folded) < 8:
            continue
        if count[block.folded] > 1:
            return block, ""
        if block.folded in names:
            return block, names[block.folded]
    return None, ""


def parted_titles(text: str) -> Iterator[tuple[str, str]]:
    """Title and name in `Title | Name`, `Title - Name` and `Name: Title`, as far as the text can be read so."""
    for pattern in (_SUFFIX, _PREFIX):
        match = pattern.search(text) if len(text) < 1000 else None
        if match:
            yield match["rest"].strip(), match["name"].strip()


def _taken_up(head: list[Block], overlap: dict[int, float]) -> Block | None:
    """The first block whose words the text takes up."""
    enough = [block for block in head if block.words >= 3 and overlap[block.index] >= ENOUGH_OVERLAP]
    titles = [block for block in enough if not block.text.endswith(".")]
    # A local paper is named after what its articles are about.
    return next((block for block in titles if not name_of_paper(block.text)), next(iter(titles), None))


def _overlap(block: Block, vocabulary: set[str]) -> float:
    """The part of the block's words of four and more letters that the text has too, by their first five letters."""
    words = [word for word in block.folded.split() if len(word) >= 4]
    return sum(word[:5] in vocabulary for word in words) / len(words) if words else 0.0


def _above_details(head: list[Block], reading: Reading) -> Block | None:
    """The candidate right above a byline or a date."""
    for block in head:
        if block.index + 1 < len(reading.blocks):
            below = reading.blocks[block.index + 1]
            short = below.words <= 12
            if short and (match_byline(below.text, reading.language) is not None or find_dates(below.text)):
                return block
    return None


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


def dek(reading: Reading) -> Iterator[Finding]:
    """The summary between the title and the text.

    It is one sentence above the byline or date, a line without a full stop right under the title, or, below buttons
    and the like, a sentence that was cut off.
    """
    title = reading.first(Role.TITLE)
    start = title.index + 1 if title else 0
    block = next(reading.open(start), None)
    if block is None or not 4 <= block.words <= 60 or block.listed:
        return
    first = next((other for other in reading.open(block.index + 1) if other.is_prose), None)
    if first is None:
        return
    between = [reading.finding(index) for index in range(block.index + 1, first.index)]
    byline_below = any(finding and finding.role in (Role.BYLINE, Role.DATE, Role.UPDATED) for finding in between)
    apart = any(reading.finding(index) for index in range(start, block.index))
    cut_off = apart and block.words >= 8 and block.text.endswith(("...", "…")) and first.index == block.index + 1
    if byline_below or cut_off or (not block.ends_sentence and not apart):
        yield lifted(block, Role.DEK, summary=block.text)
