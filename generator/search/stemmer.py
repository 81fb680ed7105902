"""Stems: letter for letter those of lunr.js 2.3.9 and lunr-languages, but for one rule of our own in `english_form`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
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


_LATIN = re.compile("[a-z]+")
_CYRILLIC = re.compile("[а-я]+")
_SNOWBALL = {
    "da": ("danish", _LATIN),
    "de": ("german", _LATIN),
    "es": ("spanish", _LATIN),
    "fi": ("finnish", _LATIN),
    "fr": ("french", _LATIN),
    "hu": ("hungarian", _LATIN),
    "it": ("italian", _LATIN),
    "nl": ("dutch", _LATIN),
    "no": ("norwegian", _LATIN),
    "ro": ("romanian", _LATIN),
    "ru": ("russian", _CYRILLIC),
    "sv": ("swedish", _LATIN),
}
"""Languages whose stems by snowballstemmer 2 and by lunr-languages are the same for every word of these letters, and
the letters that folding leaves of theirs. Turkish is none, since the two differ on words in `-kiyle`, nor is
Portuguese, on such as `anciis`."""

_CALLED = {"nb": "no", "nn": "no"}


def snowball_language(language: str) -> str:
    """The language whose Snowball stemmer is for a primary language, as lunr-languages calls it; else nothing."""
    known = _CALLED.get(language, language)
    return known if known in _SNOWBALL else ""


@lru_cache(maxsize=64)
def stemmer_of(language: str) -> Callable[[str], str]:
    """The function that makes a folded word's term, in a primary language; words of one without a stemmer stay."""
    if language == "en":
        return english_form
    known = snowball_language(language)
    return _snowball_form(*_SNOWBALL[known]) if known else str


def _snowball_form(name: str, letters: re.Pattern[str]) -> Callable[[str], str]:
    # By its module: the package's own way to choose one would take PyStemmer's where that is installed.
    stemmer = getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.capitalize()}Stemmer")()

    def form(word: str) -> str:
        if len(word) > LONGEST or not letters.fullmatch(word):
            return word
        return str(stemmer.stemWord(word)) or word

    return form
