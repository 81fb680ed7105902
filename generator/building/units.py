"""Makes the files of a site, but keeps those of the last build of which nothing has changed that they were made of."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import msgspec

from generator.archive.marks import ArticleDigests, Part, in_words
from generator.output_file import KeptFile, OutputFile
from generator.publish.links import LinkCheck, is_page, links_of
from generator.publish.publish import CheckedFile, SiteFile
from generator.publish.staging import Stamp
from generator.reading.inputs import DIGEST, digest_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_READ = 0.8
"""The share of the parts that are to be read by any unit, lest what is gone be remembered for ever."""

_OF_PAGES = "the settings, the theme or the list of pages"
UnitName = tuple[str, str]
"""What a unit is, and whose."""
_Unit = TypeVar("_Unit", bound=UnitName)


class FileRecord(msgspec.Struct, frozen=True, array_like=True):
    """A file of the site as it was published."""

    path: str
    anchors: str
    """As `PageLinks` has it."""
    wanted: bytes | None
    """The numbers of the targets of its links, 32 bits each; None for what is no page."""


class UnitRecord(msgspec.Struct, frozen=True, array_like=True):
    """Files that were made together, and what of."""

    unit: UnitName
    key: bytes
    """The digest of all that units of its kind are made of besides parts of the archive."""
    reads: bytes
    """The numbers of the parts of the archive that were read, 32 bits each."""
    files: tuple[FileRecord, ...]
    piece: bytes = b""
    """What `piece_record` gives of its piece of the exports; empty where it has none."""


class SearchRecord(msgspec.Struct, frozen=True, array_like=True):
    """What search remembers of its last build, and the digest of the settings that it was made with."""

    settings: bytes = b""
    record: bytes = b""


class SiteRecord(msgspec.Struct, frozen=True):
    """What a site that was published is made of."""

    parts: tuple[Part, ...] = ()
    """Those that any unit has read."""
    marks: tuple[bytes, ...] = ()
    """Theirs, as they were."""
    targets: tuple[str, ...] = ()
    """Where links lead."""
    units: tuple[UnitRecord, ...] = ()
    search: SearchRecord = SearchRecord()
    articles: ArticleDigests = ArticleDigests()


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one unit."""

    unit: UnitName
    files: Iterable[SiteFile]
    """Taken once, before what else is made."""
    read: Iterable[Part]
    """Known once the files were taken."""
    piece: Sequence[bytes] = ()
    """What is written of it in each of the exports; nothing of what is no article."""


def piece_record(piece: Sequence[bytes]) -> bytes:
    """The digest of a piece of the exports, and how many bytes it has in each of them; empty where there is none."""
    return digest_of(*piece) + array("I", map(len, piece)).tobytes() if piece else b""


def sizes_of(record: bytes) -> array[int]:
    """The sizes that a `piece_record` tells."""
    return array("I", record[DIGEST:])


