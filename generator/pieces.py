"""Files that are written piece by piece, one for each article: after an edit only pieces are made that it changes.

What has not changed is cut out of the files as they stand.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from generator.archive.marks import Part
from generator.archive.watched import Watch

Piece = Sequence[bytes]
"""What is written of an article in each of the files."""


class PiecesRecord(msgspec.Struct, frozen=True, array_like=True):
    """What the pieces of some files are made of, and how long they are. All numbers have 32 bits."""

    names: str
    """The articles' slugs in their order, one a line."""
    about: str
    """What else they are made of that is no part of the archive."""
    sizes: bytes
    """How many bytes each piece has, in each file."""
    reads: bytes
    """The numbers of the parts of the archive that each piece is made of, one after the other."""
    ends: bytes
    """Where those of each piece end."""

    def numbered(self, number_of: Mapping[int, int] | Sequence[int]) -> PiecesRecord:
        """The same with other numbers of parts."""
        reads = array("I", [number_of[number] for number in memoryview(self.reads).cast("I")])
        return msgspec.structs.replace(self, reads=reads.tobytes())


class FormerFile(NamedTuple):
    """A file that was written piece by piece."""

    data: bytes
    before: int
    """How many bytes stand before the first piece."""
    between: int
    """And between two pieces."""


@dataclass(frozen=True, slots=True)
class FormerPieces:
    """The pieces of the last build."""

    record: PiecesRecord
    parts: Sequence[Part]
    """Those of the archive, by their numbers."""
    changed: Collection[int]
    """The numbers of those that are others now."""
    files: Sequence[FormerFile]
    """In the order in which `sizes` tells of them."""


class Pieces:
    """Makes the pieces of some files, or takes them from the last build, and notes what they are made of."""

    def __init__(self, watch: Watch, former: FormerPieces | None = None) -> None:
        """`watch` notes what the archive is asked for."""
        self._watch = watch
        self._former = _Cut(former) if former else None
        self._about = ""
        self._names: list[str] = []
        self._parts: dict[Part, int] = {}
        self._sizes, self._reads, self._ends = array("I"), array("I"), array("I")

    def take(self, name: str, make: Callable[[], Piece], about: str = "") -> Piece:
        """The piece of the article of this name; `make` is asked for it where it is not as it was.

        `about` is the same for all pieces, and other where anything is that they are made of besides the archive.
        """
        self._about = about
        found = self._former.piece(name, about) if self._former else None
        if found is None:
            with self._watch.apart() as read:
                piece = make()
            found = piece, read
        number_of = self._parts
        self._reads.extend([number_of.setdefault(part, len(number_of)) for part in found[1]])
        self._ends.append(len(self._reads))
        self._sizes.extend(map(len, found[0]))
        self._names.append(name)
        return found[0]

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts of the archive that any piece is made of, by the numbers that `record` calls them by."""
        return tuple(self._parts)

    def record(self) -> PiecesRecord:
        """What is to be remembered, once all pieces were taken."""
        numbers = (of.tobytes() for of in (self._sizes, self._reads, self._ends))
        return PiecesRecord("\n".join(self._names), self._about, *numbers)


class _Cut:
    """Cuts pieces out of the files of the last build."""

    def __init__(self, former: FormerPieces) -> None:
        import numpy as np

        record = former.record
        self._former = former
        self._reads = memoryview(record.reads).cast("I")
        self._ends = [0, *memoryview(record.ends).cast("I")]
        sizes = np.frombuffer(record.sizes, np.uint32).astype(np.int64).reshape(-1, len(former.files))
        gaps = np.array([file.between for file in former.files]) * np.arange(len(sizes))[:, None]
        ends = np.cumsum(sizes, axis=0) + gaps + [file.before for file in former.files]
        self._places = np.stack([ends - sizes, ends], axis=2)
        is_changed = np.zeros(len(former.parts), np.bool_)
        is_changed[list(former.changed)] = True
        changes = np.diff(np.append(0, np.cumsum(is_changed[np.asarray(self._reads)]))[self._ends])
        names = record.names.split("\n")
        self._number = {names[number]: number for number in np.flatnonzero(changes == 0).tolist()}

    def piece(self, name: str, about: str) -> tuple[Piece, Iterable[Part]] | None:
        """The piece of an article with the parts of which it is made; None where it is not what it was."""
        number = self._number.get(name)
        if number is None or about != self._former.record.about:
            return None
        parts = self._former.parts
        read = self._reads[self._ends[number] : self._ends[number + 1]]
        places = zip(self._former.files, self._places[number].tolist(), strict=True)
        return [file.data[start:end] for file, (start, end) in places], [parts[part] for part in read]
