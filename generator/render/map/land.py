"""Draws what lies under the marks of a map: the land as far as the frame shows it, and the net of the graticule."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.render.map.bends import area, corners
from generator.render.map.frame import Frame
from generator.render.map.rings import Point, Ring, coastlines

_LEAST_BEND = 0.7
"""Square units of the drawing: a corner that encloses less with its neighbours is not seen."""
_LEAST_ISLAND = 1.6
"""Square units: a smaller island is not seen either."""
_FARTHEST = 4.0
"""Degrees between two points of an outline on the Earth: straight lines on the map that are longer would lie wrong."""
_OUTSIDE = 4.0
"""Units: outlines are cut off so far outside of the frame that the cut is not seen."""


@dataclass(frozen=True, slots=True)
class Land:
    """The land in a frame."""

    path: str
    """SVG path data in units of the drawing, to be filled even-odd."""
    share: float
    """How much of the frame is land, 0 to 1."""


@lru_cache(maxsize=2048)
def land_in(frame: Frame) -> Land:
    """The land that the frame shows."""
    west, east, south, north = frame.extent()
    outlines = []
    for outline in _outlines(frame.projection.meridian, (west, south, east, north)):
        on_earth = _cut(outline, west, south, east, north)
        on_map = frame.places(_close(on_earth))
        inside = _cut(on_map, -_OUTSIDE, -_OUTSIDE, frame.units + _OUTSIDE, frame.height + _OUTSIDE)
        if len(inside) > 2:
            outlines.append(inside)
    covered = abs(sum(map(area, outlines)))
    whole = (frame.units + 2 * _OUTSIDE) * (frame.height + 2 * _OUTSIDE)
    drawn = (_drawn(outline) for outline in outlines if abs(area(outline)) >= _LEAST_ISLAND)
    return Land("".join(drawn), covered / whole)


@dataclass(frozen=True, slots=True)
class _Outline:
    """A ring and its extent."""

    points: Ring
    west: float
    east: float
    south: float
    north: float


@lru_cache(maxsize=1)
def _world() -> tuple[_Outline, ...]:
    return tuple(
        _Outline(
            ring,
            min(longitude for longitude, _ in ring),
            max(longitude for longitude, _ in ring),
            min(latitude for _, latitude in ring),
            max(latitude for _, latitude in ring),
        )
        for ring in map(_closed_at_the_pole, coastlines())
    )


def _closed_at_the_pole(ring: Ring) -> Ring:
    """The ring itself; one that goes around a pole as three turns of it, closed along the pole."""
    turn = ring[-1][0] - ring[0][0] + math.remainder(ring[0][0] - ring[-1][0], 360)
    if abs(turn) < 1:
        return ring
    pole = math.copysign(90, ring[0][1])
    turns = [(longitude + turn * times, latitude) for times in (-1, 0, 1) for longitude, latitude in ring]
    return (*turns, (turns[-1][0], pole), (turns[0][0], pole))


def _outlines(meridian: float, box: tuple[float, float, float, float]) -> Iterator[list[Point]]:
    """The rings that may reach into the box, with degrees east of the meridian; twice where the box's edge cuts one."""
    west, south, east, north = box
    for ring in _world():
        if ring.north < south or ring.south > north:
            continue
        for turns in _turns(ring, meridian, west, east):
            shift = 360 * turns - meridian
            yield [(longitude + shift, latitude) for longitude, latitude in ring.points]


def _turns(ring: _Outline, meridian: float, west: float, east: float) -> Iterable[int]:
    """How many times around the Earth the ring is to be moved to reach into the box."""
    if ring.east - ring.west > 720:
        # One that goes around a pole is three turns long: one of them fills the box and the others lie beside it.
        return (round((meridian - (ring.west + ring.east) / 2) / 360),)
    first = math.ceil((west + meridian - ring.east) / 360)
    return range(first, math.floor((east + meridian - ring.west) / 360) + 1)


