"""Lists what the site is made of, in order: units, each of which can be made by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.archive.values import Archive, Kind
from generator.output_file import Notice, OutputFile
from generator.render.articles.pages import article_page
from generator.render.exports.catalogue_json import has_texts
from generator.render.exports.files import export_files, export_piece
from generator.render.exports.page import exports_page
from generator.render.feeds import feed, robots, sitemap, term_feeds
from generator.render.front.home import home_page
from generator.render.front.of_theme import theme_pages
from generator.render.front.random import random_lists, random_pages
from generator.render.front.redirects import redirect_pages
from generator.render.front.search import search_pages, search_words
from generator.render.front.texts import free_pages, licenses_page, missing_page
from generator.render.lists.timeline import timeline_pages
from generator.render.lists.titles import title_pages
from generator.render.page.maker import PageMaker
from generator.render.sources.pages import source_page
from generator.render.terms.pages import pages_of_term, term_list_pages
from generator.render.themes.theme import Theme
from generator.render.together.page import together_page


class Unit(NamedTuple):
    """Files of the site that are made together, out of what the archive has and nothing else."""

    of: str
    """What it is: `article`, `term`, `home` …"""
    name: str = ""
    """Whose: a slug, a kind and an id …; empty where there is only one."""

    @property
    def path(self) -> str:
        """What to call it where it is to blame: the path of its first page, as far as that is certain."""
        match self.of:
            case "article":
                return f"articles/{self.name}.html"
            case "source":
                return f"articles/{self.name}/source.html"
            case "term":
                return f"{self.name}.html"
        return f"{self.of} {self.name}".strip()


EXPORTS = Unit("exports")
"""Are put together out of a piece of each article."""


@dataclass(frozen=True, slots=True)
class Site:
    """What all units are made from."""

    maker: PageMaker
    notices: tuple[Notice, ...]
    """Those of others' work in the site, in the order in which the page of licences shows them."""
    exports_texts: bool
    """Whether the exports have the articles' texts."""

    @staticmethod
    def of(archive: Archive, theme: Theme, notices: Sequence[Notice]) -> Site:
        return Site(PageMaker.of(archive, theme), tuple(notices), has_texts(archive.articles))

    def make(self, unit: Unit, pages: Sequence[str] = ()) -> list[OutputFile]:
        """The files of a unit but `EXPORTS`. `pages` are the paths of all pages so far, which the last units tell of.

        Raises ThemeError where a template fails.
        """
        if unit.of in _LAST:
            return list(_LAST[unit.of](self.maker, pages))
        return list(_MAKERS[unit.of](self, unit.name))

    def piece(self, unit: Unit) -> tuple[bytes, ...]:
        """What is written of an article in each of the exports; nothing of another unit."""
        return export_piece(self.maker.archive, unit.name, self.exports_texts) if unit.of == "article" else ()

    def exports(self, pieces: Iterable[Sequence[bytes]]) -> Iterator[OutputFile]:
        """The files of the unit `EXPORTS`, out of the pieces of all articles in the archive's order."""
        sizes = {}
        for file in export_files(self.maker.archive.config, pieces, self.exports_texts):
            sizes[file.path] = len(file.data)
            yield file
        yield exports_page(self.maker, sizes)


def units(archive: Archive) -> Iterator[Unit]:
    """The units of the site's own pages, in the order in which it lists them.

    Those that take long by themselves come first, so that no process still makes one when the others have done.
    """
    yield Unit("home")
    yield Unit("titles")
    yield from (Unit("terms", kind) for kind in Kind)
    yield from (Unit(of) for of in ("together", "timeline", "random", "search page", "free pages"))
    yield EXPORTS
    yield from (Unit(of) for of in ("licenses", "404"))
    for article in archive.articles:
        yield Unit("article", article.slug)
        if archive.config.source_pages and article.slug in archive.sources:
            yield Unit("source", article.slug)
    for kind in Kind:
        yield from (Unit("term", f"{kind}/{term.id}") for term in archive.terms[kind])


def is_large(unit: Unit) -> bool:
    """Whether what is made of a unit grows with the whole archive."""
    return unit.of not in ("article", "source", "term")


def units_beside_pages() -> Iterator[Unit]:
    """The units of what is no page of the site's own."""
    return map(Unit, ("random lists", "search words", "redirects", "feed", "term feeds", "robots"))


def last_units() -> Iterator[Unit]:
    """The units that tell of pages: of those of `units`, and of the last units before."""
    return map(Unit, _LAST)


def _article(site: Site, slug: str) -> Iterator[OutputFile]:
    yield article_page(site.maker, site.maker.archive.by_slug[slug])


def _source(site: Site, slug: str) -> Iterator[OutputFile]:
    yield source_page(site.maker, site.maker.archive.by_slug[slug])


def _term(site: Site, name: str) -> Iterator[OutputFile]:
    kind, _, id_ = name.partition("/")
    return pages_of_term(site.maker, site.maker.archive.term_by_id[Kind(kind), id_])


_MAKERS: Mapping[str, Callable[[Site, str], Iterable[OutputFile]]] = {
    "article": _article,
    "source": _source,
    "term": _term,
    "terms": lambda site, kind: term_list_pages(site.maker, Kind(kind)),
    "home": lambda site, _: [home_page(site.maker)],
    "titles": lambda site, _: title_pages(site.maker),
    "together": lambda site, _: together_page(site.maker),
    "timeline": lambda site, _: timeline_pages(site.maker),
    "random": lambda site, _: random_pages(site.maker),
    "random lists": lambda site, _: random_lists(site.maker),
    "search page": lambda site, _: search_pages(site.maker),
    "search words": lambda site, _: search_words(site.maker),
    "free pages": lambda site, _: free_pages(site.maker),
    "licenses": lambda site, _: [licenses_page(site.maker, site.notices)],
    "404": lambda site, _: [missing_page(site.maker)],
    "redirects": lambda site, _: redirect_pages(site.maker),
    "feed": lambda site, _: [feed(site.maker)],
    "term feeds": lambda site, _: term_feeds(site.maker),
    "robots": lambda site, _: [robots(site.maker)],
}
_LAST: Mapping[str, Callable[[PageMaker, Sequence[str]], Iterable[OutputFile]]] = {
    "theme pages": theme_pages,
    "sitemap": sitemap,
}
