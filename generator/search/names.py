"""The names that a search box proposes: the most frequent people, places, organizations, publications,
tags and authors."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from generator.archive.values import Kind
from generator.search.handing_over import to_json
from generator.search.packed import packed

if TYPE_CHECKING:
    from generator.archive.values import Archive, Term

PROPOSED = (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.PUBLICATIONS, Kind.TAGS, Kind.AUTHORS)

_LARGEST = 60_000
"""Bytes, compressed: they are loaded when somebody first comes to a box."""
_MOST = 6_000
"""Names that fit in there at most, in any archive."""


def frequent_names(archive: Archive) -> dict[str, list[object]]:
    """Of each kind the names, their ids and the packed numbers of their articles, as many as fit."""
    terms = [term for kind in PROPOSED for term in archive.terms[kind] if term.articles]
    chosen = sorted(terms, key=lambda term: (-len(term.articles), term.kind, term.id))[:_MOST]
    while (size := _size(chosen)) > _LARGEST:
        chosen = chosen[: len(chosen) * _LARGEST * 19 // 20 // size]
    return _by_kind(chosen)


def _size(terms: list[Term]) -> int:
    return len(gzip.compress(to_json(_by_kind(terms)).encode(), 6, mtime=0))


def _by_kind(terms: list[Term]) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for kind in PROPOSED:
        of_kind = [term for term in terms if term.kind is kind]
        if of_kind:
            numbers = packed(len(term.articles) for term in of_kind)
            found[kind.value] = [[term.name for term in of_kind], [term.id for term in of_kind], numbers]
    return found
