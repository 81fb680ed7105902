"""Rules for readers' comments: where they begin, and that nothing after them is the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, set_aside

_HEADING = re.compile(
    r"^\W*(?:(?:view |show |read |see )?(?:all )?\d+\s+(?:responses?|comments?|replies|reactions?|thoughts?|"
    r"kommentare?|antworten|leserkommentare|commentaires?|comentarios?|комментари\w+|отзыв\w*)"
    r"(?:\s+(?:to|on|for|zu|auf|sur|к|so far|below|yet)\b.*|\s*[|•·:(].*)?|"
    r"(?:latest|reader|readers['’]?|user|view|read|post|add|all|top|your|leave an?|write an?|join the)\s+(?:comments?|"
    r"responses|replies|reply|discussion|conversation|reactions)\s*(?:\(\d+\)|\d+|:)?|"
    r"(?:comments?|talkback|kommentare?|leserkommentare|commentaires?|comentarios?|комментари[ийе])"
    r"\s*(?:\(\d+\)|\d+|:)?|"
    r"(?:leave|post|write|add) (?:a|your) (?:reply|comment)|respond now\.?|what do you think\?|have your say|"
    r"kommentar (?:schreiben|verfassen)|laisser un commentaire|deja un comentario|оставить комментарий)\W*$",
    re.IGNORECASE,
)
# No article says so of itself: what follows is comments, whatever their shape.
_CLOSED = re.compile(
    r"^\W*comments? (?:are|have been) (?:now )?closed(?: (?:for|on) (?:this|the) \w+)?\W*$|"
    r"^\W*die kommentarfunktion ist geschlossen\W*$|^\W*комментарии закрыты\W*$",
    re.IGNORECASE,
)
# A section of an article may be headed by these words too.
_PERHAPS_HEADING = re.compile(
    r"^\W*(?:responses|replies|reply|discussion|conversation|reactions|diskussion|обсуждение)\s*(?:\(\d+\)|:)?\W*$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^.{1,50}?\s(?:says?|said|wrote|writes|schrieb|schreibt|sagt|a écrit|dit|dice|пишет|говорит)\s*:?"
    r"(?:\s*(?:on|am|le|at)?\s*\S.{0,45}\d\d.*)?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«»]")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d(?:[ap]m)?\b", re.IGNORECASE)
_ACTIONS = re.compile(
    r"^\W*(?:reply|like|dislike|report|flag|permalink|quote|antworten|répondre|ответить)\W*\d*\W*$", re.I
)
# `Posted by Name on 4 June`, `written by Name, October 20, 2012`: above or below one comment.
_POSTED_BY = re.compile(
    r"^\W*(?:posted|written|submitted|commented|left|geschrieben|verfasst|publié|écrit|опубликовано)\s+(?:by|von|par)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_COMMENT = 130
"""In the mean. Longer texts under one attribution each are the posts of a blog."""
_FEWEST_WORDS_OF_A_COMMENT = 4
_MIN_PROSE_BEFORE = 40
"""Words of prose that an article has before its comments can begin."""
_NEAR = 4
"""Blocks below a heading among which the first comment must show its shape."""


def comment_section(reading: Reading) -> Iterator[Finding]:
    """From the heading of the comments, or the first comment, to the end."""
    start = _section_start(reading)
    if start is None:
        return
    for block in reading.open(start):
        yield set_aside(block, Role.COMMENT)


def comment_link(reading: Reading) -> Iterator[Finding]:
    """A heading such as `Comments` that no comments follow: a link at the top or in the middle."""
    for block in reading.open():
        if block.words <= 8 and _HEADING.match(block.text):
            yield set_aside(block, Role.COMMENT)


def _section_start(reading: Reading) -> int | None:
    blocks = list(reading.open())
    prose_after = _prose_after(blocks)
    prose_before = 0
    recurring = _recurring_attributions(blocks)
    for position, block in enumerate(blocks):
        below = blocks[position + 1 : position + 1 + _NEAR]
        if prose_before >= _MIN_PROSE_BEFORE and block.words <= 14:
            if position in recurring:
                return block.index
            if _begins_section(block, below, prose_before, prose_after[position]):
                return block.index
            if _is_stamped_head(block, below):
                return block.index
        prose_before += block.words if block.is_prose else 0
    return None


def _recurring_attributions(blocks: Sequence[Block]) -> frozenset[int]:
    """The positions of the lines that name who wrote a comment and when, where several short texts have one each."""
    found = [position for position, block in enumerate(blocks) if _is_attribution(block)]
    # The article's own date and byline may be one of them.
    if len(found) < 3:
        return frozenset()
    words = [sum(block.words for block in blocks[above + 1 : below]) for above, below in pairwise(found[1:])]
    # A table of dates and times has them too, but nothing in between.
    spoken = sum(number >= _FEWEST_WORDS_OF_A_COMMENT for number in words)
    if 2 * spoken < len(words) or sum(words) > _MOST_WORDS_OF_A_COMMENT * len(words):
        return frozenset()
    return frozenset(found[1:])


def _is_attribution(block: Block) -> bool:
    if block.words > 20 or block.is_prose:
        return False
    timed, dated = _TIME.search(block.text) is not None, bool(find_dates(block.text))
    return (timed and dated) or ((timed or dated) and _POSTED_BY.match(block.text) is not None)


def _prose_after(blocks: Sequence[Block]) -> list[int]:
    """For each block, the words of prose in all that come after it."""
    total = 0
    after = []
    for block in reversed(blocks):
        after.append(total)
        total += block.words if block.is_prose else 0
    return after[::-1]


def _begins_section(block: Block, below: list[Block], prose_before: int, prose_after: int) -> bool:
    """Whether this is the heading of comments rather than of a section of the article."""
    if block.words > 8:
        return False
    if _CLOSED.match(block.text):
        return True
    if _HEADING.match(block.text):
        shaped = any(_has_comment_shape(other, below[position + 1 :]) for position, other in enumerate(below))
        # No handle, number or time near it: believe the heading only where no prose follows, or a scrap comes
        # next and most of the prose has been read already.
        return not prose_after or shaped or (not below[0].is_prose and prose_after <= prose_before / 2)
    if _PERHAPS_HEADING.match(block.text):
        stamped = any(_is_stamped_head(other, below[position + 1 :]) for position, other in enumerate(below))
        return stamped or any(_ACTIONS.match(other.text) for other in below)
    return False


def _has_comment_shape(block: Block, below: list[Block]) -> bool:
    """A handle with a number (`1. Jim`), a name that says something, or buttons such as `Reply`."""
    if block.words > 14 or block.is_prose:
        return False
    handle = block.number == 1 and block.words <= 5
    says = block.text.endswith(":") and _says(block.text)
    return handle or says or _is_stamped_head(block, below) or _ACTIONS.match(block.text) is not None


def _is_stamped_head(block: Block, below: list[Block]) -> bool:
    """`Name says:` with a date or time beside it or right below, above a comment."""
    if block.words > 14 or block.is_prose or not _says(block.text):
        return False
    below_it = below[0] if below else None
    stamped_below = below_it and below_it.words <= 10 and not below_it.ends_in_stop and _is_stamp(below_it.text)
    return bool(stamped_below) or _is_stamp(block.text)


def _says(text: str) -> bool:
    return _SAYS.match(text) is not None and _QUOTED.search(text) is None


def _is_stamp(text: str) -> bool:
    """Whether a text is a date or a time of day, as one stands beside a comment."""
    return bool(find_dates(text)) or _TIME.search(text) is not None
