"""The files of an archive with the hash of each one's bytes, which are read only where the system says they changed."""

from __future__ import annotations

import os
import time
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import msgspec

from generator.folder import entries, read_bytes

DIGEST = 16
"""Bytes of a digest."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time stamp is older than any later change's: some disks count in two seconds."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What the system says of a file, which is other after each change, and the digest of its bytes."""

    size: int
    modified: int
    """Nanoseconds since 1970; likewise the next, which no program can set."""
    changed: int
    number: int
    """That of the file in its file system."""
    digest: bytes
    settled: bool
    """Whether the file was old enough, when it was read, for any later change to have another time."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file: its path relative to the archive's folder, and its bytes' digest."""

    path: str
    digest: bytes


class Inputs:
    """The files of the archive `root`, as they stood when it was first asked for one. Hidden ones are no part of it."""

    def __init__(self, root: Path, known: Mapping[str, Stamp]) -> None:
        """`known` is what `stamps` was at another time."""
        self.root = root
        self._known = known
        self._paths: dict[str, list[str]] = {}
        self._seen: dict[str, os.stat_result] = {}
        self._outside: dict[str, tuple[Path, tuple[int, int, int, int]]] = {}
        self.stamps: dict[str, Stamp] = {}
        """Of every file that was asked for."""
        self.dead_links: list[str] = []
        """Paths of links that lead nowhere, where files were asked for."""

    def below(self, folder: str, ending: str = "") -> list[Input]:
        """The files below a folder whose names end so, in the order of their paths.

        Raises BackfileError where a folder or file cannot be read: a part of an archive is not to pass for the whole.
        """
        paths = self._listed(folder)
        # "0" is the sign that follows the slash.
        inside = paths[bisect_left(paths, f"{folder}/") : bisect_left(paths, f"{folder}0")]
        return [self._input(path) for path in inside if path.endswith(ending)]

    def one(self, path: str) -> Input | None:
        """The file; None where there is none. Raises BackfileError where it cannot be read."""
        self._listed(path)
        return self._input(path) if path in self._seen else None

    def _listed(self, path: str) -> list[str]:
        """The paths of all files in that folder of the archive's in which `path` lies, in their order."""
        top = path.partition("/")[0]
        if top not in self._paths:
            found = dict(entries(self.root, top))
            self.dead_links += sorted(path for path, about in found.items() if about is None)
            seen = {path: about for path, about in found.items() if about}
            self._paths[top] = sorted(seen)
            self._seen |= seen
        return self._paths[top]

    def outside(self, places: Mapping[str, Path]) -> list[Input]:
        """Files that lie anywhere, by the path that each is to be known by, in the order of these."""
        found = []
        for path, place in sorted(places.items()):
            about = place.stat()
            self._outside[path] = place, _said(about)
            found.append(Input(path, self._digest(path, place, about)))
        return found

    def changed(self) -> set[str]:
        """The paths of the files that are others than when they were listed, have gone since, or come."""
        now = {path: about for top in self._paths for path, about in entries(self.root, top) if about}
        return {
            path for path, (place, said) in self._outside.items() if not place.exists() or _said(place.stat()) != said
        } | {
            path
            for path in now.keys() | self._seen.keys()
            if path not in now or path not in self._seen or _said(now[path]) != _said(self._seen[path])
        }

    def _input(self, path: str) -> Input:
        stamp = self.stamps.get(path)
        return Input(path, stamp.digest if stamp else self._digest(path, self.root / path, self._seen[path]))

    def _digest(self, path: str, place: Path, about: os.stat_result) -> bytes:
        known = self._known.get(path)
        seen = _said(about)
        if known is None or not known.settled or (known.size, known.modified, known.changed, known.number) != seen:
            latest = max(about.st_mtime_ns, about.st_ctime_ns)
            # The clock may stand before the file's time: then nothing is sure.
            settled = latest + _SETTLED < time.time_ns()
            known = Stamp(*seen, digest=digest_of(read_bytes(place) or b""), settled=settled)
        self.stamps[path] = known
        return known.digest


def _said(about: os.stat_result) -> tuple[int, int, int, int]:
    return about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino


def digest_of(*parts: bytes) -> bytes:
    """The digest of bytes in parts, which differs where the parts do."""
    digest = blake2b(digest_size=DIGEST)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.digest()


def digest_of_all(inputs: Iterable[Input]) -> bytes:
    """The digest of files with their paths, in the given order."""
    return digest_of(*(part for file in inputs for part in (file.path.encode(), file.digest)))
