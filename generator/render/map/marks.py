"""Puts the marks of places on a map: how large each is, and where it stands when another stands there already.

A map is drawn at any width, but its marks and names keep their size, so that they can be read on a phone. All lengths
here are therefore in em of the names, and places are parts of the frame.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NARROWEST = 22.0
"""Em: the width of a map on a small phone, or on a larger one with enlarged text."""
WIDEST = 78.0
"""Em: the width of the theme's page."""

_LARGEST, _SMALLEST = 1.0, 0.26
"""Em: radius of the mark with most articles; below the other a mark is no longer seen."""
_APART = 0.52
"""Em between the middles of any two marks: as much as lets both be seen and reached."""
_RINGS = 3
"""How many times that distance a mark may be moved from its place."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies, and how many articles name it."""

    across: float
    """Part of the frame's width, 0 to 1."""
    down: float
    """Part of the frame's height."""
    count: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle on the map."""

    number: int
    """Which of the spots it stands for."""
    across: float
    down: float
    aside: float
    """Em to the right of its place."""
    below: float
    """Em under its place."""
    radius: float
    """Em."""


def marks_of(spots: Sequence[Spot], ratio: float) -> list[Mark]:
    """A mark for each spot in the order given, the most frequent first; none for a spot where there is no room left.

    The area of a mark, not its radius, goes with its articles. `ratio` is the frame's width by its height.
    """
    most = max((spot.count for spot in spots), default=1)
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    marks = []
    for number, spot in enumerate(spots):
        x, y = spot.across * NARROWEST, spot.down * NARROWEST / ratio
        for aside, below in _STEPS:
            if _is_free(x + aside, y + below, taken):
                taken.setdefault(_cell(x + aside, y + below), []).append((x + aside, y + below))
                radius = max(_SMALLEST, _LARGEST * math.sqrt(spot.count / most))
                marks.append(Mark(number, spot.across, spot.down, aside, below, radius))
                break
    return marks


def _steps() -> Iterator[tuple[float, float]]:
    """The ways to move a mark, the shortest first."""
    yield 0.0, 0.0
    for ring in range(1, _RINGS + 1):
        places = 6 * ring
        for place in range(places):
            angle = 2 * math.pi * place / places
            # A little farther than the least, so that rounding makes no difference.
            yield round(_APART * 1.02 * ring * math.cos(angle), 2), round(_APART * 1.02 * ring * math.sin(angle), 2)


_STEPS = tuple(_steps())


def _cell(x: float, y: float) -> tuple[int, int]:
    return math.floor(x / _APART), math.floor(y / _APART)


def _is_free(x: float, y: float, taken: dict[tuple[int, int], list[tuple[float, float]]]) -> bool:
    column, row = _cell(x, y)
    near = ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    return all(math.hypot(x - a, y - b) >= _APART * 0.98 for cell in near for a, b in taken.get(cell, ()))
