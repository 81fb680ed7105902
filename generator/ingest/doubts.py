"""Tells what of a source was not well understood, so that an editor looks there first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from generator.articles.ledger import Fate, Role
from generator.articles.line_signs import SIGNS, against_and_for
from generator.ingest.blocks import Block, Shape
from generator.ingest.findings import Reading, Value

_FEW_WORDS = 80
_LITTLE_KEPT = 0.2
"""The part of a source's words below which it is a page with hardly an article in it."""
_ENOUGH_WORDS = 150
"""Words of a source from which on that part tells something."""
_MANY_SCRAPS = 0.5
_FEW_SCRAPS = 6
_BY_PLACE = frozenset(
    "far-from-text unlike-text outside-article below-text above-title lost-caption link-list "
    "collection-furniture".split()
)
"""Rules that go by where a line stands or what is like it, not by what it says."""
_LONG = 25
"""Words of a paragraph whose loss would be a pity."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to look at an article."""

    line: int
    """Of the source's lines as its ledger counts them."""
    text: str
    trust: float
    """What is left of the trust in the article when only this is considered, from 0 to 1."""


def find_doubts(
    reading: Reading, kept: Sequence[Block], values: Mapping[str, Value], titled: bool
) -> tuple[Doubt, ...]:
    """The doubts about a source, the gravest first. `titled` is whether it tells its own title."""
    found = [*_about_metadata(values, titled), *_about_text(reading, kept)]
    return tuple(sorted(found, key=lambda doubt: (doubt.trust, doubt.line, doubt.text)))


def confidence(doubts: Sequence[Doubt]) -> float:
    """How far an article can be trusted to be as an editor would have it, from 0 to 1."""
    return round(prod(doubt.trust for doubt in doubts), 3)


def _about_metadata(values: Mapping[str, Value], titled: bool) -> Iterator[Doubt]:
    if not titled:
        yield Doubt(1, "the source tells no title", 0.5)
    if not values.get("date"):
        yield Doubt(1, "the source tells no date of publication", 0.9)


def _about_text(reading: Reading, kept: Sequence[Block]) -> Iterator[Doubt]:
    # An empty body is a warning of its own.
    words = sum(block.words for block in kept)
    of_text = [block for block in reading.blocks if block.shape is not Shape.METADATA]
    whole = sum(block.words for block in of_text)
    if kept and words < _FEW_WORDS:
        yield Doubt(kept[0].first_line, f"only {words} word{'' if words == 1 else 's'} left", 0.6)
    if kept and whole >= _ENOUGH_WORDS and words < _LITTLE_KEPT * whole:
        yield Doubt(kept[0].first_line, f"{whole - words:,} of {whole:,} words were set aside or lifted", 0.7)
    scraps = [block for block in kept if block.is_short and not block.listed and not _is_marked(reading, block)]
    if len(scraps) >= _FEW_SCRAPS and len(scraps) > _MANY_SCRAPS * len(kept):
        text = f"{len(scraps)} of {len(kept)} paragraphs that were kept are scraps"
        yield Doubt(scraps[0].first_line, text, 0.6)
    lost = [block for block in of_text if _went_by_place(reading, block)]
    if lost:
        many = f"{len(lost)} paragraphs were set aside for where they stand, not for what they say"
        one = "a paragraph was set aside for where it stands, not for what it says"
        told = f"{many if len(lost) > 1 else one}{_signs(reading, lost)}"
        yield Doubt(lost[0].first_line, told, 0.8)


def _signs(reading: Reading, lost: Sequence[Block]) -> str:
    """Of the first of these blocks that was weighed, by which signs."""
    for block in lost:
        against, for_it = against_and_for(reading.found[block.index][0].signs)
        said = [
            f"{word} the text: {', '.join(SIGNS[name] for name in names)}"
            for word, names in (("against", against), ("for", for_it))
            if names
        ]
        if said:
            return f" (line {block.first_line}, {'; '.join(said)})"
    return ""


def _is_marked(reading: Reading, block: Block) -> bool:
    """Whether the source's markup, or the rules, say that a short block is no paragraph."""
    finding, rule = reading.found[block.index]
    return block.shape is not Shape.TEXT or finding.role is not Role.BODY or rule == "flat-table"


def _went_by_place(reading: Reading, block: Block) -> bool:
    finding, rule = reading.found[block.index]
    by_place = finding.fate is Fate.SET_ASIDE and rule in _BY_PLACE
    return by_place and block.words >= _LONG and block.ends_in_stop
