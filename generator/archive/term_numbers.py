"""Which terms each article has, as numbers in one piece of memory: there are millions in a large archive."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from generator.column import Placed

if TYPE_CHECKING:
    from generator.archive.values import Kind

    TermKey = tuple[Kind, str]
    """A term's kind and id."""


class TermNumbers(Placed["Mapping[Kind, tuple[str, ...]]"]):
    """The ids of each article's terms by its slug: of the kinds that it has, in the order in which they were given."""

    __slots__ = ("_ends", "_keys", "_numbers")

    def __init__(self, terms: Iterable[tuple[str, Mapping[Kind, tuple[str, ...]]]] = ()) -> None:
        self.places = {}
        self._numbers = array("I")
        self._ends = array("Q", [0])
        number_of: dict[TermKey, int] = {}
        for slug, of in terms:
            self.places[slug] = len(self.places)
            keys = ((kind, id_) for kind, ids in of.items() for id_ in ids)
            self._numbers.extend([number_of.setdefault(key, len(number_of)) for key in keys])
            self._ends.append(len(self._numbers))
        self._keys: list[TermKey] = list(number_of)

    def __getitem__(self, slug: str) -> Mapping[Kind, tuple[str, ...]]:
        # Those of a kind stand together. Not kept: to make them anew is as quick as to let go of so many values.
        of: dict[Kind, list[str]] = {}
        last = None
        for kind, id_ in map(self._keys.__getitem__, self._of(slug)):
            if kind is not last:
                ids = of[kind] = []
                last = kind
            ids.append(id_)
        return {kind: tuple(ids) for kind, ids in of.items()}

    def count(self, slugs: Collection[str]) -> Mapping[TermKey, int]:
        """How many of these articles have each term; those that none has are left out."""
        counted = Counter(chain.from_iterable(map(self._of, slugs)))
        return {self._keys[number]: times for number, times in counted.items()}

    def packed(self, slug: str) -> bytes:
        """The numbers of an article's terms, 32 bits each: their positions in `keys_in_order`."""
        return self._of(slug).tobytes()

    @property
    def keys_in_order(self) -> Sequence[TermKey]:
        """All terms by their numbers."""
        return self._keys

    def _of(self, slug: str) -> array[int]:
        place = self.places[slug]
        return self._numbers[self._ends[place] : self._ends[place + 1]]
