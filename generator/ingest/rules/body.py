"""Rules for what is left when all else is found: the text itself, which is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, kept
from generator.ingest.rules.lists import label_of
from generator.ingest.verses import poems

_MAX_HEADING_WORDS = 9


def list_item(reading: Reading) -> Iterator[Finding]:
    """Lines with a bullet, or numbered in a row from 1."""
    open_blocks = list(reading.open())
    for position, block in enumerate(open_blocks):
        # One asterisk or hyphen alone begins a footnote or somebody's words.
        beside = open_blocks[max(position - 1, 0) : position] + open_blocks[position + 1 : position + 2]
        bullet = block.bullet and (block.marker[0] not in "*+-" or any(other.bullet for other in beside))
        if bullet or (block.number is not None and _is_in_sequence(open_blocks, position)):
            yield kept(block, Role.LIST)


def _is_in_sequence(blocks: list[Block], position: int) -> bool:
    """Whether a numbered block has its neighbour's number plus or minus one beside it: one alone is no list."""
    number = blocks[position].number
    assert number is not None
    below = blocks[position + 1].number if position + 1 < len(blocks) else None
    above = blocks[position - 1].number if position else None
    return (number == 1 and below == 2) or (number > 1 and above == number - 1)


_WAY_BACK = re.compile(r"(?:↩|⤴|\[(?:↩|↑|return)\])[\ufe0e\ufe0f\s\W]*$")


def footnote(reading: Reading) -> Iterator[Finding]:
    """A note that ends in the sign which leads back to where the text refers to it."""
    for block in reading.open():
        if block.words and _WAY_BACK.search(block.text[-12:]):
            yield kept(block, Role.BODY)


def heading(reading: Reading) -> Iterator[Finding]:
    """A short line without a full stop between two paragraphs of prose, or above the first of them."""
    first = first_heading(reading, reading.body_start)
    if first:
        yield kept(first, Role.HEADING)
    found = list(sub_headings(reading))
    for block in [*found, *_like_them(reading, found), *_questions_like_them(reading, found)]:
        yield kept(block, Role.HEADING)
    known = {block.index for block in found}
    yield from (kept(block, Role.HEADING) for block in _times(reading) if block.index not in known)


