"""The rule for what stands far from the text: beyond a page's lists and menus, whatever its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import PROSE_WORDS, Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.densest import FURNITURE, heaviest, weights_of
from generator.ingest.rules.furniture import is_button_text
from generator.ingest.rules.headline import is_broken, overlap, stems_of
from generator.ingest.rules.last_lines import last_lines
from generator.ingest.rules.lists import announced, announced_lines, chapters, label_of, numbered, quantities, tables

_MOST_WORDS_OF_A_TEASER = 40
"""A longer paragraph stays wherever it stands: it may be the article's last."""
_SCRAPS_OF_A_PAGE = 6
"""So many scraps on one side of the text are the page around an article, not the article's own short lines."""
_FAR = 5
"""Scraps and furniture between the text and a paragraph: one or two, as an advertisement, part an article's own."""
_LONG_WORD = 5
"""Letters from which on a word tells what a text is about."""
_MOST_OF_THE_PROSE = 0.6
"""The part that the densest stretch must hold: else the text is scattered over the page, and any stretch is a guess."""
_FURNITURE_OF_A_PAGE = 3
"""Lines that other rules have set aside there: lists alone may be the article's."""


def far_from_text(reading: Reading) -> Iterator[Finding]:
    """Scraps and teasers before or after the densest stretch of prose, where the page goes on with many of them.

    The stretch is the one of greatest weight (Kadane's maximum subarray): paragraphs count for it, scraps against it.
    So a single teaser in a page's foot does not count as text, as it would if the text ended at the last sentence.
    Right below the stretch, down to the first line of the page that another rule knows, the article's own lists, dates
    and verses stand as often as teasers: these are only doubted, for `unlike_text` to weigh.
    """
    weights = weights_of(reading)
    start, end = heaviest(weights)
    prose = [(block.index, block.words) for block in reading.open() if block.is_prose]
    inside = sum(words for index, words in prose if start <= index < end)
    if not inside or inside < _MOST_OF_THE_PROSE * sum(words for _, words in prose):
        return
    title = reading.first(Role.TITLE)
    sides = (range(title.index + 1 if title else 0, start), range(end, len(reading.blocks)))
    sides_of_page = [side for side in sides if _is_of_page([weights[index] for index in side])]
    if not sides_of_page:
        return
    kept = (
        announced(reading, is_button_text)
        | reading.of_blocks(tables)
        | _facts_like_those_inside(reading, range(start, end))
    )
    text = cache(lambda: stems_of(block for block in reading.open(start, end) if block.is_prose))
    kept |= (
        _last_words(reading, title)
        | _dek(reading, title, start, text)
        | reading.of_blocks(quantities)
        | reading.of_blocks(chapters)
        | reading.of_blocks(last_lines)
        | reading.of_blocks(announced_lines)
    )
    kept |= _instructions(reading) | _answers(reading, range(start, end))
    beside = _right_below(reading, weights, end)
    for side in sides_of_page:
        for block in reading.open(side.start, side.stop):
            known = block.is_strong_prose and not block.listed and overlap(block, text()) >= _MOSTLY_KNOWN
            teaser = block.words <= _MOST_WORDS_OF_A_TEASER and not known and not _among_paragraphs(reading, block)
            between = range(end, block.index) if block.index >= end else range(block.index + 1, start)
            near = block.is_prose and sum(weights[index] < 0 for index in between) < _FAR
            if teaser and not near and block.index not in kept and not is_broken(block, reading):
                if block.index in beside:
                    reading.doubted.add(block.index)
                else:
                    yield set_aside(block, Role.NAVIGATION)


def _is_of_page(weights: Sequence[int]) -> bool:
    """Whether so many scraps stand on one side of the text, and so much furniture, as on a page."""
    scraps = sum([weight < 0 for weight in weights])
    return scraps >= _SCRAPS_OF_A_PAGE and weights.count(FURNITURE) >= _FURNITURE_OF_A_PAGE


def _right_below(reading: Reading, weights: Sequence[int], end: int) -> range:
    """The indexes of what stands between the text and the first line of the page below it; none of a few words."""
    furniture = (index for index in range(end, len(weights)) if weights[index] == FURNITURE)
    beside = range(end, next(furniture, end))
    return beside if sum(reading.blocks[index].words for index in beside) >= PROSE_WORDS else range(0)


def _last_words(reading: Reading, title: Block | None) -> set[int]:
    """The index of the source's very last line, where that is a paragraph with a long word of the title.

    A page ends in its foot; what ends in such a paragraph ends with its text.
    """
    last = reading.blocks[-1]
    if title is None or last.index in reading.found or not last.is_prose or not last.ends_in_stop:
        return set()
    known = {word for word in title.folded_words if len(word) >= _LONG_WORD}
    return {last.index} if known & set(last.folded_words) else set()


