"""English stems: letter for letter those of lunr.js 2.3.9, but for one rule of our own in `english_form`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from lunr.stemmer import PorterStemmer

LONGEST = 64
"""Letters. A longer word is left as it is, here and in the browser: no English word is, and stemmers are slow on it."""

_BARE = re.compile("[aeiouy][^aeiouy]")


class _Stemmer(Protocol):
    def stem(self, word: str) -> str: ...


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    from lunr.stemmer import PorterStemmer

    return _as_in_lunr_js(PorterStemmer)()


def _as_in_lunr_js(base: type[PorterStemmer]) -> type[_Stemmer]:
    class LunrJsStemmer(base):  # type: ignore[misc]  # lunr.py has no types
        """lunr.py's stemmer, changed where lunr.js departs from Porter (http://tartarus.org/~martin/PorterStemmer)."""

        b: str
        k: int

        def ends(self, s: str) -> int:
            # A suffix must leave a letter; only the three endings that ask for an `e` may be all there is.
            if len(s) == self.k + 1 and s not in ("at", "bl", "iz"):
                return 0
            return int(super().ends(s))

        def doublec(self, j: int) -> int:
            return 0 if self.b[j] == "y" else int(super().doublec(j))

        def step1c(self) -> None:
            # Porter asks for a vowel anywhere before the `y`, lunr.js for a letter that is none right before it:
            # `attorney` and `today` stay, `try` becomes `tri`.
            if self.k >= 2 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
                self.b = self.b[: self.k] + "i"

    return LunrJsStemmer


def english_stem(word: str) -> str:
    """The stem of a word in lower-case ASCII letters; every other word is returned as it is."""
    if len(word) < 3 or len(word) > LONGEST or not (word.isascii() and word.isalpha()):
        return word
    return str(_stemmer().stem(word))


def english_form(word: str) -> str:
    """The stem under which a word is indexed: lunr.js', but `use` and `one` keep apart from `us` and `on`.

    Two-letter stems such as these get their `e` back, unless a plural's `s` is all that was taken off (`ads`): who
    looks for the U.S. wants none of the articles that use a word.
    """
    stem = english_stem(word)
    return f"{stem}e" if _BARE.fullmatch(stem) and word not in (stem, f"{stem}s") else stem
