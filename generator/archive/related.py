"""Related articles: those whose body text has the most telling words in common.

The score of two articles is the cosine of their vectors (`word_vectors`), which are compared through an inverted index:
only articles that share a word meet, and a word brings a bounded number of them together. So the time grows with the
number of articles, but for looking through a row of sums for each, which a hundred thousand articles spend a third of
their time on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.archive.shared_words import shared_words
from generator.archive.study import Study
from generator.archive.subjects import IN_PASSING, Subjects
from generator.archive.values import Edition, Related
from generator.archive.word_vectors import Vectors, word_vectors
from generator.articles.article import Article

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

_DIGITS = 10_000
"""Scores are whole numbers of this part."""

_SUMS = 1 << 18
"""Sums that are made in one go: few enough for a processor's cache."""
_FEWEST_ROWS = 8

_NO_EDITIONS: Mapping[str, tuple[Edition, ...]] = {}
_NO_SUBJECTS = Subjects()


def find_related(
    articles: Sequence[Article],
    studies: Mapping[str, Study],
    editions: Mapping[str, tuple[Edition, ...]] = _NO_EDITIONS,
    subjects: Subjects = _NO_SUBJECTS,
    forms: Callable[[str], str] | None = None,
) -> Mapping[str, tuple[Related, ...]]:
    """By slug, the most related of the other `articles`, best first, then by slug; every article has an entry.

    `studies` and `editions` are given by slug; so are `forms`, where studies have none. Articles without text, as
    withdrawn ones are, relate to nothing, and none to its own editions. Each comes with the `subjects` that both are
    about or, where there are none, with rare words that both use or else, as in a small archive, with what both name in
    passing.
    """
    ordered = sorted(articles, key=lambda article: article.slug)
    slugs = [article.slug for article in ordered]
    counts = [studies[slug].words for slug in slugs]
    vectors = word_vectors(counts, [article.meta.language for article in ordered])
    pairs = _best_pairs(vectors, _same(slugs, editions))
    ones, others = ([slugs[position] for position in of.tolist()] for of in (pairs.ones, pairs.others))
    terms = subjects.shared(ones, others, _REASONS)
    without = [place for place, shared in enumerate(terms) if not shared]
    words = shared_words(
        lambda position: forms(slugs[position]) if forms else studies[slugs[position]].forms,
        vectors,
        pairs.ones[without],
        pairs.others[without],
        _REASONS,
    )
    told = dict(zip(without, words, strict=True))
    left = [place for place in without if not told[place]]
    passing = subjects.shared([ones[place] for place in left], [others[place] for place in left], _REASONS, IN_PASSING)
    named = dict(zip(left, passing, strict=True))
    related: dict[str, list[Related]] = {slug: [] for slug in slugs}
    for place, (one, other, score) in enumerate(zip(ones, others, pairs.scores.tolist(), strict=True)):
        related[one].append(Related(other, score, terms[place], told.get(place, ()), named.get(place, ())))
    return {slug: tuple(of) for slug, of in related.items()}


def _same(slugs: Sequence[str], editions: Mapping[str, tuple[Edition, ...]]) -> Sequence[Sequence[int]]:
    """Of each article the positions of those that it cannot be related to: itself, and its editions."""
    place = {slug: position for position, slug in enumerate(slugs)}
    return [
        [place[slug], *(place[edition.slug] for edition in editions.get(slug, ()) if edition.slug in place)]
        for slug in slugs
    ]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Articles with others that are related to them: in the order of the first, then best first."""

    ones: Numbers
    others: Numbers
    scores: Floats


def _best_pairs(vectors: Vectors, without: Sequence[Sequence[int]]) -> _Pairs:
    """The most related articles of each, but those whose positions `without` gives for it."""
    import numpy as np

    index = _Index(vectors)
    articles = vectors.starts.size - 1
    rows = max(_FEWEST_ROWS, _SUMS // max(1, articles))
    parts = [_Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))]
    for first in range(0, articles, rows):
        sums = index.sums(first, min(first + rows, articles))
        for row, same in enumerate(without[first : first + rows]):
            sums[row, same] = 0.0
        parts.append(_best(sums, first))
    return _Pairs(*(np.concatenate([getattr(part, of) for part in parts]) for of in ("ones", "others", "scores")))


def _best(scores: Floats, first: int) -> _Pairs:
    """The best of each row of scores, of which the first is that of the article at the position `first`."""
    import numpy as np

    found = np.flatnonzero(scores >= FLOOR)
    # Rounded before it is ordered, so that the last bits of a sum decide nothing.
    digits = np.rint(np.minimum(scores.ravel()[found], 1.0) * _DIGITS).astype(np.int64)
    ones, others = np.divmod(found, scores.shape[1])
    keys = (ones * (_DIGITS + 1) + _DIGITS - digits) * scores.shape[1] + others
    keys.sort()
    rows, others = np.divmod(keys, scores.shape[1])
    ones, lacking = np.divmod(rows, _DIGITS + 1)
    held = np.bincount(ones, minlength=scores.shape[0])
    kept = np.arange(ones.size) - np.repeat(np.cumsum(held) - held, held) < MOST
    return _Pairs(ones[kept] + first, others[kept], (_DIGITS - lacking[kept]) / _DIGITS)


class _Index:
    """By word, the vectors in which it weighs most, with its weight there."""

    def __init__(self, vectors: Vectors) -> None:
        import numpy as np

        self._vectors = vectors
        # Of each word the holders stand in the order of their positions, since the sort is stable.
        order = np.argsort(vectors.words, kind="stable")
        order = order[_are_found(vectors.words[order], vectors.weights[order])]
        self._sizes = np.bincount(vectors.words[order], minlength=vectors.rare.size)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._owners = vectors.owners()
        self._holders = self._owners[order]
        self._weights = vectors.weights[order]

    def sums(self, first: int, last: int) -> Floats:
        """The scores of the articles from `first` to before `last` with all articles, as far as words bring them
        together: a row for each."""
        import numpy as np

        articles = self._vectors.starts.size - 1
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
