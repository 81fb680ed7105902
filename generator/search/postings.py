"""Which terms stand where in a batch of articles: made of these articles alone, so that batches can be made anywhere.

Arrays of numbers rather than objects: an article of 730 words has some 400 postings, and a large archive tens of
millions.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from generator.search.fields import FIELDS
from generator.search.terms import chunk_pattern, chunk_words, primary_language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What of an article is indexed."""

    language: str
    """BCP 47."""
    fields: tuple[str, ...]
    """The text of each of FIELDS."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The postings of a batch: a posting is a term in one field of one article."""

    articles: int
    lengths: Numbers
    """How many terms each field of each article has: articles × FIELDS."""
    terms: tuple[str, ...]
    """In the order in which JavaScript sorts strings."""
    postings: Numbers
    """Of each term how many."""
    fields: Numbers
    """Of each posting: by term, then field, then article."""
    numbers: Numbers
    """The article's position in the batch."""
    times: Numbers
    """How often the term stands there."""
    field_lengths: Numbers
    """How many terms the field has."""
    places: Numbers
    """Where, counted in parts of words from the field's beginning; rising within a posting."""
    forms: Numbers
    """Which of the term's forms stands at each place."""
    forms_of: tuple[tuple[str, ...], ...]
    """The forms of each term, sorted: how it is written, see `terms.Occurrence`."""


class _Stored(msgspec.Struct, array_like=True):
    articles: int
    terms: tuple[str, ...]
    forms_of: tuple[tuple[str, ...], ...]
    arrays: list[tuple[str, bytes]]


_ARRAYS = ("lengths", "postings", "fields", "numbers", "times", "field_lengths", "places", "forms")


def to_bytes(batch: Batch) -> bytes:
    """The batch as bytes, to be kept or sent: about 2.5 kB for an article of 730 words."""
    import numpy as np

    arrays = []
    for name in _ARRAYS:
        numbers: Numbers = getattr(batch, name).ravel()
        narrow = numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))
        arrays.append((narrow.dtype.str, narrow.tobytes()))
    stored = _Stored(batch.articles, batch.terms, batch.forms_of, arrays)
    return zlib.compress(msgspec.msgpack.encode(stored), 1)


def from_bytes(data: bytes) -> Batch:
    """The batch that `to_bytes` wrote."""
    import numpy as np

    stored = msgspec.msgpack.decode(zlib.decompress(data), type=_Stored)
    arrays: dict[str, Any] = {
        name: np.frombuffer(numbers, dtype).astype(np.int64)
        for name, (dtype, numbers) in zip(_ARRAYS, stored.arrays, strict=True)
    }
    arrays["lengths"] = arrays["lengths"].reshape(stored.articles, len(FIELDS))
    return Batch(articles=stored.articles, terms=stored.terms, forms_of=stored.forms_of, **arrays)


def collect(texts: Sequence[IndexedText]) -> Batch:
    """The postings of the articles."""
    import numpy as np

    known = _known()
    chunks: list[int] = []
    counts = []
    for text in texts:
        look_up = known.of(text.language)
        for field in text.fields:
            before = len(chunks)
            chunks += map(look_up, chunk_pattern(field).findall(field)) if field else ()
            counts.append(len(chunks) - before)
    chunk = np.array(chunks, np.int64)
    segment = np.repeat(np.arange(len(counts)), counts)
    held = known.arrays()
    # Where each chunk begins, counted from its field's first place.
    ends = np.cumsum(held.width[chunk])
    begins = ends - held.width[chunk]
    first_chunk = np.cumsum(counts) - counts
    field_begins = np.append(begins, 0)[first_chunk]
    # Each chunk becomes what it holds.
    owner, item = expanded(held.start[chunk], held.size[chunk])
    key = held.key[item]
    place = begins[owner] - field_begins[segment[owner]] + held.place[item]
    lengths = np.bincount(segment[owner], minlength=len(counts)).reshape(len(texts), len(FIELDS))
    return _sorted(known, segment[owner], key, place, lengths)


