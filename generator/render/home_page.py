"""The first page: what the archive is, how far it reaches, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.values import Kind
from generator.output_file import OutputFile
from generator.render.chart import chart_of_years
from generator.render.page_maker import PageMaker, fullest, size_and_reach, term_link
from generator.render.page_views import HomeView, WayView

_RECENT = 6
"""Articles."""
_TERMS = 6
"""Of each kind."""
_KINDS = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS, Kind.PUBLICATIONS, Kind.AUTHORS)


def home_page(maker: PageMaker) -> OutputFile:
    """`index.html`."""
    archive, words = maker.archive, maker.words
    shown = [article for article in archive.articles if not article.meta.withdrawn]
    dated = [article.slug for article in shown if article.meta.date]
    # A small archive has room for articles of unknown date too; its list is then in no order of date.
    undated = [article.slug for article in shown if not article.meta.date][: max(0, _RECENT - len(dated))]
    view = HomeView(
        size=size_and_reach(archive, words),
        chart=chart_of_years(archive, words),
        recent_heading=words("home.some" if undated else "home.recent"),
        recent=tuple(maker.entry(slug) for slug in [*reversed(dated[-_RECENT:]), *undated]),
        ways=tuple(_ways(maker)),
    )
    return maker.page(maker.page_view("index.html", "home", "", description=archive.config.description), view)


def _ways(maker: PageMaker) -> Iterator[WayView]:
    for kind in _KINDS:
        terms = maker.archive.terms[kind]
        if terms:
            yield WayView(
                title=maker.words(f"page.{kind}"),
                path=f"{kind}/index.html",
                number=maker.words(f"count.{kind}", n=len(terms)),
                terms=tuple(map(term_link, fullest(terms, _TERMS))),
            )
