"""The pages of people, places, organizations, publications, authors and tags: a list of each kind, a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.archive.company import CIRCLE_KINDS
from generator.archive.values import Authority, Kind, Term
from generator.output_file import OutputFile
from generator.render.feeds import term_feed_path
from generator.render.lists.sheets import numbered, parted
from generator.render.map.places import locator, map_of_places
from generator.render.page.dates import show_years
from generator.render.page.maker import TOGETHER, PageMaker
from generator.render.page.views import LinkView
from generator.render.terms.apparatus import articles_by_year, chart, company, company_heading, quotes
from generator.render.terms.elsewhere import elsewhere
from generator.render.terms.order import term_groups, term_letters, term_sheets
from generator.render.terms.parts import MOST_LISTED, most_listed, term_parts
from generator.render.terms.views import TermListView, TermView
from generator.render.words.catalogue import Words

_MOST_VARIANTS = 20
"""A name's variants that its page lists: an authority may have hundreds, in all the cases of a language."""


def term_list_pages(maker: PageMaker, kind: Kind) -> Iterator[OutputFile]:
    """The list of all terms of a kind, in the order of their names; no page where there is none."""
    terms = maker.archive.terms[kind]
    if not terms:
        return
    sheets = term_sheets(maker, kind)
    letters = term_letters(maker, sheets)
    for sheet in sheets:
        most = most_listed(maker, (term for _, term in sheet.items))
        view = TermListView(
            size=maker.words(f"count.{kind}", n=len(terms)),
            letters=letters,
            groups=tuple(term_groups(sheet, maker.words, lettered=bool(letters))),
            pages=sheet.pages,
            parts={term.page: of for _, term in sheet.items if (of := term_parts(maker, term, most))},
            together=maker.site.together if kind in CIRCLE_KINDS else "",
            map=map_of_places(maker.archive, maker.words) if kind is Kind.PLACES and sheet.pages.number == 1 else None,
        )
        title = numbered(maker.words(f"page.{kind}"), sheet, maker.words)
        yield maker.page(maker.page_view(sheet.path, "terms", title), view)


def term_pages(maker: PageMaker, kind: Kind, part: slice = slice(None)) -> Iterator[OutputFile]:
    """The pages of each term of a kind, or a part of them, with its articles in the order of time."""
    for term in maker.archive.terms[kind][part]:
        yield from pages_of_term(maker, term)


def pages_of_term(maker: PageMaker, term: Term) -> Iterator[OutputFile]:
    """The page of one term, on as many sheets as its articles need."""
    archive, words = maker.archive, maker.words
    authority = term.authority or Authority(id=term.id, name=term.name)
    sheets = list(parted(term.articles, term.page, archive.config.per_page, words, numbers_from=MOST_LISTED))
    parts = term_parts(maker, term)
    years = [archive.by_slug[slug].year for slug in term.articles]
    size = _size(years, words)
    for sheet in sheets:
        is_first = sheet.pages.number == 1
        view = TermView(
            kind=LinkView(words(f"term.of.{term.kind}"), f"{term.kind}/index.html"),
            name=term.name,
            size=size,
            description=authority.description,
            variants=tuple(_variants(authority.variants, words)),
            coordinates=_coordinates(authority.coordinates, words) if authority.coordinates else "",
            parts=parts,
            links=tuple(map(elsewhere, authority.links)),
            feed=term_feed_path(archive, term),
            chart=chart(years, sheets, words) if is_first else None,
            company_heading=words(company_heading(term)),
            company=tuple(company(maker, term)) if is_first else (),
            together=TOGETHER if is_first and term in archive.circle.terms else "",
            groups=articles_by_year(maker, term, sheet.items),
            quotes=quotes(maker, term, sheet.items),
            pages=sheet.pages,
            locator=locator(term, words) if is_first else None,
        )
        title = numbered(term.name, sheet, words)
        yield maker.page(maker.page_view(sheet.path, "term", title, description=view.description), view)


def _variants(variants: tuple[str, ...], words: Words) -> Iterator[str]:
    """The first of the ways in which a name is written, and how many there are besides."""
    yield from variants[:_MOST_VARIANTS]
    if len(variants) > _MOST_VARIANTS:
        yield words("term.more", n=len(variants) - _MOST_VARIANTS)


def _size(years: Sequence[int | None], words: Words) -> str:
    """`12 articles, 2001 to 2017`, of articles from these years."""
    count = words("count.articles", n=len(years))
    known = [year for year in years if year]
    return f"{count}, {show_years(min(known), max(known), words)}" if known else count


def _coordinates(coordinates: tuple[float, float], words: Words) -> str:
    """`55.76° N, 37.62° E`."""
    latitude, longitude = coordinates
    return words(
        "term.coordinates_value",
        latitude=words.decimal(abs(latitude), 2),
        north_south=words("term.north" if latitude >= 0 else "term.south"),
        longitude=words.decimal(abs(longitude), 2),
        east_west=words("term.east" if longitude >= 0 else "term.west"),
    )
