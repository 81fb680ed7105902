from __future__ import annotations

import math

import pytest

from generator.render.map.projection import Conic, EqualEarth


@pytest.mark.parametrize("parallel", [-90, -60, -0.5, 0, 0.5, 5, 45, 70, 90])
def test_the_conic_touches_the_earth_at_its_middle(parallel: float) -> None:
    conic = Conic(0, parallel)
    middle, north = conic.places([(0, parallel), (0, parallel + 1)])
    assert middle == pytest.approx((0, 0), abs=1e-9)
    assert north == pytest.approx((0, -1), abs=1e-9)
    (right, _) = conic.places([(0.01, parallel)])[0]
    # The limit below which the parallels are drawn straight makes a difference of less than a fifth of a thousandth.
    assert right == pytest.approx(0.01 * math.cos(math.radians(parallel)), abs=2e-6)


@pytest.mark.parametrize("parallel", [-90, -40, 0, 20, 65, 88])
@pytest.mark.parametrize("point", [(0.0, 10.0), (30.0, 50.0), (-100.0, 70.0), (12.0, -20.0)])
def test_the_conic_leads_back(parallel: float, point: tuple[float, float]) -> None:
    conic = Conic(0, parallel)
    assert conic.from_place(*conic.places([point])[0]) == pytest.approx(point, abs=1e-6)


def test_the_conic_at_a_pole_is_the_azimuthal_projection() -> None:
    assert Conic(0, 90).places([(90, 80), (180, 80)]) == [pytest.approx((10, 0)), pytest.approx((0, -10), abs=1e-9)]


def test_snyders_example_of_the_conic_with_one_parallel() -> None:
    # Manual, page 113, with both standard parallels the same: n = sin φ, ρ = cot φ + φ - latitude, in radii.
    n, g = math.sin(math.radians(40)), 1 / math.tan(math.radians(40)) + math.radians(40)
    radius, angle = g - math.radians(35), n * math.radians(21)
    expected = math.degrees(radius * math.sin(angle)), math.degrees(radius * math.cos(angle) - (g - math.radians(40)))
    assert Conic(-96, 40).places([(21, 35)])[0] == pytest.approx(expected)


def test_equal_earth_has_the_sizes_that_its_authors_give() -> None:
    # The map is 2.05 times as wide as high, and the poles are 0.59 of the equator's length.
    equator, pole = EqualEarth(0).places([(180, 0), (180, 90)])
    assert equator[0] / -pole[1] == pytest.approx(2.05, abs=0.01)
    assert pole[0] / equator[0] == pytest.approx(0.59, abs=0.01)


@pytest.mark.parametrize("latitude", [0.0, 30.0, 60.0, 80.0])
def test_equal_earth_is_true_to_area(latitude: float) -> None:
    step = 0.01
    a, b, c = EqualEarth(0).places([(40, latitude), (40 + step, latitude), (40, latitude + step)])
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]))
    assert area / step**2 == pytest.approx(math.cos(math.radians(latitude)), rel=2e-3)
