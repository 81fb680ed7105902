"""Accounts for every line of a source: the spans of its ledger, from what the rules found out about its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from generator.articles.ledger import Fate, LedgerLine, Role, Span
from generator.ingest.blocks import Block
from generator.ingest.decisions import EDITOR
from generator.ingest.findings import Finding, Reading, Value
from generator.ingest.typography import normalise

_TOKEN = re.compile(r"\S+")


def account(
    reading: Reading, lines: Sequence[str], at: Sequence[int], values: Mapping[str, Value]
) -> tuple[LedgerLine, ...]:
    """One entry for each line of the source, blank ones too.

    `at` are the lines of the file where `lines` are those of a view, else empty. `values` is what went into the
    front matter: a span is lifted only where it has what this span gives, since another line may have come first.
    """
    spans: dict[int, tuple[Span, ...]] = {}
    for block in reading.blocks:
        finding, rule = reading.found[block.index]
        for number, found in zip(block.line_numbers, _spans(block, finding, rule, lines, values), strict=True):
            spans[number] = spans.get(number, ()) + found
    return tuple(
        LedgerLine(n=number, spans=_in_order(spans.get(number)) or (_blank(line),), at=at[number - 1] if at else 0)
        for number, line in enumerate(lines, start=1)
    )


def _in_order(spans: tuple[Span, ...] | None) -> tuple[Span, ...] | None:
    """Blocks that share a line need not come in its order."""
    return tuple(sorted(spans, key=lambda span: span.start)) if spans and len(spans) > 1 else spans


def _blank(line: str) -> Span:
    return Span(start=0, end=len(line), role=Role.BLANK, fate=Fate.SET_ASIDE, rule="blank")


def _spans(
    block: Block, finding: Finding, rule: str, lines: Sequence[str], values: Mapping[str, Value]
) -> Iterator[tuple[Span, ...]]:
    """The spans of each line of a block."""
    by: Literal["rule", "editor"] = "editor" if rule == EDITOR else "rule"
    if block.line_count == 1 and not (finding.parts or finding.values or block.slices):
        # As with most blocks: one line that is one thing.
        end = len(lines[block.first_line - 1])
        going = Fate.SET_ASIDE if finding.fate is Fate.LIFTED else finding.fate
        yield (Span(start=0, end=end, role=finding.role, fate=going, rule=rule, by=by, signs=finding.signs),)
        return
    whole = [lines[number - 1] for number in block.line_numbers]
    slices = block.slices or [(0, len(line)) for line in whole]
    own = [line[start:end] for line, (start, end) in zip(whole, slices, strict=True)]
    stretches = _stretches(block, finding, own) if finding.parts else None
    if stretches is None:
        stretches = [[_Stretch(0, len(line), finding.role, finding.fate, tuple(finding.values))] for line in own]
    for line, (first, _) in zip(stretches, slices, strict=True):
        spans = []
        for part in line:
            given = {key: finding.values[key] for key in part.keys}
            keys = tuple(key for key, value in given.items() if value and _has(values.get(key, ()), value))
            lost = part.fate is Fate.LIFTED and not keys
            fate = Fate.SET_ASIDE if lost else part.fate
            start, end = first + part.start, first + part.end
            told = finding.signs if part.fate is finding.fate else ()
            spans.append(Span(start=start, end=end, role=part.role, fate=fate, rule=rule, keys=keys, by=by, signs=told))
        yield tuple(spans)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a line as received, or of a block's full text."""

    start: int
    end: int
    role: Role
    fate: Fate
    keys: tuple[str, ...]


def _stretches(block: Block, finding: Finding, lines: Sequence[str]) -> list[list[_Stretch]] | None:
    """The finding's parts, and what lies between them, on the lines as received.

    Positions are matched by counting characters that are not white space. None where a word's characters were mended
    so that the count is off: then the block counts as one.
    """
    tokens = [(number, match) for number, line in enumerate(lines) for match in _TOKEN.finditer(line)]
    sizes = [len("".join(normalise(match[0]).split())) for _, match in tokens]
    full = block.full_text
    before = [0, *accumulate(not character.isspace() for character in full)]
    ends = list(accumulate(sizes))
    if not ends or ends[-1] != before[-1]:
        return None
    result = []
    for number, line in enumerate(lines):
        mine = [
            (match.start(), match.end(), end - size, end)
            for (at, match), size, end in zip(tokens, sizes, ends, strict=True)
            if at == number
        ]
        stretches: list[_Stretch] = []
        position = 0
        for bound in _bounds(finding, len(full)):
            first, last = before[bound.start], before[bound.end]
            # Parts of the block that lie on other lines have nothing here.
            if last <= mine[0][2] or first >= mine[-1][3] or first == last:
                continue
            stop = len(line) if last >= mine[-1][3] else _raw_end(mine, last)
            stretches.append(_Stretch(position, stop, bound.role, bound.fate, bound.keys))
            position = stop
        result.append(stretches)
    return result


def _raw_end(tokens: Sequence[tuple[int, int, int, int]], count: int) -> int:
    """Where in a line as received the `count`-th character of the block ends, which may lie inside a token.

    `tokens` are those of the line: from, to, and the count of the block's characters before and after each.
    """
    for start, end, first, last in tokens:
        if count <= first:
            return start
        if count < last:
            return min(start + count - first, end)
    return tokens[-1][1]


def _bounds(finding: Finding, length: int) -> list[_Stretch]:
    """The parts of a finding with the rest between them, which has the finding's own role and fate."""
    told = {key for part in finding.parts for key in part.keys}
    rest = tuple(key for key in finding.values if key not in told)
    bounds = []
    position = 0
    for part in finding.parts:
        if part.start > position:
            bounds.append(_Stretch(position, part.start, finding.role, finding.fate, rest))
        bounds.append(_Stretch(part.start, part.end, part.role, part.fate, part.keys))
        position = part.end
    if position < length:
        bounds.append(_Stretch(position, length, finding.role, finding.fate, rest))
    return bounds


def _has(whole: Value, part: Value) -> bool:
    if isinstance(whole, tuple) and isinstance(part, tuple):
        return {item.casefold() for item in part} <= {item.casefold() for item in whole}
    return whole == part
