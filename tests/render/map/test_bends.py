from __future__ import annotations

import pytest

from generator.render.map.bends import area, corners

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def test_the_area_has_the_sign_of_the_direction() -> None:
    assert area(SQUARE) == pytest.approx(100)
    assert area(SQUARE[::-1]) == pytest.approx(-100)


def test_small_bends_go_and_corners_stay() -> None:
    ring = [(0.0, 0.0), (5.0, 0.01), (10.0, 0.0), (10.0, 10.0), (5.0, 10.0), (0.0, 10.0)]
    assert [ring[at] for at in corners(ring, 1)] == SQUARE


def test_what_encloses_enough_stays() -> None:
    ring = [(0.0, 0.0), (5.0, 1.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert corners(ring, 4.9) == [0, 1, 2, 3, 4]
    assert corners(ring, 5.1) == [0, 2, 3, 4]


def test_a_small_island_keeps_four_points() -> None:
    ring = [(0.0, 0.0), (0.1, 0.0), (0.2, 0.1), (0.1, 0.2), (0.0, 0.2), (0.0, 0.1)]
    assert len(corners(ring, 100)) == 4
    assert corners(ring[:3], 100) == [0, 1, 2]
