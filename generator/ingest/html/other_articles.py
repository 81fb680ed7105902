"""Finds whole articles on a page besides its own, as pages have them that go on with the next when one scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.html.data import DataSource
from generator.articles.html.lines import Element, LineShape, ViewLine
from generator.ingest.blocks import Block, fold

_TITLES = frozenset({"title", "og:title", "twitter:title"})


def other_articles(lines: Sequence[ViewLine], blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the lines in an `article` element with a main heading of its own, where another such element has
    the page's title for its heading; `blocks` are the lines', in their order."""
    headings: dict[int, set[str]] = {}
    around = [_outermost_article(line.element) for line in lines]
    for line, block, article in zip(lines, blocks, around, strict=True):
        if article is not None and line.datum is None and line.shape is LineShape.HEADING and line.level == 1:
            headings.setdefault(article.number, set()).add(block.folded)
    if len(headings) < 2:
        return frozenset()
    own = {number for number, texts in headings.items() if texts & _titles(lines)}
    others = headings.keys() - own
    if len(own) != 1:
        return frozenset()
    return frozenset(index for index, article in enumerate(around) if article is not None and article.number in others)


def _outermost_article(element: Element | None) -> Element | None:
    found = None
    while element is not None:
        found = element if element.tag == "article" else found
        element = element.parent
    return found


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
