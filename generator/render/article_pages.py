"""The pages of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.archive.values import Kind
from generator.articles.article import Article
from generator.articles.ledger import Fate, Role
from generator.articles.source_text import SourceText
from generator.output_file import OutputFile
from generator.render.article_views import ArticleView, TermsView
from generator.render.body import render_body
from generator.render.citations.item import item_of
from generator.render.cite_views import cite_view, head_view
from generator.render.dates import show_date
from generator.render.page_maker import PageMaker, term_link
from generator.render.source_pages import EDITIONS, has_source_page, source_page_path
from generator.render.views import EntryView, FactView, LinkView
from generator.render.words.catalogue import Words

_MARGIN = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS)
"""The kinds that stand beside the text; authors and publication are in its masthead."""

_SHORT_HASH = 12
"""Digits of the fingerprint beside the text; the source page has all."""


def article_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """A page for each article, in the order of time; of one taken down the note that it was."""
    return (article_page(maker, article) for article in maker.archive.articles)


def article_page(maker: PageMaker, article: Article) -> OutputFile:
    """An article's page."""
    meta = article.meta
    page = maker.page_view(
        article.page, "article", meta.title, maker.language_of(article), meta.withdrawn or meta.summary or article.text
    )
    is_open = not meta.withdrawn
    view = _article_view(maker, article, page.description) if is_open else _withdrawn_view(maker, article)
    return maker.page(page, view)


def _article_view(maker: PageMaker, article: Article, description: str) -> ArticleView:
    archive = maker.archive
    item = item_of(archive, article)
    links = archive.links[article.slug]
    body = render_body(
        article.html,
        article.page,
        archive.wiki_targets,
        links.mentions,
        archive.term_by_id,
        table_label=maker.words("article.table"),
    )
    editions = tuple(maker.entry(edition.slug) for edition in links.editions)
    has_source = has_source_page(archive, article)
    dek, text = _parted(article, body.html)
    return ArticleView(
        title=article.meta.title,
        language_name=maker.words.language_name(maker.language_of(article)),
        date=show_date(article.meta.date, maker.words),
        publications=_links(maker, article, Kind.PUBLICATIONS),
        authors=_links(maker, article, Kind.AUTHORS),
        summary=dek,
        body=text,
        addresses=body.addresses,
        withdrawn="",
        terms=tuple(_terms(maker, article)),
        facts=tuple(_facts(maker, article)),
        source_page=source_page_path(article) if has_source else "",
        head=head_view(maker, article, item, description),
        cite=cite_view(item, maker.words),
        editions=editions,
        editions_heading=_editions_heading(maker.words, editions),
        differences=f"{source_page_path(article)}#{EDITIONS}" if editions and has_source else "",
        related=tuple(maker.entry(related.slug) for related in links.related),
        backlinks=tuple(maker.entry(slug) for slug in links.backlinks),
        previous=_neighbour(maker, links.previous),
        next=_neighbour(maker, links.next),
    )


def _parted(article: Article, body: Markup) -> tuple[str, Markup]:
    """The summary and the body without it: a text that begins with its summary shows it once, with its links."""
    summary = article.meta.summary
    first = article.text.partition("\n")[0]
    end = body.find("</p>")
    if not summary or not body.startswith("<p>") or end < 0 or first.split() != summary.split():
        return summary, body
    return body[len("<p>") : end], body[end + len("</p>") :].lstrip()


def _withdrawn_view(maker: PageMaker, article: Article) -> ArticleView:
    """What stays of an article that was taken down: what it was called, when and where it was, and why it is gone."""
    links = maker.archive.links[article.slug]
    return ArticleView(
        title=article.meta.title,
        language_name=maker.words.language_name(maker.language_of(article)),
        date=show_date(article.meta.date, maker.words),
        publications=_links(maker, article, Kind.PUBLICATIONS),
        authors=(),
        summary="",
        body=render_body("", article.page, {}).html,
        addresses=(),
        withdrawn=article.meta.withdrawn,
        terms=(),
        facts=(),
        source_page="",
        head=None,
        cite=None,
        editions=(),
        editions_heading="",
        differences="",
        related=(),
        backlinks=(),
        previous=_neighbour(maker, links.previous),
        next=_neighbour(maker, links.next),
    )


def _editions_heading(words: Words, editions: Sequence[EntryView]) -> str:
    """`Also published by`, unless it is not known by whom."""
    return words("article.editions" if all(edition.publication for edition in editions) else "article.editions_as")


def _neighbour(maker: PageMaker, slug: str | None) -> EntryView | None:
    return None if slug is None else maker.entry(slug)


def _links(maker: PageMaker, article: Article, kind: Kind) -> tuple[LinkView, ...]:
    return tuple(term_link(term) for term in maker.terms(article.slug, kind))


def _terms(maker: PageMaker, article: Article) -> Iterator[TermsView]:
    for kind in _MARGIN:
        links = _links(maker, article, kind)
        if links:
            yield TermsView(maker.words(f"article.{kind}"), links)


def _facts(maker: PageMaker, article: Article) -> Iterator[FactView]:
    """Where the text comes from, and what was done to it."""
    meta, words = article.meta, maker.words
    if meta.url:
        yield FactView(words("fact.first_published"), _without_scheme(meta.url), address=meta.url)
    if meta.source:
        yield FactView(words("fact.file"), meta.source.file, is_code=True)
        yield FactView(words("fact.sha256"), meta.source.sha256[:_SHORT_HASH] + "…", is_code=True)
        yield FactView(words("fact.imported"), show_date(meta.source.imported, words).words)
    source = maker.archive.sources.get(article.slug)
    if source:
        yield FactView(words("fact.set_aside"), _set_aside(source, words))
    if meta.updated:
        yield FactView(words("fact.updated"), show_date(meta.updated, words).words)
    if meta.revised:
        yield FactView(words("fact.revised"), show_date(meta.revised, words).words)
    yield FactView(words("fact.length"), words("count.words", n=article.word_count))
    if meta.rights or maker.site.rights:
        yield FactView(words("fact.rights"), meta.rights or maker.site.rights)


def _set_aside(source: SourceText, words: Words) -> str:
    """How many of the source's lines that are not blank hold something that is not in the article."""
    written = [line for line in source.ledger.lines if any(span.role is not Role.BLANK for span in line.spans)]
    aside = [line for line in written if any(span.fate is Fate.SET_ASIDE for span in line.spans)]
    return words("fact.set_aside_lines", n=len(aside), lines=words("count.lines", n=len(written)))


def _without_scheme(address: str) -> str:
    return address.partition("://")[2].rstrip("/") or address
