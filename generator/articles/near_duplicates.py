"""Finds texts that tell the same story, whole or shortened: most of the shorter one's words run as in the other.

Each text is a set of shingles, runs of five words, hashed to 32 bits. Its sketch is the part of these hashes that lies
below a fixed bound, and at least its lowest ones (Broder, "On the resemblance and containment of documents", 1997):
unlike the signatures of MinHash it tells not only how alike two texts are, but also whether one holds the other, as a
paper that prints the first half of an agency's story makes it. Texts that share a hash of their sketches are compared
by these, and those that seem alike word for word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE = 5
"""Words of a shingle."""

ENOUGH = 0.45
"""The part of the shorter text's shingles that the other has at least.

Among 920 pages of news and blogs the editions of one agency's story shared 0.48 to 1 of them, while their Jaccard
similarity went down to 0.21; two agencies' stories about one hearing shared 0.15. Between lay one story of which a
third had been kept, and the pages of a site that all end in the same rules for comments.
"""

_FEWEST_SHARED = 40
"""Shingles: less is a quotation, or a standing line."""

_MOSTLY = 0.8
"""Where so much is shared, it is no matter that part of it may be standing lines."""

_LONGEST_STANDING = 150
"""Words of the standing lines at an article's end, at most."""

_SAMPLED = 1 << 28
"""Of all hashes a sixteenth lies below: about 45 of an article of 730 words."""

_FEWEST_SAMPLED = 16
"""The least number of hashes that sketch a text which has so many."""

_SEEMING = 0.25
"""The part of the shared sketch from which on two texts are compared word for word."""

_BESIDE = 12
"""Holders of one hash are paired with so many that come next by name: bounds the time where thousands are alike."""

_COMPARED = 12
"""Other texts with which one text is compared word for word: those whose sketches share most."""

# Scripts that do not part words by spaces: each of their signs counts as a word.
_WORD = re.compile(r"[a-zA-Z0-9]+[^\W_]*|[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_NO_WORD = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))
"""Blanks for the ASCII signs that stand in no word."""

_MARKS = "’‘“”–—…"

Sketch: TypeAlias = "NDArray[np.uint32]"
"""Hashes in rising order."""

_BASE = 0x9E3779B97F4A7C15
_MODULUS = 1 << 64


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that tell the same story."""

    one: str
    other: str
    """Their names; `one` comes before `other`."""
    shared: float
    """The part of the shorter one's shingles that the other has too, 0 to 1."""


def sketch(text: str) -> Sketch:
    """What is kept of a text in order to find it among others: about 300 bytes for an article."""
    import numpy as np

    hashes = (run_hashes(_words(text), SHINGLE) >> 32).astype(np.uint32)
    low = np.unique(hashes[hashes < _SAMPLED])
    return low if low.size >= _FEWEST_SAMPLED else np.unique(hashes)[:_FEWEST_SAMPLED]


def run_hashes(words: str, run: int) -> NDArray[np.uint64]:
    """The hash of each run of so many words, which are parted by blanks: by its letters alone, wherever it stands.

    The letters are digits of a number in the base `_BASE`, so that the difference of two sums from the text's beginning
    is that of the letters between (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987).
    """
    import numpy as np

    letters = np.frombuffer(words.encode(), np.uint8)
    powers, inverse = _powers((letters.size + 1).bit_length())
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters * powers[: letters.size], dtype=np.uint64)])
    spaces = np.flatnonzero(letters == ord(" "))
    number = spaces.size + 1 if words else 0
    starts = np.append(0, spaces + 1)[: max(0, number - run + 1)]
    ends = np.append(spaces, letters.size)[run - 1 : run - 1 + starts.size]
    values = (sums[ends] - sums[starts]) * inverse[starts]
    mixed: NDArray[np.uint64] = (values ^ values >> 32) * np.uint64(_BASE)
    return mixed


