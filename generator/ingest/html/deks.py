"""Finds the dek that a page shows between its title and its text, where extractors lose it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.articles.html.lines import Element
from generator.articles.ledger import Role
from generator.ingest.blocks import Block, fold
from generator.ingest.findings import Settings
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.furniture import Furniture
from generator.ingest.html.main_element import MOST_LINKED, is_within
from generator.ingest.html.subjects import descriptions
from generator.ingest.rules.details import is_details
from generator.ingest.rules.title import LABELS

_FARTHEST = 30
"""Lines of text between the title, or where none is shown the dek, and the text."""
_FEWEST_WORDS, _MOST_WORDS = 4, 100
_FEWEST_CHARACTERS = 24
"""Of a part of what the metadata says, be it cut off."""
_NEAR = 3
"""Elements around the title, the innermost first, in one of which a dek stands that nothing names."""
# Designers' words, in several languages, whole or as parts of names such as `article-subtitle`.
_NAMES = re.compile(
    r"sub-?(?:title|head)|stand-?first|strap-?line|dek(?=$|[\s_-])|untertitel|vorspann|sottotitolo|subt[ií]tulo|"
    r"(?:^|[\s_-])(?:deck|lead|lede|leadin|leadtext|intro(?:text|duction)?|excerpt|summary|abstract|chap[oô]|chapeau|bajada|"
    r"entradilla|ingress|occhiello|catenaccio|manchet)(?=$|[\s_-])|article-description|itemprop:(?:description|alternativeheadline)"
)
# Of pictures, and of what stands beside them.
_OTHER_NAMES = re.compile(r"ima?ge?s?(?=$|[\s_-])|photo|picture|figure|media|video|gallery|credit|rating|caption")
_HIDDEN = frozenset({Role.COMMENT, Role.RESIDUE})
_NEVER = frozenset({Role.CAPTION, Role.ADVERTISEMENT, Role.SHARING, Role.TAGS, Role.BYLINE})


@dataclass(frozen=True, slots=True)
class Deks:
    """The indexes of lines."""

    told: tuple[int, ...] = ()
    """Lines that the page itself says are its dek; mostly one, or none."""
    likely: tuple[int, ...] = ()
    """A line that stands where a dek would; rules are to judge it as they do the text."""


def find_deks(
    facts: PageFacts, title: int | None, inside: Collection[int], furniture: Furniture, settings: Settings
) -> Deks:
    """The page's dek, if the text does not repeat it.

    `title` is the index of the line that shows the title, `inside` those of the text. Told is a dek by the metadata,
    which has it for a description, or by its element's name; a sentence near the title is likely to be one.
    """
    between = list(_between(facts, title, inside))
    told = [fold(description) for description in descriptions(facts)]
    text = " ".join(facts.blocks[index].folded for index in sorted(inside) if index not in between)
    candidates = [index for index in between if _may_be(facts, index, furniture, settings, text)]
    found = tuple(index for index in candidates if _is_told(facts.blocks[index], told, text))
    if found or title is None:
        return Deks(found)
    outside = [index for index in candidates if index not in inside and _reads_as_dek(facts, index, furniture)]
    named = next((index for index in outside if _is_named(facts, index, title)), None)
    if named is not None:
        return Deks((named,))
    return Deks(likely=tuple(index for index in outside if _is_sentence_by(facts, index, title))[:1])


def _between(facts: PageFacts, title: int | None, inside: Collection[int]) -> Iterator[int]:
    """The lines between the title and the first paragraph of the text."""
    start = title + 1 if title is not None else 0
    first = next((index for index in facts.prose if index in inside and index >= start), None)
    if first is not None:
        lines = [index for index in facts.text if start <= index < first]
        yield from lines[:_FARTHEST] if title is not None else lines[-_FARTHEST:]


def _may_be(facts: PageFacts, index: int, furniture: Furniture, settings: Settings, text: str) -> bool:
    block, line = facts.blocks[index], facts.lines[index]
    if not _FEWEST_WORDS <= block.words <= _MOST_WORDS or block.linked >= MOST_LINKED or block.folded in text:
        return False
    if furniture.role_of_line(line, None) in _HIDDEN or _is_caption(line.element):
        return False
    return not is_details(block.full_text, settings.numeric_dates, "")


def _is_caption(element: Element | None) -> bool:
    while element is not None and element.tag != "figcaption":
        element = element.parent
    return element is not None


def _is_told(block: Block, descriptions: list[str], text: str) -> bool:
    """Whether a line is a description, or a part of one, or the whole of one that is cut off.

    Many descriptions are made of a page's first words, whatever these are: of them, the rest stands in the text.
    """
    own = block.folded
    for told in descriptions:
        if own == told:
            return True
        if min(len(own), len(told)) >= _FEWEST_CHARACTERS:
            before, part, after = told.partition(own)
            if own.startswith(told) or (part and not any(_is_within_text(rest, text) for rest in (before, after))):
                return True
    return False


def _is_within_text(words: str, text: str) -> bool:
    words = words.strip()[:_FEWEST_CHARACTERS]
    return len(words) == _FEWEST_CHARACTERS and words in text


def _reads_as_dek(facts: PageFacts, index: int, furniture: Furniture) -> bool:
    block = facts.blocks[index]
    if block.text[0].islower() or block.listed or LABELS.search(block.text):
        return False
    return not facts.is_foreign(index) and furniture.role_of_line(facts.lines[index], None) not in _NEVER


def _is_named(facts: PageFacts, index: int, title: int) -> bool:
    """Whether an element around the line that does not hold the title too is named as a dek's."""
    element: Element | None = facts.lines[index].element
    while element is not None and not is_within(facts.lines[title].element, element):
        if _NAMES.search(element.names):
            return not _OTHER_NAMES.search(element.names)
        element = element.parent
    return False


def _is_sentence_by(facts: PageFacts, index: int, title: int) -> bool:
    block, around = facts.blocks[index], facts.lines[title].element.parent
    if not (block.is_prose and block.ends_in_stop):
        return False
    for _ in range(_NEAR):
        if around is None:
            return False
        if is_within(facts.lines[index].element, around):
            return True
        around = around.parent
    return False
