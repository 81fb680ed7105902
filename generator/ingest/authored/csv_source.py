"""Reads one record of a table of metadata: what its columns say of the article, and the text that one of them holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from generator.articles.csv_view import (
    Record,
    ViewLine,
    column_names,
    is_html,
    physical_lines,
    read_records,
    text_lines,
    view_record,
)
from generator.articles.ledger import Fate, Role
from generator.ingest.authored.declared import Declaration, declare
from generator.ingest.authored.foreign_keys import Entry, Said, interpret
from generator.ingest.blocks import Block, Shape
from generator.ingest.columns import read_blocks
from generator.ingest.decode import RefusalError
from generator.ingest.document import Document
from generator.ingest.findings import Finding, Remark, Settings
from generator.ingest.typography import normalise

COLUMN, EMPTY, LABEL, MARKUP, SECOND_TEXT = "csv-column", "csv-empty", "csv-label", "csv-markup", "csv-second-text"
"""What the ledger names for columns that say something, for those that do not, for the name of the text's, for what
the markup of a text says about it, and for a text beside which the record names a file with another."""
_GUESSED = ("title",)
"""Keys whose rules, of the same names, would guess from the first lines of a text what a column says."""


def read_csv(text: str, settings: Settings) -> Document:
    """The document in a table of one record.

    What its columns say stands above its text, to which all rules apply. Raises RefusalError where there is not
    exactly one record.
    """
    record, view, said = _read(text, settings)
    lines = [line.text for line in view]
    metadata, findings = declare(_declarations(view, said), lines)
    first = next((number for number, line in enumerate(view) if line.of_text), len(view))
    values = {key for one in said.values() for key in one.values}
    columns = Document(
        lines=tuple(lines[:first]),
        blocks=metadata,
        at=tuple(line.at for line in view[:first]),
        findings=findings,
        nested={key: value for one in said.values() for key, value in one.nested.items()},
        forbidden=frozenset(key for key in _GUESSED if key in values),
        remarks=_remarks(view, said),
    )
    document = _text_document(record.values[view[first].column]) if first < len(view) else Document((), ())
    forbidden = document.forbidden if _has_prose_below(document.blocks) else document.forbidden | {"title"}
    return _below(columns, replace(document, at=tuple(line.at for line in view[first:]), forbidden=forbidden))


def _has_prose_below(blocks: Sequence[Block]) -> bool:
    """Whether a title can stand above a text: its column says that it is the text, so some of it must be left."""
    return any(block.is_prose and block.shape is not Shape.METADATA for block in blocks[1:])


def _text_document(value: str) -> Document:
    """The document in the value of a text's column, plain or HTML. What surrounds an article is not looked for."""
    if not is_html(value):
        lines = tuple(line for line, _ in text_lines(value))
        tag = _TAG.search(value)
        remarks = (Remark(1, f"its text has HTML tags, which stay as text: {tag[0]}", _TAG_HINT),) if tag else ()
        return Document(lines, read_blocks(lines), remarks=remarks)
    from generator.articles.html.view import view_page
    from generator.ingest.html.block import html_block
    from generator.ingest.html.link_addresses import Addresses

    view = view_page(value)
    addresses = Addresses(view)
    placed = [(number, line, normalise(line.text)) for number, line in enumerate(view.lines, start=1)]
    shown = [(number, line, text) for number, line, text in placed if text]
    blocks = [html_block(index, number, line, text, addresses) for index, (number, line, text) in enumerate(shown)]
    findings = tuple(
        (Finding(block.index, Role.METADATA, Fate.SET_ASIDE), MARKUP)
        for block in blocks
        if block.shape is Shape.METADATA
    )
    return Document(tuple(line.text for line in view.lines), tuple(blocks), findings=findings)


_TAG = re.compile(r"</[A-Za-z][A-Za-z0-9]*\s*>")
_TAG_HINT = "write Markdown in their place, into the article"


