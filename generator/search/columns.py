"""What results are narrowed down and ordered by: of each article its year, place in time, language and terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.archive.chronology import in_order_of_time
from generator.archive.values import Kind
from generator.search.lunr_index import article_language
from generator.search.packed import packed

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.article import Article

FACETS = (Kind.PUBLICATIONS, Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS, Kind.AUTHORS)
"""The kinds of terms that results are narrowed down by, each in a file of its own."""


def article_column(archive: Archive, articles: Sequence[Article]) -> list[object]:
    """Of each article, in the order of their numbers: its year plus one, 0 where it has none; its position in the order
    of time; its language. Then the languages, which are named by their positions."""
    in_time = {article.slug: position for position, article in enumerate(in_order_of_time(articles))}
    languages = sorted({article_language(archive, article) for article in articles})
    known = {language: position for position, language in enumerate(languages)}
    return [
        packed(_year(article) for article in articles),
        packed(in_time[article.slug] for article in articles),
        packed(known[article_language(archive, article)] for article in articles),
        languages,
    ]


def term_column(archive: Archive, articles: Sequence[Article], kind: Kind) -> list[object]:
    """Of each article how many terms of a kind it has, then which, by position; then the terms' ids and names."""
    terms = archive.terms[kind]
    known = {term.id: position for position, term in enumerate(terms)}
    held = []
    for article in articles:
        ids = () if article.meta.withdrawn else archive.links[article.slug].terms.get(kind, ())
        held.append(sorted([known[id_] for id_ in ids]))
    return [
        packed(map(len, held)),
        packed(position for positions in held for position in positions),
        [term.id for term in terms],
        [term.name for term in terms],
    ]


def _year(article: Article) -> int:
    return article.meta.date.year + 1 if article.meta.date else 0
