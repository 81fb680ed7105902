"""The rule for lines that no word or place gives away: many figures are weighed, each block with its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import PROSE_WORDS, Block
from generator.ingest.findings import Finding, Reading
from generator.ingest.rules.furniture import is_button_text
from generator.ingest.rules.last_lines import last_lines
from generator.ingest.rules.likeness_features import FIGURES, Figures, figures_of
from generator.ingest.rules.likeness_places import GUESSES
from generator.ingest.rules.likeness_signs import signs_of
from generator.ingest.rules.likeness_trees import known_trees
from generator.ingest.rules.lists import announced, announced_lines, are_facts, labelled, numbered, tables

_UNLIKE_TEXT = 0.45
"""The chance of being the article's below which a block is set aside. Losing text is worse than keeping a line of the
page, so doubt keeps it."""
_UNLIKE_EXTRACTED_TEXT = 0.3
"""The same where markup has told most of what is the page's."""
_UNLIKE_MUCH_TEXT = 0.1
"""The same where doubtful blocks would go together, and much of the source with them."""
_MUCH = 0.2
"""The part of the words that is so much."""
_DOUBTFUL, _DOUBTFUL_ALONE, _MANY = 0.3, 0.23, 16
"""The chance of what would go from which on it is doubtful, and where more than `_MANY` blocks would go though nothing
else was set aside: comments and teasers are few long ones, what trees take for them in a transcript are hundreds."""
_UNLIKE_LONE_TEXT, _UNLIKE_ONLY_TEXT = 0.4, 0.25
"""The same for the only such block of a source; and if besides nothing else was set aside: it is hardly a page."""
_UNLIKE_LAST_TEXT = 0.1
"""The same for the only such paragraph where it ends the text: no other stands below it, and one that stays above."""
_MOST_SCRAPS = 2
"""Undecided lines between such a paragraph and the one above."""
_UNLIKE_ANY_TEXT = 0.25
"""The same for a short sentence beside a paragraph and a heading between two: there is little in them to weigh."""
_UNLIKE_A_LIST = 0.15
"""The same for what belongs to a list that the text announces, to a table or to facts."""
_UNLIKE_DOUBTED_TEXT = 0.3
"""The same for lines that their place made doubtful, where most of their words are likely the article's."""
_CERTAIN = 2.0
"""More than any chance."""
_FEWEST_BLOCKS = 2
_FEWEST_WORDS_LEFT = 60
"""In all that stays. Where less would be left, the weighing has not found the text."""
_MOST, _BEGINNING = 0.5, 0.2
"""Nor has it where nothing else was set aside and more than `_MOST` of the words would go, and of the beginning's."""
_LINK = "comment-link"
"""The rule that finds links to comments, which may stand on another page."""
_LONG_TEXT, _MUCH_OF_A_LONG_TEXT = 4000, 0.3
"""Words of paragraphs from which on a source is a long text, and the part of them that would go at most. The longer an
essay, the likelier its author changes the topic and the voice: where more would go, and no rule has found comments, the
weighing has not found the text."""
_SURELY_UNLIKE, _UNLIKE_LONG_TEXT = 0.1, 0.3
"""The mean chance of what would go below which it has, since hundreds of readers' comments below a short text are as
long; and the chance of a block below which it goes then."""

_FEW_OF_PLACE = 0.1
"""The part of the paragraphs of one element that may be the page's."""


def unlike_text(reading: Reading) -> Iterator[Finding]:
    """What is rather the page's: readers' comments without names and dates, teasers, notes on the author."""
    if _words(reading.open()) < _FEWEST_WORDS_LEFT and not reading.doubted:
        return
    found = figures_of(reading)
    if len(found.blocks) < _FEWEST_BLOCKS:
        return
    weighed = known_trees().weigh(found.table)
    chances = weighed.chances.tolist()
    is_page = _is_page(reading)
    limit = _UNLIKE_EXTRACTED_TEXT if reading.outside else limit_of(found.blocks, chances, is_page)
    unlike = _below(reading, found.blocks, chances, limit)
    if not unlike:
        return
    if len(unlike) == 1 and unlike[0][1] >= (_UNLIKE_LONE_TEXT if is_page else _UNLIKE_ONLY_TEXT):
        return
    last = _ends_text(reading, found, unlike)
    unlike = [entry for entry in unlike if entry[1] < _UNLIKE_LAST_TEXT or entry[0].index not in last]
    of_the_text = (
        announced(reading, is_button_text)
        | reading.of_blocks(tables)
        | _facts(found.blocks)
        | labelled(found.blocks)
        | reading.of_blocks(last_lines)
        | reading.of_blocks(announced_lines)
        | lead_of(reading)
    )
    doubtful = [block for block, chance in unlike if block.index not in of_the_text or chance < _UNLIKE_A_LIST]
    aside = _but_of_numbered_items(reading.blocks, _but_the_texts_own(found.blocks, doubtful))
    aside = _but_few_of_a_list(found.blocks, aside)
    chance_of = {block.index: chance for block, chance in unlike}
    if not _leaves_the_text(found.blocks, aside, is_page):
        aside = [block for block in aside if block.index in reading.doubted]
    elif not _has_section_of_comments(reading) and _is_much_of_a_long_text(found.blocks, aside):
        sure = sum(block.words * chance_of[block.index] for block in aside) < _SURELY_UNLIKE * _words(aside)
        limit = _UNLIKE_LONG_TEXT if sure else 0.0
        aside = [block for block in aside if block.index in reading.doubted or chance_of[block.index] < limit]
    if not aside:
        return
    rows = {block.index: row for row, block in enumerate(found.blocks)}
    signs = signs_of(weighed, [rows[block.index] for block in aside])
    for block, told in zip(aside, signs, strict=True):
        yield Finding(block.index, Role.RESIDUE, Fate.SET_ASIDE, signs=told)


