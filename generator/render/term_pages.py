"""The pages of people, places, organizations, publications, authors and tags: a list of each kind, a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.values import Kind, Term
from generator.output_file import OutputFile
from generator.render.dates import show_years, year_of
from generator.render.list_views import TermListView, TermView
from generator.render.lists import grouped_by_year, numbered, parted
from generator.render.page_maker import PageMaker, term_link
from generator.render.views import LinkView
from generator.render.words.catalogue import Words


def term_list_pages(maker: PageMaker, kind: Kind) -> Iterator[OutputFile]:
    """The list of all terms of a kind, in the order of their names; no page where there is none."""
    terms = maker.archive.terms[kind]
    if not terms:
        return
    for sheet in parted(terms, f"{kind}/index.html", maker.archive.config.per_page, maker.words):
        view = TermListView(
            size=maker.words(f"count.{kind}", n=len(terms)),
            terms=tuple(map(term_link, sheet.items)),
            pages=sheet.pages,
        )
        title = numbered(maker.words(f"page.{kind}"), sheet, maker.words)
        yield maker.page(maker.page_view(sheet.path, "terms", title), view)


def term_pages(maker: PageMaker, kind: Kind) -> Iterator[OutputFile]:
    """The pages of each term of a kind, with its articles in the order of time."""
    for term in maker.archive.terms[kind]:
        yield from _pages_of_term(maker, term)


def _pages_of_term(maker: PageMaker, term: Term) -> Iterator[OutputFile]:
    words = maker.words
    authority = term.authority
    for sheet in parted(term.articles, term.page, maker.archive.config.per_page, words):
        view = TermView(
            kind=LinkView(words(f"term.of.{term.kind}"), f"{term.kind}/index.html"),
            name=term.name,
            size=_size(maker, term),
            description=authority.description if authority else "",
            variants=authority.variants if authority else (),
            coordinates=_coordinates(authority.coordinates, words) if authority and authority.coordinates else "",
            links=authority.links if authority else (),
            groups=grouped_by_year(maker, sheet.items),
            pages=sheet.pages,
        )
        title = numbered(term.name, sheet, words)
        yield maker.page(maker.page_view(sheet.path, "term", title, description=view.description), view)


def _size(maker: PageMaker, term: Term) -> str:
    """`12 articles, 2001 to 2017`."""
    count = maker.words("count.articles", n=len(term.articles))
    years = [year for slug in term.articles if (year := year_of(maker.archive.by_slug[slug].meta.date))]
    return f"{count}, {show_years(min(years), max(years), maker.words)}" if years else count


def _coordinates(coordinates: tuple[float, float], words: Words) -> str:
    """`55.76° N, 37.62° E`."""
    latitude, longitude = coordinates
    return words(
        "term.coordinates_value",
        latitude=f"{abs(latitude):.2f}",
        north_south=words("term.north" if latitude >= 0 else "term.south"),
        longitude=f"{abs(longitude):.2f}",
        east_west=words("term.east" if longitude >= 0 else "term.west"),
    )
