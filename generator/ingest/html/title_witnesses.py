"""What a page's metadata says of its title, in parts, and how much a text is that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from generator.articles.html.data import DataSource
from generator.ingest.blocks import fold
from generator.ingest.html.facts import PageFacts, Said
from generator.ingest.rules.publication import name_of_paper
from generator.ingest.typography import normalise

_META = (
    "og:title",
    "twitter:title",
    "twitter:text:title",
    "citation_title",
    "headline",
    "dc.title",
    "dcterms.title",
    "dc:title",
    "parsely-title",
    "sailthru.title",
    "cxenseparse:title",
    "title",
)
_SEPARATOR = re.compile(r"\s+[|│·•»«›‹:/~–—-]+\s+|\s*[|│»«]\s*|\s+::\s+|:\s")


@dataclass(frozen=True, slots=True)
class Witness:
    """One thing that the metadata says."""

    said: Said
    folded: str
    words: frozenset[str]
    """Folded."""
    parts: tuple[str, ...]
    """Folded, what any of its separators parts off; what stands first, first."""


def title_witnesses(facts: PageFacts) -> list[Witness]:
    """What metadata says of the title, the best first."""
    said: list[Said] = []
    headline = next(filter(None, (node.first("headline") for node in facts.articles)), None)
    if headline is None:
        headline = next(filter(None, (node.first("name") for node in facts.articles)), None)
    if headline:
        said.append(Said(normalise(headline.value).strip(), headline.block))
    said += facts.meta(*_META)
    said += facts.of(DataSource.TITLE, "title")[:1]
    folded = [(entry, fold(entry.value)) for entry in said]
    return [Witness(entry, text, frozenset(text.split()), _parts(entry.value)) for entry, text in folded if text]


def _parts(text: str) -> tuple[str, ...]:
    bounds = _bounds(text)
    edges = [(0, 0), *bounds, (len(text), len(text))]
    found = [fold(text[:start]) for start, _ in bounds]
    found += [fold(text[above[1] : below[0]]) for above, below in pairwise(edges)]
    found += [fold(text[end:]) for _, end in bounds]
    return tuple(dict.fromkeys(part for part in found if part))


def own_parts(witness: Witness) -> tuple[str, ...]:
    """The parts that may be the title: the last is the site's name, unless a paper's comes first."""
    bounds = _bounds(witness.said.value)
    begins_with_paper = bool(bounds) and bool(name_of_paper(witness.said.value[: bounds[0][0]]))
    return witness.parts if begins_with_paper else witness.parts[:-1]


def _bounds(text: str) -> list[tuple[int, int]]:
    """From where to where the first separators of a title reach."""
    return [(match.start(), match.end()) for match in islice(_SEPARATOR.finditer(text), _MOST_BOUNDS)]


_MOST_BOUNDS = 12


def agreement(text: str, witnesses: Sequence[Witness]) -> float:
    """From 0 to 1: how much a text is what the metadata says of the title."""
    folded = fold(text)
    if not witnesses or not folded:
        return 0.0
    own = frozenset(folded.split())
    values = []
    for witness in witnesses:
        if folded == witness.folded:
            values.append(1.0)
        elif folded in witness.parts:
            share = len(own) / len(witness.words)
            values.append(0.9 if witness.folded.startswith(folded) else 0.4 + 0.5 * min(1.0, 1.6 * share))
        else:
            shared = len(own & witness.words)
            values.append(0.8 * shared / len(own) * (0.4 + 0.6 * shared / len(witness.words)))
    return 0.75 * max(values) + 0.25 * sum(values) / len(values)


def without_name(text: str, names: set[str]) -> str:
    """A title without the site's name behind or before one of its separators; `names` are folded."""
    bounds = _bounds(text)
    for start, end in bounds:
        if fold(text[end:]) in names:
            return text[:start].strip()
    for start, end in reversed(bounds):
        rest = fold(text[:start])
        if rest in names or any(rest == f"{name} {name}" for name in names):
            return text[end:].strip()
    return text
