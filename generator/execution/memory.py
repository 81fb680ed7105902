"""Gives memory that is free back to the system, which the C library keeps for later."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def making_values() -> Iterator[None]:
    """Spares the collector of garbage the many values that are made within, none of which becomes any soon; then gives
    back what was needed to make them, before processes are copied from this one."""
    # Those of a build before, in a process that does several, may be garbage by now.
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        give_back()


def give_back() -> None:
    """Some milliseconds; nothing where the C library is not that of GNU."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
