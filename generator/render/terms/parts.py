"""The ways into the middle of a term's long list: its pages, called by the years of the articles on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.archive.values import Term
from generator.render.lists.sheets import page_path
from generator.render.page.dates import show_years
from generator.render.page.maker import PageMaker
from generator.render.page.views import LinkView

MOST_LISTED = 30
"""Links beside a name in the list of its kind, where a hundred other names stand."""

_ALL_LISTED = 600
"""Links beside all the names of a page of that list: about 50 kB."""


def term_parts(maker: PageMaker, term: Term, most: int = MOST_LISTED) -> tuple[LinkView, ...]:
    """The pages of a term's list, the first too: `2001 to 2004`, `2004 to 2007`; none where there is only one.

    They stand on the term's pages and beside its name in the list of its kind. So an article on any of them is three
    clicks from the home page, which leads to the list, or to a letter of it. Where there are more pages than `most`,
    several stand together under one link, which leads to the first of them; each has its number at the foot of the
    term's pages.
    """
    per_page = maker.archive.config.per_page
    total = _pages(maker, term)
    if total < 2 or most < 2:
        return ()
    step = -(-total // most)
    starts = range(0, total, step)
    labels = [_years(maker, term.articles[page * per_page : (page + step) * per_page]) for page in starts]
    paths = (page_path(term.page, page + 1) for page in starts)
    return tuple(map(LinkView, _told_apart(labels), paths))


def most_listed(maker: PageMaker, terms: Iterable[Term]) -> int:
    """How many links may stand beside each of the names that stand on one page of a list."""
    pages = [_pages(maker, term) for term in terms]
    most = MOST_LISTED
    while sum(min(total, most) for total in pages if total > 1) > _ALL_LISTED and most > 1:
        most -= 1
    return most


def _pages(maker: PageMaker, term: Term) -> int:
    return -(-len(term.articles) // maker.archive.config.per_page)


def _years(maker: PageMaker, slugs: tuple[str, ...]) -> str:
    """What the dates of articles that stand in the order of time reach over."""
    all_years = [maker.archive.by_slug[slug].year for slug in slugs]
    years = list(filter(None, all_years))
    told = [show_years(min(years), max(years), maker.words)] if years else []
    if not years or None in all_years:
        told.append(maker.words("date.unknown"))
    return maker.words("list.comma").join(told)


def _told_apart(labels: list[str]) -> Iterator[str]:
    """A year that fills several pages is counted through: `2007`, `2007 (2)`."""
    seen: Counter[str] = Counter()
    for label in labels:
        seen[label] += 1
        yield label if seen[label] == 1 else f"{label} ({seen[label]})"
