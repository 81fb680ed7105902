"""Rules that go by where a line stands: lists of links, captions, scraps around the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, lifted, set_aside


def promoted_links(reading: Reading) -> Iterator[Finding]:
    """Headlines listed under `Related articles`, `Most read` and the like, and the answers of a poll."""
    for index in sorted(reading.found):
        if not _is_list_heading(reading, index):
            continue
        run = list(_links_below(reading, index))
        listed = run and (run[0].bullet or run[0].number is not None)
        if len(run) >= 2 or listed or (run and run[0].words >= 5):
            for block in run:
                yield set_aside(block, Role.NAVIGATION)


def _links_below(reading: Reading, index: int) -> Iterator[Block]:
    for block in reading.blocks[index + 1 :]:
        listed = block.bullet or block.number is not None
        if block.words > 16 or (block.ends_sentence and not listed):
            return
        if block.index not in reading.found:
            yield block


def _is_list_heading(reading: Reading, index: int) -> bool:
    finding, rule = reading.found[index]
    block = reading.blocks[index]
    is_poll = re.match(r"(?i)\W*(?:poll|quiz|umfrage|опрос)\b", block.text) is not None
    return rule == "promotion" and finding.role is Role.NAVIGATION and (block.words <= 5 or is_poll)


def beside_buttons(reading: Reading) -> Iterator[Finding]:
    """Short list items in one list with buttons."""
    for bullet, group in groupby(reading.blocks, key=lambda block: block.bullet):
        items = list(group)
        roles = [finding.role for item in items if (finding := reading.finding(item.index))]
        if bullet and Role.SHARING in roles and all(item.is_short for item in items):
            for item in items:
                yield set_aside(item, Role.SHARING)


def link_list(reading: Reading) -> Iterator[Finding]:
    """Three and more short items in a row, before or after the text: a menu, a blogroll, a page's foot."""
    for outside in (reading.open(0, reading.body_start), reading.open(reading.body_end)):
        for run in _runs_of_short(outside):
            if len(run) >= 3 and not _is_announced(reading, run[0]):
                for block in run:
                    yield set_aside(block, Role.NAVIGATION)


