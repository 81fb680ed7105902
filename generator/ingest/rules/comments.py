"""Rules for readers' comments: where they begin, and that nothing after them is the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.hints import DIGIT, hint
from generator.ingest.rules.attributions import TIME, first_of_comments, is_ago, is_name_alone, is_stamped
from generator.ingest.rules.software import heads_comments_by_software

_COMMENTS = (
    r"(?:kommentare?|antworten|leserkommentare|commentaires?|comentarios?|comentários?|commenti|комментари\w+|отзыв\w*|"
    r"reacties?|kommentar(?:er)?|komentarze|komentarzy|komentáře|komentářů|σχόλια|yorum(?:lar)?|تعليقات|टिप्पणियाँ|"
    r"コメント|评论|評論|网友评论|댓글)"
)
_HEADING = re.compile(
    r"^\W*(?:(?:view |show |read |see )?(?:all )?\d+\s*(?:responses?|comments?|replies|reactions?|thoughts?|gossips?|"
    rf"{_COMMENTS})"
    r"(?:\s+(?:to|on|for|zu|auf|sur|к|so far|below|yet)\b.*|\s*[|•·:(].*)?|"
    r"(?:latest|reader|readers['’]?|user|view|read|post|add|all|top|your|leave an?|write an?|join the)\s+(?:comments?|"
    r"views|responses|replies|reply|discussion|conversation|reactions)\s*(?:\(\d+\)|\d+|:)?|"
    rf"(?:comments?|talkback|diskuse|{_COMMENTS})"
    r"\s*(?:[(（]\d+[)）]|\d+|:)?|"
    r"(?:leave|post|write|add) (?:a|your) (?:reply|comment)|respond now\.?|what do you think\?|have your say|"
    r"got something to say\?|discuss this (?:\w+ )?(?:post|article|story)|add/view comments.*|"
    r"kommentar (?:schreiben|verfassen)|(?:laisser|ajouter) un commentaire|deja un comentario|enviar um comentário|"
    r"оставить комментарий|schrijf een reactie|yorum yaz|lascia un commento|skriv en kommentar|发表评论|댓글 쓰기)\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^\W*\d+\s+(?:responses?|comments?|replies|thoughts?|gossips?)\b|\(\d+\)\W*$", re.IGNORECASE)
# Its end may be the article's title, however long that is.
_COUNTED_TO = re.compile(r"^\W*\d+\s+(?:responses?|comments?|replies|thoughts?)\s+(?:to|on)\s+(?P<title>.+)$", re.I)
_COUNTED_HINT = hint(openings=[DIGIT])
# What a paper says above the readers' views.
_ANNOUNCED = re.compile(
    r"\b(?:sample|selection) of (?:the |our )?(?:latest |best |readers['’] )?(?:views|comments|responses|letters)\b"
    r"|\bclick (?:on )?view all\b|^\W*(?:loading comments|no comments have (?:so far |yet )?been (?:posted|submitted))"
    r"|^\W*listed below are links to (?:web)?logs that reference\b|^\W*order by:? newest\b"
    r"|^\W*(?:the )?(?:comments|views) (?:below|that follow) (?:have|are) (?:not )?(?:been )?(?:moderated|those)\b",
    re.IGNORECASE,
)
_ANNOUNCED_HINT = hint(("sample", "selection", "view all", "comments", "listed below", "order by", "views"))
"""One of these is in all that announces them."""
# No article says so of itself: what follows is comments, whatever their shape, or the page's.
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
# At most three words stand before the day, as in `on Monday, October 3`: more would be a sentence that ends in one.
_SAYS = re.compile(
    r"^.{1,50}?\s(?:says?|said|wrote|writes|schrieb|schreibt|sagt|a écrit|dit|dice|disse|zegt|пишет|говорит)\s*:?"
    r"(?:(?:[\s(,.…]+[^\s(,.…\d?!]+){0,3}[\s(,.…]*\S{0,2}\d.*)?$",
    re.IGNORECASE,
)
_SAYS_HINT = hint("say said wrote write schr sagt crit dit dic diss zegt пишет говорит".split())
"""One of these is in all that it finds."""
_QUOTED = re.compile(r"[\"“”„«»]")
_ACTIONS = re.compile(
    r"^\W*(?:reply|like|dislike|report|flag|permalink|quote|antworten|répondre|ответить)\W*\d*\W*$", re.I
)
_MIN_PROSE_BEFORE = 40
"""Words of prose that an article has before its comments can begin."""
_MOST_WORDS_OF_A_HEADING = 30
_MOST_WORDS_OF_A_LINK = 8
_HEAD = 25
"""Blocks from the top among which the title stands."""
_COUNTERS, _COUNTER_WORDS = 3, 6
"""So many lines that begin alike, of so many words at most, count the comments of other articles."""
_NEAR = 4
"""Blocks below a heading among which the first comment must show its shape."""
_MOST_PROSE_ABOVE = 200
"""Words above comments that can be a page's own rather than the article."""
_FEWEST_PARAGRAPHS_BELOW, _TIMES_AS_MUCH = 10, 6
"""Of an article below its comments: no fewer paragraphs, and so many times the words above them."""


