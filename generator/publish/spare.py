"""The tree of the site before the last, which is kept so that the next site is made of it by what differs alone.

Its files are those of the site that stands, under second names, but for the few that the last build wrote or took away.
So that nobody need trust it, a file counts as the same only where it is one file in the file system; whatever else is
found in the tree goes.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.publish.swap import Place


class SpareTree:
    """The new site's folder, as far as it is made of the spare tree."""

    def __init__(self, place: Place, spare: Path | None) -> None:
        """Takes the tree away from `spare`, where there is one that can be taken. Raises OSError."""
        self._folder = place.new
        self._left: dict[str, int] = {}
        if spare is None or not spare.is_dir() or spare.is_symlink():
            return
        try:
            spare.rename(place.new)
        except OSError:
            # It is on another disk.
            shutil.rmtree(spare, ignore_errors=True)
            return
        self._left = _numbers(place.new)
        self._site = _numbers(place.site)
        self._folders = {folder for name in self._left for folder in _folders(name)}

    def has(self, path: str) -> bool:
        """Whether the tree has the same file as the site at a path; it stays."""
        number = self._left.get(path)
        if number is None or self._site.get(path) != number:
            return False
        del self._left[path]
        return True

    def make_room(self, path: str) -> None:
        """Takes away what stands where a file is to be written or linked. Raises OSError."""
        if not self._left:
            return
        for name in (path, *_folders(path)):
            if name in self._left:
                self._remove(name)
        if path in self._folders:
            for name in [name for name in self._left if name.startswith(f"{path}/")]:
                self._remove(name)

    def clear(self) -> None:
        """Takes away all that the new site has not got. Raises OSError."""
        for name in list(self._left):
            self._remove(name)

    def _remove(self, name: str) -> None:
        del self._left[name]
        (self._folder / name).unlink()
        with suppress(OSError):
            # Folders go with the last of their files.
            for folder in _folders(name):
                (self._folder / folder).rmdir()


def _folders(path: str) -> list[str]:
    """The folders in which a file is, the nearest first."""
    found = []
    while "/" in path:
        path = path.rpartition("/")[0]
        found.append(path)
    return found


def _numbers(folder: Path) -> dict[str, int]:
    """The number in the file system of each file below a folder, by its path there."""
    found = {}
    folders = [""] if folder.is_dir() else []
    while folders:
        inside = folders.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                else:
                    found[path] = entry.inode()
    return found
