"""Writes the texts of results short: words that many articles have are told by their numbers.

Each text is a file of its own, and what compresses a file sees too little of it to learn the common words of a
language. client/packed.js reads them.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.search.packed import packed_number

_LEAST = 1_024
"""Articles from which on an archive has common words. In a smaller one an edit could well change which they are, and
with them all texts."""

_SAMPLE = 512
"""Articles, at least, of which the texts tell which words are common; at most some two times as many."""

_PARTS = 5
"""A word is common if more texts have it than one in 2 to this power."""

_SIGNS = (",", ".")
"""Behind a word they count as words."""


def sampled(refs: Sequence[str]) -> list[int]:
    """The numbers of the articles whose texts tell which words are common, by the paths of all articles' pages.

    Which these are depends on their own paths, so that the edit of any other changes no text but its own.
    """
    if len(refs) < _LEAST:
        return []
    step = max(1, (1 << len(refs).bit_length() - 1) // _SAMPLE)
    return [number for number, ref in enumerate(refs) if zlib.crc32(ref.encode()) % step == 0]


def common_words(texts: Iterable[str]) -> list[str]:
    """The words that many of the texts have: those in more than half of them, then those in more than a quarter … each
    part sorted."""
    held: Counter[str] = Counter()
    count = 0
    for text in texts:
        held.update(set(_words(text)))
        count += 1
    # Parts by powers of two, not the words' order by number: that would change with nearly every edit.
    parts = {word: (count // texts_with).bit_length() for word, texts_with in held.items()}
    return sorted((word for word in parts if parts[word] <= _PARTS), key=lambda word: (parts[word], word))


class TextCode:
    """How texts are written where these words are common."""

    def __init__(self, common: Sequence[str]) -> None:
        self._numbers = {word: packed_number(number) for number, word in enumerate(common, 1)}

    def write(self, text: str) -> str:
        """The words of a text: the numbers of those that are common; 0, the word and a space for any other."""
        number = self._numbers.get
        # Packed, 0 is a space itself.
        return "".join([number(word) or f" {word} " for word in _words(text)])


def _words(text: str) -> list[str]:
    """What stands between the spaces of a text; the ends of lines and `_SIGNS` are words too."""
    text = text.replace("\n", " \n ")
    # With an end of a line behind it, a sign is told from one that has spaces around it.
    for sign in _SIGNS:
        text = text.replace(f"{sign} ", f" {sign}\n ")
    return text.split(" ")
