"""The list of all articles by title, from A to Z."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from generator.articles.article import Article
from generator.output_file import OutputFile
from generator.render.list_views import TitlesView
from generator.render.lists import numbered, parted
from generator.render.page_maker import PageMaker, size_and_reach
from generator.render.views import GroupView, LinkView
from generator.render.words.catalogue import Words

_FIRST_PAGE = "articles/index.html"


def title_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """The pages of the list; one page, which says so, where there is no article."""
    articles = sorted(maker.archive.articles, key=lambda article: (sort_key(article.meta.title), article.slug))
    sheets = list(parted(articles, _FIRST_PAGE, maker.archive.config.per_page, maker.words))
    letters: dict[str, LinkView] = {}
    for sheet in sheets:
        for article in sheet.items:
            letter = _letter(article)
            letters.setdefault(letter, LinkView(_label(letter, maker.words), f"{sheet.path}#{_anchor(letter)}"))
    for sheet in sheets:
        view = TitlesView(
            size=size_and_reach(maker.archive, maker.words),
            letters=tuple(letters.values()),
            groups=tuple(
                GroupView(_label(letter, maker.words), _anchor(letter), tuple(maker.entry(one.slug) for one in group))
                for letter, group in groupby(sheet.items, key=_letter)
            ),
            pages=sheet.pages,
        )
        title = numbered(maker.words("page.articles"), sheet, maker.words)
        yield maker.page(maker.page_view(sheet.path, "titles", title), view)


def sort_key(title: str) -> str:
    """A title as it is sorted: without case, accents, and signs before its first letter or digit."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(sign))
    first = next((position for position, sign in enumerate(plain) if sign.isalnum()), len(plain))
    return plain[first:]


def _letter(article: Article) -> str:
    """The letter under which an article stands; `0` for all digits, nothing where its title has neither."""
    first = sort_key(article.meta.title)[:1]
    return first if first.isalpha() else "0" if first else ""


def _label(letter: str, words: Words) -> str:
    if letter == "0":
        return words("titles.digits")
    return letter.upper() or words("titles.other")


def _anchor(letter: str) -> str:
    return f"letter-{letter or 'other'}"
