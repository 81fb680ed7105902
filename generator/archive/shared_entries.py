"""Finds what two articles both hold, for many pairs at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.archive.word_vectors import Numbers


class Holdings:
    """What articles hold: entries of which each is of one article and of one thing."""

    def __init__(self, owners: Numbers, things: Numbers, articles: int) -> None:
        """Articles and things are numbers; entries are in the order of articles, then things, and none is twice."""
        import numpy as np

        self._things = things
        self._known = int(things.max(initial=-1)) + 1
        self._starts = np.searchsorted(owners, np.arange(articles + 1))
        # What stands at the end is no entry's: it is met where all are lower than a wanted one.
        self._keys = np.append(owners * self._known + things, -1)

    def shared(self, ones: Numbers, others: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """For each pair of articles each thing that both hold: the pair's number, and the thing's entries in the first
        and in the second. In the order of pairs, then of things.
        """
        import numpy as np

        starts = self._starts[others]
        sizes = self._starts[others + 1] - starts
        pair = np.repeat(np.arange(others.size), sizes)
        second = np.arange(pair.size) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
        wanted = ones[pair] * self._known + self._things[second]
        first = np.searchsorted(self._keys[:-1], wanted)
        both = np.flatnonzero(self._keys[first] == wanted)
        return pair[both], first[both], second[both]
