"""What all lists share: entries in groups, and a long list parted into pages that link to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.archive.values import Archive
from generator.render.lists.filing import Filed
from generator.render.page.maker import PageMaker
from generator.render.page.views import GroupView, LinkView, PagesView
from generator.render.words.catalogue import Words

T = TypeVar("T")

TIMELINE = "timeline.html"

LONGEST_TIMELINE = 200
"""Articles: about 80 kB of HTML, so that long titles stay below 100. What has more gets a page for each year."""

_AROUND = 2
"""How many pages before and after its own a page names, besides the first and the last."""

_MOST_NUMBERS = 150
"""Pages that are all named where that is asked for: about 10 kB. Of more, as many at equal distances."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list."""

    path: str
    items: Sequence[T]
    pages: PagesView


def parted(
    items: Sequence[T], first_page: str, per_page: int, words: Words, *, numbers_from: int | None = None
) -> Iterator[Sheet[T]]:
    """The list on as many pages as it needs, at least one; the first is at `first_page`.

    Each names those around it. Where there are more than `numbers_from`, it names all, as far as that goes.
    """
    total = max(1, -(-len(items) // per_page))
    names_all = numbers_from is not None and total > numbers_from
    named = range(1, total + 1, -(-total // _MOST_NUMBERS)) if names_all else range(0)
    for number in range(1, total + 1):
        start = (number - 1) * per_page
        pages = _pages_view(first_page, number, total, words, named)
        yield Sheet(page_path(first_page, number), items[start : start + per_page], pages)


def page_path(first_page: str, number: int) -> str:
    """`people/index.html` goes on at `people/page-2.html`, `people/jo-doe.html` at `people/jo-doe/page-2.html`."""
    if number == 1:
        return first_page
    folder = first_page.removesuffix(".html").removesuffix("/index")
    return f"{folder}/page-{number}.html"


def _pages_view(first_page: str, number: int, total: int, words: Words, named: range) -> PagesView:
    near = range(number - _AROUND, number + _AROUND + 1)
    shown = sorted({1, total, *named, *(page for page in near if 1 <= page <= total)})
    links: list[LinkView | None] = []
    before = 0
    for page in shown:
        if page > before + named.step:
            links.append(None)
        links.append(LinkView(words.number(page), page_path(first_page, page)))
        before = page
    return PagesView(
        number=number,
        total=total,
        links=tuple(links),
        previous=page_path(first_page, number - 1) if number > 1 else None,
        next=page_path(first_page, number + 1) if number < total else None,
    )


def numbered(title: str, sheet: Sheet[T], words: Words) -> str:
    """The title of a page of a list: from the second page on it says which it is."""
    return title if sheet.pages.number == 1 else words("page.numbered", title=title, n=sheet.pages.number)


def ways_to_groups(sheets: Iterable[Sheet[T]], group_of: Callable[[T], tuple[str, str]]) -> tuple[LinkView, ...]:
    """The way to where each group of a list begins, on whichever of its pages, with the number of what is in it.

    `group_of` gives the label and the anchor of an item's group. The items of a group stand together.
    """
    first: dict[tuple[str, str], str] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for sheet in sheets:
        for item in sheet.items:
            group = group_of(item)
            first.setdefault(group, sheet.path)
            counts[group] += 1
    return tuple(LinkView(group[0], f"{path}#{group[1]}", counts[group]) for group, path in first.items())


def ways_to_letters(sheets: Iterable[Sheet[tuple[Filed, T]]], words: Words) -> tuple[LinkView, ...]:
    """The ways to the letters of a list from A to Z."""
    return ways_to_groups(sheets, lambda item: (item[0].label(words), item[0].anchor))


def grouped_by_year(maker: PageMaker, slugs: Iterable[str]) -> tuple[GroupView, ...]:
    """Articles that stand in the order of time, under the years of their earliest days; without a date at the end."""
    groups = groupby(slugs, key=lambda slug: maker.archive.by_slug[slug].year)
    return tuple(
        GroupView(year_label(year, maker.words), year_anchor(year), tuple(map(maker.entry, group)))
        for year, group in groups
    )


def year_label(year: int | None, words: Words) -> str:
    """The heading over the articles of a year, as `Article.year` gives it."""
    if year is None:
        return words("timeline.undated")
    return str(year) if year else words("timeline.early")


def year_anchor(year: int | None) -> str:
    """The `id` of a year's group: `y2007`, `undated`."""
    if year is None:
        return "undated"
    return f"y{year}" if year else "early"


def has_year_pages(archive: Archive) -> bool:
    """Whether the timeline is too long for one page, so that each year has its own."""
    return archive.count > LONGEST_TIMELINE


def year_path(archive: Archive, year: int | None) -> str:
    """Where the timeline has the articles of a year: `timeline/2007.html`, or `timeline.html#y2007`."""
    anchor = year_anchor(year)
    return f"timeline/{anchor.removeprefix('y')}.html" if has_year_pages(archive) else f"{TIMELINE}#{anchor}"
