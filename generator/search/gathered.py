"""Puts what stands in a batch of articles into the order of its terms, under the numbers of the batch's own keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from generator.search.fields import FIELDS
from generator.search.lexicon import lexicon, occurrences
from generator.search.lunr_index import NAMED, OWN, article_language, names
from generator.search.studies import decode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.archive.values import Archive
    from generator.articles.article import Article

    Numbers = NDArray[np.int64]

Number = TypeVar("Number", bound="np.generic")

MOST_ARTICLES = 1 << 10
"""Those of a batch, at most."""

PLACE, SEGMENT = 16, 48
"""An occurrence is one number of 64 bits. The lowest say which of the forms that its term has in the batch it is; those
from bit PLACE on its place; those from bit SEGMENT on its segment: its field, times MOST_ARTICLES, and its article.
(Forms of a term differ in their endings or in how many parts their words have: 65,536 of them fill gigabytes.)"""

_SEGMENT_BITS = (len(FIELDS) * MOST_ARTICLES).bit_length()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The terms of a batch of articles."""

    keys: str
    """`term\\tform`, as `sorted_keys` has them, one a line."""
    firsts: NDArray[np.uint32]
    """Of each the position at which the occurrences of its term begin."""
    postings: NDArray[np.uint32]
    """Of each in how many fields of articles its term stands; 0 where the key before it has the same term."""
    occurrences: Numbers
    """By term, field, article and place."""
    lengths: Numbers
    """How many terms each field of each article has: articles × FIELDS."""


class _Stream(NamedTuple):
    """The terms of certain fields of articles, one after the other: by article, then field, then place."""

    fields: Sequence[int]
    """These fields."""
    keys: NDArray[np.uint32]
    """Of each term the position of its key in a list."""
    lengths: Numbers
    """How many each field of each article has: articles × fields."""
    jumps: Numbers
    """As `lexicon.Occurrences` has them, and so the next."""
    shifts: Numbers


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """An article, as it goes into the index."""

    path: str
    """Its file's."""
    language: str
    names: list[list[str]]
    """In each of NAMED."""


def entry_of(archive: Archive, article: Article) -> Entry:
    return Entry(article.path, article_language(archive, article), names(archive, article))


def gather(entries: Sequence[Entry], study_of: Callable[[str], bytes]) -> Gathered:
    """The terms of MOST_ARTICLES articles or fewer, of whose own texts a function gives the studies by their paths."""
    import numpy as np

    texts: list[str] = []
    own, named = _own((study_of(entry.path) for entry in entries), texts), _named(entries, texts)
    keys, numbers = _numbered(texts)
    texts.clear()
    term_of_key = term_of_each(keys)
    heads = np.flatnonzero(np.diff(term_of_key, prepend=-1))
    # What has a number for each occurrence is narrow, or changed in its place: there are some 800 to an article.
    where = np.concatenate([_where(own), _where(named)])
    key = numbers[np.concatenate([own.keys, named.keys])]
    term = term_of_key.astype(np.uint32)[key]
    where += key
    where -= heads.astype(np.uint32)[term]
    segment = term.astype(np.int64)
    segment <<= _SEGMENT_BITS
    segment |= where >> SEGMENT
    # Places rise already.
    order = stable_order(segment)
    segment = segment[order]
    begins = np.ones(segment.size, bool)
    begins[1:] = segment[1:] != segment[:-1]
    postings = np.zeros(len(keys), np.uint32)
    postings[heads] = np.bincount(segment[begins] >> _SEGMENT_BITS, minlength=heads.size)
    lengths = np.zeros((len(entries), len(FIELDS)), np.int64)
    for stream in (own, named):
        lengths[:, stream.fields] = stream.lengths
    firsts = before(np.bincount(term, minlength=heads.size))[term_of_key]
    return Gathered("\n".join(keys), firsts.astype(np.uint32), postings, where[order], lengths)


def _numbered(texts: list[str]) -> tuple[list[str], NDArray[np.uint32]]:
    """The different ones of some keys, sorted; and of each its position among these."""
    import numpy as np

    # Each is known by its first position: found anew for each batch, since a small table is faster than a large one.
    known: dict[str, int] = {}
    first = np.fromiter(map(known.setdefault, texts, range(len(texts))), np.int64, len(texts))
    keys = sorted_keys(known)
    rank = np.empty(len(texts), np.uint32)
    rank[np.fromiter(map(known.__getitem__, keys), np.int64, len(keys))] = np.arange(len(keys))
    return keys, rank[first]


