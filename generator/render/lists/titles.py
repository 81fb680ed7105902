"""The list of all articles by title, from A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.output_file import OutputFile
from generator.render.lists.filing import filed
from generator.render.lists.sheets import numbered, parted, ways_to_letters
from generator.render.lists.views import TitlesView
from generator.render.page.maker import PageMaker, size_and_reach
from generator.render.page.views import GroupView

TITLES = "articles/index.html"


def title_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """The pages of the list; one page, which says so, where there is no article."""
    words = maker.words
    titles = [
        (filed(article.meta.title, maker.language_of(article)), article.slug) for article in maker.archive.articles
    ]
    titles.sort(key=lambda title: (title[0].key, title[1]))
    sheets = list(parted(titles, TITLES, maker.archive.config.per_page, words))
    letters = ways_to_letters(sheets, words)
    size = size_and_reach(maker.archive, words)
    for sheet in sheets:
        view = TitlesView(
            size=size,
            letters=letters,
            groups=tuple(
                GroupView(*letter, tuple(maker.entry(slug) for _, slug in group))
                for letter, group in groupby(sheet.items, key=lambda title: (title[0].label(words), title[0].anchor))
            ),
            pages=sheet.pages,
        )
        title = numbered(words("page.articles"), sheet, words)
        yield maker.page(maker.page_view(sheet.path, "titles", title), view)
