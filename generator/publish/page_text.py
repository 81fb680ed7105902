"""Reads from a page's HTML what links need: the addresses that it uses, and the names that an address can end in."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINKING = ("href", "action", "formaction")
_EMBEDDING = ("src", "poster")
_REFRESH = re.compile(r"[\d.\s]*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_WANTED = ", ".join([*(f"[{name}]" for name in ("id", *_LINKING, *_EMBEDDING)), "a[name]", "meta[http-equiv]"])


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page links to and offers."""

    links: set[str]
    """Addresses that a reader can follow: `href`, `action` and those of a refresh, with `&amp;` and the like undone."""
    embedded: set[str]
    """Addresses that the browser fetches by itself: `src` and `poster`."""
    anchors: set[str]
    """Each `id`, and each `name` of an `a`."""


def read_page(html: str) -> PageText:
    """What the page links to and offers, as a browser's parser reads it."""
    from selectolax.lexbor import LexborHTMLParser

    page = PageText(set(), set(), set())
    for element in LexborHTMLParser(html).css(_WANTED):
        for name, value in element.attributes.items():
            if name == "id" or (name == "name" and element.tag == "a"):
                page.anchors.add(value or "")
            elif name in _LINKING:
                page.links.add(value or "")
            elif name in _EMBEDDING:
                page.embedded.add(value or "")
        if element.tag == "meta":
            page.links.update(_refreshed(element.attributes))
    return page


def _refreshed(attributes: dict[str, str | None]) -> list[str]:
    """Where a `meta` leads of itself."""
    leads = (attributes.get("http-equiv") or "").lower() == "refresh"
    refresh = _REFRESH.match(attributes.get("content") or "") if leads else None
    return [refresh[1]] if refresh else []
