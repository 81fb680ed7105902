"""Sees to it that one build, and one import, at a time works on an archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import PublishError

PATIENCE = 10.0
"""Seconds that a second build waits for the first: about as long as somebody who watches would."""


def _say(text: str) -> None:
    print(text, file=sys.stderr)


@contextmanager
def publish_lock(
    root: Path, say: Callable[[str], None] = _say, patience: float = PATIENCE, work: str = "build"
) -> Iterator[None]:
    """Holds the archive `root` for one build, or other `work`; the system frees it when the process ends.

    Where another one runs, `say` is told so and `patience` seconds are given to it. Raises PublishError if it still
    runs then, or if the lock cannot be made.
    """
    from filelock import FileLock, Timeout

    path = root / ".cache" / f"{work}.lock"
    lock = FileLock(path)
    try:
        path.parent.mkdir(exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(f"Another {work} of this archive is running; waiting for it.")
            lock.acquire(timeout=patience)
    except Timeout as error:
        raise PublishError(
            f"Another {work} of this archive is still running after {patience:g} seconds.",
            f"Wait until it is done, or end it, and {work} again.",
        ) from error
    except OSError as error:
        raise PublishError(
            f"{path} cannot be made: {error.strerror or error}.", f"To {work} needs the right to write into {root}."
        ) from error
    try:
        yield
    finally:
        lock.release()
