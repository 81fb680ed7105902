"""The rule for a list of other articles' headlines that stands between paragraphs without a label above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside

_FEWEST, _MOST, _FEWEST_AT_THE_END = 2, 8, 3
"""Headlines in such a list; below the last paragraph an article has short lists of its own."""
_HEADLINE = range(4, 15)
"""Words of each."""
_WORDS_IN_THE_MEAN = 7.5
"""What a text lists itself has fewer, as a rule."""

_LABEL = re.compile(r"[^:\"“„«]{2,40}?\s?:\s(?P<said>.*)")
_FEWEST_SAID = 3
"""Words below a topic: fewer are a value, as in `Price: nine pounds`."""
# A dash in the midst, a question or an exclamation, somebody's words: what headlines have and points of a list seldom.
_MARK = re.compile(r"\s[–—-]\s|[?!](?:\s|\W*$)|[\"“„«‘][^\"”“»’]+[\"”“»’]|(?:^|\s)'[^']+'(?:\W|$)")


def listed_headlines(reading: Reading) -> Iterator[Finding]:
    """Items with bullets that read like headlines, below a paragraph whose last sentence has ended.

    What a text lists itself is announced by a colon or a heading, or is written in sentences; or all its items are
    built alike, as labels with what they say, or questions.
    """
    for listed, group in groupby(reading.blocks, key=lambda block: block.bullet):
        items = list(group) if listed else []
        if not _FEWEST <= len(items) <= _MOST or any(block.index in reading.found for block in items):
            continue
        if _stands_between(reading, items) and _are_headlines(items):
            for block in items:
                yield set_aside(block, Role.NAVIGATION)


def _stands_between(reading: Reading, items: Sequence[Block]) -> bool:
    """Whether a whole paragraph of the text stands above, and the text goes on below or the list is long enough."""
    above = next((block for block in _staying(reading, range(items[0].index - 1, -1, -1))), None)
    if above is None or not above.is_prose or not above.ends_in_stop or above.bullet:
        return False
    below = any(block.is_prose for block in _staying(reading, range(items[-1].index + 1, len(reading.blocks))))
    return below or len(items) >= _FEWEST_AT_THE_END


def _staying(reading: Reading, places: range) -> Iterator[Block]:
    for index in places:
        finding = reading.finding(index)
        if finding is None or finding.fate is not Fate.SET_ASIDE:
            yield reading.blocks[index]


def _are_headlines(items: Sequence[Block]) -> bool:
    """Whether half of them have a headline's marks, and not all are built alike."""
    if any(block.words not in _HEADLINE or not _can_be_headline(block.text) for block in items):
        return False
    if sum(block.words for block in items) < _WORDS_IN_THE_MEAN * len(items):
        return False
    questions = [block.text.endswith("?") for block in items]
    labels = [_LABEL.match(block.text) for block in items]
    if any(label and not _says_enough(label["said"]) for label in labels):
        return False
    marked = [_MARK.search(label["said"] if label else block.text) for label, block in zip(labels, items, strict=True)]
    either = sum(bool(label or mark) for label, mark in zip(labels, marked, strict=True))
    alike = all(questions) or (all(labels) and not any(marked))
    return not alike and 2 * either >= len(items)


def _can_be_headline(text: str) -> bool:
    return not text[0].islower() and text[-1] not in ".:;,…"


def _says_enough(said: str) -> bool:
    return len(said.split()) >= _FEWEST_SAID and not said[0].isdigit()