def sorted_keys(keys: Iterable[str]) -> list[str]:
    """The keys by their terms, then forms, in the order in which JavaScript sorts strings: by their UTF-16 units."""
    ordered = sorted(keys)
    text = "".join(ordered)
    # Where there are no pairs of units, characters have the same order.
    if len(text.encode("utf-16-be")) > 2 * len(text):
        ordered.sort(key=lambda key: key.encode("utf-16-be"))
    return ordered


def term_of_each(keys: Sequence[str]) -> Numbers:
    """Of each of sorted keys the number of its term."""
    import numpy as np

    terms = [key[: key.index("\t")] for key in keys]
    changes = [one != other for one, other in pairwise(terms)]
    return np.cumsum(np.array([False, *changes][: len(terms)], np.int64))


def _own(studies: Iterable[bytes], texts: list[str]) -> _Stream:
    """The stream of articles' own texts, whose keys it puts into the list."""
    import numpy as np

    texts_before: list[int] = []
    sizes: list[tuple[int, ...]] = []
    which, jumps, shifts = [], [], []
    for study in map(decode, studies):
        sizes.append(study.sizes)
        count = sum(study.sizes)
        texts_before.append(len(texts))
        texts += study.keys.split("\n") if count else []
        which.append(np.frombuffer(study.which, "<u2" if len(study.which) == 2 * count else "<u4"))
        jumps.append(np.frombuffer(study.jumps, "<u4"))
        shifts.append(np.frombuffer(study.shifts, "<i4"))
    lengths = _lengths(sizes, OWN)
    of_articles = lengths.sum(axis=1)
    keys = np.repeat(np.array(texts_before, np.uint32), of_articles)
    keys += _concatenated(which, np.uint32)
    return _Stream(
        fields=_positions(OWN),
        keys=keys,
        lengths=lengths,
        jumps=_concatenated(jumps, np.int64) + np.repeat(before(of_articles), list(map(len, jumps))),
        shifts=_concatenated(shifts, np.int64),
    )


def _named(entries: Sequence[Entry], texts: list[str]) -> _Stream:
    """The stream of names, likewise."""
    import numpy as np

    met = lexicon()
    found = occurrences([met.of(entry.language).of_lines(lines) for entry in entries for lines in entry.names])
    distinct, which = met.distinct(found.keys)
    keys = which.astype(np.uint32) + np.uint32(len(texts))
    texts += [met.keys.texts[key] for key in distinct.tolist()]
    return _Stream(_positions(NAMED), keys, _lengths(found.sizes, NAMED), found.jumps, found.shifts)


def _where(stream: _Stream) -> Numbers:
    """The segment and the place of each term of a stream, as an occurrence has them."""
    import numpy as np

    sizes = stream.lengths.ravel()
    count = int(sizes.sum())
    place = np.arange(count)
    place += np.repeat(stream.shifts, np.diff(stream.jumps, append=count))
    article, field = np.divmod(np.arange(sizes.size), len(stream.fields))
    segments = np.array(stream.fields)[field] * MOST_ARTICLES + article
    # A text's places are counted from that of its own first term.
    first = np.append(place, 0)[before(sizes)]
    place <<= PLACE
    place += np.repeat((segments << SEGMENT) - (first << PLACE), sizes)
    return place


def stable_order(numbers: Numbers) -> Numbers:
    """The positions of numbers, 0 or more, in their order, equal ones as they stand: by one sort of both together."""
    import numpy as np

    bits = max(1, numbers.size).bit_length()
    if int(numbers.max(initial=0)).bit_length() + bits > 62:
        order: Numbers = np.argsort(numbers, kind="stable")
        return order
    together = numbers << bits
    together |= np.arange(numbers.size)
    together.sort()
    together &= (1 << bits) - 1
    return together


def before(sizes: Numbers) -> Numbers:
    """The sum of all sizes before each."""
    import numpy as np

    sums: Numbers = np.cumsum(sizes) - sizes
    return sums


def _positions(fields: Sequence[str]) -> list[int]:
    """How occurrences name these fields."""
    return [FIELDS.index(field) for field in fields]


def _lengths(sizes: Sequence[int] | Sequence[Sequence[int]], fields: Sequence[str]) -> Numbers:
    """`_Stream.lengths` of these fields, article by article."""
    import numpy as np

    return np.array(sizes, np.int64).reshape(-1, len(fields))


def _concatenated(arrays: Sequence[NDArray[np.generic]], of: type[Number]) -> NDArray[Number]:
    import numpy as np

    return np.concatenate([np.zeros(0, of), *arrays], dtype=of)
