"""Rules that go by where a line stands: lists of links, scraps around the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, Shape
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.furniture import is_button_text
from generator.ingest.rules.last_lines import last_lines
from generator.ingest.rules.lists import announced, announced_lines, are_facts, chapters, quantities, tables, wordy
from generator.ingest.rules.teasers import TO_IT
from generator.ingest.verses import poems


def side_column(reading: Reading) -> Iterator[Finding]:
    """What a table of the page's layout put beside the text."""
    for block in reading.open():
        if block.beside:
            yield set_aside(block, Role.NAVIGATION)


def promoted_links(reading: Reading) -> Iterator[Finding]:
    """Headlines listed under `Related articles`, `Most read` and the like, and the answers of a poll."""
    end = reading.body_end
    done = 0
    for index in sorted(reading.found):
        if index < done or not is_list_heading(reading, index):
            continue
        run = _links_below(reading, index)
        # A single line without a bullet may as well be the next sub-heading of the text.
        listed = run and run[0].listed
        if len(run) >= 2 or listed or (run and run[0].words >= 5 and run[0].index >= end):
            done = run[-1].index + 1
            for block in run:
                yield set_aside(block, Role.NAVIGATION)


_MOST_LINKS = 100


def _links_below(reading: Reading, index: int) -> list[Block]:
    """The undecided lines below that are short as headlines are; a last question may as well be the text's own."""
    run: list[Block] = []
    outside = False
    for block in reading.blocks[index + 1 : index + 1 + _MOST_LINKS]:
        # Where markup has placed the links outside the article, what comes after them within it is the article's.
        if outside and block.index not in reading.outside:
            break
        outside = block.index in reading.outside
        is_question = block.text.endswith("?") and block.text[0] not in '"“„«‘—–-'
        if block.words > 16 or (block.ends_sentence and not block.listed and not is_question):
            break
        if block.index not in reading.found:
            run.append(block)
    while run and run[-1].ends_sentence and not run[-1].listed:
        run.pop()
    return run


_POLL = re.compile(r"\W*(?:take \w+ )?(?:poll|quiz|survey|umfrage|sondage|encuesta|sondaggio|опрос)\b", re.IGNORECASE)


def is_list_heading(reading: Reading, index: int) -> bool:
    """Whether a line that leads to other articles names none itself."""
    rule = reading.found[index][1]
    if rule not in ("promotion", "promotion-label"):
        return False
    text = reading.blocks[index].text
    if TO_IT.fullmatch(text):
        return False
    return _POLL.match(text) is not None or not re.search(r"[:|–—]\s*\w", text)


def beside_buttons(reading: Reading) -> Iterator[Finding]:
    """Short list items in one list with buttons."""
    of_the_text = announced(reading, is_button_text)
    for bullet, group in groupby(reading.blocks, key=lambda block: block.bullet):
        items = list(group)
        roles = [finding.role for item in items if (finding := reading.finding(item.index))]
        if not bullet or Role.SHARING not in roles or items[0].index in of_the_text:
            continue
        if all(item.is_short for item in items):
            for item in items:
                yield set_aside(item, Role.SHARING)


def link_list(reading: Reading) -> Iterator[Finding]:
    """Three and more short items in a row, before or after the text: a menu, a blogroll, a page's foot."""
    start, end = reading.body_start, reading.body_end
    if not end:
        return
    of_the_text = announced(reading, is_button_text)
    others = (
        reading.of_blocks(tables)
        | reading.of_blocks(wordy)
        | reading.of_blocks(quantities)
        | reading.of_blocks(chapters)
        | reading.of_blocks(last_lines)
        | reading.of_blocks(poems)
    )
    others |= _points(reading, start)
    for outside in (reading.open(0, start), reading.open(end)):
        for run in _runs_of_short(block for block in outside if block.index not in others):
            if len(run) >= 3 and run[0].index not in of_the_text and not are_facts(run):
                for block in run:
                    yield set_aside(block, Role.NAVIGATION)


