"""What a page adds to the parts of a body: links to its sections, tables that scroll, names for the links of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from generator.render.words.catalogue import Words

# An attribute's value may hold `>`, and the text between tags a quotation mark: a tag is read as a whole first.
TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>""")
"""A tag: the slash that closes, its name, its attributes."""

_HEADING = re.compile(r"h([1-6])$")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_NOTE_MARK = re.compile(r"\sclass=\"footnote-ref\"")
_NOTE_BACK = re.compile(r"\sclass=\"footnote-backref\"")

_SECTION_SIGN = "§"


class Edit(NamedTuple):
    """A stretch of the HTML and what takes its place. No two begin at the same place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface's words as they stand in a text that may be in another language."""

    words: Words
    language: str
    """BCP 47: of the text."""

    def label(self, text: str) -> str:
        """The attributes that name an element which has no words of the text in it."""
        lang = "" if self.language == self.words.language else f' lang="{escape(self.words.language)}"'
        return f'{lang} aria-label="{escape(text)}"'


def heading_edits(
    html: str, tags: Sequence[re.Match[str]], interface: Interface, *, has_links: bool = True
) -> Iterator[Edit]:
    """Headings go down from the second level, the first being the page's title; beside each may stand a link to it.

    The link is no part of the heading, whose name would else be read with it.
    """
    headings = [(tag, int(found[1])) for tag in tags if (found := _HEADING.match(tag[2].lower()))]
    anchors = dict(_anchors(html, tags, interface)) if has_links else {}
    above: list[int] = []
    for tag, level in headings:
        anchor = anchors.get(tag.start())
        if not tag[1]:
            # No level is left out: one that a text passes over says nothing to those who hear the headings' levels.
            above = [*(higher for higher in above if higher < level), level]
        name = f"h{min(len(above) + 1, 6)}"
        if anchor is None:
            yield Edit(tag.start(2), tag.end(2), name)
        elif tag[1]:
            yield Edit(tag.start(2), tag.end(), f"{name}>{anchor}</div>")
        else:
            yield Edit(tag.start(), tag.end(2), f'<div class="section-head"><{name}')


def _anchors(html: str, tags: Sequence[re.Match[str]], interface: Interface) -> Iterator[tuple[int, str]]:
    """By the places of a heading's opening and closing tag, the link to the heading, if it can have one."""
    links = 0
    opening: re.Match[str] | None = None
    for tag in tags:
        if tag[2] == "a":
            links += -1 if tag[1] else 1
        elif not _HEADING.match(tag[2]):
            continue
        elif not tag[1]:
            opening = tag if links == 0 else None
        elif opening is not None:
            id_ = _ID.search(opening[3])
            title = _text(html[opening.end() : tag.start()])
            if id_ is not None and title:
                label = interface.label(interface.words("article.section", title=title))
                anchor = f'<a class="anchor" href="#{id_[1]}"{label}>{_SECTION_SIGN}</a>'
                yield from ((opening.start(), anchor), (tag.start(), anchor))


def table_edits(html: str, tags: Sequence[re.Match[str]], interface: Interface) -> Iterator[Edit]:
    """A table too wide for a phone scrolls by itself, which the keyboard can do too.

    Only whole tables do: one inside another scrolls with it. A table goes by its caption.
    """
    depth = 0
    for number, tag in enumerate(tags):
        if tag[2].lower() != "table":
            continue
        if not tag[1]:
            if depth == 0:
                caption = _caption(html, tags[number + 1 : number + 2])
                label = escape(caption or interface.words("article.table"))
                opening = f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table'
                yield Edit(tag.start(), tag.end(2), opening)
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield Edit(tag.start(2), tag.end(), "table></div>")


def _caption(html: str, following: Sequence[re.Match[str]]) -> str:
    for tag in following:
        if tag[2].lower() == "caption" and not tag[1]:
            return _text(html[tag.end() : html.find("</caption>", tag.end())])
    return ""


def note_edits(html: str, tags: Sequence[re.Match[str]], interface: Interface) -> Iterator[Edit]:
    """The links to footnotes and back say where they lead."""
    words = interface.words
    number = place = 0
    for tag in tags:
        if tag[2] == "li" and 'id="fn:' in tag[3]:
            number, place = number + 1, 0
        elif tag[2] != "a" or tag[1]:
            continue
        elif _NOTE_MARK.search(tag[3]):
            mark = html[tag.end() : html.find("<", tag.end())]
            yield Edit(tag.end(3), tag.end(3), interface.label(words("article.note", n=unescape(mark))))
        elif _NOTE_BACK.search(tag[3]):
            place += 1
            key = "article.note_back" if place == 1 else "article.note_back_again"
            yield Edit(tag.end(3), tag.end(3), interface.label(words(key, n=number, place=place)))


def _text(html: str) -> str:
    return " ".join(unescape(TAG.sub("", html)).split())
