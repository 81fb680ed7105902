"""Who and what stands in the same articles, weighed against what chance would bring together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.archive.names import alphabetical
from generator.archive.values import Archive, Circle, Kind, Term, Tie

COMPANY_KINDS = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS)
"""The kinds that keep company; who wrote an article and where it was published are other matters."""

FEWEST_TOGETHER = 2
"""Articles: what stands together once may do so by accident."""

CIRCLE_KINDS = (Kind.PEOPLE, Kind.ORGANIZATIONS)
_LARGEST_CIRCLE = 40
"""Terms: as many names as can be read in one picture."""
_FEWEST_PEOPLE = 3
"""Two people are a sentence, not a picture."""
_TIES_EACH = 4
"""How many of its strongest ties each term brings into the picture; others may bring more."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A term that stands in the same articles as another."""

    term: Term
    together: int
    """The number of articles in which both stand."""


def company_of(archive: Archive, term: Term, number: int) -> dict[Kind, tuple[Companion, ...]]:
    """The terms that stand with `term` most, of each kind at most `number`, those that belong to it most first.

    Shown are terms that share at least two articles with it, and no fewer than chance would let them share; the order
    is that of `surprise`, so that what stands in every article of the archive anyhow does not come first. Of those
    equal in that the more frequent comes first, then the order of names.
    """
    first, total = len(term.articles), archive.count
    ranked: dict[Kind, list[tuple[float, int, str]]] = {kind: [] for kind in COMPANY_KINDS}
    for (kind, id_), together in archive.term_numbers.count(term.articles).items():
        if together < FEWEST_TOGETHER or kind not in ranked or (kind, id_) == (term.kind, term.id):
            continue
        second = len(archive.term_by_id[kind, id_].articles)
        # What chance brings together need not be weighed.
        if together * total >= first * second:
            ranked[kind].append((-surprise(together, first, second, total), -together, id_))
    return {kind: tuple(_nearest(archive, kind, of, number)) for kind, of in ranked.items()}


def _nearest(archive: Archive, kind: Kind, ranked: list[tuple[float, int, str]], number: int) -> Iterator[Companion]:
    # Names are asked for only where they can decide.
    last = sorted(ranked)[:number][-1:]
    near = [(*key[:2], archive.term_by_id[kind, key[2]]) for key in ranked if key[:2] <= last[0][:2]]
    near.sort(key=lambda key: (*key[:2], alphabetical(key[2].name), key[2].id))
    return (Companion(other, -together) for _, together, other in near[:number])


def surprise(together: int, first: int, second: int, articles: int) -> float:
    """How much more often two terms stand together than chance would have it; below 0 where they do less often.

    The log-likelihood ratio of the table of two by two (T. Dunning, Accurate Methods for the Statistics of Surprise
    and Coincidence, Computational Linguistics 19, 1993): unlike pointwise mutual information it does not favour what
    is rare. `together` of `articles` have both terms, `first` and `second` each of them. Rounded, so that the last
    digits, which differ between machines, decide no order.
    """
    rows, columns = (first, articles - first), (second, articles - second)
    cells = ((together, first - together), (second - together, articles - first - second + together))
    ratio = 0.0
    for row, counts in zip(rows, cells, strict=True):
        for column, count in zip(columns, counts, strict=True):
            if count:
                ratio += count * math.log(count * articles / (row * column))
    rounded = round(2 * max(0.0, ratio), 6)
    return rounded if together * articles >= first * second else -rounded - 1e-6


def find_circle(terms: Mapping[Kind, Sequence[Term]], of_article: Mapping[str, Mapping[Kind, Sequence[str]]]) -> Circle:
    """Who appears with whom: the people and organizations with most articles, and which of them stand together.

    `of_article` gives the ids of each article's terms by its slug. A tie joins two that share at least two articles
    and more than chance would have it; each term brings its strongest ones, by `surprise`. Who has no tie is left out.
    Empty where fewer than three people have one.
    """
    candidates = [term for kind in CIRCLE_KINDS for term in terms[kind] if len(term.articles) >= FEWEST_TOGETHER]
    fullest = sorted(candidates, key=_by_frequency)[:_LARGEST_CIRCLE]
    strongest = {tie for first in range(len(fullest)) for tie in _strongest_ties(first, fullest, of_article)}
    return _without_loners(fullest, sorted(strongest, key=lambda tie: (tie.first, tie.second)))


def _strongest_ties(
    first: int, among: Sequence[Term], of_article: Mapping[str, Mapping[Kind, Sequence[str]]]
) -> Iterator[Tie]:
    """Those of the term at the position `first` with others."""
    articles = among[first].articles
    named = Counter((kind, id_) for slug in articles for kind in CIRCLE_KINDS for id_ in of_article[slug].get(kind, ()))
    ranked = []
    for second, term in enumerate(among):
        together = named[term.kind, term.id]
        if second != first and together >= FEWEST_TOGETHER:
            ranked.append((-surprise(together, len(articles), len(term.articles), len(of_article)), second, together))
    for weight, second, together in sorted(ranked)[:_TIES_EACH]:
        if weight <= 0:
            yield Tie(min(first, second), max(first, second), together)


def _by_frequency(term: Term) -> tuple[int, tuple[str, str], str, str]:
    return -len(term.articles), alphabetical(term.name), term.kind, term.id


def _without_loners(terms: Sequence[Term], ties: Iterable[Tie]) -> Circle:
    ties = tuple(ties)
    tied = sorted({end for tie in ties for end in (tie.first, tie.second)})
    if sum(terms[number].kind is Kind.PEOPLE for number in tied) < _FEWEST_PEOPLE:
        return Circle()
    new = {old: number for number, old in enumerate(tied)}
    return Circle(
        tuple(terms[old] for old in tied),
        tuple(Tie(new[tie.first], new[tie.second], tie.together) for tie in ties),
    )
