"""A picture of how long clean builds take as archives grow: an SVG with both axes in powers of ten."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise

_WIDTH, _HEIGHT = 760, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 190, 40, 50
_COLOURS = ("#b00020", "#00629b", "#2e7d32", "#7b1fa2", "#c77700", "#455a64", "#00838f", "#6d4c41")

Line = Sequence[tuple[float, float]]
"""Points: how many articles, how many seconds; both above zero, the small ones first."""


def growth_plot(lines: Mapping[str, Line]) -> str:
    """The lines as SVG, each named at its last point; those of one point are points."""
    points = [point for line in lines.values() for point in line]
    if not points:
        raise ValueError("nothing to draw")
    across = _Scale.of([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _Scale.of([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        ' font-size="12" role="img"><title>Seconds of a clean build by number of articles</title>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        *_grid(across, up),
    ]
    heights = _apart([up.at(line[-1][1]) for line in lines.values()])
    for number, ((name, line), height) in enumerate(zip(lines.items(), heights, strict=True)):
        colour = _COLOURS[number % len(_COLOURS)]
        at = [(across.at(x), up.at(y)) for x, y in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in at]
        label = f"{name}, {line[-1][1]:,.1f} s"
        parts.append(f'<text x="{at[-1][0] + 10:.1f}" y="{height + 4:.1f}" fill="{colour}">{escape(label)}</text>')
    return "\n".join((*parts, "</svg>", ""))


class _Scale:
    """Where a value stands on an axis of powers of ten."""

    def __init__(self, least: int, most: int, start: float, end: float) -> None:
        self.least, self.most, self.start, self.end = least, most, start, end

    @classmethod
    def of(cls, values: Sequence[float], start: float, end: float) -> _Scale:
        least = math.floor(math.log10(min(values)))
        return cls(least, max(least + 1, math.ceil(math.log10(max(values)))), start, end)

    def at(self, value: float) -> float:
        return self.start + (self.end - self.start) * (math.log10(value) - self.least) / (self.most - self.least)

    @property
    def powers(self) -> list[float]:
        return [10.0**power for power in range(self.least, self.most + 1)]


def _grid(across: _Scale, up: _Scale) -> list[str]:
    parts = []
    for value in across.powers:
        x = across.at(value)
        parts.append(f'<path d="M{x:.1f} {up.start:.1f}V{up.end:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{up.start + 18:.1f}" text-anchor="middle">{value:,.0f}</text>')
    for value in up.powers:
        y = up.at(value)
        parts.append(f'<path d="M{across.start:.1f} {y:.1f}H{across.end:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{across.start - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{value:,g} s</text>')
    middle = (across.start + across.end) / 2
    parts.append(f'<text x="{middle:.1f}" y="{_HEIGHT - 12}" text-anchor="middle">articles</text>')
    return parts


def _apart(heights: Sequence[float], least: float = 15) -> list[float]:
    """The heights, moved down where names would stand on each other."""
    moved = list(heights)
    order = sorted(range(len(moved)), key=lambda at: (moved[at], at))
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + least)
    return moved
