"""Puts what stands in a batch of articles together, under the numbers of the batch's own keys."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.search.fields import FIELDS
from generator.search.lexicon import lexicon
from generator.search.lunr_index import NAMED, OWN, article_language, names
from generator.search.studies import decode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.archive.values import Archive
    from generator.articles.article import Article

    Numbers = NDArray[np.int64]

OWN_FIELDS = tuple(map(FIELDS.index, OWN))
"""The fields of a stream of articles' own texts, as postings name them."""

NAMED_FIELDS = tuple(map(FIELDS.index, NAMED))
"""Those of a stream of names."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The terms of certain fields of articles, one after the other: by article, then field, then place.

    The arrays are as narrow as they can be: they are sent, and there are some 800 terms to an article.
    """

    keys: NDArray[np.uint32]
    """Of each the number of its key."""
    sizes: NDArray[np.uint32]
    """How many each field of each article has: articles × fields."""
    jumps: NDArray[np.uint32]
    """As `lexicon.Occurrences` has them, and so the next."""
    shifts: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The terms of a batch of articles."""

    keys: str
    """`term\\tform`, as `sorted_keys` has them, one a line."""
    postings: NDArray[np.uint32]
    """Of each term, in the same order, in how many fields of how many articles it stands."""
    own: Stream
    named: Stream


def gather(archive: Archive, articles: Sequence[Article], study_of: Callable[[Article], bytes]) -> Gathered:
    """The terms of the articles, of whose own texts a function gives the studies."""
    import numpy as np

    found = _own(map(study_of, articles)), _named(archive, articles)
    texts = [text for _, of_stream in found for text in of_stream]
    # Numbered anew for each batch, and as they come: a small table is looked up faster than that of all ever met.
    known = {key: number for number, key in enumerate(dict.fromkeys(texts))}
    keys = sorted_keys(known)
    rank = np.empty(len(keys), np.uint32)
    rank[np.fromiter(map(known.__getitem__, keys), np.int64, len(keys))] = np.arange(len(keys))
    ranks = rank[np.fromiter(map(known.__getitem__, texts), np.int64, len(texts))]
    (own, of_own), (named, _) = found
    own, named = replace(own, keys=ranks[own.keys]), replace(named, keys=ranks[len(of_own) :][named.keys])
    term = term_of_each(keys)
    postings = _postings(own, term) + _postings(named, term)
    return Gathered("\n".join(keys), postings.astype(np.uint32), own, named)


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


def _own(studies: Iterable[bytes]) -> tuple[Stream, list[str]]:
    """The stream of articles' own texts, in which keys have their positions in a list; and this list."""
    import numpy as np

    keys: list[str] = []
    keys_before: list[int] = []
    sizes: list[tuple[int, ...]] = []
    which, jumps, shifts = [], [], []
    for study in map(decode, studies):
        sizes.append(study.sizes)
        count = sum(study.sizes)
        keys_before.append(len(keys))
        keys += study.keys.split("\n") if count else []
        which.append(np.frombuffer(study.which, "<u2" if len(study.which) == 2 * count else "<u4"))
        jumps.append(np.frombuffer(study.jumps, "<u4"))
        shifts.append(np.frombuffer(study.shifts, "<i4"))
    counts = np.array(sizes, np.int64).reshape(-1, len(OWN))
    of_articles = counts.sum(axis=1)
    stream = Stream(
        keys=(_concatenated(which) + np.repeat(np.array(keys_before, np.int64), of_articles)).astype(np.uint32),
        sizes=counts.astype(np.uint32),
        jumps=(_concatenated(jumps) + np.repeat(_before(of_articles), list(map(len, jumps)))).astype(np.uint32),
        shifts=_concatenated(shifts).astype(np.int32),
    )
    return stream, keys


def _named(archive: Archive, articles: Sequence[Article]) -> tuple[Stream, list[str]]:
    """The stream of names, likewise."""
    import numpy as np

    met = lexicon()
    pieces = array("q")
    counts = []
    for article in articles:
        words = met.of(article_language(archive, article))
        for lines in names(archive, article):
            counts.append(len(lines))
            pieces.extend(words.of_lines(lines))
    found = met.occurrences(pieces, counts)
    distinct, which = met.distinct(found.keys)
    stream = Stream(
        keys=which.astype(np.uint32),
        sizes=found.sizes.astype(np.uint32).reshape(-1, len(NAMED)),
        jumps=found.jumps.astype(np.uint32),
        shifts=found.shifts.astype(np.int32),
    )
    return stream, [met.keys.texts[key] for key in distinct.tolist()]


def _postings(stream: Stream, term: Numbers) -> Numbers:
    """Of each term in how many fields of articles the stream has it; `term` is the number of each key's."""
    import numpy as np

    terms = int(term[-1]) + 1 if term.size else 0
    field = np.repeat(np.arange(stream.sizes.size), stream.sizes.ravel())
    found = field * terms + term[stream.keys]
    found.sort()
    return np.bincount(found[np.diff(found, prepend=-1) > 0] % max(1, terms), minlength=terms)


def _concatenated(arrays: Sequence[NDArray[np.generic]]) -> Numbers:
    import numpy as np

    return np.concatenate(arrays, dtype=np.int64) if arrays else np.zeros(0, np.int64)


def _before(sizes: Sequence[int] | Numbers) -> Numbers:
    """The sum of all sizes before each."""
    import numpy as np

    of_all = np.array(sizes, np.int64)
    before: Numbers = np.cumsum(of_all) - of_all
    return before
