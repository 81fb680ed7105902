"""Articles in the order of time: under years, months where a year has many, and days that several share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.articles.article import Article
from generator.render.lists.sheets import year_anchor, year_label
from generator.render.lists.views import DayView, StretchView
from generator.render.page.dates import show_day
from generator.render.page.maker import PageMaker
from generator.render.words.catalogue import Words

MONTHS_FROM = 36
"""Articles of a year from which its months are named: three a month. Each day's label has its month's name anyway."""


def by_year(articles: Iterable[Article]) -> list[tuple[int | None, list[Article]]]:
    """The years, as `Article.year` gives them, each with its articles as the timeline has them.

    First what has no known month (a year, a season, a range of years), then by the earliest day; of the dates that
    begin on one day the vaguer first, so that `2007-01` does not part the articles of `2007-01-01`.
    """
    return [
        (year, sorted(of_year, key=_place)) for year, of_year in groupby(articles, key=lambda article: article.year)
    ]


def month_of(article: Article) -> int:
    """The month of the article's date, 1 to 12; 0 where it is not known."""
    when = article.meta.date
    return 0 if when is None else when.month


def has_months(articles: Sequence[Article]) -> bool:
    """Whether the articles of a year, in the timeline's order, are parted into months."""
    return len(articles) >= MONTHS_FROM and month_of(articles[0]) != month_of(articles[-1])


def stretch_of_year(maker: PageMaker, year: int | None, articles: Sequence[Article]) -> StretchView:
    """A year of the timeline with its articles, or its months with theirs."""
    label, anchor = year_label(year, maker.words), year_anchor(year)
    if not has_months(articles):
        return StretchView(label, anchor, tuple(_days(maker, articles)))
    monthless = [article for article in articles if not month_of(article)]
    months = stretches_of_months(maker, year, articles[len(monthless) :])
    return StretchView(label, anchor, tuple(_days(maker, monthless)), months)


def stretches_of_months(maker: PageMaker, year: int | None, articles: Iterable[Article]) -> tuple[StretchView, ...]:
    """The months of a year's articles, which stand in the timeline's order."""
    return tuple(
        StretchView(month_label(month, maker.words), month_anchor(year, month), tuple(_days(maker, of_month)))
        for month, of_month in groupby(articles, key=month_of)
    )


def month_label(month: int, words: Words) -> str:
    return words.month_heading(month) if month else words("timeline.monthless")


def month_anchor(year: int | None, month: int) -> str:
    """The `id` of a month's group: `y2007-04`, and `y2007-00` for what has no known month."""
    return f"{year_anchor(year)}-{month:02}"


def _days(maker: PageMaker, articles: Iterable[Article]) -> Iterator[DayView]:
    for when, of_day in groupby(articles, key=lambda article: article.meta.date):
        entries = tuple(maker.entry(article.slug) for article in of_day)
        shown = show_day(when, maker.words)
        if when is None:
            # That nothing is known of their dates is nothing that they share.
            yield from (DayView(shown, (entry,)) for entry in entries)
        else:
            yield DayView(shown, entries)


def _place(article: Article) -> tuple[int, date, int, str, str]:
    when = article.meta.date
    if when is None:
        return 0, date.max, 0, "", article.slug
    return month_of(article), when.earliest, -when.latest.toordinal(), when.text, article.slug
