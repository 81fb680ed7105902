"""What articles are about: which of their terms, how much, and which of them two articles share."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.archive.shared_entries import Holdings
from generator.archive.study import Study
from generator.archive.values import MENTION_KINDS, Kind

if TYPE_CHECKING:
    from generator.archive.word_vectors import Numbers

TermKey = tuple[Kind, str]
"""Kind and id."""

_KINDS = (Kind.TAGS, *MENTION_KINDS)

_STATED = 3
"""A tag, or a name that the editor added, is worth as much as this many mentions in the text."""

_FEWEST = 2
"""Mentions: what an article names once, in passing, it is not about."""

IN_PASSING = 1
"""Mentions."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """What each article of an archive is about."""

    place: Mapping[str, int]
    """The position of each article, by its slug."""
    terms: Sequence[TermKey]
    """All terms: tags first, then people, places and organizations, each in the order of ids."""
    rarity: Sequence[float]
    """ln(N / df) of each term that stands in df of the N articles."""
    held: Numbers | Sequence[Sequence[int]]
    """Three rows, with a column for each term that an article names: the article's position, the term's, and how
    often the article names it. In the order of articles, then terms. Left out are terms that more than half of the
    articles have, and those that no other has."""

    def shared(
        self, ones: Sequence[str], others: Sequence[str], most: int, fewest: int = _FEWEST
    ) -> list[tuple[TermKey, ...]]:
        """For each pair of articles, by slugs, at most so many terms that both are about, those that tell most first.

        A term tells more the rarer it is in the archive, and the more often the article names it that does so less;
        one that most articles of the archive have tells nothing. An article is about what it names `fewest` times.
        """
        import numpy as np

        entries = np.array(self.held, np.int64).reshape(3, -1)
        articles, terms, times = entries[:, entries[2] >= fewest]
        held = Holdings(articles, terms, len(self.place) + 1)
        # Articles that are not known stand after all others.
        first, second = (
            np.array([self.place.get(slug, len(self.place)) for slug in of], np.int64) for of in (ones, others)
        )
        pair, own, there = held.shared(first, second)
        telling = np.minimum(times[own], times[there]) * np.array(self.rarity)[terms[own]]
        order = np.lexsort((terms[own], -telling, pair))
        found: list[list[TermKey]] = [[] for _ in ones]
        for number, term in zip(pair[order].tolist(), terms[own][order].tolist(), strict=True):
            if len(found[number]) < most:
                found[number].append(self.terms[term])
        return [tuple(of) for of in found]


def find_subjects(tags: Mapping[str, Sequence[str]], studies: Mapping[str, Study]) -> Subjects:
    """What articles are about, by the ids of their `tags` and what their `studies` say of the authorities they name.

    Both are given by slug; the tags of every article that is studied.
    """
    import numpy as np

    stated = [["/".join((Kind.TAGS, id_)) for id_ in tags[slug]] for slug in studies]
    # Numbered as they come, so that all that is named is never there as text.
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = number.__len__
    named = array("q")
    counts = []
    for of_tags, of in zip(stated, studies.values(), strict=True):
        before = len(named)
        named.extend(number[name] for name in chain(of_tags, of.names))
        counts.append(len(named) - before)
    sizes = np.array(counts, np.int64)
    in_order = sorted((_KINDS.index(Kind(name.partition("/")[0])), name.partition("/")[2], name) for name in number)
    place = np.empty(len(number), np.int64)
    place[[number[name] for _, _, name in in_order]] = np.arange(len(number))
    term = place[np.array(named, np.int64)]
    article = np.repeat(np.arange(sizes.size), sizes)
    times = _times(stated, list(studies.values()), sizes)
    df = np.bincount(term, minlength=len(number))
    telling = np.flatnonzero(((df > 1) & (2 * df <= sizes.size))[term])
    telling = telling[np.lexsort((term[telling], article[telling]))]
    return Subjects(
        {slug: position for position, slug in enumerate(studies)},
        [(_KINDS[kind], id_) for kind, id_, _ in in_order],
        [math.log(sizes.size / of) for of in df.tolist()],
        np.stack([article[telling], term[telling], times[telling]]),
    )


def _times(stated: Sequence[Sequence[str]], studies: Sequence[Study], sizes: Numbers) -> Numbers:
    """How often each article names each of its terms, of which those that are stated come first."""
    import numpy as np

    starts = np.cumsum(sizes) - sizes
    tags = np.array([len(of) for of in stated], np.int64)
    added = tags + np.array([of.added for of in studies], np.int64)
    rank = np.arange(sizes.sum()) - np.repeat(starts, sizes)
    times = np.where(rank < np.repeat(added, sizes), _STATED, 0)
    places = np.frombuffer(b"".join(of.places for of in studies), "<u4").reshape(-1, 4).astype(np.int64)
    of_article = np.repeat(starts + tags, [len(of.places) // 16 for of in studies])
    times[of_article + places[:, 0]] += places[:, 3]
    return times
