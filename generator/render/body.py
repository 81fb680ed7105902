"""Turns the HTML of an article or a free page into the HTML of its page: mentions linked, addresses made relative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from markupsafe import Markup

from generator.archive.values import Kind, Mention, Term
from generator.archive.wiki_links import fold
from generator.articles.article import SITE_SCHEME
from generator.urls import relative_url

_WIKI = "article/"

# An attribute's value may hold `>`, and the text between tags a quotation mark: a tag is read as a whole first.
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>""")
_ADDRESS = re.compile(r"""\s(?:href|src)=("([^"]*)"|'([^']*)')""")
_HEADING = re.compile(r"h([1-6])$")


@dataclass(frozen=True, slots=True)
class Body:
    """HTML that can stand in a page."""

    html: Markup
    addresses: tuple[str, ...]
    """Of the links to other sites, in the order of the text."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def render_body(
    html: str,
    page: str,
    wiki_targets: Mapping[str, str],
    mentions: Sequence[Mention] = (),
    terms: Mapping[tuple[Kind, str], Term] | None = None,
    table_label: str = "",
) -> Body:
    """The body `html`, as it is to stand in the page at the path `page`.

    Every mention becomes a link to its term's page, every address in the site's own scheme one relative to the page,
    and the headings begin at the second level, the first being the page's title. A wiki link whose target is not known
    keeps its words and leads nowhere: the archive has told of it. A table too wide for a phone scrolls by itself, which
    the keyboard can do too, by the name `table_label`.
    """
    tags = list(_TAG.finditer(html))
    edits = [
        *_mention_edits(html, page, mentions, terms or {}),
        *_address_edits(tags, page, wiki_targets),
        *_heading_edits(tags),
        *_table_edits(tags, table_label),
    ]
    return Body(Markup(_apply(html, edits)), tuple(_outside(tags)))


def _mention_edits(
    html: str, page: str, mentions: Iterable[Mention], terms: Mapping[tuple[Kind, str], Term]
) -> Iterator[_Edit]:
    for mention in mentions:
        address = escape(relative_url(page, terms[mention.kind, mention.id].page))
        words = html[mention.start : mention.end]
        yield _Edit(mention.start, mention.end, f'<a class="mention" href="{address}">{words}</a>')


def _address_edits(tags: Iterable[re.Match[str]], page: str, wiki_targets: Mapping[str, str]) -> Iterator[_Edit]:
    for tag in tags:
        offset = tag.start(3)
        for match in _ADDRESS.finditer(tag[3]):
            value = unescape(match[2] if match[2] is not None else match[3])
            if not value.startswith(SITE_SCHEME):
                continue
            path = _path(value.removeprefix(SITE_SCHEME), wiki_targets)
            if path is None:
                yield _Edit(offset + match.start(), offset + match.end(), "")
            else:
                start, end = offset + match.start(1), offset + match.end(1)
                yield _Edit(start, end, f'"{escape(relative_url(page, path))}"')


def _path(address: str, wiki_targets: Mapping[str, str]) -> str | None:
    """The path in the site, with its fragment, that an address in the site's scheme leads to."""
    name, hash_sign, fragment = address.partition("#")
    path: str | None = unquote(name)
    if name.startswith(_WIKI):
        path = wiki_targets.get(fold(unquote(name.removeprefix(_WIKI))))
    return None if path is None else path + hash_sign + unquote(fragment)


def _heading_edits(tags: Iterable[re.Match[str]]) -> Iterator[_Edit]:
    headings = [(tag, int(found[1])) for tag in tags if (found := _HEADING.match(tag[2].lower()))]
    shift = 2 - min((level for _, level in headings), default=2)
    if shift == 0:
        return
    for tag, level in headings:
        yield _Edit(tag.start(2), tag.end(2), f"h{min(level + shift, 6)}")


def _table_edits(tags: Iterable[re.Match[str]], label: str) -> Iterator[_Edit]:
    """Only whole tables: one inside another scrolls with it."""
    depth = 0
    for tag in tags:
        if tag[2].lower() != "table":
            continue
        if not tag[1]:
            if depth == 0:
                opening = f'<div class="table" role="region" aria-label="{escape(label)}" tabindex="0">'
                yield _Edit(tag.start(), tag.start(), opening)
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield _Edit(tag.end(), tag.end(), "</div>")


def _outside(tags: Iterable[re.Match[str]]) -> Iterator[str]:
    for tag in tags:
        address = _ADDRESS.search(tag[3]) if tag[2].lower() == "a" else None
        if address is None:
            continue
        value = unescape(address[2] if address[2] is not None else address[3])
        if value.startswith(("http://", "https://")):
            yield value


def _apply(html: str, edits: Iterable[_Edit]) -> str:
    parts = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [html[position : edit.start], edit.text]
        position = edit.end
    parts.append(html[position:])
    return "".join(parts)
