from __future__ import annotations

import gc
from weakref import ref

import pytest

from generator.execution.memory import forget_what_was_made, making_values


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.end = self


@pytest.fixture(autouse=True)
def _as_it_was() -> None:
    gc.unfreeze()


def test_what_was_made_for_one_build_is_gone_before_the_next() -> None:
    with making_values():
        knot = Knot()
    seen = ref(knot)
    del knot
    gc.collect()
    assert seen() is not None, "then nothing need be done about it"
    forget_what_was_made()
    assert seen() is None
    assert gc.isenabled()
