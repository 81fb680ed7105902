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
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.archive.subjects import Subjects
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

_FEWEST_OF_A_LANGUAGE = 4
"""Articles: from fewer it cannot be told which words are the language's and which the subject's."""

_REASON_IDF = math.log(20)
"""A word is named as a reason only where it stands in a twentieth of the articles at most: what it is about cannot be
told of `whether` in a small archive, where chance alone makes it rare."""

_REASONS = 3
"""How many terms or words are given at most for why two articles are related."""

_WORD = re.compile(r"[^\W\d_]+")


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
    idf = _telling_idf(ordered)
    vectors = _vectors(ordered, idf)
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
        best = [(ordered[other], score, vectors[other]) for other, score in _best(scores)]
        terms = {other.slug: subjects.shared(slug, other.slug, _REASONS) for other, _, _ in best}
        words = {other.slug: _shared_words(vector, theirs, idf) for other, _, theirs in best if not terms[other.slug]}
        written = _written(ordered[position].text, {word for shared in words.values() for word in shared})
        related[slug] = tuple(
            Related(
                other.slug,
                score,
                terms[other.slug],
                tuple(written.get(word, word) for word in words.get(other.slug, ())),
            )
            for other, score, _ in best
        )
    return related


def _best(scores: Mapping[int, float]) -> list[tuple[int, float]]:
    """The positions of the best, which are in the order of slugs, with their scores."""
    # Rounded before it is ordered, so that the last bits of a sum decide nothing.
    found = [(-round(min(score, 1.0), 4), position) for position, score in scores.items() if score >= FLOOR]
    return [(position, -score) for score, position in sorted(found)[:MOST]]


def _shared_words(one: Mapping[str, float], other: Mapping[str, float], idf: Mapping[str, float]) -> tuple[str, ...]:
    """The rare words that bring two vectors together most; of words that begin alike (`radar`, `radars`) only one."""
    chosen: list[str] = []
    shared = (word for word in one if word in other and idf[word] >= _REASON_IDF)
    for _, word in sorted((-one[word] * other[word], word) for word in shared):
        if not any(word.startswith(before) or before.startswith(word) for before in chosen):
            chosen.append(word)
        if len(chosen) == _REASONS:
            break
    return tuple(chosen)


def _written(text: str, words: Collection[str]) -> Mapping[str, str]:
    """How a text writes each of these case-folded words: most often, and of equals in small letters."""
    if not words:
        return {}
    forms = Counter(form for form in _WORD.findall(unicodedata.normalize("NFC", text)) if form.casefold() in words)
    written: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (-forms[form], not form.islower(), form)):
        written.setdefault(form.casefold(), form)
    return written


def _vectors(articles: Sequence[Article], idf: Mapping[str, float]) -> list[dict[str, float]]:
    """Each article's most telling words with their weights, as a vector of length 1."""
    # The words are found again, since the counts of all texts together would not fit into a small machine's memory.
    return [_vector(Counter(_words(article.text)), idf) for article in articles]


def _telling_idf(articles: Iterable[Article]) -> Mapping[str, float]:
    """The idf of each word that can tell something of a subject.

    A word that stands in one article only brings no two together. One that stands in most of the articles, or in most
    of those in one language, belongs to the language: else the few German articles of an English archive would be
    related by their `und`.
    """
    languages: defaultdict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for article in articles:
        words = set(_words(article.text))
        language = article.meta.language.partition("-")[0].lower()
        languages[language].update(words)
        totals[language] += bool(words)
    documents: Counter[str] = Counter()
    common: set[str] = set()
    for language, counts in languages.items():
        documents.update(counts)
        if totals[language] >= _FEWEST_OF_A_LANGUAGE:
            common.update(word for word, df in counts.items() if df > totals[language] / 2)
    idf = {word: math.log(totals.total() / df) for word, df in documents.items() if df > 1 and word not in common}
    return {word: value for word, value in idf.items() if value >= LOWEST_IDF}


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
