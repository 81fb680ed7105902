"""The values that make up a linked archive. Articles are named by their slugs throughout; nothing is changed later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import msgspec

from generator.archive.term_numbers import TermNumbers
from generator.articles.article import Article, Page
from generator.articles.source_text import SourceText
from generator.config import Config


class Kind(StrEnum):
    """The kinds of cross-link that have pages of their own; the value is the folder of the pages."""

    PEOPLE = "people"
    PLACES = "places"
    ORGANIZATIONS = "organizations"
    PUBLICATIONS = "publications"
    AUTHORS = "authors"
    TAGS = "tags"

    # That of an enumeration is written in Python, and kinds are part of most keys.
    __hash__ = str.__hash__


AUTHORITY_KINDS = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.PUBLICATIONS)
"""The kinds that may have a file in `content/authorities/`."""

MENTION_KINDS = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS)
"""The kinds whose names are looked for in the text of articles."""


class Authority(msgspec.Struct, frozen=True, kw_only=True):
    """One person, place, organization or publication, as an authority file describes it."""

    id: str
    name: str
    sort: str = ""
    """What it is filed under in lists, where that is not the name: `Gates, Robert`."""
    variants: tuple[str, ...] = ()
    description: str = ""
    links: tuple[str, ...] = ()
    """Addresses of the same thing elsewhere: Wikidata, VIAF, GeoNames."""
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees, for places."""


# An archive has a hundred thousand of these, and a struct is made ten times as fast as a dataclass.
class Mention(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A stretch of an article's HTML, outside all tags, that names an authority."""

    kind: Kind
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnclearName:
    """A name in an article that might be an authority's: several share it, or it is as usual for something else."""

    name: str
    """As it is looked for: white space and typographic signs made plain."""
    owners: tuple[tuple[Kind, str], ...]
    """The kinds and ids of those who have it."""
    in_head: bool
    """Whether the title or the summary has it."""


def term_page(kind: Kind, id_: str) -> str:
    """The path of a term's page in the site."""
    return f"{kind}/{id_}.html"


@dataclass(frozen=True, slots=True)
class Term:
    """One tag, author, publication, person, place or organization, with the articles under it."""

    kind: Kind
    id: str
    name: str
    articles: tuple[str, ...]
    """Slugs, in the order of time."""
    authority: Authority | None = None

    @property
    def page(self) -> str:
        return term_page(self.kind, self.id)


class Related(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Another article about the same matters."""

    slug: str
    terms: tuple[tuple[Kind, str], ...] = ()
    """Kinds and ids of terms that both articles are about, those that tell most first."""
    words: tuple[str, ...] = ()
    """Where there are no such terms, the most telling words that both have, as the article itself writes them."""
    named: tuple[tuple[Kind, str], ...] = ()
    """Where there are no such words either, terms that both name, those that tell most first."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Another article that tells the same story, whole or shortened: as another paper published it."""

    slug: str
    shared: float
    """The part of the shorter one's runs of five words that the other has too, 0 to 1."""


class Links(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What one article shares with certain others, and where it names whom."""

    mentions: tuple[Mention, ...] = ()
    """The first mention of each authority, in the order of the text: those that become links."""
    related: tuple[Related, ...] = ()
    """None of them is an edition."""
    editions: tuple[Edition, ...] = ()
    backlinks: tuple[str, ...] = ()
    """Slugs of the articles that link to this one, in the order of time."""
    previous: str | None = None
    next: str | None = None


packed_links = msgspec.msgpack.Encoder().encode
_read_links = msgspec.msgpack.Decoder(Links).decode


def unpacked_links(data: bytes) -> Links:
    return _read_links(data)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two terms of a circle that stand in the same articles."""

    first: int
    second: int
    """Their positions in the circle; `first` is the smaller."""
    together: int
    """The number of articles in which both stand."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Who appears with whom."""

    terms: tuple[Term, ...] = ()
    """The one with most articles first; each has a tie."""
    ties: tuple[Tie, ...] = ()
    """In the order of `first`, then `second`."""


@dataclass(frozen=True)
class Archive:
    """Everything that the site shows."""

    config: Config
    articles: tuple[Article, ...]
    """In the order of time; what has no date comes last. Drafts are left out; withdrawn articles have no text."""
    links: Mapping[str, Links]
    """By slug; every article has an entry."""
    terms_of: Mapping[str, Mapping[Kind, tuple[str, ...]]]
    """By slug, the ids of the article's terms of each kind, in the order in which they are shown; likewise."""
    terms: Mapping[Kind, tuple[Term, ...]]
    """Every kind has an entry; its terms stand in the order of their names. Each has at least one article."""
    pages: tuple[Page, ...]
    sources: Mapping[str, SourceText]
    """By the slug of the article that was made of them."""
    wiki_targets: Mapping[str, str]
    """Folded wiki-link target (see `generator.archive.names.fold`) to the path of a page in the site."""
    aliases: Mapping[str, str]
    """Old output path to the page that took its place."""
    unclear: Mapping[str, tuple[UnclearName, ...]] = field(default_factory=dict)
    """By slug, the names that were not linked since nobody can tell whom they mean; none has no entry."""
    circle: Circle = Circle()
    """Empty where too few people have company."""
    feeds: frozenset[tuple[Kind, str]] = frozenset()
    """The kinds and ids of the terms that have feeds of their own, as site.yaml chooses them."""
    image_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Width and height in pixels of the pictures in `media/`, by their paths in the site."""
    featured: tuple[str, ...] = ()
    """Slugs of the articles that site.yaml chooses for the home page, in its order."""
    term_numbers: TermNumbers = field(default_factory=TermNumbers)
    """`terms_of` in a form in which they are soon counted."""
    contexts: Mapping[str, str] = field(default_factory=dict)
    """By slug, the sentences of its mentions by `kind/id`, as `generator.archive.contexts` writes them."""

    @property
    def count(self) -> int:
        """The number of articles; who asks for it depends on no other thing of them."""
        return len(self.articles)

    @cached_property
    def by_slug(self) -> Mapping[str, Article]:
        return {article.slug: article for article in self.articles}

    @cached_property
    def term_by_id(self) -> Mapping[tuple[Kind, str], Term]:
        return {(kind, term.id): term for kind, terms in self.terms.items() for term in terms}