def comment_section(reading: Reading) -> Iterator[Finding]:
    """From the heading of the comments, or the first comment, to the end, or to the text that they stand above."""
    blocks = list(reading.within())
    around = _prose_around(blocks)
    least, done = _MIN_PROSE_BEFORE, -1
    while (start := _section_start(reading, blocks, around, least)) is not None and start > done:
        text = _text_below(blocks, start, around[0][start])
        if text is None:
            yield from (set_aside(block, Role.COMMENT) for block in reading.open(blocks[start].index))
            return
        above = blocks[start : _end_of_comments(blocks, start, text)]
        yield from (set_aside(block, Role.COMMENT) for block in above)
        least, done = around[0][text] + _MIN_PROSE_BEFORE, text


def heads_comments(block: Block) -> bool:
    """Whether a line is what stands above readers' comments, or links to them."""
    return block.words <= _MOST_WORDS_OF_A_LINK and _HEADING.match(block.text) is not None


def comment_link(reading: Reading) -> Iterator[Finding]:
    """A heading such as `Comments` that no comments follow: a link at the top or in the middle."""
    for block in reading.open():
        if heads_comments(block):
            yield set_aside(block, Role.COMMENT)


def _section_start(
    reading: Reading, blocks: Sequence[Block], around: tuple[list[int], list[int]], least: int
) -> int | None:
    """The position of the heading of the comments or of the first of them, with `least` words of prose above it."""
    prose_before, prose_after = around
    recurring = first_of_comments(blocks, prose_before, least)
    for position, block in enumerate(blocks):
        if position == recurring:
            return position
        if prose_before[position] < least or block.words > _MOST_WORDS_OF_A_HEADING:
            continue
        below = list(blocks[position + 1 : position + 1 + _NEAR])
        if _begins_section(reading, block, below, prose_before[position], prose_after[position]):
            return position
    return None


def _text_below(blocks: Sequence[Block], start: int, prose_before: int) -> int | None:
    """The position of the first paragraph of the article below comments that seem to begin at `start`; else None.

    It is many paragraphs, with many times the words that stand above the comments, and no name, day or button of a
    comment parts them.
    """
    if prose_before > _MOST_PROSE_ABOVE:
        return None
    for is_mark, group in groupby(range(start, len(blocks)), key=lambda at: _is_mark(blocks[at])):
        prose = [] if is_mark else [at for at in group if blocks[at].is_prose and not blocks[at].listed]
        words = sum(blocks[at].words for at in prose)
        if len(prose) >= _FEWEST_PARAGRAPHS_BELOW and words >= _TIMES_AS_MUCH * prose_before:
            return prose[0]
    return None


def _is_mark(block: Block) -> bool:
    """Whether a line can stand above or below a comment, and not between an article's paragraphs."""
    if block.is_prose:
        return False
    said = block.words <= 14 and (_is_stamp(block.text) or _says(block))
    return said or is_ago(block) or is_name_alone(block) or _ACTIONS.match(block.text) is not None


def _end_of_comments(blocks: Sequence[Block], start: int, text: int) -> int:
    """The position after the last button, count or age of a comment between `start` and the article's `text`."""
    marked = (
        at
        for at in range(text - 1, start - 1, -1)
        if _ACTIONS.match(blocks[at].text) or is_ago(blocks[at]) or _COUNTED.match(blocks[at].text)
    )
    return next(marked, start - 1) + 1


