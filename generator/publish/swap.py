"""Puts a finished site in the place of the one that stands, so that a kill at any moment leaves the one or the other.

Beside the site `output` stand, only while it is published, `.output.new` (the site in the making; after the swap what
is left of the old one: always safe to delete once the host's names are out of it) and, only where the system cannot
exchange two folders in one step, `.output.old` (the old site, whole).

Names at the top of the site that begin with a dot (`.git`, `.gitignore`, `.nojekyll`) are the host's, and go from the
old folder into the new one as they are. Since the folder itself is a new one, a program that holds the old one open
(a shell that stands in it, a container that mounts it) is to open it again.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PublishError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# The kernel, the file system or a sandbox does not know how to exchange; any other error is told.
_CANNOT_EXCHANGE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site stands, and the two names beside it, on the same file system, that its publishing uses."""

    site: Path
    new: Path
    old: Path


def place_of(output: Path) -> Place:
    """The place of the site in `output`, or where `output` leads to if it is a link."""
    site = output.resolve() if output.is_symlink() else output.absolute()
    return Place(site, site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old"))


def repair(output: Path) -> None:
    """Puts right what a killed publishing left behind: afterwards only `output` is there, if there was ever a site.

    To be called at the start of every build, within its lock. Raises OSError, and PublishError where a folder of the
    host is in both the site and what was left.
    """
    place = place_of(output)
    if os.path.lexists(place.old) and not os.path.lexists(place.site):
        place.old.rename(place.site)
    if os.path.lexists(place.new):
        discard(place)
    if os.path.lexists(place.old):
        place.old.rename(place.new)
        discard(place)


def swap(place: Place, spare: Path | None = None) -> None:
    """Makes the finished folder `place.new` the site; nothing of the old site but the host's names is left, or what is
    left of it stands at `spare`.

    Raises OSError while the old site stands, PublishError where the new one stands but the old one cannot be removed.
    """
    if not os.path.lexists(place.site):
        place.new.rename(place.site)
        return
    _link_host_files(place)
    if not _exchange(place.new, place.site):
        _rename_both(place)
    try:
        if spare is None or not _put_by(place, spare):
            discard(place)
    except OSError as error:
        raise PublishError(
            f"The new site stands, but what is left of the old one cannot be removed: {error}",
            f"Move what is yours out of {place.new}, delete it, and build again.",
        ) from error


def _put_by(place: Place, spare: Path) -> bool:
    """Moves what is left of the old site to `spare`; whether that can be."""
    _move_host_entries(place)
    for entry in _host_entries(place.new):
        Path(entry.path).unlink()
    try:
        if os.path.lexists(spare):
            _remove(spare)
        place.new.rename(spare)
    except OSError:
        # Another disk, or somebody's folder.
        return False
    return True


def discard(place: Place) -> None:
    """Removes `place.new`, after moving those of the host's names in it that the site has not got to the site."""
    _move_host_entries(place)
    _remove(place.new)


def _move_host_entries(place: Place) -> None:
    for entry in _host_entries(place.new):
        target = place.site / entry.name
        if not os.path.lexists(target):
            place.site.mkdir(parents=True, exist_ok=True)
            Path(entry.path).rename(target)
        elif entry.is_dir(follow_symlinks=False):
            raise PublishError(
                f"{target} is also in {place.new}, where a build that was killed left it.",
                "Keep the one you want, delete the other, and build again.",
            )


def is_host_name(name: str) -> bool:
    """Whether a name at the top of the site is the host's."""
    return name.startswith(".")


def _remove(folder: Path) -> None:
    """Removes a folder with all that is in it, or a link or file that stands in its place."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
        return
    try:
        shutil.rmtree(folder)
    except PermissionError:
        # Who guards a site against changes makes its folders read-only, and what is in them stays.
        for place, _, _ in os.walk(folder):
            Path(place).chmod(0o700)
        shutil.rmtree(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step; False where the system cannot do so."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _rename_both(place: Place) -> None:
    place.site.rename(place.old)
    try:
        place.new.rename(place.site)
    except BaseException:
        place.old.rename(place.site)
        raise
    # From here `.old` must not be taken for a whole site any more, because it is about to be deleted bit by bit.
    place.old.rename(place.new)


def _link_host_files(place: Place) -> None:
    """Gives the host's files a second name in the new folder, so that they are never missing from the site.

    Folders cannot have two names: they are moved right after the swap, as is a file on a disk without hard links.
    """
    for entry in _host_entries(place.site):
        if entry.is_file(follow_symlinks=False):
            try:
                os.link(entry.path, place.new / entry.name)
            except OSError:
                continue


def _host_entries(folder: Path) -> list[os.DirEntry[str]]:
    if folder.is_symlink() or not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if is_host_name(entry.name)), key=lambda entry: entry.name)
