"""The order of people, places and other terms in the lists of them, and the letters that lead into long ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.archive.values import Kind, Term
from generator.render.lists.filing import Filed, filed
from generator.render.lists.sheets import Sheet, parted, ways_to_letters
from generator.render.page.maker import PageMaker, term_link
from generator.render.page.views import LinkView
from generator.render.terms.views import TermGroupView
from generator.render.words.catalogue import Words

_LETTERS_FROM = 60
"""Terms: more than a reader sees at once. Fewer stand in one list without letters, if on one page."""

TermSheet = Sheet[tuple[Filed, Term]]


def term_sheets(maker: PageMaker, kind: Kind) -> list[TermSheet]:
    """The pages of the list of all terms of a kind, each under what its authority says, else under its name.

    Names have no article that is passed over: *Die Welt* is at D.
    """
    in_order = sorted(
        ((filed(_sort_name(term)), term) for term in maker.archive.terms[kind]),
        key=lambda item: (item[0].key, item[1].id),
    )
    return list(parted(in_order, f"{kind}/index.html", maker.archive.config.per_page, maker.words))


def _sort_name(term: Term) -> str:
    return (term.authority.sort.strip() if term.authority else "") or term.name


def term_letters(maker: PageMaker, sheets: Sequence[TermSheet]) -> tuple[LinkView, ...]:
    """The ways to the letters of a list; none where it is short and on one page."""
    terms = sum(len(sheet.items) for sheet in sheets)
    return ways_to_letters(sheets, maker.words) if terms >= _LETTERS_FROM or len(sheets) > 1 else ()


def term_groups(sheet: TermSheet, words: Words, *, lettered: bool) -> Iterator[TermGroupView]:
    """The terms of a page under their letters, or all of them under none."""
    if not lettered:
        yield TermGroupView("", "", tuple(term_link(term) for _, term in sheet.items))
        return
    for letter, group in groupby(sheet.items, key=lambda item: (item[0].label(words), item[0].anchor)):
        yield TermGroupView(*letter, tuple(term_link(term) for _, term in group))