def _dek(reading: Reading, title: Block | None, start: int, text: Callable[[], frozenset[str]]) -> set[int]:
    """The index of the first sentences below the title, where the text that begins at `start` takes up their words:
    buttons, a picture's caption and the author's name may stand between them and the text."""
    if title is None:
        return set()
    below = reading.open(title.index + 1, start)
    first = next((block for block in below if block.is_prose and block.ends_sentence and not block.listed), None)
    points = list(_points(reading, title, start))
    points = points if len(points) >= _FEWEST_POINTS else []
    known = {block.index for block in (first, *points) if block and overlap(block, text()) >= _TAKEN_UP}
    # Too short to be a paragraph, it is one where nothing stands between it and the title.
    right_below = next(reading.open(title.index + 1, min(title.index + 2, start)), None)
    if right_below and _is_short_sentence(right_below) and overlap(right_below, text()) >= _MOSTLY_KNOWN:
        # A site's own line below its name has no word of that.
        titled = {word for word in title.folded_words if len(word) >= _LONG_WORD}
        known |= {right_below.index} if titled & set(right_below.folded_words) else set()
    return known


def _is_short_sentence(block: Block) -> bool:
    return block.words >= _WORDS_OF_A_SENTENCE and block.ends_in_stop and not block.listed


def _points(reading: Reading, title: Block, start: int) -> Iterator[Block]:
    """The lines right below the title, one after the other, that may be points of a summary."""

    def stays(block: Block) -> bool:
        finding = reading.finding(block.index)
        return finding is None or finding.fate is Fate.KEPT

    below = reading.blocks[title.index + 1 : start]
    return takewhile(lambda block: stays(block) and not block.is_prose and block.words >= _WORDS_OF_A_POINT, below)


_FEWEST_POINTS, _WORDS_OF_A_POINT, _WORDS_OF_A_SENTENCE = 2, 5, 6


_MOSTLY_KNOWN = 0.6
"""The part of a paragraph's words that the text has too, from which on it is left to be weighed."""
_TAKEN_UP = 0.4
"""The part of a dek's words that its text has too."""


def _instructions(reading: Reading) -> set[int]:
    """The indexes of lists numbered from 1 on with a sentence for most items, or as one: no page has such a menu."""
    kept: set[int] = set()
    for places in reading.of_blocks(numbered):
        blocks = [reading.blocks[at] for at in places]
        items = sum(block.number is not None for block in blocks) or len(blocks)
        dense = len(blocks) <= _MOST_BLOCKS_OF_AN_ITEM * items
        if dense and 2 * sum(block.ends_in_stop for block in blocks) > items:
            kept |= places
    return kept


_MOST_BLOCKS_OF_AN_ITEM = 4
"""In the mean; numbers that are scattered over a page make no list."""


_FEWEST_ANSWERS = 3
_MARKS = '"“„«‘—–-'


def _answers(reading: Reading, inside: range) -> set[int]:
    """The indexes of questions, and of what is said in answer to them, in an interview.

    Between marks what is said is no teaser; without them, the text must be of questions and answers, too.
    """
    asked = [
        (above.index, below.index)
        for above, below in pairwise(reading.blocks)
        if above.text.endswith("?") and below.ends_sentence and not (above.listed or below.listed)
    ]
    marked = [pair for pair in asked if reading.blocks[pair[1]].text[:1] in _MARKS]
    bare = [pair for pair in asked if reading.blocks[pair[1]].ends_in_stop]
    among = sum(above in inside for above, _ in bare)
    pairs = list(marked) if len(marked) >= _FEWEST_ANSWERS else []
    pairs += bare if among >= _FEWEST_ANSWERS and 2 * among > len(bare) else []
    return {index for pair in pairs for index in pair}


def _facts_like_those_inside(reading: Reading, inside: range) -> set[int]:
    """The lines right below the text whose label, such as `Price:`, a line of the text has too."""
    labels = {label_of(block) for block in reading.open(inside.start, inside.stop)} - {""}
    below = takewhile(lambda block: label_of(block) in labels, reading.open(inside.stop))
    return {block.index for block in below} if labels else set()


def _among_paragraphs(reading: Reading, block: Block) -> bool:
    """Whether a sentence has a paragraph right above or below it, or beyond other sentences: a teaser stands between
    scraps."""
    if block.listed or not block.ends_in_stop:
        return False
    above = reversed(reading.blocks[max(block.index - _MOST_SENTENCES, 0) : block.index])
    return _leads_to_prose(reading, above) or _leads_to_prose(
        reading, reading.blocks[block.index + 1 : block.index + 1 + _MOST_SENTENCES]
    )


def _leads_to_prose(reading: Reading, beside: Iterable[Block]) -> bool:
    """Whether the first of these blocks that is no short sentence is a paragraph that no rule has decided on."""
    for other in beside:
        if other.listed or other.index in reading.found:
            return False
        if other.is_prose:
            return True
        if not _is_short_sentence(other):
            return False
    return False


_MOST_SENTENCES = 3
