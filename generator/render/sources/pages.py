"""The pages that show sources as they were received, each line with what became of it, beside the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.archive.values import Archive
from generator.articles.article import Article
from generator.articles.ledger import Fate, Role
from generator.articles.source_text import SourceText
from generator.output_file import OutputFile
from generator.render.page.dates import show_date
from generator.render.page.maker import PageMaker
from generator.render.page.views import FactView
from generator.render.sources.editions import edition_views
from generator.render.sources.facsimile import Sheet, facsimile_views, is_long
from generator.render.sources.notes import SIGNS, fate_class
from generator.render.sources.passages import told_spans
from generator.render.sources.views import AccountView, FilterView, SourceView
from generator.render.words.catalogue import Words

EDITIONS = "editions"
"""The anchor of the part of the page that compares the article with its other editions."""


def has_source_page(archive: Archive, article: Article) -> bool:
    """Whether the site shows the article's source."""
    return archive.config.source_pages and article.slug in archive.sources and not article.meta.withdrawn


def source_page_path(article: Article) -> str:
    return f"articles/{article.slug}/source.html"


def source_pages(maker: PageMaker, part: slice = slice(None)) -> Iterator[OutputFile]:
    """A page for each source that the site shows, of all articles or a part of them."""
    for article in maker.archive.articles[part]:
        if has_source_page(maker.archive, article):
            yield source_page(maker, article)


def source_page(maker: PageMaker, article: Article) -> OutputFile:
    """The page of an article's source."""
    source = maker.archive.sources[article.slug]
    title = maker.words("source.title", title=article.meta.title)
    sheets = _sheets(source, maker.words)
    view = SourceView(
        article=maker.entry(article.slug),
        language=maker.language_of(article),
        facts=tuple(_facts(maker, article, source)),
        edited=source.edited,
        is_long=is_long(sheets),
        account=tuple(_account(sheets, maker.words)),
        filters=_filters(sheets, maker.words),
        facsimiles=facsimile_views(maker, article, source, sheets),
        editions=tuple(edition_views(maker, article)),
    )
    return maker.page(maker.page_view(source_page_path(article), "source", title), view)


def _facts(maker: PageMaker, article: Article, source: SourceText) -> Iterator[FactView]:
    words = maker.words
    yield FactView(words("fact.article"), article.meta.title, path=article.page, language=maker.language_of(article))
    yield FactView(words("fact.file"), source.file, is_code=True)
    yield FactView(words("fact.size"), words("count.bytes", n=source.size))
    yield FactView(words("fact.encoding"), source.ledger.encoding, is_code=True)
    yield FactView(words("fact.sha256"), source.ledger.source_sha256, is_code=True)
    if source.record and source.ledger.record:
        path = f"{source_page_path(article)}#R1"
        yield FactView(words("fact.record"), source.record.file, path=path)
        yield FactView(words("fact.record_sha256"), source.ledger.record.sha256, is_code=True)
    if article.meta.source:
        yield FactView(words("fact.imported"), show_date(article.meta.source.imported, words).words)
    editions = len(maker.archive.links[article.slug].editions)
    if editions:
        path = f"{source_page_path(article)}#{EDITIONS}"
        yield FactView(words("fact.compared"), words("count.editions", n=editions), path=path)


def _sheets(source: SourceText, words: Words) -> list[Sheet]:
    sheets = [Sheet("L", words("source.facsimile"), "source.line", source.file, tuple(source.account()))]
    if source.record:
        sheets.append(
            Sheet("R", words("source.record"), "source.record_line", source.record.file, source.record.account)
        )
    return sheets


def _account(sheets: Sequence[Sheet], words: Words) -> Iterator[AccountView]:
    """For each fate and role the number of its lines; blank ones are not told."""
    met: defaultdict[tuple[Fate, Role], list[tuple[int, int]]] = defaultdict(list)
    for position, sheet in enumerate(sheets):
        for _, line in sheet.lines:
            for fate, role in {(span.fate, span.role) for span in told_spans(line)}:
                met[fate, role].append((position, line.n))
    order = list(Fate)
    for fate, role in sorted(met, key=lambda of: (order.index(of[0]), met[of][0], of[1])):
        position, number = met[fate, role][0]
        yield AccountView(
            fate=fate_class(fate),
            sign=SIGNS[fate],
            words=words(f"fate.{fate}"),
            role=words(f"role.{role}"),
            lines=words("count.lines", n=len(met[fate, role])),
            first=words(sheets[position].line_words, n=number),
            anchor=f"{sheets[position].letter}{number}",
        )


def _filters(sheets: Sequence[Sheet], words: Words) -> tuple[FilterView, ...]:
    """All lines, and those of each fate; nothing where all have one."""
    fates = [{span.fate for span in told_spans(line)} for sheet in sheets for _, line in sheet.lines]
    counts = {fate: sum(fate in of for of in fates) for fate in Fate}
    met = [fate for fate in Fate if counts[fate]]
    if len(met) < 2:
        return ()
    of_all = FilterView("", "", words("source.show_all"), words.number(len(fates)))
    of_fates = (
        FilterView(fate_class(fate), SIGNS[fate], words(f"fate.{fate}"), words.number(counts[fate])) for fate in met
    )
    return (of_all, *of_fates)
