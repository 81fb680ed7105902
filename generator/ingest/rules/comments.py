"""Rules for readers' comments: where they begin, and that nothing after them is the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, set_aside

_HEADING = re.compile(
    r"^\W*(?:(?:view |show |read |see )?(?:all )?\d+\s+(?:responses?|comments?|replies|reactions?|thoughts?|"
    r"kommentare?|antworten|leserkommentare|commentaires?|comentarios?|комментари\w+|отзыв\w*)\b.*|"
    r"(?:latest|reader|readers['’]?|user|view|read|post|add|all|top|your|leave an?|write an?|join the)?\s*(?:comments?|"
    r"responses|replies|reply|discussion|conversation|reactions|talkback|kommentare?|leserkommentare|diskussion|"
    r"commentaires?|comentarios?|комментари[ийе]|обсуждение)\s*(?:\(\d+\)|\d+|:)?|"
    r"(?:leave|post|write|add) (?:a|your) (?:reply|comment)|respond now\.?|what do you think\?|have your say|"
    r"kommentar (?:schreiben|verfassen)|laisser un commentaire|deja un comentario|оставить комментарий)\W*$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^.{1,50}?\s(?:says?|said|wrote|writes|schrieb|schreibt|sagt|a écrit|dit|dice|пишет|говорит)\s*:?"
    r"(?:\s*(?:on|am|le|at)?\s*\S.{0,45}\d\d.*)?$",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b", re.IGNORECASE)
_ACTIONS = re.compile(
    r"^\W*(?:reply|like|dislike|report|flag|permalink|quote|antworten|répondre|ответить)\W*\d*\W*$", re.I
)
_MIN_PROSE_BEFORE = 40
"""Words of prose that an article has before its comments can begin."""


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
    prose_before = 0
    blocks = list(reading.open())
    for position, block in enumerate(blocks):
        rest = blocks[position + 1 :]
        if prose_before >= _MIN_PROSE_BEFORE:
            if block.words <= 8 and _HEADING.match(block.text) and _are_comments(rest, prose_before):
                return block.index
            if _is_comment_head(block, rest):
                return block.index
        prose_before += block.words if block.is_prose else 0
    return None


def _are_comments(rest: list[Block], prose_before: int) -> bool:
    """Whether what follows a heading looks like comments rather than like the article going on."""
    if not rest or not any(block.is_prose for block in rest):
        return True
    if any(_has_comment_shape(block, rest[position + 1 :]) for position, block in enumerate(rest)):
        return True
    # No handle, number or time anywhere: believe the heading only where a scrap, not a paragraph, comes next and
    # most of the prose has been read already.
    prose_after = sum(block.words for block in rest if block.is_prose)
    return not rest[0].is_prose and prose_after <= prose_before / 2


def _has_comment_shape(block: Block, rest: list[Block]) -> bool:
    return (
        _is_comment_head(block, rest)
        or (block.number is not None and block.words <= 5)
        or _ACTIONS.match(block.text) is not None
    )


def _is_comment_head(block: Block, rest: list[Block]) -> bool:
    """`Name says:`, or a name with a date and time, above a comment."""
    if block.words > 14 or block.is_prose:
        return False
    if _SAYS.match(block.text) and not re.search(r"[\"“”„«»]", block.text):
        stamped = _is_stamp(block.text) or (bool(rest) and rest[0].words <= 10 and _is_stamp(rest[0].text))
        return stamped or block.text.endswith(":")
    return False


def _is_stamp(text: str) -> bool:
    """Whether a text is a date or a time of day, as one stands beside a comment."""
    return bool(find_dates(text)) or _TIME.search(text) is not None
