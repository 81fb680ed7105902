"""The trees that weigh blocks' figures: read from a file, and asked for the chance that each is the article's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.rules.likeness_context import CONTEXT, contexts
from generator.ingest.rules.likeness_features import FIGURES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Numbers = NDArray[np.int64]

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
    means: list[list[float]]
    """For each tree and inner node the mean of what the leaves below it add to the score of blocks that come to it:
    so it can be told how much each answer has moved the score of a block."""

    def chances(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """For each row, in the first `COLUMNS` or all, the chance from 0 to 1 that its block is the article's."""
        return self.chances_at(self.leaves(table))

    def chances_at(self, leaves: NDArray[np.int64]) -> NDArray[np.float64]:
        """The same for the rows that come to these leaves."""
        import numpy as np

        scores: NDArray[np.float64] = self.nodes.scores.take(leaves).sum(axis=1)
        return 1.0 / (1.0 + np.exp(-scores))

    def leaves(self, table: NDArray[np.float32]) -> NDArray[np.int64]:
        """For each row and tree the number of the leaf to which the row comes, among all `nodes`."""
        import numpy as np

        nodes = self.nodes
        figures = table.ravel()
        starts = np.arange(len(table))[:, None] * table.shape[1]
        at = np.repeat(nodes.roots[None, :], len(table), axis=0)
        for _ in range(nodes.depth):
            # All places are there; to look whether they are takes longer than to wrap them around.
            places = nodes.columns.take(at, mode="wrap")
            places += starts
            exceeds = figures.take(places, mode="wrap") > nodes.limits.take(at, mode="wrap")
            at = nodes.left.take(at, mode="wrap")
            at += exceeds
        return at

    @cached_property
    def nodes(self) -> Nodes:
        """The nodes of all trees."""
        return Nodes(self)


class Nodes:
    """The nodes of all trees, level by level; a leaf is its own left child, and nothing exceeds its limit.

    All blocks come to the first levels, and few to any one leaf: what is read most lies together.
    """

    def __init__(self, trees: Trees) -> None:
        import numpy as np

        asked = np.array([figure for tree in trees.asked for figure in tree])
        values = np.array([value for tree in trees.values for value in tree], np.float64)
        sizes = np.array([len(tree) for tree in trees.asked])
        is_leaf = asked == LEAF
        means = values.copy()
        means[~is_leaf] = [mean for tree in trees.means for mean in tree]
        # The children of the first inner node of a tree are its nodes 1 and 2, those of the second 3 and 4, and so on.
        roots = np.cumsum(sizes) - sizes
        inner = np.cumsum(~is_leaf) - 1
        before = inner - np.repeat(inner[roots] - ~is_leaf[roots] + 1, sizes)
        left = np.where(is_leaf, np.arange(len(asked)), np.repeat(roots, sizes) + 1 + 2 * before)
        levels = [*_levels(left, is_leaf, roots)]
        order = np.concatenate(levels)
        self.numbers = np.argsort(order)
        """For each node, one tree after the other, its place among all."""
        self.depth = len(levels) - 1
        """How many steps lead from a root to the deepest leaf."""
        self.roots = self.numbers[roots]
        self.left = self.numbers[left[order]]
        self.is_leaf = is_leaf[order]
        self.asked = np.where(is_leaf, 0, asked)[order]
        self.columns = np.array([COLUMNS.index(name) for name in trees.figures], np.intp)[self.asked]
        self.limits = np.where(is_leaf, np.inf, values).astype(np.float32)[order]
        self.scores = np.where(is_leaf, values, 0.0)[order]
        self.means = means[order]


def _levels(left: _Numbers, is_leaf: NDArray[np.bool_], roots: _Numbers) -> Iterator[_Numbers]:
    """The roots of the trees, the nodes below them, and so on; those of one parent stand side by side."""
    import numpy as np

    level = roots
    while level.size:
        yield level
        below = left[level[~is_leaf[level]]]
        level = np.stack([below, below + 1], axis=1).ravel()


class Weighing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Trees that weigh each block of a source for itself, and others that weigh it again among all the chances.

    So a line in doubt goes the way of those around it (stacked sequential learning: Cohen and Carvalho 2005).
    """

    first: Trees
    second: Trees

    def weigh(self, table: NDArray[np.float32]) -> Weighed:
        """Weighs the blocks of one source, in the columns of `FIGURES`."""
        first = self.first.leaves(table)
        whole = with_context(table, self.first.chances_at(first))
        second = self.second.leaves(whole)
        return Weighed(self.second.chances_at(second), whole, first, second)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of weighing the blocks of one source."""

    chances: NDArray[np.float64]
    """For each block the chance from 0 to 1 that it is the article's."""
    table: NDArray[np.float32]
    """For each block all `COLUMNS`."""
    first: NDArray[np.int64]
    """For each block the leaves of the first trees to which it came; likewise `second`."""
    second: NDArray[np.int64]


def with_context(table: NDArray[np.float32], chances: NDArray[np.float64]) -> NDArray[np.float32]:
    """The table in all `COLUMNS`."""
    import numpy as np

    return np.concatenate([table, contexts(chances, table[:, _WORDS])], axis=1)


_WORDS = FIGURES.index("words")


@lru_cache(maxsize=1)
def known_trees() -> Weighing:
    """The trees that come with the program."""
    return msgspec.json.decode(TREES.read_bytes(), type=Weighing)
