"""Keeps what stages made of each thing from one build to the next, under the hash of what it was made of."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote
from zlib import crc32

import msgspec

from generator.errors import BackfileError

_TABLES = """
    CREATE TABLE about (version TEXT NOT NULL);
    CREATE TABLE made (stage TEXT, name TEXT, key BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (stage, name));
    CREATE INDEX keys ON made (stage, name, key);
"""
"""The index has the keys, for which every build asks, in few pages; in the table they lie among all values."""
Value = TypeVar("Value")

_CHECK = 4
"""Bytes that tell whether a value is as it was written."""
_FULL = ("database or disk is full", "disk I/O error")


class StoreDamagedError(Exception):
    """The store is not as it was written; it is to be thrown away."""


class Store:
    """Values by stage and name, each with the key of what it was made of, in one file.

    What was put in is seen by other processes after `commit`. A kill leaves the store as it was at the last one. All
    methods raise StoreDamagedError where the file is no store or a value is not as it was written, and BackfileError
    where the disk does not take it.
    """

    _is_read_only = False

    def __init__(self, path: Path, version: str) -> None:
        """Opens the store of this `version`, or begins it anew where there is none, or one of another version."""
        self._path = path
        self._user: tuple[int, int] | None = _caller()
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = self._opened_anew(version) if self._version() != version else self._opened()

    def __reduce__(self) -> tuple[Callable[[Path], Store], tuple[Path]]:
        """To a process on any machine that sees the file goes what is committed now, to be read while it is there."""
        with self._told():
            self._here().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with self._path.open("rb") as file:
            os.fsync(file.fileno())
        return _for_reading, (self._path,)

    def beside(self, name: str) -> Path:
        """Where a file may lie that those need who use the store."""
        return self._path.with_name(name)

    def keys(self, stage: str) -> dict[str, bytes]:
        """The key of each name."""
        with self._told():
            return dict(self._here().execute("SELECT name, key FROM made WHERE stage = ?", (stage,)))

    def values(self, stage: str) -> Iterator[tuple[str, bytes]]:
        """Every name with its value, in no certain order."""
        with self._told():
            for name, value in self._here().execute("SELECT name, value FROM made WHERE stage = ?", (stage,)):
                yield name, _checked(value)

    def value(self, stage: str, name: str) -> bytes | None:
        """The value of a name; None where it has none."""
        with self._told():
            found = self._here().execute("SELECT value FROM made WHERE stage = ? AND name = ?", (stage, name))
            row = found.fetchone()
            return _checked(row[0]) if row else None

    def put(self, stage: str, name: str, key: bytes, value: bytes) -> None:
        """Keeps the value in the place of the one that the name had."""
        with self._told():
            self._here().execute(
                "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", (stage, name, key, _sum(value) + value)
            )

    def forget(self, stage: str, names: Iterable[str]) -> None:
        """Removes what is kept under these names."""
        with self._told():
            rows = [(stage, name) for name in names]
            self._here().executemany("DELETE FROM made WHERE stage = ? AND name = ?", rows)

    def commit(self) -> None:
        """Makes what was put in and forgotten last."""
        with self._told():
            self._here().commit()

    def close(self) -> None:
        """Ends the use of the store, until somebody uses it again; what was not committed is forgotten."""
        if self._user == _caller():
            self._database.close()
        self._user = None

    def _here(self) -> sqlite3.Connection:
        # A connection does not survive the copying of a process, and is of one thread.
        if self._user != _caller():
            self._database = self._opened()
            self._user = _caller()
        return self._database

    def _opened(self) -> sqlite3.Connection:
        if self._is_read_only:
            # Locks, and the log that SQLite writes ahead, are of one machine: neither is asked for.
            place = f"file:{quote(self._path.as_posix())}?mode=ro&immutable=1"
            return sqlite3.connect(place, uri=True)
        database = sqlite3.connect(self._path, isolation_level="DEFERRED", timeout=60)
        # A loss of power may damage the file, which is then noticed; a kill cannot.
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA journal_mode = WAL")
        return database

    def _version(self) -> str:
        """The version of the store in the file; empty where it is none."""
        try:
            with closing(self._opened()) as database:
                return str(database.execute("SELECT version FROM about").fetchone()[0])
        except (sqlite3.DatabaseError, TypeError):
            return ""

    def _opened_anew(self, version: str) -> sqlite3.Connection:
        discard(self._path)
        database = self._opened()
        database.executescript(_TABLES)
        database.execute("INSERT INTO about VALUES (?)", (version,))
        database.commit()
        return database

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says of an error whether the store is damaged, or the disk refuses it."""
        try:
            yield
        except sqlite3.Error as error:
            if isinstance(error, sqlite3.OperationalError) and not self._path.parent.is_dir():
                raise BackfileError(f"{self._path.parent} cannot be written", "see that you may write there") from error
            if any(text in str(error) for text in _FULL):
                raise BackfileError(f"The disk is full: {self._path} cannot be written.", "Free some space.") from error
            raise StoreDamagedError(str(error)) from error


def _caller() -> tuple[int, int]:
    """The process and its thread."""
    return os.getpid(), threading.get_ident()


def _for_reading(path: Path) -> Store:
    store = Store.__new__(Store)
    store._path, store._user, store._is_read_only = path, None, True
    return store


def discard(path: Path) -> None:
    """Removes the store in the file `path`, with what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        place = path.with_name(name)
        if place.is_dir() and not place.is_symlink():
            # As some container tools make one of a file that they are to mount.
            shutil.rmtree(place)
        place.unlink(missing_ok=True)


def _sum(value: bytes) -> bytes:
    # It tells of damage, not of intent: who could write into the store could write the sum too.
    return crc32(value).to_bytes(_CHECK, "little")


def _checked(value: bytes) -> bytes:
    if _sum(value[_CHECK:]) != value[:_CHECK]:
        raise StoreDamagedError("a value is not as it was written")
    return value[_CHECK:]


def unpacked(data: bytes | None, decode: Callable[[bytes], Value]) -> Value:
    """The value that a decoder of msgspec's reads out of what `Store.value` gave.

    Raises StoreDamagedError where that is none: a store may come with an archive from elsewhere.
    """
    try:
        return decode(data or b"")
    except msgspec.MsgspecError as error:
        raise StoreDamagedError(str(error)) from error
