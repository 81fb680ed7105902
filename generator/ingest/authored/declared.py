"""Blocks and findings for the lines in which a source itself declares what its article is: front matter, columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.articles.ledger import Fate, Role
from generator.ingest.authored.foreign_keys import Said
from generator.ingest.blocks import Block, Shape
from generator.ingest.findings import Finding
from generator.ingest.typography import normalise

_ROLES = {
    "title": Role.TITLE,
    "summary": Role.DEK,
    "author": Role.BYLINE,
    "date": Role.DATE,
    "updated": Role.UPDATED,
    "publication": Role.PUBLICATION,
    "tags": Role.TAGS,
    "url": Role.ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Declaration:
    """Lines of a source, by their numbers from 1, and what they say."""

    lines: tuple[int, ...]
    rule: str
    """The name that the ledger records."""
    said: tuple[Said, ...] = field(default=())


def declare(
    declarations: Sequence[Declaration], lines: Sequence[str]
) -> tuple[tuple[Block, ...], tuple[tuple[Finding, str], ...]]:
    """A block for each run of lines that one declaration has, in the order of the lines, and what is found in it.

    A line that several declarations share belongs to all of them.
    """
    by_line: dict[int, list[Declaration]] = {}
    for declaration in declarations:
        for number in declaration.lines:
            by_line.setdefault(number, []).append(declaration)
    told = sorted(number for number in by_line if normalise(lines[number - 1]))
    blocks: list[Block] = []
    findings: list[tuple[Finding, str]] = []
    for run in _runs(told, by_line):
        block = metadata_block(len(blocks), run, lines)
        blocks.append(block)
        findings.append(_finding(block, by_line[run[0]]))
    return tuple(blocks), tuple(findings)


def _runs(numbers: Sequence[int], by_line: dict[int, list[Declaration]]) -> Iterator[list[int]]:
    """Numbers that follow one another and have the same declarations."""
    placed = enumerate(numbers)
    for _, run in groupby(placed, key=lambda item: (item[1] - item[0], [id(one) for one in by_line[item[1]]])):
        yield [number for _, number in run]


def metadata_block(index: int, numbers: Sequence[int], lines: Sequence[str]) -> Block:
    """The block of lines that are no text of the article."""
    own = [lines[number - 1] for number in numbers]
    return Block(
        index=index,
        first_line=numbers[0],
        line_count=len(numbers),
        text=" ".join(normalise(line) for line in own),
        marker="",
        number=None,
        raw="\n".join(own),
        shape=Shape.METADATA,
        markdown="\n".join(own),
    )


def _finding(block: Block, declarations: Sequence[Declaration]) -> tuple[Finding, str]:
    values = {key: value for one in declarations for said in one.said for key, value in said.values.items()}
    role = next((_ROLES[key] for key in values if key in _ROLES), Role.METADATA)
    return Finding(block.index, role, Fate.LIFTED if values else Fate.SET_ASIDE, values), declarations[0].rule
