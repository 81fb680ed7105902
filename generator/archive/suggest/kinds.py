"""Decides what a name is the name of: a person, a place, an organization, or what cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.archive.suggest.candidates import Evidence, is_acronym
from generator.archive.suggest.grouping import Group
from generator.archive.suggest.vocabulary import BODIES, LANDSCAPE, PAPERS
from generator.archive.values import Kind

_SOMEWHERE = 0.12
"""The part of a name's uses after a preposition of place from which it is a place."""
_TITLED = 0.03
"""The part after a title from which it is a person."""
_TITLED_ACRONYM = 0.5
_SPEAKS = 0.05
"""The part beside a verb of speaking from which a name of several words is a person; of one, it may be a firm."""
_DEFINITE = 0.3
"""The part after `the` from which it is no person."""
_INDEFINITE = 0.3
"""The part after `a` or a number from which an acronym is the name of a thing."""
_MOST_WORDS = 4
"""Of a person's name."""


def is_told(group: Group, kind: Kind | None) -> bool:
    """Whether a name is surely one: among capitalised nouns that is so only where its kind can be told."""
    return kind is not None or group.evidence.among_nouns * 2 < group.evidence.uses


def kinds_of(groups: Iterable[Group], countries: Mapping[str, str]) -> list[tuple[Group, Kind | None]]:
    """Each group with its kind. First names that are learnt from those who are surely people tell others.

    `countries` has the names of countries and capitals, and the one that is shown.
    """
    groups = list(groups)
    known = set(countries.values())
    kinds = [Kind.PLACES if group.names[0] in known else _kind(group) for group in groups]
    given = {
        group.names[0].split()[0]
        for group, kind in zip(groups, kinds, strict=True)
        if kind is Kind.PEOPLE and " " in group.names[0]
    }
    return [
        (group, Kind.PEOPLE if kind is None and _has_given_name(group, given) else kind)
        for group, kind in zip(groups, kinds, strict=True)
    ]


def _kind(group: Group) -> Kind | None:
    words = [word.lower() for word in group.names[0].split()]
    evidence = group.evidence
    if any(word in PAPERS for word in words):
        return None
    if is_acronym(group.names[0]) and not _is_often(evidence.titled, evidence, _TITLED_ACRONYM):
        is_thing = evidence.indefinite > 1 and _is_often(evidence.indefinite, evidence, _INDEFINITE)
        return None if is_thing else Kind.ORGANIZATIONS
    if any(word in BODIES for word in words):
        return Kind.ORGANIZATIONS
    return Kind.PLACES if any(word in LANDSCAPE for word in words) else _kind_by_use(evidence, len(words))


def _kind_by_use(evidence: Evidence, words: int) -> Kind | None:
    is_titled = _is_often(evidence.titled, evidence, _TITLED)
    speaks = words > 1 and _is_often(evidence.speaks, evidence, _SPEAKS)
    # "In Ruhe" once is no place yet.
    least = 1 if evidence.among_nouns else 0
    if evidence.somewhere > max(_SOMEWHERE * evidence.uses, evidence.titled, evidence.speaks, least):
        return Kind.PLACES
    if words > _MOST_WORDS or _is_often(evidence.definite, evidence, _DEFINITE):
        return None
    return Kind.PEOPLE if is_titled or speaks else None


def _is_often(count: int, evidence: Evidence, part: float) -> bool:
    return count > part * evidence.uses


def _has_given_name(group: Group, given: set[str]) -> bool:
    words = group.names[0].split()
    is_definite = _is_often(group.evidence.definite, group.evidence, _DEFINITE)
    return 1 < len(words) <= _MOST_WORDS and words[0] in given and not is_definite
