"""Finds which paragraphs of a text each stretch of its source went into, by the letters that both have."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import normalize

_NO_LETTERS = re.compile(r"[\W_]+")
_DIGITS = "0123456789"
"""The number of a list's item or a note stands in the source and not in the text, since the page makes it anew."""

_ENDS = 4
"""Places at which the text may go on: one, or as many as there are columns of text side by side in the source."""

_FEW = 8
"""Letters that may stand anywhere: fewer are looked for only where the text goes on."""

_AHEAD = 40
"""How far ahead of where the text goes on a stretch is looked for, in its own lengths; at most `_FARTHEST` letters."""

_FARTHEST = 2_000

_TELLING = 24
"""Letters that stand in one place only: so many are looked for in the whole text."""

_MOST_LETTERS = 50_000_000
"""Letters of the whole text that are read in looking for stretches that are not where the text goes on: a few
hundredths of a second. Beyond that they are looked for ahead only."""

_PIECE = 12
"""Letters of a piece of a stretch that does not stand in the text as a whole."""

_FOUND = 0.3
"""The part of such a stretch that is found at least, where it stands in the text at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of the source stands in the text."""

    first: int
    """The position of the first of its paragraphs."""
    last: int
    letters: int = 0
    """How many letters it has, if they all stand there as they stand in the source; else 0."""

    @property
    def paragraphs(self) -> range:
        """The positions of its paragraphs."""
        return range(self.first, self.last + 1)


def letters(text: str) -> str:
    """What stays of a text however it is set: its letters and digits, without case, marks, signs and spaces."""
    if not text.isascii():
        text = normalize("NFKD", text)
    return _NO_LETTERS.sub("", text).casefold()


def align(stretches: Sequence[str], paragraphs: Sequence[str]) -> list[Place | None]:
    """For each stretch of a source, in its order, its place in the text whose letters are given by paragraph.

    None where it has no letters or does not stand in the text. Takes time in proportion to the two texts' lengths.
    """
    finder = _Finder(paragraphs)
    return [finder.find(letters(stretch)) for stretch in stretches]


class _Finder:
    """The text, and where stretches found in it ended, the latest first."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.text = "".join(paragraphs)
        self.starts = [0, *accumulate(map(len, paragraphs))][: len(paragraphs)]
        self.ends = [0]
        self.letters_left = _MOST_LETTERS

    def find(self, wanted: str) -> Place | None:
        if not wanted or not self.text:
            return None
        return self._whole(wanted) or self._whole(wanted.lstrip(_DIGITS)) or self._in_pieces(wanted)

    def _whole(self, wanted: str) -> Place | None:
        if not wanted:
            return None
        start = self._going_on(wanted)
        if start < 0:
            start = self._ahead(wanted)
        if start < 0:
            start = self._anywhere(wanted)
        return None if start < 0 else self._place(start, start + len(wanted), len(wanted))

    def _going_on(self, wanted: str) -> int:
        """Where it stands if the text goes on with it, else -1."""
        for position, end in enumerate(self.ends[: _ENDS if len(wanted) >= _FEW else 1]):
            if self.text.startswith(wanted, end):
                del self.ends[position]
                return end
        return -1

    def _ahead(self, wanted: str) -> int:
        if len(wanted) < _FEW:
            return -1
        reach = len(wanted) + min(_AHEAD * len(wanted), _FARTHEST)
        return self.text.find(wanted, self.ends[0], self.ends[0] + reach)

    def _anywhere(self, wanted: str) -> int:
        if len(wanted) < _TELLING or self.letters_left < 0:
            return -1
        self.letters_left -= len(self.text)
        return self.text.find(wanted)

    def _in_pieces(self, wanted: str) -> Place | None:
        """Its place if enough pieces of it stand ahead in its order: something in it was mended, or left out."""
        position, found = self.ends[0], []
        for start in range(0, len(wanted) - _FEW + 1, _PIECE):
            piece = wanted[start : start + _PIECE]
            place = self.text.find(piece, position, position + _FARTHEST)
            if place >= 0:
                found.append(place)
                position = place + len(piece)
        if not found or len(found) * _PIECE < _FOUND * len(wanted):
            return None
        return self._place(found[0], position, 0)

    def _place(self, start: int, end: int, exact: int) -> Place:
        self.ends = [end, *self.ends[: _ENDS - 1]]
        return Place(bisect_right(self.starts, start) - 1, bisect_left(self.starts, end) - 1, exact)
