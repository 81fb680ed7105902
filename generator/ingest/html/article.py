"""Which lines of a page are its article's: trafilatura's word, and what the page's markup says for and against it.

Trafilatura finds the article's text well but not always all of it, and takes blocks from elsewhere on the page along.
Both show in the markup: an article's paragraphs stand in one place, and what else stands there belongs to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import chain, islice

from generator.articles.html.lines import Element, LineShape, ViewLine
from generator.articles.ledger import Role
from generator.ingest.blocks import Block, Shape, fold
from generator.ingest.html.extraction import extract
from generator.ingest.html.furniture import Furniture
from generator.ingest.html.main_element import (
    MOST_LINKED_ITEM,
    at_main,
    code_among,
    headings_between,
    is_paragraph,
    is_within,
    kind_of,
    lost_between,
)
from generator.ingest.html.notes import find_notes
from generator.ingest.html.other_articles import other_articles
from generator.ingest.html.skeleton import skeleton

_MARKER = re.compile(r"^(?:[-*•] |\d{1,3}\. )\s*")
_FEWEST_COMPARED = 12
"""Characters. Shorter lines stand anywhere."""
_RUN = 4
_COVERED = 0.6
"""The part of a line's runs of four words that must stand in what was extracted."""
_TOO_LITTLE = 0.5
"""Paragraphs with fewer than this part of the words of another place are not the article's."""
_ENOUGH_OF_PLACE = 0.3
_ENOUGH_WORDS = 40
"""Where so much of a place's paragraphs, and so many words, were extracted, the rest of them is the article's too."""
_LITTLE = 0.5
"""Where less of the words of the page's paragraphs was extracted, it is worth to look twice."""
_NEARLY_ALL = 0.85
"""Where less of what was extracted stands at the main element, the article's lists and tables stand elsewhere; what
holds so much of an element is the same as that."""
_MAIN = 0.65
"""The part of the article's words that stand in the main element."""
_MUCH = 0.25
"""The part of the article's words that an element holds which is no furniture, whatever its names are."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which lines are the article's, as indexes of blocks."""

    inside: frozenset[int]
    main: Element | None
    """The innermost element that holds most of the article; None where the page shows none."""


def find_article(lines: Sequence[ViewLine], blocks: Sequence[Block], furniture: Furniture) -> Verdict:
    """Where the article stands in a page, whose lines are the blocks' in the same order."""
    others = other_articles(lines, blocks)
    text = (block for block in blocks if block.shape is not Shape.METADATA and block.index not in others)
    paragraphs = [block.index for block in text if is_paragraph(block)]
    teasers = _teasers(paragraphs, lines, blocks)
    paragraphs = [index for index in paragraphs if index not in teasers]
    places = _places(paragraphs, lines)
    holding = chain(_holding(_MAIN, paragraphs, places, blocks), _alike_holding(_MAIN, paragraphs, places, blocks))
    furniture.pass_over(_unless_elsewhere(holding, paragraphs, lines))
    furniture.read_on(_filling_article(paragraphs, lines, blocks, furniture))
    bones = skeleton(lines)
    inside = set(_aligned(extract(bones), blocks)) - others
    by_itself = [index for index in paragraphs if not furniture.holds(lines[index].element, None)]
    if _words(inside.intersection(paragraphs), blocks) < _LITTLE * _words(by_itself, blocks):
        inside |= set(_aligned(extract(bones, thorough=True), blocks)) - others
    if _is_too_little(inside, paragraphs, by_itself, places, blocks):
        main = _main_element(by_itself, places, blocks)
        inside = set(_open_lines(main, lines, blocks, furniture)) if main else set()
        return Verdict(frozenset(inside), main)
    inside |= set(_rest_of_places(inside, paragraphs, places, blocks, furniture))
    extracted = [index for index in paragraphs if index in inside]
    main = _main_element(extracted, places, blocks)
    if main:
        furniture.pass_over(_holding(_MUCH, extracted, places, blocks))
        furniture.pass_over(_alike_holding(_MUCH, extracted, places, blocks))
        of_main = set(at_main(main, inside, places, lines, blocks, furniture))
        shown = {index for index in inside if furniture.role_of_line(lines[index], None) is not Role.RESIDUE} - teasers
        # Where it is a list, its paragraphs may stand in one corner of it.
        inside = of_main if _words(of_main, blocks) >= _LITTLE * _words(shown, blocks) else shown
        if _words(inside, blocks) < _NEARLY_ALL * _words(shown, blocks):
            inside |= {index for index in shown if blocks[index].shape in (Shape.ITEM, Shape.ROW)}
        inside |= set(code_among(inside, main, lines, furniture))
        inside |= set(lost_between(inside, main, lines, blocks, furniture))
        inside |= set(headings_between(inside, main, lines, blocks, furniture))
        inside |= set(find_notes(inside, lines, blocks, furniture)) - others
    return Verdict(frozenset(inside), main)


