"""What a citation says of an article, gathered from the article, the archive's settings and its cross-links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

import msgspec

from generator.archive.values import Archive, Kind
from generator.articles.article import Article
from generator.articles.front_matter import FrontMatter
from generator.render.citations.issued import Issued, issued
from generator.render.citations.names import Name, parse_name


class ItemKind(StrEnum):
    """The kinds of item that the sources can tell apart.

    Whether a paper is a newspaper or a magazine no source says, and none of the three styles cites them differently.
    """

    ARTICLE = "article"
    """In a newspaper or magazine: its publication has a name."""
    WEB_PAGE = "web-page"
    """On a website, which is known by its address alone, or in this archive and nowhere else that is known."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article as something to cite. What is not known is empty."""

    slug: str
    """Its name in the archive: ASCII, unique, and the same at every build."""
    kind: ItemKind
    title: str
    authors: tuple[Name, ...]
    container: str
    """The publication; for a page without one the host of its address, else the archive."""
    issued: Issued | None
    first_published: str
    """The address where the article was first published."""
    page: str
    """The address of the article's page in this archive, where it is known where the archive stands."""
    archive: str
    """The archive's title."""
    language: str
    """BCP 47."""
    rights: str
    """The article's own terms, else the archive's."""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    sha256: str = ""
    """Of the source as received, 64 hexadecimal digits."""
    withdrawn: str = ""
    """Why the text was taken down."""

    @property
    def is_only_here(self) -> bool:
        """Whether no other place of publication is known than this archive."""
        return self.container == self.archive and not self.first_published

    @property
    def address(self) -> str:
        """Where it was first published, else where it is in this archive."""
        return self.first_published or self.page


@dataclass(frozen=True, slots=True)
class Told:
    """What an article's page tells of it: of one taken down neither author nor summary, terms, address or source."""

    meta: FrontMatter
    archive: Archive
    ids: Mapping[Kind, tuple[str, ...]]
    """Of its terms of each kind."""

    def names(self, kind: Kind) -> tuple[str, ...]:
        """The names of its terms of one kind, in the order in which they are shown."""
        return tuple(self.archive.term_by_id[kind, id_].name for id_ in self.ids.get(kind, ()))


def told_of(archive: Archive, article: Article) -> Told:
    meta, ids = article.meta, archive.terms_of[article.slug]
    if meta.withdrawn:
        meta = msgspec.structs.replace(meta, author=(), url="", summary="", source=None, updated=None)
        ids = {Kind.PUBLICATIONS: ids.get(Kind.PUBLICATIONS, ())}
    return Told(meta, archive, ids)


def item_of(archive: Archive, article: Article) -> Item:
    """The article as something to cite, with the names that its page shows."""
    config, told = archive.config, told_of(archive, article)
    meta = told.meta
    publication = next(iter(told.names(Kind.PUBLICATIONS)), " ".join(meta.publication.split()))
    language = meta.language or config.language
    return Item(
        slug=article.slug,
        kind=ItemKind.ARTICLE if publication and not _is_host(publication) else ItemKind.WEB_PAGE,
        title=" ".join(meta.title.split()),
        authors=_authors(told.names(Kind.AUTHORS), publication, language),
        container=publication or _host(meta.url) or config.title,
        issued=issued(meta.date),
        first_published=meta.url,
        page=config.url + quote(article.page) if config.url else "",
        archive=config.title,
        language=language,
        rights=meta.rights or config.rights,
        summary=" ".join(meta.summary.split()),
        keywords=told.names(Kind.TAGS),
        sha256=meta.source.sha256 if meta.source else "",
        withdrawn=meta.withdrawn,
    )


def _authors(names: Sequence[str], publication: str, language: str) -> tuple[Name, ...]:
    """The authors, each once. A paper that signs as itself names nobody."""
    return tuple(parse_name(name, language) for name in names if name.casefold() != publication.casefold())


_HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})/?", re.IGNORECASE)
_ADDRESS = re.compile(r".*https?://(?:www\.)?([^/:?#@\s]+)", re.IGNORECASE)


def _is_host(publication: str) -> bool:
    """Whether a publication is named as websites are: `example.com`."""
    return _HOST.fullmatch(publication) is not None


def _host(address: str) -> str:
    """The host of an address; of a web archive's copy (`…/2007/http://example.com/…`) that of what was copied."""
    match = _ADDRESS.match(address.partition("?")[0])
    return match[1].lower() if match else ""
