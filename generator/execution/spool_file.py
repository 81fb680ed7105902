"""A file for what is made and read again within one command, a slice at a time, and is too large for memory."""

from __future__ import annotations

import errno
import os
import zlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Any

from generator.errors import BackfileError

_BLOCK = 1 << 13
"""Bytes that have a checksum together; whoever reads one of them reads them all."""


class SpoolFile:
    """Bytes that one process puts one after the other, and that others read too.

    These see what was there when they were begun, or when the spool was sent to them: on any machine that sees the
    file. There is a file only within a `with` statement; what a killed process left is removed where that begins. All
    methods raise BackfileError where the disk does not take or give the bytes, or gives others than were put there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = 0
        self._checks = array("I")
        """Of each block the checksum of its bytes."""
        self._writer: FileIO | None = None
        self._reader: tuple[int, FileIO] | None = None
        """The process that opened the file, and the file."""

    def __enter__(self) -> SpoolFile:
        with self._told():
            self._path.unlink(missing_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in (self._writer, self._reader[1] if self._reader else None):
            if file:
                file.close()
        with self._told():
            self._path.unlink(missing_ok=True)

    def __getstate__(self) -> dict[str, Any]:
        if self._writer:
            # Another machine is to see the bytes too.
            os.fsync(self._writer.fileno())
        return self.__dict__ | {"_writer": None, "_reader": None}

    def append(self, data: bytes) -> int:
        """Puts bytes behind those that are there; gives the position of the first."""
        start = self._size
        with self._told():
            if self._writer is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._writer = FileIO(self._path, "w")
            rest = memoryview(data)
            while rest:
                rest = rest[self._writer.write(rest) :]
        self._size += len(data)
        self._note(start, memoryview(data))
        return start

    def read(self, start: int, size: int) -> bytes:
        """So many bytes from a position on."""
        first = start // _BLOCK
        with self._told():
            file = self._opened()
            file.seek(first * _BLOCK)
            data = memoryview(_read(file, min(-(-(start + size) // _BLOCK) * _BLOCK, self._size) - first * _BLOCK))
        for at in range(0, len(data), _BLOCK):
            if zlib.crc32(data[at : at + _BLOCK]) != self._checks[first + at // _BLOCK]:
                raise self._damaged()
        found = bytes(data[start - first * _BLOCK :][:size])
        if len(found) < size:
            raise self._damaged()
        return found

    def _note(self, start: int, data: memoryview) -> None:
        """Takes the bytes at the end into the checksums."""
        if start % _BLOCK:
            room = _BLOCK - start % _BLOCK
            self._checks[-1] = zlib.crc32(data[:room], self._checks[-1])
            data = data[room:]
        self._checks.extend(zlib.crc32(data[at : at + _BLOCK]) for at in range(0, len(data), _BLOCK))

    def _opened(self) -> FileIO:
        # A file that was open when the process was copied has one position in both.
        if self._reader is None or self._reader[0] != os.getpid():
            self._reader = os.getpid(), FileIO(self._path)
        return self._reader[1]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says in words what the system says."""
        try:
            yield
        except FileNotFoundError as error:
            raise self._damaged() from error
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise BackfileError(f"The disk is full: {self._path} cannot be written.", "Free some space.") from error
            hint = "see that you may write there"
            raise BackfileError(f"{self._path} cannot be used: {error.strerror}", hint) from error

    def _damaged(self) -> BackfileError:
        return BackfileError(f"{self._path} is not what was written there.", "Build it again.")


def _read(file: FileIO, size: int) -> bytes:
    """So many bytes, or those up to the file's end."""
    data = file.read(size) or b""
    while data and len(data) < size and (more := file.read(size - len(data))):
        data += more
    return data
