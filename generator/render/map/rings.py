"""The coastlines as rings of points, and the compact text in which they are kept."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

Point = tuple[float, float]
"""Longitude and latitude in degrees; or, once projected, to the right and down."""
Ring = tuple[Point, ...]
"""The outline of land, or of a lake in it, by its points; the last is joined to the first.

Longitudes go on beyond 180 where the ring crosses the antimeridian, so two that follow each other are never farther
apart than half the world. The ring around a pole ends a whole turn from where it began.
"""

STEPS = 50
"""Of the coastlines' coordinates, in a degree."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}


@lru_cache(maxsize=1)
def coastlines() -> tuple[Ring, ...]:
    """All land, the largest first. Lakes run the other way round than the land that they are cut out of."""
    from generator.render.map.coastlines import COASTLINES

    # A ring goes on from line to line; a full stop parts it from the next.
    return tuple(map(read, "".join(COASTLINES.split()).split(".")))


def unrolled(points: Sequence[Point]) -> Ring:
    """The points with longitudes that do not jump at the antimeridian."""
    ring: list[Point] = []
    at = points[0][0]
    for longitude, latitude in points:
        at += math.remainder(longitude - at, 360)
        ring.append((at, latitude))
    return tuple(ring)


def written(ring: Ring) -> str:
    """The ring as text: the steps from point to point, each number in digits of five bits, the lowest first.

    A digit's sixth bit says that another follows; a number's lowest bit is its sign, as in Google's encoded polylines
    and the variable-length quantities of source maps.
    """
    text = []
    x = y = 0
    for longitude, latitude in ring:
        next_x, next_y = round(longitude * STEPS), round(latitude * STEPS)
        text += [_written(next_x - x), _written(next_y - y)]
        x, y = next_x, next_y
    return "".join(text)


def _written(number: int) -> str:
    rest = number * 2 if number >= 0 else -number * 2 + 1
    text = ""
    while rest >= 32:
        text += _DIGITS[rest % 32 + 32]
        rest //= 32
    return text + _DIGITS[rest]


def read(text: str) -> Ring:
    """The ring that `written` wrote."""
    ring = []
    x = y = 0
    numbers = _numbers(text)
    for dx, dy in zip(numbers, numbers, strict=True):
        x, y = x + dx, y + dy
        ring.append((x / STEPS, y / STEPS))
    return tuple(ring)


def _numbers(text: str) -> Iterator[int]:
    number = weight = 0
    for digit in text:
        value = _VALUES[digit]
        number += value % 32 << weight
        weight += 5
        if value < 32:
            yield -(number >> 1) if number & 1 else number >> 1
            number = weight = 0
