"""The rule for lines that no word or place gives away: many small signs are weighed, each block with its neighbours."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import msgspec

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.furniture import is_button_text
from generator.ingest.rules.likeness_features import signs_of
from generator.ingest.rules.lists import announced, are_facts, tables

WEIGHTS = Path(__file__).with_name("likeness_weights.json")

_PAGE_FURNITURE = 8
"""So many lines set aside show that the source is a page; a text that somebody has picked out of one has fewer."""
_UNLIKE_TEXT = 0.2
"""The chance of being the article's below which a block under the text is set aside. Losing text is worse than
keeping a line of the page, so doubt keeps it."""
_UNLIKE_TEXT_OF_A_PAGE = 0.5
"""The same where there is much furniture, and for what stands above the text."""
_FEWEST_WORDS_LEFT = 60
"""In all that stays. Where less would be left, the weighing has not found the text."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much each sign counts: natural logarithms of odds, above 0 for the article and below 0 for the page.

    `tests/benchmarks/fit_likeness.py` makes them out of texts whose article is known.
    """

    article: float
    """For any block, before its signs are looked at."""
    first: float
    """For the first block, besides."""
    both_article: float
    """For two blocks, one below the other, that both are the article's; and so on."""
    both_page: float
    article_then_page: float
    page_then_article: float
    signs: dict[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that come with the program."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)


def unlike_text(reading: Reading) -> Iterator[Finding]:
    """What is rather the page's, above or below the text; between its paragraphs, doubt keeps every line.

    It finds what has lost the lines that gave it away: readers' comments without names and dates, teasers, notes on
    the author.
    """
    whole, found = signs_of(reading)
    if len(found) < 2:
        return
    blocks = [block for block, _ in found]
    known = weights()
    for_all = known.article + sum(known.signs[sign] for sign in whole)
    scores = [for_all + sum([known.signs[sign] for sign in signs]) for _, signs in found]
    unlike = list(_unlike(blocks, chances(scores, known), _is_page(reading)))
    of_the_text = announced(reading, is_button_text) | tables(reading) | _facts(blocks) | _speeches(blocks)
    aside = [block for block in unlike if block.index not in of_the_text]
    if sum(block.words for block in blocks) - sum(block.words for block in aside) >= _FEWEST_WORDS_LEFT:
        for block in aside:
            yield set_aside(block, Role.RESIDUE)


def _facts(blocks: Sequence[Block]) -> set[int]:
    """The indexes of the items of lists of facts, which are the article's own."""
    facts: set[int] = set()
    for listed, group in groupby(blocks, key=lambda block: block.listed):
        run = list(group)
        if listed and len(run) > 1 and are_facts(run):
            facts.update(block.index for block in run)
    return facts


_LONGEST_SPEAKER = 30
"""Characters."""


def _speeches(blocks: Sequence[Block]) -> set[int]:
    """The indexes of lines that begin with the name of a speaker who speaks twice: an interview or a play."""
    speakers: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        name, colon, said = block.text[: _LONGEST_SPEAKER + 2].partition(": ")
        if colon and said:
            speakers[name].append(block.index)
    return {index for places in speakers.values() if len(places) > 1 for index in places}


def _is_page(reading: Reading) -> bool:
    aside = sum(finding.fate is Fate.SET_ASIDE for finding, _ in reading.found.values())
    return aside >= _PAGE_FURNITURE


def _unlike(blocks: Sequence[Block], likeness: Sequence[float], is_page: bool) -> Iterator[Block]:
    """The blocks that are less likely the article's than doubt allows at their place."""
    like = [position for position, chance in enumerate(likeness) if chance >= _UNLIKE_TEXT_OF_A_PAGE]
    if not like:
        return
    below = _UNLIKE_TEXT_OF_A_PAGE if is_page else _UNLIKE_TEXT
    for position, (block, chance) in enumerate(zip(blocks, likeness, strict=True)):
        if position < like[0] or (position > like[-1] and chance < below):
            yield block


_HIGHEST = 30.0
"""Of a score; what is surer makes no difference, and numbers stay in range."""


def chances(scores: Sequence[float], known: Weights) -> list[float]:
    """For each block the chance that it is the article's, 0 to 1, from its own score and those of all others.

    A chain of two states (article, page) by forward and backward sums (Rabiner 1989), kept as odds.
    """
    odds = [math.exp(max(-_HIGHEST, min(score, _HIGHEST))) for score in scores]
    stay, leave, enter, out = (
        math.exp(weight)
        for weight in (known.both_article, known.article_then_page, known.page_then_article, known.both_page)
    )
    forward = []
    so_far = math.exp(known.first) * odds[0] if odds else 0.0
    for position, own in enumerate(odds):
        if position:
            so_far = own * (so_far * stay + enter) / (so_far * leave + out)
        forward.append(so_far)
    likeness = []
    to_come = 1.0
    for own, above in zip(reversed(odds), reversed(forward), strict=True):
        both = above * to_come
        likeness.append(both / (1.0 + both))
        below = own * to_come
        to_come = (stay * below + leave) / (enter * below + out)
    return likeness[::-1]