def _below(columns: Document, text: Document) -> Document:
    """The document whose first lines are what columns say, and whose others are those of a text."""
    count, blocks = len(columns.lines), len(columns.blocks)
    moved = [
        structs.replace(block, index=block.index + blocks, first_line=block.first_line + count) for block in text.blocks
    ]
    findings = [(structs.replace(finding, block=finding.block + blocks), name) for finding, name in text.findings]
    return replace(
        text,
        lines=columns.lines + text.lines,
        blocks=(*columns.blocks, *moved),
        at=columns.at + (text.at or (0,) * len(text.lines)),
        findings=(*columns.findings, *findings),
        outside=frozenset(index + blocks for index in text.outside),
        nested={**text.nested, **columns.nested},
        forbidden=text.forbidden | columns.forbidden,
        remarks=columns.remarks + text.remarks,
    )


def _read(text: str, settings: Settings) -> tuple[Record, list[ViewLine], dict[int, Said]]:
    """The only record, its view, and what each column says, by its position."""
    records = list(read_records(physical_lines(text)))
    if len(records) != 2:
        raise RefusalError(
            f"this table has {max(len(records) - 1, 0)} records, where one is wanted",
            "`import` parts a table into its records",
        )
    header, record = records
    view = list(view_record(header, record))
    of_text = {line.column for line in view if line.of_text}
    names = _each_its_own(column_names(header, max(len(header.values), len(record.values))))
    entries = {
        position: Entry(names[position], value.strip())
        for position, value in enumerate(record.values)
        if position not in of_text
    }
    return record, view, dict(zip(entries, interpret(list(entries.values()), settings.numeric_dates), strict=True))


def _each_its_own(names: Sequence[str]) -> list[str]:
    """The names, with a number behind those that another column before them has."""
    own: list[str] = []
    for name in names:
        number = 2
        candidate = name
        while candidate in own:
            candidate = f"{name} {number}"
            number += 1
        own.append(candidate)
    return own


def _declarations(view: Sequence[ViewLine], said: dict[int, Said]) -> list[Declaration]:
    lines: dict[int, list[int]] = {}
    for number, line in enumerate(view, start=1):
        if not line.of_text:
            lines.setdefault(line.column, []).append(number)
    texts = {line.column for line in view if line.of_text}
    declarations = []
    for column, numbers in lines.items():
        one = said.get(column, Said())
        rule = COLUMN if one.values else LABEL if column in texts else EMPTY
        declarations.append(Declaration(tuple(numbers), rule, (one,)))
    return declarations


def _remarks(view: Sequence[ViewLine], said: dict[int, Said]) -> tuple[Remark, ...]:
    place = {line.column: line.at for line in reversed(view)}
    hint = "write the date into the article's front matter"
    return tuple(Remark(place[column], one.remark, hint) for column, one in said.items() if one.remark)


def _of_record(remark: Remark) -> Remark:
    return Remark(1, f"its record, line {remark.line}: {remark.text}", remark.hint)


def beside_record(document: Document, record: str, settings: Settings) -> Document:
    """A document with the record that lies beside it as its first lines, so that what it says comes first.

    Raises RefusalError where the record is not exactly one.
    """
    told = read_csv(record, settings)
    decided = {finding.block for finding, _ in told.findings}
    second = [
        (Finding(block.index, Role.RESIDUE, Fate.SET_ASIDE), SECOND_TEXT)
        for block in told.blocks
        if block.index not in decided
    ]
    remarks = tuple(_of_record(remark) for remark in told.remarks)
    if second:
        line = told.at[told.blocks[second[0][0].block].first_line - 1]
        remarks += (_of_record(Remark(line, "it has a text too, which was set aside", "the text file's is taken")),)
    joined = _below(replace(told, findings=(*told.findings, *second), remarks=remarks), document)
    return replace(joined, record_lines=len(told.lines))
