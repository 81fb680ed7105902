"""What the editor decided about single lines of a source: remembered in its ledger, and stronger than any rule."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.articles.ledger import Fate, Ledger, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding
from generator.problems import Problems

EDITOR = "editor"
"""The rule that the ledger names for them."""

Decisions = Mapping[int, Fate]
"""Line of the source, from 1, to `KEPT` or `SET_ASIDE`."""

_PLACE = re.compile(r"(?P<file>.+):(?P<first>\d+)(?:-(?P<last>\d+))?")


def parse_places(places: Sequence[str], fate: Fate, problems: Problems) -> dict[str, dict[int, Fate]]:
    """The decisions that `FILE:LINE` and `FILE:LINE-LINE` stand for, by file."""
    decisions: dict[str, dict[int, Fate]] = {}
    for place in places:
        match = _PLACE.fullmatch(place)
        if match is None:
            problems.error(place, 0, "not a place in a source", "write FILE:LINE or FILE:LINE-LINE")
            continue
        first = int(match["first"])
        lines = range(first, int(match["last"] or first) + 1)
        if first == 0:
            problems.error(place, 0, "lines are counted from 1 upward")
            continue
        if not lines:
            hint = f"write {match['file']}:{match['last']}-{first}"
            problems.error(place, 0, f"the range ends on line {match['last']}, before it begins on line {first}", hint)
            continue
        decisions.setdefault(match["file"], {}).update(dict.fromkeys(lines, fate))
    return decisions


def remembered(ledger: Ledger) -> dict[int, Fate]:
    """The decisions that a ledger records."""
    return {line.n: span.fate for line in ledger.lines for span in line.spans if span.by == EDITOR}


def decided(block: Block, decisions: Decisions) -> Finding | None:
    """What the editor decided about a block; of a broken paragraph the first line that was decided on counts."""
    fate = next((decisions[line] for line in block.line_numbers if line in decisions), None)
    if fate is None:
        return None
    if fate is Fate.KEPT:
        return Finding(block.index, Role.LIST if block.bullet else Role.BODY, fate)
    return Finding(block.index, Role.RESIDUE, fate)
