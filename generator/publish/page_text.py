"""Reads from a page's HTML what links need: the addresses that it uses, and the names that an address can end in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

_LINKING = frozenset({"href", "action", "formaction"})
_EMBEDDING = frozenset({"src", "poster"})
_REFRESH = re.compile(r"[\d.\s]*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)

# Most tags have none of these. An `a` has always something.
_WANTED = re.compile(r"\s(?:href|src|id|action|formaction|poster|http-equiv)\b", re.IGNORECASE)
_NAME = r"""[^\s"'<>/=]++"""
_ATTRIBUTE = rf"""\s+{_NAME}(?:\s*=\s*(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`/]++))?+"""
_RAW = "script|style|title|textarea|iframe|noembed|noframes|xmp"
# What can follow a `<`, but for end tags and start tags without attributes. Anything that only the last line describes
# (capitals in a tag's name among it) makes a page odd: a slower parser reads it, which puts up with everything.
_MARKUP = re.compile(
    rf"""<(?:
      (?!(?:{_RAW}|plaintext)\b)(?P<tag>[a-z][a-z0-9:-]*+)(?P<attributes>(?:{_ATTRIBUTE})++)\s*/?>
    | (?P<raw>{_RAW})(?P<raw_attributes>(?:{_ATTRIBUTE})*+)\s*>.*?(?i:</(?P=raw)\s*>)
    | !--(?!-?>).*?-->
    | !(?i:doctype)\s[^<>]*>
    | (?P<odd>(?!(?!(?:{_RAW}|plaintext)\b)[a-z][a-z0-9:-]*+\s*/?>)[A-Za-z!?])
    )""",
    re.VERBOSE | re.DOTALL,
)
_NAME_AND_VALUE = re.compile(rf"""({_NAME})(?:\s*=\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`/]++)))?+""")


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page links to and offers. Its sets grow while the page is read, and only then."""

    links: set[str]
    """Addresses that a reader can follow: `href`, `action` and those of a refresh, with `&amp;` and the like undone."""
    embedded: set[str]
    """Addresses that the browser fetches by itself: `src` and `poster`."""
    anchors: set[str]
    """Each `id`, and each `name` of an `a`."""

    def take(self, tag: str, attributes: list[tuple[str, str]]) -> None:
        """Adds what a start tag has; names are in lower case."""
        for name, value in attributes:
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value)
            elif name in _LINKING:
                self.links.add(value)
            elif name in _EMBEDDING:
                self.embedded.add(value)
        if tag == "meta":
            self._take_refresh(dict(attributes))

    def _take_refresh(self, attributes: dict[str, str]) -> None:
        refresh = _REFRESH.match(attributes.get("content", ""))
        if refresh and attributes.get("http-equiv", "").lower() == "refresh":
            self.links.add(refresh[1])


def read_page(html: str) -> PageText:
    """What the page links to and offers; comments, scripts and plain text are never taken for tags."""
    page = PageText(set(), set(), set())
    for tag, attributes, raw, raw_attributes, odd in _MARKUP.findall(html):
        if odd:
            return read_any_page(html)
        if tag == "a" or _WANTED.search(attributes or raw_attributes):
            page.take(tag or raw, _pairs(attributes or raw_attributes))
    return page


def read_any_page(html: str) -> PageText:
    """The same by the standard library's parser, several times slower."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def _pairs(attributes: str) -> list[tuple[str, str]]:
    return [
        (name.lower(), unescape(double or single or bare))
        for name, double, single, bare in _NAME_AND_VALUE.findall(attributes)
    ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = PageText(set(), set(), set())
        # Which elements hold text alone differs between versions of the standard library.
        self._raw = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._raw:
            return
        if tag in _RAW.split("|"):
            self._raw = tag
        self.page.take(tag, [(name, value or "") for name, value in attrs])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._raw:
            self._raw = ""
