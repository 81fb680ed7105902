"""The rule for the beginnings of other articles: a headline, and below it prose that was cut off."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.repeats import is_cut_off

_FEWEST = 2
_LONGEST_LABEL = 5
_LONGEST_HEADLINE = 14
_LONGEST_TEASER = 60
"""Words; likewise those above."""
_FEWEST_TEASER_WORDS = 6


def teasers(reading: Reading) -> Iterator[Finding]:
    """Two and more of them: one below the other, or before the first or after the last paragraph that is whole."""
    found = [block.index for block in reading.open() if _is_teaser(reading, block)]
    if len(found) < _FEWEST:
        return
    whole = [block.index for block in reading.open() if block.is_strong_prose and not is_cut_off(block.text)]
    runs = list(_runs(found))
    if whole:
        runs += [[at for at in found if at < whole[0]], [at for at in found if at > whole[-1]]]
    for run in runs:
        if len(run) >= _FEWEST:
            yield from _set_aside(reading, run)


def _runs(found: list[int]) -> Iterator[list[int]]:
    """Teasers that follow one another with nothing but their headlines in between."""
    run: list[int] = []
    for at in found:
        if run and at - run[-1] > 2:
            yield run
            run = []
        run.append(at)
    yield run


def _set_aside(reading: Reading, run: list[int]) -> Iterator[Finding]:
    for at in run:
        yield set_aside(reading.blocks[at - 1], Role.NAVIGATION)
        yield set_aside(reading.blocks[at], Role.NAVIGATION)
    label = reading.blocks[run[0] - 2] if run[0] >= 2 else None
    if label and label.index not in reading.found and label.is_short and label.words <= _LONGEST_LABEL:
        yield set_aside(label, Role.NAVIGATION)


def _is_teaser(reading: Reading, block: Block) -> bool:
    if not _FEWEST_TEASER_WORDS <= block.words <= _LONGEST_TEASER or not is_cut_off(block.text) or not block.index:
        return False
    above = reading.blocks[block.index - 1]
    headline = 0 < above.words <= _LONGEST_HEADLINE and not above.ends_in_stop and not is_cut_off(above.text)
    return headline and above.text[-1] not in ":,;"