def _leaves_the_text(blocks: Sequence[Block], aside: Sequence[Block], is_page: bool) -> bool:
    """Whether what stays is a text still: else the weighing has not found it, and only doubted lines may go."""
    return _words(blocks) - _words(aside) >= _FEWEST_WORDS_LEFT and (is_page or not _is_mostly(blocks, aside))


def _ends_text(reading: Reading, found: Figures, unlike: Sequence[tuple[Block, float]]) -> set[int]:
    """The index of the paragraph that ends the text, in which nobody speaks of himself, the reader or the page.

    No other would go, hardly more than what rules have set aside parts it from the text, and no readers' comments are
    about.
    """
    prose = [block for block, _ in unlike if block.is_prose]
    if len(prose) != 1 or not prose[0].ends_in_stop or _has_comments(reading):
        return set()
    last = prose[0]
    going = reading.found.keys() | {block.index for block, _ in unlike}
    above = [other for other in reading.blocks[: last.index] if other.index not in going][-_MOST_SCRAPS - 1 :]
    follows = any(other.is_prose for other in above) and not any(
        other.is_prose for other in reading.open(last.index + 1)
    )
    row = found.table[found.blocks.index(last)]
    return {last.index} if follows and not row[_SPEAKING].any() else set()


def _below(
    reading: Reading, blocks: Sequence[Block], chances: Sequence[float], limit: float
) -> list[tuple[Block, float]]:
    """The blocks with a chance below the `limit`, or below the one that holds for short sentences or doubted lines.

    Doubted lines go all together where the mean of their words is hardly the article's.
    """
    weighed = list(zip(blocks, chances, strict=True))
    doubted = [(block.words, chance) for block, chance in weighed if block.index in reading.doubted]
    words = sum(count for count, _ in doubted)
    mean = sum(count * chance for count, chance in doubted) / (words or 1)
    of_doubted = _UNLIKE_DOUBTED_TEXT if mean >= _UNLIKE_TEXT else _CERTAIN

    def limit_for(block: Block) -> float:
        if block.index in reading.doubted:
            return of_doubted
        return _UNLIKE_ANY_TEXT if _has_little(reading, block) else limit

    return [(block, chance) for block, chance in weighed if chance < limit_for(block)]


_SPEAKING = [FIGURES.index(name) for name in ("first_person", "second_person", "we", "page", "writing", "jobs")]


def _has_comments(reading: Reading) -> bool:
    return any(finding.role is Role.COMMENT for finding, _ in reading.found.values())


def _has_section_of_comments(reading: Reading) -> bool:
    """Whether a comment itself was found, and not only a link to comments."""
    return any(finding.role is Role.COMMENT and name != _LINK for finding, name in reading.found.values())


def _is_mostly(blocks: Sequence[Block], aside: Sequence[Block]) -> bool:
    """Whether most of the text would go from its first block on, and most of its beginning."""
    if not aside or aside[0] is not blocks[0]:
        return False
    going = {block.index for block in aside}
    first, down_to = _BEGINNING * _words(blocks), accumulate(block.words for block in blocks)
    beginning = [block for block, words in zip(blocks, down_to, strict=True) if words <= first]
    return all(
        _words(block for block in part if block.index in going) > _MOST * _words(part)
        for part in (blocks, beginning or blocks[:1])
    )


def _is_much_of_a_long_text(blocks: Sequence[Block], aside: Sequence[Block]) -> bool:
    words = _words(block for block in blocks if block.is_prose)
    return words >= _LONG_TEXT and _words(block for block in aside if block.is_prose) > _MUCH_OF_A_LONG_TEXT * words


