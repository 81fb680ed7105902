"""The ways into the middle of a term's long list: its pages, called by the years of the articles on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.archive.values import Term
from generator.render.dates import show_years, year_of
from generator.render.lists import page_path
from generator.render.page_maker import PageMaker
from generator.render.views import LinkView

_MOST = 30
"""Pages: of more no reader looks for one by its years."""


def term_parts(maker: PageMaker, term: Term) -> tuple[LinkView, ...]:
    """The pages of a term's list, the first too: `2001 to 2004`, `2004 to 2007`; none where there is only one.

    They stand on the term's pages and beside its name in the list of its kind. So an article on any of them is three
    clicks from the home page, which leads to the list, or to a letter of it.
    """
    per_page = maker.archive.config.per_page
    total = -(-len(term.articles) // per_page)
    if not 1 < total <= _MOST:
        return ()
    labels = [_years(maker, term.articles[page * per_page : (page + 1) * per_page]) for page in range(total)]
    paths = (page_path(term.page, number) for number in range(1, total + 1))
    return tuple(map(LinkView, _told_apart(labels), paths))


def _years(maker: PageMaker, slugs: tuple[str, ...]) -> str:
    """What the dates of articles that stand in the order of time reach over."""
    dates = [maker.archive.by_slug[slug].meta.date for slug in slugs]
    years = [year for date in dates if (year := year_of(date))]
    told = [show_years(min(years), max(years), maker.words)] if years else []
    if not years or None in dates:
        told.append(maker.words("date.unknown"))
    return maker.words("list.comma").join(told)


def _told_apart(labels: list[str]) -> Iterator[str]:
    """A year that fills several pages is counted through: `2007`, `2007 (2)`."""
    seen: Counter[str] = Counter()
    for label in labels:
        seen[label] += 1
        yield label if seen[label] == 1 else f"{label} ({seen[label]})"
