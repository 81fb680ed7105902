from __future__ import annotations

import math
import random

import pytest

from generator.render.map.marks import NARROWEST, Mark, Spot, marks_of


def at(mark: Mark, width: float = NARROWEST, ratio: float = 1.6) -> tuple[float, float]:
    return mark.across * width + mark.aside, mark.down * width / ratio + mark.below


def test_the_area_goes_with_the_articles() -> None:
    large, small = marks_of([Spot(0.2, 0.5, 40), Spot(0.8, 0.5, 10)], 1.6)
    assert large.radius / small.radius == pytest.approx(2)


def test_a_mark_with_room_stands_in_its_place() -> None:
    (mark,) = marks_of([Spot(0.25, 0.5, 1)], 1.6)
    assert mark == Mark(0, 0.25, 0.5, 0.0, 0.0, mark.radius)


def test_even_the_least_can_be_seen() -> None:
    marks = marks_of([Spot(0.2, 0.5, 100_000), Spot(0.8, 0.5, 1)], 1.6)
    assert marks[1].radius > 0.2


def test_marks_at_one_spot_stand_beside_each_other() -> None:
    marks = marks_of([Spot(0.5, 0.5, 3)] * 7, 1.6)
    assert [mark.number for mark in marks] == list(range(7))
    places = [at(mark) for mark in marks]
    for number, place in enumerate(places):
        assert all(math.dist(place, other) > 0.5 for other in places[:number])
    assert all(math.dist(place, places[0]) < 0.6 for place in places)


def test_a_crowd_has_as_many_marks_as_there_is_room_for() -> None:
    marks = marks_of([Spot(0.5, 0.5, 2)] * 500, 1.6)
    assert 19 <= len(marks) <= 37
    assert marks[0].number == 0


def test_marks_that_are_scattered_are_all_there() -> None:
    chance = random.Random(1)
    spots = [Spot(chance.random(), chance.random(), 1) for _ in range(100)]
    marks = marks_of(spots, 1.6)
    assert [mark.number for mark in marks] == list(range(100))
    places = [at(mark) for mark in marks]
    assert all(math.dist(a, b) > 0.5 for number, a in enumerate(places) for b in places[:number])
