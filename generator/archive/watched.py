"""An archive that notes which of its parts were read: what a page is made of, without anybody's having to list it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

import msgspec

from generator.archive.marks import Part
from generator.archive.term_numbers import TermNumbers
from generator.archive.values import Archive, Circle, Kind, Links, Term
from generator.articles.article import Article

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Watch:
    """Notes the parts that are read."""

    def __init__(self) -> None:
        self.read: set[Part] = set()
        """Those read since `begin`."""

    def begin(self) -> None:
        """Forgets what was read so far."""
        self.read = set()


def watched(archive: Archive, watch: Watch) -> Archive:
    """The same archive, of which `watch` notes what is read. Its settings are not watched: they are part of all."""
    return cast(Archive, _Archive(archive, watch))


def _noted(name: str, part: str) -> property:
    """An attribute of an article, of which it is noted that the article's `part` was read."""

    def read(article: _Article) -> object:
        article._watch.read.add(f"{part}:{article.slug}")
        return getattr(article._of, name)

    return property(read)


class _Article(msgspec.Struct, eq=False, gc=False):
    """An article whose reading is noted. What its name says (slug, path, page) never changes."""

    # An archive has many: nothing is looked at by the collector of garbage, and names of parts are soon made.
    _of: Article
    slug: str
    _watch: Watch

    @property
    def path(self) -> str:
        return self._of.path

    @property
    def page(self) -> str:
        return self._of.page

    meta = _noted("meta", "meta")
    year = _noted("year", "year")
    html = _noted("html", "body")
    text = _noted("text", "body")
    wiki_links = _noted("wiki_links", "body")
    word_count = _noted("word_count", "size")
    length = _noted("length", "size")

    def line(self, key: str) -> int:
        """As the article's own: for the words of an error, which end a build."""
        return self._of.line(key)


class _Term:
    """A term whose reading is noted: its articles apart from what it is. Its page's path never changes."""

    __slots__ = ("_of", "_self", "_under", "_watch", "id", "kind", "page")

    def __init__(self, term: Term, watch: Watch) -> None:
        self._of, self._watch = term, watch
        self.kind, self.id, self.page = term.kind, term.id, term.page
        name = f"{term.kind}/{term.id}"
        self._self, self._under = f"term:{name}", f"under:{name}"

    @property
    def name(self) -> str:
        self._watch.read.add(self._self)
        return self._of.name

    @property
    def authority(self) -> object:
        self._watch.read.add(self._self)
        return self._of.authority

    @property
    def articles(self) -> tuple[str, ...]:
        self._watch.read.add(self._under)
        return self._of.articles


class _Mapping(Mapping[_Key, _Value]):
    """A mapping of which it is noted what is looked up, be it there or not."""

    def __init__(self, values: Mapping[_Key, Any], of: str, watch: Watch, *, note: bool = True) -> None:
        """`of` names the parts. Without `note` they are only whether a key is there: its value notes what is read."""
        self._values, self._of, self._watch, self._note = values, of, watch, note

    def __getitem__(self, key: _Key) -> _Value:
        # That a key leads to a value is known from where the key was read, which was noted there.
        if self._note or key not in self._values:
            self._watch.read.add(self._part(key))
        value: _Value = self._values[key]
        return value

    def __contains__(self, key: object) -> bool:
        self._watch.read.add(self._part(key))
        return key in self._values

    def __iter__(self) -> Iterator[_Key]:
        self._watch.read.add(f"all {self._of}:")
        return iter(self._values)

    def __len__(self) -> int:
        self._watch.read.add(f"all {self._of}:")
        return len(self._values)

    def _part(self, key: object) -> Part:
        return f"{self._of}:{'/'.join(key) if isinstance(key, tuple) else key}"


class _Articles(_Mapping[str, _Article]):
    """Articles by their slugs, of which it is noted what is read."""

    def __init__(self, articles: Mapping[str, Article], watch: Watch) -> None:
        super().__init__(articles, "article", watch, note=False)
        self._seen: dict[str, _Article] = {}

    def __getitem__(self, slug: str) -> _Article:
        seen = self._seen.get(slug)
        if seen is None:
            seen = self._seen[slug] = _Article(cast(Article, super().__getitem__(slug)), slug, self._watch)
        return seen


class _TermNumbers:
    """The numbers of terms, of which it is noted whose are counted."""

    def __init__(self, of: TermNumbers, watch: Watch) -> None:
        self._of, self._watch = of, watch

    def count(self, slugs: Collection[str]) -> Mapping[tuple[Kind, str], int]:
        self._watch.read.update([f"terms of:{slug}" for slug in slugs])
        return self._of.count(slugs)


class _Archive:
    """Has the attributes of an `Archive`."""

    def __init__(self, archive: Archive, watch: Watch) -> None:
        self._of, self._watch = archive, watch
        self.config = archive.config
        self.by_slug: Mapping[str, _Article] = _Articles(archive.by_slug, watch)
        self.links: Mapping[str, Links] = _Mapping(archive.links, "links", watch)
        self.terms_of: Mapping[str, Mapping[Kind, tuple[str, ...]]] = _Mapping(archive.terms_of, "terms of", watch)
        terms = {kind: tuple(_Term(term, watch) for term in terms) for kind, terms in archive.terms.items()}
        self.terms: Mapping[Kind, tuple[_Term, ...]] = _Mapping(terms, "terms", watch)
        by_id = {(term.kind, term.id): term for of_kind in terms.values() for term in of_kind}
        self.term_by_id: Mapping[tuple[Kind, str], _Term] = _Mapping(by_id, "known term", watch, note=False)
        self.contexts: Mapping[str, str] = _Mapping(archive.contexts, "contexts", watch)
        self.sources: Mapping[str, object] = _Mapping(archive.sources, "source", watch)
        self.wiki_targets: Mapping[str, str] = _Mapping(archive.wiki_targets, "wiki link", watch)
        self.image_sizes: Mapping[str, object] = _Mapping(archive.image_sizes, "picture", watch)
        self.term_numbers = _TermNumbers(archive.term_numbers, watch)
        self.feeds: Collection[tuple[Kind, str]] = _Mapping(dict.fromkeys(archive.feeds), "feed", watch)
        in_circle = (by_id[term.kind, term.id] for term in archive.circle.terms)
        self._circle = Circle(tuple(cast(Term, term) for term in in_circle), archive.circle.ties)

    def __reduce__(self) -> tuple[Callable[[Archive, Watch], Archive], tuple[Archive, Watch]]:
        # To another process goes what is watched, and who watches.
        return watched, (self._of, self._watch)

    @property
    def articles(self) -> tuple[_Article, ...]:
        self._watch.read.add("order:")
        return self._articles

    @cached_property
    def _articles(self) -> tuple[_Article, ...]:
        # Few pages go through all.
        return tuple([self.by_slug[article.slug] for article in self._of.articles])

    @property
    def count(self) -> int:
        self._watch.read.add("count:")
        return self._of.count

    @property
    def circle(self) -> Circle:
        self._watch.read.add("circle:")
        return self._circle

    def __getattr__(self, name: str) -> object:
        self._watch.read.add(f"whole:{name}")
        return getattr(self._of, name)
