"""What the chances of all blocks of a source, each weighed for itself, tell of every single one among them."""

from __future__ import annotations

from functools import lru_cache
from math import fsum
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
_ALL = 1 << 40
"""Blocks: farther than any text reaches."""
_REACHES = ((_ALL, -1), (-1, _ALL), *((reach, reach) for reach in _WINDOWS), (_ALL, _ALL))
"""How many blocks above and below a block are looked at for the means of chances; with -1 not even itself."""


def contexts(chances: NDArray[np.float64], words: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each block a row of `CONTEXT`: of how likely it is the article's, and how many words it has."""
    import numpy as np

    count = len(chances)
    at = np.arange(count)
    chance = np.clip(chances, _SURE, 1 - _SURE)
    odds = np.log(chance / (1 - chance))
    size = np.maximum(words, 1.0).astype(np.float64)
    above, below, offsets, doubts = _constants()
    # Of the words, and of the words by chance, what stands above each block.
    upto, upto_likely = np.zeros(count + 1), np.zeros(count + 1)
    size.cumsum(out=upto[1:])
    (chance * size).cumsum(out=upto_likely[1:])
    starts, ends = np.maximum(at - above, 0), np.minimum(at + below + 1, count)
    means = (upto_likely[ends] - upto_likely[starts]) / np.maximum(upto[ends] - upto[starts], 1.0)
    padded = np.full(count + 6, _NONE)
    padded[3 : 3 + count] = odds
    best = np.zeros((2, count))
    np.maximum.accumulate(chance[:-1], out=best[0, 1:])
    np.maximum.accumulate(chance[:0:-1], out=best[1, -2::-1])
    before = [1.0] * _NEAR + chance.tolist()
    lead = before[_NEAR : _NEAR + _LEAD]
    doubt = fsum((np.minimum(chance, 1 - chance) * size).tolist()) / upto[-1]
    likely = np.flatnonzero(chance >= _LIKELY)
    first, last = (likely[0], likely[-1]) if likely.size else (0, count - 1)
    gained = ((odds - _NEEDED) * np.minimum(size, _WHOLE) / _WHOLE).cumsum()
    end = gained.argmax()
    under = np.where(chance < doubts, size, 0.0)
    columns = (
        odds,
        *padded[at + offsets + 3],
        *means,
        *best,
        [min(before[place : place + _NEAR]) for place in range(count)],
        sum(lead) / len(lead),
        doubt,
        at - first,
        at - last,
        at - end,
        gained[-1] - gained[end],
        *_from_here(under) / _from_here(size),
    )
    table = np.empty((len(CONTEXT), count), np.float32)
    for row, column in enumerate(columns):
        table[row] = column
    return table.T


@lru_cache(maxsize=1)
def _constants() -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """`_REACHES` above and below, `_OFFSETS` and `_DOUBTS`, each as a column."""
    import numpy as np

    above, below = np.array(_REACHES).T[:, :, None]
    return above, below, np.array(_OFFSETS)[:, None], np.array(_DOUBTS)[:, None]


def _from_here(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each of the values, along the last axis, the sum of it and all behind it."""
    return values[..., ::-1].cumsum(axis=-1)[..., ::-1]
