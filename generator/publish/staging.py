"""Writes the new site into a folder beside the old one, and takes from the old one every file that is the same.

A file that is the same in both sites is one file with two names until the old site goes: nothing writes into a file
that stands, so neither can change the other.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.errors import PublishError
from generator.output_file import OutputFile
from generator.publish.swap import Place, discard, is_host_name, swap


class Staging:
    """The new site in the making. Its folder is made as late as can be: for an unchanged site, not at all."""

    def __init__(self, place: Place) -> None:
        """Raises OSError where the old site cannot be read, PublishError where something else is in its place."""
        if os.path.lexists(place.site) and not place.site.is_dir():
            raise PublishError(
                f"{place.site} is a file, but the site goes into a folder of that name.", "Move it away."
            )
        self.new = 0
        """Files written so far."""
        self.unchanged: list[str] = []
        """Paths of those that the old site has with the same bytes."""
        self._place = place
        self._old = dict(_sizes(place.site))
        self._folders: set[str] = set()

    @property
    def removed(self) -> int:
        """Files of the old site that have not come so far."""
        return len(self._old)

    def add(self, file: OutputFile) -> None:
        """Writes the file, whose path is checked, unless the old site has it with the same bytes. Raises OSError."""
        size = self._old.pop(file.path, None)
        if size == len(file.data) and self._stands(file):
            self.unchanged.append(file.path)
            return
        with open(self._name(file.path), "xb") as stream:  # noqa: PTH123 (Path's own costs as much as the system's)
            stream.write(file.data)
        self.new += 1

    def publish(self) -> None:
        """Swaps the new site in, unless it is the old one. Raises OSError, and PublishError as `swap` does."""
        if not self.new and not self.removed and self._place.site.is_dir():
            return
        self._name("")
        for path in self.unchanged:
            _link(f"{self._place.site}/{path}", self._name(path))
        if self._place.site.is_dir():
            shutil.copymode(self._place.site, self._place.new)
        swap(self._place)

    def discard(self) -> None:
        """Removes what was written, as far as that is possible: `repair` does the rest at the next start."""
        if os.path.lexists(self._place.new):
            with suppress(OSError, PublishError):
                discard(self._place)

    def _stands(self, file: OutputFile) -> bool:
        with open(f"{self._place.site}/{file.path}", "rb") as stream:  # noqa: PTH123
            return stream.read() == file.data

    def _name(self, path: str) -> str:
        """Where a file is to be written, its folder being made."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self._place.new / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self._place.new}/{path}"


def _link(standing: str, name: str) -> None:
    try:
        os.link(standing, name)
    except OSError:
        # The disk has no hard links, or not to somebody else's file: a copy with the same time stamps, or its error.
        shutil.copy2(standing, name)


def _sizes(site: Path) -> Iterator[tuple[str, int]]:
    """The path of everything in the site but folders and the host's names, with its bytes; of what is no file, -1."""
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
                regular = entry.is_file(follow_symlinks=False)
                yield path, entry.stat(follow_symlinks=False).st_size if regular else -1
