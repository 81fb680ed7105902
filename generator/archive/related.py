"""Related articles: those whose body text has the most telling words in common.

The score of two articles is the cosine of their vectors (`word_vectors`), which are compared through an inverted index:
only articles that share a word meet, and a word brings a bounded number of them together.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.archive.subjects import Subjects
from generator.archive.values import Edition, Related
from generator.archive.word_vectors import Vectors, word_vectors
from generator.articles.article import Article

if TYPE_CHECKING:
    from generator.archive.word_vectors import Floats, Numbers

MOST = 5
"""How many related articles each article is given at most."""

FLOOR = 0.08
"""The lowest score that counts. In a collection of articles about one subject, parted by hand into closer groups,
nineteen pairs in twenty of different groups stayed below it."""

_HOLDERS = 400
"""How many articles, those in which it weighs most, are found by one word: bounds the time where many are alike."""

_REASON_IDF = math.log(20)
"""A word is named as a reason only where it stands in a twentieth of the articles at most: what it is about cannot be
told of `whether` in a small archive, where chance alone makes it rare."""

_REASONS = 3
"""How many terms or words are given at most for why two articles are related."""

_NO_EDITIONS: Mapping[str, tuple[Edition, ...]] = {}
_NO_SUBJECTS = Subjects({}, {})


def find_related(
    articles: Sequence[Article],
    editions: Mapping[str, tuple[Edition, ...]] = _NO_EDITIONS,
    subjects: Subjects = _NO_SUBJECTS,
) -> Mapping[str, tuple[Related, ...]]:
    """By slug, the most related of the other `articles`, best first, then by slug; every article has an entry.

    Articles without text, as withdrawn ones are, relate to nothing, and none to its own `editions`, given by slug. Each
    comes with the `subjects` that both are about or, where there are none, with words that both use.
    """
    ordered = sorted(articles, key=lambda article: article.slug)
    place = {article.slug: position for position, article in enumerate(ordered)}
    vectors = word_vectors(ordered)
    index = _Index(vectors, len(ordered))
    reasons = _Reasons(vectors)
    related = {}
    for position, article in enumerate(ordered):
        same = [position, *(place[edition.slug] for edition in editions.get(article.slug, ()))]
        best = _best(*index.scores(position, same))
        terms = {other: subjects.shared(article.slug, ordered[other].slug, _REASONS) for other, _ in best}
        words = reasons.shared(position, [other for other, _ in best if not terms[other]])
        related[article.slug] = tuple(
            Related(
                ordered[other].slug,
                score,
                terms[other],
                words.get(other, ()),
            )
            for other, score in best
        )
    return related


class _Index:
    """By word, the vectors in which it weighs most, with its weight there."""

    def __init__(self, vectors: Vectors, articles: int) -> None:
        import numpy as np

        self._vectors = vectors
        sizes = np.diff(vectors.starts)
        # Of each word the holders stand in the order of their positions, since the sort is stable.
        order = np.argsort(vectors.words, kind="stable")
        counts = np.bincount(vectors.words, minlength=len(vectors.spelling))
        kept = np.ones(order.size, np.bool_)
        ends = np.cumsum(counts)
        for word in np.flatnonzero(counts > _HOLDERS).tolist():
            of_word = np.arange(ends[word] - counts[word], ends[word])
            lightest = np.argsort(-vectors.weights[order[of_word]], kind="stable")[_HOLDERS:]
            kept[of_word[lightest]] = False
        order = order[kept]
        self._sizes = np.minimum(counts, _HOLDERS)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._holders = np.repeat(np.arange(articles), sizes)[order]
        self._weights = vectors.weights[order]
        self._sums = np.zeros(articles)

    def scores(self, position: int, without: Sequence[int]) -> tuple[Numbers, Floats]:
        """The positions of the articles that share enough with the one at `position`, and their scores."""
        import numpy as np

        words, weights = self._vectors.of(position)
        sizes, starts = self._sizes[words], self._starts[words]
        entries = np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
        holders = self._holders[entries]
        # One after the other, in the order of the article's words, so that every machine rounds alike.
        np.add.at(self._sums, holders, np.repeat(weights, sizes) * self._weights[entries])
        self._sums[without] = 0.0
        found = np.unique(holders[self._sums[holders] >= FLOOR])
        scores = self._sums[found]
        self._sums[holders] = 0.0
        return found, scores


def _best(positions: Numbers, scores: Floats) -> list[tuple[int, float]]:
    """The positions of the best, which are in the order of slugs, with their scores."""
    import numpy as np

    if scores.size > MOST:
        # What may still be among the best once it is rounded.
        near = scores >= np.partition(scores, -MOST)[-MOST] - 0.0002
        positions, scores = positions[near], scores[near]
    # Rounded before it is ordered, so that the last bits of a sum decide nothing.
    found = [
        (-round(min(score, 1.0), 4), position)
        for position, score in zip(positions.tolist(), scores.tolist(), strict=True)
    ]
    return [(position, -score) for score, position in sorted(found)[:MOST]]


class _Reasons:
    """The rare words that bring articles together."""

    def __init__(self, vectors: Vectors) -> None:
        import numpy as np

        self._vectors = vectors
        self._is_rare = vectors.idf >= _REASON_IDF
        self._own = np.zeros(len(vectors.spelling))

    def shared(self, position: int, others: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The words that bring the article at `position` and each of `others` together, as the article writes them."""
        words, weights = self._vectors.of(position)
        self._own[words] = weights * self._is_rare[words]
        chosen = {other: list(self._chosen(other)) for other in others}
        self._own[words] = 0.0
        written = self._written(position, {word for shared in chosen.values() for word in shared})
        return {other: tuple(map(written.__getitem__, shared)) for other, shared in chosen.items()}

    def _chosen(self, other: int) -> Iterator[int]:
        """Of words that begin alike (`radar`, `radars`) only one."""
        words, weights = self._vectors.of(other)
        products = self._own[words] * weights
        held = products.nonzero()[0]
        chosen: list[str] = []
        # Words are numbered in the order of their spelling.
        for _, word in sorted(zip((-products[held]).tolist(), words[held].tolist(), strict=True)):
            spelled = self._vectors.spelling[word]
            if not any(spelled.startswith(before) or before.startswith(spelled) for before in chosen):
                chosen.append(spelled)
                yield word
            if len(chosen) == _REASONS:
                return

    def _written(self, position: int, words: Collection[int]) -> Mapping[int, str]:
        """How an article writes each of these words: most often, and of equals in small letters."""
        forms, times = self._vectors.counted[position]
        word_of = self._vectors.word_of[forms]
        written: dict[int, str] = {}
        for word in words:
            held = (word_of == word).nonzero()[0]
            counts = {self._vectors.forms[forms[at]]: int(times[at]) for at in held.tolist()}
            written[word] = min(counts, key=lambda form: (-counts[form], not form.islower(), form))
        return written
