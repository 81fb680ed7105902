"""The files of a sharded index: term shards of counts and lengths, and the places of terms in shards of their own.

client/shards.js reads them. All numbers are as `packed` writes them; N terms stand in the order in which JavaScript
sorts strings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.search.cuts import cuts
from generator.search.fields import BODY
from generator.search.merge import Postings
from generator.search.packed import packed, packed_number, packed_numbers, packed_words
from generator.search.postings import Batch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_SHARD = 5_000
"""Postings of a term shard, about 7 kB compressed."""

_MANY_ARTICLES = 32_768
"""From so many articles on shards grow with the archive, so that their number does not."""

_PLACES = 6
"""A shard of places belongs to so many postings more than a term shard."""

_OF_A_TERM = 2
"""How many postings a term itself counts for: its letters."""


@dataclass(frozen=True, slots=True)
class TermShard:
    """The postings of a range of terms."""

    first: str
    """Its first term."""
    terms: str
    heads: str
    """Of each term which fields have it, and in how many articles each: the sum of 2 << field over all fields but the
    body, and 1 if it is not in the body; then the numbers of articles, in the order of the fields."""
    numbers: str
    """Of each field of each term the articles: how many are left out before each."""
    times: str
    """How often the term stands there, less one; likewise."""
    lengths: str
    """How many terms the field has, likewise; not for the body, whose lengths are in the list of articles."""

    def value(self) -> list[str]:
        """What the file hands over."""
        return [self.terms, self.heads, self.numbers, self.times, self.lengths]


@dataclass(frozen=True, slots=True)
class PlaceShard:
    """Where the terms of several term shards stand."""

    shards: tuple[tuple[str, str, str, str], ...]
    """Of each term shard: forms, sizes, places and which forms. `forms` has for each term their number, 0 for one that
    is the term itself, and the forms as words; `sizes` how many signs the term has in the two other texts."""


@dataclass(frozen=True, slots=True)
class Shards:
    """How the terms of an index are parted."""

    terms: Sequence[str]
    ends: Sequence[int]
    """Positions in `terms` at which term shards end."""
    place_ends: Sequence[int]
    """Those of them at which shards of places end."""

    @staticmethod
    def of(postings: Postings) -> Shards:
        """The parts of the index; they change only beside words whose numbers of postings change much."""
        import numpy as np

        if not postings.terms:
            return Shards((), (), ())
        # Rounded to powers of two, so that one posting more or less seldom moves a cut.
        rounded = 1 << np.log2(postings.counts).astype(np.int64)
        size = _SHARD * max(1, _power_of_two(postings.lengths.shape[0]) // _MANY_ARTICLES)
        weights = rounded + _OF_A_TERM
        ends = cuts(postings.terms, weights.tolist(), size)
        starts = (0, *ends[:-1])
        first_terms = [postings.terms[start] for start in starts]
        sums = np.add.reduceat(weights, starts)
        return Shards(postings.terms, ends, [ends[end - 1] for end in cuts(first_terms, sums.tolist(), size * _PLACES)])

    @property
    def firsts(self) -> list[str]:
        """The first term of each term shard."""
        return [self.terms[start] for start in (0, *self.ends)[: len(self.ends)]]

    @property
    def groups(self) -> list[int]:
        """Of each shard of places how many term shards it belongs to."""
        position = {end: number for number, end in enumerate(self.ends, 1)}
        return [position[end] - position.get(start, 0) for start, end in pairwise((0, *self.place_ends))]


def write_shards(postings: Postings, shards: Shards) -> Iterator[tuple[list[TermShard], PlaceShard]]:
    """Each shard of places with the term shards that it belongs to, in the order of their terms."""
    ends, place_ends = set(shards.ends), set(shards.place_ends)
    for start, end, batch in postings.ranges(shards.place_ends):
        terms = _Written(batch)
        group: list[TermShard] = []
        places = []
        first = start
        for position in range(start + 1, end + 1):
            if position not in ends:
                continue
            part = slice(first - start, position - start)
            group.append(terms.term_shard(part))
            places.append(terms.places(part))
            first = position
            if position in place_ends:
                yield group, PlaceShard(tuple(places))
                group, places = [], []


class _Written:
    """A range of terms, all its numbers written; shards are stretches of these texts."""

    def __init__(self, batch: Batch) -> None:
        import numpy as np

        self._batch = batch
        term = np.repeat(np.arange(len(batch.terms)), batch.postings)
        group = np.flatnonzero(np.diff(term * (BODY + 1) + batch.fields, prepend=-1))
        before = np.append(-1, batch.numbers[:-1])
        before[group] = -1
        self._numbers = _Stream(batch.numbers - before - 1, batch.postings)
        self._times = _Stream(batch.times - 1, batch.postings)
        in_body = batch.fields == BODY
        self._lengths = _Stream(batch.field_lengths[~in_body], np.bincount(term[~in_body], minlength=len(batch.terms)))
        self._heads = _heads(term[group], batch.fields[group], np.diff(group, append=term.size), len(batch.terms))
        occurrences = np.bincount(term, weights=batch.times, minlength=len(batch.terms)).astype(np.int64)
        first_place = np.cumsum(batch.times) - batch.times
        before = np.append(-1, batch.places[:-1])
        before[first_place] = -1
        self._places = _Stream(batch.places - before - 1, occurrences)
        several = np.fromiter((len(forms) > 1 for forms in batch.forms_of), bool, len(batch.terms))
        self._forms = _Stream(batch.forms[np.repeat(several, occurrences)], np.where(several, occurrences, 0))

    def term_shard(self, part: slice) -> TermShard:
        terms = self._batch.terms[part]
        return TermShard(
            first=terms[0],
            terms=packed_words(terms),
            heads=self._heads.of(part),
            numbers=self._numbers.of(part),
            times=self._times.of(part),
            lengths=self._lengths.of(part),
        )

    def places(self, part: slice) -> tuple[str, str, str, str]:
        written = []
        sizes: list[int] = []
        for position in range(part.start, part.stop):
            term, forms = self._batch.terms[position], self._batch.forms_of[position]
            if forms == (term,):
                written.append(packed_number(0))
            else:
                written += [packed_number(len(forms)), packed_words(forms)]
            sizes += [self._places.size(position), self._forms.size(position)]
        return "".join(written), packed(sizes), self._places.of(part), self._forms.of(part)


class _Stream:
    """Numbers, written, with where those of each term stand."""

    def __init__(self, numbers: Numbers, of_terms: Numbers) -> None:
        """`of_terms` is how many of the numbers each term has."""
        import numpy as np

        self._text, sizes = packed_numbers(numbers)
        self._ends: Numbers = np.append(0, np.append(0, np.cumsum(sizes))[np.cumsum(of_terms)])

    def of(self, part: slice) -> str:
        return self._text[self._ends[part.start] : self._ends[part.stop]].decode("ascii")

    def size(self, position: int) -> int:
        return int(self._ends[position + 1] - self._ends[position])


def _heads(term: Numbers, field: Numbers, articles: Numbers, terms: int) -> _Stream:
    """`TermShard.heads` of groups, each a field of a term, in their order."""
    import numpy as np

    in_body = field == BODY
    masks = np.bincount(term[~in_body], weights=(2 << field[~in_body]), minlength=terms).astype(np.int64)
    masks += 1 - np.bincount(term[in_body], minlength=terms)
    groups = np.bincount(term, minlength=terms)
    starts = np.cumsum(groups + 1) - groups - 1
    numbers = np.empty(int((groups + 1).sum()), np.int64)
    numbers[starts] = masks
    rest = np.ones(numbers.size, bool)
    rest[starts] = False
    numbers[rest] = articles
    return _Stream(numbers, groups + 1)


def _power_of_two(number: int) -> int:
    return 1 << max(0, number.bit_length() - 1)
