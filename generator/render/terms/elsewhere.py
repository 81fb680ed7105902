"""Names the addresses of the same thing on other sites: `Wikidata Q207` rather than the bare address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)

# The sites' own names are the same in every language. What is in brackets follows the name.
_SITES = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("Wikidata", r"(?:m\.)?wikidata\.org/(?:wiki|entity)/(?:Special:EntityData/)?([QPL]\d+)"),
        ("VIAF", r"viaf\.org/(?:viaf/)?(\d+)"),
        ("GeoNames", r"(?:sws\.)?geonames\.org/(\d+)(?:/[^/?#]*)?"),
        ("GND", r"d-nb\.info/gnd/([\dX-]+)"),
        ("ISNI", r"isni\.org/(?:isni/)?(\d{15}[\dX])"),
        ("ORCID", r"orcid\.org/((?:\d{4}-){3}\d{3}[\dX])"),
        ("Library of Congress", r"id\.loc\.gov/authorities/(?:names|subjects)/([a-z]+\d+)(?:\.html)?"),
        ("BnF", r"(?:data|catalogue)\.bnf\.fr/(?:[a-z]{2}/)?(?:ark:/12148/)?([a-z0-9]+)"),
        ("OpenStreetMap", r"openstreetmap\.org/((?:node|way|relation)/\d+)"),
        ("Wikipedia", r"([a-z-]+)(?:\.m)?\.wikipedia\.org/wiki/([^?#]+)"),
    )
)

_LONGEST = 60
"""Characters of an address without a name that are shown."""


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """A link to the same thing on another site."""

    text: str
    address: str


def elsewhere(address: str) -> ElsewhereView:
    """The link to `address`, by its site's name where that is known, else by the address without what all share."""
    rest = _SCHEME.sub("", address, count=1).rstrip("/")
    for name, pattern in _SITES:
        found = pattern.fullmatch(rest)
        if found:
            return ElsewhereView(f"{name} {_entry(found)}", address)
    plain = unquote(rest)
    return ElsewhereView(plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…", address)


def _entry(found: re.Match[str]) -> str:
    """`Q207`, or `en: Prague Castle` where the site has several languages."""
    if found.lastindex == 1:
        return found[1]
    return f"{found[1]}: {unquote(found[2]).replace('_', ' ')}"
