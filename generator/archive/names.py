"""How names are compared, and which known name is most like one that is not known."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable


def fold(name: str) -> str:
    """The form in which two spellings of a name are one: NFC, without case, white space trimmed and collapsed."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return " ".join(folded.split())


def alphabetical(name: str) -> tuple[str, str]:
    """The key by which names stand in order: letters without their accents first, so that É stands with E."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return fold(plain), fold(name)


_CANDIDATES = 20
"""How many names, those with most letter triples in common, are compared letter by letter."""

_LIKENESS = 0.6
"""The ratio (difflib, 0 to 1) from which two names are alike enough to suggest the one for the other."""


class KnownNames:
    """Finds the known name most like a misspelt one, in time that does not grow with each of the names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._holders: defaultdict[str, list[int]] | None = None

    def hint(self, name: str, otherwise: str = "") -> str:
        """`did you mean “…”?` with the most like name, or `otherwise` where none is like it."""
        close = self.nearest(name)
        return f"did you mean “{close}”?" if close else otherwise

    def nearest(self, name: str) -> str | None:
        """The known name most like `name`, the first in sorted order of those equally like; None where none is."""
        if self._holders is None:
            self._holders = self._index()
        shared = Counter(holder for triple in _triples(name) for holder in self._holders.get(triple, ()))
        ranked = sorted(shared, key=lambda holder: (-shared[holder], holder))[:_CANDIDATES]
        folded = fold(name)
        scored = [(-difflib.SequenceMatcher(None, folded, fold(self._names[n])).ratio(), n) for n in ranked]
        likeness, best = min(scored, default=(0.0, 0))
        return self._names[best] if -likeness >= _LIKENESS else None

    def _index(self) -> defaultdict[str, list[int]]:
        # Most archives have no misspelt name to look for.
        self._names = sorted(set(self._names))
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for position, name in enumerate(self._names):
            for triple in sorted(_triples(name)):
                holders[triple].append(position)
        return holders


def _triples(name: str) -> set[str]:
    padded = f" {fold(name)} "
    return {padded[start : start + 3] for start in range(max(1, len(padded) - 2))}
