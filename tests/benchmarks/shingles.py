"""How much of one text stands in another, by runs of four words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

RUN = 4

Shingle = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_SOFT_HYPHEN = "\u00ad"
"""Parts no word for a reader; the cleaner drops it."""


def fold(text: str) -> list[str]:
    """The words of a text without regard to case and punctuation: runs of letters and digits."""
    return _WORD.findall(text.casefold().replace(_SOFT_HYPHEN, ""))


def shingles(words: Sequence[str]) -> list[Shingle]:
    """All runs of four words in their order; a text of fewer words is one shingle, an empty one none."""
    if len(words) < RUN:
        return [tuple(words)] if words else []
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How well a text agrees with the wanted one; each figure from 0 to 1."""

    precision: float
    """The share of the text that is wanted."""
    recall: float
    """The share of what is wanted that is there."""

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def overlap(text: str, gold: str) -> Overlap:
    """Compares the shingles of two texts, each counted as often as it stands there."""
    got, wanted = Counter(shingles(fold(text))), Counter(shingles(fold(gold)))
    if not got and not wanted:
        return Overlap(1.0, 1.0)
    common = (got & wanted).total()
    return Overlap(common / got.total() if got else 0.0, common / wanted.total() if wanted else 0.0)


def share(text: str, gold: str) -> float:
    """The share of the words of `text` that stand in a shingle which `gold` has too."""
    words = fold(text)
    known = set(shingles(fold(gold)))
    return sum(_covered(words, known)) / len(words) if words else 0.0


def strange_runs(text: str, other: str) -> list[str]:
    """The stretches of `text`, as folded words, that stand nowhere in `other`; the longest first."""
    words = fold(text)
    known = set(shingles(fold(other)))
    runs: list[list[str]] = [[]]
    for word, is_known in zip(words, _covered(words, known), strict=True):
        if is_known:
            runs.append([])
        else:
            runs[-1].append(word)
    return [" ".join(run) for run in sorted(filter(None, runs), key=len, reverse=True)]


def _covered(words: Sequence[str], known: Iterable[Shingle]) -> list[bool]:
    """For each word whether it stands in a run of four that is known."""
    covered = [False] * len(words)
    for at, shingle in enumerate(shingles(words)):
        if shingle in known:
            for position in range(at, at + len(shingle)):
                covered[position] = True
    return covered


class Lines:
    """A text in which single lines of another are looked up."""

    def __init__(self, text: str) -> None:
        words = fold(text)
        self._known = frozenset(shingles(words))
        self._text = f" {' '.join(words)} "

    def share(self, line: str) -> float:
        """The share of the line's words that stand in the text, in their order; a short line stands there or not."""
        words = fold(line)
        if len(words) < RUN:
            return float(f" {' '.join(words)} " in self._text) if words else 0.0
        return sum(_covered(words, self._known)) / len(words)
