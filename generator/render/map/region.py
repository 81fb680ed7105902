"""Decides which part of the world a map shows: where the places are, with so much around them that one knows where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.render.map.frame import Frame, frame_around
from generator.render.map.land import land_in
from generator.render.map.projection import Conic, EqualEarth
from generator.render.map.rings import Point

_UNITS = 1000
"""Width of a map: about the pixels that it has on a desk."""
_RATIO = 1.6
_LEAST_HEIGHT = 14.0
"""Degrees: nearer the coastlines, simplified as they are, look like polygons."""
_MOST_HEIGHT = 75.0
_GROWTH = 1.3
_LAND = (0.06, 0.95)
"""A map that is nearly all land or all sea tells nobody where it is."""

_WIDEST_REGION = 110.0
"""Degrees of longitude: beyond, the conic projection turns the map's sides too far."""
_WIDEST_PART = 200.0
"""Degrees of longitude: beyond, the whole world is shown."""
_POLAR = 50.0
"""Degrees of latitude: places all nearer than that to one pole are shown around it, wherever they lie."""

_WORLD_MERIDIAN = 11.0
"""Degrees: the map's edge then runs through the Bering Strait, and cuts no land but Antarctica."""
_WORLD_NORTH, _WORLD_SOUTH = 82.0, -57.0
"""Latitudes between which nearly all places lie; the frame goes beyond where some do not."""
_WORLD_AIR = 1.03
"""So that no mark lies on the edge."""
_PART_RATIO = 2.2

_LOCATOR_UNITS = 320
_LOCATOR_RATIO = 1.5
_LOCATOR_HEIGHTS = (24.0, 40.0, 64.0)
"""Degrees: the first is taken that shows enough of both land and sea."""
_LOCATOR_LAND = (0.12, 0.86)
_SNAP = 6.0
"""Degrees: places that are so near share one frame, so a thousand places do not make a thousand maps."""


def frame_of(points: Sequence[Point]) -> Frame:
    """The frame with all the points (longitude, latitude), of which there is at least one."""
    meridian, span = _longitudes(points)
    latitudes = [latitude for _, latitude in points]
    if span > _WIDEST_REGION and min(map(abs, latitudes)) >= _POLAR and min(latitudes) * max(latitudes) > 0:
        pole = Conic(meridian, 90.0 if min(latitudes) > 0 else -90.0)
        return _telling(frame_around(pole, points, _LEAST_HEIGHT, _RATIO, _UNITS))
    if span > _WIDEST_PART:
        return _world(latitudes)
    if span > _WIDEST_REGION:
        return _part(meridian, points)
    conic = Conic(meridian, (min(latitudes) + max(latitudes)) / 2)
    return _telling(frame_around(conic, points, _LEAST_HEIGHT, _RATIO, _UNITS))


def frame_of_one(point: Point) -> Frame:
    """The frame of the small map of one place: its middle is near the place."""
    longitude, latitude = point
    middle = max(-88.0, min(88.0, round(latitude / _SNAP) * _SNAP))
    meridian = round(longitude / _SNAP) * _SNAP
    frames = [
        frame_around(Conic(meridian, middle), [(meridian, middle)], height, _LOCATOR_RATIO, _LOCATOR_UNITS)
        for height in _LOCATOR_HEIGHTS
    ]
    least, most = _LOCATOR_LAND
    return next((frame for frame in frames if least <= land_in(frame).share <= most), frames[-1])


def _longitudes(points: Sequence[Point]) -> tuple[float, float]:
    """The middle of the shortest stretch of longitudes with all points in it, and its length, in degrees."""
    sorted_ = sorted({longitude % 360 for longitude, _ in points})
    gaps = [after - before for before, after in zip(sorted_, [*sorted_[1:], sorted_[0] + 360], strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    span = 360 - gaps[widest]
    middle = (sorted_[widest] + gaps[widest] + span / 2 + 180) % 360 - 180
    return round(middle, 2), span


def _telling(frame: Frame) -> Frame:
    """The frame, grown until there are both land and sea in it."""
    least, most = _LAND
    while frame.bottom - frame.top < _MOST_HEIGHT and not least <= land_in(frame).share <= most:
        frame = frame.grown(_GROWTH)
    return frame


def _part(meridian: float, points: Sequence[Point]) -> Frame:
    """A wide part of the world, moved back where it would reach beyond a pole."""
    projection = EqualEarth(meridian)
    frame = frame_around(projection, points, _LEAST_HEIGHT, _PART_RATIO, _UNITS)
    (_, highest), (_, lowest) = projection.places([(0, 88), (0, -88)])
    down = max(0.0, highest - frame.top) - max(0.0, frame.bottom - lowest)
    return replace(frame, top=frame.top + down, bottom=frame.bottom + down)


def _world(latitudes: Sequence[float]) -> Frame:
    projection = EqualEarth(_WORLD_MERIDIAN)
    north, south = max(_WORLD_NORTH, max(latitudes) + 4), min(_WORLD_SOUTH, min(latitudes) - 4)
    corners = [(-180, 0), (180, 0), (0, min(90, north)), (0, max(-90, south))]
    (left, _), (right, _), (_, top), (_, bottom) = projection.places(corners)
    return Frame(projection, left, top, right, bottom, _UNITS).grown(_WORLD_AIR)
