"""The rare words that bring two articles together: the reason that a reader is given where they share no subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.archive.shared_entries import Holdings
from generator.archive.word_vectors import Vectors
from generator.execution.executors import Executor

if TYPE_CHECKING:
    from generator.archive.word_vectors import Numbers

_BATCH = 1 << 12
"""Pairs that are looked at in one go: some 10 MB."""


def shared_words(
    forms_of: Callable[[int], str],
    vectors: Vectors,
    ones: Numbers,
    others: Numbers,
    most: int,
    executor: Executor,
) -> Iterator[tuple[str, ...]]:
    """For each pair of articles, given by positions, the words that tell most of why they are related.

    As the first of the two writes them, of which `forms_of` gives `Study.forms`; of words that begin alike (`radar`,
    `radars`) only one. Pairs with the same first article stand beside each other.
    """
    work = _Work(forms_of, _Shared(vectors, ones, others), most)
    batches = (_Batch(ones[at : at + _BATCH], others[at : at + _BATCH]) for at in range(0, ones.size, _BATCH))
    for words in executor.run(_words_of, work, batches):
        yield from words


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process needs to find shared words."""

    forms_of: Callable[[int], str]
    shared: _Shared
    most: int


class _Batch(NamedTuple):
    """Some of the pairs."""

    ones: Numbers
    others: Numbers

    def __str__(self) -> str:
        return told_in_words(self.ones)


def told_in_words(positions: Numbers) -> str:
    """What to call articles at rising positions in the order of slugs: a process may die of them."""
    return f"articles {positions[0] + 1} to {positions[-1] + 1} in the order of their file names"


def _words_of(work: _Work, pairs: _Batch) -> list[tuple[str, ...]]:
    words = []
    forms: list[str] = []
    written = -1
    for one, places in zip(pairs[0].tolist(), work.shared.places(*pairs), strict=True):
        if written != one:
            written, forms = one, work.forms_of(one).split()
        words.append(_unlike(forms, places, work.most))
    return words


class _Shared:
    """Tells which rare words some articles share."""

    def __init__(self, vectors: Vectors, *articles: Numbers) -> None:
        """`articles` are the positions of those that are asked for."""
        import numpy as np

        owners = vectors.owners()
        asked = np.zeros(vectors.starts.size, np.bool_)
        for of in articles:
            asked[of] = True
        rare = np.flatnonzero(vectors.rare[vectors.words] & asked[owners])
        rare = rare[np.lexsort((vectors.words[rare], owners[rare]))]
        self._held = Holdings(owners[rare], vectors.words[rare], vectors.starts.size - 1)
        self._weights, self._places = vectors.weights[rare], vectors.places[rare]

    def places(self, ones: Numbers, others: Numbers) -> list[list[int]]:
        """For each pair the places of its shared words among those of its first article, those that tell most first."""
        import numpy as np

        pair, first, second = self._held.shared(ones, others)
        places = self._places[first]
        # The words of an article stand in the order of their spelling.
        order = np.lexsort((places, -self._weights[first] * self._weights[second], pair))
        ends = np.cumsum(np.bincount(pair, minlength=ones.size)).tolist()
        found = places[order].tolist()
        return [found[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _unlike(forms: Sequence[str], places: Sequence[int], most: int) -> tuple[str, ...]:
    """The first of the words at these places, without those that begin as one before them does."""
    chosen: dict[str, str] = {}
    for place in places:
        spelled = forms[place].casefold()
        for before in chosen:
            if spelled.startswith(before) or before.startswith(spelled):
                break
        else:
            chosen[spelled] = forms[place]
            if len(chosen) == most:
                break
    return tuple(chosen.values())