def _but_the_texts_own(blocks: Sequence[Block], aside: list[Block]) -> list[Block]:
    """What is to go, without the paragraphs beside those of the article in one element, unless they are few of them.

    Comments and teasers have elements of their own. What an author wrote in another voice than the trees know does not.
    """
    prose = Counter[int]()
    for block in blocks:
        prose[block.place] += block.words * (block.is_strong_prose and block.place > 0)
    place, words = max(prose.items(), key=lambda item: (item[1], -item[0]))
    going = [block for block in aside if block.place == place]
    if not words or _words(block for block in going if block.is_strong_prose) <= _FEW_OF_PLACE * words:
        return aside
    return [block for block in aside if block.place != place]


def _but_of_numbered_items(blocks: Sequence[Block], aside: list[Block]) -> list[Block]:
    """What is to go, without what stands among numbered items, most of which stay."""
    for items in numbered(blocks):
        going = _words(block for block in aside if block.index in items)
        if going < _MOST * _words(block for block in blocks if block.index in items):
            aside = [block for block in aside if block.index not in items]
    return aside


def _but_few_of_a_list(blocks: Sequence[Block], aside: list[Block]) -> list[Block]:
    """What is to go, without the items of a list, or lines of a dialogue, as many of which stay."""
    going = {block.index for block in aside}
    for items in _runs_of_items(blocks):
        if sum(block.index in going for block in items) <= _MOST * len(items):
            going -= {block.index for block in items}
    return [block for block in aside if block.index in going]


def _words(blocks: Iterable[Block]) -> int:
    return sum(block.words for block in blocks)


def limit_of(blocks: Sequence[Block], chances: Sequence[float], is_page: bool) -> float:
    """The chance below which blocks of a text are set aside; `is_page`: whether rules have set others aside."""
    going = [(block.words, chance) for block, chance in zip(blocks, chances, strict=True) if chance < _UNLIKE_TEXT]
    words = sum(count for count, _ in going)
    much = words > _MUCH * _words(blocks)
    chance = sum(count * chance for count, chance in going) / (words or 1)
    doubtful = _DOUBTFUL if is_page or len(going) <= _MANY else _DOUBTFUL_ALONE
    return _UNLIKE_MUCH_TEXT if much and chance > doubtful else _UNLIKE_TEXT


def _is_page(reading: Reading) -> bool:
    return any(
        finding.fate is Fate.SET_ASIDE and name not in GUESSES
        for index, (finding, name) in reading.found.items()
        if index not in reading.declared
    )


def _has_little(reading: Reading, block: Block) -> bool:
    """Whether it is a sentence too short for a paragraph right above or below one, or a heading between two."""
    if block.words >= PROSE_WORDS:
        return False
    beside = reading.blocks[max(block.index - 1, 0) : block.index] + reading.blocks[block.index + 1 : block.index + 2]
    paragraphs = sum(other.is_prose and other.index not in reading.found for other in beside)
    return paragraphs >= (1 if block.ends_in_stop else 2)


def _facts(blocks: Sequence[Block]) -> set[int]:
    """The indexes of the items of lists of facts, which are the article's own."""
    facts: set[int] = set()
    for run in _runs_of_items(blocks):
        if are_facts(run):
            facts.update(block.index for block in run)
    return facts


def _runs_of_items(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    for listed, group in groupby(blocks, key=lambda block: block.listed):
        run = list(group)
        if listed and len(run) > 1:
            yield run


def lead_of(reading: Reading) -> set[int]:
    """The index of the first paragraph right below the title, if it has a long word of it: what the text is about."""
    title = reading.first(Role.TITLE)
    if title is None:
        return set()
    known = {word for word in title.folded_words if len(word) >= _LONG_WORD}
    near = reading.open(title.index + 1, title.index + 1 + _NEAR_TITLE)
    lead = next((block for block in near if block.is_strong_prose and block.ends_sentence), None)
    if lead is None or lead.listed or not lead.text[0].isalnum() or "©" in lead.text or _NO_LEAD.match(lead.text):
        return set()
    return {lead.index} if known & set(lead.folded_words) else set()


# Who wrote it, where it was filed and what the page advises stand there as often.
_NO_LEAD = re.compile(
    r"(?:published|posted|note)\b|[\w .'’-]{2,40} (?:is|was|ist|war|est|es|è|är|er|is een) (?:an?|the|ein\w*|une?|"
    r"una?|en)\s",
    re.IGNORECASE,
)
_LONG_WORD, _NEAR_TITLE = 6, 4
"""Letters; blocks."""
