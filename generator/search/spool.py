"""Where the index's postings lie while it is made: of a large archive they are more than memory holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


class Spool(Protocol):
    """Bytes that are put one after the other and read in slices, by other processes too."""

    def append(self, data: bytes) -> int:
        """Puts bytes behind those that are there; gives the position of the first."""

    def read(self, start: int, size: int) -> bytes:
        """So many bytes from a position on."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """A spool for small archives. Other processes see what was there when they began."""

    _held: bytearray = field(default_factory=bytearray)

    def append(self, data: bytes) -> int:
        start = len(self._held)
        self._held.extend(data)
        return start

    def read(self, start: int, size: int) -> bytes:
        return bytes(self._held[start : start + size])
