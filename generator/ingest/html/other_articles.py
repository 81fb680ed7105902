"""Finds what on a page is not its article: whole other articles, as pages have them that go on with the next when one
scrolls, and parts of a template that the page does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.html.data import DataSource
from generator.articles.html.lines import Element, LineShape, ViewLine
from generator.ingest.blocks import Block, fold

_TITLES = frozenset({"title", "og:title", "twitter:title"})
_HEADLINE = re.compile(
    r"itemprop:headline|(?:^|[\s_-])(?:entry|post|article|story|news)[_-]{0,2}(?:title|headline|heading)(?=$|[\s_-])"
)
_NOT_SHOWN = re.compile(r"(?:^|[\s-])condition-invisible(?=$|\s)")
"""How a maker of pages names what the page at hand has no use for."""


def other_articles(lines: Sequence[ViewLine], blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the lines that are another article's, or that the page does not show; `blocks` are the lines'.

    Where a heading is the page's title, another article is an `article` element with another main heading, or an
    element that begins with another heading of the same tag and names, if these are a headline's.
    """
    titles = _titles(lines)
    heads = [index for index, line in enumerate(lines) if line.datum is None and line.shape is LineShape.HEADING]
    others = _other_elements(heads, lines, blocks, titles) | _alike_headed(heads, lines, blocks, titles)
    known: dict[int, bool] = {}

    def is_other(element: Element | None) -> bool:
        if element is None:
            return False
        if element.number not in known:
            here = element.number in others or _NOT_SHOWN.search(element.names) is not None
            known[element.number] = here or is_other(element.parent)
        return known[element.number]

    return frozenset(index for index, line in enumerate(lines) if line.datum is None and is_other(line.element))


def _other_elements(
    heads: Sequence[int], lines: Sequence[ViewLine], blocks: Sequence[Block], titles: set[str]
) -> set[int]:
    """The numbers of the `article` elements with a main heading that is not the page's title, if one has that."""
    headings: dict[int, set[str]] = {}
    for index in heads:
        article = _outermost_article(lines[index].element)
        if article is not None and lines[index].level == 1:
            headings.setdefault(article.number, set()).add(blocks[index].folded)
    own = {number for number, texts in headings.items() if texts & titles}
    return headings.keys() - own if len(own) == 1 else set()


def _alike_headed(
    heads: Sequence[int], lines: Sequence[ViewLine], blocks: Sequence[Block], titles: set[str]
) -> set[int]:
    """The numbers of the elements below the page's own article that begin with a headline made like its own."""
    headlines = {index: made for index in heads if (made := _headline_names(lines[index].element))}
    own = next((index for index in headlines if blocks[index].folded in titles), None)
    found: set[int] = set()
    if own is None:
        return found
    path = {element.number for element in _outwards(lines[own].element)}
    for index, made in headlines.items():
        alike = made & headlines[own] and blocks[index].folded not in titles
        if alike and any(block.is_prose for block in blocks[own + 1 : index]):
            element = lines[index].element
            around = [other for other in _outwards(element) if other.number not in path]
            # What an element begins with heads all of it.
            begun = next(
                (other for other in reversed(around) if not _has_text_before(other, index, lines, blocks)), element
            )
            found |= {begun.number} - {element.number}
    return found


def _headline_names(element: Element) -> set[str]:
    return {f"{element.tag} {name}" for name in element.names.split() if _HEADLINE.search(name)}


def _has_text_before(element: Element, index: int, lines: Sequence[ViewLine], blocks: Sequence[Block]) -> bool:
    """Whether more stands in the element before one of its lines than a section's name or a day."""
    above = [i for i in range(max(index - _FEW - 1, 0), index) if _is_in(lines[i].element, element)]
    return len(above) > _FEW or any(blocks[i].is_prose for i in above)


_FEW = 4


def _outwards(element: Element | None) -> Iterator[Element]:
    while element is not None and element.parent is not None:
        yield element
        element = element.parent


def _is_in(element: Element | None, outer: Element) -> bool:
    return any(other is outer for other in _outwards(element))


def _outermost_article(element: Element | None) -> Element | None:
    return next((other for other in reversed([*_outwards(element)]) if other.tag == "article"), None)


def _titles(lines: Sequence[ViewLine]) -> set[str]:
    """What the metadata says the title is, folded; of `<title>` also what stands before the site's name."""
    said = set()
    for line in lines:
        datum = line.datum
        if datum and datum.source in (DataSource.TITLE, DataSource.META) and datum.name.lower() in _TITLES:
            said.add(fold(datum.value))
            for bar in (" | ", " - ", " – ", " — "):
                said.add(fold(datum.value.rpartition(bar)[0]))
    return said - {""}
