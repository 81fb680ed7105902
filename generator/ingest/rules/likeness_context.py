"""What the chances of all blocks of a source, each weighed for itself, tell of every single one among them."""

from __future__ import annotations

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

    count = len(chances)
    chance = np.clip(chances, _SURE, 1 - _SURE)
    odds = np.log(chance / (1 - chance))
    size = np.maximum(words.astype(np.float64), 1)
    place = np.arange(count)
    upto = np.concatenate([[0.0], np.cumsum(size)])
    upto_likely = np.concatenate([[0.0], np.cumsum(chance * size)])

    def mean(first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.float64]:
        part: NDArray[np.float64] = (upto_likely[last] - upto_likely[first]) / np.maximum(upto[last] - upto[first], 1)
        return part

    def from_here(part: NDArray[np.float64]) -> NDArray[np.float64]:
        return part[::-1].cumsum()[::-1]

    start, end = np.zeros_like(place), np.full_like(place, count)
    padded = np.concatenate([np.full(3, _NONE), odds, np.full(3, _NONE)])
    before = np.concatenate([np.ones(_NEAR), chance])
    likely = np.flatnonzero(chance >= _LIKELY)
    gained = ((odds - _NEEDED) * np.minimum(size, _WHOLE) / _WHOLE).cumsum()
    best = int(gained.argmax())
    columns = [
        odds,
        *(padded[3 + offset : 3 + offset + count] for offset in _OFFSETS),
        mean(start, place),
        mean(place + 1, end),
        *(mean(np.maximum(place - reach, 0), np.minimum(place + reach + 1, count)) for reach in _WINDOWS),
        mean(start, end),
        np.append(0.0, np.maximum.accumulate(chance)[:-1]),
        np.append(np.maximum.accumulate(chance[::-1])[::-1][1:], 0.0),
        np.lib.stride_tricks.sliding_window_view(before, _NEAR)[:count].min(axis=1),
        np.full(count, chance[:_LEAD].mean()),
        np.full(count, (np.minimum(chance, 1 - chance) * size).sum() / upto[-1]),
        place - (likely[0] if likely.size else 0),
        place - (likely[-1] if likely.size else count - 1),
        place - best,
        np.full(count, gained[-1] - gained[best]),
        *(from_here(np.where(chance < doubt, size, 0)) / from_here(size) for doubt in _DOUBTS),
    ]
    return np.column_stack(columns).astype(np.float32)
