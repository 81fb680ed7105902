"""Small values to test the archive with: articles, pages, authorities, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from generator.archive import related
from generator.archive.authorities import Authorities
from generator.archive.link import link as make_link
from generator.archive.mentions import MentionFinder
from generator.archive.related_record import RelatedMemory
from generator.archive.study import Study, Wording, study
from generator.archive.subjects import Subjects
from generator.archive.values import Archive, Authority, Edition, Kind, Related
from generator.articles.article import Article, Page, WikiLink
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import FrontMatter
from generator.articles.ledger import Ledger
from generator.articles.source_text import SourceText
from generator.config import Config
from generator.execution.executors import Executor, InProcess
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


def wording_of(studies: Mapping[str, Study]) -> Wording:
    """What these studies have themselves."""
    contexts = {slug: of.contexts for slug, of in studies.items()}
    return Wording(contexts, lambda slug: studies[slug].forms, lambda slug: studies[slug].forms.encode())


def link(
    config: Config,
    articles: Sequence[Article],
    pages: Sequence[Page],
    sources: Mapping[str, SourceText],
    among: Authorities,
    problems: Problems,
    known: Mapping[str, Study] | None = None,
) -> Archive:
    """The linked archive, of whose articles the studies that are not known are made."""
    # Of articles with the same slug the first by path counts.
    published = [one for one in articles if not one.meta.draft]
    of = known or studies(sorted(published, key=lambda one: one.path, reverse=True), among)
    wording, memory = wording_of(of), RelatedMemory()
    return make_link(config, articles, pages, sources, among, problems, {}, of, (), wording, memory, InProcess())


NO_SUBJECTS = Subjects({}, (), (), ())


def find_related(
    articles: Sequence[Article],
    of: Mapping[str, Study],
    editions: Mapping[str, tuple[Edition, ...]] | None = None,
    subjects: Subjects = NO_SUBJECTS,
    wording: Wording | None = None,
    memory: RelatedMemory | None = None,
    executor: Executor | None = None,
) -> Mapping[str, tuple[Related, ...]]:
    """The related articles of each, where nothing else is known of them."""
    run, remembered = executor or InProcess(), memory or RelatedMemory()
    return related.find_related(articles, of, editions or {}, subjects, wording or wording_of(of), remembered, run)


def source(file: str = "a.txt") -> SourceText:
    ledger = Ledger(source_sha256="0" * 64, encoding="utf-8", lines=(), imported="")
    return SourceText(file, 0, ledger, (), edited=False)


def told(problems: Problems) -> list[str]:
    """Every problem as `severity path:line: text (hint)`."""
    return [f"{p.severity} {p}{f' ({p.hint})' if p.hint else ''}" for p in problems]


GATES = authority("robert-gates", "Robert Gates", "Gates", "Robert M. Gates")
IGOR = authority("igor-ivanov", "Igor Ivanov", "Ivanov")
SERGEI = authority("sergei-ivanov", "Sergei Ivanov", "Ivanov", "Sergei B. Ivanov")
