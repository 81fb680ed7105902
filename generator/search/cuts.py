"""Where the sorted terms of an index are cut into shards, so that an edit moves no cut but those beside its own words.

A cut stands before a term whose hash is lower than those of all terms within a distance on either side: it depends on
these neighbours alone, and cuts are never nearer to each other than that distance. Terms with many postings have a
shard of their own. (Cutting a stream where its content says so is known from storage: Bjørner, Blass and Gurevich,
"Content-dependent chunking for differential compression, the local maximum approach", 2010.)
"""

from __future__ import annotations

import zlib
from collections import deque
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

    A term is a cut if no term within half of `size` before or after it has a lower hash. Kept in a queue are those that
    may still be the lowest of what follows.
    """
    reach = size // 2
    found: list[int] = []
    queue: deque[tuple[int, int, int, bool]] = deque()
    at = 0

    def leave(until: int) -> None:
        # What nothing lower came after for `reach` is a cut, if nothing lower was before it either.
        while queue and queue[0][0] + reach < until:
            _, _, position, is_lowest = queue.popleft()
            if is_lowest and position > start:
                found.append(position)

    for position in range(start, end):
        leave(at)
        hashed = zlib.crc32(terms[position].encode("utf-8", "surrogatepass")) * 2654435761 & 0xFFFFFFFF
        while queue and queue[-1][1] > hashed:
            queue.pop()
        # Those left are lower; the nearest of them is within reach, since all others have left the queue.
        queue.append((at, hashed, position, not queue and at >= reach))
        at += weights[position]
    leave(at)
    return found