_FEWEST_ALIKE = 2
_MOST_WORDS_OF_A_PART = 12
_NUMBER = re.compile(r"(\d{1,2})[.)]\s?[^\W\d_]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _like_them(reading: Reading, found: Sequence[Block]) -> Iterator[Block]:
    """Further headings that number the parts of a list, or are years, as those `found` are.

    Below them may stand a picture's button, a sentence or less.
    """
    for form in (_NUMBER, _YEAR):
        known = {block.index for block in found if _has_form(block, form)}
        alike = [block for block in reading.open() if _has_form(block, form)] if len(known) >= _FEWEST_ALIKE else []
        numbers = [int(match[match.lastindex or 0]) for block in alike if (match := form.match(block.full_text))]
        # A number out of its order is none of the list's.
        if alike and numbers == (sorted(numbers) if form is _YEAR else list(range(1, len(numbers) + 1))):
            yield from (block for block in alike if block.index not in known)


_TIME = re.compile(
    r"([01]?\d|2[0-4])[.:h]([0-5]\d)(?: ?(?:h|hs|hrs|uhr|ч|(?P<half>[ap])\.?m\.?)|(?<=\d\d.\d\d)|(?<=[:h]\d\d))",
    re.IGNORECASE,
)
_LONGEST_TIME, _FEWEST_TIMES = 10, 3
"""Characters; times of a ticker."""


def _times(reading: Reading) -> Iterator[Block]:
    """The times of a ticker, in their order, forward or back, and the line without a full stop below one."""
    open_blocks = list(reading.open())
    times = [(place, minute) for place, block in enumerate(open_blocks) if (minute := _minute(block)) is not None]
    minutes = [minute for _, minute in times]
    if len(times) < _FEWEST_TIMES or sorted(minutes) not in (minutes, minutes[::-1]) or minutes[0] == minutes[-1]:
        return
    for place, _ in times:
        below = open_blocks[place + 1 : place + 3]
        if below and _minute(below[0]) is None:
            yield open_blocks[place]
            if len(below) > 1 and below[1].ends_sentence and _can_head(below[0]):
                yield below[0]


def _minute(block: Block) -> int | None:
    """The minute of the day that a line tells, and nothing else; None where it does not."""
    match = _TIME.fullmatch(block.text) if len(block.text) <= _LONGEST_TIME and block.text[:1].isdecimal() else None
    if match is None:
        return None
    hour = int(match[1]) % 12 + 12 * (match["half"] in "pP") if match["half"] else int(match[1])
    return hour * 60 + int(match[2])


def _can_head(block: Block) -> bool:
    return (
        0 < block.words <= _MOST_WORDS_OF_A_PART
        and block.line_count == 1
        and not block.listed
        and block.text[0].isupper()
    )


def _questions_like_them(reading: Reading, found: Sequence[Block]) -> Iterator[Block]:
    """Further questions of an interview in which at least two were `found`: the answer above may be a few words."""
    known = {block.index for block in found if block.text.endswith("?")}
    open_blocks = list(reading.open()) if len(known) >= _FEWEST_ALIKE else []
    for above, block, below in zip(open_blocks, open_blocks[1:], open_blocks[2:], strict=False):
        short = block.index not in known and block.words <= _MAX_HEADING_WORDS and block.line_count == 1
        if not short or not block.text.endswith("?") or above.index in known or below.text.endswith("?"):
            continue
        asked = block.text[0].isupper() and not block.listed and label_of(block) == ""
        if asked and above.ends_in_stop and below.ends_sentence:
            yield block


def _has_form(block: Block, form: re.Pattern[str]) -> bool:
    """Whether a line can be such a heading: a year says nothing else."""
    if block.words > _MOST_WORDS_OF_A_PART or block.line_count > 1 or block.ends_in_stop:
        return False
    text = block.full_text
    return form.fullmatch(text) is not None if form is _YEAR else form.match(text) is not None


def first_heading(reading: Reading, body_start: int) -> Block | None:
    """The undecided line right above the text where it is a heading: in a text that has two more of them."""
    block = reading.blocks[body_start - 1] if 0 < body_start < len(reading.blocks) else None
    if block is None or block.index in reading.found or block.words > _MAX_HEADING_WORDS or block.ends_sentence:
        return None
    parted = not reading.blocks[body_start].adjoins(block)
    named = block.text[0].isupper() or block.text[0].isdigit()
    return block if parted and named and len(list(sub_headings(reading))) >= 2 else None


def sub_headings(reading: Reading) -> Iterator[Block]:
    """The undecided blocks that are headings within the text."""
    open_blocks = list(reading.open())
    verses = reading.of_blocks(poems)
    for above, block, below in zip(open_blocks, open_blocks[1:], open_blocks[2:], strict=False):
        if block.words > _MAX_HEADING_WORDS or not block.words or block.line_count > 1 or block.text[0].islower():
            continue
        if block.index in verses:
            continue
        question = block.text.endswith("?") and block.text[0] not in '"“„«‘—–-'
        between = above.is_prose and above.ends_sentence and (below.is_prose or below.ends_sentence)
        if between and (question or not block.ends_sentence) and not block.bullet and not _is_said(above, block, below):
            yield block


_NO_HEADING = re.compile(r"[–—]|--|[\[(][^\[\]()]*[\])]$")
"""How a line begins that tells whose words stand above, and what a line in brackets is: `[Laughter]`."""


def _is_said(above: Block, block: Block, below: Block) -> bool:
    """Whether a line is a speaker's among others with their names, or tells what is heard or whose words those are."""
    if _NO_HEADING.match(block.text):
        return True
    return block.text.endswith("?") and label_of(block) != "" and (label_of(above) != "" or label_of(below) != "")


def text(reading: Reading) -> Iterator[Finding]:
    """Whatever no rule claims is the article's: keeping a line too many is better than losing one."""
    for block in reading.open():
        yield kept(block, Role.BODY)
