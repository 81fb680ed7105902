"""Entries of a list of works cited by the *MLA Handbook*, 9th edition (2021)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.render.citations.date_text import MLA, date_text
from generator.render.citations.item import Item
from generator.render.citations.names import Name
from generator.render.citations.runs import Runs, ended, italic, joined, linked, quoted, roman


def mla(item: Item) -> Runs:
    """`Writer, A. “Title.” *The Daily Example*, 23 Apr. 2007, example.com/…. *Archive*, archive.example.org/….`

    Chapter 5: two authors are named, of more the first. Each container with its date and location ends in a full stop,
    and the archive is the second one. Names of papers keep their *The*. What is not known is left out, the date too:
    there is no `n.d.` any more. Addresses stand without their `https://`.
    """
    if item.is_only_here:
        containers = [_container(item.archive, item, item.page)]
    else:
        containers = [
            _container(item.container, item, item.first_published),
            joined([italic(item.archive), linked(item.page, with_scheme=False)], ", "),
        ]
    parts = [roman(_authors(item.authors)), quoted(item.title, item.language, "."), *containers]
    return joined((ended(part) for part in parts), " ")


def _container(title: str, item: Item, address: str) -> Runs:
    when = date_text(item.issued, MLA) if item.issued else ""
    return joined([italic(title), roman(when), linked(address, with_scheme=False)], ", ")


def _authors(authors: Sequence[Name]) -> str:
    if not authors:
        return ""
    first = authors[0].inverted
    if len(authors) == 1:
        return first
    return f"{first}, and {authors[1].straight}" if len(authors) == 2 else f"{first}, et al."
