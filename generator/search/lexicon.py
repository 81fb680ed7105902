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

_ITEM = 12
"""Bytes of an item, three numbers of 32 bits: its key; by how many places it stands behind the item before it in the
same piece, or the piece's beginning; and, of a piece's last one, the piece's end behind it. So what two pieces hold is
what they hold together, one after the other."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The terms of some texts, in the order in which they stand there."""

    keys: Numbers
    """Of each the number of its key in the lexicon."""
    sizes: list[int]
    """How many each text has."""
    jumps: Numbers
    """Positions in `keys`, rising: of the first one, and of those that do not stand one place after the one before."""
    shifts: Numbers
    """At each jump, by how much the places from there on are more than the positions; a text's are counted from the
    place of its own first term."""


def occurrences(texts: Sequence[bytes]) -> Occurrences:
    """The terms of texts, of each of which its items are given."""
    import numpy as np

    items = np.frombuffer(b"".join(texts), np.uint32).reshape(-1, 3)
    advance = items[:, 1].astype(np.int64)
    advance[1:] += items[:-1, 2]
    jumps = advance != 1
    jumps[:1] = True
    at = np.flatnonzero(jumps)
    return Occurrences(
        keys=items[:, 0].astype(np.int64),
        sizes=[len(text) // _ITEM for text in texts],
        jumps=at,
        shifts=np.cumsum(advance)[at] - at,
    )


class Lexicon:
    """Keys, each a term in one of its forms, by their numbers, and the items of pieces of text that hold them."""

    def __init__(self) -> None:
        self.keys = Keys()
        self._by_language: dict[str, Pieces] = {}
        self._scratch: Numbers | None = None

    def __len__(self) -> int:
        return sum(map(len, self._by_language.values()))

    def of(self, language: str) -> Pieces:
        """The pieces of a language (BCP 47)."""
        primary = primary_language(language)
        if primary not in self._by_language:
            self._by_language[primary] = Pieces(self.keys, primary)
        return self._by_language[primary]

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
    """The pieces of texts in one language: those met before are looked up at the speed of C."""

    def __init__(self, keys: Keys, language: str) -> None:
        self._chunks = _Chunks(keys, language)
        self._stretches = _Stretches(self._chunks)

    def __len__(self) -> int:
        return len(self._chunks) + len(self._stretches)

    def of_text(self, text: str) -> bytes:
        """The items of a text."""
        if has_unspaced(text):
            return b"".join(map(self._chunks.__getitem__, chunk_pattern(text).findall(text)))
        # No chunk has white space in it, and none depends on what stands beside its own stretch. Signs that most words
        # have after them are left out first, so that fewer stretches differ.
        for sign in (". ", ", ", ".\n"):
            text = text.replace(sign, " ")
        return b"".join(map(self._stretches.__getitem__, text.split()))

    def of_lines(self, lines: Iterable[str]) -> bytes:
        """Those of some short lines, such as names, each of which is remembered as a piece."""
        return b"".join(map(self._stretches.__getitem__, lines))


class _Chunks(dict[str, bytes]):
    """The items of single chunks."""

    def __init__(self, keys: Keys, language: str) -> None:
        self._keys = keys
        self._language = language

    def __missing__(self, chunk: str) -> bytes:
        lower = chunk.lower()
        # What folding does to plain letters; all else of a chunk depends on the folded letters.
        is_known = chunk.isascii() and chunk != lower
        items = self[chunk] = self[lower] if is_known else self._items(chunk)
        return items

    def _items(self, chunk: str) -> bytes:
        width, held = chunk_words(chunk, self._language)
        numbers = array("I")
        before = 0
        for (term, form), place in held:
            numbers.extend((self._keys[f"{term}\t{form}"], place - before, 0))
            before = place
        if held:
            numbers[-1] = width - before
        return numbers.tobytes()


_AROUND = ".,;:!?…\"'“”„‘’«»()[]*—–-"
"""Signs that often stand beside a word: alone there they hold nothing together."""


class _Stretches(dict[str, bytes]):
    """The items of what stands between white space, signs included; or of a whole line."""

    def __init__(self, chunks: _Chunks) -> None:
        self._chunks = chunks

    def __missing__(self, stretch: str) -> bytes:
        plain = stretch.strip(_AROUND)
        if plain.isascii() and plain.isalnum():
            items = self[stretch] = self._chunks[plain]
            return items
        held = [self._chunks[chunk] for chunk in chunk_pattern(stretch).findall(stretch)]
        items = self[stretch] = b"".join(held)
        return items


_latest: list[Lexicon] = []


def lexicon() -> Lexicon:
    """That of this process; begun anew where it has grown too large."""
    if not _latest or len(_latest[0]) > _MOST_KNOWN:
        _latest[:] = [Lexicon()]
    return _latest[0]
