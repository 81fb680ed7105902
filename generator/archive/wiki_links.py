"""Resolves `[[wiki links]]` and links to article files, and turns them round into backlinks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.archive.names import KnownNames, fold
from generator.archive.old_addresses import OldAddresses, is_whole
from generator.articles.article import Article, Page, WikiLink

if TYPE_CHECKING:
    from generator.problems import Problems

_SHOWN = 80
"""Characters of an address that are told."""


@dataclass(frozen=True, slots=True)
class WikiLinks:
    """Where links between articles lead, and where they come from."""

    targets: Mapping[str, str]
    """Folded slug, file name or title to the path of the page; a title that several share is left out."""
    backlinks: Mapping[str, tuple[str, ...]]
    """By slug, the slugs of the other articles that link there, in the order in which the articles were given."""


@dataclass(frozen=True, slots=True)
class _Document:
    """An article or a free page, as something to link to."""

    slug: str
    title: str
    page: str

    def file_names(self) -> tuple[str, str]:
        return self.slug, f"{self.slug}.md"


def resolve_wiki_links(
    articles: Sequence[Article],
    pages: Sequence[Page],
    drafts: Iterable[Article],
    problems: Problems,
    media: Iterable[str] = (),
) -> WikiLinks:
    """Resolves every link in `articles` (in the order of time) and `pages`; one without a target is an error.

    Links of imported articles may be addresses of the site that they come from, and lead to `media` too (paths in the
    site); those that lead nowhere are a warning for each article, since an archive of what is gone must build.

    A target is a slug, a file name or a title, compared folded. Of an article and a page that go by the same slug the
    article is meant; a slug goes before a title. `drafts` are no targets: they only serve to say so.
    """
    documents = [_Document(article.slug, article.meta.title, article.page) for article in articles]
    free_pages = [_Document(page.slug, page.title, f"{page.slug}.html") for page in pages]
    register = _Register(documents, free_pages, drafts)
    backlinks: defaultdict[str, list[str]] = defaultdict(list)
    slug_of_page = {article.page: article.slug for article in articles}
    old = _OldLinks(register, OldAddresses(articles, media))
    for article in articles:
        if article.meta.source:
            paths = old.look_up(article, problems)
        else:
            paths = [register.look_up(article.path, link, problems) for link in article.wiki_links]
        linked = {slug_of_page[path] for path in paths if path in slug_of_page}
        for slug in sorted(linked - {article.slug}):
            backlinks[slug].append(article.slug)
    for page in pages:
        for link in page.wiki_links:
            register.look_up(page.path, link, problems)
    return WikiLinks(old.found | register.targets, {slug: tuple(backlinks[slug]) for slug in sorted(backlinks)})


class _OldLinks:
    """The links of imported articles."""

    def __init__(self, register: _Register, addresses: OldAddresses) -> None:
        self._register, self._addresses = register, addresses
        self.found: dict[str, str] = {}
        """By folded address, the path of what it leads to."""

    def look_up(self, article: Article, problems: Problems) -> list[str | None]:
        """Where each of the article's links leads."""
        paths = [self._find(link.target) for link in article.wiki_links]
        links = zip(article.wiki_links, paths, strict=True)
        dead = [link for link, path in links if path is None and not is_whole(link.target)]
        if dead:
            more = f" (and {len(dead) - 1} more)" if len(dead) > 1 else ""
            text = f"links to what is not in this archive: {dead[0].target[:_SHOWN]}{more}; only the words are shown"
            hint = "put such files into content/media/, or name an article of this archive"
            problems.warning(article.path, dead[0].line, text, hint)
        return paths

    def _find(self, target: str) -> str | None:
        key = fold(target)
        path = self._register.targets.get(key) or self.found.get(key) or self._addresses.find(target)
        if path:
            self.found[key] = path
        return path


class _Register:
    """Everything that a link may lead to, by all its names."""

    def __init__(self, articles: list[_Document], pages: list[_Document], drafts: Iterable[Article]) -> None:
        titles: defaultdict[str, list[_Document]] = defaultdict(list)
        for document in [*articles, *pages]:
            titles[fold(document.title)].append(document)
        self._shared = {title: sorted(d.slug for d in found) for title, found in titles.items() if len(found) > 1}
        self.targets = {title: found[0].page for title, found in titles.items() if len(found) == 1}
        for document in [*pages, *articles]:
            self.targets.update((name, document.page) for name in document.file_names())
        self._drafts = {
            fold(name): draft.path for draft in drafts for name in (draft.slug, f"{draft.slug}.md", draft.meta.title)
        }
        self._known = KnownNames(name for document in [*articles, *pages] for name in (document.slug, document.title))

    def look_up(self, path: str, link: WikiLink, problems: Problems) -> str | None:
        """The page that the link in the file `path` leads to; None where that is told as a problem."""
        key = fold(link.target)
        if key in self.targets:
            return self.targets[key]
        if key in self._shared:
            slugs = " or ".join(self._shared[key])
            problems.error(path, link.line, f"several articles are called “{link.target}”", f"write the slug: {slugs}")
            return None
        problems.error(path, link.line, f"no article called “{link.target}”", self._hint(key))
        return None

    def _hint(self, key: str) -> str:
        if key in self._drafts:
            return f"{self._drafts[key]} is a draft, and drafts are not published"
        if not key:
            return "a link to a section of the same page is written [words](#section)"
        return self._known.hint(key, "write the slug or the title of an article that is there")
