"""Rules for what an encyclopedia's page adds to its article: the list of contents, and links for editing its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, fold
from generator.ingest.findings import Finding, Part, Reading, set_aside

_EDIT = re.compile(
    r"\s*\[\s*(?:edit(?: source| section)?|bearbeiten(?: \| quelltext bearbeiten)?|modifier(?: le code)?|editar|"
    r"modifica|bewerken|edytuj|редактировать|править(?: \| править код)?|编辑|編集)\s*\]\s*$",
    re.IGNORECASE,
)
_LONGEST_HEADING = 12
"""Words."""
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
_FEWEST_ENTRIES = 3


def edit_link(reading: Reading) -> Iterator[Finding]:
    """`History[edit]`: the heading stays, the link behind it goes."""
    for block in reading.open():
        found = _EDIT.search(block.full_text) if block.text[-1:] == "]" and block.words <= _LONGEST_HEADING else None
        if found is None:
            continue
        if found.start() == 0:
            yield set_aside(block, Role.SHARING)
        else:
            part = Part(found.start(), len(block.full_text), Role.SHARING, Fate.SET_ASIDE)
            yield Finding(block.index, Role.HEADING, Fate.KEPT, {}, (part,))


def contents(reading: Reading) -> Iterator[Finding]:
    """Three and more short lines in a row, each of which stands further below as a heading; and the word above them."""
    below = _later_lines(reading.blocks)
    for listed, group in groupby(reading.open(), key=lambda block: _is_entry(block, below)):
        run = list(group) if listed else []
        # One below the other in the source too: headings with their paragraphs between them are none.
        whole = len(run) >= _FEWEST_ENTRIES and run[-1].index - run[0].index == len(run) - 1
        if not whole or not _in_order([below[_bare(block)] for block in run], run[-1].index):
            continue
        above = reading.blocks[run[0].index - 1] if run[0].index else None
        if above and above.words <= 2 and not above.ends_sentence and above.index not in reading.found:
            yield set_aside(above, Role.NAVIGATION)
        for block in run:
            yield set_aside(block, Role.NAVIGATION)


def _in_order(places: list[int], end: int) -> bool:
    """Whether the headings follow one another as the list has them, all of them below it."""
    return places[0] > end and all(above < below for above, below in pairwise(places))


def _later_lines(blocks: Sequence[Block]) -> dict[str, int]:
    """The short lines, and the index of the last block that is each of them."""
    return {_bare(block): block.index for block in blocks if block.words <= _LONGEST_HEADING and not block.ends_in_stop}


def _is_entry(block: Block, below: dict[str, int]) -> bool:
    if block.words > _LONGEST_HEADING + 1 or block.ends_in_stop or not block.words:
        return False
    bare = _bare(block)
    return bool(bare) and below.get(bare, 0) > block.index + 1


def _bare(block: Block) -> str:
    """A heading's words without its number and the link behind it."""
    text = block.text
    # Most lines have neither, and are folded already.
    if text[-1:] != "]" and not text[:1].isdigit():
        return block.folded
    return fold(_NUMBERED.sub("", _EDIT.sub("", text)))
