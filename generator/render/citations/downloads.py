"""One article's entries for reference managers, as `data:` addresses: neither a file nor a script is needed."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.render.citations import bibtex, csl_json, ris
from generator.render.citations.item import Item


class Download(NamedTuple):
    """One article in one format, inside its own link."""

    format: str
    """The format's name, the same in all languages."""
    file_name: str
    """For the link's `download`."""
    address: str
    """For its `href`."""


_FORMATS = (
    ("BibTeX", "bib", bibtex.MEDIA_TYPE, bibtex.bibtex),
    ("RIS", "ris", ris.MEDIA_TYPE, ris.ris),
    ("CSL-JSON", "csl.json", csl_json.MEDIA_TYPE, csl_json.csl_json),
)

# What may not stand in an address as it is, or would be lengthened by HTML's own escapes; the per cent sign first.
_SIGNS = tuple((sign, f"%{ord(sign):02X}") for sign in "% \n\r\"#&'+<>[\\]^`{|}")
_REST = re.compile(rb"[^!-~]+")


def downloads(item: Item) -> tuple[Download, ...]:
    """The article in each format, in the order in which they are shown."""
    return tuple(
        Download(name, f"{item.slug}.{ending}", data_address(media_type, write(item)))
        for name, ending, media_type, write in _FORMATS
    )


def data_address(media_type: str, text: str) -> str:
    """The text as an address of its own, in UTF-8."""
    # Several times as fast as urllib's `quote`, which looks at each byte: a large archive has hundreds of millions.
    for sign, code in _SIGNS:
        text = text.replace(sign, code)
    data = text if text.isascii() and text.isprintable() else _REST.sub(_percent_encoded, text.encode()).decode("ascii")
    return f"data:{media_type};charset=utf-8,{data}"


def _percent_encoded(match: re.Match[bytes]) -> bytes:
    return b"%" + match[0].hex("%").upper().encode()
