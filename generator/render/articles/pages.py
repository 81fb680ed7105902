"""The pages of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from markupsafe import Markup

from generator.archive.values import Kind, Related
from generator.articles.article import Article
from generator.articles.ledger import Fate, Role
from generator.articles.source_text import SourceText
from generator.output_file import OutputFile
from generator.render.articles.backlinks import backlink_views
from generator.render.articles.citing import cite_view, head_view
from generator.render.articles.reading_time import Length, length_of, minutes
from generator.render.articles.views import ArticleView, RelatedView, TermsView
from generator.render.body.page_html import render_body
from generator.render.body.parts import Interface
from generator.render.citations.item import item_of
from generator.render.page.dates import show_date
from generator.render.page.direction import direction_of
from generator.render.page.maker import PageMaker
from generator.render.page.views import EntryView, FactView, LinkView
from generator.render.sources.pages import EDITIONS, has_source_page, source_page_path
from generator.render.words.catalogue import Words

_MARGIN = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS)
"""The kinds that stand beside the text; authors and publication are in its masthead."""

_NAMES = 12
"""Terms of one kind that stand beside the text; the rest are folded away, so that what is below stays in sight."""

_SPARED = 3
"""So few more are shown too: a line that unfolds them would take as much room."""

_BACKLINKS = 10
"""Shown with their sentences; the rest are folded away, without."""

_REASONS = 2
"""Terms that are named as the reason why an article is related: more would not fit into one line."""

_SHORT_HASH = 12
"""Digits of the fingerprint beside the text; the source page has all."""


def article_pages(maker: PageMaker, part: slice = slice(None)) -> Iterator[OutputFile]:
    """A page for each article, or a part of them, in the order of time; of one taken down the note that it was."""
    return (article_page(maker, article) for article in maker.archive.articles[part])


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
        archive,
        Interface(maker.words, maker.language_of(article)),
        links.mentions,
        has_stylesheet=bool(maker.site.stylesheet),
    )
    editions = tuple(maker.entry(edition.slug) for edition in links.editions)
    has_source = has_source_page(archive, article)
    dek, text = _parted(article, body.html)
    length = length_of(article.text)
    return ArticleView(
        title=article.meta.title,
        direction=_direction(article),
        language_name=maker.words.language_name(maker.language_of(article)),
        reading_time=_reading_time(maker, article, length),
        date=show_date(article.meta.date, maker.words),
        publications=_links(maker, article, Kind.PUBLICATIONS),
        authors=_links(maker, article, Kind.AUTHORS),
        summary=dek,
        body=text,
        addresses=body.addresses,
        withdrawn="",
        terms=tuple(_terms(maker, article)),
        facts=tuple(_facts(maker, article, length)),
        source_page=source_page_path(article) if has_source else "",
        head=head_view(maker, article, item, description),
        cite=cite_view(item, maker.words),
        editions=editions,
        editions_heading=_editions_heading(maker.words, editions),
        differences=f"{source_page_path(article)}#{EDITIONS}" if editions and has_source else "",
        related=tuple(RelatedView(maker.entry(related.slug), _reason(maker, related)) for related in links.related),
        backlinks=tuple(islice(backlink_views(maker, article), _BACKLINKS)),
        more_backlinks=tuple(maker.entry(slug) for slug in links.backlinks[_BACKLINKS:]),
        more_backlinks_label=_more(maker.words, len(links.backlinks) - _BACKLINKS),
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
        direction=_direction(article),
        language_name=maker.words.language_name(maker.language_of(article)),
        reading_time="",
        date=show_date(article.meta.date, maker.words),
        publications=_links(maker, article, Kind.PUBLICATIONS),
        authors=(),
        summary="",
        body=Markup(),
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
        more_backlinks=(),
        more_backlinks_label="",
        previous=_neighbour(maker, links.previous),
        next=_neighbour(maker, links.next),
    )


def _editions_heading(words: Words, editions: Sequence[EntryView]) -> str:
    """`Also published by`, unless it is not known by whom."""
    return words("article.editions" if all(edition.publication for edition in editions) else "article.editions_as")


def _direction(article: Article) -> str:
    """A language that is only the archive's may not be this article's: then the text itself decides."""
    return direction_of(article.meta.language) if article.meta.language else "auto"


def _reading_time(maker: PageMaker, article: Article, length: Length) -> str:
    time = minutes(length, maker.language_of(article))
    return maker.words("article.minutes", n=time) if time else ""


def _reason(maker: PageMaker, related: Related) -> str:
    """`both on missile defence and Robert Gates`, or whatever less can be said."""
    if related.terms:
        return maker.words("article.both_on", terms=_names(maker, related.terms))
    if related.words:
        return maker.words("article.both_write", words=maker.words.joined(related.words))
    if related.named:
        return maker.words("article.both_name", terms=_names(maker, related.named))
    return maker.words("article.alike")


def _names(maker: PageMaker, keys: Sequence[tuple[Kind, str]]) -> str:
    """The names of terms, each once: a tag may be called as a place is."""
    names = {term.name.casefold(): term.name for term in (maker.archive.term_by_id[key] for key in keys)}
    return maker.words.joined(list(names.values())[:_REASONS])


def _more(words: Words, number: int) -> str:
    return words("article.more", n=number) if number > 0 else ""


def _neighbour(maker: PageMaker, slug: str | None) -> EntryView | None:
    return None if slug is None else maker.entry(slug)


def _links(maker: PageMaker, article: Article, kind: Kind) -> tuple[LinkView, ...]:
    """Without the number of their articles, which would change the page each time that one of them gets another."""
    return tuple(LinkView(term.name, term.page) for term in maker.terms(article.slug, kind))


def _terms(maker: PageMaker, article: Article) -> Iterator[TermsView]:
    for kind in _MARGIN:
        links = _links(maker, article, kind)
        shown = len(links) if len(links) <= _NAMES + _SPARED else _NAMES
        if links:
            more = _more(maker.words, len(links) - shown)
            yield TermsView(maker.words(f"article.{kind}"), links[:shown], links[shown:], more)


def _facts(maker: PageMaker, article: Article, length: Length) -> Iterator[FactView]:
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
    yield FactView(words("fact.length"), _length(length, words))
    if meta.rights or maker.site.rights:
        yield FactView(words("fact.rights"), meta.rights or maker.site.rights, language=maker.site.language)


def _length(length: Length, words: Words) -> str:
    if length.characters > length.words:
        return words("count.characters", n=length.characters)
    return words("count.words", n=length.words)


def _set_aside(source: SourceText, words: Words) -> str:
    """How many of the source's lines that are not blank hold something that is not in the article."""
    written = [line for line in source.ledger.lines if any(span.role is not Role.BLANK for span in line.spans)]
    aside = [line for line in written if any(span.fate is Fate.SET_ASIDE for span in line.spans)]
    return words("fact.set_aside_lines", n=len(aside), lines=words("count.lines", n=len(written)))


def _without_scheme(address: str) -> str:
    return address.partition("://")[2].rstrip("/") or address
