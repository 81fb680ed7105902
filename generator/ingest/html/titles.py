"""Finds a page's title: the visible heading that its metadata agrees with, or what the metadata says."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from generator.articles.html.data import DataSource
from generator.articles.html.lines import LineShape
from generator.ingest.blocks import fold
from generator.ingest.dates import find_dates
from generator.ingest.html.facts import PageFacts, Said
from generator.ingest.rules.names import match_byline
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
_MOST_WORDS = 45


@dataclass(frozen=True, slots=True)
class Title:
    """A text that is, or may be, the title."""

    text: str
    blocks: tuple[int, ...]
    """Those that it came from; one, unless a heading's lines are blocks of their own."""
    start: int = 0
    end: int = 0
    """Of a part of a block's line, its characters; else both 0."""
    prior: float = 0.0
    """How likely the markup alone makes it the title."""


def find_title(facts: PageFacts, names: set[str]) -> Title | None:
    """The page's title; `names` are those of the site, folded, which it is not."""
    witnesses = _witnesses(facts)
    candidates = list(_candidates(facts, witnesses, names))
    best, best_score = None, _ENOUGH
    for candidate in candidates:
        agreement = _agreement(candidate.text, witnesses)
        score = candidate.prior + _WEIGHT * agreement
        if score > best_score and (agreement >= _SURE or not _is_detail(candidate.text)):
            best, best_score = candidate, score
    if best is None:
        return _from_metadata(witnesses, names)
    return _under_name(best, candidates, witnesses, facts) or best


_WEIGHT = 3.0
_ENOUGH = 1.25
_SURE = 0.5


def _is_detail(text: str) -> bool:
    """Whether a line is a byline or has a date for its greatest part."""
    dates = find_dates(text)
    dated = dates and 2 * (dates[0].end - dates[0].start) > len(text)
    return bool(dated) or match_byline(text, "") is not None


def _under_name(
    best: Title, candidates: Sequence[Title], witnesses: Sequence[_Witness], facts: PageFacts
) -> Title | None:
    """The heading under `best`, where `<title>` has both as its parts: then the upper one is the site's name."""
    upper = fold(best.text)
    parted = [witness for witness in witnesses if upper in witness.parts and upper != witness.folded]
    if not parted or any(witness.folded == upper for witness in witnesses):
        return None
    prose = next((index for index in facts.prose if index > best.blocks[-1] and not facts.is_foreign(index)), 0)
    is_paper = bool(name_of_paper(best.text))
    for other in candidates:
        lower = fold(other.text)
        heading = is_paper or facts.lines[other.blocks[0]].shape is LineShape.HEADING
        between = best.blocks[-1] < other.blocks[0] < prose and heading
        both = any(lower in witness.parts for witness in parted)
        if between and both and upper not in lower and len(lower.split()) >= len(upper.split()):
            return other
    return None


@dataclass(frozen=True, slots=True)
class _Witness:
    said: Said
    folded: str
    words: frozenset[str]
    parts: tuple[str, ...]
    """Folded, what any of its separators parts off; what stands first, first."""


def _witnesses(facts: PageFacts) -> list[_Witness]:
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
    return [_Witness(entry, text, frozenset(text.split()), _parts(entry.value)) for entry, text in folded if text]


def _parts(text: str) -> tuple[str, ...]:
    bounds = _bounds(text)
    edges = [(0, 0), *bounds, (len(text), len(text))]
    found = [fold(text[:start]) for start, _ in bounds]
    found += [fold(text[above[1] : below[0]]) for above, below in pairwise(edges)]
    found += [fold(text[end:]) for _, end in bounds]
    return tuple(dict.fromkeys(part for part in found if part))


def _own_parts(witness: _Witness) -> tuple[str, ...]:
    """The parts that may be the title: the last is the site's name, unless a paper's comes first."""
    bounds = _bounds(witness.said.value)
    begins_with_paper = bool(bounds) and bool(name_of_paper(witness.said.value[: bounds[0][0]]))
    return witness.parts if begins_with_paper else witness.parts[:-1]


def _bounds(text: str) -> list[tuple[int, int]]:
    """From where to where the first separators of a title reach."""
    return [(match.start(), match.end()) for match in islice(_SEPARATOR.finditer(text), _MOST_BOUNDS)]


_MOST_BOUNDS = 12


def _agreement(text: str, witnesses: Sequence[_Witness]) -> float:
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


_PRIORS = {1: 1.0, 2: 0.5, 3: 0.3, 4: 0.2}
_LONGEST_LINE = 400
_HEADLINE_NAMES = re.compile(
    r"itemprop:headline|(?:^|[\s_-])(?:entry|post|article|story|news|single|detail|blog-?post)[_-]{0,2}(?:title|headline|"
    r"heading|titel|header)(?=$|[\s_-])"
)
_TITLE_NAMES = re.compile(r"(?:^|[\s_-])(?:title|headline|heading|titel|titulo|titre|ueberschrift|hl1)(?=$|[\s_-])")


