from __future__ import annotations

from itertools import combinations

import pytest

from generator.render.together.spread import Box, Pull, spread


def overlaps(boxes: list[Box], places: list[tuple[float, float]]) -> int:
    return sum(
        abs(places[one][0] - places[two][0]) < (boxes[one].width + boxes[two].width) / 2 - 1e-3
        and abs(places[one][1] - places[two][1]) < (boxes[one].height + boxes[two].height) / 2 - 1e-3
        for one, two in combinations(range(len(boxes)), 2)
    )


@pytest.mark.parametrize("number", [1, 2, 3, 12, 40])
def test_no_box_lies_over_another(number: int) -> None:
    boxes = [Box(60 + 17 * (n % 7), 40 + 9 * (n % 4)) for n in range(number)]
    pulls = [Pull(n, (n * 7 + 1) % number, 1.0) for n in range(number) if n != (n * 7 + 1) % number]
    # Once with room, once with far too little.
    for width in (1200.0, 100.0):
        assert overlaps(boxes, spread(boxes, pulls, width, width)) == 0


def test_those_that_are_tied_are_neighbours() -> None:
    boxes = [Box(20, 20)] * 12
    groups = [range(0, 12, 2), range(1, 12, 2)]
    pulls = [Pull(one, two, 1.0) for group in groups for one, two in combinations(group, 2)]
    places = spread(boxes, pulls, 800, 800)

    def far(one: int, two: int) -> float:
        (x1, y1), (x2, y2) = places[one], places[two]
        return float(((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5)

    inside = [far(pull.first, pull.second) for pull in pulls]
    across = [far(one, two) for one in groups[0] for two in groups[1]]
    assert sum(inside) / len(inside) < 0.6 * sum(across) / len(across)


def test_the_picture_is_filled_where_there_is_room() -> None:
    boxes = [Box(20, 10)] * 9
    places = spread(boxes, [Pull(0, n, 1.0) for n in range(1, 9)], 600, 300)
    xs, ys = zip(*places, strict=True)
    assert (min(xs), max(xs)) == pytest.approx((10, 590))
    assert (min(ys), max(ys)) == pytest.approx((5, 295))


def test_the_same_boxes_lie_at_the_same_places() -> None:
    boxes = [Box(50 + n, 30) for n in range(15)]
    pulls = [Pull(n, n + 1, 0.5 + n / 15) for n in range(14)]
    assert spread(boxes, pulls, 500, 400) == spread(boxes, pulls, 500, 400)
