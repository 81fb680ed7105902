from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.render.map.rings import STEPS, coastlines, read, unrolled, written

_NUMBERS = st.integers(-400 * STEPS, 400 * STEPS)


@given(st.lists(st.tuples(_NUMBERS, _NUMBERS), min_size=1, max_size=30))
def test_a_ring_comes_back_as_it_was_written(steps: list[tuple[int, int]]) -> None:
    ring = tuple((x / STEPS, y / STEPS) for x, y in steps)
    assert read(written(ring)) == ring


def test_the_written_form_is_small_and_has_no_full_stop() -> None:
    text = written(((1.0, 2.0), (1.02, 1.98)))
    assert len(text) == 6
    assert "." not in text


def test_longitudes_do_not_jump_at_the_antimeridian() -> None:
    assert unrolled([(179, 0), (-179, 1), (178, 2)]) == ((179, 0), (181, 1), (178, 2))


def test_the_coastlines_are_those_of_the_earth() -> None:
    rings = coastlines()
    assert len(rings) > 1000
    points = [point for ring in rings for point in ring]
    assert all(-540 <= longitude <= 540 and -90 <= latitude <= 90 for longitude, latitude in points)
    assert all(len(ring) >= 3 for ring in rings)
    # The largest is the Old World; Cape Agulhas is its southernmost point, Cape Chelyuskin its northernmost.
    south, north = min(latitude for _, latitude in rings[0]), max(latitude for _, latitude in rings[0])
    assert abs(south + 34.83) < 0.2
    assert abs(north - 77.73) < 0.2
