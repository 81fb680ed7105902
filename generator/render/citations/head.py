"""What an article's page says of itself in its head: for reference managers, catalogues and previews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.render.citations.date_text import PLAIN, date_text
from generator.render.citations.item import Item, ItemKind

SCHEMAS = (("schema.DC", "http://purl.org/dc/elements/1.1/"),)
"""The relations and addresses of the `link` elements that declare the prefixes of Dublin Core."""


class Meta(NamedTuple):
    """One `meta` element."""

    name: str
    content: str
    is_property: bool = False
    """Whether the name stands in `property`, as OpenGraph's do, rather than in `name`."""


def head_metas(item: Item, description: str = "") -> tuple[Meta, ...]:
    """Everything below, in order."""
    return (*highwire(item), *dublin_core(item), *open_graph(item, description))


def highwire(item: Item) -> Iterator[Meta]:
    """The `citation_…` names that Zotero, Mendeley and Google Scholar read.

    `z:itemType` is Zotero's own: without it, it takes every page with a `citation_title` for a journal's. Dates that
    are not exact stand in words in `citation_date`, since `citation_publication_date` is to be `2007/04/23`, `2007/10`
    or `2007`.
    """
    yield Meta("z:itemType", "newspaperArticle" if item.kind is ItemKind.ARTICLE else "webpage")
    yield Meta("citation_title", item.title)
    for name in item.authors:
        yield Meta("citation_author", name.inverted if name.family else name.literal)
    if item.issued and item.issued.is_exact:
        yield Meta("citation_publication_date", item.issued.iso.replace("-", "/"))
    elif item.issued:
        yield Meta("citation_date", date_text(item.issued, PLAIN))
    if not item.is_only_here:
        yield Meta("citation_journal_title", item.container)
    yield Meta("citation_language", item.language)
    if item.page:
        yield Meta("citation_public_url", item.page)
        yield Meta("citation_fulltext_html_url", item.page)
    if item.summary:
        yield Meta("citation_abstract", item.summary)
    if item.keywords:
        yield Meta("citation_keywords", "; ".join(item.keywords))


def dublin_core(item: Item) -> Iterator[Meta]:
    """The fifteen elements as far as they are known (https://www.dublincore.org/specifications/dublin-core/dces/).

    `DC.date` is EDTF, whose plain dates are those that the specification recommends.
    """
    yield Meta("DC.title", item.title)
    for name in item.authors:
        yield Meta("DC.creator", name.inverted)
    if item.issued:
        yield Meta("DC.date", item.issued.edtf)
    if not item.is_only_here:
        yield Meta("DC.publisher", item.container)
    yield Meta("DC.type", "Text")
    yield Meta("DC.format", "text/html")
    if item.page:
        yield Meta("DC.identifier", item.page)
    if item.first_published:
        yield Meta("DC.source", item.first_published)
    yield Meta("DC.language", item.language)
    for keyword in item.keywords:
        yield Meta("DC.subject", keyword)
    if item.summary:
        yield Meta("DC.description", item.summary)
    yield Meta("DC.relation", item.archive)
    if item.rights:
        yield Meta("DC.rights", item.rights)


_WITH_TERRITORY = re.compile(r"([a-z]{2,3})-(?:[A-Za-z]{4}-)?([A-Z]{2})", re.ASCII)


def open_graph(item: Item, description: str = "") -> Iterator[Meta]:
    """What previews show (https://ogp.me/), with `description` where the article has no summary.

    `og:url` is left out where the archive's address is not known; the image is the theme's matter.
    """
    yield Meta("og:type", "article", is_property=True)
    yield Meta("og:title", item.title, is_property=True)
    yield Meta("og:site_name", item.archive, is_property=True)
    if item.page:
        yield Meta("og:url", item.page, is_property=True)
    if item.summary or description:
        yield Meta("og:description", item.summary or description, is_property=True)
    territory = _WITH_TERRITORY.fullmatch(item.language)
    if territory:
        yield Meta("og:locale", f"{territory[1]}_{territory[2]}", is_property=True)
    # A time is a whole day at least.
    moment = item.issued.moment if item.issued and item.issued.is_exact else None
    if item.issued and moment and moment.day:
        yield Meta("article:published_time", item.issued.iso, is_property=True)
    for keyword in item.keywords:
        yield Meta("article:tag", keyword, is_property=True)
