"""The order in time: by the earliest day that a date allows, then by slug; what has no date comes last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from generator.articles.article import Article


def in_order_of_time(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles from the oldest to the newest, then those without a date."""
    return tuple(sorted(articles, key=_time))


def _time(article: Article) -> tuple[bool, date, str]:
    day = article.meta.date.earliest if article.meta.date is not None else None
    return day is None, day or date.max, article.slug


def neighbours(ordered: Sequence[Article]) -> Mapping[str, tuple[str | None, str | None]]:
    """The slugs of the articles before and after each, given articles in the order of time.

    An article without a date stands nowhere in time: it has neither, and is no one's neighbour.
    """
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for earlier, later in pairwise(article for article in ordered if article.year is not None):
        before[later.slug] = earlier.slug
        after[earlier.slug] = later.slug
    return {article.slug: (before.get(article.slug), after.get(article.slug)) for article in ordered}
