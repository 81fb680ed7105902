"""Related articles: those whose body text has the most telling words in common.

The score of two articles is the cosine of their vectors (`word_vectors`), which are compared through an inverted index:
only articles that share a word meet, and a word brings a bounded number of them together. So the time grows with the
number of articles, but for looking through a row of sums for each, which a hundred thousand articles spend a third of
their time on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.archive.related_record import (
    DIGITS,
    Pairs,
    RelatedMemory,
    Words,
    kept_pairs,
    marks_of,
    packed_record,
    together,
)
from generator.archive.shared_words import shared_words, told_in_words
from generator.archive.study import Study, Wording
from generator.archive.subjects import IN_PASSING, Subjects
from generator.archive.values import Edition, Related
from generator.archive.word_vectors import Vectors, word_vectors
from generator.articles.article import Article
from generator.execution.executors import Executor

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from generator.archive.word_vectors import Flags, Floats, Numbers

MOST = 5
"""How many related articles each article is given at most."""

FLOOR = 0.08
"""The lowest score that counts. In a collection of articles about one subject, parted by hand into closer groups,
nineteen pairs in twenty of different groups stayed below it."""

_HOLDERS = 400
"""How many articles, those in which it weighs most, are found by one word: bounds the time where many are alike."""

_MOST_STEPS = 64
"""A weight that is less than a four-thousand-millionth of the largest can be taken for that."""

_REASONS = 3
"""How many terms or words are given at most for why two articles are related."""

_BATCH = 1 << 9
"""Articles whose related ones a process looks for at a time."""
_SUMS = 1 << 18
"""Sums that are made in one go: few enough for a processor's cache."""
_FEWEST_ROWS = 8

_POSITION_BITS = 36
"""Of a number that says where a word is held: there are no more words than fit into a machine's memory."""


def find_related(
    articles: Sequence[Article],
    studies: Mapping[str, Study],
    editions: Mapping[str, tuple[Edition, ...]],
    subjects: Subjects,
    wording: Wording,
    memory: RelatedMemory,
    executor: Executor,
) -> Mapping[str, tuple[Related, ...]]:
    """By slug, the most related of the other `articles`, best first, then by slug; every article has an entry.

    `studies` and `editions` are given by slug; `wording` has what studies have not themselves. Articles without
    text, as withdrawn ones are, relate to nothing, and none to its own editions. Each comes with the `subjects` that
    both are about or, where there are none, with rare words that both use or else, as in a small archive, with what
    both name in passing.

    What `memory` has of the last build need not be made again; it is given what the next one may use. `executor` does
    most of the work.
    """
    ordered = sorted(articles, key=lambda article: article.slug)
    slugs = [article.slug for article in ordered]
    counts = [studies[slug].words for slug in slugs]
    vectors = word_vectors(counts, [article.meta.language for article in ordered])
    index = _Index(vectors)
    marks = marks_of(vectors, index.found, [_own(slug, wording, editions) for slug in slugs])
    kept = kept_pairs(memory.last, slugs, marks, vectors, index.found, FLOOR, MOST)
    pairs = together(kept.pairs, _best_pairs(index, kept.stale, _same(slugs, editions), executor))
    ones, others = ([slugs[position] for position in of.tolist()] for of in (pairs.ones, pairs.others))
    terms = subjects.shared(ones, others, _REASONS)
    without = [place for place, shared in enumerate(terms) if not shared]
    words = _words(without, pairs, kept.words, vectors, lambda position: wording.forms(slugs[position]), executor)
    memory.record = packed_record(slugs, marks, pairs, words)
    left = [place for place in without if not words[place]]
    named = subjects.shared([ones[place] for place in left], [others[place] for place in left], _REASONS, IN_PASSING)
    passing = dict(zip(left, named, strict=True))
    related: dict[str, list[Related]] = {slug: [] for slug in slugs}
    for place, (one, other) in enumerate(zip(ones, others, strict=True)):
        related[one].append(Related(other, terms[place], words.get(place, ()), passing.get(place, ())))
    return {slug: tuple(of) for slug, of in related.items()}


def _own(slug: str, wording: Wording, editions: Mapping[str, tuple[Edition, ...]]) -> bytes:
    """Another one where an article's text is written otherwise, or it has other editions."""
    return b"\n".join((wording.digest(slug), *(edition.slug.encode() for edition in editions.get(slug, ()))))


def _words(
    places: Sequence[int],
    pairs: Pairs,
    known: Mapping[tuple[int, int], Words],
    vectors: Vectors,
    forms: Callable[[int], str],
    executor: Executor,
) -> dict[int, Words]:
    """The rare words that the pairs at some places share, those that are not `known` being looked for."""
    both = list(zip(pairs.ones.tolist(), pairs.others.tolist(), strict=True))
    words = {place: known[both[place]] for place in places if both[place] in known}
    asked = [place for place in places if place not in words]
    found = shared_words(forms, vectors, pairs.ones[asked], pairs.others[asked], _REASONS, executor)
    return words | dict(zip(asked, found, strict=True))


def _same(slugs: Sequence[str], editions: Mapping[str, tuple[Edition, ...]]) -> Sequence[Sequence[int]]:
    """Of each article the positions of those that it cannot be related to: itself, and its editions."""
    place = {slug: position for position, slug in enumerate(slugs)}
    return [
        [place[slug], *(place[edition.slug] for edition in editions.get(slug, ()) if edition.slug in place)]
        for slug in slugs
    ]


