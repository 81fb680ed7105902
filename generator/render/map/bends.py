"""Which corners of a line are worth drawing: Visvalingam and Whyatt's simplification."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from generator.render.map.rings import Point

_FEWEST = 4
"""Points: with fewer a small island would be a triangle, or nothing."""


def corners(ring: Sequence[Point], least: float) -> list[int]:
    """The positions of the points of a closed line that stay, in order, at least four where there are so many.

    The corner whose triangle with its neighbours is the smallest goes first, until none is smaller than `least`, in
    square units of the points. Source: Visvalingam, M. and Whyatt, J. D. (1993): Line generalisation by repeated
    elimination of points. The Cartographic Journal 30, 46–51.
    """
    count = len(ring)
    before = [count - 1, *range(count - 1)]
    after = [*range(1, count), 0]
    sizes = [_triangle(ring[at - 1], ring[at], ring[after[at]]) for at in range(count)]
    gone = [False] * count
    queue = [(size, at) for at, size in enumerate(sizes) if size < least]
    heapq.heapify(queue)
    left = count
    while queue and left > _FEWEST:
        size, at = heapq.heappop(queue)
        if gone[at] or size != sizes[at]:
            continue
        gone[at] = True
        left -= 1
        one, two = before[at], after[at]
        after[one], before[two] = two, one
        for beside in (one, two):
            # A corner must not go before the one whose going made it small.
            sizes[beside] = max(size, _triangle(ring[before[beside]], ring[beside], ring[after[beside]]))
            if sizes[beside] < least:
                heapq.heappush(queue, (sizes[beside], beside))
    return [at for at in range(count) if not gone[at]]


def area(ring: Sequence[Point]) -> float:
    """What the ring encloses, in square units; negative where it runs the other way round."""
    ahead = 0.0
    last_x, last_y = ring[-1]
    for x, y in ring:
        ahead += last_x * y - x * last_y
        last_x, last_y = x, y
    return ahead / 2


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
