"""What a term's page is made of: its years, its company, its articles and the sentences that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from generator.archive.company import company_of
from generator.archive.contexts import read_context
from generator.archive.values import MENTION_KINDS, Kind, Term
from generator.articles.article import Article
from generator.render.lists.chart import chart_of_term
from generator.render.lists.sheets import Sheet, grouped_by_year, year_anchor
from generator.render.page.maker import PageMaker, shortened
from generator.render.page.views import ChartView, GroupView, LinkView, QuoteView
from generator.render.terms.views import CompanyView
from generator.render.words.catalogue import Words

_COMPANIONS = 6
"""Of each kind."""

_WRITTEN_KINDS = (Kind.PUBLICATIONS, Kind.AUTHORS)
"""The kinds that write: what they stand with is what they write about."""


def company_heading(term: Term) -> str:
    """The catalogue's key for the heading over a term's company."""
    return "company.writes" if term.kind in _WRITTEN_KINDS else "company.appears"


def company(maker: PageMaker, term: Term) -> Iterator[CompanyView]:
    """Who and what the term stands with most, kind by kind."""
    for kind, companions in company_of(maker.archive, term, _COMPANIONS).items():
        if companions:
            links = tuple(LinkView(other.term.name, other.term.page, other.together) for other in companions)
            yield CompanyView(maker.words(f"page.{kind}"), links)


def chart(years: Sequence[int | None], sheets: Iterable[Sheet[str]], words: Words) -> ChartView | None:
    """When a term's articles are from, given `Article.year` of each; a column leads to its year in the term's own
    list, whose pages are `sheets`."""
    page_of: dict[int, str] = {}
    of_articles = iter(years)
    for sheet in sheets:
        for year in islice(of_articles, len(sheet.items)):
            page_of.setdefault(year or 0, sheet.path)
    return chart_of_term(years, lambda year: f"{page_of[year]}#{year_anchor(year)}", words)


def articles_by_year(maker: PageMaker, term: Term, slugs: Iterable[str]) -> tuple[GroupView, ...]:
    """The articles under their years; a publication's need not name it each time."""
    groups = grouped_by_year(maker, slugs)
    if term.kind is not Kind.PUBLICATIONS:
        return groups
    return tuple(
        GroupView(group.label, group.anchor, tuple(replace(entry, publication="") for entry in group.entries))
        for group in groups
    )


def quotes(maker: PageMaker, term: Term, slugs: Iterable[str]) -> Mapping[str, QuoteView]:
    """What stands below each of the articles, by their paths.

    A person, place or organization is looked for in the text: the sentence with its first mention. What only the
    title or the front matter names has none, nor has an article that was taken down. Authors, publications and tags
    are no words of the text: the article's summary, where somebody wrote one, since the first sentence of a text
    rarely says what it is about.
    """
    made = {}
    for slug in slugs:
        article = maker.archive.by_slug[slug]
        quote = _sentence(maker, term, article) if term.kind in MENTION_KINDS else _summary(article)
        if quote is not None and not article.meta.withdrawn:
            made[article.page] = quote
    return made


def _sentence(maker: PageMaker, term: Term, article: Article) -> QuoteView | None:
    context = read_context(maker.archive.contexts.get(article.slug, ""), f"{term.kind}/{term.id}")
    return QuoteView(context.before, context.name, context.after) if context else None


def _summary(article: Article) -> QuoteView | None:
    return QuoteView("", "", shortened(article.meta.summary)) if article.meta.summary else None
