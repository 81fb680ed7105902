"""The page that draws an article by lot, and the lists from which its script draws."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.output_file import OutputFile
from generator.render.front.views import RandomView
from generator.render.page.maker import PageMaker, articles_to_draw
from generator.urls import hashed_name

_PART = 1000
"""Articles in one list: about 50 kB, of which a draw loads one however large the archive is."""


def random_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """`random.html`, where the theme has scripts and there is something to choose between."""
    if not maker.site.random:
        return
    view = RandomView(
        total=len(articles_to_draw(maker.archive)),
        part=_PART,
        lists=tuple(file.path for file in random_lists(maker)),
        articles="articles/",
    )
    yield maker.page(maker.page_view("random.html", "random", maker.words("page.random")), view)


def random_lists(maker: PageMaker) -> list[OutputFile]:
    """The slugs of all articles but those taken down, as scripts, since a page opened from a folder cannot fetch.

    All lists but the last are of the same length, so that the number of an article tells the list and its place.
    """
    if not maker.site.random:
        return []
    slugs = articles_to_draw(maker.archive)
    lists = []
    for start in range(0, len(slugs), _PART):
        data = f"backfileDraw({json.dumps(slugs[start : start + _PART], separators=(',', ':'))});\n".encode()
        lists.append(OutputFile(hashed_name(f"random/{start // _PART + 1}.js", data), data))
    return lists
