"""Text with italics and links, as citations are made of, and how titles are quoted and sentences ended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of text that is all one thing."""

    text: str
    italic: bool = False
    address: str = ""
    """Where the stretch leads."""
    language: str = ""
    """BCP 47, of a title; the rest of a citation is English."""


Runs = tuple[Run, ...]

_STOPS = (".", "?", "!", "…")
_CLOSING_MARKS = "”’\"'"


def plain(runs: Runs) -> str:
    """The text without italics and links."""
    return "".join(run.text for run in runs)


def joined(parts: Iterable[Runs], between: str) -> Runs:
    """The parts that are not empty, with `between` between them."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs += [Run(between), *part] if runs else part
    return tuple(runs)


def ended(runs: Runs) -> Runs:
    """A sentence, with the full stop that it may still lack."""
    if not runs:
        return ()
    text = runs[-1].text.rstrip(_CLOSING_MARKS)
    if not text and len(runs) > 1:
        text = runs[-2].text.rstrip(_CLOSING_MARKS)
    # What ends an address does not end a sentence.
    return runs if text.endswith(_STOPS) and not runs[-1].address else (*runs, Run("."))


def quoted(title: str, language: str, sign: str) -> Runs:
    """A title in quotation marks with the sign after it, `.` or `,`, inside them as Americans set it.

    Quotation marks within become single ones, and those within these double again. A title that ends in `?` or `!`
    takes no full stop, but in a note the comma (CMOS 17, 6.125 and 14.96). The case of its letters stays, though
    Chicago and MLA want capitals and APA small letters: which words of a title are names the archive does not know,
    and in other languages than English neither rule holds.
    """
    return Run("“"), Run(_signed(_with_single_marks(title), sign), language=language), Run("”")


_CLOSING = re.compile(r"[’”]+$")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.|\b(?:Jr|Sr|Co|Inc|Ltd|Corp|Bros|Gen|vs|etc|No|St|Mt|Dr|al))\.$|\b[A-Z]\.$")


def _signed(title: str, sign: str) -> str:
    match = _CLOSING.search(title)
    # Without an opening one before it, it is an apostrophe: “The Joneses’.”
    is_quotation = match is not None and ("‘" in title or "“" in title)
    core, marks = (title[: match.start()], match[0]) if match and is_quotation else (title, "")
    if sign == ".":
        return title if core.endswith(_STOPS) else core + sign + marks
    if core.endswith(".") and not core.endswith("..") and not _ABBREVIATION.search(core):
        core = core[:-1]
    return core.rstrip(",") + sign + marks


_DOUBLE = re.compile(r"“([^“”]*)”")
_STRAIGHT = re.compile(r'(?<!\w)"([^"]+)"(?!\w)')
_SINGLE = re.compile(r"(?<!\w)‘([^‘]*?)’(?!\w)")


def _with_single_marks(title: str) -> str:
    """English double quotation marks as single ones, single ones within them as double. „German“ and «French» stay."""
    if "„" in title:
        return title
    title = _STRAIGHT.sub(r"“\1”", title)
    return _DOUBLE.sub(lambda match: "‘" + _SINGLE.sub(r"“\1”", match[1]) + "’", title)


def linked(address: str, *, with_scheme: bool = True) -> Runs:
    """An address that leads to itself; nothing where there is none."""
    shown = address if with_scheme else re.sub(r"^https?://", "", address)
    return (Run(shown, address=address),) if address else ()


def italic(text: str, language: str = "") -> Runs:
    return (Run(text, italic=True, language=language),) if text else ()


def roman(text: str) -> Runs:
    return (Run(text),) if text else ()
