"""The trees that weigh blocks' figures: read from a file, and asked for the chance that each is the article's."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.rules.likeness_context import CONTEXT, contexts
from generator.ingest.rules.likeness_features import FIGURES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TREES = Path(__file__).with_name("likeness_trees.json")
COLUMNS = (*FIGURES, *CONTEXT)
"""What trees may ask for; of the table of the first ones all but `CONTEXT`."""
LEAF = -1
"""Stands in the place of a figure where a node is a leaf."""


class Trees(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Boosted trees (Friedman 2001), each as its nodes in breadth-first order, which tells where children stand.

    `tests/benchmarks/fit_likeness.py` makes them out of texts whose article is known.
    """

    figures: list[str]
    """The names of the figures that the trees ask for."""
    asked: list[list[int]]
    """For each tree and node the number of a figure, or `LEAF`."""
    values: list[list[float]]
    """For each tree and node what the figure must exceed for the right child, or what the leaf adds to the score: the
    natural logarithm of the odds that a block is the article's."""

    def chances(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """For each row, in the first `COLUMNS` or all, the chance from 0 to 1 that its block is the article's."""
        import numpy as np

        nodes = self._nodes
        figures = np.ascontiguousarray(table[:, nodes.columns]).ravel()
        starts = np.arange(len(table))[:, None] * len(nodes.columns)
        at = np.repeat(nodes.roots[None, :], len(table), axis=0)
        for _ in range(nodes.depth):
            asked = nodes.asked.take(at)
            asked += starts
            exceeds = figures.take(asked) > nodes.limits.take(at)
            at = nodes.left.take(at)
            at += exceeds
        scores: NDArray[np.float64] = nodes.scores.take(at).sum(axis=1)
        return 1.0 / (1.0 + np.exp(-scores))

    @cached_property
    def _nodes(self) -> _Nodes:
        return _Nodes(self)


class _Nodes:
    """The nodes of all trees one after the other; a leaf is its own left child, and nothing exceeds its limit."""

    def __init__(self, trees: Trees) -> None:
        import numpy as np

        asked = np.array([figure for tree in trees.asked for figure in tree])
        values = np.array([value for tree in trees.values for value in tree], np.float64)
        sizes = np.array([len(tree) for tree in trees.asked])
        is_leaf = asked == LEAF
        self.columns = np.array([COLUMNS.index(name) for name in trees.figures], np.intp)
        self.roots = np.cumsum(sizes) - sizes
        self.asked = np.where(is_leaf, 0, asked)
        self.limits = np.where(is_leaf, np.inf, values).astype(np.float32)
        self.scores = np.where(is_leaf, values, 0.0)
        # The children of the first inner node of a tree are its nodes 1 and 2, those of the second 3 and 4, and so on.
        inner = np.cumsum(~is_leaf) - 1
        first = np.repeat(self.roots, sizes)
        before = inner - np.repeat(inner[self.roots] - ~is_leaf[self.roots] + 1, sizes)
        self.left = np.where(is_leaf, np.arange(len(asked)), first + 1 + 2 * before)
        self.depth = _depth(self.left, is_leaf, self.roots)


def _depth(left: NDArray[np.int64], is_leaf: NDArray[np.bool_], roots: NDArray[np.int64]) -> int:
    """How many steps lead from a root to the deepest leaf."""
    import numpy as np

    depth = 0
    level = roots[~is_leaf[roots]]
    while level.size:
        depth += 1
        children = np.concatenate([left[level], left[level] + 1])
        level = children[~is_leaf[children]]
    return depth


class Weighing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Trees that weigh each block of a source for itself, and others that weigh it again among all the chances.

    So a line in doubt goes the way of those around it (stacked sequential learning: Cohen and Carvalho 2005).
    """

    first: Trees
    second: Trees

    def chances(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """For each block of one source, in the columns of `FIGURES`, the chance that it is the article's."""
        return self.second.chances(with_context(table, self.first.chances(table)))


def with_context(table: NDArray[np.float32], chances: NDArray[np.float64]) -> NDArray[np.float32]:
    """The table in all `COLUMNS`."""
    import numpy as np

    return np.hstack([table, contexts(chances, table[:, _WORDS])])


_WORDS = FIGURES.index("words")


@lru_cache(maxsize=1)
def known_trees() -> Weighing:
    """The trees that come with the program."""
    return msgspec.json.decode(TREES.read_bytes(), type=Weighing)
