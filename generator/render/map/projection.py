"""The two projections of the maps: a conic one for a region, Equal Earth for the world.

Both take degrees of longitude from the map's middle meridian, -180 to 180, and degrees of latitude, and give degrees of
the equator to the right and down. Parallels do not bend but as circles around one point, so the world is cut nowhere
but along the meridian opposite to the middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.render.map.rings import Point


@dataclass(frozen=True, slots=True)
class Conic:
    """The equidistant conic projection that touches the Earth along one parallel.

    True to scale along `parallel` and along every meridian. It becomes the plate carrée at the equator and the
    azimuthal equidistant projection at the poles. Source: Snyder, J. P. (1987): Map Projections, a Working Manual. USGS
    Professional Paper 1395, pages 111–114.
    """

    meridian: float
    """Longitude of the map's middle, in degrees."""
    parallel: float

    def places(self, points: Iterable[Point]) -> list[Point]:
        """The places on the map of points given by degrees east of the middle and latitude."""
        if self._is_flat:
            return [(east, self.parallel - latitude) for east, latitude in points]
        cone, pole = math.radians(self._cone), self._pole
        middle = pole - self.parallel
        sin, cos = math.sin, math.cos
        return [
            ((pole - latitude) * sin(east * cone), (pole - latitude) * cos(east * cone) - middle)
            for east, latitude in points
        ]

    def from_place(self, right: float, down: float) -> Point:
        """Degrees east of the middle, and latitude, of a place on the map; beyond the pole over 90."""
        if self._is_flat:
            return right, self.parallel - down
        height = self._pole - self.parallel + down
        sign = math.copysign(1, self._cone)
        angle = math.degrees(math.atan2(sign * right, sign * height))
        return angle / self._cone, self._pole - sign * math.hypot(right, height)

    @property
    def _is_flat(self) -> bool:
        # The cone's tip is so far that the parallels are straight.
        return abs(self.parallel) < 1

    @property
    def _cone(self) -> float:
        """How much of a whole turn the map takes."""
        return math.sin(math.radians(self.parallel))

    @property
    def _pole(self) -> float:
        """The latitude, in degrees, at which the meridians meet: beyond the pole but where the map touches it."""
        return self.parallel + math.degrees(1 / math.tan(math.radians(self.parallel)))


_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """The Equal Earth projection, true to area.

    Source: Šavrič, B., Patterson, T. and Jenny, B. (2019): The Equal Earth map projection. International Journal of
    Geographical Information Science 33, 454–465.
    """

    meridian: float
    """Longitude of the map's middle, in degrees."""

    def places(self, points: Iterable[Point]) -> list[Point]:
        """The places on the map of points given by degrees east of the middle and latitude."""
        return [self._place(east, latitude) for east, latitude in points]

    def _place(self, east: float, latitude: float) -> Point:
        angle = math.asin(_M * math.sin(math.radians(latitude)))
        two = angle * angle
        six = two * two * two
        across = _M * (_A1 + 3 * _A2 * two + six * (7 * _A3 + 9 * _A4 * two))
        return east * math.cos(angle) / across, -math.degrees(angle * (_A1 + _A2 * two + six * (_A3 + _A4 * two)))
