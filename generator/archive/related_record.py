"""What is remembered of related articles, so that after an edit only those are looked for again that it may change.

Each article has a mark of all that its rows and the others' are made of: its vector, by which of its words it is found,
its text and its editions. An article's related ones stay as they are where its mark and theirs do, and where no article
with another mark comes near enough to it to be among the best. What does not stay is made by the same code as all is in
a clean build, so that the result is always the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from generator.archive.word_vectors import Vectors

if TYPE_CHECKING:
    from generator.archive.word_vectors import Flags, Floats, Hashes, Numbers

DIGITS = 10_000
"""Scores are whole numbers of this part."""

_FEW = 16
"""Where more than one in so many articles have another mark, all is made anew: that takes hardly longer."""

_BATCH = 1 << 9
"""Articles whose marks are made in one go: few enough for a processor's cache."""

_SLACK = 1e-6
"""More than a sum that is made in another order can differ by."""

Words = tuple[str, ...]


class RelatedRecord(msgspec.Struct, frozen=True, array_like=True):
    """The related articles of an archive."""

    slugs: tuple[str, ...] = ()
    """Those of all articles, in their order."""
    marks: bytes = b""
    """Of each article, 64 bits."""
    ones: bytes = b""
    """Of each pair the position of the article; 32 bits, as the next two."""
    others: bytes = b""
    """And of the one that is related to it."""
    digits: bytes = b""
    words: tuple[Words | None, ...] = ()
    """The rare words that a pair shares; None where they were not asked for."""


