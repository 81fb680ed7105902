"""A map's frame: which part of a projected world it shows, and how large it is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.render.map.projection import Conic, EqualEarth
from generator.render.map.rings import Point

_SAMPLES = 8
"""Points on each side of a frame that are looked at for its extent on the Earth."""
_AIR = 1.5
"""Degrees around that extent, for what lies between the points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a projected world, in degrees of the equator, and its width in the units of the drawing."""

    projection: Conic | EqualEarth
    left: float
    top: float
    right: float
    bottom: float
    units: int

    @property
    def scale(self) -> float:
        """Units of the drawing in a degree."""
        return self.units / (self.right - self.left)

    @property
    def height(self) -> int:
        """In units of the drawing."""
        return round((self.bottom - self.top) * self.scale)

    def places(self, points: Iterable[Point]) -> list[Point]:
        """In units of the drawing, from its left upper corner, of points by degrees east of the middle and latitude."""
        left, top, scale = self.left, self.top, self.scale
        return [((right - left) * scale, (down - top) * scale) for right, down in self.projection.places(points)]

    def place_of(self, point: Point) -> Point:
        """The same of one point by longitude and latitude."""
        longitude, latitude = point
        return self.places([(from_middle(longitude, self.projection.meridian), latitude)])[0]

    def grown(self, factor: float) -> Frame:
        """The same middle with more or less around it."""
        across = (self.right - self.left) * (factor - 1) / 2
        down = (self.bottom - self.top) * (factor - 1) / 2
        return Frame(
            self.projection, self.left - across, self.top - down, self.right + across, self.bottom + down, self.units
        )

    def extent(self) -> tuple[float, float, float, float]:
        """Degrees east of the middle, from and to, and latitude, from and to, between which all of the frame lies."""
        if isinstance(self.projection, EqualEarth):
            return -180, 180, -90, 90
        points = [self.projection.from_place(right, down) for right, down in self._border()]
        if max(abs(latitude) for _, latitude in points) > 89 or self._holds_a_pole():
            return -180, 180, -90, 90
        east = max(abs(east) for east, _ in points) + _AIR
        latitudes = [latitude for _, latitude in points]
        return max(-180, -east), min(180, east), max(-90, min(latitudes) - _AIR), min(90, max(latitudes) + _AIR)

    def _border(self) -> Iterator[Point]:
        for step in range(_SAMPLES + 1):
            part = step / _SAMPLES
            right = self.left + (self.right - self.left) * part
            down = self.top + (self.bottom - self.top) * part
            yield from ((right, self.top), (right, self.bottom), (self.left, down), (self.right, down))

    def _holds_a_pole(self) -> bool:
        poles = self.projection.places([(0, -90), (0, 90)])
        return any(self.left <= right <= self.right and self.top <= down <= self.bottom for right, down in poles)


def from_middle(longitude: float, meridian: float) -> float:
    """Degrees east of a meridian, -180 to 180."""
    return math.remainder(longitude - meridian, 360)


def frame_around(
    projection: Conic | EqualEarth, points: Sequence[Point], least: float, ratio: float, units: int
) -> Frame:
    """The smallest frame with the points (longitude, latitude) and some air around them.

    At least `least` degrees high, and `ratio` times as wide as high.
    """
    placed = projection.places((from_middle(x, projection.meridian), y) for x, y in points)
    left, right = min(x for x, _ in placed), max(x for x, _ in placed)
    top, bottom = min(y for _, y in placed), max(y for _, y in placed)
    height = max(least, (bottom - top) * _ROOM, (right - left) * _ROOM / ratio)
    across, down = (left + right) / 2, (top + bottom) / 2
    return Frame(
        projection,
        across - height * ratio / 2,
        down - height / 2,
        across + height * ratio / 2,
        down + height / 2,
        units,
    )


_ROOM = 1.22
"""How much longer the frame is than what is in it, so that names have room too."""
