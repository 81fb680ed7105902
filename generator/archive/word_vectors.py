"""Articles as vectors over their most telling words.

Each word is weighted tf · log(N / df): tf is how often it stands in the article, df in how many of the N articles it
stands (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988, there called `ntc`). In a
collection of twenty articles about one subject, parted by hand into closer groups, this told the groups apart better
than a logarithm of tf did, and than vectors of fewer words or of all.

N and df are counted by a ladder whose steps double them in four: 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20 … So an
edited or added article changes the weight of those words alone whose df passes a step, and with these the vectors that
hold them; everything else keeps its score to the last digit. Of 1,381 pages of news and blogs 97 in a hundred keep
their first related article by this ladder. Weights are whole numbers of its steps.

Arrays of numbers rather than objects: a hundred thousand articles have tens of millions of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.archive.word_counts import WordCounts

    Numbers = NDArray[np.integer[Any]]
    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Hashes = NDArray[np.uint64]

_DOUBLING = 4
"""Steps of the ladder."""

_TELLING = 60
"""How many words of an article, those with the most weight, make its vector."""

_FEWEST_OF_A_LANGUAGE = 4
"""Articles: from fewer it cannot be told which words are the language's and which the subject's."""

_RARE = 20
"""A word is rare that stands in one of so many articles at most."""

_PLACE_BITS, _SHIFTS = 18, (46, 28, 10)
"""How many bits of a hash tell where it is counted: few enough that all places fit into a processor's cache; and which
ones at first, and after that."""

_BATCH = 1 << 9
"""Articles whose vectors are made in one go: few enough that all their words fit into a processor's cache."""

# The fields of a number by which a batch's words are sorted: article, weight, position.
_WEIGHT_BITS, _POSITION_BITS = 24, 30
_MOST_TIMES = (1 << 16) - 1


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of articles, by position, each of length 1; words are numbers."""

    hashes: Hashes
    """Of each word, the same in every archive."""
    rare: Flags
    """Of each word whether it stands in a twentieth of the articles at most."""
    starts: Numbers
    """Where each vector begins in `words`, `weights` and `places`, and at last where the last one ends."""
    words: Numbers
    """Within a vector those with most weight first, of equals in the order of their spelling."""
    weights: Floats
    places: Numbers
    """The position of each word among all that its article has, which stand in the order of their spelling."""

    def owners(self) -> Numbers:
        """The position of the article whose vector each of `words` is in."""
        import numpy as np

        return np.repeat(np.arange(self.starts.size - 1), np.diff(self.starts))


def word_vectors(counts: Sequence[WordCounts], languages: Sequence[str]) -> Vectors:
    """The vectors of articles, by their words and languages (BCP 47). Where no word is telling, a vector is empty."""
    import numpy as np

    telling = _telling_words(counts, languages)
    lookup = _Lookup(telling.hashes)
    parts = [_vectors(counts[at : at + _BATCH], telling.steps, lookup) for at in range(0, len(counts), _BATCH)]
    if not parts:
        parts = [(np.empty(0, np.int64),) * 4]
    sizes, words, weights, places = (np.concatenate(of) for of in zip(*parts, strict=True))
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    # Sums of whole numbers below 2**53 are exact in whatever order a library makes them.
    squares = np.bincount(np.repeat(np.arange(sizes.size), sizes), weights.astype(np.float64) ** 2, sizes.size)
    return Vectors(telling.hashes, telling.rare, starts, words, weights / np.sqrt(np.repeat(squares, sizes)), places)


@dataclass(frozen=True, slots=True)
class _Telling:
    """The words that can tell something of a subject."""

    hashes: Hashes
    """In rising order."""
    steps: Numbers
    """The number of the ladder's steps between df and N."""
    rare: Flags


def _telling_words(counts: Sequence[WordCounts], languages: Sequence[str]) -> _Telling:
    """The words of an archive that are neither too rare nor too common.

    A word that stands in one article only brings no two together. One that stands in most of the articles, or in most
    of those in one language, belongs to the language: else the few German articles of an English archive would be
    related by their `und`.
    """
    import numpy as np

    by_language: dict[str, list[bytes]] = {}
    for of, language in zip(counts, languages, strict=True):
        if of.hashes:
            by_language.setdefault(language.partition("-")[0].lower(), []).append(of.hashes)
    found = []
    for language in sorted(by_language):
        holders = len(by_language[language])
        hashes, df = _counted(_joined(by_language[language]))
        found.append((hashes, df, (2 * df > holders) & (holders >= _FEWEST_OF_A_LANGUAGE)))
    if not found:
        return _Telling(np.empty(0, np.uint64), np.empty(0, np.int64), np.empty(0, np.bool_))
    total = sum(map(len, by_language.values()))
    hashes, df, common = (np.concatenate(of) for of in zip(*found, strict=True))
    order = np.argsort(hashes, kind="stable")
    first = _first_of_each(hashes[order])
    df, common = np.add.reduceat(df[order], first), np.logical_or.reduceat(common[order], first)
    telling = (df > 1) & (2 * df <= total) & ~common
    df = df[telling]
    return _Telling(hashes[order][first][telling], _step(total) - _steps(df), _RARE * df <= total)


