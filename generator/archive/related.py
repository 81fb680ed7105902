"""Related articles: those whose body text has the most telling words in common.

An article is a vector over its most telling words, each weighted tf · ln(N / df): tf is how often the word stands in
the article, df in how many of the N articles it stands (Salton and Buckley, "Term-weighting approaches in automatic
text retrieval", 1988, there called `ntc`). The score of two articles is the cosine of their vectors. In a collection
of twenty articles about one subject, parted by hand into closer groups, this told the groups apart better than a
logarithm of tf did, and than vectors of fewer words or of all.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.archive.values import Edition, Related
from generator.articles.article import Article

MOST = 5
"""How many related articles each article is given at most."""

FLOOR = 0.08
"""The lowest score that counts. In that collection nineteen pairs in twenty of different groups stayed below it."""

LOWEST_IDF = math.log(2)
"""A word that stands in more than half of the articles, so that its idf is lower than this, tells nothing."""

_TELLING = 60
"""How many words of an article, those with the most weight, make its vector."""

_HOLDERS = 400
"""How many articles, those in which it weighs most, are found by one word: bounds the time where many are alike."""

_WORD = re.compile(r"[^\W\d_]+")


_NO_EDITIONS: Mapping[str, tuple[Edition, ...]] = {}


def find_related(
    articles: Sequence[Article], editions: Mapping[str, tuple[Edition, ...]] = _NO_EDITIONS
) -> Mapping[str, tuple[Related, ...]]:
    """By slug, the most related of the other `articles`, best first, then by slug; every article has an entry.

    Articles without text, as withdrawn ones are, relate to nothing, and none to its own `editions`, given by slug.
    """
    ordered = sorted(articles, key=lambda article: article.slug)
    place = {article.slug: position for position, article in enumerate(ordered)}
    vectors = _vectors([article.text for article in ordered])
    holders = _holders(vectors)
    related = {}
    for position, vector in enumerate(vectors):
        scores: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for holder, other_weight in holders[word]:
                scores[holder] += weight * other_weight
        slug = ordered[position].slug
        for same in (position, *(place[edition.slug] for edition in editions.get(slug, ()))):
            scores.pop(same, None)
        related[slug] = _best(scores, ordered)
    return related


def _best(scores: Mapping[int, float], ordered: Sequence[Article]) -> tuple[Related, ...]:
    # Rounded before it is ordered, so that the last bits of a sum decide nothing. Positions are in the order of slugs.
    found = [(-round(min(score, 1.0), 4), position) for position, score in scores.items() if score >= FLOOR]
    return tuple(Related(ordered[position].slug, -score) for score, position in sorted(found)[:MOST])


def _vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    """Each text's most telling words with their weights, as a vector of length 1."""
    # The words are found twice, since the counts of all texts together would not fit into a small machine's memory.
    documents = Counter(word for text in texts for word in set(_words(text)))
    total = sum(1 for text in texts if _WORD.search(text))
    # A word that stands in one article only can bring no two together.
    idf = {word: math.log(total / df) for word, df in documents.items() if df > 1}
    idf = {word: value for word, value in idf.items() if value >= LOWEST_IDF}
    return [_vector(Counter(_words(text)), idf) for text in texts]


def _vector(counted: Mapping[str, int], idf: Mapping[str, float]) -> dict[str, float]:
    weights = sorted([(-tf * idf[word], word) for word, tf in counted.items() if word in idf])[:_TELLING]
    length = math.sqrt(sum(weight * weight for weight, _ in weights))
    return {word: -weight / length for weight, word in weights}


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _holders(vectors: Sequence[Mapping[str, float]]) -> dict[str, list[tuple[int, float]]]:
    """By word, the positions of the vectors in which it weighs most, with its weight there."""
    holders: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for position, vector in enumerate(vectors):
        for word, weight in vector.items():
            holders[word].append((-weight, position))
    return {word: [(p, -weight) for weight, p in sorted(found)[:_HOLDERS]] for word, found in holders.items()}
