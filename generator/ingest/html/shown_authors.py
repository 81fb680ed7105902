"""Finds the authors that a page shows: in elements whose names say so, and in lines that begin with `by`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.articles.html.lines import LineShape, Mark, ViewLine
from generator.ingest.blocks import Block, fold
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.names import (
    NAME_OR_NICK,
    is_labelled,
    is_of_picture,
    names_after_by,
    names_in_byline,
)
from generator.ingest.typography import normalise

_ABOVE, _BELOW = 8, 16
"""Lines of text around the title among which any byline is the article's."""
_AFTER = 6
"""Lines under the text among which a byline may stand."""
_LONGEST_LINE = 300
"""Characters."""
_MOST_WORDS = 22
"""Of a line that begins with `by`."""
_CLEAR = re.compile(r"rel:author|itemprop:(?:author|creator)")
_AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:authors?|by-?lines?|by|autor(?:en|in|es)?|verfasser|writers?|redakteur|auteur|autore|posted-?by|"
    r"post-?author|entry-?author|article-?author|author-?(?:name|link|info)|firma|signature)(?=$|[\s_-])|"
    r"(?:author|autor|byline|writer)(?:s?name|s)?(?=$|[\s_-])"
)
_COMMENT = re.compile(r"comment|kommentar|reply|avatar|recommend|related")


@dataclass(frozen=True, slots=True)
class Authors:
    """Names, and the blocks that say them."""

    names: tuple[str, ...]
    blocks: tuple[int, ...]


def together(told: Sequence[tuple[int, tuple[str, ...]]]) -> Authors:
    """The authors that several blocks name, each once."""
    names = {fold(name): name for _, found in told for name in found}
    return Authors(tuple(names.values()), tuple(dict.fromkeys(block for block, found in told if found)))


def shown_authors(facts: PageFacts, title: int | None, publications: set[str]) -> Iterator[tuple[str, Authors]]:
    """The authors that lines around the title or under the text show, those nearest to the title for each kind.

    The kinds are `clear` (`rel=author`, `itemprop=author`), `written` (`By …`) and `named` (by an element's class).
    """
    anchor = facts.text.index(title) if title is not None else 0
    last = facts.prose[-1] if facts.prose else len(facts.lines)
    found: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {"clear": [], "written": [], "named": []}
    for distance, index in enumerate(facts.text, start=-anchor):
        line, block = facts.lines[index], facts.blocks[index]
        if index == title or not _may_tell(line, block):
            continue
        near = -_ABOVE <= distance <= _BELOW
        by = near or last < index <= last + _AFTER or (distance > 0 and is_labelled(block.text))
        if not (by or _may_be_marked(line)) or is_of_picture(line.text):
            continue
        if not (near and index < facts.first_prose) and facts.is_foreign(index):
            continue
        order = distance if distance >= 0 else -2 * distance
        for kind, names in _names(line, by and block.words <= _MOST_WORDS, near, publications):
            found[kind].append((order, index, names))
    for kind, entries in found.items():
        nearest = min((order for order, _, _ in entries), default=0)
        told = [(index, names) for order, index, names in entries if order == nearest]
        if told:
            yield kind, together(told)


def _may_tell(line: ViewLine, block: Block) -> bool:
    return len(line.text) <= _LONGEST_LINE and line.shape is not LineShape.CAPTION and not block.is_strong_prose


def _names(line: ViewLine, by: bool, near: bool, publications: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind, text in _marked(line):
        names = names_in_byline(text, publications)
        if names and all(map(NAME_OR_NICK.fullmatch, names)):
            yield kind, names
    names = names_after_by(_parted(line), publications, near) if by else ()
    if names:
        yield "written", names


def _may_be_marked(line: ViewLine) -> bool:
    """Whether an element's attributes have a word for the author, so that its names are worth reading."""
    around = line.element.parent.names if line.element.parent else ""
    inline = [mark.written for mark in line.marks if mark.tag in _TAGS]
    written = " ".join([line.element.names, around, *inline])
    # Plain searches are several times as quick as a pattern, and most lines have none of these.
    return "uthor" in written or "utor" in written or "yline" in written or "auteur" in written


_TAGS = frozenset({"a", "span", "strong", "b", "em", "i", "cite", "small", "label", "font", "address"})
"""Inline elements that hold names; drawings have attributes of many thousand characters."""


def _parted(line: ViewLine) -> str:
    """A line's text with a bar where two elements' words touch."""
    text = line.text
    for end in sorted({mark.end for mark in line.marks if mark.end < len(text)}, reverse=True):
        if text[end - 1].isalnum() and text[end].isalnum():
            text = f"{text[:end]} | {text[end:]}"
    return normalise(text)


def _marked(line: ViewLine) -> Iterator[tuple[str, str]]:
    """Stretches of a line that elements mark as an author's name: `clear` beyond doubt, or but `named` so."""
    marks = [(mark, _strength(mark.names)) for mark in line.marks if mark.written and mark.tag in _TAGS]
    for kind in ("clear", "named"):
        chosen = [mark for mark, strength in marks if strength == kind]
        inner = [mark for mark in chosen if not any(_is_inside(other, mark) for other in chosen)]
        yield from ((kind, line.text[mark.start : mark.end]) for mark in inner)
        if inner:
            return
    around = line.element.parent
    strength = _strength(line.element.names) or ("named" if around is not None and _strength(around.names) else "")
    if strength and not (around is not None and _COMMENT.search(around.names)):
        yield strength, line.text


def _is_inside(inner: Mark, outer: Mark) -> bool:
    shorter = inner.end - inner.start < outer.end - outer.start
    return outer.start <= inner.start and inner.end <= outer.end and shorter


@lru_cache(maxsize=8192)
def _strength(names: str) -> str:
    """Whether names say that an element holds an author's name: `clear` beyond doubt, `named`, or empty."""
    if not names or _COMMENT.search(names):
        return ""
    return "clear" if _CLEAR.search(names) else "named" if _AUTHOR_NAMES.search(names) else ""
