"""Tells which sources are copies of one text: most of their long lines are the same."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import groupby

from generator.ingest.collection.line_keys import Keys, length_of

_LONG = 60
"""Characters. Headings, bylines and menus are shorter, and different articles share them."""

_SAME = 0.6
"""The part of the shorter text's long lines, by their length, that a copy shares."""

_MOST = 200
"""A line that stands in more texts is no evidence that any two of them are copies."""

_BESIDE = 3
"""Of the texts that have a line, each is compared with so many that come next."""

_POSITION_BITS = 24
_HASH = (1 << 64 - _POSITION_BITS) - 1


def copies(sources: Sequence[Keys]) -> Set[int]:
    """The positions of sources to pass over, so that of all copies of one text only the longest is left.

    Texts that share most of their long lines are copies, and so are copies of copies.
    """

    @lru_cache(maxsize=64)
    def long(position: int) -> frozenset[int]:
        return frozenset(key for key in sources[position] if length_of(key) >= _LONG)

    group = list(range(len(sources)))
    for one, other in sorted(_to_compare(sources)):
        least = min(_size(long(one)), _size(long(other)))
        if _size(long(one) & long(other)) >= _SAME * least:
            first, second = sorted((_root(group, one), _root(group, other)))
            group[second] = first
    longest: dict[int, int] = {}
    for position in range(len(sources)):
        root = _root(group, position)
        longest[root] = max(longest.get(root, position), position, key=lambda place: (_size(long(place)), -place))
    return set(range(len(sources))).difference(longest.values())


def _size(keys: Set[int]) -> int:
    return sum(map(length_of, keys))


def _root(group: list[int], position: int) -> int:
    while group[position] != position:
        group[position] = group[group[position]]
        position = group[position]
    return position


def _to_compare(sources: Sequence[Keys]) -> set[tuple[int, int]]:
    """Pairs of sources that have a long line in common."""
    # Sorted in parts, since all of a hundred thousand sources at once take much memory.
    parts = [array("Q") for _ in range(16)]
    for position, keys in enumerate(sources):
        for key in keys:
            if length_of(key) >= _LONG:
                parts[key & 15].append((key & _HASH) << _POSITION_BITS | position)
    return {pair for part in parts for pair in _neighbours(part)}


def _neighbours(part: array[int]) -> Iterator[tuple[int, int]]:
    for _, entries in groupby(sorted(set(part)), key=lambda entry: entry >> _POSITION_BITS):
        holders = [entry & (1 << _POSITION_BITS) - 1 for entry in entries]
        if len(holders) <= _MOST:
            for place, one in enumerate(holders):
                yield from ((one, other) for other in holders[place + 1 : place + 1 + _BESIDE])