def _candidates(facts: PageFacts, witnesses: Sequence[_Witness], names: set[str]) -> Iterator[Title]:
    known = {text for witness in witnesses for text in (witness.folded, *_own_parts(witness))}
    prose = [index for index in facts.prose if not facts.is_foreign(index)]
    first = facts.first_prose
    highest = [i for i in facts.text if facts.lines[i].shape is LineShape.HEADING and facts.lines[i].level == 1]
    for place, index in enumerate(facts.text):
        line, block = facts.lines[index], facts.blocks[index]
        heading = line.shape is LineShape.HEADING and line.level in _PRIORS
        if not heading and (len(line.text) > _LONGEST_LINE or index > first + _BELOW):
            continue
        titled = _titled(facts, index)
        if not (heading or titled or _is_known(facts, index, known)):
            continue
        if block.words > _MOST_WORDS or not block.folded or block.folded in names or facts.is_foreign(index):
            continue
        prior = (_PRIORS[line.level] if heading else 0.1) + titled
        prior += 0.5 * (highest == [index]) - 0.8 * (index > first + _BELOW) - _ONE_WORD * (block.words == 1)
        prior += 0.6 * _has_prose_below(prose, facts.text, place)
        yield Title(block.text, (index,), prior=prior)
        yield from _inner(facts, index, prior, names)
        yield from _joined(facts, place, prior + _ONE_WORD * (block.words == 1))


_BELOW = 6
"""Lines under the first paragraph among which a title may still stand."""
_NEAR = 8
_ONE_WORD = 0.4
"""What a heading of one word loses, which is more often a section's name."""


def _has_prose_below(prose: Sequence[int], text: Sequence[int], place: int) -> bool:
    """Whether a paragraph stands among the next lines."""
    following = bisect(prose, text[place])
    return following < len(prose) and prose[following] <= text[min(place + _NEAR, len(text) - 1)]


def _is_known(facts: PageFacts, index: int, known: set[str]) -> bool:
    block = facts.blocks[index]
    return facts.lines[index].shape is LineShape.TEXT and block.words > 1 and block.folded in known


def _titled(facts: PageFacts, index: int) -> float:
    """How clearly an element's names say that the line is a title."""
    line = facts.lines[index]
    around = line.element.parent
    value = max(_said_by(line.element.names), _said_by(around.names) if around else 0.0)
    if value < _CLEARLY and line.shape is LineShape.HEADING:
        length = len(line.text)
        whole = (mark.names for mark in line.marks if mark.written and mark.end - mark.start == length)
        value = max(value, *map(_said_by, whole), 0.0)
    return value


_CLEARLY = 0.8


@lru_cache(maxsize=8192)
def _said_by(names: str) -> float:
    if not names:
        return 0.0
    return _CLEARLY if _HEADLINE_NAMES.search(names) else 0.4 if _TITLE_NAMES.search(names) else 0.0


_EMPHASIS = frozenset({"em", "i", "b", "strong", "cite", "abbr", "mark", "sup", "q"})


def _inner(facts: PageFacts, index: int, prior: float, names: set[str]) -> Iterator[Title]:
    """Stretches of a heading that elements in it mark: a kicker or a count may share one with the title."""
    line = facts.lines[index]
    length = len(line.text)
    for mark in line.marks:
        if mark.tag in _EMPHASIS or mark.end - mark.start == length:
            continue
        more = 0.3 if _HEADLINE_NAMES.search(mark.names) else 0.0
        for start, end, added in ((mark.start, mark.end, more), (mark.end, length, 0.0), (0, mark.start, 0.0)):
            text = normalise(line.text[start:end]).strip(_AROUND)
            folded = fold(text)
            if " " in folded and folded not in names:
                yield Title(text, (index,), start, end, prior - 0.25 + added)


_AROUND = " :|–—-·•/"


def _joined(facts: PageFacts, place: int, prior: float) -> Iterator[Title]:
    """A heading that its markup breaks into lines, as one."""
    first = facts.text[place]
    line = facts.lines[first]
    if line.shape is not LineShape.HEADING:
        return
    found = [first]
    for index in facts.text[place + 1 : place + 4]:
        other = facts.lines[index]
        if other.shape is not LineShape.HEADING or other.level != line.level or not _share_heading(facts, first, index):
            break
        found.append(index)
        yield Title(" ".join(facts.blocks[i].text for i in found), tuple(found), prior=prior)


def _share_heading(facts: PageFacts, first: int, second: int) -> bool:
    one, other = facts.lines[first].element, facts.lines[second].element
    return (
        one is other
        or (one.parent is other.parent and one.tag not in _HEADINGS)
        or one.parent is other
        or other.parent is one
    )


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _from_metadata(witnesses: Sequence[_Witness], names: set[str]) -> Title | None:
    for witness in witnesses:
        text = without_name(witness.said.value, names)
        if text and len(text) <= _LONGEST_LINE and fold(text) not in names:
            return Title(text, (witness.said.block,))
    return None


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
