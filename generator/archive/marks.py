"""The parts of an archive that may change by themselves: what to call them, and marks that tell whether they have."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from hashlib import blake2b

import msgspec

from generator.archive.values import Archive, Kind, Term
from generator.articles.edtf_date import EdtfDate
from generator.column import Packed

Part = str
"""A part of an archive that may change by itself: what it is, a colon, and whose it is (a slug, a kind and an id …)."""

MARK = 8
"""Bytes of a part's mark."""
ABSENT = bytes(MARK)
"""The mark of a part that is not there."""


_WORDS = {
    "article": "whether there is an article {}",
    "meta": "the front matter of {}",
    "year": "the year of {}",
    "body": "the text of {}",
    "size": "the length of {}",
    "source": "the source of {}",
    "terms of": "who and what {} is about",
    "contexts": "a sentence of {} that names somebody",
    "links": "what {} shares with other articles",
    "known term": "whether there is {}",
    "term": "the entry of {}",
    "under": "the articles of {}",
    "terms": "the list of {}",
    "wiki link": "where [[{}]] leads",
    "picture": "the size of {}",
    "feed": "whether {} has a feed",
    "order": "the articles or their order",
    "count": "the number of articles",
    "circle": "who appears with whom",
    "whole": "the {} of the archive",
}


def in_words(part: Part) -> str:
    """What to call a part."""
    of, _, name = part.partition(":")
    return _WORDS.get(of, of).format(name)


Digest = Callable[[str], bytes]


OF_ARTICLES = frozenset({"article", "meta", "year", "body", "size", "source", "terms of", "contexts", "links"})
"""What parts are of one article alone."""

_DIGEST = 16
"""Bytes."""


class ArticleDigests(msgspec.Struct, frozen=True, array_like=True):
    """Of each article a digest of all that its own parts are made of: while it is the same, so are their marks."""

    slugs: str = ""
    """One a line."""
    digests: bytes = b""

    @staticmethod
    def of(archive: Archive, about: Digest) -> ArticleDigests:
        """Those of an archive; `about` gives, by an article's slug, what tells its front matter, text, sentences and
        source."""
        # Terms are called by their numbers.
        terms = blake2b(repr(archive.term_numbers.keys_in_order).encode()).digest()
        digests = bytearray()
        for slug in archive.links:
            shared = archive.term_numbers.packed(slug), _written(archive.links, slug)
            own = (about(slug), *shared)
            # How long each is, so that no two lists of parts are the same bytes.
            together = b"".join((terms, array("Q", map(len, own)).tobytes(), *own))
            digests += blake2b(together, digest_size=_DIGEST).digest()
        return ArticleDigests("\n".join(archive.links), bytes(digests))

    def shared_with(self, other: ArticleDigests) -> set[str]:
        """The slugs of the articles that are the same in both."""
        return {slug for slug, _ in set(self._each()) & set(other._each())}

    @property
    def names(self) -> list[str]:
        """The slugs of the articles, in the archive's order."""
        return self.slugs.split("\n") if self.slugs else []

    def _each(self) -> Iterator[tuple[str, bytes]]:
        digests = (self.digests[at : at + _DIGEST] for at in range(0, len(self.digests), _DIGEST))
        return zip(self.names, digests, strict=True)


def _written(values: Mapping[str, object], slug: str) -> bytes:
    return values.packed(slug) if isinstance(values, Packed) else msgspec.msgpack.encode(values.get(slug))


