"""Tells, in one pass over a text, which of the rules' patterns can be found in it: most can in few texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from typing import Any

ALWAYS = 1
"""The bit that `hints_in` has for all texts."""

_numbers = count(1)
_words: defaultdict[str, int] = defaultdict(int)
_openings: defaultdict[str, int] = defaultdict(int)
_NO_WORD = re.compile(r"\W*")
DIGIT, SIGN = "0", "("
"""As openings, they stand for all digits and signs."""
_LONGEST = 3
"""Letters of an opening that are looked at: hardly any text begins with them by chance."""


def hint(words: Iterable[str] = (), openings: Iterable[str] = ()) -> int:
    """A bit of its own, which `hints_in` has for texts with one of the words, or that begin with one of the openings.

    Signs that stand before a text's first letter or digit do not count for other openings.
    """
    bit = 1 << next(_numbers)
    for word in words:
        _words[word.casefold()] |= bit
    for opening in openings:
        _openings[opening.casefold()[:_LONGEST]] |= bit
    _automaton.cache_clear()
    return bit


def hints_in(text: str) -> int:
    """The bits of all hints in a text in small letters."""
    start = _NO_WORD.match(text).end()  # type: ignore[union-attr]
    found = ALWAYS | (_openings[SIGN] if start else 0)
    if text[start : start + 1].isdecimal():
        found |= _openings[DIGIT]
    for end in range(start + 1, start + _LONGEST + 1):
        found |= _openings.get(text[start:end], 0)
    for word in _automaton().find_matches_as_strings(text, overlapping=True):
        found |= _words[word]
    return found


@lru_cache(maxsize=1)
def _automaton() -> Any:
    """What finds the words of all hints (Aho and Corasick 1975)."""
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick(list(_words), implementation=Implementation.DFA)
