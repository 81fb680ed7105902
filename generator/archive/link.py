"""Makes the linked archive out of articles, pages, sources and authorities: the contents page of this stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from generator.archive.aliases import resolve_aliases
from generator.archive.authorities import Authorities
from generator.archive.chronology import in_order_of_time, neighbours
from generator.archive.company import find_circle
from generator.archive.editions import find_editions
from generator.archive.featured import chosen_articles
from generator.archive.feeds import chosen_feeds
from generator.archive.own_paths import is_own_slug
from generator.archive.related import find_related
from generator.archive.related_record import RelatedMemory
from generator.archive.study import Study, Wording, as_published
from generator.archive.subjects import find_subjects
from generator.archive.term_numbers import TermNumbers
from generator.archive.terms import Terms, gather_terms
from generator.archive.values import Archive, Kind, Links, packed_links, unpacked_links
from generator.archive.wiki_links import resolve_wiki_links
from generator.articles.article import Article, Page
from generator.articles.source_text import SourceText
from generator.column import Packed
from generator.config import Config

if TYPE_CHECKING:
    from generator.execution.executors import Executor
    from generator.problems import Problems


def link(
    config: Config,
    articles: Sequence[Article],
    pages: Sequence[Page],
    sources: Mapping[str, SourceText],
    authorities: Authorities,
    problems: Problems,
    image_sizes: Mapping[str, tuple[int, int]],
    studies: Mapping[str, Study],
    media: Collection[str],
    wording: Wording,
    memory: RelatedMemory,
    executor: Executor,
) -> Archive:
    """The archive that the site shows; the same for the same articles and pages in whatever order.

    `sources` are those that may be shown, by the slug of the article made of them; `media` are paths in the site.
    Drafts are left out. Of a withdrawn article only its front matter stays, without the summary. The archive is to be
    published only if `problems` has no errors.

    `studies` are given by slug, and `wording` has what they have not themselves: no article's HTML is looked at, and
    text only of those that seem to tell the same story as another. What `memory` has of the last build need not be done
    again. `executor` compares the articles.
    """
    articles = _one_of_each_slug(articles, problems)
    pages = _one_of_each_slug(pages, problems)
    _check_page_slugs(pages, problems)
    drafts, shown = _drafts_and_shown(articles)
    studies = {article.slug: studies[article.slug] for article in shown}
    problems.extend(problem for of in studies.values() for problem in of.problems)

    terms = gather_terms(shown, {slug: of.named() for slug, of in studies.items()}, authorities, problems)
    feeds = chosen_feeds(config.feeds, terms.by_kind, authorities, problems)
    wiki_links = resolve_wiki_links(shown, pages, drafts, problems, media)
    texts = {article.slug: article for article in shown}
    editions = find_editions({slug: of.sketch() for slug, of in studies.items()}, lambda slug: texts[slug].text)
    subjects = find_subjects({slug: of[Kind.TAGS] for slug, of in terms.by_article.items()}, studies)
    term_numbers = TermNumbers((article.slug, terms.by_article[article.slug]) for article in shown)
    circle = find_circle(terms.by_kind, terms.by_article)
    aliases = resolve_aliases(shown, _paths(shown, pages, terms, feeds), problems)
    related = find_related(shown, studies, editions, subjects, wording, memory, executor)

    beside = neighbours(shown)
    links = (
        Links(
            mentions=studies[article.slug].mentions(),
            related=related[article.slug],
            editions=editions[article.slug],
            backlinks=wiki_links.backlinks.get(article.slug, ()),
            previous=beside[article.slug][0],
            next=beside[article.slug][1],
        )
        for article in shown
    )
    slugs = [article.slug for article in shown]
    return Archive(
        config=config,
        articles=shown,
        # Hardly anybody asks for those of an article again.
        links=Packed(zip(slugs, map(packed_links, links), strict=True), unpacked_links, 1),
        terms_of=term_numbers,
        terms=terms.by_kind,
        pages=pages,
        sources=sources,
        wiki_targets=wiki_links.targets,
        aliases=aliases,
        unclear={slug: of.unclear for slug, of in studies.items() if of.unclear},
        circle=circle,
        feeds=frozenset(feeds),
        image_sizes=image_sizes,
        featured=chosen_articles(config.featured, articles, problems),
        term_numbers=term_numbers,
        contexts=wording.contexts,
    )


def _drafts_and_shown(articles: Iterable[Article]) -> tuple[Sequence[Article], tuple[Article, ...]]:
    """The drafts, and all others as they are published, in the order of time."""
    drafts: list[Article] = []
    published: list[Article] = []
    # Of a large archive front matter is read anew each time that it is gone through.
    for article in articles:
        if article.meta.draft:
            drafts.append(article)
        else:
            published.append(as_published(article))
    return drafts, in_order_of_time(published)


def _paths(
    articles: Iterable[Article], pages: Iterable[Page], terms: Terms, feeds: Iterable[tuple[Kind, str]]
) -> Iterator[str]:
    """Those of the site's files that nothing else may be called like."""
    for article in articles:
        yield article.page
        yield f"articles/{article.slug}/source.html"
    yield from (term.page for of_kind in terms.by_kind.values() for term in of_kind)
    yield from (f"{page.slug}.html" for page in pages)
    yield from (f"{kind}/{id_}.atom" for kind, id_ in feeds)


_Document = TypeVar("_Document", Article, Page)


def _one_of_each_slug(documents: Sequence[_Document], problems: Problems) -> tuple[_Document, ...]:
    """The documents by slug, of those that share one only the first by path; each that shares one is told."""
    by_slug: defaultdict[str, list[_Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda document: document.path):
        # Some file systems hold `a.html` and `A.html` for the same file.
        by_slug[document.slug.casefold()].append(document)
    for same in by_slug.values():
        for document in same if len(same) > 1 else ():
            others = ", ".join(other.path for other in same if other is not document)
            text = f"the address `{document.slug}` is taken twice"
            problems.error(document.path, 0, text, f"rename this file or {others}")
    return tuple(by_slug[slug][0] for slug in sorted(by_slug))


def _check_page_slugs(pages: Sequence[Page], problems: Problems) -> None:
    for page in pages:
        if is_own_slug(page.slug):
            problems.error(page.path, 0, f"the site has a page {page.slug}.html of its own", "rename the file")
