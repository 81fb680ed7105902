"""The timeline: all articles year by year, on one page or, in a large archive, on pages for each year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.output_file import OutputFile
from generator.render.chart import chart_of_years
from generator.render.dates import year_of
from generator.render.list_views import TimelineView, YearsView
from generator.render.lists import grouped_by_year, numbered, parted, year_anchor, year_label
from generator.render.page_maker import PageMaker, size_and_reach
from generator.render.views import LinkView, PagesView

TIMELINE = "timeline.html"

LONGEST_TIMELINE = 250
"""Articles: about 90 kB of HTML. What has more gets a page for each year."""


def timeline_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """`timeline.html`, in which each year has the anchor `y2007`, and in a large archive the years' own pages."""
    slugs = [article.slug for article in maker.archive.articles]
    if len(slugs) <= LONGEST_TIMELINE:
        yield _whole(maker, slugs)
        return
    by_slug = maker.archive.by_slug
    years = [
        (year, list(of_year)) for year, of_year in groupby(slugs, key=lambda slug: year_of(by_slug[slug].meta.date))
    ]
    yield _years(maker, [(year, len(of_year)) for year, of_year in years])
    links = tuple(LinkView(year_label(year, maker.words), _year_page(year), len(of_year)) for year, of_year in years)
    for year, of_year in years:
        yield from _year(maker, year, of_year, links)


def _whole(maker: PageMaker, slugs: list[str]) -> OutputFile:
    groups = grouped_by_year(maker, slugs)
    view = TimelineView(
        size=size_and_reach(maker.archive, maker.words),
        groups=groups,
        years=tuple(LinkView(group.label, f"{TIMELINE}#{group.anchor}", len(group.entries)) for group in groups),
        pages=PagesView(1, 1, (), None, None),
    )
    return maker.page(maker.page_view(TIMELINE, "timeline", maker.words("page.timeline")), view)


def _years(maker: PageMaker, years: list[tuple[int | None, int]]) -> OutputFile:
    view = YearsView(
        size=size_and_reach(maker.archive, maker.words),
        chart=chart_of_years(maker.archive, maker.words),
        years=tuple(
            (year_anchor(year), LinkView(year_label(year, maker.words), _year_page(year), count))
            for year, count in years
        ),
    )
    return maker.page(maker.page_view(TIMELINE, "timeline", maker.words("page.timeline")), view, "years.html")


def _year(maker: PageMaker, year: int | None, slugs: list[str], links: tuple[LinkView, ...]) -> Iterator[OutputFile]:
    words = maker.words
    for sheet in parted(slugs, _year_page(year), maker.archive.config.per_page, words):
        view = TimelineView(
            size=words("count.articles", n=len(slugs)),
            groups=grouped_by_year(maker, sheet.items),
            years=links,
            pages=sheet.pages,
        )
        title = numbered(f"{words('page.timeline')}: {year_label(year, words)}", sheet, words)
        yield maker.page(maker.page_view(sheet.path, "timeline", title), view)


def _year_page(year: int | None) -> str:
    return f"timeline/{year_anchor(year).removeprefix('y')}.html"
