"""Rules for the publication's own lines: its name, its issue, its imprint, its notice of rights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, fold
from generator.ingest.dates import find_dates
from generator.ingest.findings import Finding, Reading, lifted, set_aside
from generator.ingest.rules.names import PAPERS
from generator.ingest.rules.notices import copyright_line

_IMPRINT = re.compile(
    r"\b(?:is|are) (?:published|a member|owned|edited|printed|proudly|an? \w+ publication)\b|\bsubscriptions?\b|"
    r"\bletters to the editor\b|\berscheint\b|\bизда[её]тся\b",
    re.IGNORECASE,
)


def imprint(reading: Reading) -> Iterator[Finding]:
    """A last paragraph that begins with the publication's name and tells how it appears."""
    last = [block for block in list(reading.open())[-2:] if block.words <= 45 and _IMPRINT.search(block.text)]
    if not last:
        return
    title = reading.first(Role.TITLE)
    names = {_bare_name(block) for block in reading.blocks[: title.index if title else 0]} - {""}
    said = reading.lifted("publication")
    if isinstance(said, str):
        names.add(fold(said))
    for block in last:
        if any(block.folded.startswith(name + " ") for name in names):
            yield set_aside(block, Role.NOTICE)


def _bare_name(block: Block) -> str:
    """What stands above the title as a name: the line's words up to a bar, a wide gap or a date."""
    return fold(re.split(r"\s{3,}|\s[|•·–—-]\s", block.raw.strip()[:200])[0])


_ISSUE = re.compile(
    r"\b(?:vol(?:ume)?|bd|band|jg|jahrgang|том)\.?\s*[\divxlc]+\b.*\b(?:no|nr|issue|num|heft|№)\.?\s*\d+|№\s*\d+", re.I
)


def issue_line(reading: Reading) -> Iterator[Finding]:
    """`Volume 3, No. 4`, and beside it the masthead with the date of the printed issue."""
    start = reading.body_start
    for block in reading.open(0, start):
        if block.words > 14 or block.ends_in_stop or not _ISSUE.search(block.text):
            continue
        yield set_aside(block, Role.PUBLICATION)
        for other in reading.blocks[max(block.index - 2, 0) : block.index + 3]:
            if other.words > 14 or other.ends_sentence or other.index in reading.found:
                continue
            dates = find_dates(other.text, reading.numeric_dates)
            name = other.text[: dates[0].start].strip(" ,|–—-•·") if dates else ""
            if dates and 0 < len(name.split()) <= 5:
                name = name.title() if name.isupper() else name
                yield lifted(other, Role.PUBLICATION, publication=name, date=dates[0].date.text)


def masthead(reading: Reading) -> Iterator[Finding]:
    """The publication's name alone on a line above the title.

    It is one where a notice of rights has the name too, or where it is the name of a paper by its last word.
    """
    title = reading.first(Role.TITLE)
    if title is None or reading.lifted("publication"):
        return
    notices = [reading.blocks[i].folded for i, (_, rule) in sorted(reading.found.items()) if rule == "copyright"]
    for block in reading.open(0, title.index):
        if not 1 <= block.words <= 7 or block.bullet:
            continue
        name = block.text if block.words <= 5 and any(block.folded in notice for notice in notices[-3:]) else ""
        name = name or (name_of_paper(block.text) if block.index < _NEAR_TOP else "")
        if name:
            yield lifted(block, Role.PUBLICATION, publication=name)
            return


_NEAR_TOP = 3
"""Blocks from the top among which a masthead stands."""
_PAPERS = PAPERS | frozenset(
    "courier gazette herald tribune times ledger standard chronicle examiner telegraph observer guardian monthly "
    "weekly quarterly sentinel advertiser mercury argus dispatch inquirer enquirer bulletin intelligencer".split()
)
_ADDED = re.compile(r"(?:\s+[|•·:–—-]\s.*|\s+(?:online|digital|archives?))$", re.IGNORECASE)


def name_of_paper(text: str) -> str:
    """The name in a line such as `THE EXAMPLE COURIER - World news`; empty where it names none for certain."""
    name = _ADDED.sub("", _ADDED.sub("", text.strip())).strip()
    words = name.split()
    if not 2 <= len(words) <= 5 or words[-1].casefold() not in _PAPERS or not words[0][0].isupper():
        return ""
    proper = all(word[0].isupper() or word in ("of", "the", "and", words[-1]) for word in words)
    return (name.title() if name.isupper() else name) if proper else ""


_RIGHTS_OF = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?\s+)?(?:by\s+)?"
    r"(?P<name>[^.,|©\d]{4,60}?)\s*(?:(?:19|20)\d\d\b|[.,|]|$)",
    re.IGNORECASE,
)


def rights(reading: Reading) -> Iterator[Finding]:
    """A notice of rights; where it names a paper, that is the publication."""
    for finding in copyright_line(reading):
        block = reading.blocks[finding.block]
        holder = _RIGHTS_OF.search(block.text)
        name = name_of_paper(holder["name"]) if holder else ""
        yield lifted(block, Role.NOTICE, publication=name) if name else finding


def publication_line(reading: Reading) -> Iterator[Finding]:
    """The publication's name alone on a line, where the title has told it."""
    name = reading.lifted("publication")
    if not isinstance(name, str):
        return
    inside = reading.inside()
    for block in reading.open():
        if block.index not in inside and block.words <= 8 and block.text.casefold().strip(" .") == name.casefold():
            yield lifted(block, Role.PUBLICATION, publication=name)