@dataclass(slots=True)
class RelatedMemory:
    """The record of the last build, if there is one, and that of this build, once it is made."""

    last: bytes = b""
    record: bytes = b""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Articles with others that are related to them: in the order of the first, then best first."""

    ones: Numbers
    others: Numbers
    scores: Floats


@dataclass(frozen=True, slots=True)
class Kept:
    """Of what is remembered what still holds, by the positions that articles have now."""

    stale: Numbers
    """The positions of all other articles, in their order."""
    pairs: Pairs
    words: Mapping[tuple[int, int], Words] = field(default_factory=dict)
    """By pair, as far as they are known."""


def marks_of(vectors: Vectors, found: Flags, own: Sequence[bytes]) -> Hashes:
    """The marks of articles. `found` tells of each word of the vectors whether others are found by it; `own` is other
    for an article whose text is written otherwise, or that has other editions."""
    import numpy as np

    digests = b"".join(blake2b(one, digest_size=8).digest() for one in own)
    parts = [np.empty(0, np.uint64)]
    for first in range(0, len(own), _BATCH):
        starts = vectors.starts[first : first + _BATCH + 1]
        of = slice(starts[0], starts[-1])
        words = vectors.words[of]
        about = vectors.rare[words].astype(np.uint64) | found[of].astype(np.uint64) << np.uint64(1)
        of_words = _mixed(_mixed(vectors.hashes[words] + about) ^ vectors.weights[of].view(np.uint64))
        # The order of an article's words depends on them alone. The sum begins anew after 2**64.
        parts.append(np.diff(np.append(np.uint64(0), np.cumsum(of_words))[starts - starts[0]]))
    return _mixed(np.concatenate(parts)) ^ np.frombuffer(digests, np.uint64)


def packed_record(slugs: Sequence[str], marks: Hashes, pairs: Pairs, words: Mapping[int, Words]) -> bytes:
    """What is to be remembered of articles by their positions, and of their pairs in their order, with the words of
    those places in it of which they were asked for."""
    import numpy as np

    scores = np.rint(pairs.scores * DIGITS)
    ones, others, digits = (of.astype(np.uint32).tobytes() for of in (pairs.ones, pairs.others, scores))
    told = tuple(map(words.get, range(pairs.ones.size)))
    return msgspec.msgpack.encode(RelatedRecord(tuple(slugs), marks.tobytes(), ones, others, digits, told))


def _read_record(data: bytes) -> RelatedRecord:
    """An empty one where there is none that can be read."""
    try:
        return msgspec.msgpack.decode(data, type=RelatedRecord)
    except msgspec.MsgspecError:
        return RelatedRecord()


def _mixed(numbers: Hashes) -> Hashes:
    """Numbers of 64 bits of which every bit depends on all bits of those given (the last step of SplitMix64; Steele,
    Lea and Flood, "Fast splittable pseudorandom number generators", 2014)."""
    import numpy as np

    numbers = (numbers ^ numbers >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ numbers >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return numbers ^ numbers >> np.uint64(31)


def together(one: Pairs, other: Pairs) -> Pairs:
    """The pairs of both, of which no article has some in each."""
    import numpy as np

    order = np.argsort(np.concatenate([one.ones, other.ones]), kind="stable")
    return Pairs(
        *(np.concatenate([getattr(one, of), getattr(other, of)])[order] for of in ("ones", "others", "scores"))
    )


def kept_pairs(
    last: bytes, slugs: Sequence[str], marks: Hashes, vectors: Vectors, found: Flags, floor: float, most: int
) -> Kept:
    """What of the last build's pairs holds for the articles as they are now, of which each is given `most` others of a
    score from `floor` on; `last` is the record."""
    import numpy as np

    record = _read_record(last)
    place = {slug: position for position, slug in enumerate(slugs)}
    now = np.array([place.get(slug, -1) for slug in record.slugs], np.int64)
    same = now >= 0
    same[same] = marks[now[same]] == np.frombuffer(record.marks, np.uint64)[same]
    stands = np.zeros(len(slugs), np.bool_)
    stands[now[same]] = True
    changed = np.flatnonzero(~stands)
    if changed.size * _FEW >= len(slugs):
        return Kept(np.arange(len(slugs)), Pairs(now[:0], now[:0], np.empty(0)))
    ones, others, digits = (np.frombuffer(of, np.uint32) for of in (record.ones, record.others, record.digits))
    # Of a full row the last score, which another article is to reach.
    least = np.full(len(slugs), floor * DIGITS)
    full = np.bincount(ones, minlength=now.size)[ones] == most
    lowest = np.flatnonzero(full & (np.diff(ones.astype(np.int64), append=now.size) > 0) & same[ones])
    least[now[ones[lowest]]] = digits[lowest] - 0.5
    stands &= _nearest(vectors, found, changed) * DIGITS < least - _SLACK
    # A row of which one has gone, or scores otherwise, has a place for any.
    stands[now[ones[same[ones] & ~same[others]]]] = False
    kept = np.flatnonzero(same[ones] & stands[now[ones]])
    pairs = Pairs(now[ones[kept]], now[others[kept]], digits[kept] / DIGITS)
    both = zip(pairs.ones.tolist(), pairs.others.tolist(), strict=True)
    told = zip(both, (record.words[pair] for pair in kept.tolist()), strict=True)
    return Kept(np.flatnonzero(~stands), pairs, {pair: words for pair, words in told if words is not None})


def _nearest(vectors: Vectors, found: Flags, changed: Numbers) -> Floats:
    """The highest score that each article has with any of those at the positions `changed`."""
    import numpy as np

    owners = vectors.owners()
    is_changed = np.zeros(vectors.starts.size - 1, np.bool_)
    is_changed[changed] = True
    looked_for = np.zeros(vectors.rare.size, np.bool_)
    looked_for[vectors.words[is_changed[owners] & found]] = True
    # All that hold these words, by word.
    holders = np.flatnonzero(looked_for[vectors.words])
    holders = holders[np.argsort(vectors.words[holders], kind="stable")]
    words = vectors.words[holders]
    nearest = np.zeros(is_changed.size)
    for one in changed.tolist():
        own = np.arange(vectors.starts[one], vectors.starts[one + 1])
        own = own[found[own]]
        starts = np.searchsorted(words, vectors.words[own])
        sizes = np.searchsorted(words, vectors.words[own], "right") - starts
        met = holders[np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)]
        products = vectors.weights[met] * np.repeat(vectors.weights[own], sizes)
        nearest = np.maximum(nearest, np.bincount(owners[met], products, nearest.size))
    return nearest
