from __future__ import annotations

import pytest

from generator.render.map.frame import Frame
from generator.render.map.land import land_in
from generator.render.map.projection import Conic, EqualEarth
from generator.render.map.region import frame_of, frame_of_one
from generator.render.map.rings import Point


def is_inside(frame: Frame, point: Point) -> bool:
    x, y = frame.place_of(point)
    return 0 < x < frame.units and 0 < y < frame.height


@pytest.mark.parametrize(
    "points",
    [
        [(13.4, 52.5)],
        [(13.4, 52.5), (13.4, 52.5)],
        [(178.4, -18.1), (-149.9, 61.2)],
        [(180, 0), (-180, 0)],
        [(0, 90)],
        [(0, -90)],
        [(0, 90), (0, -90)],
        [(15, 78), (-62, 82), (-156, 71), (80, 73)],
        [(15, -78), (-62, -72), (-156, -71), (80, -73)],
        [(-77, 39), (75, 43)],
        [(-77, 39), (75, 43), (130, 90)],
        [(-120, 40), (0, 50), (120, 30)],
        [(-120, -89), (0, 89), (120, 30)],
        [(20, -35), (20, 70)],
    ],
)
def test_all_places_are_inside_the_frame(points: list[Point]) -> None:
    frame = frame_of(points)
    assert [point for point in points if not is_inside(frame, point)] == []
    assert 1.2 < frame.units / frame.height < 3.2


def test_places_on_both_sides_of_the_antimeridian_are_near_each_other() -> None:
    frame = frame_of([(178.4, -18.1), (-171.8, -13.8)])
    assert isinstance(frame.projection, Conic)
    assert frame.projection.meridian == pytest.approx(-176.7)
    assert frame.place_of((178.4, -18.1))[0] < frame.place_of((-171.8, -13.8))[0]


def test_the_projection_goes_with_how_far_the_places_lie_apart() -> None:
    assert isinstance(frame_of([(0, 50), (60, 40)]).projection, Conic)
    assert isinstance(frame_of([(-77, 39), (75, 43)]).projection, EqualEarth)
    assert frame_of([(-120, 40), (0, 50), (120, 30)]).projection == EqualEarth(11)
    assert frame_of([(0, 70), (120, 75), (-110, 80)]).projection == Conic(5, 90)


@pytest.mark.parametrize("point", [(68.0, 48.0), (178.4, -18.1), (13.4, 52.5)])
def test_a_map_shows_land_and_sea(point: Point) -> None:
    assert 0.005 < land_in(frame_of([point])).share < 0.96
    assert 0.02 < land_in(frame_of_one(point)).share < 0.9


def test_a_single_place_is_shown_no_nearer_than_its_coast_is_known() -> None:
    frame = frame_of([(13.4, 52.5)])
    assert frame.bottom - frame.top >= 14


@pytest.mark.parametrize("latitude", [-90.0, -89.0, -2.9, 0.0, 48.0, 87.3, 90.0])
@pytest.mark.parametrize("longitude", [-180.0, -177.1, 0.0, 74.6, 180.0])
def test_a_place_is_near_the_middle_of_its_own_map(longitude: float, latitude: float) -> None:
    frame = frame_of_one((longitude, latitude))
    x, y = frame.place_of((longitude, latitude))
    assert abs(x / frame.units - 0.5) < 0.2
    assert abs(y / frame.height - 0.5) < 0.2


def test_neighbours_share_a_small_map() -> None:
    assert frame_of_one((12.4, 41.9)) == frame_of_one((12.5, 41.8))
