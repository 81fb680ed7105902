"""Puts the variants of one name together: Robert M. Gates and Gates with Robert Gates, Путина with Путин."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.archive.suggest.candidates import Evidence, is_acronym
from generator.archive.suggest.vocabulary import BODIES, LANDSCAPE, PAPERS

_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*|Jr\.?|Sr\.?|I{2,3}")
"""What a name may have or not: John F. Kerry, George Bush Jr."""
_CYRILLIC = re.compile(r"[А-Яа-яЁё-]{4,}")
_ENDINGS = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ах|ях|ам|ям|ом|ем|ой|ей|ою|ую|юю|ая|яя|ый|ий|ым|им)$|[аяуюыиеоьй]+$"
)
"""Of Russian nouns and adjectives in all cases; what remains may still end in a vowel."""
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The names of one person, place or organization."""

    names: tuple[str, ...]
    """The one to be shown first; the others by how often they are used."""
    evidence: Evidence
    """Of all names together."""
    shared: tuple[str, ...] = ()
    """Those of the names that another group has too."""


def grouped(names: Mapping[str, Evidence], countries: Mapping[str, str]) -> list[Group]:
    """The names in groups. A last name is with each full name that ends with it.

    `countries` has the names of countries and capitals, and the one that is shown.
    """
    full: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(names):
        full[(countries[name],) if name in countries else _stem_of(name)].append(name)
    ending: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for stem in full:
        if len(stem) > 1 and _may_be_short(full[stem], full.get(stem[-1:], []), names) and not _is_body(stem):
            ending[stem[-1:]].append(stem)
    groups = []
    for stem, spelt in full.items():
        if stem in ending:
            continue
        last = stem[-1:] if len(stem) > 1 and stem[-1:] in full and stem in ending[stem[-1:]] else ()
        single = full[last] if last else []
        shared = tuple(single) if len(ending[last]) > 1 else ()
        groups.append(_group(spelt, single, shared, names, countries))
    return groups


def _group(
    spelt: list[str],
    single: list[str],
    shared: tuple[str, ...],
    names: Mapping[str, Evidence],
    countries: Mapping[str, str],
) -> Group:
    evidence = Evidence()
    # What another has too says nothing of this one.
    for name in spelt if shared else [*spelt, *single]:
        evidence.add(names[name])
    shown = countries.get(spelt[0]) or min(spelt, key=lambda name: _preference(name, names[name]))
    others = sorted(({*spelt, *single} - {shown}), key=lambda name: (-names[name].uses, name))
    return Group((shown, *others), evidence, shared)


def _preference(name: str, evidence: Evidence) -> tuple[int, int, int, str]:
    return _inflection(name), -evidence.uses, len(name), name


def _inflection(name: str) -> int:
    """How far a spelling is from a Russian nominative, as far as that can be seen; 0 in other languages."""
    last = name.split()[-1]
    if not _CYRILLIC.fullmatch(last) or last[-1] not in "аяуюыиеьмйхо":
        return 0
    return 1 if last[-1] in "аяйьо" and not last.endswith(("ого", "его", "ой", "ей")) else 2


def _stem_of(name: str) -> tuple[str, ...]:
    """What the spellings of one name have in common: its words without initials, Russian ones without their endings."""
    words = name.split()
    inner = [word for number, word in enumerate(words) if number == 0 or not _INITIAL.fullmatch(word)]
    return tuple(_word_stem(word) for word in inner)


def _word_stem(word: str) -> str:
    if not _CYRILLIC.fullmatch(word) or is_acronym(word):
        return word
    stem = _ENDINGS.sub("", word.replace("ё", "е")).rstrip("аяуюыиеоьй")
    return stem if len(stem) >= _SHORTEST_STEM else word


_MOST_SHORT = 4
"""In so many times the articles of a full name its last word may stand alone, at most."""


def _may_be_short(full: list[str], short: list[str], names: Mapping[str, Evidence]) -> bool:
    """Whether names of one word may stand for a full name that ends with it.

    Europe, being somewhere, is no short form of Eastern Europe; nor English, which is everywhere, of Ron English.
    """
    both = [*full, *short]
    somewhere = sum(names[name].somewhere for name in both)
    if somewhere > sum(names[name].titled + names[name].speaks for name in both):
        return False
    in_full, in_short = (max((len(names[name].articles) for name in of), default=0) for of in (full, short))
    return in_short <= _MOST_SHORT * in_full


def last_words(names: Mapping[str, Evidence]) -> frozenset[str]:
    """The last words of full names that may stand for them."""
    full = [name for name in names if " " in name]
    return frozenset(
        name.split()[-1]
        for name in full
        if name.split()[-1] in names and _may_be_short([name], [name.split()[-1]], names)
    )


def _is_body(words: tuple[str, ...]) -> bool:
    return any(word.lower() in BODIES | LANDSCAPE | PAPERS for word in words)
