"""The first page: what the archive is, how far it reaches, what it shows first, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.archive.values import Archive, Kind
from generator.articles.article import Article
from generator.output_file import OutputFile
from generator.render.front.views import DoorView, HomeView, ShelfView, TeaserView, WayView
from generator.render.lists.chart import chart_of_years
from generator.render.lists.sheets import TIMELINE
from generator.render.lists.titles import TITLES
from generator.render.page.maker import EXPORTS, PageMaker, fullest, shortened, size_and_reach, term_link
from generator.render.page.stories import opening
from generator.render.terms.order import term_letters, term_sheets

_TEASERS = 3
"""Of the latest articles, where none are chosen: a lead and two beside it."""
_ENTRIES = 6
"""Articles in a list."""
_TERMS = 6
"""Of each kind."""
_KINDS = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS, Kind.PUBLICATIONS, Kind.AUTHORS)


def home_page(maker: PageMaker) -> OutputFile:
    """`index.html`."""
    archive = maker.archive
    view = HomeView(
        size=size_and_reach(archive, maker.words),
        chart=chart_of_years(archive, maker.words),
        shelves=tuple(_shelves(maker)),
        doors=tuple(_doors(maker)) if archive.articles else (),
        ways=tuple(_ways(maker)),
    )
    return maker.page(maker.page_view("index.html", "home", "", description=archive.config.description), view)


def _shelves(maker: PageMaker) -> Iterator[ShelfView]:
    """What site.yaml chooses, then the latest by date, then what was added last where that says something new."""
    words = maker.words
    featured = maker.archive.featured
    if featured:
        yield ShelfView(words("home.featured"), _teasers(maker, featured), ())
    latest, is_by_date = _latest(maker.archive.articles, _ENTRIES if featured else _TEASERS + _ENTRIES)
    if latest:
        heading = words("home.recent" if is_by_date else "home.some")
        teasers = () if featured else latest[:_TEASERS]
        yield ShelfView(
            heading,
            _teasers(maker, teasers),
            tuple(map(maker.entry, latest[len(teasers) :])),
        )
    added = _added(maker.archive.articles)
    if not set(added) <= {*featured, *latest}:
        yield ShelfView(words("home.added"), (), tuple(map(maker.entry, added)))


def _latest(articles: Sequence[Article], number: int) -> tuple[list[str], bool]:
    """The slugs of the latest articles by their date of publication, and whether they are in that order.

    A small archive has room for articles of unknown date too; its list is then in no order of date, as that of one.
    """
    shown = [article for article in articles if not article.meta.withdrawn]
    dated = [article.slug for article in shown if article.meta.date]
    undated = [article.slug for article in shown if not article.meta.date][: max(0, number - len(dated))]
    return [*reversed(dated[-number:]), *undated], len(dated) > 1 and not undated


def _added(articles: Sequence[Article]) -> list[str]:
    """The slugs of the articles that were imported last, without those with which the archive began."""
    imported = [
        (article.meta.source.imported.earliest, _day(article), article.slug)
        for article in articles
        if article.meta.source and article.meta.source.imported and not article.meta.withdrawn
    ]
    first = min((day for day, _, _ in imported), default=date.min)
    later = sorted((one for one in imported if one[0] > first), reverse=True)
    return [slug for _, _, slug in later[:_ENTRIES]]


def _day(article: Article) -> date:
    return article.meta.date.earliest if article.meta.date else date.min


def _teasers(maker: PageMaker, slugs: Sequence[str]) -> tuple[TeaserView, ...]:
    archive = maker.archive
    articles = [archive.by_slug[slug] for slug in slugs]
    return tuple(
        TeaserView(maker.entry(article.slug), article.meta.summary, _beginning(article, archive, is_lead=number == 0))
        for number, article in enumerate(articles)
    )


def _beginning(article: Article, archive: Archive, *, is_lead: bool) -> tuple[str, ...]:
    if is_lead:
        return opening(article, archive)
    begins = shortened(" ".join(opening(article, archive)))
    return () if article.meta.summary or not begins else (begins,)


def _doors(maker: PageMaker) -> Iterator[DoorView]:
    words = maker.words
    yield DoorView(words("home.all_articles"), TITLES, words("home.all_articles_text"))
    yield DoorView(words("home.all_timeline"), TIMELINE, words("home.all_timeline_text"))
    if maker.site.together:
        yield DoorView(words("page.together"), maker.site.together, words("home.together_text"))
    if maker.site.random:
        yield DoorView(words("page.random"), maker.site.random, words("home.random_text"))
    yield DoorView(words("exports.heading"), EXPORTS, words("home.exports_text"))


def _ways(maker: PageMaker) -> Iterator[WayView]:
    for kind in _KINDS:
        terms = maker.archive.terms[kind]
        if terms:
            yield WayView(
                title=maker.words(f"page.{kind}"),
                path=f"{kind}/index.html",
                number=maker.words(f"count.{kind}", n=len(terms)),
                terms=tuple(map(term_link, fullest(terms, _TERMS))),
                letters=term_letters(maker, term_sheets(maker, kind)),
            )
