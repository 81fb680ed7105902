from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.shared_entries import Holdings

HELD = st.lists(st.sets(st.integers(0, 12)), min_size=1, max_size=7)


@given(HELD, st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_what_two_hold_is_found_in_both(held: list[set[int]], asked: list[tuple[int, int]]) -> None:
    pairs = [(one % len(held), other % len(held)) for one, other in asked]
    entries = [(owner, thing) for owner, things in enumerate(held) for thing in sorted(things)]
    owners, things = np.array(entries, np.int64).reshape(-1, 2).T
    ones, others = np.array(pairs, np.int64).reshape(-1, 2).T
    found = zip(*(of.tolist() for of in Holdings(owners, things, len(held)).shared(ones, others)), strict=True)
    told = [(pair, entries[first], entries[second]) for pair, first, second in found]
    assert told == [
        (number, (one, thing), (other, thing))
        for number, (one, other) in enumerate(pairs)
        for thing in sorted(held[one] & held[other])
    ]
