"""Archives made by hand for the tests of the render stage: linked just enough, without files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.archive.company import find_circle
from generator.archive.contexts import sentence_around, written_contexts
from generator.archive.term_numbers import TermNumbers
from generator.archive.values import Archive, Authority, Edition, Kind, Links, Mention, Related, Term
from generator.articles.article import Article, Page
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import FrontMatter, Source
from generator.articles.ledger import Fate, Ledger, LedgerLine, Role, Span
from generator.articles.source_text import SourceText
from generator.config import Config
from generator.errors import ProblemsError
from generator.output_file import Notice, OutputFile
from generator.problems import Problem
from generator.render.exports.catalogue_json import has_texts
from generator.render.exports.files import export_files, export_piece
from generator.render.page.maker import PageMaker
from generator.render.site import EXPORTS, Site, Unit, last_units, units, units_beside_pages
from generator.render.themes.theme import Theme, load_theme
from generator.urls import slugify

THEMES = Path(__file__).parents[2] / "themes"
_DATES = ("date", "updated", "revised")


def reader_files() -> dict[str, bytes]:
    """The files of the theme `reader`, by their paths in its folder."""
    return theme_files("reader") or {}


def theme_files(name: str) -> dict[str, bytes] | None:
    """The files of an installed theme, by their paths in its folder; None where there is no such theme."""
    files = sorted(path for path in (THEMES / name).rglob("*") if path.is_file())
    return {path.relative_to(THEMES / name).as_posix(): path.read_bytes() for path in files} or None


@cache
def installed(name: str) -> Theme:
    return load_theme(name, theme_files)


def reader() -> Theme:
    return installed("reader")


def theme_problems(name: str, themes: Mapping[str, Mapping[str, bytes]]) -> tuple[Problem, ...]:
    """What is wrong with the theme `name`, found in `themes` and then among the installed ones."""
    with pytest.raises(ProblemsError) as caught:
        load_theme(name, lambda wanted: themes.get(wanted) or theme_files(wanted))
    return caught.value.problems


def an_article(title: str, html: str = "", text: str = "Some text.", **meta: Any) -> Article:
    """An article, with a paragraph for each line of the text where no HTML is given.

    Dates are given as text, lists as tuples, `imported` as the day of import.
    """
    html = html or "\n".join(f"<p>{line}</p>" for line in text.split("\n"))
    imported = meta.pop("imported", None)
    if imported:
        source = Source(file=f"{slugify(title)}.txt", sha256="ab" * 32, imported=parse_edtf(imported))
        meta["source"] = source
    dates: dict[str, Any] = {key: parse_edtf(meta.pop(key)) for key in _DATES if key in meta}
    slug = slugify(title)
    return Article(slug, f"content/articles/{slug}.md", FrontMatter(title=title, **dates, **meta), html, text)


def an_archive(
    *articles: Article,
    config: Config | None = None,
    authorities: Mapping[tuple[Kind, str], Authority] | None = None,
    mentions: Mapping[str, Sequence[Mention]] | None = None,
    backlinks: Mapping[str, tuple[str, ...]] | None = None,
    editions: Mapping[str, tuple[Edition, ...]] | None = None,
    pages: Sequence[Page] = (),
    sources: Mapping[str, SourceText] | None = None,
    aliases: Mapping[str, str] | None = None,
    feeds: frozenset[tuple[Kind, str]] = frozenset(),
    related: bool = True,
) -> Archive:
    """The articles, given in the order of time, as an archive. All others are related to each, or none are."""
    names = {article.slug: _terms_of(article) for article in articles}
    terms_of = {
        slug: {kind: tuple(map(slugify, of_kind)) for kind, of_kind in of.items()} for slug, of in names.items()
    }
    dated = [article.slug for article in articles if article.meta.date]
    links = {
        article.slug: Links(
            mentions=tuple((mentions or {}).get(article.slug, ())),
            related=tuple(Related(other.slug) for other in articles if related and other is not article),
            editions=(editions or {}).get(article.slug, ()),
            backlinks=(backlinks or {}).get(article.slug, ()),
            previous=_beside(dated, article.slug, -1),
            next=_beside(dated, article.slug, 1),
        )
        for article in articles
    }
    terms = {kind: _terms(kind, names, authorities or {}) for kind in Kind}
    targets = {article.meta.title.casefold(): article.page for article in articles}
    return Archive(
        config=config or Config(title="The Example"),
        articles=articles,
        links=links,
        terms_of=terms_of,
        terms=terms,
        pages=tuple(pages),
        sources=sources or {},
        wiki_targets=targets,
        aliases=aliases or {},
        term_numbers=TermNumbers(terms_of.items()),
        circle=find_circle(terms, terms_of),
        feeds=feeds,
        contexts={article.slug: _contexts(article, (mentions or {}).get(article.slug, ())) for article in articles},
    )


def _contexts(article: Article, mentions: Sequence[Mention]) -> str:
    return written_contexts((f"{one.kind}/{one.id}", sentence_around(article.html, one)) for one in mentions)


def _terms_of(article: Article) -> dict[Kind, tuple[str, ...]]:
    meta = article.meta
    return {
        Kind.PEOPLE: meta.people,
        Kind.PLACES: meta.places,
        Kind.ORGANIZATIONS: meta.organizations,
        Kind.PUBLICATIONS: (meta.publication,) if meta.publication else (),
        Kind.AUTHORS: meta.author,
        Kind.TAGS: meta.tags,
    }


def _terms(
    kind: Kind,
    terms_of: Mapping[str, Mapping[Kind, tuple[str, ...]]],
    authorities: Mapping[tuple[Kind, str], Authority],
) -> tuple[Term, ...]:
    under: dict[str, list[str]] = {}
    for slug, names in terms_of.items():
        for name in names[kind]:
            under.setdefault(name, []).append(slug)
    return tuple(
        Term(kind, slugify(name), name, tuple(slugs), authorities.get((kind, slugify(name))))
        for name, slugs in sorted(under.items())
    )


def _beside(slugs: Sequence[str], slug: str, step: int) -> str | None:
    if slug not in slugs:
        return None
    position = slugs.index(slug) + step
    return slugs[position] if 0 <= position < len(slugs) else None


def a_span(start: int, end: int, role: Role, fate: Fate, rule: str, *keys: str, editor: bool = False) -> Span:
    return Span(start=start, end=end, role=role, fate=fate, rule=rule, keys=keys, by="editor" if editor else "rule")


def a_source(*lines: tuple[str, Sequence[Span]], edited: bool = False) -> SourceText:
    """A source of the given lines, each with its spans."""
    ledger = Ledger(
        source_sha256="ab" * 32,
        encoding="utf-8",
        lines=tuple(LedgerLine(n=number, spans=tuple(spans)) for number, (_, spans) in enumerate(lines, 1)),
        imported="",
    )
    text = tuple(line for line, _ in lines)
    return SourceText("one.txt", sum(len(line) + 1 for line in text), ledger, text, edited)


def whole(text: str, role: Role, fate: Fate, rule: str, *keys: str) -> tuple[str, list[Span]]:
    """A line that is all one thing."""
    return text, [a_span(0, len(text), role, fate, rule, *keys)]


BLANK = whole("", Role.BLANK, Fate.SET_ASIDE, "blank")


def a_maker(archive: Archive, theme: str = "reader") -> PageMaker:
    return PageMaker.of(archive, installed(theme))


def render_site(archive: Archive, theme: Theme, notices: Sequence[Notice] = ()) -> Iterator[OutputFile]:
    """Every file of the site but the media and what belongs to search."""
    site = Site.of(archive, theme, notices)
    yield from theme.static
    pages: list[str] = []
    for unit in (*units(archive), *last_units(), *units_beside_pages()):
        for file in _exports(site) if unit == EXPORTS else site.make(unit, pages):
            if file.path.endswith(".html"):
                pages.append(file.path)
            yield file


def _exports(site: Site) -> Iterator[OutputFile]:
    return site.exports(site.piece(Unit("article", article.slug)) for article in site.maker.archive.articles)


def an_export(archive: Archive) -> Iterator[OutputFile]:
    """The catalogue in every form."""
    with_texts = has_texts(archive.articles)
    pieces = (export_piece(archive, article.slug, with_texts) for article in archive.articles)
    return export_files(archive.config, pieces, with_texts)


def a_site(archive: Archive, notices: Sequence[Notice] = (), theme: str = "reader") -> dict[str, OutputFile]:
    """The whole site by its paths; a path made twice is an error."""
    site: dict[str, OutputFile] = {}
    for file in render_site(archive, installed(theme), notices):
        assert file.path not in site, file.path
        site[file.path] = file
    return site
