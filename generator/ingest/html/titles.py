"""Finds a page's title: the visible heading that its metadata agrees with, or what the metadata says."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.articles.html.lines import LineShape, Style, ViewLine
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.title_witnesses import Witness, agreement, own_parts, title_witnesses, without_name
from generator.ingest.rules.names import match_byline
from generator.ingest.rules.publication import name_of_paper
from generator.ingest.typography import normalise

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
    witnesses = title_witnesses(facts)
    candidates = list(_candidates(facts, witnesses, names))
    best, best_score = None, _ENOUGH
    for candidate in candidates:
        agreed = agreement(candidate.text, witnesses)
        score = candidate.prior + _WEIGHT * agreed
        is_doubtful = _is_section(candidate, facts) or _is_detail(candidate.text)
        if score > best_score and (agreed >= _SURE or not is_doubtful):
            best, best_score = candidate, score
    if best is None:
        return _from_metadata(witnesses, names)
    return _under_name(best, candidates, witnesses, facts) or best


_WEIGHT = 3.0
_ENOUGH = 1.25
_SURE = 0.5


def _is_section(candidate: Title, facts: PageFacts) -> bool:
    """Whether a lesser heading, which nothing calls a title, stands among the paragraphs."""
    index = candidate.blocks[0]
    return index > facts.first_prose and facts.lines[index].level > 1 and not _titled(facts, index)


def _is_detail(text: str) -> bool:
    """Whether a line is a byline or has a date for its greatest part."""
    dates = find_dates(text)
    dated = dates and 2 * (dates[0].end - dates[0].start) > len(text)
    return bool(dated) or match_byline(text, "") is not None


def _under_name(
    best: Title, candidates: Sequence[Title], witnesses: Sequence[Witness], facts: PageFacts
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


_PRIORS = {1: 1.0, 2: 0.5, 3: 0.3, 4: 0.2}
_LONGEST_LINE = 400
_HEADLINE_NAMES = re.compile(
    r"itemprop:headline|(?:^|[\s_-])(?:entry|post|article|story|news|single|detail|blog-?post)[_-]{0,2}(?:title|headline|"
    r"heading|titel|header)(?=$|[\s_-])"
)
_TITLE_NAMES = re.compile(r"(?:^|[\s_-])(?:title|headline|heading|titel|titulo|titre|ueberschrift|hl1)(?=$|[\s_-])")


def _candidates(facts: PageFacts, witnesses: Sequence[Witness], names: set[str]) -> Iterator[Title]:
    known = {text for witness in witnesses for text in (witness.folded, *own_parts(witness))}
    prose = [index for index in facts.prose if not facts.is_foreign(index)]
    first = facts.first_prose
    main = [i for i in facts.text if facts.lines[i].shape is LineShape.HEADING and facts.lines[i].level == 1]
    crumbs = _crumbs(facts, main, witnesses)
    highest = [index for index in main if index not in crumbs]
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
        prior -= _CRUMB * (index in crumbs) + _GOES_ON * block.text.startswith(("…", "..."))
        if not (heading and line.level > 1 and _is_beginning(block, witnesses)):
            yield Title(_spaced(line, block, witnesses), (index,), prior=prior)
        yield from _inner(facts, index, prior, names, known)
        yield from _joined(facts, place, prior + _ONE_WORD * (block.words == 1), witnesses)


_CRUMB = 0.9
"""What a main heading loses that is the last of the links above the article."""
_GOES_ON = 0.5
"""What a heading loses that goes on with the one above it: `… and nobody knows why`."""


def _crumbs(facts: PageFacts, main: Sequence[int], witnesses: Sequence[Witness]) -> set[int]:
    """The main headings that repeat a title for machines among links, where another is what the metadata says first."""
    lower = (i for i in facts.text if facts.lines[i].shape is LineShape.HEADING and facts.lines[i].level > 1)
    if not witnesses or not any(facts.blocks[index].folded == witnesses[0].folded for index in lower):
        return set()
    return {index for index in main if facts.blocks[index].folded != witnesses[0].folded and _is_crumb(facts, index)}


def _is_crumb(facts: PageFacts, index: int) -> bool:
    """Whether a heading stands in a list, or among links, right behind a line that is but links."""
    around = facts.lines[index].element.parent
    place = facts.text.index(index)
    if around is None or not place:
        return False
    above = facts.lines[facts.text[place - 1]]
    linked = sum(mark.end - mark.start for mark in above.marks if mark.style is Style.LINK)
    if len(above.text) - linked > _MARKER:
        return False
    if around.tag == "li":
        return above.element is not around and around.parent is not None and above.element.parent is around.parent
    return above.element is around


_MARKER = 4
"""Characters of an item's bullet or number."""