def _runs_of_short(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    for (short, _), group in groupby(blocks, key=lambda block: (block.is_short and block.number is None, block.bullet)):
        if short:
            yield list(group)


def _is_announced(reading: Reading, block: Block) -> bool:
    """Whether the block above ends in a colon: then the list is part of the text."""
    above = reading.blocks[block.index - 1] if block.index else None
    return above is not None and above.text.endswith(":") and above.index not in reading.found


def above_title(reading: Reading) -> Iterator[Finding]:
    """What stands above the title is the page's, not the article's."""
    title = reading.first(Role.TITLE)
    if title is None:
        return
    for block in reading.open(0, title.index):
        if not block.is_prose:
            yield set_aside(block, Role.NAVIGATION)


def doubled_caption(reading: Reading) -> Iterator[Finding]:
    """Two short lines above the text that say the same in other words: a picture's alternative text and caption."""
    head = list(reading.open(_title_index(reading) + 1, reading.body_start))
    for one, other in pairwise(head):
        if one.words > 30 or other.words > 30:
            continue
        first, second = set(one.folded.split()), set(other.folded.split())
        if len(first & second) >= 0.6 * min(len(first), len(second)):
            yield set_aside(one, Role.CAPTION)
            yield set_aside(other, Role.CAPTION)


def lost_caption(reading: Reading) -> Iterator[Finding]:
    """A line without a full stop between the page's buttons and the text: the caption of a picture that is gone."""
    for block in reading.open(_title_index(reading) + 1, reading.body_start):
        above = reading.finding(block.index - 1)
        if above and above.fate is not Fate.KEPT and block.words >= 4 and not block.ends_sentence:
            yield set_aside(block, Role.CAPTION)


def _title_index(reading: Reading) -> int:
    title = reading.first(Role.TITLE)
    return title.index if title else -1


def kicker(reading: Reading) -> Iterator[Finding]:
    """One to three words alone between the title and the text, such as the section's name."""
    for block in reading.open(_title_index(reading) + 1, reading.body_start):
        if block.words <= 3 and not block.ends_sentence:
            yield set_aside(block, Role.NAVIGATION)


def below_text(reading: Reading) -> Iterator[Finding]:
    """Scraps of a few words after the text's last paragraph: a signature, a menu's last entries."""
    end = reading.body_end
    if not end:
        return
    for block in reading.open(end):
        if (
            block.is_short
            and block.number is None
            and not _is_announced(reading, block)
            and not _in_list(reading, block)
        ):
            yield set_aside(block, Role.NAVIGATION)


_LABEL = re.compile(r"^[^\Wa-zа-яё][^a-zа-яё]{3,30}:\s")


def label_below_text(reading: Reading) -> Iterator[Finding]:
    """A short note below the text that begins with a label in capitals: `TODAY'S WEATHER: …`."""
    for block in reading.open(reading.body_end):
        if block.words <= 20 and _LABEL.match(block.text):
            yield set_aside(block, Role.NAVIGATION)


_IMPRINT = re.compile(
    r"\b(?:is|are) (?:published|a member|owned|edited|printed|proudly|an? \w+ publication)\b|\bsubscriptions?\b|"
    r"\bletters to the editor\b|\berscheint\b|\bизда[её]тся\b",
    re.IGNORECASE,
)


def imprint(reading: Reading) -> Iterator[Finding]:
    """A last paragraph that begins with the publication's name and tells how it appears."""
    names = {_bare_name(block) for block in reading.blocks[: _title_index(reading)]} - {""}
    said = reading.lifted("publication")
    if isinstance(said, str):
        names.add(fold(said))
    for block in list(reading.open())[-2:]:
        named = any(block.folded.startswith(name + " ") for name in names)
        if block.words <= 45 and named and _IMPRINT.search(block.text):
            yield set_aside(block, Role.NOTICE)


def _bare_name(block: Block) -> str:
    """What stands above the title as a name: the line's words up to a bar, a wide gap or a date."""
    return fold(re.split(r"\s{3,}|\s[|•·–—-]\s", block.raw.strip())[0])


_ISSUE = re.compile(
    r"\b(?:vol(?:ume)?|bd|band|jg|jahrgang|том)\.?\s*[\divxlc]+\b.*\b(?:no|nr|issue|num|heft|№)\.?\s*\d+|№\s*\d+", re.I
)


def issue_line(reading: Reading) -> Iterator[Finding]:
    """`Volume 3, No. 4`, and beside it the masthead with the date of the printed issue."""
    start = reading.body_start
    for block in reading.open(0, start):
        if block.words > 14 or not _ISSUE.search(block.text):
            continue
        yield set_aside(block, Role.PUBLICATION)
        for other in reading.blocks[max(block.index - 2, 0) : block.index + 3]:
            dates = find_dates(other.text, reading.settings.numeric_dates)
            name = other.text[: dates[0].start].strip(" ,|–—-•·") if dates else ""
            if other.index not in reading.found and dates and 0 < len(name.split()) <= 5:
                name = name.title() if name.isupper() else name
                yield lifted(other, Role.PUBLICATION, publication=name, date=dates[0].date.text)


def masthead(reading: Reading) -> Iterator[Finding]:
    """The publication's name alone on a line above the title, where a notice of rights names it too."""
    if reading.lifted("publication"):
        return
    notices = [reading.blocks[i].folded for i, (_, rule) in sorted(reading.found.items()) if rule == "copyright"]
    for block in reading.open(0, max(_title_index(reading), 0)):
        if 1 <= block.words <= 5 and not block.bullet and any(block.folded in notice for notice in notices):
            yield lifted(block, Role.PUBLICATION, publication=block.text)
            return


def _in_list(reading: Reading, block: Block) -> bool:
    """Whether the block is an item of a list that belongs to the text."""
    if not block.bullet:
        return False
    first = block.index
    while first and reading.blocks[first - 1].bullet:
        first -= 1
    return _is_announced(reading, reading.blocks[first])


_PULL_QUOTE_WORDS = 6


def repeated_paragraph(reading: Reading) -> Iterator[Finding]:
    """A passage that stands word for word in another paragraph too: a pull quote, or a paragraph sent twice."""
    open_blocks = [block for block in reading.open() if block.words >= _PULL_QUOTE_WORDS]
    first_of: dict[str, int] = {}
    whole = "\n".join(f" {block.folded} " for block in open_blocks)
    for block in open_blocks:
        first = first_of.setdefault(block.folded, block.index)
        if first != block.index or (block.words <= 40 and _stands_inside_another(block, whole)):
            yield set_aside(block, Role.DUPLICATE)


def _stands_inside_another(block: Block, whole: str) -> bool:
    """Whether the block's words also stand within a longer paragraph. Searching one text keeps this near linear."""
    words = f" {block.folded} "
    inside = re.sub(r"\s", " ", words)
    position = whole.find(inside)
    while position >= 0:
        starts_line = position == 0 or whole[position - 1] == "\n"
        ends_line = position + len(inside) == len(whole) or whole[position + len(inside)] == "\n"
        if not (starts_line and ends_line):
            return True
        position = whole.find(inside, position + 1)
    return False


def publication_line(reading: Reading) -> Iterator[Finding]:
    """The publication's name alone on a line, where the title has told it."""
    name = reading.lifted("publication")
    if not isinstance(name, str):
        return
    for block in reading.open():
        if block.text.casefold().strip(" .") == name.casefold():
            yield lifted(block, Role.PUBLICATION, publication=name)