def expanded(starts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """For ranges, given by where they start and how long they are, every number in them, and its range's position."""
    import numpy as np

    owner = np.repeat(np.arange(starts.size), sizes)
    within = np.arange(owner.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return owner, starts[owner] + within


def _sorted(known: _KnownChunks, segment: Numbers, key: Numbers, place: Numbers, lengths: Numbers) -> Batch:
    """The batch with its postings in order; `segment` is article × fields + field."""
    import numpy as np

    used = np.unique(key)
    written = [known.keys[number] for number in used.tolist()]
    order = sorted(range(len(written)), key=lambda at: (in_javascript(written[at][0]), written[at][1]))
    rank = np.empty(len(known.keys), np.int64)
    rank[used[order]] = np.arange(len(order))
    terms: list[str] = []
    forms: list[list[str]] = []
    term_of = np.empty(len(order), np.int64)
    form_of = np.empty(len(order), np.int64)
    for position, at in enumerate(order):
        term, form = written[at]
        if not terms or terms[-1] != term:
            terms.append(term)
            forms.append([])
        term_of[position] = len(terms) - 1
        form_of[position] = len(forms[-1])
        forms[-1].append(form)
    key = rank[key]
    article, field = np.divmod(segment, len(FIELDS))
    posting = (term_of[key] * len(FIELDS) + field) * max(1, lengths.shape[0]) + article
    # Within an article's field the places rise already, and each has a term once.
    in_order = _stable_order(posting)
    posting, key, place = posting[in_order], key[in_order], place[in_order]
    first = np.flatnonzero(np.diff(posting, prepend=-1))
    term_and_field, numbers = np.divmod(posting[first], max(1, lengths.shape[0]))
    term, fields = np.divmod(term_and_field, len(FIELDS))
    return Batch(
        articles=lengths.shape[0],
        lengths=lengths,
        terms=tuple(terms),
        postings=np.bincount(term, minlength=len(terms)),
        fields=fields,
        numbers=numbers,
        times=np.diff(first, append=posting.size),
        field_lengths=lengths[numbers, fields],
        places=place,
        forms=form_of[key],
        forms_of=tuple(map(tuple, forms)),
    )


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


def in_javascript(text: str) -> bytes:
    """The key by which JavaScript sorts strings: by their UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


@dataclass(frozen=True, slots=True)
class _Held:
    """What the known chunks hold, by their numbers."""

    width: Numbers
    """Places that a chunk takes up."""
    start: Numbers
    """Of what it holds, in `key` and `place`."""
    size: Numbers
    key: Numbers
    place: Numbers


_MOST_KNOWN = 400_000
"""Chunks that are remembered: about 150 MB."""


class _KnownChunks:
    """The chunks met so far, and what each holds: nearly all words of a text have been met before."""

    def __init__(self) -> None:
        self.keys: list[tuple[str, str]] = []
        """Terms with their forms."""
        self._number_of: dict[tuple[str, str], int] = {}
        self._by_language: dict[str, _Numbered] = {}
        self._width: list[int] = []
        self._size: list[int] = []
        self._key: list[int] = []
        self._place: list[int] = []

    def __len__(self) -> int:
        return len(self._width)

    def of(self, language: str) -> Callable[[str], int]:
        """The function that gives a chunk's number, in a language (BCP 47)."""
        primary = primary_language(language)
        if primary not in self._by_language:
            self._by_language[primary] = _Numbered(self, primary)
        return self._by_language[primary].__getitem__

    def add(self, chunk: str, language: str) -> int:
        width, held = chunk_words(chunk, language)
        for key, place in held:
            number = self._number_of.setdefault(key, len(self.keys))
            if number == len(self.keys):
                self.keys.append(key)
            self._key.append(number)
            self._place.append(place)
        self._width.append(width)
        self._size.append(len(held))
        return len(self._width) - 1

    def arrays(self) -> _Held:
        import numpy as np

        size = np.array(self._size, np.int64)
        return _Held(
            width=np.array(self._width, np.int64),
            start=np.cumsum(size) - size,
            size=size,
            key=np.array(self._key, np.int64),
            place=np.array(self._place, np.int64),
        )


class _Numbered(dict[str, int]):
    """The numbers of one language's chunks: those met before are looked up at the speed of C."""

    def __init__(self, known: _KnownChunks, language: str) -> None:
        self._known = known
        self._language = language

    def __missing__(self, chunk: str) -> int:
        number = self[chunk] = self._known.add(chunk, self._language)
        return number


_latest: list[_KnownChunks] = []


def _known() -> _KnownChunks:
    """The chunks met in this process; begun anew where they are too many."""
    if not _latest or len(_latest[0]) > _MOST_KNOWN:
        _latest[:] = [_KnownChunks()]
    return _latest[0]