def _teasers(paragraphs: Sequence[int], lines: Sequence[ViewLine], blocks: Sequence[Block]) -> frozenset[int]:
    """The paragraphs right below a heading that leads elsewhere, if they are many and not nearly all."""
    found = frozenset(index for index in paragraphs if index and _is_teaser(index, lines, blocks))
    others = _words(paragraphs, blocks) - _words(found, blocks)
    return found if len(found) >= _MANY_TEASERS and others >= _ENOUGH_WORDS else frozenset()


_MANY_TEASERS = 4
_WHOLLY_LINKED = 0.9


def _is_teaser(index: int, lines: Sequence[ViewLine], blocks: Sequence[Block]) -> bool:
    above = lines[index - 1]
    heading = above.shape is LineShape.HEADING and blocks[index - 1].linked >= _WHOLLY_LINKED
    return heading and above.element.parent is not None and is_within(lines[index].element, above.element.parent)


def _unless_elsewhere(
    holding: Iterable[Element], paragraphs: Sequence[int], lines: Sequence[ViewLine]
) -> Iterator[Element]:
    """Of the elements that hold most of the text those that may be no furniture, whatever their names.

    Beside a short article a sidebar or a form may hold most of it: where another element says that it is the article,
    and has a paragraph, it is one.
    """
    said = {element.number: element for index in paragraphs for element in _saying_article(lines[index].element)}
    for element in holding:
        if not said or any(is_within(element, other) or is_within(other, element) for other in said.values()):
            yield element


def _filling_article(
    paragraphs: Sequence[int], lines: Sequence[ViewLine], blocks: Sequence[Block], furniture: Furniture
) -> Iterator[Element]:
    """The elements that hold nearly all paragraphs of one around them that says that it is the article's text."""
    if not any(furniture.role(lines[index].element, None) is Role.COMMENT for index in paragraphs):
        return
    words: Counter[int] = Counter()
    paths: dict[int, list[Element]] = {}
    for index in paragraphs:
        element = lines[index].element
        path = paths.setdefault(element.number, list(islice(_outwards(element), _DEEPEST)))
        for outer in path:
            words[outer.number] += blocks[index].words
    for path in paths.values():
        said = next((place for place, element in enumerate(path) if _ARTICLE_NAMES.search(element.names)), 0)
        least = max(_ENOUGH_WORDS, _NEARLY_ALL * words[path[said].number])
        yield from (element for element in path[:said] if words[element.number] >= least)


def _saying_article(element: Element) -> Iterator[Element]:
    for around in _outwards(element):
        if around.tag == "article" or _ARTICLE_NAMES.search(around.names):
            yield around


def _outwards(element: Element | None) -> Iterator[Element]:
    """The element and those around it."""
    while element is not None:
        yield element
        element = element.parent


_ARTICLE_NAMES = re.compile(
    r"itemprop:(?:articlebody|text)|(?:^|[\s_-])(?:entry|post|article|story|news)[_-]{0,2}(?:content|body|text)(?=$|[\s_-])"
)


def _words(chosen: Iterable[int], blocks: Sequence[Block]) -> int:
    return sum(blocks[index].words for index in chosen)


def _places(paragraphs: Sequence[int], lines: Sequence[ViewLine]) -> dict[int, Element]:
    """For each paragraph the element in which it stands beside others, not the one that it fills by itself."""
    own = Counter(line.element.number for line in lines)
    around: set[int] = set()
    for line in lines:
        parent = line.element.parent
        while parent is not None and parent.number not in around:
            around.add(parent.number)
            parent = parent.parent
    places = {}
    for index in paragraphs:
        place = lines[index].element
        while place.parent is not None and (
            place.tag in _OF_ONE_PARAGRAPH or (own[place.number] == 1 and place.number not in around)
        ):
            place = place.parent
        places[index] = place
    return places


_OF_ONE_PARAGRAPH = frozenset("p li h1 h2 h3 h4 h5 h6 dt dd pre tr tbody thead tfoot".split())


def _is_too_little(
    inside: set[int],
    paragraphs: Sequence[int],
    by_itself: Iterable[int],
    places: dict[int, Element],
    blocks: Sequence[Block],
) -> bool:
    """Whether some place that is no furniture holds much more text than was extracted."""
    words: Counter[int] = Counter()
    for index in by_itself:
        words[places[index].number] += blocks[index].words
    extracted = _words(inside, blocks)
    return extracted < _TOO_LITTLE * max(words.values(), default=0)


def _open_lines(
    main: Element, lines: Sequence[ViewLine], blocks: Sequence[Block], furniture: Furniture
) -> Iterator[int]:
    """The lines in the main element that are neither furniture nor links."""
    for index, (line, block) in enumerate(zip(lines, blocks, strict=True)):
        text = line.datum is None and block.linked <= MOST_LINKED_ITEM
        if text and is_within(line.element, main) and not furniture.holds(line.element, main):
            yield index