@lru_cache(maxsize=32)
def _powers(bits: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of `_BASE` from 0 on, and their inverses, as many as `bits` binary digits count."""
    import numpy as np

    bases = (_BASE, pow(_BASE, -1, _MODULUS))
    one, other = (np.cumprod(np.array([1, *[base] * ((1 << bits) - 1)], np.uint64), dtype=np.uint64) for base in bases)
    return one, other


def near_duplicates(sketches: Mapping[str, Sketch], text_of: Callable[[str], str]) -> tuple[Pair, ...]:
    """All pairs of texts that tell the same story, by name; `text_of` is asked for the texts that seem to.

    Where more than a dozen texts are one story, each is paired with some of them, not with all.
    """
    names = sorted(sketches)
    ordered = [sketches[name] for name in names]

    @lru_cache(maxsize=4 * _COMPARED)
    def words_of(position: int) -> tuple[str, ...]:
        return tuple(_words(text_of(names[position])).split())

    pairs = []
    for one, other in _seeming(ordered):
        shared = _shared_part(words_of(one), words_of(other))
        if shared >= ENOUGH:
            pairs.append(Pair(names[one], names[other], round(shared, 4)))
    return tuple(pairs)


def shared_part(one: str, other: str) -> float:
    """The part of the shorter text's shingles that the other has too, 0 to 1; 0 where those are too few to tell."""
    return _shared_part(_words(one).split(), _words(other).split())


def _shared_part(one: Sequence[str], other: Sequence[str]) -> float:
    """The same for words.

    Where it is not nearly all, a few lines with which both texts end do not count: a blog's or column's standing ones.
    """
    shared, part = _shared(one, other)
    end = _common_end(one, other) if ENOUGH <= part < _MOSTLY else 0
    if 0 < end <= _LONGEST_STANDING:
        shared, part = _shared(one[: len(one) - end], other[: len(other) - end])
    return part if shared >= _FEWEST_SHARED else 0.0


def _shared(one: Sequence[str], other: Sequence[str]) -> tuple[int, float]:
    first, second = set(_shingles(one)), set(_shingles(other))
    shared, least = len(first & second), min(len(first), len(second))
    return shared, shared / least if least else 0.0


def _common_end(one: Sequence[str], other: Sequence[str]) -> int:
    """The number of words at the end of both texts that are the same."""
    pairs = enumerate(zip(reversed(one), reversed(other), strict=False))
    return next((position for position, (a, b) in pairs if a != b), min(len(one), len(other)))


def _words(text: str) -> str:
    """The words of a text, with a blank between."""
    text = without_marks(text).casefold()
    # Words of ASCII letters are found by their signs, the few others by the pattern.
    words = text.encode().translate(_NO_WORD).decode().split()
    if not text.isascii():
        words = [word for part in words for word in ((part,) if part.isascii() else _WORD.findall(part))]
    return " ".join(words)


def without_marks(text: str) -> str:
    """The text composed (NFC), with blanks for typographic marks: most English ones are plain ASCII then."""
    text = unicodedata.normalize("NFC", text)
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text


def _shingles(words: Sequence[str]) -> Iterator[str]:
    return map(" ".join, zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def _seeming(sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """The pairs of positions whose sketches are alike, in order."""
    best: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), shared in _sharing(sketches).items():
        part = shared / max(1, _comparable(sketches[one], sketches[other]))
        if part >= _SEEMING:
            best[one].append((-part, other))
    return sorted((one, other) for one, found in best.items() for _, other in sorted(found)[:_COMPARED])


def _sharing(sketches: Sequence[Sketch]) -> Counter[tuple[int, int]]:
    """Pairs of positions, the lesser first, and how many hashes of their sketches they share."""
    found: Counter[tuple[int, int]] = Counter()
    for holders in _holders(sketches):
        found.update(_beside(holders))
    return found


def _holders(sketches: Sequence[Sketch]) -> Iterator[list[int]]:
    """The positions of the texts that hold a hash, for each hash that several texts hold."""
    import numpy as np

    if not sketches:
        return
    positions = np.repeat(np.arange(len(sketches)), [hashes.size for hashes in sketches])
    entries = np.concatenate(sketches).astype(np.uint64) << 32 | positions.astype(np.uint64)
    entries.sort()
    is_new = np.diff(entries >> 32, prepend=_MODULUS - 1, append=_MODULUS - 1) != 0
    shared = entries[~(is_new[:-1] & is_new[1:])]
    groups = np.split(shared & 0xFFFFFFFF, np.flatnonzero(np.diff(shared >> 32)) + 1)
    yield from (group.tolist() for group in groups if group.size)


def _beside(holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(holders) <= _BESIDE + 1:
        return combinations(holders, 2)
    return ((one, other) for place, one in enumerate(holders) for other in holders[place + 1 : place + 1 + _BESIDE])


def _comparable(one: Sketch, other: Sketch) -> int:
    """The size of the smaller sketch in the range of hashes in which both sketches are whole."""
    bound = min(max(int(one[-1]), _SAMPLED), max(int(other[-1]), _SAMPLED))
    return min(int(one.searchsorted(bound, "right")), int(other.searchsorted(bound, "right")))
