"""Many short values in one piece of memory, each read when it is asked for.

A hundred thousand values as objects take several times the memory, and every process that is copied from this one takes
as much again: Python counts in each object who uses it, so that to look at one is to change it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Column:
    """Bytes by position."""

    __slots__ = ("_ends", "_together")

    def __init__(self) -> None:
        self._together = bytearray()
        self._ends = array("Q", [0])

    def append(self, value: bytes) -> None:
        self._together += value
        self._ends.append(len(self._together))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, position: int) -> bytes:
        """That at a position from 0 on."""
        return bytes(self._together[self._ends[position] : self._ends[position + 1]])


AT_HAND = 20_000
"""Values that a process has read and keeps: who reads one seldom reads it once. All of a usual archive, and of a very
large one no more than memory allows."""


class Placed(Mapping[str, Value], Generic[Value]):
    """A mapping whose keys have places from 0 on, in their order."""

    __slots__ = ("places",)
    places: dict[str, int]

    def __contains__(self, name: object) -> bool:
        return name in self.places

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


class Packed(Placed[Value]):
    """Values by name. Those that were read are at hand until they are too many."""

    __slots__ = ("_at_hand", "_most", "_read", "_usual", "_values")

    def __init__(
        self, values: Iterable[tuple[str, bytes]], read: Callable[[bytes], Value], at_hand: int | None = None
    ) -> None:
        """`read` makes a value of its bytes: a function of a module. So many are kept `at_hand`, or `AT_HAND`."""
        self.places: dict[str, int] = {}
        self._values = Column()
        self._read = read
        self._at_hand: dict[str, Value] = {}
        self._most = self._usual = at_hand or AT_HAND
        for name, value in values:
            self.places[name] = len(self._values)
            self._values.append(value)

    def __getitem__(self, name: str) -> Value:
        value = self._at_hand.get(name)
        if value is None:
            if len(self._at_hand) >= self._most:
                self._at_hand.clear()
            value = self._at_hand[name] = self._read(self._values[self.places[name]])
        return value

    def packed(self, name: str) -> bytes:
        """The bytes of which a value is made."""
        return self._values[self.places[name]]

    def keep_all(self) -> None:
        """Until `let_go` keeps whatever is read: for one who goes through all several times."""
        self._most = len(self.places)

    def let_go(self) -> None:
        """Of what was read so far, which a process that is copied from this one would copy again by looking at it."""
        self._at_hand.clear()
        self._most = self._usual
