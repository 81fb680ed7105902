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
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        give_back()


def forget_what_was_made() -> None:
    """Lets go of the values of a build before, in a process that does several: nobody else looks whether they are
    garbage. To be called before anything of the next one is made; takes no time in a process that does one."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


def give_back() -> None:
    """Some milliseconds; nothing where the C library is not that of GNU."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
