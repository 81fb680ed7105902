"""Lists what the site is made of, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.archive.values import Archive, Kind
from generator.execution.executors import Executor, InProcess
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
from generator.render.search_page import search_pages, search_words
from generator.render.source_pages import source_pages
from generator.render.term_pages import term_list_pages, term_pages
from generator.render.theme import Theme
from generator.render.theme_pages import theme_pages
from generator.render.timeline_pages import timeline_pages
from generator.render.title_pages import title_pages
from generator.render.together_page import together_page


def render_site(
    archive: Archive, theme: Theme, notices: Sequence[Notice], executor: Executor | None = None
) -> Iterator[OutputFile]:
    """Every file of the site but the media and what belongs to search. Raises ThemeError where a template fails.

    `notices` are those of others' work in the site, in the order in which the page of licences shows them. `executor`
    makes the pages of articles, sources and terms, of which there are many; without one that is done here.
    """
    maker = PageMaker.of(archive, theme)
    yield from theme.static
    sizes = {}
    for file in export_files(archive):
        sizes[file.path] = len(file.data)
        yield file
    pages: list[str] = []
    for page in chain(_pages(maker, notices, sizes, executor or InProcess()), theme_pages(maker, pages)):
        pages.append(page.path)
        yield page
    yield from random_lists(maker)
    yield from search_words(maker)
    yield from redirect_pages(maker)
    yield feed(maker)
    yield from term_feeds(maker)
    yield from sitemap(maker, pages)
    yield robots(maker)


def _pages(
    maker: PageMaker, notices: Sequence[Notice], exports: Mapping[str, int], executor: Executor
) -> Iterator[OutputFile]:
    yield home_page(maker)
    yield from chain.from_iterable(executor.run(_some_pages, maker, _parts(maker)))
    yield from title_pages(maker)
    for kind in Kind:
        yield from term_list_pages(maker, kind)
    yield from together_page(maker)
    yield from timeline_pages(maker)
    yield from random_pages(maker)
    yield from search_pages(maker)
    yield from free_pages(maker)
    yield exports_page(maker, exports)
    yield licenses_page(maker, notices)
    yield missing_page(maker)


_PART = 40
"""Pages that a process makes at a time."""


def _parts(maker: PageMaker) -> Iterator[tuple[Kind | None, int]]:
    """The parts in which the pages of articles with their sources (None), and of terms of a kind, are made."""
    for start in range(0, len(maker.archive.articles), _PART):
        yield None, start
    for kind in Kind:
        for start in range(0, len(maker.archive.terms[kind]), _PART):
            yield kind, start


def _some_pages(maker: PageMaker, part: tuple[Kind | None, int]) -> list[OutputFile]:
    kind, start = part
    some = slice(start, start + _PART)
    if kind is None:
        return [*article_pages(maker, some), *source_pages(maker, some)]
    return list(term_pages(maker, kind, some))