def _prose_around(blocks: Sequence[Block]) -> tuple[list[int], list[int]]:
    """For each block, the words of prose in all that come before it, and in all that come after it."""
    words = [block.words if block.is_prose else 0 for block in blocks]
    upto = list(accumulate(words))
    return [total - own for total, own in zip(upto, words, strict=True)], [upto[-1] - total for total in upto]


def _begins_section(reading: Reading, block: Block, below: list[Block], prose_before: int, prose_after: int) -> bool:
    """Whether this is the heading of comments rather than of a section of the article."""
    if block.words <= 14 and _is_stamped_head(block, below):
        return True
    may_announce = block.hints & _ANNOUNCED_HINT and (prose_after <= prose_before or not block.is_prose)
    if may_announce and _ANNOUNCED.search(block.text):
        return True
    if block.words > _MOST_WORDS_OF_A_LINK:
        titled = _COUNTED_TO.match(block.text) if block.hints & _COUNTED_HINT else None
        return titled is not None and _is_in_head(reading, titled["title"]) and block.index > 0
    if _CLOSED.match(block.text):
        # Some blogs say so above the text already.
        return prose_after <= 3 * prose_before
    if _HEADING.match(block.text) or heads_comments_by_software(block):
        shaped = any(_has_comment_shape(other, below[position + 1 :]) for position, other in enumerate(below))
        shaped = shaped or (_COUNTED.match(block.text) is not None and _is_name_above_text(below))
        # No handle, number or time near it: believe the heading only where no prose follows, or a scrap comes
        # next and most of the prose has been read already.
        if not prose_after or shaped:
            return True
        return not below[0].is_prose and prose_after <= prose_before / 2 and not _is_counter(reading, block)
    if _PERHAPS_HEADING.match(block.text):
        stamped = any(_is_stamped_head(other, below[position + 1 :]) for position, other in enumerate(below))
        return stamped or any(_ACTIONS.match(other.text) for other in below)
    return False


def _is_counter(reading: Reading, block: Block) -> bool:
    """Whether lines like it recur (`Comments: 4`, `Comments: 12, recommended: 3`), as below each of several teasers."""
    word = block.folded_words[:1]
    alike = [other for other in reading.blocks if other.words <= _COUNTER_WORDS and other.folded_words[:1] == word]
    return len(alike) >= _COUNTERS


def _is_in_head(reading: Reading, text: str) -> bool:
    """Whether the source begins with this line or has it near its beginning, as it has its title."""
    wanted = fold(text)
    return any(wanted and other.folded.startswith(wanted) for other in reading.blocks[:_HEAD])


def _is_name_above_text(below: list[Block]) -> bool:
    return len(below) > 1 and is_name_alone(below[0]) and below[1].words >= 4


def _has_comment_shape(block: Block, below: list[Block]) -> bool:
    """A handle with a number (`1. Jim`), a name that says something, or buttons such as `Reply`."""
    if block.words > 14 or block.is_prose:
        return False
    handle = block.number == 1 and block.words <= 5
    says = block.text.endswith((":", "...", "…")) and _says(block)
    return (
        handle or says or is_stamped(block) or _is_stamped_head(block, below) or _ACTIONS.match(block.text) is not None
    )


def _is_stamped_head(block: Block, below: list[Block]) -> bool:
    """`Name says:` with a date or time beside it or right below, above a comment."""
    if block.words > 14 or block.is_prose or not _says(block):
        return False
    below_it = below[0] if below else None
    stamped_below = below_it and below_it.words <= 10 and not below_it.ends_in_stop and _is_stamp(below_it.text)
    return bool(stamped_below) or _is_stamp(block.text)


def _says(block: Block) -> bool:
    return bool(block.hints & _SAYS_HINT and _SAYS.match(block.text)) and _QUOTED.search(block.text) is None


def _is_stamp(text: str) -> bool:
    """Whether a text is a date or a time of day, as one stands beside a comment."""
    return bool(find_dates(text)) or TIME.search(text) is not None
