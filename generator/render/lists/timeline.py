"""The timeline: all articles in the order of time, on one page or, in a large archive, on pages for each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.articles.article import Article
from generator.output_file import OutputFile
from generator.render.lists.chart import chart_of_years
from generator.render.lists.days import (
    by_year,
    has_months,
    month_anchor,
    month_label,
    month_of,
    stretch_of_year,
    stretches_of_months,
)
from generator.render.lists.sheets import (
    TIMELINE,
    has_year_pages,
    numbered,
    parted,
    ways_to_groups,
    year_anchor,
    year_label,
    year_path,
)
from generator.render.lists.views import TimelineView, YearsView
from generator.render.page.maker import PageMaker, size_and_reach
from generator.render.page.views import LinkView, PagesView

_MOST_YEARS = 24
"""Years that the page of a year names, all told; of more only the outermost and those around its own."""
_AROUND = 5

_Year = tuple[int | None, list[Article]]


def timeline_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """`timeline.html`, in which each year has the anchor `y2007`, and in a large archive the years' own pages."""
    years = by_year(maker.archive.articles)
    if not has_year_pages(maker.archive):
        yield _whole(maker, years)
        return
    yield _years(maker, years)
    links = [_link(maker, year) for year in years]
    for position, (year, articles) in enumerate(years):
        yield from _year(maker, year, articles, _near(links, position))


def _whole(maker: PageMaker, years: list[_Year]) -> OutputFile:
    view = TimelineView(
        size=size_and_reach(maker.archive, maker.words),
        stretches=tuple(stretch_of_year(maker, year, articles) for year, articles in years),
        years=tuple(_link(maker, year) for year in years) if len(years) > 1 else (),
        months=(),
        pages=PagesView(1, 1, (), None, None),
    )
    return maker.page(maker.page_view(TIMELINE, "timeline", maker.words("page.timeline")), view)


def _years(maker: PageMaker, years: list[_Year]) -> OutputFile:
    view = YearsView(
        size=size_and_reach(maker.archive, maker.words),
        chart=chart_of_years(maker.archive, maker.words),
        years=tuple((year_anchor(year[0]), _link(maker, year)) for year in years),
    )
    return maker.page(maker.page_view(TIMELINE, "timeline", maker.words("page.timeline")), view, "years.html")


def _year(
    maker: PageMaker, year: int | None, articles: list[Article], years: tuple[LinkView | None, ...]
) -> Iterator[OutputFile]:
    words = maker.words
    sheets = list(parted(articles, year_path(maker.archive, year), maker.archive.config.per_page, words))
    by_month = has_months(articles)
    months: tuple[LinkView, ...] = ()
    if by_month:
        months = ways_to_groups(
            sheets, lambda article: (month_label(month_of(article), words), month_anchor(year, month_of(article)))
        )
    for sheet in sheets:
        view = TimelineView(
            size=words("count.articles", n=len(articles)),
            stretches=(
                stretches_of_months(maker, year, sheet.items)
                if by_month
                else (stretch_of_year(maker, year, sheet.items),)
            ),
            years=years,
            months=months,
            pages=sheet.pages,
        )
        title = numbered(f"{words('page.timeline')}: {year_label(year, words)}", sheet, words)
        yield maker.page(maker.page_view(sheet.path, "timeline", title), view)


def _link(maker: PageMaker, year: _Year) -> LinkView:
    return LinkView(year_label(year[0], maker.words), year_path(maker.archive, year[0]), len(year[1]))


def _near(links: Sequence[LinkView], position: int) -> tuple[LinkView | None, ...]:
    """All links where they are few, else those around a position and the outermost."""
    if len(links) <= _MOST_YEARS:
        return tuple(links)
    near: list[LinkView | None] = []
    before = -1
    around = range(max(0, position - _AROUND), min(len(links), position + _AROUND + 1))
    for number in sorted({0, *around, len(links) - 1}):
        near += [None] if number > before + 1 else []
        near.append(links[number])
        before = number
    return tuple(near)
