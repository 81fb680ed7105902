"""What articles are about: which of their terms, how much, and which of them two articles share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.archive.mentions import Found
from generator.archive.references import References
from generator.archive.values import MENTION_KINDS, Kind

TermKey = tuple[Kind, str]
"""Kind and id."""

_KINDS = (Kind.TAGS, *MENTION_KINDS)

_STATED = 3
"""A tag, or a name that the editor added, is worth as much as this many mentions in the text."""

_FEWEST = 2
"""Mentions: what an article names once, in passing, it is not about."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """What each article of an archive is about."""

    weights: Mapping[str, Mapping[TermKey, int]]
    """By slug, how often the article names each of its terms; left out are those it is not about."""
    rarity: Mapping[TermKey, float]
    """ln(N / df) of each term that stands in df of the N articles; left out are those in more than half of them."""

    def shared(self, one: str, other: str, most: int) -> tuple[TermKey, ...]:
        """The terms that two articles are both about, those that tell most first.

        A term tells more the rarer it is in the archive, and the more often the article names it that does so less;
        one that most articles of the archive have tells nothing.
        """
        first, second = self.weights.get(one, {}), self.weights.get(other, {})
        telling = [
            (-min(first[key], second[key]) * self.rarity[key], _KINDS.index(key[0]), key[1])
            for key in first.keys() & second.keys()
            if key in self.rarity
        ]
        return tuple((_KINDS[kind], id_) for _, kind, id_ in sorted(telling)[:most])


def find_subjects(
    terms: Mapping[str, Mapping[Kind, tuple[str, ...]]],
    references: Mapping[str, References],
    found: Mapping[str, Found],
) -> Subjects:
    """What articles are about, by their `terms`, what their editor adds and what is `found` in their texts, by slug."""
    articles = {slug: {(kind, id_) for kind in _KINDS for id_ in of.get(kind, ())} for slug, of in terms.items()}
    counts = Counter(key for keys in articles.values() for key in keys)
    rarity = {key: math.log(len(articles) / df) for key, df in counts.items() if 1 < df <= len(articles) / 2}
    weights = {}
    for slug, keys in articles.items():
        named = Counter((mention.kind, mention.id) for mention in found[slug].mentions)
        added = {(kind, id_) for kind, ids in references[slug].added.items() for id_ in ids}
        weighed = {key: named[key] + _STATED * (key in added or key[0] is Kind.TAGS) for key in keys if key in rarity}
        weights[slug] = {key: weight for key, weight in weighed.items() if weight >= _FEWEST}
    return Subjects(weights, rarity)
