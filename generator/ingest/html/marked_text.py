"""Writes a line of text with links, emphasis and code in it as Markdown that reads exactly as the page did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from generator.articles.html.lines import Style
from generator.ingest.html.block import Stretch
from generator.ingest.markdown_text import escape, guard_start

_SPECIAL = re.compile(r"[\\`*_\[\]]")
_SIGNS = {Style.EMPHASIS: ("*", "em"), Style.STRONG: ("**", "strong")}
# What would end an address, or be taken for markup before it.
_IN_ADDRESS = re.compile(r"[\s()<>\[\]\"'`\\|{}^]")


@dataclass(slots=True)
class _Node:
    """A stretch with those inside it."""

    start: int
    end: int
    style: Style | None
    address: str = ""
    inner: list[_Node] = field(default_factory=list)


def marked(text: str, stretches: Sequence[Stretch], in_table: bool = False) -> str:
    """One line of text, with what is set off in it, as Markdown.

    In a table bars are escaped, and nothing needs to be at the start of a line.
    """
    nodes = _tree(text, stretches)
    if not nodes.inner:
        return _without_bars(_plain(text)) if in_table else escape(text)
    written = _written(text, nodes, frozenset())
    return _without_bars(written) if in_table else guard_start(written)


def _without_bars(text: str) -> str:
    return text.replace("|", "&#124;")


def _tree(text: str, stretches: Sequence[Stretch]) -> _Node:
    """The stretches within each other: one that reaches out of another is cut off there."""
    root = _Node(0, len(text), None)
    path = [root]
    for start, end, style, address in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        while start >= path[-1].end and len(path) > 1:
            path.pop()
        words = text[start : min(end, path[-1].end)]
        start += len(words) - len(words.lstrip())
        node = _Node(start, start + len(words.strip()), style, address)
        around = {other.style for other in path}
        if node.start < node.end and style not in around and Style.CODE not in around:
            siblings = path[-1].inner
            if siblings and _is_one(siblings[-1], node, text):
                siblings[-1].end = node.end
                path.append(siblings[-1])
            else:
                siblings.append(node)
                path.append(node)
    return root


def _is_one(node: _Node, following: _Node, text: str) -> bool:
    """Whether nobody sees where the first ends: pages that were written in word processors are full of such."""
    between = text[node.end : following.start]
    return node.style is following.style and (
        not between.strip() if node.style in _SIGNS else not between and node.address == following.address
    )


def _written(text: str, node: _Node, around: frozenset[Style]) -> str:
    """The Markdown of what stands in a node."""
    parts: list[str] = []
    position = node.start
    for inner in node.inner:
        words = _plain(text[position : inner.start], in_link=Style.LINK in around)
        if inner.style is Style.LINK and words.endswith("!"):
            words = words[:-1] + r"\!"
        parts += [words, _set_off(text, inner, around, "".join(parts[-1:]) + words)]
        position = inner.end
    parts.append(_plain(text[position : node.end], in_link=Style.LINK in around))
    return "".join(parts)


def _set_off(text: str, node: _Node, around: frozenset[Style], before: str) -> str:
    style = node.style
    assert style is not None
    if style is Style.CODE:
        return _code(text[node.start : node.end], before)
    # Asterisks beside or within others are read in ways that nobody foresees, but for three of them.
    is_alone = not around & set(_SIGNS) and not before.endswith("*")
    if is_alone and style in _SIGNS and len(node.inner) == 1 and _fills(node.inner[0], node):
        (node,) = node.inner
        if not any(map(_has_signs, node.inner)):
            return f"***{_written(text, node, around | set(_SIGNS))}***"
    words = _written(text, node, around | {style})
    if style is Style.LINK:
        return f"[{words}]({_address(node.address)})"
    sign, tag = _SIGNS[style]
    is_simple = is_alone and not any(map(_has_signs, node.inner))
    return f"{sign}{words}{sign}" if is_simple else f"<{tag}>{words}</{tag}>"


def _fills(inner: _Node, node: _Node) -> bool:
    """Whether what is emphasised is all strong, or the other way round."""
    return (inner.start, inner.end) == (node.start, node.end) and inner.style in _SIGNS


def _has_signs(node: _Node) -> bool:
    return node.style in _SIGNS or any(map(_has_signs, node.inner))


def _code(text: str, before: str) -> str:
    # What ends code or a table's cell, and what Python-Markdown reads before it looks for code.
    if any(sign in text for sign in "`|&<") or text.endswith("\\") or before.endswith("`"):
        return f"<code>{_plain(text)}</code>"
    return f"`{text}`"


def _plain(text: str, in_link: bool = False) -> str:
    """A stretch of a line as text, whatever stands beside it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    if in_link:
        # A link's words may hold no bracket, be it escaped.
        text = text.replace("[", "&#91;").replace("]", "&#93;")
    return _SPECIAL.sub(r"\\\g<0>", text)


def _address(address: str) -> str:
    """An address as it can stand in a link."""
    encoded = _IN_ADDRESS.sub(lambda sign: quote(sign[0], safe=""), address)
    return re.sub(r"&(?=#|\w+;)", "&amp;", encoded)
