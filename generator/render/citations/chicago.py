"""Citations in notes and bibliography by *The Chicago Manual of Style*, 18th edition (2024)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.render.citations.date_text import CHICAGO, date_text
from generator.render.citations.item import Item, ItemKind
from generator.render.citations.names import Name
from generator.render.citations.runs import Runs, ended, italic, joined, linked, quoted, roman

_ALL_IN_BIBLIOGRAPHY = 6
_SOME_IN_BIBLIOGRAPHY = 3
_ALL_IN_NOTE = 2
_NO_DATE = "n.d."


def chicago_bibliography(item: Item) -> Runs:
    """`Writer, A. “Title.” *Daily Example*, April 23, 2007. https://… Archive, https://…`

    13.23: up to six authors are named, of more the first three; only the first is turned round. Chapter 14, on
    newspapers and magazines: the paper in italics without its *The*, under whose name an unsigned article stands; on
    websites: the site's name in roman. `n.d.` where there is no date: the manual would have a date of access in its
    place, which is the reader's to add.
    """
    title = quoted(item.title, item.language, ".")
    container, date = _container(item), _date(item)
    if item.authors or item.kind is ItemKind.WEB_PAGE:
        parts = [roman(_in_bibliography(item.authors)), title, joined([container, roman(date)], ", ")]
    else:
        # Alone, the date begins a sentence.
        parts = [container, title, roman("N.d." if date == _NO_DATE else date)]
    parts += [_address(item), _archive(item)]
    return joined((ended(part) for part in parts), " ")


def chicago_note(item: Item) -> Runs:
    """`A. Writer, “Title,” *Daily Example*, April 23, 2007, https://…, Archive, https://…`

    13.23: two authors are named, of more the first.
    """
    authors = joined([roman(_in_note(item.authors)), quoted(item.title, item.language, ",")], ", ")
    rest = joined([_container(item), roman(_date(item)), _address(item), _archive(item)], ", ")
    return ended(joined([authors, rest], " "))


def _container(item: Item) -> Runs:
    return italic(_without_the(item.container)) if item.kind is ItemKind.ARTICLE else roman(item.container)


def _address(item: Item) -> Runs:
    """Where its container has the article."""
    return linked(item.page if item.is_only_here else item.first_published)


def _archive(item: Item) -> Runs:
    """Where the article was read: this archive, unless that is its container already."""
    return () if item.is_only_here else joined([roman(item.archive), linked(item.page)], ", ")


def _date(item: Item) -> str:
    return date_text(item.issued, CHICAGO) if item.issued else _NO_DATE


def _without_the(publication: str) -> str:
    """Names of papers lose an English article at their beginning."""
    return publication.removeprefix("The ") or publication


def _in_bibliography(authors: Sequence[Name]) -> str:
    if not authors:
        return ""
    shown = authors if len(authors) <= _ALL_IN_BIBLIOGRAPHY else authors[:_SOME_IN_BIBLIOGRAPHY]
    names = [shown[0].inverted, *(name.straight for name in shown[1:])]
    if len(shown) < len(authors):
        return ", ".join([*names, "et al."])
    if len(names) == 1:
        return names[0]
    # Two names need the comma only where the first is turned round.
    comma = "," if len(names) > 2 or authors[0].family else ""
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"


def _in_note(authors: Sequence[Name]) -> str:
    if len(authors) > _ALL_IN_NOTE:
        return f"{authors[0].straight} et al."
    return " and ".join(name.straight for name in authors)
