"""Writes what was kept of a source as the Markdown of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading
from generator.ingest.html.block import HtmlBlock
from generator.ingest.html.compose_page import compose_page
from generator.ingest.html.marked_text import marked
from generator.ingest.markdown_text import escape, heading, table
from generator.ingest.rules.flat_tables import FlatTable, flat_tables
from generator.ingest.verses import within_paragraphs

_LINE_BREAK = "  "
"""Markdown's, at a line's end."""


def compose(kept: Sequence[Block], reading: Reading) -> str:
    """The Markdown of the kept blocks."""
    page = [block for block in kept if isinstance(block, HtmlBlock)]
    if page:
        return compose_page(page, reading)
    paragraphs: list[list[str]] = []
    list_above = ""
    tables = _tables(kept, reading)
    going_on = within_paragraphs([block for block in kept if block.index not in tables] if tables else kept)
    line_above = -1
    for block in kept:
        finding, rule = reading.found[block.index]
        if block.index in tables:
            paragraphs += tables[block.index]
            list_above, line_above = "", -1
            continue
        kind = ("bullets" if block.number is None else "numbers") if finding.role is Role.LIST else ""
        text = _markdown(block, finding, rule)
        if kind and kind == list_above:
            paragraphs[-1].append(text)
        elif block.index in going_on and line_above == block.index - 1 and finding.role is Role.BODY:
            paragraphs[-1][-1] += _LINE_BREAK
            paragraphs[-1].append(text)
        else:
            paragraphs.append([text])
        list_above = kind
        line_above = block.index if finding.role is Role.BODY and rule != "section-break" else -1
    return "\n\n".join("\n".join(lines) for lines in paragraphs)


def _tables(kept: Sequence[Block], reading: Reading) -> dict[int, list[list[str]]]:
    """For each cell of a table that lost its rows the paragraphs that stand in its place: none but at the first."""
    by_rule = {block.index for block in kept if reading.found[block.index][1] == "flat-table"}
    written: dict[int, list[list[str]]] = {}
    for found in reading.of_blocks(flat_tables) if by_rule else ():
        # An editor may have brought back a cell or taken it out.
        cells = [block for block in kept if found.start <= block.index < found.end]
        if by_rule.isdisjoint(block.index for block in cells):
            continue
        whole = len(cells) == found.end - found.start
        written |= {block.index: [] for block in cells}
        written[cells[0].index] = [*_rows(cells, found)] if whole and found.width else [_lines(cells)]
    return written


def _rows(cells: Sequence[Block], found: FlatTable) -> Iterator[list[str]]:
    above = found.first - found.start
    yield from ([escape(cell.full_text)] for cell in cells[:above])
    words = [marked(cell.full_text, (), in_table=True) for cell in cells[above:]]
    header = [[*[""] * (found.width - found.header), *words[: found.header]]] if found.header else []
    rows = [words[at : at + found.width] for at in range(found.header, len(words), found.width)]
    yield [table([*header, *rows], bool(header))]


def _lines(cells: Sequence[Block]) -> list[str]:
    """The cells of a table whose rows cannot be told, or that an editor took some from, as lines of one paragraph."""
    lines = [escape(cell.full_text) for cell in cells]
    return [line + _LINE_BREAK for line in lines[:-1]] + lines[-1:]


def _markdown(block: Block, finding: Finding, rule: str) -> str:
    if rule == "section-break":
        return "* * *"
    # What could have marked a list item is, in a paragraph that is none, part of the text.
    text = _kept_text(block, finding)
    if finding.role is Role.LIST:
        words = text[len(block.marker) :] if text.startswith(block.marker) else text
        return (f"{block.number}. " if block.number is not None else "- ") + escape(words)
    return heading(text) if finding.role is Role.HEADING else escape(text)


def _kept_text(block: Block, finding: Finding) -> str:
    """The block's text without the parts that were not kept."""
    text = block.full_text
    for part in reversed(finding.parts):
        if part.fate is not Fate.KEPT:
            text = f"{text[: part.start].rstrip()} {text[part.end :].lstrip()}".strip()
    return text
