from __future__ import annotations

import re
from itertools import pairwise

import pytest

from generator.render.map.frame import Frame, frame_around
from generator.render.map.land import graticule, land_in
from generator.render.map.projection import Conic, EqualEarth

Point = tuple[int, int]


def a_frame(longitude: float, latitude: float, height: float = 20, units: int = 300) -> Frame:
    return frame_around(Conic(longitude, latitude), [(longitude, latitude)], height, 1.5, units)


def the_world(meridian: float) -> Frame:
    projection = EqualEarth(meridian)
    (left, _), (right, _), (_, top), (_, bottom) = projection.places([(-180, 0), (180, 0), (0, 90), (0, -90)])
    return Frame(projection, left, top, right, bottom, 1000)


def lines_of(path: str) -> list[list[Point]]:
    """The points of each line of a path of `M`, `l` and `z`."""
    lines = []
    for start, rest in re.findall(r"M(-?\d+ -?\d+)([^M]*)", path):
        x, y = map(int, start.split())
        points = [(x, y)]
        numbers = [int(number) for number in re.findall(r"-?\d+", rest)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        lines.append(points)
    return lines


def is_land(path: str, x: float, y: float) -> bool:
    """By the even-odd rule."""
    crossings = 0
    for ring in lines_of(path):
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
            crossings += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
    return crossings % 2 == 1


@pytest.mark.parametrize("meridian", [0.0, 11.0, 175.0, -90.0])
def test_the_world_has_land_where_there_is_land(meridian: float) -> None:
    frame = the_world(meridian)
    land = land_in(frame)
    for place in [(37.6, 55.8), (-100, 45), (134, -25), (-60, -10), (25, 0), (0, -80), (170, 67), (-40, 72)]:
        assert is_land(land.path, *frame.place_of(place)), place
    for place in [(-30, 40), (-150, 0), (80, -20), (51, 42), (0, 85), (-20, -50), (179, 50), (34, 43)]:
        assert not is_land(land.path, *frame.place_of(place)), place


def test_equal_earth_shows_as_much_land_as_there_is() -> None:
    land = land_in(the_world(11))
    # Land is 29 percent of the Earth; the map's outline fills 0.87 of its frame, and ice shelves count as land.
    assert 0.23 < land.share < 0.28


@pytest.mark.parametrize("longitude", [179.0, -179.0, 180.0, -180.0])
def test_a_region_goes_on_beyond_the_antimeridian(longitude: float) -> None:
    frame = a_frame(longitude, 67, 24)
    path = land_in(frame).path
    # Chukotka on both sides of the line, and Alaska beyond the strait.
    for place in [(176.0, 67.5), (-176.0, 67.0), (179.9, 68.0), (-160.0, 66.5)]:
        assert is_land(path, *frame.place_of(place)), place
    assert not is_land(path, *frame.place_of((-169.0, 64.5)))


@pytest.mark.parametrize("latitude", [88.0, -88.0, 90.0, -90.0])
def test_a_map_may_hold_a_pole(latitude: float) -> None:
    frame = a_frame(0, latitude, 50)
    path = land_in(frame).path
    assert is_land(path, *frame.place_of((40, -84 if latitude < 0 else 72))) == (latitude < 0)
    assert is_land(path, *frame.place_of((-40, latitude))) == (latitude < 0)


def test_nothing_is_drawn_far_outside_of_the_frame() -> None:
    frame = a_frame(10, 50)
    points = [point for line in lines_of(land_in(frame).path) for point in line]
    assert points
    assert all(-5 <= x <= frame.units + 5 and -5 <= y <= frame.height + 5 for x, y in points)


def test_a_map_of_nothing_but_sea_or_land() -> None:
    assert land_in(a_frame(-130, -45)).path == ""
    assert land_in(a_frame(-130, -45)).share == 0
    assert land_in(a_frame(90, 50, 8)).share == pytest.approx(1)


def test_the_graticule_is_made_of_whole_degrees() -> None:
    flat = frame_around(Conic(20, 0), [(20, 0)], 20, 1.5, 300)
    lines = lines_of(graticule(flat))
    upright = sorted({line[0][0] for line in lines if line[0][0] == line[-1][0]})
    # Five degrees apart, ten units each: 20 degrees east stands in the middle.
    assert 150 in upright
    assert {after - before for before, after in pairwise(upright)} == {50}


@pytest.mark.parametrize(("longitude", "latitude"), [(0, 0), (180, 66), (0, 90), (-70, -60)])
def test_each_map_has_its_graticule(longitude: float, latitude: float) -> None:
    assert 4 < len(lines_of(graticule(a_frame(longitude, latitude, 30)))) < 60
