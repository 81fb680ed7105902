"""Finds who signs an article in or below its text: names that are set off there, and reporters in brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.articles.html.lines import Element, LineShape, Style, ViewLine
from generator.ingest.blocks import fold
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.names import FULL_NAME
from generator.ingest.rules.names import bare_name, is_newsroom


def signatures(facts: PageFacts) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The names of those who sign the article, each with the index of the line that has them."""
    yield from _signed(facts)
    yield from _reporters(facts)


def _signed(facts: PageFacts) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Who signs the article: a name that is set off, alone about the last paragraph and in the same element."""
    own = [index for index in facts.prose if not facts.is_foreign(index)]
    words: Counter[tuple[Element | None, str]] = Counter()
    for index in own:
        words[_place(facts.lines[index])] += facts.blocks[index].words
    place = max(words, key=words.__getitem__, default=None)
    last = next((index for index in reversed(own) if _place(facts.lines[index]) == place), None)
    if place is None or last is None:
        return
    below = facts.text.index(last) + 1
    for index in facts.text[max(below - _SIGNATURE, 0) : below + _SIGNATURE]:
        line, block = facts.lines[index], facts.blocks[index]
        if line.shape is LineShape.HEADING:
            continue
        if line.element.parent is not place[0] or not (_is_set_off(line) or _RIGHT.search(line.element.written)):
            continue
        name = block.text.strip(" ()[]/")
        person = index > last and FULL_NAME.fullmatch(name) is not None and bare_name(name) == name
        is_name = person or is_newsroom(name)
        if is_name and not is_in_prose(name, facts):
            yield index, (name,)
            return


def _place(line: ViewLine) -> tuple[Element | None, str]:
    return line.element.parent, line.element.tag


def _reporters(facts: PageFacts) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The reporters whom a Chinese text names in brackets in its first or last paragraph."""
    prose = [index for index in facts.prose if not facts.is_foreign(index)]
    for index in (*prose[:1], *prose[-1:]):
        match = _REPORTERS.search(facts.blocks[index].text) if prose else None
        if match:
            names = tuple(filter(None, re.split(r"[、，,\s]+", match["names"])))
            if all(len(name) in _CHINESE_NAME for name in names):
                yield index, names
                return


_REPORTERS = re.compile(
    r"[（(](?:(?:本报|本社|新华社|中新社)?记者)[\s:：]*(?P<names>[\u4e00-\u9fff、，,\s]{2,40})[)）]"
)
_CHINESE_NAME = (2, 3, 4)
"""Letters."""
_SIGNATURE = 3
"""Lines below the last paragraph, one of which may be the author's name; above it, for an appeal stands there, too,
only a newsroom's."""
_RIGHT = re.compile(r"text-align:\s*right|align=.?right", re.IGNORECASE)


def _is_set_off(line: ViewLine) -> bool:
    styles = (Style.STRONG, Style.EMPHASIS)
    return any(mark.style in styles and mark.start == 0 and mark.end == len(line.text) for mark in line.marks)


def is_in_prose(name: str, facts: PageFacts) -> bool:
    """Whether the page's running text has a name: then it may be about that person."""
    folded = fold(name)
    return any(folded in facts.blocks[index].folded for index in facts.prose)
