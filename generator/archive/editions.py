"""Editions: articles of the archive that tell the same story, as several papers published it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from generator.archive.values import Edition
from generator.articles.near_duplicates import Sketch, near_duplicates


def find_editions(sketches: Mapping[str, Sketch], text_of: Callable[[str], str]) -> Mapping[str, tuple[Edition, ...]]:
    """By slug, each article's other editions, those that share most first, then by slug; every article has an entry.

    What counts are the words of the body, not title, date or author; so an article without text has no editions.
    `sketches` are those of the bodies by slug, and `text_of` is asked for the bodies that seem to be alike.
    """
    found: defaultdict[str, list[Edition]] = defaultdict(list)
    for pair in near_duplicates(sketches, text_of):
        found[pair.one].append(Edition(pair.other, pair.shared))
        found[pair.other].append(Edition(pair.one, pair.shared))
    return {slug: tuple(sorted(found[slug], key=_order)) for slug in sorted(sketches)}


def _order(edition: Edition) -> tuple[float, str]:
    return -edition.shared, edition.slug
