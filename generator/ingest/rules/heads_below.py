"""Titles that stand below a source's first paragraph, since this is the page's: a welcome, a consent, a teaser."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from generator.ingest.blocks import Block
from generator.ingest.findings import Reading
from generator.ingest.rules.densest import heaviest, weights_of
from generator.ingest.rules.headline import MOST_BETWEEN, USUAL_TITLE, Head, can_be_title, head_of, tells_details
from generator.ingest.rules.names import bare_name


def late_heads(reading: Reading) -> Iterator[Head]:
    """Single lines below a first paragraph that is not the article's: a welcome, a consent, the site's description.

    Such a line stands right above a byline or date with the text below it, or right between a date and the text.
    """
    start = reading.body_start
    words = sum(block.words for block in reading.blocks if block.is_prose)
    above = 0
    for block in reading.blocks[start : start + _LATEST]:
        if block.is_prose:
            above += block.words
            if above > _MOST_ABOVE * words:
                return
        if block.index in reading.found or not USUAL_TITLE[0] <= block.words <= USUAL_TITLE[1]:
            continue
        if block.ends_in_stop or not can_be_title(block) or not _has_date_beside(block, reading):
            continue
        following = [other for other in reading.open(block.index + 1) if other.is_prose]
        if following and following[0].index <= block.index + MOST_BETWEEN:
            around = reading.blocks[block.index - 1 : following[0].index]
            yield head_of([other for other in around if not other.is_prose], following[0].index, reading)


def densest_head(reading: Reading) -> Head | None:
    """The lines right above the densest stretch of text, where another paragraph stands above these: a notice, a
    caption, a teaser of the page's."""
    start, end = heaviest(weights_of(reading))
    if start <= reading.body_start or start == end:
        return None
    words = [block.words if block.is_prose else 0 for block in reading.blocks]
    if sum(words[:start]) > _MOST_ABOVE * sum(words):
        return None
    above = list(takewhile(lambda block: not block.is_prose, reversed(reading.blocks[max(start - _WINDOW, 0) : start])))
    return head_of([block for block in reversed(above) if block.index not in reading.found], start, reading)


_WINDOW = 12
"""Blocks."""
_LATEST = 60
"""Blocks below the first paragraph."""
_MOST_ABOVE = 0.25
"""The part of the prose that may stand above the title."""


def _has_date_beside(block: Block, reading: Reading) -> bool:
    """Whether a line about a date stands right below, perhaps below a name, or right above and the text right below."""
    below = reading.blocks[block.index + 1 : block.index + 3]
    if below and (_dates_only(below[0], reading) or (_dates_only(below[-1], reading) and bare_name(below[0].text))):
        return True
    above = reading.blocks[block.index - 1 : block.index]
    return bool(above and below) and below[0].is_strong_prose and _dates_only(above[0], reading)


def _dates_only(block: Block, reading: Reading) -> bool:
    return any(map(str.isdigit, block.text)) and tells_details(block, reading)
