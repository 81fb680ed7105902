"""What an article's page offers for citing it, and what its head says of it to programs."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.archive.values import Kind
from generator.articles.article import Article
from generator.render.articles.views import CitationView, CiteView, HeadView
from generator.render.citations.downloads import downloads
from generator.render.citations.formatted import citations
from generator.render.citations.head import SCHEMAS, Meta, head_metas
from generator.render.citations.item import Item
from generator.render.citations.json_ld import json_ld
from generator.render.citations.runs import Run, Runs
from generator.render.escaping import escaped
from generator.render.page.direction import dir_attribute
from generator.render.page.maker import PageMaker
from generator.render.words.catalogue import Words

_MENTIONED = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS)
_NOTE = "chicago-note"
_STYLES_LANGUAGE = "en"


def cite_view(item: Item, words: Words) -> CiteView:
    """The article cited in each style, and its entry in each format."""
    return CiteView(
        citations=tuple(
            CitationView(words(f"cite.{citation.style}"), citation.style == _NOTE, _html(citation.runs))
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
        elements=_elements(head_metas(item, description)),
        json_ld=Markup(json_ld(item, is_news=maker.archive.config.news, mentions=mentions)),
    )


def _html(runs: Runs) -> Markup:
    return Markup("".join(map(_run, runs)))


def _run(run: Run) -> str:
    text = escaped(run.text)
    if run.address:
        return f'<a href="{escaped(run.address)}" rel="external">{text}</a>'
    language = ""
    if run.language and run.language != _STYLES_LANGUAGE:
        language = f' lang="{escaped(run.language)}" dir="{dir_attribute(run.language)}"'
    if run.italic:
        return f"<em{language}>{text}</em>"
    return f"<span{language}>{text}</span>" if language else text


_SCHEMAS = "".join(f'<link rel="{relation}" href="{address}">\n' for relation, address in SCHEMAS)


def _elements(metas: Iterable[Meta]) -> Markup:
    made = [
        f'<meta {"property" if meta.is_property else "name"}="{meta.name}" content="{escaped(meta.content)}">\n'
        for meta in metas
    ]
    return Markup(_SCHEMAS + "".join(made))
