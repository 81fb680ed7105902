"""What results are narrowed down and ordered by: of each article its date, place in time, language and terms."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.archive.values import Kind
from generator.search.lunr_index import article_language
from generator.search.packed import packed

if TYPE_CHECKING:
    from generator.archive.values import Archive, Term
    from generator.articles.article import Article
    from generator.articles.edtf_date import EdtfDate

FACETS = (Kind.PUBLICATIONS, Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS, Kind.AUTHORS)
"""The kinds of terms that results are narrowed down by, each in a file of its own."""


def columns(archive: Archive, articles: Sequence[Article]) -> dict[str, list[object]]:
    """The columns by their names: `articles`, and each kind of FACETS of which there are terms.

    The first one has of each article, in the order of their numbers, its position in the order of time; then the dates
    in that order, in which articles without one come last; of each article its language; and the languages, which are
    named by their positions.
    """
    dates, languages = array("q"), []
    held = {kind: _TermColumn(archive.terms[kind]) for kind in FACETS if archive.terms[kind]}
    # One pass over all: what is known of an article is read anew in each.
    for article in articles:
        meta = article.meta
        dates.append(_date_number(meta.date) if meta.date else -1)
        languages.append(article_language(archive, article))
        terms = {} if meta.withdrawn else archive.terms_of[article.slug]
        for kind, column in held.items():
            column.add(terms.get(kind, ()))
    in_time = {article.slug: position for position, article in enumerate(archive.articles)}
    known = sorted(set(languages))
    number = {language: position for position, language in enumerate(known)}
    times = [in_time[article.slug] for article in articles]
    ordered = (date for _, date in sorted(zip(times, dates, strict=True)) if date >= 0)
    first: list[object] = [
        packed(times),
        packed(_steps(ordered)),
        packed(map(number.__getitem__, languages)),
        known,
    ]
    return {"articles": first, **{kind.value: column.value() for kind, column in held.items()}}


def _date_number(date: EdtfDate) -> int:
    """Nine bits tell the month and the day, each 0 where it is not known; what is above them is the year."""
    day = date.earliest.day if date.precision == "day" else 0
    return date.year << 9 | date.month << 5 | day


def _steps(numbers: Iterable[int]) -> Iterator[int]:
    """From each number to the next: twice as much, or for a step down that less one."""
    for before, number in pairwise((0, *numbers)):
        yield 2 * (number - before) if number >= before else 2 * (before - number) - 1


class _TermColumn:
    """The terms of a kind that each article has."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        self._known = {term.id: position for position, term in enumerate(terms)}
        self._counts, self._positions = array("q"), array("q")

    def add(self, ids: Sequence[str]) -> None:
        """Adds those of the next article."""
        self._counts.append(len(ids))
        self._positions.extend(sorted(map(self._known.__getitem__, ids)))

    def value(self) -> list[object]:
        """Of each article how many it has, then which, by position; then the terms' ids and names."""
        ids, names = [term.id for term in self._terms], [term.name for term in self._terms]
        return [packed(self._counts), packed(self._positions), ids, names]
