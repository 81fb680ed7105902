"""Tells which signs moved the trees most when they set a block aside, in terms that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.ingest.rules.likeness_aspects import ASPECTS, ONLY_AGAINST, ONLY_FOR, aspect_numbers
from generator.ingest.rules.likeness_context import CONTEXT
from generator.ingest.rules.likeness_trees import COLUMNS, Trees, Weighed, known_trees

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_OWN, _MOST_AROUND = 2, 1
"""Signs of a block itself, and of what stands around it: that moves the trees most nearly always, and is soon told."""
_LEAST_PART = 0.02
"""Of all that moved the score: what moved it less is no sign worth telling."""
_ODDS = CONTEXT[0]
"""The figure by which the second trees see what the first ones found."""
_MOST_CREDIT = 1.0
"""For what the first trees found, at most: where their signs all but cancel each other, little stands for much."""


def signs_of(weighed: Weighed, rows: Sequence[int]) -> list[tuple[str, ...]]:
    """For each of the rows up to three names of signs, the strongest first, as `Span.signs` has them: the two that
    count most of the block itself, and the one of what stands around it.

    Along a block's way through a tree each answer moves the mean score of the blocks that give it; these moves sum up
    to the block's score (Saabas 2014, "Interpreting random forests"), here for all figures of an aspect. What the
    second trees owe to the first ones' odds is shared among the aspects in the proportion in which they moved these
    (the rescale rule of Chen, Lundberg and Lee 2022, "Explaining a series of models by propagating Shapley values").
    """
    if not rows:
        return []
    weights = _weights(weighed, list(rows)).tolist()
    return [_strongest(of_row, weighed.table[row]) for of_row, row in zip(weights, rows, strict=True)]


def _weights(weighed: Weighed, rows: list[int]) -> NDArray[np.float32]:
    """For each row and aspect by how much it moved the logarithm of the odds that the block is the article's."""
    import numpy as np

    first_moves, second_moves = _known_moves()
    first = first_moves.take(weighed.first[rows], axis=0).sum(axis=1)
    second = second_moves.take(weighed.second[rows], axis=0).sum(axis=1)
    own, by_odds = second[:, :-1], second[:, -1]
    found = first.sum(axis=1)
    credit = np.divide(by_odds, found, out=np.zeros_like(found), where=found != 0)
    weights: NDArray[np.float32] = own + first * np.clip(credit, 0, _MOST_CREDIT)[:, None]
    return weights


def _strongest(weights: Sequence[float], figures: NDArray[np.float32]) -> tuple[str, ...]:
    strength = [abs(weight) for weight in weights]
    least = _LEAST_PART * sum(strength)

    def value(name: str) -> float:
        return float(figures[_COLUMN[name]])

    left = {True: _MOST_OWN, False: _MOST_AROUND}
    told = []
    for number in sorted(range(len(ASPECTS)), key=strength.__getitem__, reverse=True):
        if strength[number] < least or not any(left.values()):
            break
        aspect, is_for = ASPECTS[number], weights[number] > 0
        sign = aspect.sign(value) if left[aspect.is_own] else ""
        if sign and sign not in (ONLY_AGAINST if is_for else ONLY_FOR):
            told.append(("+" if is_for else "-") + sign)
            left[aspect.is_own] -= 1
    return tuple(told)


_COLUMN = {name: number for number, name in enumerate(COLUMNS)}


def moves(trees: Trees, groups: Sequence[int], count: int) -> NDArray[np.float32]:
    """For each node of the trees and each of `count` groups the sum of the moves on the way to it.

    `groups` has the group of each of the trees' figures.
    """
    import numpy as np

    nodes = trees.nodes
    group = np.array(groups)
    sums = np.zeros((len(nodes.left), count), np.float32)
    level = nodes.roots[~nodes.is_leaf[nodes.roots]]
    while level.size:
        both = []
        for children in (nodes.left[level], nodes.left[level] + 1):
            sums[children] = sums[level]
            sums[children, group[nodes.asked[level]]] += nodes.means[children] - nodes.means[level]
            both.append(children)
        below = np.concatenate(both)
        level = below[~nodes.is_leaf[below]]
    return sums


@lru_cache(maxsize=1)
def _known_moves() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Those of the first and of the second trees, by aspect; the second's last column is for the first's odds."""
    weighing, count = known_trees(), len(ASPECTS)
    numbers = aspect_numbers()
    second = [count if name == _ODDS else numbers[name] for name in weighing.second.figures]
    return (
        moves(weighing.first, [numbers[name] for name in weighing.first.figures], count),
        moves(weighing.second, second, count + 1),
    )
