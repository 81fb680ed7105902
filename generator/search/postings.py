"""All postings of an archive, a posting being a term in one field of one article.

They are sorted outside of memory, as is usual for what does not fit there (Knuth, The Art of Computer Programming,
volume 3, section 5.4): each batch of articles comes sorted by its terms, and lies in a spool. Of these only the
vocabulary is put together; the postings of a range of terms are a slice of each batch, and are read when they are
asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.search.fields import FIELDS
from generator.search.gathered import (
    MOST_ARTICLES,
    PLACE,
    SEGMENT,
    Gathered,
    before,
    sorted_keys,
    stable_order,
    term_of_each,
)
from generator.search.lexicon import Keys
from generator.search.spool import Spool

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_ROW = 12
"""Bytes of a key in the spool: its number, and what `Gathered` says of it, as `uint32`."""
_OCCURRENCE = 8
"""Bytes of an occurrence there."""


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


class _Run(NamedTuple):
    """A batch in the spool."""

    article: int
    """Its first article."""
    keys: int
    occurrences: int
    """How many it has of both."""
    keys_at: int
    occurrences_at: int
    """Where they begin."""


@dataclass(frozen=True, slots=True)
class Range:
    """A range of terms, and where in the spool it is."""

    start: int
    end: int
    slices: Numbers
    """Of each run from which of its keys to before which, and likewise of its occurrences: runs × 4."""


class Postings:
    """All postings of an archive."""

    def __init__(self, batches: Iterable[Gathered], spool: Spool) -> None:
        """Takes the batches in the order of their articles, and puts them into the spool."""
        import numpy as np

        known = Keys()
        lengths: list[Numbers] = [np.zeros((0, len(FIELDS)), np.int64)]
        self._spool = spool
        self._runs = []
        article = 0
        for batch in batches:
            self._runs.append(_put(spool, known, batch, article))
            lengths.append(batch.lengths)
            article += len(batch.lengths)
        self.lengths: Numbers = np.concatenate(lengths)
        """How many terms each field of each article has: articles × FIELDS."""
        self._keys = sorted_keys(known)
        self._rank = np.empty(len(self._keys), np.uint32)
        """Of each key, by its number in the spool, its position."""
        self._rank[np.fromiter(map(known.__getitem__, self._keys), np.int64, len(self._keys))] = np.arange(
            len(self._keys)
        )
        del known
        term = term_of_each(self._keys)
        self._first_keys: Numbers = np.append(np.flatnonzero(np.diff(term, prepend=-1)), len(self._keys))
        self.terms = [key[: key.index("\t")] for key in map(self._keys.__getitem__, self._first_keys[:-1].tolist())]
        """In the order in which JavaScript sorts strings."""
        self.counts: Numbers = np.zeros(len(self.terms), np.int64)
        """Of each term how many postings it has."""
        for run in self._runs:
            rows = self._rows(run, 0, run.keys)
            heads = np.flatnonzero(rows[:, 2])
            self.counts[term[self._rank[rows[heads, 0]]]] += rows[heads, 2]

    def ranges(self, bounds: Sequence[int]) -> Iterator[Range]:
        """The ranges of terms between neighbours of rising positions."""
        import numpy as np

        slices = np.zeros((len(bounds), len(self._runs), 2), np.int64)
        keys = self._first_keys[list(bounds)]
        for number, run in enumerate(self._runs):
            rows = self._rows(run, 0, run.keys)
            slices[:, number, 0] = np.searchsorted(self._rank[rows[:, 0]], keys)
            slices[:, number, 1] = np.append(rows[:, 1], run.occurrences)[slices[:, number, 0]]
        for number, (start, end) in enumerate(pairwise(bounds)):
            between = np.stack([slices[number], slices[number + 1]], axis=-1)
            yield Range(start, end, between.reshape(-1, 4))

    def of(self, range_: Range) -> TermPostings:
        """Those of a range of terms."""
        import numpy as np

        first_keys = self._first_keys[range_.start : range_.end + 1]
        read = self._read(range_)
        stretches = _stretches(read, first_keys)
        found = read.occurrences[_expanded(stretches.starts, stretches.sizes)]
        begins = np.diff(found >> SEGMENT, prepend=-1) != 0
        begins[before(stretches.sizes)] = True
        first = np.flatnonzero(begins)
        stretch = np.searchsorted(before(stretches.sizes), first, "right") - 1
        field, article = np.divmod(found[first] >> SEGMENT, MOST_ARTICLES)
        article += read.articles[np.searchsorted(read.starts, stretches.starts, "right") - 1][stretch]
        # What has a number for each occurrence is changed in its place: frequent terms have millions.
        forms = found & ((1 << PLACE) - 1)
        forms += np.repeat(stretches.heads, stretches.sizes)
        forms = read.keys[forms]
        forms -= np.repeat(first_keys[stretches.terms], stretches.sizes)
        found >>= PLACE
        found &= (1 << SEGMENT - PLACE) - 1
        return TermPostings(
            terms=self.terms[range_.start : range_.end],
            postings=np.bincount(stretches.terms[stretch], minlength=range_.end - range_.start),
            fields=field,
            numbers=article,
            times=np.diff(first, append=found.size),
            field_lengths=self.lengths[article, field],
            places=found,
            forms=forms,
            forms_of=self._forms(first_keys.tolist()),
        )

    def _read(self, range_: Range) -> _Read:
        """What the spool has of a range."""
        import numpy as np

        slices = range_.slices[range_.slices[:, 0] < range_.slices[:, 1]]
        runs = [run for run, (key, end, _, _) in zip(self._runs, range_.slices.tolist(), strict=True) if key < end]
        ends = np.cumsum(slices[:, 3] - slices[:, 2])
        occurrences = np.empty(int(ends[-1]) if runs else 0, np.int64)
        numbers, firsts = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for run, (key, key_end, start, end), at in zip(runs, slices.tolist(), ends.tolist(), strict=True):
            rows = self._rows(run, key, key_end)
            numbers.append(rows[:, 0])
            firsts.append(rows[:, 1] + (at - end))
            data = self._spool.read(run.occurrences_at + start * _OCCURRENCE, (end - start) * _OCCURRENCE)
            occurrences[at - (end - start) : at] = np.frombuffer(data, "<i8")
        return _Read(
            keys=self._rank[np.concatenate(numbers)].astype(np.int64),
            firsts=np.concatenate(firsts),
            occurrences=occurrences,
            starts=np.append(0, ends)[: len(runs)],
            articles=np.array([run.article for run in runs], np.int64),
        )

    def _rows(self, run: _Run, start: int, end: int) -> Numbers:
        """What the spool has of a run's keys from one to before another: number, first occurrence, postings."""
        import numpy as np

        data = self._spool.read(run.keys_at + start * _ROW, (end - start) * _ROW)
        return np.frombuffer(data, "<u4").reshape(-1, 3).astype(np.int64)

    def _forms(self, keys: list[int]) -> list[list[str]]:
        forms = [key[key.index("\t") + 1 :] for key in self._keys[keys[0] : keys[-1]]]
        ends = [end - keys[0] for end in keys]
        return [forms[start:end] for start, end in pairwise(ends)]