def _rest_of_places(
    inside: set[int],
    paragraphs: Sequence[int],
    places: dict[int, Element],
    blocks: Sequence[Block],
    furniture: Furniture,
) -> Iterator[int]:
    """The paragraphs that stand beside extracted ones: broken lines and first paragraphs are often lost.

    Elements of one kind in one `article` count as one place: advertisements cut many a text into such.
    """
    stretches: dict[int, object] = {}
    words: Counter[object] = Counter()
    extracted: Counter[object] = Counter()
    for index in paragraphs:
        place = places[index]
        if place.number not in stretches:
            # What is read by subscribers alone may stand in an element that is named like a notice of it.
            kind = kind_of(place) if furniture.role(place, None) in (None, Role.NOTICE) else ""
            stretches[place.number] = (_article_around(place), kind) if kind else place.number
        words[stretches[place.number]] += blocks[index].words
        extracted[stretches[place.number]] += blocks[index].words if index in inside else 0
    for index in paragraphs:
        stretch = stretches[places[index].number]
        if extracted[stretch] >= max(_ENOUGH_WORDS, _ENOUGH_OF_PLACE * words[stretch]):
            yield index


def _article_around(element: Element) -> int:
    return next((around.number for around in _outwards(element) if around.tag == "article"), 0)


def _main_element(paragraphs: Sequence[int], places: dict[int, Element], blocks: Sequence[Block]) -> Element | None:
    """The innermost element that holds most of the paragraphs' words."""
    return next(_holding(_MAIN, paragraphs, places, blocks), None)


def _holding(
    part: float, paragraphs: Sequence[int], places: dict[int, Element], blocks: Sequence[Block]
) -> Iterator[Element]:
    """The elements that hold at least this part of the paragraphs' words, from the innermost outwards."""
    words: Counter[int] = Counter()
    for index in paragraphs:
        words[places[index].number] += blocks[index].words
    elements = {place.number: place for place in places.values()}
    total, waiting = sum(words.values()), [-number for number in words]
    heapify(waiting)
    # An element has a greater number than those around it.
    while waiting:
        number = -heappop(waiting)
        element = elements[number]
        if words[number] >= part * total:
            yield element
        parent = element.parent
        if parent is not None:
            if parent.number not in words:
                elements[parent.number] = parent
                heappush(waiting, -parent.number)
            words[parent.number] += words[number]


def _alike_holding(
    part: float, paragraphs: Sequence[int], places: dict[int, Element], blocks: Sequence[Block]
) -> Iterator[Element]:
    """The elements that, with all others of their tag and names, hold at least this part of the paragraphs' words.

    Advertisements and pictures cut the text of many pages into stretches, each in an element of its own.
    """
    of_places: Counter[int] = Counter()
    for index in paragraphs:
        of_places[places[index].number] += blocks[index].words
    alike: dict[str, dict[int, Element]] = {}
    words: Counter[str] = Counter()
    for place in {place.number: place for place in places.values()}.values():
        kinds = {element.number: (kind_of(element), element) for element in islice(_outwards(place), _DEEPEST)}
        for number, (kind, element) in kinds.items():
            alike.setdefault(kind, {})[number] = element
        for kind in {kind for kind, _ in kinds.values()}:
            words[kind] += of_places[place.number]
    least = part * of_places.total()
    for kind, elements in alike.items():
        if kind and words[kind] >= least:
            yield from elements.values()


_DEEPEST = 100
"""Elements around a paragraph, from the innermost outwards; a page that nests more of them is broken."""


def _aligned(extracted: Sequence[str], blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks whose words were extracted."""
    lines = {_MARKER.sub("", line.strip()) for line in extracted} - {""}
    if not lines:
        return
    found = {block.index for block in blocks if block.text in lines and block.shape is not Shape.METADATA}
    # What is not the same to the letter: rows of tables, lines in which something was left out.
    rest = [fold(line) for line in lines - {blocks[index].text for index in found}]
    runs = {run for line in rest for run in _runs(line)}
    rows = set(rest)
    for block in blocks:
        compared = block.shape is not Shape.METADATA and len(block.text) >= _FEWEST_COMPARED
        same_row = block.shape is Shape.ROW and block.folded in rows
        if block.index in found or same_row or (compared and _is_covered(block.folded, runs)):
            yield block.index


def _runs(line: str) -> list[tuple[str, ...]]:
    words = line.split()
    return list(zip(*(islice(words, start, None) for start in range(_RUN)), strict=False))


def _is_covered(line: str, runs: set[tuple[str, ...]]) -> bool:
    own = _runs(line)
    return bool(own) and sum(run in runs for run in own) >= _COVERED * len(own)
