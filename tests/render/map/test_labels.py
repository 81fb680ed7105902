from __future__ import annotations

import random

import pytest

from generator.render.map.labels import WIDTHS, Label, labels_of
from generator.render.map.marks import WIDEST, Mark, Spot, marks_of
from generator.render.map.text_width import text_width

Box = tuple[float, float, float, float]


def box_of(mark: Mark, label: Label, name: str, width: float, ratio: float) -> Box:
    """Where the name's letters stand: less than the line that is kept free for them."""
    length = text_width(name)
    left = mark.across * width + label.across
    left -= {"right": 0.0, "left": length}.get(label.side, length / 2)
    middle = mark.down * width / ratio + label.down
    return left, middle - 0.6, left + length, middle + 0.6


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def a_map(number: int, seed: int, ratio: float = 1.6) -> tuple[list[Mark], list[str]]:
    chance = random.Random(seed)
    spots = [Spot(chance.gauss(0.5, 0.2), chance.gauss(0.5, 0.2), number - place) for place in range(number)]
    marks = marks_of([spot for spot in spots if 0 < spot.across < 1 and 0 < spot.down < 1], ratio)
    return marks, ["M" + "a" * chance.randrange(2, 12) for _ in marks]


@pytest.mark.parametrize("seed", range(5))
def test_no_two_names_overlap_at_any_width(seed: int) -> None:
    marks, names = a_map(60, seed)
    labels = labels_of(marks, names, 1.6)
    assert len(labels) > 10
    for width in (*WIDTHS, 24.0, 30.0, 40.0, 50.0, 64.0, 72.0, WIDEST):
        shown = [
            (names[at], box_of(marks[at], label, names[at], width, 1.6))
            for at, label in labels.items()
            if WIDTHS[label.level] <= width
        ]
        for number, (name, box) in enumerate(shown):
            assert [(name, other) for other, place in shown[:number] if overlap(box, place)] == []
            assert box[0] >= 0
            assert box[2] <= width
            assert box[1] >= -0.1
            assert box[3] <= width / 1.6 + 0.1


@pytest.mark.parametrize("seed", range(5))
def test_no_name_lies_over_another_mark_but_the_first_three(seed: int) -> None:
    marks, names = a_map(60, seed)
    for at, label in labels_of(marks, names, 1.6).items():
        for width in (WIDTHS[label.level], 66.0, WIDEST):
            box = box_of(marks[at], label, names[at], width, 1.6)
            under = [
                other
                for other in marks
                if other is not marks[at]
                and box[0] < other.across * width + other.aside < box[2]
                and box[1] < other.down * width / 1.6 + other.below < box[3]
            ]
            assert len(under) <= (2 if at < 3 else 0)


def test_the_most_frequent_is_named_first_and_on_the_right() -> None:
    marks = marks_of([Spot(0.3, 0.5, 2), Spot(0.6, 0.5, 1)], 1.6)
    labels = labels_of(marks, ["Rome", "Bari"], 1.6)
    assert [(label.side, label.level) for label in labels.values()] == [("right", 0), ("right", 0)]
    assert list(labels) == [0, 1]


def test_at_the_right_edge_a_name_stands_on_the_left() -> None:
    (label,) = labels_of(marks_of([Spot(0.97, 0.5, 1)], 1.6), ["Vladivostok"], 1.6).values()
    assert label.side == "left"


def test_a_name_that_fits_no_phone_is_shown_where_there_is_room() -> None:
    (label,) = labels_of(
        marks_of([Spot(0.5, 0.5, 1)], 1.6), ["A name that is so long that no telephone has room"], 1.6
    ).values()
    assert label.level > 0
    assert labels_of(marks_of([Spot(0.5, 0.5, 1)], 1.6), ["M" * 200], 1.6) == {}


def test_wide_scripts_are_measured_wide() -> None:
    assert text_width("東京都") == 3
    assert text_width("é") == text_width("e\u0301")
    assert text_width("illi") < text_width("mama")
    assert text_width("Самарканд") > 5
    assert text_width("") == 0
