"""The first pass of an import: what all sources of an archive have in common, read from the disk."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.articles.ledger import LEDGER_SUFFIX
from generator.articles.source_text import source_lines
from generator.articles.sources import SOURCES
from generator.execution.executors import Executor, batches
from generator.ingest.atomic_write import write_atomically
from generator.ingest.collect import SUFFIXES, Incoming, is_record
from generator.ingest.collection.collection import Learner
from generator.ingest.collection.line_keys import Keys, line_keys
from generator.ingest.decode import RefusalError, decode_source

CACHE = ".cache/collection"
"""What was learnt, relative to the archive's folder; safe to delete."""
_AUTHORED = (".md", ".markdown")
"""Endings of sources that somebody wrote as they stand: they are cleaned of nothing."""
_BATCH = 64
"""Sources that a process reads at a time."""


class FirstPass:
    """Reads all sources of the archive `root`, and those that are `coming`, each folder being a group.

    A source that cannot be read, or has more than `largest` bytes, teaches nothing; it is told of elsewhere.
    """

    def __init__(self, root: Path, coming: Sequence[Incoming], largest: int, executor: Executor) -> None:
        self._root = root
        self._coming = coming
        self._learner = Learner()
        with contextlib.suppress(OSError):
            self._learner = Learner.read((root / CACHE).read_bytes())
        sources = _all_sources(root / SOURCES, coming)
        for seen in executor.run(_look_through, largest, batches(self._unknown(sources.values()), _BATCH)):
            for source, stamp, keys in seen:
                self._learner.take(source.file, stamp, source.file.rpartition("/")[0], keys)
        self._learner.keep_only(sources)
        self.collection = self._learner.collection()
        """What they have in common."""

    def _unknown(self, sources: Iterable[Incoming]) -> Iterator[tuple[Incoming, str]]:
        """Those that have not been read as they are now, each with its stamp."""
        for source in sources:
            with contextlib.suppress(OSError):
                stamp = _stamp(source)
                if not self._learner.knows(source.file, stamp):
                    yield source, stamp

    def remember(self) -> None:
        """Keeps what was learnt, so that the next import reads only what is new. The sources lie in their place now."""
        for source in self._coming:
            with contextlib.suppress(OSError):
                place = Incoming(self._root / SOURCES / source.file, source.file)
                self._learner.stamp(source.file, _stamp(place))
        # It only saves time: an archive on a full or read-only disk is imported as well as that allows.
        with contextlib.suppress(OSError):
            write_atomically(self._root / CACHE, self._learner.written())


def _all_sources(folder: Path, coming: Sequence[Incoming]) -> Mapping[str, Incoming]:
    found = {source.file: source for source in _there(folder)}
    found |= {source.file: source for source in coming}
    return {file: found[file] for file in sorted(found) if not file.lower().endswith(_AUTHORED)}


def _there(folder: Path) -> Iterator[Incoming]:
    for path in folder.rglob("*"):
        file = path.relative_to(folder).as_posix()
        if path.suffix.lower() in SUFFIXES and not file.endswith(LEDGER_SUFFIX) and not is_record(file):
            yield Incoming(path, file)


def _stamp(source: Incoming) -> str:
    status = source.path.stat()
    return f"{status.st_size}-{status.st_mtime_ns}-{source.line}"


def _look_through(largest: int, sources: Sequence[tuple[Incoming, str]]) -> list[tuple[Incoming, str, Keys]]:
    """Those of the sources that can be read, each with its stamp and the keys of its lines."""
    seen = []
    for source, stamp in sources:
        with contextlib.suppress(OSError, RefusalError):
            seen.append((source, stamp, line_keys(_lines(source, largest))))
    return seen


def _lines(source: Incoming, largest: int) -> list[str]:
    if source.size() > largest:
        return []
    return source_lines(source.file, decode_source(source.read(), largest, source.encoding).text)