class _Read(NamedTuple):
    """What the spool has of a range of terms, run by run."""

    keys: Numbers
    """The positions of keys among all."""
    firsts: Numbers
    """Of each the position at which the occurrences of its term begin."""
    occurrences: Numbers
    starts: Numbers
    """Of each run where its occurrences begin."""
    articles: Numbers
    """Of each run its first article."""


class _Stretches(NamedTuple):
    """The occurrences of a term in a field of the articles of a run, which are in order: by term, field and run."""

    starts: Numbers
    sizes: Numbers
    heads: Numbers
    """The position of the term's first key, in `_Read.keys`."""
    terms: Numbers


def _stretches(read: _Read, first_keys: Numbers) -> _Stretches:
    """Where they are; `first_keys` has the positions of terms' first keys among all."""
    import numpy as np

    heads = np.flatnonzero(np.diff(read.firsts, prepend=-1))
    fields = (read.occurrences >> SEGMENT) // MOST_ARTICLES
    begins = np.diff(fields, prepend=-1) != 0
    begins[read.firsts[heads]] = True
    starts = np.flatnonzero(begins)
    sizes = np.diff(starts, append=fields.size)
    heads = heads[np.searchsorted(read.firsts[heads], starts, "right") - 1]
    terms = np.searchsorted(first_keys, read.keys[heads], "right") - 1
    order = stable_order(terms * len(FIELDS) + fields[starts])
    return _Stretches(starts[order], sizes[order], heads[order], terms[order])


def _expanded(starts: Numbers, sizes: Numbers) -> Numbers:
    """Every number in ranges that are given by where they start and how long they are."""
    import numpy as np

    numbers = np.repeat(starts - before(sizes), sizes)
    numbers += np.arange(numbers.size)
    return numbers


def _put(spool: Spool, known: Keys, batch: Gathered, article: int) -> _Run:
    """Puts a batch whose first article has this number into the spool; `known` gives each key its number there."""
    import numpy as np

    keys = batch.keys.split("\n") if batch.keys else []
    numbers = np.fromiter(map(known.__getitem__, keys), np.uint32, len(keys))
    rows = np.stack([numbers, batch.firsts, batch.postings], axis=1).astype("<u4")
    return _Run(
        article=article,
        keys=len(keys),
        occurrences=batch.occurrences.size,
        keys_at=spool.append(rows.tobytes()),
        occurrences_at=spool.append(batch.occurrences.astype("<i8").tobytes()),
    )