def _points(reading: Reading, start: int) -> set[int]:
    """The indexes of the short lines right below the title that say more than a menu's entries: what the text holds."""
    title = reading.first(Role.TITLE)
    below = reading.blocks[title.index + 1 : start] if title else ()
    points = list(takewhile(lambda block: block.index not in reading.found and _is_entry(block), below))
    enough = sum(block.words for block in points) >= _WORDS_OF_A_POINT * len(points)
    return {block.index for block in points} if enough and len(points) >= _FEWEST_POINTS else set()


_FEWEST_POINTS, _WORDS_OF_A_POINT = 2, 5
"""Lines, and words of one in the mean."""


def _runs_of_short(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    for (short, _), group in groupby(blocks, key=lambda block: (_is_entry(block), block.bullet)):
        if short:
            yield list(group)


def _is_entry(block: Block) -> bool:
    """Whether it may be a menu's; lines that markup sets as they stand, or quotes, are verses rather."""
    return block.is_short and block.number is None and block.shape not in (Shape.CODE, Shape.QUOTATION)


def above_title(reading: Reading) -> Iterator[Finding]:
    """What stands above the title is the page's, not the article's."""
    title = reading.first(Role.TITLE)
    if title is None or not reading.body_end:
        return
    for block in reading.open(0, title.index):
        if not block.is_prose:
            yield set_aside(block, Role.NAVIGATION)


def below_text(reading: Reading) -> Iterator[Finding]:
    """Scraps of a few words after the text's last paragraph: a signature, a menu's last entries."""
    end = reading.body_end
    if not end:
        return
    scraps = [block for block in reading.open(end) if _is_entry(block)]
    if not scraps:
        return
    of_the_text = announced(reading, is_button_text) | reading.of_blocks(tables)
    of_the_text |= reading.of_blocks(wordy) | reading.of_blocks(quantities) | reading.of_blocks(last_lines)
    of_the_text |= reading.of_blocks(poems) | reading.of_blocks(announced_lines)
    facts = _fact_lists(scraps)
    for block in scraps:
        if block.index not in of_the_text and block.index not in facts and not _heads_sentence(reading, block, facts):
            yield set_aside(block, Role.NAVIGATION)


def _fact_lists(scraps: list[Block]) -> set[int]:
    """The indexes of the items of lists of facts at the end of the text."""
    facts: set[int] = set()
    for bullet, group in groupby(scraps, key=lambda block: block.bullet):
        run = list(group)
        if bullet and len(run) >= 2 and are_facts(run):
            facts.update(block.index for block in run)
    return facts


def _heads_sentence(reading: Reading, block: Block, facts: set[int]) -> bool:
    """Whether a scrap right below the text is the heading of a last short sentence or list."""
    if block.index + 1 >= len(reading.blocks) or block.index == 0 or block.bullet or block.words > 6:
        return False
    above, below = reading.blocks[block.index - 1], reading.blocks[block.index + 1]
    follows_text = above.index not in reading.found and above.ends_sentence
    sentence = below.index not in reading.found and below.ends_in_stop and below.words >= 2
    return follows_text and (sentence or below.index in facts)


# Papers print these beside an article; a label in capitals alone may as well be somebody who speaks.
_LABEL_BELOW = re.compile(
    r"^\W*[^a-z:]{0,30}\b(?:WEATHER|FORECAST|TOMORROW|INSIDE|LOTTERY|CROSSWORD|HOROSCOPE|TRAFFIC|LISTINGS|WETTER|ПОГОДА)"
    r"\b[^a-z:]{0,15}:\s"
)


def label_below_text(reading: Reading) -> Iterator[Finding]:
    """A short note below the text that begins with a label in capitals: `TODAY'S WEATHER: …`."""
    for block in reading.open(reading.body_end):
        if block.words <= 20 and _LABEL_BELOW.match(block.text):
            yield set_aside(block, Role.NAVIGATION)
