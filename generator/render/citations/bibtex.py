"""Writes BibTeX, in the form that BibLaTeX reads too: https://ctan.org/pkg/biblatex, section 2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.render.citations.item import Item, ItemKind
from generator.render.citations.names import Name

MEDIA_TYPE = "application/x-bibtex"

# TeX reads these as commands. Braces must not be written as \{, since BibTeX counts them all the same.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
# Addresses are taken as they are; only what would end the field or begin a command is encoded.
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def bibtex(item: Item) -> str:
    """One entry, ending in a line end. Its key is the article's slug: ASCII, unique, the same at every build.

    Text stays Unicode. A title is in two pairs of braces, so that no style changes the case of its letters. `year` and
    `month` are for BibTeX, `date` for BibLaTeX, which reads EDTF; all are left out where the date is not known.
    """
    kind = "article" if item.kind is ItemKind.ARTICLE else "online"
    return f"@{kind}{{{item.slug},\n" + "".join(f"  {name} = {value},\n" for name, value in _fields(item)) + "}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    if item.authors:
        yield "author", _braced(" and ".join(_name(name) for name in item.authors))
    yield "title", _braced(_braced(_text(item.title)))
    yield "journal" if item.kind is ItemKind.ARTICLE else "organization", _braced(_text(item.container))
    if item.kind is ItemKind.ARTICLE:
        yield "entrysubtype", "{newspaper}"
    yield from _date(item)
    if item.address:
        yield "url", _braced(item.address.translate(_IN_ADDRESS))
    yield "language", _braced(_text(item.language))
    if item.keywords:
        # A comma would part a keyword in two.
        yield "keywords", _braced(", ".join(_text(word.replace(",", " ")) for word in item.keywords))
    if item.summary:
        yield "abstract", _braced(_text(item.summary))
    if item.rights:
        yield "copyright", _braced(_text(item.rights))
    note = note_of(item)
    if note:
        yield "note", _braced(_text(note))


def note_of(item: Item) -> str:
    """What has no field of its own: that the text was taken down, and where this archive has it."""
    place = f"Archived in {item.archive}" + (f", {item.page}" if item.page else "")
    reason = f"Withdrawn: {item.withdrawn.rstrip('. ')}" if item.withdrawn else ""
    return ". ".join(filter(None, (reason, "" if item.is_only_here else place)))


def _date(item: Item) -> Iterator[tuple[str, str]]:
    if item.issued is None:
        return
    yield "date", _braced(item.issued.edtf)
    yield "year", _braced(f"{item.issued.year:04}")
    moment = item.issued.moment
    if moment and moment.month:
        yield "month", _MONTHS[moment.month - 1]


def _name(name: Name) -> str:
    if not name.family:
        return _braced(_text(name.literal))
    parts = (name.full_family, name.suffix, name.given)
    return ", ".join(_text(part) for part in parts if part)


def _text(text: str) -> str:
    if not text.isprintable() or "  " in text:
        text = _CONTROL.sub(" ", text)
    return _SPECIAL.sub(_command, " ".join(text.split()))


def _command(sign: re.Match[str]) -> str:
    return _COMMANDS[sign[0]]


def _braced(text: str) -> str:
    return f"{{{text}}}"
