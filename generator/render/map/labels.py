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
        drawn = _Drawn(width, ratio)
        fixed = [drawn.mark_box(mark) for mark in marks]
        lines = [drawn.text_box(marks[at], label, names[at]) for at, label in chosen.items()]
        for at, mark in enumerate(marks[:_MOST_TRIED]):
            if at in chosen:
                continue
            boxes = [(label, drawn.text_box(mark, label, names[at])) for label in _sides(mark, level)]
            free = [(label, box) for label, box in boxes if drawn.holds(box) and not _touches_any(box, lines)]
            best = _best(free, fixed[:at] + fixed[at + 1 :], _MOST_UNDER if at < _FIRST else 0)
            if best:
                chosen[at], line = best
                lines.append(line)
    return chosen


def _best(labels: Sequence[tuple[Label, _Box]], marks: Sequence[_Box], most_under: int) -> tuple[Label, _Box] | None:
    """The first of the labels under whose boxes fewest marks lie, if these are no more than `most_under`."""
    under = [sum(_touch(box, mark) for mark in marks) for _, box in labels]
    fewest = min(under, default=most_under + 1)
    return labels[under.index(fewest)] if fewest <= most_under else None


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


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The map as it is drawn at one width."""

    width: float
    """Em."""
    ratio: float
    """Of the width to the height."""

    def text_box(self, mark: Mark, label: Label, name: str) -> _Box:
        length = text_width(name)
        left = label.across - length * _BEFORE[label.side]
        return self._box(mark, (left, label.down - _HALF_LINE, left + length, label.down + _HALF_LINE))

    def mark_box(self, mark: Mark) -> _Box:
        core = mark.radius * _CORE
        return self._box(mark, (mark.aside - core, mark.below - core, mark.aside + core, mark.below + core))

    def _box(self, mark: Mark, sides: tuple[float, float, float, float]) -> _Box:
        left, top, right, bottom = sides

        def at(wide: float) -> tuple[float, float, float, float]:
            x, y = mark.across * wide, mark.down * wide / self.ratio
            return x + left, y + top, x + right, y + bottom

        return _Box(at(self.width), at(WIDEST))

    def holds(self, box: _Box) -> bool:
        """Whether the box lies within the map."""
        for (left, top, right, bottom), wide in ((box.first, self.width), (box.last, WIDEST)):
            if left < _EDGE or top < 0 or right > wide - _EDGE or bottom > wide / self.ratio:
                return False
        return True


def _touches_any(one: _Box, others: Sequence[_Box]) -> bool:
    return any(_touch(one, other) for other in others)


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
