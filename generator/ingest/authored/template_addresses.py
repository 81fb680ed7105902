"""Writes the addresses that Jekyll, Hugo and Pelican make out of tags as plain ones, which mean the same file."""

from __future__ import annotations

import re
from collections.abc import Callable

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_PLACE = re.compile(
    r"""(?:\]\(\s*<?|^\s{0,3}\[[^\]]+\]:\s*<?|\b(?:src|href)\s*=\s*["']?)"""
    r"""((?:\{\{.*?\}\}|\{%.*?%\}|[{|](?:filename|static|attach)[}|]|[^\s<>()"'{}])+)"""
)
"""An address in a link, a reference or an element of HTML, with the tags in it."""

_TAGS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # https://jekyllrb.com/docs/liquid/tags/#links: the one names a post, the other a file.
    (re.compile(r"\{%-?\s*post_url\s+/?(\S+?)\s*-?%\}"), r"\1.md"),
    (re.compile(r"\{%-?\s*link\s+(\S+?)\s*-?%\}"), r"\1"),
    (
        re.compile(r"""\{\{-?\s*["']([^"'{}]*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:[^{}]*)\s*-?\}\}"""),
        r"\1",
    ),
    (re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}"), ""),
    # https://gohugo.io/shortcodes/ref/: a bundle of files is known by its folder.
    (
        re.compile(
            r"""\{\{[<%]-?\s*(?:rel)?ref\s+(?:path\s*=\s*)?["'`]?([^\s"'`{}<>]+?)["'`]?(?:\s[^{}]*?)?\s*-?[>%]\}\}"""
        ),
        lambda tag: re.sub(r"(^|/)_?index\.md(?=#|$)", r"\1", tag[1]),
    ),
    # https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content
    (re.compile(r"[{|](?:filename|static|attach)[}|]"), ""),
)


def plain_addresses(line: str) -> str:
    """A line of Markdown in which the tags of addresses are replaced by what they name; code stays as it is."""
    if "{" not in line and "|" not in line:
        return line
    parts, position = [], 0
    for code in _CODE.finditer(line):
        parts += [_PLACE.sub(_plain, line[position : code.start()]), code[0]]
        position = code.end()
    return "".join((*parts, _PLACE.sub(_plain, line[position:])))


def _plain(place: re.Match[str]) -> str:
    address = place[1]
    for tag, plain in _TAGS:
        address = tag.sub(plain, address)
    return place[0][: place.start(1) - place.start()] + address
