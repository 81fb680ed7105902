"""Says in words what the system refuses where a site is written."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import PublishError

_STANDS = "The site that stood before still stands."


@contextmanager
def explained(output: Path) -> Iterator[None]:
    """Tells as PublishError what the system refuses within, where the site `output` is worked on."""
    try:
        yield
    except OSError as error:
        raise told(error, output) from error


def told(error: OSError, output: Path) -> PublishError:
    """What the system says of the site `output`, as a sentence and a hint."""
    place = error.filename2 or error.filename or output
    reason = error.strerror or str(error)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return PublishError(f"The disk is full: {place} cannot be written.", f"Free some space. {_STANDS}")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return PublishError(
                f"{place} cannot be written: {reason}.",
                f"Building needs the right to write into {output.parent.absolute()} and what is in it. {_STANDS}",
            )
        case errno.EBUSY | errno.EXDEV:
            return PublishError(
                f"{output} cannot be replaced: {reason}.",
                f"If a disk is mounted on it, make it a link to a folder inside that disk. {_STANDS}",
            )
    return PublishError(f"{place} cannot be written: {reason}.", _STANDS)
