"""The rule for lines that stand in many sources of the collection: furniture that no words or place give away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain, groupby, takewhile

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.collection.collection import Furniture, Standing
from generator.ingest.findings import Finding, Reading, set_aside

_STEADY = 0.5
"""Furniture stands beside the same furniture in at least this part of its texts; what articles share does not."""

_SHARE = 0.5
"""The part of the group's texts that have a line which is furniture wherever it stands: what an agency repeats about
the matter of its stories stands in fewer."""

_CLOSING = 0.9
"""A standing sentence closes or opens its text in so many of the texts that have it; a repeated paragraph does not."""

_AS_MANY = 0.5
"""Two lines belong together where the rarer stands in this part of the texts that have the other."""

_IN_A_ROW = 3
"""So many steady scraps in a row need nothing else beside them."""

_FEWEST_WITH_SENTENCE = 5
"""Texts: a sentence lost is worse than a scrap."""

_WORDS_INSIDE = 5
"""Between paragraphs a shorter line may be a heading that a paper uses in each article."""


def often_seen(reading: Reading) -> Iterator[Finding]:
    """What the collection shows to be furniture; nothing where no collection was read."""
    if reading.settings.furniture is not None:
        yield from standing_lines(reading, reading.settings.furniture)


def standing_lines(reading: Reading, furniture: Furniture) -> Iterator[Finding]:
    """The undecided blocks that stand in many of the collection's texts."""
    if not reading.body_end:
        return
    seen = _Seen(reading, furniture)
    prose = [block for block in reading.open() if block.is_prose]
    sentences = {block.index for block in prose if seen.is_standing_sentence(block)}
    sentences |= seen.closing([block for block in prose if block.index not in sentences])
    # A source whose text stands mostly elsewhere is a copy of another.
    if 2 * sum(block.words for block in prose if block.index in sentences) > sum(block.words for block in prose):
        sentences = set()
    text = [block.index for block in prose if block.index not in sentences]
    yield from (set_aside(block, Role.NOTICE) for block in prose if block.index in sentences)
    scraps = [block for block in reading.open() if not block.is_prose]
    inside = [block for block in scraps if text[0] < block.index < text[-1] and seen.stands_inside(block)]
    around = [block for block in scraps if not text[0] < block.index < text[-1] and seen.stands_around(block)]
    gone = sentences | {block.index for block in inside}
    for block in chain(inside, _among_furniture(reading, around, gone)):
        yield set_aside(block, Role.NAVIGATION)


def _among_furniture(reading: Reading, scraps: Sequence[Block], gone: Set[int]) -> Iterator[Block]:
    """The scraps that stand three in a row, beside what is set aside, or at an end of the source.

    One alone may be a thing that a paper's articles list again and again.
    """
    gone = gone | {index for index in reading.found if reading.found[index][0].fate is Fate.SET_ASIDE}
    gone |= {-1, len(reading.blocks)}
    for _, group in groupby(enumerate(scraps), key=lambda entry: entry[1].index - entry[0]):
        run = [block for _, block in group]
        if len(run) >= _IN_A_ROW or gone & {run[0].index - 1, run[-1].index + 1}:
            yield from run


class _Seen:
    """How the blocks of one source stand in the collection."""

    def __init__(self, reading: Reading, furniture: Furniture) -> None:
        self._blocks = reading.blocks
        self._furniture = furniture
        self._known: dict[int, Standing] = {}

    def is_standing_sentence(self, block: Block) -> bool:
        standing = self._standing(block)
        if standing.texts < _FEWEST_WITH_SENTENCE:
            return False
        return standing.share >= _SHARE or self._is_beside_furniture(block)

    def closing(self, prose: Sequence[Block]) -> set[int]:
        """The indexes of the sentences before the first and after the last paragraph that close or open many texts."""
        first, last = takewhile(self._closes, prose), takewhile(self._closes, reversed(prose))
        return {block.index for block in chain(first, last)}

    def _closes(self, block: Block) -> bool:
        standing = self._standing(block)
        return standing.texts >= _FEWEST_WITH_SENTENCE and standing.steady >= _CLOSING

    def stands_around(self, block: Block) -> bool:
        """Whether a scrap above or below the text seems to be furniture."""
        standing = self._standing(block)
        return standing.texts > 0 and standing.steady >= _STEADY

    def stands_inside(self, block: Block) -> bool:
        """Whether a scrap with paragraphs above and below it is furniture."""
        standing = self._standing(block)
        return self._is_beside_furniture(block) or (
            block.words >= _WORDS_INSIDE and standing.texts >= _FEWEST_WITH_SENTENCE and standing.share >= _SHARE
        )

    def _is_beside_furniture(self, block: Block) -> bool:
        """Whether it stands with a steady scrap right above or below it in about all texts that have one of them."""
        here = self._standing(block)
        if not here.texts or here.steady < _STEADY:
            return False
        beside = self._blocks[max(block.index - 1, 0) : block.index] + self._blocks[block.index + 1 : block.index + 2]
        return any(
            not other.is_prose and there.steady >= _STEADY and _AS_MANY * there.texts <= here.texts
            for other in beside
            if (there := self._standing(other)).texts
        )

    def _standing(self, block: Block) -> Standing:
        """How the block's rarest line stands."""
        if block.index not in self._known:
            standings = (self._furniture.standing(line) for line in block.raw.split("\n"))
            self._known[block.index] = min(standings, key=lambda standing: standing.texts)
        return self._known[block.index]
