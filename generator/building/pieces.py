"""Files that are written piece by piece, one for each article: after an edit only pieces are made that it changes.

What has not changed is cut out of the files as they stand.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
        self._names: Sequence[str] = ()
        self._parts: dict[Part, int] = {}
        self._sizes, self._reads, self._ends = array("I"), array("I"), array("I")

    def stretches(self, names: Sequence[str], make: Callable[[str], Piece], about: str = "") -> Iterator[Piece]:
        """The pieces of the articles of these names, in their order: one, or several that follow each other as they
        did, with what stands between them.

        `make` is asked for those that are not as they were. `about` is other where anything is that all are made of
        besides the archive.
        """
        self._names, self._about = names, about
        former = self._former if self._former and self._former.about == about else None
        at = 0
        while at < len(names):
            end = former.end(names, at) if former else at
            if former and end > at:
                yield self._kept(former, names[at], end - at)
            else:
                yield self._made(names[at], make)
            at = max(end, at + 1)

    def _kept(self, former: _Cut, name: str, count: int) -> Piece:
        stretch = former.stretch(name, count)
        number_of = self._parts
        for part in stretch.parts:
            number_of.setdefault(part, len(number_of))
        before = len(self._reads)
        self._reads.extend([number_of[stretch.parts[place]] for place in stretch.reads])
        self._ends.extend([before + end for end in stretch.ends])
        self._sizes.frombytes(stretch.sizes)
        return stretch.piece

    def _made(self, name: str, make: Callable[[str], Piece]) -> Piece:
        with self._watch.apart() as read:
            piece = make(name)
        number_of = self._parts
        self._reads.extend([number_of.setdefault(part, len(number_of)) for part in read])
        self._ends.append(len(self._reads))
        self._sizes.extend(map(len, piece))
        return piece

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts of the archive that any piece is made of, by the numbers that `record` calls them by."""
        return tuple(self._parts)

    def record(self) -> PiecesRecord:
        """What is to be remembered, once all pieces were taken."""
        numbers = (of.tobytes() for of in (self._sizes, self._reads, self._ends))
        return PiecesRecord("\n".join(self._names), self._about, *numbers)


class _Stretch(NamedTuple):
    """Pieces of the last build that follow each other."""

    piece: Piece
    sizes: bytes
    """As `PiecesRecord` has them; likewise the next two."""
    reads: Sequence[int]
    ends: Sequence[int]
    parts: Sequence[Part]
    """By the numbers of `reads`."""


class _Cut:
    """Cuts pieces out of the files of the last build."""

    def __init__(self, former: FormerPieces) -> None:
        import numpy as np

        record = former.record
        self.about = record.about
        self._former = former
        self._reads = np.frombuffer(record.reads, np.uint32)
        self._ends = np.append(0, np.frombuffer(record.ends, np.uint32)).astype(np.int64)
        self._sizes = np.frombuffer(record.sizes, np.uint32).reshape(-1, len(former.files))
        gaps = np.array([file.between for file in former.files]) * np.arange(len(self._sizes))[:, None]
        self._places = np.cumsum(self._sizes, axis=0, dtype=np.int64) + gaps + [file.before for file in former.files]
        is_changed = np.zeros(len(former.parts), np.bool_)
        is_changed[list(former.changed)] = True
        changes = np.diff(np.append(0, np.cumsum(is_changed[self._reads]))[self._ends])
        names = record.names.split("\n")
        self._number = {names[number]: number for number in np.flatnonzero(changes == 0).tolist()}

    def end(self, names: Sequence[str], at: int) -> int:
        """Where the names end that follow each other, from one on, as they did, and of whose pieces nothing changed."""
        wanted = self._number.get(names[at])
        while wanted is not None and at < len(names) and self._number.get(names[at]) == wanted:
            at, wanted = at + 1, wanted + 1
        return at

    def stretch(self, name: str, count: int) -> _Stretch:
        """So many pieces from that of a name on."""
        import numpy as np

        start = self._number[name]
        end = start + count
        first = self._places[start] - self._sizes[start]
        files = zip(self._former.files, first.tolist(), self._places[end - 1].tolist(), strict=True)
        numbers, reads = np.unique(self._reads[self._ends[start] : self._ends[end]], return_inverse=True)
        return _Stretch(
            piece=[file.data[from_:to] for file, from_, to in files],
            sizes=self._sizes[start:end].tobytes(),
            reads=reads.tolist(),
            ends=(self._ends[start + 1 : end + 1] - self._ends[start]).tolist(),
            parts=[self._former.parts[number] for number in numbers.tolist()],
        )
