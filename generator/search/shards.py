"""The files of a sharded index: term shards of counts and lengths, and the places of terms in shards of their own.

client/shards.js reads them. All numbers are as `packed` writes them; terms stand in the order in which JavaScript
sorts strings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.search.article_files import ONE_LIST
from generator.search.cuts import cuts
from generator.search.packed import packed_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.search.written import TermText

    Numbers = NDArray[np.int64]

_SHARD = 5_000
"""Postings of a term shard, about 7 kB compressed."""

_MANY_ARTICLES = 32_768
"""From so many articles on shards grow with the archive, so that their number does not."""

_PLACES = 6
"""A shard of places belongs to so many postings more than a term shard."""

_FREQUENT = 8
"""Where the list of articles is several files, terms of fewer articles than this part of all carry the lengths of the
articles' bodies themselves."""

_OF_A_TERM = 2
"""How many postings a term itself counts for: its letters."""


@dataclass(frozen=True, slots=True)
class Shards:
    """How the terms of an index are parted."""

    terms: Sequence[str]
    ends: Sequence[int]
    """Positions in `terms` at which term shards end."""
    place_ends: Sequence[int]
    """Those of them at which shards of places end."""

    @staticmethod
    def of(terms: Sequence[str], counts: Numbers, articles: int) -> Shards:
        """The parts of an index, of each of whose terms it is told how many postings it has.

        They change only beside words whose numbers of postings change much.
        """
        import numpy as np

        if not terms:
            return Shards((), (), ())
        # Rounded to powers of two, so that one posting more or less seldom moves a cut.
        rounded = 1 << np.log2(counts).astype(np.int64)
        size = _SHARD * max(1, _power_of_two(articles) // _MANY_ARTICLES)
        weights = rounded + _OF_A_TERM
        ends = cuts(terms, weights.tolist(), size)
        starts = (0, *ends[:-1])
        first_terms = [terms[start] for start in starts]
        sums = np.add.reduceat(weights, starts)
        return Shards(terms, ends, [ends[end - 1] for end in cuts(first_terms, sums.tolist(), size * _PLACES)])

    @property
    def firsts(self) -> list[str]:
        """The first term of each term shard."""
        return [self.terms[start] for start in (0, *self.ends)[: len(self.ends)]]

    @property
    def groups(self) -> list[Group]:
        """The shards of places with their term shards, in the order of their terms."""
        number = {end: position for position, end in enumerate(self.ends, 1)}
        ends = [number[end] for end in self.place_ends]
        return [Group((0, *self.ends)[start], tuple(self.ends[start:end])) for start, end in pairwise((0, *ends))]


@dataclass(frozen=True, slots=True)
class Group:
    """A shard of places and the term shards that it belongs to: the terms from `start` on."""

    start: int
    ends: tuple[int, ...]
    """Where each term shard ends."""


def carried(articles: int) -> int:
    """A term that stands in the bodies of fewer articles than this carries the lengths of these."""
    return articles // _FREQUENT if articles > ONE_LIST else 0


def term_shard(part: Sequence[TermText]) -> list[str]:
    """What the file of a term shard hands over: its terms; then what is said of each, one after the other."""
    columns = zip(*((text.head, text.numbers, text.times, text.lengths) for text in part), strict=True)
    return [packed_words(text.term for text in part), *map("".join, columns)]


def place_shard(parts: Sequence[Sequence[TermText]]) -> list[list[str]]:
    """What a file of places says of its term shards: the forms of each, their places in two texts, and which forms.

    What is alike stands together, where a compressor that counts signs finds it.
    """
    texts = [
        zip(*((text.forms, text.places, text.farther, text.which) for text in part), strict=True) for part in parts
    ]
    return [list(map("".join, columns)) for columns in zip(*texts, strict=True)]


def _power_of_two(number: int) -> int:
    return 1 << max(0, number.bit_length() - 1)