@dataclass
class Building:
    """One build: takes units, says which are to be made, and remembers what they were made of."""

    last: SiteRecord
    """That of the build before; an empty one where there is none."""
    written: Mapping[str, Stamp]
    """The files of its site as they were written."""
    standing: Mapping[str, Stamp]
    """Those of the site as they stand."""
    mark: Callable[[Part], bytes]
    """Gives the mark of a part of the archive as it is now."""
    articles: ArticleDigests = field(default_factory=ArticleDigests)
    """To be remembered."""
    links: LinkCheck = field(init=False)
    """Of the site that is built; those of kept files are in it when these are given."""
    search: SearchRecord = field(init=False)
    """What is to be remembered of its search; that of the last build until it is made anew."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why each unit that was made was not kept, in words, by its first file."""
    pieces: dict[UnitName, Sequence[bytes]] = field(default_factory=dict)
    """What is to be written in the exports of units that were made."""
    _known: dict[UnitName, UnitRecord] = field(init=False)
    _parts: dict[Part, int] = field(init=False)
    _fallen: frozenset[str] = field(init=False)
    """Paths of files that do not stand as they were written."""
    _taken: dict[UnitName, UnitRecord] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.links = LinkCheck(self.last.targets)
        self.search = self.last.search
        self._known = {record.unit: record for record in self.last.units}
        self._parts = {part: number for number, part in enumerate(self.last.parts)}
        self._fallen = frozenset(path for path, _ in self.written.items() ^ self.standing.items())

    @cached_property
    def _changed(self) -> dict[int, Part]:
        """The parts that are others now, by their numbers; looked for when the first unit may be kept."""
        pairs = zip(self.last.parts, self.last.marks, strict=True)
        return {number: part for number, (part, was) in enumerate(pairs) if self.mark(part) != was}

    @cached_property
    def _touched(self) -> frozenset[UnitName]:
        """The units of the last build that have read any of these."""
        import numpy as np

        if not self._changed:
            return frozenset()
        units = self.last.units
        is_wanted = np.zeros(len(self.last.parts), np.bool_)
        is_wanted[list(self._changed)] = True
        found = np.append(0, np.cumsum(is_wanted[_joined(unit.reads for unit in units)]))
        ends = np.cumsum([len(unit.reads) for unit in units], dtype=np.int64) // array("I").itemsize
        return frozenset(units[number].unit for number in np.flatnonzero(np.diff(found[ends], prepend=0)).tolist())

    def files(
        self, units: Sequence[_Unit], key: bytes, make: Callable[[Sequence[_Unit]], Iterable[Made]], of: str = _OF_PAGES
    ) -> Iterator[SiteFile]:
        """The files of `units`, those that are kept first.

        `key` is other where anything is that they are made of besides parts of the archive, which `of` names. `make`
        makes the units that it is given, in any order.
        """
        stale: list[_Unit] = []
        why: dict[UnitName, str] = {}
        for unit in units:
            reason = self.why_stale(unit, key, of)
            if reason:
                stale.append(unit)
                why[unit] = reason
            else:
                yield from self._kept(self._known[unit])
        for made in make(stale) if stale else ():
            files = []
            for file in made.files:
                yield file
                # Who took it has put its links into the check.
                anchors, wanted = self.links.anchors.get(file.path, ""), self.links.wanted.get(file.path)
                files.append(FileRecord(file.path, anchors, wanted))
            if files:
                self.reasons[files[0].path] = why[made.unit]
            numbers = array("I", [self._parts.setdefault(part, len(self._parts)) for part in made.read])
            if made.piece:
                self.pieces[made.unit] = made.piece
            piece = piece_record(made.piece)
            self._taken[made.unit] = UnitRecord(made.unit, key, numbers.tobytes(), tuple(files), piece)

    def paths(self, units: Iterable[UnitName]) -> Iterator[str]:
        """The paths of the files of units that were taken, in the order of `units`."""
        return (file.path for unit in units for file in self._taken[unit].files)

    def piece(self, unit: UnitName) -> bytes:
        """The `piece_record` of a unit that was taken."""
        return self._taken[unit].piece

    def former_piece(self, unit: UnitName) -> bytes:
        """That of a unit of the last build."""
        return self._known[unit].piece

    def why_stale(self, unit: UnitName, key: bytes, of: str = _OF_PAGES) -> str:
        """Why a unit is to be made anew; empty where it is not."""
        record = self._known.get(unit)
        if record is None:
            return "it is new"
        if record.key != key:
            return f"{of} changed"
        if unit in self._touched:
            return f"{in_words(self._changed[min(self._changed.keys() & set(array('I', record.reads)))])} changed"
        for file in record.files if self._fallen else ():
            if file.path in self._fallen:
                return f"{file.path} did not stand as it was written"
        return ""

    def stands(self, unit: UnitName) -> bool:
        """Whether the last build's files of a unit stand as they were written."""
        files = self._known[unit].files if unit in self._known else ()
        return not any(file.path in self._fallen for file in files)

    def _kept(self, record: UnitRecord) -> Iterator[KeptFile]:
        self._taken[record.unit] = record
        for file in record.files:
            if file.wanted is not None:
                self.links.keep(file.path, file.anchors, file.wanted)
            yield KeptFile(file.path)

    def record(self) -> SiteRecord:
        """What the site is made of, once all of it was taken."""
        self._drop_unread_parts()
        parts, units = tuple(self._parts), tuple(self._taken.values())
        marks = tuple(map(self.mark, parts))
        return SiteRecord(parts, marks, tuple(self.links.targets), units, self.search, self.articles)

    def _drop_unread_parts(self) -> None:
        """Numbers the parts anew where many are those of articles that are gone."""
        import numpy as np

        is_read = np.zeros(len(self._parts), np.bool_)
        is_read[_joined(taken.reads for taken in self._taken.values())] = True
        if int(is_read.sum()) > len(self._parts) * _READ:
            return
        parts = [part for part, number in self._parts.items() if is_read[number]]
        number_of = {self._parts[part]: number for number, part in enumerate(parts)}
        self._parts = {part: number for number, part in enumerate(parts)}
        for unit, taken in self._taken.items():
            reads = array("I", [number_of[number] for number in array("I", taken.reads)])
            self._taken[unit] = msgspec.structs.replace(taken, reads=reads.tobytes())


def _joined(numbers: Iterable[bytes]) -> NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(b"".join(numbers), np.uint32)


def checked(file: OutputFile) -> SiteFile:
    """The file with its links read, where it is a page."""
    return CheckedFile(file.path, file.data, links_of(file.path, file.data)) if is_page(file.path) else file
