"""Places boxes on a plane: those that are tied near each other, none over another, the same on every machine."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_ROUNDS = 400
_COS, _SIN = -0.7373688780783197, 0.6754902942615238
"""Of the golden angle: each box begins at that angle from the one before. Written out, since what computes them
differs in the last digit between machines, and a layout makes much of a small difference."""

_GRAVITY = 0.05
"""What draws all boxes to the middle, so that those without a tie between them do not drift apart."""

_PARTINGS = 300
"""Rounds of pushing boxes apart before the whole is stretched by a little and tried again."""
_STRETCH = 1.06


@dataclass(frozen=True, slots=True)
class Box:
    """What is to be placed: a box that no other may overlap."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pull:
    """Two boxes that are to be near each other."""

    first: int
    second: int
    strength: float
    """1 for an ordinary one."""


def spread(boxes: Sequence[Box], pulls: Sequence[Pull], width: float, height: float) -> list[tuple[float, float]]:
    """The middles of the boxes in a picture of about `width` by `height`; it may grow if they do not fit.

    After the forces of T. Fruchterman and E. Reingold (Graph Drawing by Force-directed Placement, Software: Practice
    and Experience 21, 1991): all push each other away, those that are tied pull. The first boxes begin in the middle.
    Only the four operations and square roots are used, whose results are the same everywhere (IEEE 754). The work is
    quadratic in the number of boxes.
    """
    places = _forced(len(boxes), pulls)
    _fill(places, boxes, width, height)
    while not _parted(places, boxes):
        for place in places:
            place[0] *= _STRETCH
            place[1] *= _STRETCH
    return [(x, y) for x, y in places]


def _forced(number: int, pulls: Sequence[Pull]) -> list[list[float]]:
    """The places at which the forces come to rest, in a plane in which neighbours are about 1 apart."""
    places = _spiral(number)
    for round_ in range(_ROUNDS):
        moves = _pushes(places)
        for pull in pulls:
            _pull_together(places, moves, pull)
        longest = 0.6 * (1 - round_ / _ROUNDS) + 0.01
        for place, move in zip(places, moves, strict=True):
            x, y = move[0] - place[0] * _GRAVITY, move[1] - place[1] * _GRAVITY
            length = math.sqrt(x * x + y * y)
            step = min(length, longest) / length if length else 0.0
            place[0] += x * step
            place[1] += y * step
    return places


def _spiral(number: int) -> list[list[float]]:
    places = []
    x, y = 1.0, 0.0
    for position in range(number):
        distance = 0.6 * math.sqrt(position)
        places.append([x * distance, y * distance])
        x, y = x * _COS - y * _SIN, x * _SIN + y * _COS
    return places


def _pushes(places: list[list[float]]) -> list[list[float]]:
    moves = [[0.0, 0.0] for _ in places]
    for first, (x1, y1) in enumerate(places):
        for second in range(first):
            x, y = x1 - places[second][0], y1 - places[second][1]
            square = max(x * x + y * y, 1e-4)
            x, y = x / square, y / square
            moves[first][0] += x
            moves[first][1] += y
            moves[second][0] -= x
            moves[second][1] -= y
    return moves


def _pull_together(places: list[list[float]], moves: list[list[float]], pull: Pull) -> None:
    x = places[pull.second][0] - places[pull.first][0]
    y = places[pull.second][1] - places[pull.first][1]
    force = math.sqrt(x * x + y * y) * pull.strength
    for end, sign in ((pull.first, 1.0), (pull.second, -1.0)):
        moves[end][0] += x * force * sign
        moves[end][1] += y * force * sign


def _fill(places: list[list[float]], boxes: Sequence[Box], width: float, height: float) -> None:
    """Stretches the places so that their boxes fill the picture from edge to edge."""
    for axis, size in ((0, width), (1, height)):
        widest = max(box.height if axis else box.width for box in boxes)
        first = min(place[axis] for place in places)
        reach = max(place[axis] for place in places) - first
        scale = max(0.0, size - widest) / reach if reach else 0.0
        for place in places:
            place[axis] = (place[axis] - first) * scale + widest / 2


def _parted(places: list[list[float]], boxes: Sequence[Box]) -> bool:
    """Pushes boxes off each other; whether none overlaps another in the end."""
    for _ in range(_PARTINGS):
        overlapped = False
        for first in range(len(boxes)):
            for second in range(first):
                overlapped |= _part(places[first], boxes[first], places[second], boxes[second])
        if not overlapped:
            return True
    return False


def _part(one: list[float], one_box: Box, other: list[float], other_box: Box) -> bool:
    """Pushes two boxes off each other, the shorter way; whether they overlapped."""
    across = (one_box.width + other_box.width) / 2 - abs(one[0] - other[0])
    down = (one_box.height + other_box.height) / 2 - abs(one[1] - other[1])
    # What a sum's last digit leaves is no overlap.
    if across <= 1e-6 or down <= 1e-6:
        return False
    axis, overlap = (0, across) if across < down else (1, down)
    push = overlap / 2 if one[axis] >= other[axis] else -overlap / 2
    one[axis] += push
    other[axis] -= push
    return True
