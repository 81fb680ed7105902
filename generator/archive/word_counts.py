"""Which words an article has, how often, and how it writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from generator.articles.near_duplicates import run_hashes, without_marks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Numbers = NDArray[np.integer[Any]]

_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTER = bytes(byte if byte > 127 or chr(byte).isalpha() else 32 for byte in range(256))
"""Blanks for the ASCII signs that stand in no word."""


class WordCounts(msgspec.Struct, frozen=True):
    """The words of one text, each once, in the order of their spelling: 3 kB for a text of 730 words."""

    hashes: bytes = b""
    """Of each word's letters, 64 bits, little-endian: the same in every article, so that words need no list of all."""
    times: bytes = b""
    """How often each stands there: numbers of as many bytes as the largest of them needs, little-endian."""

    def arrays(self) -> tuple[Hashes, Numbers]:
        """The hashes, and how often each word stands there."""
        import numpy as np

        hashes = np.frombuffer(self.hashes, "<u8")
        return hashes, np.frombuffer(self.times, f"<u{len(self.times) // max(1, hashes.size) or 1}")


def count_words(text: str) -> tuple[WordCounts, str]:
    """The words of a text without regard to case, and each as the text writes it most often, of equals in small
    letters, with a blank between.

    Each form of a word is case-folded by itself: folding a whole text would part `İstanbul`, whose first letter becomes
    two signs.
    """
    counts = _counted(text)
    spelled = " ".join(counts).casefold().split()
    times = dict(zip(spelled, counts.values(), strict=True))
    written = dict(zip(spelled, counts, strict=True))
    # Words that have several forms, of which the last one stands for all so far.
    for word, form in [(word, form) for word, form in zip(spelled, counts, strict=True) if written[word] is not form]:
        times[word] += counts[form]
        written[word] = min(written[word], form, key=lambda form: (-counts[form], not form.islower(), form))
    words = sorted(written)
    counted = WordCounts(
        run_hashes(" ".join(words), 1).astype("<u8", copy=False).tobytes(), _narrow([times[word] for word in words])
    )
    return counted, " ".join([written[word] for word in words])


def _counted(text: str) -> Mapping[str, int]:
    """How often each form of a word stands in a text."""
    text = without_marks(text)
    # Words of ASCII letters are found by their signs, the few others by the pattern.
    parts = Counter(text.encode().translate(_NO_LETTER).decode().split())
    if text.isascii():
        return parts
    counts: dict[str, int] = {}
    for part, times in parts.items():
        for form in (part,) if part.isascii() else _WORD.findall(part):
            counts[form] = counts.get(form, 0) + times
    return counts


def _narrow(numbers: Sequence[int]) -> bytes:
    """Numbers in as few bytes each as the largest of them needs."""
    import numpy as np

    most = max(numbers, default=0)
    return bytes(numbers) if most < 256 else np.array(numbers, "<u2" if most < 1 << 16 else "<u4").tobytes()
