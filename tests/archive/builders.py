"""Small values to test the archive with: articles, pages, authorities, sources."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from generator.archive.authorities import Authorities
from generator.archive.mentions import MentionFinder
from generator.archive.study import Study, study
from generator.archive.values import Authority, Kind
from generator.articles.article import Article, Page, WikiLink
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import FrontMatter
from generator.articles.ledger import Ledger
from generator.articles.source_text import SourceText
from generator.problems import Problems


def article(
    slug: str = "an-article",
    text: str = "",
    *,
    html: str | None = None,
    date: str = "",
    wiki: tuple[str, ...] = (),
    lines: dict[str, int] | None = None,
    path: str = "",
    **meta: Any,
) -> Article:
    """An article with one paragraph a line of `text`, or with that `html`; its `wiki` links stand on lines 10, 11 …"""
    paragraphs = "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in text.splitlines())
    meta.setdefault("title", slug.replace("-", " ").capitalize())
    return Article(
        slug=slug,
        path=path or f"content/articles/{slug}.md",
        meta=FrontMatter(date=parse_edtf(date) if date else None, **meta),
        html=paragraphs if html is None else html,
        text=text,
        wiki_links=wiki_links(wiki),
        lines=lines or {},
    )


def page(slug: str, title: str = "", *, path: str = "", wiki: tuple[str, ...] = ()) -> Page:
    path = path or f"content/pages/{slug}.md"
    return Page(slug, path, title or slug.capitalize(), "<p>words</p>", "words", wiki_links(wiki))


def wiki_links(targets: tuple[str, ...]) -> tuple[WikiLink, ...]:
    return tuple(WikiLink(target, line) for line, target in enumerate(targets, start=10))


def authority(id_: str, name: str, *variants: str) -> Authority:
    return Authority(id=id_, name=name, variants=variants)


def authorities(
    people: tuple[Authority, ...] = (),
    places: tuple[Authority, ...] = (),
    organizations: tuple[Authority, ...] = (),
    publications: tuple[Authority, ...] = (),
) -> Authorities:
    return Authorities(
        {
            Kind.PEOPLE: people,
            Kind.PLACES: places,
            Kind.ORGANIZATIONS: organizations,
            Kind.PUBLICATIONS: publications,
        }
    )


def studies(articles: Iterable[Article], among: Authorities | None = None) -> dict[str, Study]:
    """What is known of each article by its slug."""
    finder = MentionFinder(among or authorities())
    return {article.slug: study(article, finder) for article in articles}


def source(file: str = "a.txt") -> SourceText:
    ledger = Ledger(source_sha256="0" * 64, encoding="utf-8", lines=(), imported="")
    return SourceText(file, 0, ledger, (), edited=False)


def told(problems: Problems) -> list[str]:
    """Every problem as `severity path:line: text (hint)`."""
    return [f"{p.severity} {p}{f' ({p.hint})' if p.hint else ''}" for p in problems]


GATES = authority("robert-gates", "Robert Gates", "Gates", "Robert M. Gates")
IGOR = authority("igor-ivanov", "Igor Ivanov", "Ivanov")
SERGEI = authority("sergei-ivanov", "Sergei Ivanov", "Ivanov", "Sergei B. Ivanov")
