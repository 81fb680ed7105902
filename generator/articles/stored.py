"""An article whose body lies in a store until somebody reads it, so that not all bodies are in memory at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, cast

import msgspec

from generator.articles.article import Article, WikiLink
from generator.articles.edtf_date import parse_edtf, year_of
from generator.articles.front_matter import FrontMatter
from generator.problems import Problem


class Body(NamedTuple):
    """An article's text."""

    html: str
    text: str


class Head(msgspec.Struct, frozen=True, gc=False):
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

    @property
    def digest(self) -> bytes:
        """Another one where anything of the article is."""
        return self.meta_digest + self.body_digest


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


_encode = msgspec.msgpack.Encoder(enc_hook=str).encode
_known_date = lru_cache(maxsize=1 << 16)(parse_edtf)
_decode = msgspec.msgpack.Decoder(Head, dec_hook=lambda _, text: _known_date(text)).decode


packed_body = msgspec.msgpack.Encoder().encode
unpacked_body = msgspec.msgpack.Decoder(Body).decode
"""The body again. Raises msgspec.MsgspecError where the bytes are none."""


def packed_head(head: Head) -> bytes:
    return _encode(head)


def unpacked_head(data: bytes) -> Head:
    """The head again. Raises msgspec.MsgspecError where the bytes are none."""
    return _decode(data)


class _Stored:
    """Has the attributes of an `Article`."""

    __slots__ = ("_body", "_heads", "path", "slug", "year")

    def __init__(self, head: Head, heads: Mapping[str, Head], body: Callable[[str], Body]) -> None:
        self.slug, self.path = head.slug, head.path
        # What all lists ask of every article in them.
        self.year = year_of(head.meta.date) if head.meta else None
        self._heads, self._body = heads, body

    @property
    def page(self) -> str:
        return f"articles/{self.slug}.html"

    @property
    def meta(self) -> FrontMatter:
        # Of an article there is one.
        return self._heads[self.path].meta  # type: ignore[return-value]

    @property
    def wiki_links(self) -> tuple[WikiLink, ...]:
        return self._heads[self.path].wiki_links

    @property
    def lines(self) -> dict[str, int]:
        return self._heads[self.path].lines

    @property
    def word_count(self) -> int:
        return self._heads[self.path].word_count

    @property
    def length(self) -> int:
        return self._heads[self.path].length

    @property
    def html(self) -> str:
        return self._body(self.path).html

    @property
    def text(self) -> str:
        return self._body(self.path).text

    line = Article.line


def stored_article(head: Head, heads: Mapping[str, Head], body: Callable[[str], Body]) -> Article:
    """The article with this head, which is looked up among `heads` again, and whose body is fetched by its path."""
    return cast(Article, _Stored(head, heads, body))
