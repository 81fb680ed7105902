"""What an article's page offers for citing it, and what its head says of it to programs."""

from __future__ import annotations

from markupsafe import Markup

from generator.archive.values import Kind
from generator.articles.article import Article
from generator.render.article_views import CitationView, CiteView, HeadView
from generator.render.citations.downloads import downloads
from generator.render.citations.formatted import citations
from generator.render.citations.head import SCHEMAS, head_metas
from generator.render.citations.item import Item
from generator.render.citations.json_ld import json_ld
from generator.render.page_maker import PageMaker
from generator.render.words.catalogue import Words

_MENTIONED = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS)
_NOTE = "chicago-note"


def cite_view(item: Item, words: Words) -> CiteView:
    """The article cited in each style, and its entry in each format."""
    return CiteView(
        citations=tuple(
            CitationView(words(f"cite.{citation.style}"), citation.style == _NOTE, citation.runs)
            for citation in citations(item)
        ),
        downloads=downloads(item),
    )


def head_view(maker: PageMaker, article: Article, item: Item, description: str) -> HeadView:
    """The article's data for reference managers, catalogues and search engines.

    `description` is for previews where the article has no summary.
    """
    mentions = [term for kind in _MENTIONED for term in maker.terms(article.slug, kind)]
    return HeadView(
        schemas=SCHEMAS,
        metas=head_metas(item, description),
        json_ld=Markup(json_ld(item, is_news=maker.archive.config.news, mentions=mentions)),
    )
