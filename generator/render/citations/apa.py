"""Entries of a reference list by the *Publication Manual of the American Psychological Association*, 7th edition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.render.citations.date_text import APA, date_text
from generator.render.citations.item import Item, ItemKind
from generator.render.citations.names import Name
from generator.render.citations.runs import Run, Runs, ended, italic, joined, linked, roman

_ALL = 20


def apa(item: Item) -> Runs:
    """`Writer, A. (2007, April 23). Title. *The Daily Example*. https://…`

    9.8: up to twenty authors are named, of more the first nineteen and the last. 9.12: without an author the title
    comes first. 9.17: `n.d.` where there is no date. 10.1 and 10.16: the name of a paper is in italics, of a website
    the title of the page. 9.30 and 9.35: one address, which ends without a full stop; an archive is named where it is
    what leads to the work, so the address here is the archive's where it is known. Titles keep their case: 6.17 wants
    only names in capitals, and which words are names the archive does not know.
    """
    is_article = item.kind is ItemKind.ARTICLE
    title: Runs = (Run(item.title, italic=not is_article, language=item.language),)
    when = roman(f"({date_text(item.issued, APA) if item.issued else 'n.d.'})")
    authors = roman(_authors(item.authors))
    container = italic(item.container) if is_article else roman(item.container)
    lead = [authors, when, title] if item.authors else [title, when]
    parts = [*lead, container, _archive(item)]
    return joined([*(ended(part) for part in parts), linked(item.page or item.first_published)], " ")


def _archive(item: Item) -> Runs:
    is_read_here = bool(item.page) or not item.first_published
    return () if item.is_only_here or not is_read_here else roman(item.archive)


def _authors(authors: Sequence[Name]) -> str:
    names = [_with_initials(name) for name in authors]
    if len(names) > _ALL:
        return f"{', '.join(names[: _ALL - 1])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _with_initials(name: Name) -> str:
    if not name.family:
        return name.literal
    return ", ".join(filter(None, (name.full_family, _initials(name.given), name.suffix)))


def _initials(given: str) -> str:
    """`J.-P. R.` of `Jean-Paul R.`; 9.8."""
    return " ".join(
        "-".join(f"{part[0]}." for part in name.split("-") if part) for name in re.split(r"[\s.]+", given) if name
    )
