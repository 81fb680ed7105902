"""Editions: articles of the archive that tell the same story, as several papers published it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.archive.values import Edition
from generator.articles.article import Article
from generator.articles.near_duplicates import near_duplicates, sketch


def find_editions(articles: Sequence[Article]) -> Mapping[str, tuple[Edition, ...]]:
    """By slug, each article's other editions, those that share most first, then by slug; every article has an entry.

    What counts are the words of the body, not title, date or author; so an article without text has no editions.
    """
    texts = {article.slug: article.text for article in articles}
    found: defaultdict[str, list[Edition]] = defaultdict(list)
    for pair in near_duplicates({slug: sketch(text) for slug, text in texts.items()}, texts.__getitem__):
        found[pair.one].append(Edition(pair.other, pair.shared))
        found[pair.other].append(Edition(pair.one, pair.shared))
    return {slug: tuple(sorted(found[slug], key=_order)) for slug in sorted(texts)}


def _order(edition: Edition) -> tuple[float, str]:
    return -edition.shared, edition.slug
