"""What is too large for memory while a search is made: it lies in a spool, and only its place is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeVar

import msgspec

Value = TypeVar("Value")


class Spool(Protocol):
    """Bytes that are put one after the other, and read in slices by other processes too.

    These see what was there when they were begun, or when the spool was sent to them.
    """

    def append(self, data: bytes) -> int:
        """Puts bytes behind those that are there; gives the position of the first."""

    def read(self, start: int, size: int) -> bytes:
        """So many bytes from a position on."""


class Piece(NamedTuple):
    """Values in a spool."""

    name: str
    """What they are, for people: a process may die of them."""
    start: int
    size: int

    def __str__(self) -> str:
        return self.name


def put(spool: Spool, name: str, values: Iterator[Value]) -> Piece:
    """Puts values into a spool, that can be written as MessagePack.

    What other processes need of articles goes to them this way: they would copy each part of memory in which they only
    look an article up, since Python counts references there.
    """
    data = msgspec.msgpack.encode(list(values))
    return Piece(name, spool.append(data), len(data))


def taken(spool: Spool, piece: Piece, of: type[Value]) -> list[Value]:
    """The values again."""
    return msgspec.msgpack.decode(spool.read(piece.start, piece.size), type=list[of])  # type: ignore[valid-type]