class Marker:
    """Gives each part of an archive a mark, which is another one once the part is."""

    def __init__(self, archive: Archive, meta: Digest, body: Digest, source: Digest) -> None:
        """`meta`, `body` and `source` give digests of an article's front matter, text and source, by its slug."""
        self._archive = archive
        self._marks: dict[Part, bytes] = {}
        self._encoder = msgspec.msgpack.Encoder(enc_hook=_plain)
        self._known = {article.slug for article in archive.articles}
        self._of: dict[str, Callable[[str], bytes]] = {
            "article": lambda slug: self._digest(slug in self._known),
            "meta": lambda slug: meta(slug)[:MARK] if slug in self._known else ABSENT,
            "year": lambda slug: self._digest(archive.by_slug[slug].year) if slug in self._known else ABSENT,
            "body": lambda slug: body(slug)[:MARK] if slug in self._known else ABSENT,
            "size": lambda slug: self._of_size(slug),
            "source": lambda slug: source(slug)[:MARK] if slug in archive.sources else ABSENT,
            "terms of": lambda slug: self._digest(archive.terms_of[slug]) if slug in self._known else ABSENT,
            "contexts": lambda slug: self._digest(archive.contexts[slug]) if slug in archive.contexts else ABSENT,
            "links": lambda slug: self._digest(archive.links[slug]) if slug in self._known else ABSENT,
            "known term": lambda name: self._digest(_key(name) in archive.term_by_id),
            "term": lambda name: self._of_term(name, lambda term: (term.name, term.authority)),
            "under": lambda name: self._of_term(name, lambda term: term.articles),
            "terms": lambda kind: self._digest([term.id for term in archive.terms[Kind(kind)]]),
            "wiki link": lambda target: self._digest(archive.wiki_targets.get(target)),
            "picture": lambda path: self._digest(archive.image_sizes.get(path)),
            "feed": lambda name: self._digest(_key(name) in archive.feeds),
            "order": lambda _: self._digest([article.slug for article in archive.articles]),
            "count": lambda _: self._digest(archive.count),
            "circle": lambda _: self._digest((archive.circle.ties, *map(_id, archive.circle.terms))),
            "whole": lambda name: self._digest(getattr(archive, name)),
            "all article": lambda _: self._digest(sorted(self._known)),
            "all links": lambda _: self._digest(sorted(self._known)),
            "all terms of": lambda _: self._digest(sorted(self._known)),
            "all contexts": lambda _: self._digest(sorted(archive.contexts)),
            "all source": lambda _: self._digest(sorted(archive.sources)),
            "all terms": lambda _: self._digest(sorted(archive.terms)),
            "all known term": lambda _: self._digest(sorted(archive.term_by_id)),
            "all wiki link": lambda _: self._digest(sorted(archive.wiki_targets.items())),
            "all picture": lambda _: self._digest(sorted(archive.image_sizes.items())),
        }

    def recall(self, parts: Iterable[Part], marks: Iterable[bytes], same: Container[str]) -> None:
        """Takes the marks that parts had, of those articles that are the same as then, by their slugs."""
        for part, mark in zip(parts, marks, strict=True):
            of, _, slug = part.partition(":")
            if of in OF_ARTICLES and slug in same:
                self._marks[part] = mark

    def mark(self, part: Part) -> bytes:
        """The mark of one part; `ABSENT` where it is not there."""
        mark = self._marks.get(part)
        if mark is None:
            mark = self._marks[part] = self._mark(part)
        return mark

    def _mark(self, part: Part) -> bytes:
        of, _, name = part.partition(":")
        return self._of[of](name)

    def _of_size(self, slug: str) -> bytes:
        article = self._archive.by_slug.get(slug)
        return ABSENT if article is None else self._digest((article.word_count, article.length))

    def _of_term(self, name: str, wanted: Callable[[Term], object]) -> bytes:
        term = self._archive.term_by_id.get(_key(name))
        return ABSENT if term is None else self._digest(wanted(term))

    def _digest(self, value: object) -> bytes:
        return blake2b(self._encoder.encode(value), digest_size=MARK).digest()


def _id(term: Term) -> tuple[Kind, str]:
    return term.kind, term.id


def _key(name: str) -> tuple[Kind, str]:
    kind, _, id_ = name.partition("/")
    return Kind(kind), id_


def _plain(value: object) -> object:
    if isinstance(value, EdtfDate):
        return value.text
    raise NotImplementedError(type(value))
