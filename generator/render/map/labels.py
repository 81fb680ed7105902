"""Chooses which marks of a map get their names beside them, and on which side, so that nothing lies over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.render.map.marks import NARROWEST, WIDEST, Mark
from generator.render.map.text_width import text_width

WIDTHS = (NARROWEST, 34.0, 46.0, 58.0, 68.0)
"""Em: the widths of a map from which on more names are shown. The stylesheet of the theme has the same."""

_MOST_TRIED = 80
"""Marks that are tried for a name, the most frequent first: more names would make no map but a list."""
_FIRST = 3
"""Marks that the map's caption may name: a few smaller marks may lie over their names, rather than no name be there."""
_MOST_UNDER = 2
_GAP = 0.3
"""Em between a mark and its name."""
_HALF_LINE = 0.62
"""Em from the middle of a line of text to its edge."""
_EDGE = 0.2
"""Em that a name keeps from the map's edge."""
_SLANT = 0.5
"""The part of a mark's radius that a name keeps away both sideways and upwards where it stands at a corner."""
_CORE = 0.7
"""The part of a mark's radius over which no name may lie."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a mark's name stands."""

    side: str
    """`right`, `left`, `over` or `under`."""
    across: float
    """Em from the mark's place to the text's beginning, end or middle, after its side."""
    down: float
    """Em from the mark's place to the middle of the line."""
    level: int
    """From which of `WIDTHS` on the name is shown."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle that moves as the map grows: at the first and at the last width at which it is to be free."""

    first: tuple[float, float, float, float]
    """Left, top, right, bottom in em."""
    last: tuple[float, float, float, float]


def labels_of(marks: Sequence[Mark], names: Sequence[str], ratio: float) -> dict[int, Label]:
    """The labels by the positions of their marks. The marks stand with the most frequent first, `names` beside them.

    A name shown on a narrow map stays where it is on a wider one, which shows more of them. Of two boxes one stays
    left of the other, or above it, at all widths between two where it is so: places move apart evenly.
    """
    chosen: dict[int, Label] = {}
    for level, width in enumerate(WIDTHS):
        fixed = [_mark_box(mark, width, ratio) for mark in marks]
        lines = [_text_box(marks[at], label, names[at], width, ratio) for at, label in chosen.items()]
        for at, mark in enumerate(marks[:_MOST_TRIED]):
            if at in chosen:
                continue
            others = fixed[:at] + fixed[at + 1 :]
            found = None
            for label in _sides(mark, level):
                box = _text_box(mark, label, names[at], width, ratio)
                if not _is_inside(box, width, ratio) or any(_touch(box, line) for line in lines):
                    continue
                under = sum(_touch(box, other) for other in others)
                if under <= (_MOST_UNDER if at < _FIRST else 0) and (found is None or under < found[0]):
                    found = under, label, box
            if found:
                chosen[at] = found[1]
                lines.append(found[2])
    return chosen


def _sides(mark: Mark, level: int) -> Iterator[Label]:
    beside = mark.radius + _GAP
    over = mark.radius + _HALF_LINE
    yield Label("right", mark.aside + beside, mark.below, level)
    yield Label("left", mark.aside - beside, mark.below, level)
    yield Label("over", mark.aside, mark.below - over, level)
    yield Label("under", mark.aside, mark.below + over, level)
    across, down = mark.radius * _SLANT + _GAP, mark.radius * _SLANT + _HALF_LINE
    for side, sign in (("right", 1), ("left", -1)):
        yield Label(side, mark.aside + sign * across, mark.below - down, level)
        yield Label(side, mark.aside + sign * across, mark.below + down, level)


_BEFORE = {"right": 0.0, "left": 1.0, "over": 0.5, "under": 0.5}
"""How much of a name stands left of where it is put."""


def _text_box(mark: Mark, label: Label, name: str, width: float, ratio: float) -> _Box:
    length = text_width(name)
    left = label.across - length * _BEFORE[label.side]
    sides = (left, label.down - _HALF_LINE, left + length, label.down + _HALF_LINE)
    return _box(mark, sides, width, ratio)


def _mark_box(mark: Mark, width: float, ratio: float) -> _Box:
    core = mark.radius * _CORE
    sides = (mark.aside - core, mark.below - core, mark.aside + core, mark.below + core)
    return _box(mark, sides, width, ratio)


def _box(mark: Mark, sides: tuple[float, float, float, float], width: float, ratio: float) -> _Box:
    left, top, right, bottom = sides

    def at(wide: float) -> tuple[float, float, float, float]:
        x, y = mark.across * wide, mark.down * wide / ratio
        return x + left, y + top, x + right, y + bottom

    return _Box(at(width), at(WIDEST))


def _is_inside(box: _Box, width: float, ratio: float) -> bool:
    for (left, top, right, bottom), wide in ((box.first, width), (box.last, WIDEST)):
        if left < _EDGE or top < 0 or right > wide - _EDGE or bottom > wide / ratio:
            return False
    return True


def _touch(one: _Box, other: _Box) -> bool:
    """Whether the boxes lie over each other at some width."""
    left, top, right, bottom = one.first
    a, b, c, d = other.first
    last_left, last_top, last_right, last_bottom = one.last
    e, f, g, h = other.last
    return not (
        (right <= a and last_right <= e)
        or (left >= c and last_left >= g)
        or (bottom <= b and last_bottom <= f)
        or (top >= d and last_top >= h)
    )
