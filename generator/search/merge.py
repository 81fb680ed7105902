"""Puts the postings of all batches together, a range of terms at a time, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.search.postings import Batch, IndexedText, collect, expanded, from_bytes, in_javascript, to_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_LARGEST_PIECE = 20_000
"""Postings. A batch is kept in pieces, so that a range need not read all of it."""

_LARGEST_RANGE = 500_000
"""Postings, about 80 MB while they are put in order. A range has more only where one term does."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a batch."""

    terms: tuple[str, ...]
    postings: Numbers
    """Of each term how many."""
    data: bytes
    """The piece as a batch, see `postings.to_bytes`."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A batch in pieces, each a range of its terms."""

    lengths: Numbers
    """How many terms each field of each article has: articles × FIELDS."""
    pieces: tuple[Piece, ...]


def collected(texts: Sequence[IndexedText]) -> Collected:
    """The postings of a batch of articles, as they are kept and sent: it can be made in any process."""
    batch = collect(texts)
    return Collected(batch.lengths, tuple(Piece(part.terms, part.postings, to_bytes(part)) for part in _parts(batch)))


class Postings:
    """All postings of an archive, in pieces."""

    def __init__(self, batches: Iterable[Collected]) -> None:
        """Takes the batches in the order of their articles."""
        import numpy as np

        self._pieces: list[Piece] = []
        self._first_articles: list[int] = []
        lengths: list[Numbers] = []
        first = 0
        for batch in batches:
            lengths.append(batch.lengths)
            self._pieces += batch.pieces
            self._first_articles += [first] * len(batch.pieces)
            first += batch.lengths.shape[0]
        self.lengths: Numbers = np.concatenate(lengths) if lengths else np.zeros((0, 0), np.int64)
        """How many terms each field of each article has: articles × FIELDS."""
        counts: dict[str, int] = {}
        for piece in self._pieces:
            for term, count in zip(piece.terms, piece.postings.tolist(), strict=True):
                counts[term] = counts.get(term, 0) + count
        self.terms = sorted(counts, key=in_javascript)
        """In the order in which JavaScript sorts strings."""
        self.counts: Numbers = np.fromiter((counts[term] for term in self.terms), np.int64, len(self.terms))
        """Of each term how many postings it has: articles by field."""

    def ranges(self, ends: Sequence[int]) -> Iterator[tuple[int, int, Batch]]:
        """The postings of all terms, range by range: `(from, to, postings)`, the numbers being those of all articles.

        A range ends only where a list of positions in `terms`, rising, the last being their number, says that it may.
        """
        place = {term: position for position, term in enumerate(self.terms)}
        spans = [(place[piece.terms[0]], place[piece.terms[-1]] + 1) for piece in self._pieces]
        for start, end in self._spans(ends):
            parts = [
                (number, _cut(from_bytes(piece.data), place, start, end))
                for piece, number, (first, last) in zip(self._pieces, self._first_articles, spans, strict=True)
                if first < end and last > start
            ]
            yield start, end, _joined(self.terms[start:end], parts, place, start)

    def _spans(self, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
        start = before = held = 0
        for end in ends:
            size = int(self.counts[before:end].sum())
            if held and held + size > _LARGEST_RANGE:
                yield start, before
                start, held = before, 0
            held += size
            before = end
        if start < before:
            yield start, before


def _parts(batch: Batch) -> Iterator[Batch]:
    """The batch in parts, each a range of its terms."""
    import numpy as np

    ends = np.cumsum(batch.postings)
    start = 0
    while start < len(batch.terms):
        before = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, before + _LARGEST_PIECE, "right")))
        yield _slice(batch, start, end)
        start = end


def _cut(batch: Batch, place: dict[str, int], start: int, end: int) -> Batch:
    """Only those terms of the batch that lie in a range of all terms."""
    inside = [position for position, term in enumerate(batch.terms) if start <= place[term] < end]
    return batch if len(inside) == len(batch.terms) else _slice(batch, inside[0], inside[-1] + 1)


def _slice(batch: Batch, start: int, end: int) -> Batch:
    """The batch with only its terms from one position to another; it keeps no lengths."""
    first, last = int(batch.postings[:start].sum()), int(batch.postings[:end].sum())
    first_place, last_place = int(batch.times[:first].sum()), int(batch.times[:last].sum())
    return Batch(
        articles=0,
        lengths=batch.lengths[:0],
        terms=batch.terms[start:end],
        postings=batch.postings[start:end],
        fields=batch.fields[first:last],
        numbers=batch.numbers[first:last],
        times=batch.times[first:last],
        field_lengths=batch.field_lengths[first:last],
        places=batch.places[first_place:last_place],
        forms=batch.forms[first_place:last_place],
        forms_of=batch.forms_of[start:end],
    )


def _joined(terms: Sequence[str], parts: Sequence[tuple[int, Batch]], place: dict[str, int], start: int) -> Batch:
    """The parts, in the order of their articles, as one."""
    import numpy as np

    forms_of: list[set[str]] = [set() for _ in terms]
    for _, part in parts:
        for name, forms in zip(part.terms, part.forms_of, strict=True):
            forms_of[place[name] - start].update(forms)
    all_forms = tuple(tuple(sorted(forms)) for forms in forms_of)
    term: list[Numbers] = []
    which: list[Numbers] = []
    for _, part in parts:
        here = np.fromiter((place[one] - start for one in part.terms), np.int64, len(part.terms))
        term.append(np.repeat(here, part.postings))
        which.append(_renumbered(part, here, term[-1], all_forms))
    of_term = np.concatenate(term)
    fields = np.concatenate([part.fields for _, part in parts])
    times = np.concatenate([part.times for _, part in parts])
    numbers = np.concatenate([part.numbers + first for first, part in parts])
    # Stable, so that the articles stay in the order of the parts.
    order = np.argsort(of_term * (int(fields.max()) + 1) + fields, kind="stable")
    _, item = expanded((np.cumsum(times) - times)[order], times[order])
    return Batch(
        articles=0,
        lengths=np.zeros((0, 0), np.int64),
        terms=tuple(terms),
        postings=np.bincount(of_term, minlength=len(terms)),
        fields=fields[order],
        numbers=numbers[order],
        times=times[order],
        field_lengths=np.concatenate([part.field_lengths for _, part in parts])[order],
        places=np.concatenate([part.places for _, part in parts])[item],
        forms=np.concatenate(which)[item],
        forms_of=all_forms,
    )


def _renumbered(part: Batch, here: Numbers, of_posting: Numbers, all_forms: Sequence[tuple[str, ...]]) -> Numbers:
    """The part's forms by their positions among all forms of their terms."""
    import numpy as np

    table: list[int] = []
    starts = np.zeros(len(all_forms), np.int64)
    for position, own in zip(here.tolist(), part.forms_of, strict=True):
        starts[position] = len(table)
        known = all_forms[position]
        table += [known.index(form) for form in own] if len(known) > 1 else [0]
    renumbered: Numbers = np.array(table, np.int64)[np.repeat(starts[of_posting], part.times) + part.forms]
    return renumbered
