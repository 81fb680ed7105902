"""Makes the new site in a folder beside the old one, and takes from the old one every file that is the same.

A file that is the same in both sites is one file with two names until the old site goes: nothing writes into a file
that stands, so neither can change the other.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.errors import PublishError
from generator.publish.spare import SpareTree
from generator.publish.swap import Place, discard, is_host_name, swap

_FEW = 1000
"""Files that may be kept twice, however large a part of the site they are."""


class Stamp(NamedTuple):
    """What the system says of a file of the site: another one, practically, once anybody has written it."""

    size: int
    """Bytes; -1 for what is no file."""
    modified: int
    """Nanoseconds since 1970."""


class Staging:
    """The new site in the making. Its folder is made as late as can be: for an unchanged site, not at all."""

    def __init__(self, place: Place, old: Mapping[str, Stamp] | None = None, spare: Path | None = None) -> None:
        """`old` is what `standing` said of the old site a moment ago, and `spare` where the spare tree may be.

        Raises OSError where the old site cannot be read, PublishError where something else is in its place.
        """
        if os.path.lexists(place.site) and not place.site.is_dir():
            raise PublishError(
                f"{place.site} is a file, but the site goes into a folder of that name.", "Move it away."
            )
        self.new = 0
        """Files written so far."""
        self.unchanged: list[str] = []
        """Paths of those that the old site has with the same bytes."""
        self.stamps: dict[str, Stamp] = {}
        """Of all files of the new site."""
        self._place = place
        self._old = standing(place.site) if old is None else dict(old)
        self._folders: set[str] = set()
        self._spare = spare
        self._tree: SpareTree | None = None
        self._is_copied = False

    @property
    def removed(self) -> int:
        """Files of the old site that have not come so far."""
        return len(self._old)

    def add(self, path: str, data: bytes) -> None:
        """Writes a file, whose path is checked, unless the old site has it with the same bytes. Raises OSError."""
        old = self._old.get(path)
        if old and old.size == len(data) and self._stands(path, data):
            self.keep(path)
            return
        self._old.pop(path, None)
        with open(self._room(path), "xb") as stream:  # noqa: PTH123 (Path's own costs as much as the system's)
            stream.write(data)
            stream.flush()
            self.stamps[path] = _stamp(os.fstat(stream.fileno()))
        self.new += 1

    def keep(self, path: str) -> None:
        """Takes a file of the old site as it is. Raises KeyError where that has none at `path`."""
        self.stamps[path] = self._old.pop(path)
        self.unchanged.append(path)

    def publish(self) -> None:
        """Swaps the new site in, unless it is the old one. Raises OSError, and PublishError as `swap` does."""
        if not self.new and not self.removed and self._place.site.is_dir():
            return
        tree = self._begun()
        for path in self.unchanged:
            if not tree.has(path):
                self._is_copied |= _link(f"{self._place.site}/{path}", self._room(path))
        tree.clear()
        if self._place.site.is_dir():
            shutil.copymode(self._place.site, self._place.new)
        # Where most files differ, or none can have two names, the spare tree would take as much room as the site.
        is_small = not self._is_copied and self.new + self.removed <= max(_FEW, len(self.unchanged))
        swap(self._place, self._spare if is_small else None)

    def discard(self) -> None:
        """Removes what was written, as far as that is possible: `repair` does the rest at the next start."""
        if os.path.lexists(self._place.new):
            with suppress(OSError, PublishError):
                discard(self._place)

    def _stands(self, path: str, data: bytes) -> bool:
        with open(f"{self._place.site}/{path}", "rb") as stream:  # noqa: PTH123
            return stream.read() == data

    def _begun(self) -> SpareTree:
        """The tree of which the new site's folder is made, which is there from now on."""
        if self._tree is None:
            self._tree = SpareTree(self._place, self._spare)
            self._place.new.mkdir(parents=True, exist_ok=True)
        return self._tree

    def _room(self, path: str) -> str:
        """Where a file is to be written, its folder being made, and nothing standing there."""
        self._begun().make_room(path)
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self._place.new / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self._place.new}/{path}"


def _link(standing: str, name: str) -> bool:
    """Gives a file a second name; whether it had to be copied instead."""
    try:
        os.link(standing, name)
    except OSError:
        # The disk has no hard links, or not to somebody else's file: a copy with the same time stamps, or its error.
        shutil.copy2(standing, name)
        return True
    return False


def standing(site: Path) -> dict[str, Stamp]:
    """The path of everything in the site but folders and the host's names, with its stamp. Raises OSError."""
    found = {}
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(site / folder))
        except FileNotFoundError:
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if not folder and is_host_name(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                found[path] = _stamp(entry.stat(follow_symlinks=False))
    return found


def _stamp(about: os.stat_result) -> Stamp:
    return Stamp(about.st_size if stat.S_ISREG(about.st_mode) else -1, about.st_mtime_ns)