def _cut(ring: Sequence[Point], left: float, top: float, right: float, bottom: float) -> Sequence[Point]:
    """What of the ring lies inside the box.

    Source: Sutherland, I. E. and Hodgman, G. W. (1974): Reentrant polygon clipping. Communications of the ACM 17.
    """
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        if not ring:
            break
        ahead = [(point[axis] - limit) * sign for point in ring]
        lowest = min(ahead)
        if lowest >= 0:
            continue
        ring = _half(ring, ahead) if max(ahead) > 0 else []
    return ring


def _half(ring: Sequence[Point], ahead: Sequence[float]) -> list[Point]:
    """What of the ring lies on one side of a line; `ahead` says how far on that side each point is."""
    kept = []
    last, last_ahead = ring[-1], ahead[-1]
    for point, distance in zip(ring, ahead, strict=True):
        if (distance > 0) != (last_ahead > 0):
            part = last_ahead / (last_ahead - distance)
            kept.append((last[0] + (point[0] - last[0]) * part, last[1] + (point[1] - last[1]) * part))
        if distance > 0:
            kept.append(point)
        last, last_ahead = point, distance
    return kept


def _close(ring: Sequence[Point]) -> Iterator[Point]:
    """The ring with points between those that are far from each other."""
    if not ring:
        return
    last = ring[-1]
    for point in ring:
        steps = math.ceil(max(abs(point[0] - last[0]), abs(point[1] - last[1])) / _FARTHEST)
        for step in range(1, steps):
            part = step / steps
            yield last[0] + (point[0] - last[0]) * part, last[1] + (point[1] - last[1]) * part
        yield point
        last = point


def _drawn(outline: Sequence[Point]) -> str:
    """The outline as a closed SVG path, in whole units, each point as the step from the one before."""
    points = [(round(x), round(y)) for x, y in (outline[at] for at in corners(outline, _LEAST_BEND))]
    return _path(points, "z")


def _path(points: Sequence[tuple[int, int]], end: str = "") -> str:
    x, y = points[0]
    steps = []
    for to_x, to_y in points[1:]:
        if (to_x, to_y) != (x, y):
            steps.append(f"{to_x - x}{_signed(to_y - y)}")
            x, y = to_x, to_y
    path = "l" + steps[0] + "".join(step if step[0] == "-" else " " + step for step in steps[1:]) if steps else ""
    return f"M{points[0][0]} {points[0][1]}{path}{end}"


def _signed(number: int) -> str:
    return str(number) if number < 0 else f" {number}"


_NET = (1, 2, 5, 10, 15, 30)
"""Degrees between two lines of a graticule."""
_FEWEST_LINES = 3
"""Parallels that a frame has at least."""
_DENSE = 5.0
"""Degrees between the points of a line that is bent."""


def graticule(frame: Frame) -> str:
    """Meridians and parallels at whole degrees as SVG path data, about three to eight parallels in the frame."""
    west, east, south, north = frame.extent()
    degrees = max((net for net in _NET if net * _FEWEST_LINES <= frame.bottom - frame.top), default=1)
    middle = frame.projection.meridian
    lines = []
    for number in range(math.ceil((west + middle) / degrees), math.floor((east + middle) / degrees) + 1):
        at = number * degrees - middle
        if degrees < 30 or abs(at) < 179:
            lines.append(_line(frame, [(at, latitude) for latitude in _spread(south, north)]))
    for number in range(math.ceil(south / degrees), math.floor(north / degrees) + 1):
        at = float(number * degrees)
        if abs(at) < 90:
            lines.append(_line(frame, [(longitude, at) for longitude in _spread(west, east)]))
    return "".join(lines)


def _spread(first: float, last: float) -> list[float]:
    steps = max(1, math.ceil((last - first) / _DENSE))
    return [first + (last - first) * step / steps for step in range(steps + 1)]


def _line(frame: Frame, points: Sequence[Point]) -> str:
    """The part of a line that is near the frame."""
    places = frame.places(points)
    near = [
        -frame.units / 8 <= x <= frame.units * 9 / 8 and -frame.units / 8 <= y <= frame.height + frame.units / 8
        for x, y in places
    ]
    kept = [
        (round(x), round(y))
        for at, (x, y) in enumerate(places)
        if near[at] or (at and near[at - 1]) or (at + 1 < len(near) and near[at + 1])
    ]
    return _path(kept) if len(kept) > 1 else ""
