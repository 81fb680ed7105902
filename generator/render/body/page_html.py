"""Turns the HTML of an article or a free page into the HTML of its page: mentions linked, addresses made relative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote

from markupsafe import Markup

from generator.archive.names import fold
from generator.archive.old_addresses import is_whole
from generator.archive.values import Archive, Kind, Mention, term_page
from generator.articles.article import SITE_SCHEME
from generator.articles.inside_links import words_of_image
from generator.render.body.parts import TAG, Edit, Interface, heading_edits, note_edits, table_edits
from generator.render.body.unstyled import fitted
from generator.urls import relative_url

_WIKI = "article/"

_LEFT_AS_THEY_ARE = frozenset("p br em strong blockquote ul ol li".split())
"""Most bodies have no other elements, and nothing in them to look at."""

_SIDE = re.compile(r"\s(?:width|height)=")
_ADDRESS = re.compile(r"""\s(?:href|src)=("([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Body:
    """HTML that can stand in a page."""

    html: Markup
    addresses: tuple[str, ...]
    """Of the links to other sites, each once, in the order of the text. The links have their numbers, from 1."""


def render_body(
    html: str,
    page: str,
    archive: Archive,
    interface: Interface,
    mentions: Sequence[Mention] = (),
    *,
    has_stylesheet: bool = True,
) -> Body:
    """The body `html`, as it is to stand in the page at the path `page`.

    Every mention becomes a link to its term's page, every address in the site's own scheme one relative to the page. A
    link or picture whose target is not known keeps its words and leads nowhere: the archive has told of it. A page
    without a stylesheet needs a body that fits into a narrow window by itself, and could not set the links to sections
    aside.
    """
    tags = list(TAG.finditer(html))
    if {tag[2] for tag in tags} <= _LEFT_AS_THEY_ARE:
        tags = []
    outside = list(_outside(tags, archive.wiki_targets))
    numbers = {address: number for number, address in enumerate(dict.fromkeys(address for _, address in outside), 1)}
    edits = [
        *_mention_edits(html, page, mentions),
        *_address_edits(tags, page, archive.wiki_targets),
        *_size_edits(tags, archive.image_sizes, archive.wiki_targets),
        *(Edit(tag.end(3), tag.end(3), f' data-address="{numbers[address]}"') for tag, address in outside),
        *heading_edits(html, tags, interface, has_links=has_stylesheet),
        *table_edits(html, tags, interface),
        *note_edits(html, tags, interface),
    ]
    made = _apply(html, edits)
    return Body(Markup(made if has_stylesheet else fitted(made)), tuple(numbers))


def _mention_edits(html: str, page: str, mentions: Iterable[Mention]) -> Iterator[Edit]:
    folder = page[: page.rfind("/") + 1]
    for mention in mentions:
        address = _term_address(folder, mention.kind, mention.id)
        words = html[mention.start : mention.end]
        yield Edit(mention.start, mention.end, f'<a class="mention" href="{address}">{words}</a>')


@lru_cache(maxsize=16_384)
def _term_address(folder: str, kind: Kind, id_: str) -> str:
    return escape(relative_url(folder, term_page(kind, id_)))


def _address_edits(tags: Iterable[re.Match[str]], page: str, wiki_targets: Mapping[str, str]) -> Iterator[Edit]:
    for tag in tags:
        offset = tag.start(3)
        for match in _ADDRESS.finditer(tag[3]):
            value = unescape(match[2] if match[2] is not None else match[3])
            if not value.startswith(SITE_SCHEME):
                continue
            path = _path(value.removeprefix(SITE_SCHEME), wiki_targets)
            address = _whole(value)
            if path is None and address:
                yield Edit(offset + match.start(1), offset + match.end(1), f'"{escape(address)}"')
            elif path is None and tag[2] == "img":
                yield Edit(tag.start(), tag.end(), words_of_image(tag[0]))
            elif path is None:
                yield Edit(offset + match.start(), offset + match.end(), "")
            else:
                start, end = offset + match.start(1), offset + match.end(1)
                yield Edit(start, end, f'"{escape(relative_url(page, path))}"')


def _size_edits(
    tags: Iterable[re.Match[str]], sizes: Mapping[str, tuple[int, int]], wiki_targets: Mapping[str, str]
) -> Iterator[Edit]:
    """With its size the browser keeps a picture's room before it is there, and the text below does not jump."""
    for tag in tags:
        if tag[2] != "img" or _SIDE.search(tag[3]):
            continue
        address = _ADDRESS.search(tag[3])
        path = _path(unescape(address[2] or "").removeprefix(SITE_SCHEME), wiki_targets) if address else None
        if path is not None and path in sizes:
            width, height = sizes[path]
            yield Edit(tag.start(3), tag.start(3), f' width="{width}" height="{height}"')


def _path(address: str, wiki_targets: Mapping[str, str]) -> str | None:
    """The path in the site, with its fragment, that an address in the site's scheme leads to."""
    name, hash_sign, fragment = address.partition("#")
    path: str | None = unquote(name)
    if name.startswith(_WIKI):
        path = wiki_targets.get(fold(unquote(name.removeprefix(_WIKI))))
    return None if path is None else path + hash_sign + unquote(fragment)


def _whole(address: str) -> str:
    """The address with a host for which an imported text asks the archive; empty where it is no such thing."""
    asked = unquote(address.removeprefix(SITE_SCHEME + _WIKI)) if address.startswith(SITE_SCHEME + _WIKI) else ""
    return asked if is_whole(asked) else ""


def _outside(tags: Iterable[re.Match[str]], wiki_targets: Mapping[str, str]) -> Iterator[tuple[re.Match[str], str]]:
    """The links to other sites with their addresses."""
    for tag in tags:
        address = _ADDRESS.search(tag[3]) if tag[2].lower() == "a" else None
        if address is None:
            continue
        value = unescape(address[2] if address[2] is not None else address[3])
        asked = _whole(value)
        if is_whole(value) or (asked and fold(asked) not in wiki_targets):
            yield tag, asked or value


def _apply(html: str, edits: Iterable[Edit]) -> str:
    parts = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [html[position : edit.start], edit.text]
        position = edit.end
    parts.append(html[position:])
    return "".join(parts)
