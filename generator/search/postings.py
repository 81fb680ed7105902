"""All postings of an archive, a posting being a term in one field of one article.

Arrays of numbers rather than objects: an article of 730 words has some 400 postings, and a large archive tens of
millions. They are kept in the order of the texts, and put in the order of terms a range of these at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from generator.search.fields import FIELDS
from generator.search.gathered import NAMED_FIELDS, OWN_FIELDS, Gathered, Stream, sorted_keys, term_of_each

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TermPostings:
    """The postings of a range of terms."""

    terms: list[str]
    """In the order in which JavaScript sorts strings."""
    postings: Numbers
    """Of each term how many."""
    fields: Numbers
    """Of each posting: by term, then field, then article."""
    numbers: Numbers
    """The article's position in the archive."""
    times: Numbers
    """How often the term stands there."""
    field_lengths: Numbers
    """How many terms the field has."""
    places: Numbers
    """Where, counted in parts of words from the field's beginning; rising within a posting."""
    forms: Numbers
    """Which of the term's forms stands at each place."""
    forms_of: list[list[str]]
    """The forms of each term, sorted: how it is written, see `terms.Occurrence`."""


class Postings:
    """All postings of an archive."""

    def __init__(self, batches: Iterable[Gathered]) -> None:
        """Takes the batches in the order of their articles."""
        import numpy as np

        gathered = list(batches)
        self._keys = sorted_keys(dict.fromkeys(chain.from_iterable(map(_keys_of, gathered))))
        rank = {key: number for number, key in enumerate(self._keys)}
        # Parted once more, since all batches' keys together would take much memory.
        ranks = [np.fromiter(map(rank.__getitem__, _keys_of(batch)), np.uint32) for batch in gathered]
        del rank
        term = term_of_each(self._keys)
        self._first_keys = np.append(np.flatnonzero(np.diff(term, prepend=-1)), len(self._keys))
        self.terms = [key[: key.index("\t")] for key in map(self._keys.__getitem__, self._first_keys[:-1].tolist())]
        """In the order in which JavaScript sorts strings."""
        self.counts: Numbers = np.zeros(len(self.terms), np.int64)
        """Of each term how many postings it has."""
        for batch, of_batch in zip(gathered, ranks, strict=True):
            terms = term[of_batch]
            self.counts[terms[np.flatnonzero(np.diff(terms, prepend=-1))]] += batch.postings
        self._streams = (
            _Ranked([batch.own for batch in gathered], ranks, OWN_FIELDS),
            _Ranked([batch.named for batch in gathered], ranks, NAMED_FIELDS),
        )
        self.lengths: Numbers = np.zeros((self._streams[0].sizes.shape[0], len(FIELDS)), np.int64)
        """How many terms each field of each article has: articles × FIELDS."""
        for stream in self._streams:
            self.lengths[:, stream.fields] = stream.sizes

    def of(self, start: int, end: int) -> TermPostings:
        """Those of the terms from one position to another."""
        import numpy as np

        keys = self._first_keys[start : end + 1]
        found = [stream.between(int(keys[0]), int(keys[-1])) for stream in self._streams]
        key, article, field, place = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
        counts = np.diff(keys)
        term = np.repeat(np.arange(counts.size), counts)[key]
        # Articles and places rise already.
        order = _stable_order(term * len(FIELDS) + field)
        key, article, field, place, term = key[order], article[order], field[order], place[order], term[order]
        first = np.flatnonzero(
            (np.diff(term, prepend=-1) != 0) | (np.diff(field, prepend=-1) != 0) | (np.diff(article, prepend=-1) != 0)
        )
        return TermPostings(
            terms=self.terms[start:end],
            postings=np.bincount(term[first], minlength=end - start),
            fields=field[first],
            numbers=article[first],
            times=np.diff(first, append=term.size),
            field_lengths=self.lengths[article[first], field[first]],
            places=place,
            forms=key - (keys[:-1] - keys[0])[term],
            forms_of=self._forms(keys.tolist()),
        )

    def _forms(self, keys: list[int]) -> list[list[str]]:
        forms = [key[key.index("\t") + 1 :] for key in self._keys[keys[0] : keys[-1]]]
        ends = [end - keys[0] for end in keys]
        return [forms[start:end] for start, end in pairwise(ends)]


def _keys_of(batch: Gathered) -> list[str]:
    return batch.keys.split("\n") if batch.keys else []


_BLOCK = 1 << 18
"""Keys that are looked through together: they stay in the processor's own memory."""


class _Ranked:
    """The streams of all batches as one, in which keys have their numbers among all."""

    def __init__(self, streams: list[Stream], ranks: Sequence[NDArray[np.uint32]], fields: Sequence[int]) -> None:
        import numpy as np

        self.fields = list(fields)
        self.sizes: Numbers = np.concatenate(
            [np.zeros((0, len(fields)), np.int64), *(stream.sizes for stream in streams)]
        )
        self._keys: NDArray[np.uint32] = np.empty(int(self.sizes.sum()), np.uint32)
        jumps, shifts = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        start = 0
        for stream, rank in zip(streams, ranks, strict=True):
            end = start + stream.keys.size
            self._keys[start:end] = rank[stream.keys]
            jumps.append(stream.jumps.astype(np.int64) + start)
            shifts.append(stream.shifts.astype(np.int64))
            start = end
        self._jumps, self._shifts = np.concatenate(jumps), np.concatenate(shifts)
        ends = np.cumsum(self.sizes)
        self._starts = ends - self.sizes.ravel()
        at = np.searchsorted(self._jumps, self._starts, "right") - 1
        self._place_before = self._shifts[at] + self._starts if start else self._starts
        """Of each field of each article the place, as jumps count it, of its first term."""

    def between(self, low: int, high: int) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Where keys from one to before another stand: each one's number from `low`, its article, field and place."""
        import numpy as np

        blocks = range(0, max(1, self._keys.size), _BLOCK)
        here = np.concatenate([self._within(start, low, high) for start in blocks])
        segment = self._owner(here, self._starts)
        place = here + self._shifts[self._owner(here, self._jumps)] - self._place_before[segment]
        article, field = np.divmod(segment, len(self.fields))
        return self._keys[here].astype(np.int64) - low, article, np.array(self.fields)[field], place

    def _within(self, start: int, low: int, high: int) -> Numbers:
        """The positions of such keys in the block that begins at a position."""
        import numpy as np

        # Lower ones become very large.
        return np.flatnonzero(self._keys[start : start + _BLOCK] - np.uint32(low) < np.uint32(high - low)) + start

    @staticmethod
    def _owner(positions: Numbers, starts: Numbers) -> Numbers:
        """Of positions, rising, the number of the range that each lies in, by where ranges start."""
        import numpy as np

        counts = np.diff(np.searchsorted(positions, starts), append=positions.size)
        return np.repeat(np.arange(starts.size), counts)


def _stable_order(numbers: Numbers) -> Numbers:
    """The positions of numbers, 0 or more, in their order, equal ones as they stand: by one sort of both together."""
    import numpy as np

    bits = max(1, numbers.size).bit_length()
    if int(numbers.max(initial=0)).bit_length() + bits > 62:
        order: Numbers = np.argsort(numbers, kind="stable")
        return order
    together = (numbers << bits) | np.arange(numbers.size)
    together.sort()
    return together & ((1 << bits) - 1)
