"""The old paths that must keep working: front-matter `aliases`, checked, and the pages to which they lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.archive.own_paths import is_own_path
from generator.articles.article import Article

if TYPE_CHECKING:
    from generator.problems import Problems

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# Control characters, and what some file system refuses in a name.
_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f\\:*?"<>|#]')
_ENDING = re.compile(r"[^/]\.[A-Za-z][A-Za-z0-9]{0,4}$")
_LONGEST_NAME = 255
"""Bytes of one step of a path, on the common file systems."""


def normalise_alias(alias: str) -> str:
    """The path in the site that `alias` means: `/old/` and `old` are both `old/index.html`.

    Percent-encoded characters are decoded, as a web server would. Raises ValueError, with words for a reader, where
    the alias is no path inside the site.
    """
    alias = alias.strip()
    if _SCHEME.match(alias):
        raise ValueError("an alias is a path in this site, not an address")
    path = unquote(alias).removeprefix("/")
    refused = _NOT_IN_A_NAME.search(path)
    if refused:
        raise ValueError(f"an alias becomes a file, whose name cannot hold {refused[0]!r}")
    if not path or path.endswith("/"):
        path += "index.html"
    elif not _ENDING.search(path):
        path += "/index.html"
    steps = path.split("/")
    if any(step in ("", ".", "..") for step in steps):
        raise ValueError("an alias is a plain path: no `..`, no `.`, no empty step")
    if path.startswith("."):
        raise ValueError("names at the top of the site that begin with a dot belong to the host")
    if any(len(step.encode()) > _LONGEST_NAME for step in steps):
        raise ValueError("an alias becomes a file, whose name cannot be this long")
    return path


def resolve_aliases(articles: Sequence[Article], pages: Iterable[str], problems: Problems) -> Mapping[str, str]:
    """Old output path to the page that took its place, by path.

    `pages` are the paths of all pages that the archive's content gives. An alias that is no path inside the site,
    that is the path of a page or of another article's alias, or that would have to be a file and a folder at once is
    an error; one of an imported article that clashes with another path is left out with a warning. Paths are compared
    without regard to case, as some file systems do.
    """
    if not any(article.meta.aliases for article in articles):
        return {}
    site = _Site(pages)
    aliases: dict[str, str] = {}
    owners: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: article.slug):
        for path in _paths(article, problems):
            claimed = owners.setdefault(path.casefold(), article)
            clash = site.clash(path) or ("" if claimed is article else f"{claimed.path} has that alias too")
            if clash:
                _tell_clash(article, path, clash, problems)
            else:
                aliases[path] = article.page
    for path in sorted(aliases):
        folder = next((folder for folder in _folders(path.casefold()) if folder in owners), "")
        if folder:
            _tell_clash(owners[path.casefold()], path, f"the alias {folder} is a file", problems)
            del aliases[path]
    return {path: aliases[path] for path in sorted(aliases)}


def _tell_clash(article: Article, path: str, clash: str, problems: Problems) -> None:
    # What another program took for an old path must not keep an imported archive from being built.
    tell = problems.warning if article.meta.source else problems.error
    text = f"`aliases`: {path} cannot be an old path: {clash}"
    tell(article.path, article.line("aliases"), text, "choose or remove one")


def _paths(article: Article, problems: Problems) -> Iterator[str]:
    """The article's aliases, normalised, each once."""
    seen: set[str] = set()
    for alias in article.meta.aliases:
        try:
            path = normalise_alias(alias)
        except ValueError as error:
            problems.error(
                article.path, article.line("aliases"), f"`aliases`: {alias}: {error}", "such as old/page.html"
            )
            continue
        if not path.endswith((".html", ".htm")):
            text = f"`aliases`: hosts do not show {path} as a page"
            problems.warning(article.path, article.line("aliases"), text, "the old path works only if it ends in .html")
        if path.casefold() not in seen:
            seen.add(path.casefold())
            yield path


def _folders(path: str) -> list[str]:
    """Every folder in which `path` lies."""
    steps = path.split("/")
    return ["/".join(steps[:end]) for end in range(1, len(steps))]


class _Site:
    """The paths that are not free."""

    def __init__(self, pages: Iterable[str]) -> None:
        self._pages = {page.casefold() for page in pages}
        self._folders = {folder for page in self._pages for folder in _folders(page)}

    def clash(self, path: str) -> str:
        """Why `path` cannot be an alias, or nothing."""
        folded = path.casefold()
        if folded in self._pages or is_own_path(folded):
            return "the site has a page there"
        if folded in self._folders:
            return "the site has a folder there"
        if any(folder in self._pages or is_own_path(folder) for folder in _folders(folded)):
            return "a page of the site would have to be a folder"
        return ""
