"""What the chances of all blocks of a source, each weighed for itself, tell of every single one among them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, repeat
from math import fsum
from operator import truediv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_OFFSETS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (1, 2, 4, 8)
_DOUBTS = (0.5, 0.8, 0.95)
CONTEXT = (
    "odds",
    *(f"odds at {offset:+}" for offset in _OFFSETS),
    "chance above",
    "chance below",
    *(f"chance within {reach}" for reach in _WINDOWS),
    "chance of all",
    "best chance above",
    "best chance below",
    "worst chance near above",
    "chance of lead",
    "doubt",
    "from first likely",
    "from last likely",
    "from best end",
    "lost below best end",
    *(f"part below under {chance}" for chance in _DOUBTS),
)
"""The names of these figures, in the order of the columns."""

_NONE = -9.0
"""Stands for the odds of what is not there."""
_SURE = 0.001
_LIKELY = 0.5
_NEAR = 8
_LEAD = 3
_WHOLE = 60.0
"""Words from which on a block counts as much as the longest when the best end of the article is looked for."""
_NEEDED = 1.5
"""The logarithm of the odds that a block must have, or others below it, for the article to go on to it."""


def contexts(chances: NDArray[np.float64], words: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each block a row of `CONTEXT`: of how likely it is the article's, and how many words it has."""
    import numpy as np

    clipped = np.clip(chances, _SURE, 1 - _SURE)
    odds: list[float] = np.log(clipped / (1 - clipped)).tolist()
    chance: list[float] = clipped.tolist()
    # Most sources have a few dozen blocks: a loop over them takes less than numpy to begin.
    size = [max(float(number), 1.0) for number in words.tolist()]
    count = len(chance)
    places = range(count)
    upto = [0.0, *accumulate(size)]
    upto_likely = [0.0, *accumulate(part * own for part, own in zip(chance, size, strict=True))]

    def means(firsts: Iterable[int], lasts: Iterable[int]) -> list[float]:
        return [
            (upto_likely[last] - upto_likely[first]) / max(upto[last] - upto[first], 1.0)
            for first, last in zip(firsts, lasts, strict=False)
        ]

    def within(reach: int) -> list[float]:
        return means([max(at - reach, 0) for at in places], [min(at + reach + 1, count) for at in places])

    def from_here(part: Iterable[float]) -> list[float]:
        return [*accumulate(reversed([*part]))][::-1]

    padded = [_NONE] * 3 + odds + [_NONE] * 3
    before = [1.0] * _NEAR + chance
    likely = [at for at in places if chance[at] >= _LIKELY] or [0, count - 1]
    gained = [*accumulate((odd - _NEEDED) * min(own, _WHOLE) / _WHOLE for odd, own in zip(odds, size, strict=True))]
    best = max(places, key=gained.__getitem__)
    doubt = fsum(min(part, 1 - part) * own for part, own in zip(chance, size, strict=True)) / upto[-1]
    lead = chance[:_LEAD]
    left = from_here(size)
    columns = [
        odds,
        *(padded[3 + offset : 3 + offset + count] for offset in _OFFSETS),
        means(repeat(0), places),
        means(range(1, count + 1), repeat(count)),
        *map(within, _WINDOWS),
        means([0], [count]) * count,
        [0.0, *accumulate(chance[:-1], max)],
        [0.0, *accumulate(chance[:0:-1], max)][::-1],
        [min(before[at : at + _NEAR]) for at in places],
        [sum(lead) / len(lead)] * count,
        [doubt] * count,
        [at - likely[0] for at in places],
        [at - likely[-1] for at in places],
        [at - best for at in places],
        [gained[-1] - gained[best]] * count,
    ]
    for limit in _DOUBTS:
        under = from_here(own if part < limit else 0.0 for part, own in zip(chance, size, strict=True))
        columns.append([*map(truediv, under, left)])
    return np.array(columns, np.float32).T
