from __future__ import annotations

from typing import Any

from generator.render.map.rings import read
from tests.render.map.make_coastlines import coastlines_module


def a_topology() -> Any:
    """An island of two arcs, one of them run backwards; a speck of rock; a lake in a land across the antimeridian."""
    return {
        "type": "Topology",
        "transform": {"scale": [0.1, 0.1], "translate": [-180, -90]},
        "arcs": [
            [[1800, 900], [50, 0], [1, 25], [0, 25]],
            [[1800, 900], [0, 50], [51, 0]],
            [[100, 1500], [1, 0], [0, 1], [-1, -1]],
            [[3500, 500], [0, 300], [-3400, 0], [0, -300], [3400, 0]],
            [[3560, 600], [20, 0], [0, 40], [-20, -40]],
        ],
        "objects": {
            "land": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "MultiPolygon", "arcs": [[[0, -2]], [[2]]]},
                    {"type": "Polygon", "arcs": [[3], [4]]},
                ],
            }
        },
    }


def the_rings(text: str) -> list[tuple[tuple[float, float], ...]]:
    return [read(ring) for ring in "".join(text.partition('COASTLINES = """\\\n')[2].strip('"\n').split()).split(".")]


def test_the_rings_of_the_topology_largest_first() -> None:
    text = coastlines_module(a_topology())
    across, island, lake = the_rings(text)
    assert {round(longitude) for longitude, _ in across} == {170, 190}
    assert {(0.0, 0.0), (5.0, 0.0), (5.1, 5.0), (0.0, 5.0)} == set(island) - {(5.1, 2.5)}
    assert len(lake) == 3


def test_the_same_in_gives_the_same_out() -> None:
    assert coastlines_module(a_topology()) == coastlines_module(a_topology())
    assert max(map(len, coastlines_module(a_topology()).splitlines())) <= 120
