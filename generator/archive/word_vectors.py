"""Articles as vectors over their most telling words.

Each word is weighted tf · ln(N / df): tf is how often it stands in the article, df in how many of the N articles it
stands (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988, there called `ntc`). In a
collection of twenty articles about one subject, parted by hand into closer groups, this told the groups apart better
than a logarithm of tf did, and than vectors of fewer words or of all.

Arrays of numbers rather than objects: a hundred thousand articles have tens of millions of words. Nothing is summed in
an order that a library chooses, so that every machine gets the same bits. Each form of a word is case-folded by itself:
folding a whole text would part `İstanbul`, whose first letter becomes two signs.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.articles.article import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.integer[Any]]
    Floats = NDArray[np.float64]

LOWEST_IDF = math.log(2)
"""A word that stands in more than half of the articles, so that its idf is lower than this, tells nothing."""

_TELLING = 60
"""How many words of an article, those with the most weight, make its vector."""

_FEWEST_OF_A_LANGUAGE = 4
"""Articles: from fewer it cannot be told which words are the language's and which the subject's."""

# A run of letters; that most begin with an ASCII one makes the search quicker.
_WORD = re.compile(r"[a-zA-Z]+[^\W\d_]*|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of articles, by position, each of length 1; words are numbers."""

    spelling: Sequence[str]
    """Of each word, case-folded."""
    forms: Sequence[str]
    """The ways in which the articles write words."""
    word_of: Numbers
    """The word that each form is."""
    counted: Sequence[tuple[Numbers, Numbers]]
    """Of each article the forms that it has, and how often it has each."""
    idf: Floats
    """Of each word; 0 of those that tell nothing."""
    starts: Numbers
    """Where each vector begins in `words` and `weights`, and at last where the last one ends."""
    words: Numbers
    """Within a vector those with most weight first, of equals in the order of their spelling."""
    weights: Floats

    def of(self, position: int) -> tuple[Numbers, Floats]:
        """The words of one article's vector, and their weights."""
        part = slice(self.starts[position], self.starts[position + 1])
        return self.words[part], self.weights[part]


def word_vectors(articles: Sequence[Article]) -> Vectors:
    """The vectors of `articles`. An article without telling words has an empty one."""
    import numpy as np

    numbers = _Numbers()
    counted = [_counted(article.text, numbers) for article in articles]
    spelling = sorted({form.casefold() for form in numbers})
    number = {word: position for position, word in enumerate(spelling)}
    word_of = np.array([number[form.casefold()] for form in numbers], np.int64)
    idf = _telling_idf(articles, counted, word_of, len(spelling))
    vectors = [_vector(word_of[forms], times, idf) for forms, times in counted]
    return Vectors(
        spelling=spelling,
        forms=list(numbers),
        word_of=word_of,
        counted=counted,
        idf=idf,
        starts=np.cumsum([0, *(words.size for words, _ in vectors)]),
        words=np.concatenate([np.empty(0, np.int64), *(words for words, _ in vectors)]),
        weights=np.concatenate([np.empty(0), *(weights for _, weights in vectors)]),
    )


class _Numbers(dict[str, int]):
    """The numbers of the forms of words, in the order in which they were met."""

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self)
        return number


def _counted(text: str, numbers: _Numbers) -> tuple[Numbers, Numbers]:
    """The forms of words in a text, each once, and how often each stands there: 2 kB for a text of 730 words."""
    import numpy as np

    counts = Counter(_WORD.findall(unicodedata.normalize("NFC", text)))
    times = np.fromiter(counts.values(), np.int64, len(counts))
    forms = np.fromiter(map(numbers.__getitem__, counts), np.uint32, len(counts))
    return forms, times.astype(np.min_scalar_type(int(times.max(initial=0))))


def _telling_idf(
    articles: Sequence[Article], counted: Sequence[tuple[Numbers, Numbers]], word_of: Numbers, words: int
) -> Floats:
    """The idf of each of so many words; 0 of those that cannot tell anything of a subject.

    A word that stands in one article only brings no two together. One that stands in most of the articles, or in most
    of those in one language, belongs to the language: else the few German articles of an English archive would be
    related by their `und`.
    """
    import numpy as np

    languages = [article.meta.language.partition("-")[0].lower() for article in articles]
    documents = np.zeros(words, np.int64)
    common = np.zeros(words, np.bool_)
    for language in set(languages):
        holders = [forms for own, (forms, _) in zip(languages, counted, strict=True) if own == language and forms.size]
        df = np.zeros(words, np.int64)
        for forms in holders:
            # A word that stands in several forms counts once all the same.
            df[word_of[forms]] += 1
        documents += df
        if len(holders) >= _FEWEST_OF_A_LANGUAGE:
            common |= df > len(holders) / 2
    total = sum(forms.size > 0 for forms, _ in counted)
    # By the logarithm of the standard library: numpy's has other last digits on some processors.
    distinct, place = np.unique(documents, return_inverse=True)
    idf = np.array([math.log(total / df) if df > 1 else 0.0 for df in distinct.tolist()])[place]
    return np.where(common | (idf < LOWEST_IDF), 0.0, idf)


def _vector(words: Numbers, times: Numbers, idf: Floats) -> tuple[Numbers, Floats]:
    """The vector of a text, in which a word that has several forms is given several times."""
    import numpy as np

    telling = idf[words] > 0
    words, form = np.unique(words[telling], return_inverse=True)
    weights = np.bincount(form, times[telling], words.size) * idf[words]
    # The words are in the order of their spelling, and the sort is stable.
    order = np.argsort(-weights, kind="stable")[:_TELLING]
    words, weights = words[order], weights[order]
    # A running sum goes from the first to the last on every machine.
    return words, weights / np.sqrt(np.cumsum(weights * weights)[-1:])
