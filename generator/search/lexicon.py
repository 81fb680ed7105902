"""The pieces of text that this process has met, and what each holds: nearly all of a text were met before."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.search.terms import chunk_pattern, chunk_words, has_unspaced, primary_language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_MOST_KNOWN = 500_000
"""Pieces and chunks that are remembered: about 100 MB."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The terms of some texts, in the order in which they stand there."""

    keys: Numbers
    """Of each the number of its key in the lexicon."""
    sizes: Numbers
    """How many each text has."""
    jumps: Numbers
    """Positions in `keys`, rising: of the first one, and of those that do not stand one place after the one before."""
    shifts: Numbers
    """At each jump, by how much the places from there on are more than the positions; a text's are counted from the
    place of its own first term."""


class Lexicon:
    """Keys, each a term in one of its forms, and the pieces of text that hold them, all by their numbers."""

    def __init__(self) -> None:
        self.keys = Keys()
        self._by_language: dict[str, Pieces] = {}
        # Of each piece how many places it takes up, and where what it holds begins and ends in the two below.
        self._width = array("q")
        self._start = array("q")
        self._end = array("q")
        self._key = array("q")
        self._place = array("q")
        self._scratch: Numbers | None = None

    def __len__(self) -> int:
        return sum(map(len, self._by_language.values()))

    def of(self, language: str) -> Pieces:
        """The pieces of a language (BCP 47)."""
        primary = primary_language(language)
        if primary not in self._by_language:
            self._by_language[primary] = Pieces(self, primary)
        return self._by_language[primary]

    def add(self, chunk: str, language: str) -> int:
        """The number of a new piece that is one chunk, in a primary language."""
        width, held = chunk_words(chunk, language)
        keys = (self.keys[f"{term}\t{form}"] for (term, form), _ in held)
        return self._added(width, keys, (place for _, place in held))

    def join(self, pieces: Sequence[int]) -> int:
        """The number of a new piece that holds what these hold, one after the other."""
        width = 0
        keys: list[int] = []
        places: list[int] = []
        for piece in pieces:
            held = slice(self._start[piece], self._end[piece])
            keys += self._key[held]
            places += (width + place for place in self._place[held])
            width += self._width[piece]
        return self._added(width, keys, places)

    def _added(self, width: int, keys: Iterable[int], places: Iterable[int]) -> int:
        self._start.append(len(self._key))
        self._key.extend(keys)
        self._place.extend(places)
        self._end.append(len(self._key))
        self._width.append(width)
        return len(self._width) - 1

    def occurrences(self, pieces: array[int], counts: Sequence[int]) -> Occurrences:
        """The terms of texts, which are given by their pieces and how many of these each has."""
        import numpy as np

        piece = _array(pieces)
        starts = _array(self._start)[piece]
        held = _array(self._end)[piece] - starts
        owner, item = expanded(starts, held)
        keys = _array(self._key)[item]
        widths = _array(self._width)[piece]
        shift = (np.cumsum(widths) - widths)[owner] + _array(self._place)[item] - np.arange(owner.size)
        jumps = np.flatnonzero(np.diff(shift, prepend=-1))
        ends = np.append(0, np.cumsum(held))[np.append(0, np.cumsum(np.array(counts, np.int64)))]
        return Occurrences(keys, np.diff(ends), jumps, shift[jumps])

    def distinct(self, keys: Numbers) -> tuple[Numbers, Numbers]:
        """The different ones of some keys, by first appearance; and of each key its position among these."""
        import numpy as np

        if self._scratch is None or self._scratch.size < len(self.keys):
            # Kept, since the system would give a new one page by page; what stands in it means nothing.
            self._scratch = np.empty(2 * len(self.keys), np.int64)
        at = np.arange(keys.size)
        # The last one written stays: the first position.
        self._scratch[keys[::-1]] = at[::-1]
        first = self._scratch[keys]
        is_first = first == at
        return keys[is_first], (np.cumsum(is_first) - 1)[first]


def expanded(starts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """For ranges, given by where they start and how long they are, every number in them, and its range's position."""
    import numpy as np

    owner = np.repeat(np.arange(starts.size), sizes)
    within = np.arange(owner.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return owner, starts[owner] + within


def _array(numbers: array[int]) -> Numbers:
    """The same as a numpy array, good until more are added."""
    import numpy as np

    return np.frombuffer(numbers, np.int64) if numbers else np.zeros(0, np.int64)


class Keys(dict[str, int]):
    """The numbers of keys, which are written `term\\tform`; a new one gets the next."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        """Each key by its number."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self.texts)
        self.texts.append(key)
        return number


class Pieces:
    """The pieces of texts in one language by their numbers: those met before are looked up at the speed of C."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self._chunks = _Chunks(lexicon, language)
        self._stretches = _Stretches(lexicon, self._chunks)

    def __len__(self) -> int:
        return len(self._chunks) + len(self._stretches)

    def of_text(self, text: str) -> Iterable[int]:
        """Those of a text, in its order."""
        if has_unspaced(text):
            return map(self._chunks.__getitem__, chunk_pattern(text).findall(text))
        # No chunk has white space in it, and none depends on what stands beside its own stretch. Signs that most words
        # have after them are left out first, so that fewer stretches differ.
        for sign in (". ", ", ", ".\n"):
            text = text.replace(sign, " ")
        return map(self._stretches.__getitem__, text.split())

    def of_lines(self, lines: Iterable[str]) -> Iterable[int]:
        """Each of some short lines, such as names, is a piece."""
        return map(self._stretches.__getitem__, lines)


class _Chunks(dict[str, int]):
    """Single chunks."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self._lexicon = lexicon
        self._language = language

    def __missing__(self, chunk: str) -> int:
        lower = chunk.lower()
        # What folding does to plain letters; all else of a chunk depends on the folded letters.
        is_known = chunk.isascii() and chunk != lower
        number = self[chunk] = self[lower] if is_known else self._lexicon.add(chunk, self._language)
        return number


_AROUND = ".,;:!?…\"'“”„‘’«»()[]*—–-"
"""Signs that often stand beside a word: alone there they hold nothing together."""


class _Stretches(dict[str, int]):
    """What stands between white space, signs included; or a whole line."""

    def __init__(self, lexicon: Lexicon, chunks: _Chunks) -> None:
        self._lexicon = lexicon
        self._chunks = chunks

    def __missing__(self, stretch: str) -> int:
        plain = stretch.strip(_AROUND)
        if plain.isascii() and plain.isalnum():
            number = self[stretch] = self._chunks[plain]
            return number
        held = [self._chunks[chunk] for chunk in chunk_pattern(stretch).findall(stretch)]
        number = self[stretch] = held[0] if len(held) == 1 else self._lexicon.join(held)
        return number


_latest: list[Lexicon] = []


def lexicon() -> Lexicon:
    """That of this process; begun anew where it has grown too large."""
    if not _latest or len(_latest[0]) > _MOST_KNOWN:
        _latest[:] = [Lexicon()]
    return _latest[0]
