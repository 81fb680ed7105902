"""Lists what the site is made of, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.archive.values import Archive, Kind
from generator.output_file import Notice, OutputFile
from generator.render.article_pages import article_pages
from generator.render.exports.files import export_files
from generator.render.exports_page import exports_page
from generator.render.feeds import feed, robots, sitemap, term_feeds
from generator.render.free_pages import free_pages, licenses_page, missing_page
from generator.render.home_page import home_page
from generator.render.page_maker import PageMaker
from generator.render.random_page import random_lists, random_pages
from generator.render.redirect_pages import redirect_pages
from generator.render.search_page import search_pages
from generator.render.source_pages import source_pages
from generator.render.term_pages import term_list_pages, term_pages
from generator.render.theme import Theme
from generator.render.theme_pages import theme_pages
from generator.render.timeline_pages import timeline_pages
from generator.render.title_pages import title_pages
from generator.render.together_page import together_page


def render_site(archive: Archive, theme: Theme, notices: Sequence[Notice]) -> Iterator[OutputFile]:
    """Every file of the site but the media and what belongs to search. Raises ThemeError where a template fails.

    `notices` are those of others' work in the site, in the order in which the page of licences shows them.
    """
    maker = PageMaker.of(archive, theme)
    yield from theme.static
    sizes = {}
    for file in export_files(archive):
        sizes[file.path] = len(file.data)
        yield file
    pages: list[str] = []
    for page in chain(_pages(maker, notices, sizes), theme_pages(maker, pages)):
        pages.append(page.path)
        yield page
    yield from random_lists(maker)
    yield from redirect_pages(maker)
    yield feed(maker)
    yield from term_feeds(maker)
    yield from sitemap(maker, pages)
    yield robots(maker)


def _pages(maker: PageMaker, notices: Sequence[Notice], exports: Mapping[str, int]) -> Iterator[OutputFile]:
    yield home_page(maker)
    yield from article_pages(maker)
    yield from source_pages(maker)
    yield from title_pages(maker)
    for kind in Kind:
        yield from term_list_pages(maker, kind)
        yield from term_pages(maker, kind)
    yield from together_page(maker)
    yield from timeline_pages(maker)
    yield from random_pages(maker)
    yield from search_pages(maker)
    yield from free_pages(maker)
    yield exports_page(maker, exports)
    yield licenses_page(maker, notices)
    yield missing_page(maker)