def _joined(hashes: Sequence[bytes]) -> Iterator[Hashes]:
    """Those of a batch of articles together."""
    import numpy as np

    for at in range(0, len(hashes), _BATCH):
        yield np.frombuffer(b"".join(hashes[at : at + _BATCH]), "<u8")


def _counted(parts: Iterable[Hashes]) -> tuple[Hashes, Numbers]:
    """The different ones of some hashes, in rising order, and how often each is there.

    Each is counted at a place that some of its bits tell, by the first that came there; what comes there too is counted
    likewise by other bits. To sort them all would take several times as long.
    """
    import numpy as np

    found = []
    for shift in _SHIFTS:
        holder = np.empty(1 << _PLACE_BITS, np.uint64)
        times = np.zeros(1 << _PLACE_BITS, np.int64)
        others = []
        for hashes in parts:
            place = (hashes >> np.uint64(shift) & np.uint64((1 << _PLACE_BITS) - 1)).astype(np.int64)
            is_new = times[place] == 0
            holder[place[is_new]] = hashes[is_new]
            is_its = holder[place] == hashes
            np.add.at(times, place[is_its], 1)
            others.append(hashes[~is_its])
        held = np.flatnonzero(times)
        found.append((holder[held], times[held]))
        parts = others
    found.append(np.unique(np.concatenate([np.empty(0, np.uint64), *parts]), return_counts=True))
    hashes, times = (np.concatenate(of) for of in zip(*found, strict=True))
    order = np.argsort(hashes)
    return hashes[order], times[order]


def _first_of_each(ordered: Hashes) -> Numbers:
    """Where each run of the same number begins."""
    import numpy as np

    return np.flatnonzero(np.concatenate([np.ones(1, np.bool_), ordered[1:] != ordered[:-1]]))


def _step(number: int) -> int:
    """The step of the ladder on which a number from 1 on stands: its binary logarithm in quarters, rounded down."""
    return int((number**_DOUBLING).bit_length() - 1)


def _steps(numbers: Numbers) -> Numbers:
    import numpy as np

    distinct, place = np.unique(numbers, return_inverse=True)
    return np.array([_step(number) for number in distinct.tolist()], np.int64)[place]


class _Lookup:
    """Finds the positions of hashes among ordered ones, by a table of where those begin that share their first bits."""

    def __init__(self, hashes: Hashes) -> None:
        import numpy as np

        bits = 1 + hashes.size.bit_length()
        self._shift = np.uint64(64 - bits)
        begins = np.arange((1 << bits) + 1, dtype=np.uint64)
        self._first = (hashes >> self._shift).searchsorted(begins).astype(np.int32)
        self._most = int(np.diff(self._first).max())
        # One more, since no hash may begin as high as a wanted one.
        self._hashes = np.append(hashes, np.uint64(0))

    def find(self, wanted: Hashes) -> tuple[Numbers, Numbers]:
        """Which of `wanted` are there, by their positions in rising order, and where each of them is."""
        import numpy as np

        begin = wanted >> self._shift
        at = self._first[begin]
        alike = self._first[begin + np.uint64(1)] - at
        is_there = (self._hashes[at] == wanted) & (alike > 0)
        for tried in range(1, self._most):
            others = np.flatnonzero((alike > tried) & ~is_there)
            at[others] += 1
            is_there[others] = self._hashes[at[others]] == wanted[others]
        found = np.flatnonzero(is_there)
        return found, at[found]


def _vectors(
    counts: Sequence[WordCounts], steps: Numbers, lookup: _Lookup
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Of each of a batch of articles how many words its vector has; and of all these the words, weights and places."""
    import numpy as np

    sizes = np.array([len(of.hashes) // 8 for of in counts])
    found, words = lookup.find(np.frombuffer(b"".join(of.hashes for of in counts), "<u8"))
    times = np.concatenate([of.arrays()[1] for of in counts])[found]
    weights = np.minimum(times.astype(np.int64), _MOST_TIMES) * steps[words]
    owners = np.repeat(np.arange(sizes.size), sizes)[found]
    # Numbers are sorted many times as fast as positions are by them, and only those that count: the others of an
    # article are put behind them. Its words stand in the order of their spelling.
    lightness = (1 << _WEIGHT_BITS) - 1 - weights
    keys = (owners << _WEIGHT_BITS | lightness) << _POSITION_BITS | np.arange(found.size)
    held = np.bincount(owners, minlength=sizes.size)
    ends = np.cumsum(held)
    for end, many in zip(ends.tolist(), held.tolist(), strict=True):
        if many > _TELLING:
            keys[end - many : end].partition(_TELLING)
    keys = keys[np.arange(found.size) - np.repeat(ends - held, held) < _TELLING]
    keys.sort()
    order = keys & (1 << _POSITION_BITS) - 1
    places = found - np.repeat(np.cumsum(sizes) - sizes, sizes)[found]
    return np.minimum(held, _TELLING), words[order].astype(np.int32), weights[order], places[order].astype(np.int32)
