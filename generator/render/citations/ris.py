"""Writes RIS, the tagged lines that most reference managers import: one `XX  - value` a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.render.citations.bibtex import note_of
from generator.render.citations.date_text import PLAIN, date_text
from generator.render.citations.issued import Issued
from generator.render.citations.item import Item, ItemKind

MEDIA_TYPE = "application/x-research-info-systems"

_BREAK = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\s]+")


def ris(item: Item) -> str:
    """One record, its lines ending in CR LF as the format has it."""
    return "".join(f"{tag}  - {_on_one_line(value)}\r\n" for tag, value in _lines(item))


def _on_one_line(text: str) -> str:
    # Most values need no mending.
    return text.strip() if text.isprintable() and "  " not in text else _BREAK.sub(" ", text).strip()


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if item.kind is ItemKind.ARTICLE else "ELEC"
    yield "ID", item.slug
    for name in item.authors:
        # A comma would part a name that is whole.
        yield "AU", name.inverted if name.family else name.literal.replace(",", " ")
    yield "TI", item.title
    yield "T2", item.container
    if item.issued:
        yield "PY", f"{item.issued.year:04}"
        yield "DA", _date(item.issued)
    if item.address:
        yield "UR", item.address
    yield "LA", item.language
    for keyword in item.keywords:
        yield "KW", keyword
    if item.summary:
        yield "AB", item.summary
    if not item.is_only_here:
        yield "DB", item.archive
    for note in (f"Rights: {item.rights}" if item.rights else "", note_of(item)):
        if note:
            yield "N1", note
    yield "ER", ""


def _date(issued: Issued) -> str:
    """`2007/04/23/`, `2007/10//`; in words behind the third slash what has no place before it: `2005///ca. 2005`."""
    if not issued.is_exact or issued.first is None:
        return f"{issued.year:04}///{date_text(issued, PLAIN).replace('/', ' ')}"
    year, month, day = issued.first.year, issued.first.month, issued.first.day
    return "/".join([f"{year:04}", f"{month:02}" if month else "", f"{day:02}" if day else "", ""])
