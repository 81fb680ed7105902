"""Gives a body's elements ids that are valid, each its own and none of the page's, and its headings one each."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import quote, unquote

from generator.urls import slugify

SECTION = "section-"
"""What the id of a heading begins with, unless its author gave it another."""

_OPENING = re.compile(r"<([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>")
_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_FRAGMENT = re.compile(r"(\shref=\"#)([^\"]*)\"")
_HEADING = re.compile(r"h[1-6]")
_MAY_NEED = re.compile(r"\sid=\"|<h[1-6][\s>]")

_OF_THE_PAGE = ("page_", "article_")
"""What the ids that templates write begin with."""


def settle_ids(html: str) -> str:
    """Sanitised HTML in which every id is there once and every heading has one; links inside it follow.

    Of elements with the same id the first keeps it. White space, which ids must not have, becomes a hyphen
    (https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute).
    """
    if not _MAY_NEED.search(html):
        return html
    ids = _Ids()
    html = _OPENING.sub(ids.settle, html)
    renamed = {old: new for old, new in ids.first.items() if old != new}
    return _follow(html, renamed) if renamed else html


class _Ids:
    """The ids that are given so far."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.last: dict[str, int] = {}
        self.first: dict[str, str] = {}
        """The id of the first element for each as it was written."""

    def settle(self, tag: re.Match[str]) -> str:
        """The tag with its id settled."""
        name, attributes = tag[1], tag[2]
        written = _ID.search(attributes)
        if written and written[1].strip():
            old = unescape(written[1])
            new = self._own(_valid(old))
            self.first.setdefault(old, new)
        elif _HEADING.fullmatch(name):
            new = self._own(SECTION + slugify(_heading_text(tag)))
        else:
            return f"<{name}{_ID.sub('', attributes)}>" if written else tag[0]
        kept = _ID.sub("", attributes, count=1) if written else attributes
        return f'<{name} id="{escape(new)}"{kept}>'

    def _own(self, id_: str) -> str:
        candidate = id_
        while candidate in self.taken:
            self.last[id_] = self.last.get(id_, 0) + 1
            candidate = f"{id_}_{self.last[id_]}"
        self.taken.add(candidate)
        return candidate


def _valid(id_: str) -> str:
    id_ = "-".join(id_.split())
    return SECTION + id_ if id_.startswith(_OF_THE_PAGE) else id_


def _heading_text(tag: re.Match[str]) -> str:
    html = tag.string
    return unescape(_TAG.sub("", html[tag.end() : html.find(f"</{tag[1]}>", tag.end())])).strip()


def _follow(html: str, renamed: dict[str, str]) -> str:
    def link(address: re.Match[str]) -> str:
        new = renamed.get(unquote(unescape(address[2])))
        return address[0] if new is None else f'{address[1]}{escape(quote(new, safe=":"))}"'

    return _OPENING.sub(lambda tag: _FRAGMENT.sub(link, tag[0]) if tag[1] == "a" else tag[0], html)
