"""Makes `generator/render/map/coastlines.py` from Natural Earth's land, which world-atlas carries as TopoJSON.

Neither the build nor the tests need it; it is kept so that anyone can make the file again:

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python -m tests.render.map.make_coastlines package/land-50m.json > generator/render/map/coastlines.py

The same file in gives the same bytes out.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.render.map.bends import area, corners
from generator.render.map.rings import STEPS, Point, Ring, unrolled, written

_LEAST_BEND = 0.016
"""Square degrees of the equator: a corner that encloses less with its neighbours is left out."""
_LEAST_ISLAND = 0.004
"""Square degrees of the equator: at every scale of the maps a smaller island is no more than a dot."""
_LINE = 112
"""Characters."""

_HEAD = '''\
"""The coastlines of the world in the form that `rings` reads: made by a program, not to be edited.

Source: Natural Earth 4.1.0, 1:50m land, which is in the public domain; from `land-50m.json` of the npm package
world-atlas 2.0.2. Simplified and written by `tests/render/map/make_coastlines.py`, which says how to make it again.
"""

from __future__ import annotations

VERSION = "4.1.0"

COASTLINES = """\\
'''


def coastlines_module(topology: Any) -> str:
    """The text of the module. `topology` is a TopoJSON object with `land` in it (specification 2.1 of that format)."""
    rings = sorted(filter(None, map(_simplified, _rings(topology))), key=lambda ring: (-abs(area(_flat(ring))), ring))
    text = ".".join(map(written, rings))
    lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
    return _HEAD + "\n".join(lines) + '\n"""\n'


def _rings(topology: Any) -> Iterator[list[Point]]:
    """The outlines of all land and of the lakes cut out of it, in degrees of longitude and latitude."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                # Each arc begins where the one before has ended, the first where the last has.
                yield [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[1:]]


def _simplified(points: Sequence[Point]) -> Ring | None:
    """The ring in whole steps without its small bends, or None where it is too small."""
    ring = unrolled(points)
    flat = _flat(ring)
    # Natural Earth cuts the pole itself out of Antarctica, as a ring without extent.
    if abs(area(flat)) < _LEAST_ISLAND or max(latitude for _, latitude in ring) < -89:
        return None
    steps = [(round(ring[at][0] * STEPS), round(ring[at][1] * STEPS)) for at in corners(flat, _LEAST_BEND)]
    kept = [point for point, before in zip(steps, [steps[-1], *steps], strict=False) if point != before]
    return tuple((longitude / STEPS, latitude / STEPS) for longitude, latitude in kept) if len(kept) > 2 else None


def _flat(ring: Sequence[Point]) -> list[Point]:
    """The ring in Lambert's cylindrical projection, which is true to area."""
    return [(longitude, math.degrees(math.sin(math.radians(latitude)))) for longitude, latitude in ring]


if __name__ == "__main__":
    print(coastlines_module(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), end="")
