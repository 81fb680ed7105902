"""What articles share with each other, kept as bytes of which only those are read that somebody asks for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

import msgspec

from generator.archive.term_numbers import TermNumbers
from generator.archive.values import Edition, Kind, Links, Mention, Related
from generator.column import Column, Placed


class Parts(NamedTuple):
    """The parts of `Links` but the terms, each as bytes: the same for the same links."""

    mentions: bytes
    others: bytes
    """What it shares with certain other articles; of those related to it without the score."""
    scores: bytes


class _Others(msgspec.Struct, frozen=True, array_like=True):
    related: tuple[tuple[str, tuple[tuple[Kind, str], ...], tuple[str, ...], tuple[tuple[Kind, str], ...]], ...]
    editions: tuple[Edition, ...]
    backlinks: tuple[str, ...]
    previous: str | None
    next: str | None


_encode = msgspec.msgpack.Encoder().encode
_read_mentions = msgspec.msgpack.Decoder(tuple[Mention, ...]).decode
_read_others = msgspec.msgpack.Decoder(_Others).decode


def parts_of(links: Links) -> Parts:
    """Those of links that are packed already or not."""
    if isinstance(links, _PackedLinks):
        return links.parts()
    related = tuple((one.slug, one.terms, one.words, one.named) for one in links.related)
    return Parts(
        _encode(links.mentions),
        _encode(_Others(related, links.editions, links.backlinks, links.previous, links.next)),
        array("d", [one.score for one in links.related]).tobytes(),
    )


class PackedLinks(Placed[Links]):
    """The links of an archive by slug."""

    __slots__ = ("_columns", "terms")

    def __init__(self, links: Iterable[tuple[str, Links]]) -> None:
        """Takes them one by one, so that all of them are never there as objects."""
        self.terms = TermNumbers()
        self.places = self.terms.places
        self._columns = [Column() for _ in Parts._fields]
        for slug, of in links:
            self.terms.append(slug, of.terms)
            for column, part in zip(self._columns, parts_of(of), strict=True):
                column.append(part)

    def __getitem__(self, slug: str) -> Links:
        return cast(Links, _PackedLinks(slug, self.terms, self._columns, self.places[slug]))


class _PackedLinks:
    """Has the attributes of `Links`."""

    __slots__ = ("_columns", "_place", "_slug", "_terms")

    def __init__(self, slug: str, terms: TermNumbers, columns: list[Column], place: int) -> None:
        self._slug, self._terms, self._columns, self._place = slug, terms, columns, place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _PackedLinks) and (self.terms, self.parts()) == (other.terms, other.parts())

    __hash__ = None  # type: ignore[assignment]

    def parts(self) -> Parts:
        return Parts(*(column[self._place] for column in self._columns))

    @property
    def terms(self) -> Mapping[Kind, tuple[str, ...]]:
        return self._terms[self._slug]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return _read_mentions(self._columns[0][self._place])

    @property
    def related(self) -> tuple[Related, ...]:
        scores = memoryview(self._columns[2][self._place]).cast("d")
        others = self._others.related
        return tuple(
            Related(slug, score, terms, words, named)
            for (slug, terms, words, named), score in zip(others, scores, strict=True)
        )

    @property
    def editions(self) -> tuple[Edition, ...]:
        return self._others.editions

    @property
    def backlinks(self) -> tuple[str, ...]:
        return self._others.backlinks

    @property
    def previous(self) -> str | None:
        return self._others.previous

    @property
    def next(self) -> str | None:
        return self._others.next

    @property
    def _others(self) -> _Others:
        return _read_others(self._columns[1][self._place])
