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
    for block in [*found, *_like_them(reading, found)]:
        yield kept(block, Role.HEADING)


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
