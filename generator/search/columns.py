"""What results are narrowed down and ordered by: of each article its year, place in time, language and terms."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.archive.values import Kind
from generator.search.lunr_index import article_language
from generator.search.packed import packed

if TYPE_CHECKING:
    from generator.archive.values import Archive, Term
    from generator.articles.article import Article

FACETS = (Kind.PUBLICATIONS, Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS, Kind.AUTHORS)
"""The kinds of terms that results are narrowed down by, each in a file of its own."""


def columns(archive: Archive, articles: Sequence[Article]) -> dict[str, list[object]]:
    """The columns by their names: `articles`, and each kind of FACETS of which there are terms.

    The first one has of each article, in the order of their numbers: its year plus one, 0 where it has none; its
    position in the order of time; its language. Then the languages, which are named by their positions.
    """
    years, languages = array("q"), []
    held = {kind: _TermColumn(archive.terms[kind]) for kind in FACETS if archive.terms[kind]}
    # One pass over all: what is known of an article is read anew in each.
    for article in articles:
        meta = article.meta
        years.append(meta.date.year + 1 if meta.date else 0)
        languages.append(article_language(archive, article))
        terms = {} if meta.withdrawn else archive.terms_of[article.slug]
        for kind, column in held.items():
            column.add(terms.get(kind, ()))
    in_time = {article.slug: position for position, article in enumerate(archive.articles)}
    known = sorted(set(languages))
    number = {language: position for position, language in enumerate(known)}
    first: list[object] = [
        packed(years),
        packed(in_time[article.slug] for article in articles),
        packed(map(number.__getitem__, languages)),
        known,
    ]
    return {"articles": first, **{kind.value: column.value() for kind, column in held.items()}}


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