def _is_beginning(block: Block, witnesses: Sequence[Witness]) -> bool:
    """Whether a few words are but how the title begins, as in the first heading of a running report."""
    begins = [witness for witness in witnesses if witness.folded.startswith(f"{block.folded} ")]
    much = any(len(witness.words) > _MUCH_MORE * block.words for witness in begins)
    few = len(block.folded_words) <= _FEW
    return much and few and all(block.folded not in witness.parts for witness in witnesses)


_FEW = 3
"""Words of a kicker, or of a heading within a report."""
_MUCH_MORE = 2


def _spaced(line: ViewLine, block: Block, witnesses: Sequence[Witness]) -> str:
    """A heading's text; where elements part it and no colon or no space does, with those that metadata has there."""
    ends = {mark.end for mark in line.marks if 0 < mark.end < len(line.text)}
    at_colon = any(":" in line.text[max(end - 1, 0) : end + 2] for end in ends)
    if not ends or (":" in line.text and not at_colon):
        return block.text
    said = (witness.said.value for witness in witnesses if witness.folded == block.folded and ":" in witness.said.value)
    return next(said, _COLON.sub(": ", block.text) if at_colon else block.text)


_COLON = re.compile(r"(?<=\w)\s*:(?=[^\W\d_])")


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


def _inner(facts: PageFacts, index: int, prior: float, names: set[str], known: set[str]) -> Iterator[Title]:
    """Stretches of a heading that elements in it mark: a kicker or a count may share one with the title.

    `known` is what the metadata says, folded: where it has the heading whole, a kicker with a colon is a part of it.
    """
    line = facts.lines[index]
    length = len(line.text)
    whole = ":" in line.text and facts.blocks[index].folded in known
    for mark in line.marks:
        if mark.tag in _EMPHASIS or mark.end - mark.start == length:
            continue
        more = 0.3 if not whole and _HEADLINE_NAMES.search(mark.names) else 0.0
        for start, end, added in ((mark.start, mark.end, more), (mark.end, length, 0.0), (0, mark.start, 0.0)):
            part = normalise(line.text[start:end]).strip()
            text = part.strip(_AROUND)
            folded = fold(text)
            colon = part.endswith(":") or line.text[end:].lstrip().startswith(":")
            label = colon and len(folded.split()) <= _FEW
            if " " in folded and folded not in names and (folded in known or not label):
                yield Title(text, (index,), start, end, prior - 0.25 + added)


_AROUND = " :|–—-·•/"


def _joined(facts: PageFacts, place: int, prior: float, witnesses: Sequence[Witness]) -> Iterator[Title]:
    """A heading that its markup breaks into lines, as one, with the marks that metadata has between them."""
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
        text = " ".join(facts.blocks[i].text for i in found)
        folded = fold(text)
        said = (witness.said.value for witness in witnesses if witness.folded == folded)
        yield Title(next(said, text), tuple(found), prior=prior)


def _share_heading(facts: PageFacts, first: int, second: int) -> bool:
    one, other = facts.lines[first].element, facts.lines[second].element
    return (
        one is other
        or (one.parent is other.parent and one.tag not in _HEADINGS)
        or one.parent is other
        or other.parent is one
    )


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _from_metadata(witnesses: Sequence[Witness], names: set[str]) -> Title | None:
    for witness in witnesses:
        text = without_name(witness.said.value, names)
        if text and len(text) <= _LONGEST_LINE and fold(text) not in names:
            return Title(text, (witness.said.block,))
    return None
