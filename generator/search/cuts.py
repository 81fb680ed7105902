"""Where the sorted terms of an index are cut into shards, so that an edit moves no cut but those beside its own words.

A cut stands before a term whose hash is lower than those of all terms within a distance on either side: it depends on
these neighbours alone, and cuts are never nearer to each other than that distance. Terms with many postings have a
shard of their own. (Cutting a stream where its content says so is known from storage: Bjørner, Blass and Gurevich,
"Content-dependent chunking for differential compression, the local maximum approach", 2010.)
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def cuts(terms: Sequence[str], weights: Sequence[int], size: int) -> list[int]:
    """The positions at which parts end, rising, the last being the number of terms.

    Parts have a weight of about `size`; a term that weighs more than half of it stands alone.
    """
    ends: list[int] = []
    start = 0
    for position, weight in enumerate(weights):
        if weight * 2 > size:
            ends += _cuts_between(terms, weights, start, position, size)
            ends += [position] if position > start else []
            ends.append(position + 1)
            start = position + 1
    ends += _cuts_between(terms, weights, start, len(terms), size)
    return [*ends, len(terms)] if len(terms) > start else ends


def _cuts_between(terms: Sequence[str], weights: Sequence[int], start: int, end: int, size: int) -> list[int]:
    """The positions of cuts inside a stretch of terms none of which is heavy.

    A term is a cut if no term within half of `size` before it has a lower hash or the same, and none after it a lower.
    """
    import numpy as np

    reach = size // 2
    ends = np.cumsum(weights[start:end])
    if end - start < 2 or ends[-1] <= reach:
        return []
    at = ends - weights[start:end]
    hashes = np.fromiter(map(_hash, terms[start:end]), np.int64, end - start) * 2654435761 & 0xFFFFFFFF
    found = []
    # Only the first of the lowest in a stretch that is no longer than the reach can be one.
    blocks = np.flatnonzero(np.diff(at // max(1, reach), prepend=-1))
    lowest = np.minimum.reduceat(hashes, blocks)
    for block, next_block, least in zip(blocks, [*blocks[1:], at.size], lowest, strict=True):
        place = int(block + np.argmax(hashes[block:next_block] == least))
        here = int(at[place])
        if place == 0 or here < reach or here + reach >= ends[-1]:
            continue
        first = int(np.searchsorted(at, here - reach))
        last = int(np.searchsorted(at, here + reach, "right"))
        is_lowest = first == place or hashes[first:place].min() > least
        if is_lowest and hashes[place:last].min() == least:
            found.append(start + place)
    return found


def _hash(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass"))