def _best_pairs(index: _Index, stale: Numbers, without: Sequence[Sequence[int]], executor: Executor) -> Pairs:
    """The most related articles of those at the positions `stale`, which are in their order; but those whose positions
    `without` gives for it."""
    import numpy as np

    batches = (_Batch(stale[at : at + _BATCH]) for at in range(0, stale.size, _BATCH))
    none = Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return _joined([none, *executor.run(_best_of, (index, without), batches)])


class _Batch(NamedTuple):
    """Some of the articles whose related ones are looked for."""

    positions: Numbers

    def __str__(self) -> str:
        return told_in_words(self.positions)


def _best_of(context: tuple[_Index, Sequence[Sequence[int]]], batch: _Batch) -> Pairs:
    import numpy as np

    index, without = context
    stale = batch.positions
    most = max(_FEWEST_ROWS, _SUMS // index.articles)
    parts = []
    # Those that follow each other, so many at a time.
    for run in np.split(stale, np.flatnonzero(np.diff(stale) != 1) + 1):
        for rows in (run[at : at + most] for at in range(0, run.size, most)):
            first, last = int(rows[0]), int(rows[-1]) + 1
            sums = index.sums(first, last)
            for row, same in enumerate(without[first:last]):
                sums[row, same] = 0.0
            parts.append(_best(sums, first))
    return _joined(parts)


def _joined(parts: Sequence[Pairs]) -> Pairs:
    import numpy as np

    return Pairs(*(np.concatenate([getattr(part, of) for part in parts]) for of in ("ones", "others", "scores")))


def _best(scores: Floats, first: int) -> Pairs:
    """The best of each row of scores, of which the first is that of the article at the position `first`."""
    import numpy as np

    found = np.flatnonzero(scores >= FLOOR)
    # Rounded before it is ordered, so that the last bits of a sum decide nothing.
    digits = np.rint(np.minimum(scores.ravel()[found], 1.0) * DIGITS).astype(np.int64)
    ones, others = np.divmod(found, scores.shape[1])
    keys = (ones * (DIGITS + 1) + DIGITS - digits) * scores.shape[1] + others
    keys.sort()
    rows, others = np.divmod(keys, scores.shape[1])
    ones, lacking = np.divmod(rows, DIGITS + 1)
    held = np.bincount(ones, minlength=scores.shape[0])
    kept = np.arange(ones.size) - np.repeat(np.cumsum(held) - held, held) < MOST
    return Pairs(ones[kept] + first, others[kept], (DIGITS - lacking[kept]) / DIGITS)


class _Index:
    """By word, the vectors in which it weighs most, with its weight there."""

    def __init__(self, vectors: Vectors) -> None:
        import numpy as np

        self._vectors = vectors
        self.articles = vectors.starts.size - 1
        # Of each word the holders stand in the order of their positions. Numbers that hold both are sorted many times
        # as fast as positions are by words.
        order = vectors.words.astype(np.int64)
        order <<= _POSITION_BITS
        order |= np.arange(order.size)
        order.sort()
        order &= (1 << _POSITION_BITS) - 1
        order = order[_are_found(vectors.words[order], vectors.weights[order])]
        self.found: Flags = np.zeros(vectors.words.size, np.bool_)
        """Of each word of the vectors whether its article is found by it."""
        self.found[order] = True
        self._sizes = np.bincount(vectors.words[order], minlength=vectors.rare.size)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._owners = vectors.owners()
        self._holders = self._owners[order]
        self._weights = vectors.weights[order]

    def sums(self, first: int, last: int) -> Floats:
        """The scores of the articles from `first` to before `last` with all articles, as far as words bring them
        together: a row for each."""
        import numpy as np

        articles = self.articles
        part = slice(self._vectors.starts[first], self._vectors.starts[last])
        words = self._vectors.words[part]
        sizes = self._sizes[words]
        ends = np.cumsum(sizes)
        # Changed where they stand: making arrays takes as long as filling them.
        entries = np.repeat(self._starts[words] - ends + sizes, sizes)
        entries += np.arange(entries.size)
        places = self._holders.take(entries)
        places += np.repeat((self._owners[part] - first) * articles, sizes)
        products = self._weights.take(entries)
        products *= np.repeat(self._vectors.weights[part], sizes)
        # One after the other, in the order of the article's words, so that every machine rounds alike.
        sums: NDArray[Any] = np.bincount(places, products, (last - first) * articles)
        return sums.reshape(-1, articles)


def _are_found(words: Numbers, weights: Floats) -> Flags:
    """Which of the articles that hold a word are found by it, given those of each word after each other.

    Of a word that too many hold those are found in which it weighs most, by steps of the square root of two: whole
    steps as long as they are not too many, or the first of the first step. So an article that begins to hold the word,
    or no longer does, seldom changes whether others are found.
    """
    import numpy as np

    counts = np.bincount(words)
    found = np.ones(words.size, np.bool_)
    many = np.flatnonzero(counts[words] > _HOLDERS)
    steps = np.clip(-np.frexp(weights[many] ** 2)[1], 0, _MOST_STEPS - 1)
    order = np.lexsort((-weights[many], words[many]))
    groups, first, sizes = np.unique((words[many] * _MOST_STEPS + steps)[order], return_index=True, return_counts=True)
    word = groups // _MOST_STEPS
    of_word = np.searchsorted(word, word)
    before = first - first[of_word]
    allowed = np.where(before + sizes <= _HOLDERS, sizes, np.where(before == 0, _HOLDERS, 0))
    rank = np.arange(order.size) - np.repeat(first, sizes)
    found[many[order]] = rank < np.repeat(allowed, sizes)
    return found
