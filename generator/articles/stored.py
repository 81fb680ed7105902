"""An article whose body lies in a store until somebody reads it, so that not all bodies are in memory at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

import msgspec

from generator.articles.article import Article, WikiLink
from generator.articles.front_matter import FrontMatter
from generator.problems import Problem


class Body(NamedTuple):
    """An article's text."""

    html: str
    text: str


class Head(msgspec.Struct, frozen=True):
    """All of an article but its text, or what is wrong with its file."""

    slug: str
    path: str
    meta: FrontMatter | None
    """None where the file is no article."""
    wiki_links: tuple[WikiLink, ...]
    lines: dict[str, int]
    problems: tuple[Problem, ...]
    meta_digest: bytes
    """Another one where the front matter means something else, wherever in the file it stands."""
    body_digest: bytes
    word_count: int
    length: int
    """Characters of the text."""


def head_of(path: str, article: Article | None, problems: tuple[Problem, ...], digest: Callable[..., bytes]) -> Head:
    """The head of the article in the file `path`; `digest` gives that of bytes in parts."""
    if article is None:
        return Head("", path, None, (), {}, problems, b"", b"", 0, 0)
    targets = "\\n".join(link.target for link in article.wiki_links)
    return Head(
        article.slug,
        path,
        article.meta,
        article.wiki_links,
        article.lines,
        problems,
        digest(msgspec.msgpack.encode(article.meta, enc_hook=str)),
        digest(article.html.encode(), article.text.encode(), targets.encode()),
        article.word_count,
        article.length,
    )


class _Stored:
    """Has the attributes of an `Article`."""

    __slots__ = ("_body", "length", "lines", "meta", "page", "path", "slug", "wiki_links", "word_count")

    def __init__(self, head: Head, meta: FrontMatter, body: Callable[[str], Body]) -> None:
        self.slug, self.path, self.meta = head.slug, head.path, meta
        self.wiki_links, self.lines = head.wiki_links, head.lines
        self.word_count, self.length = head.word_count, head.length
        self.page = f"articles/{head.slug}.html"
        self._body = body

    @property
    def html(self) -> str:
        return self._body(self.path).html

    @property
    def text(self) -> str:
        return self._body(self.path).text

    line = Article.line


def stored_article(head: Head, body: Callable[[str], Body]) -> Article | None:
    """The article with this head, whose body is fetched by its path; None where its file is no article."""
    return cast(Article, _Stored(head, head.meta, body)) if head.meta else None
