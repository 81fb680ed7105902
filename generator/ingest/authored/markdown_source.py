"""Reads a Markdown file with the front matter of a site generator: a person's text, which is kept as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.articles.edtf_date import parse_edtf
from generator.articles.ledger import Fate, Role
from generator.articles.source_text import split_lines
from generator.ingest.authored.declared import Declaration, declare
from generator.ingest.authored.foreign_front_matter import Head, read_head
from generator.ingest.authored.foreign_keys import Said, interpret
from generator.ingest.authored.github_markdown import NESTED, STRUCK, changed_lines, nest_lists, strike
from generator.ingest.authored.markdown_blocks import body_blocks, count_block_mends
from generator.ingest.blocks import Block, Shape, fold
from generator.ingest.document import Document
from generator.ingest.findings import Finding, Remark, Settings, Value

FRONT_MATTER, KEY, EMPTY, BROKEN = (
    "front-matter",
    "front-matter-key",
    "front-matter-empty",
    "front-matter-broken",
)
"""What the ledger names for fences and comments, for keys that say something, for those that do not, and for lines
that cannot be read."""
MARKDOWN = "markdown"
_ROLES = {Shape.HEADING: Role.HEADING, Shape.ITEM: Role.LIST, Shape.QUOTATION: Role.QUOTE}


def read_markdown(text: str, file: str, settings: Settings) -> Document:
    """The document in the Markdown file `file`."""
    lines = split_lines(text)
    head = read_head(lines)
    said = interpret([placed.entry for placed in head.placed], settings.numeric_dates)
    metadata, told = declare(list(_declarations(head, said)), lines)
    written = [replace(block, index=block.index + len(metadata)) for block in body_blocks(lines, head.line_count)]
    nested = list(nest_lists(written))
    body = list(strike(nested))
    dialect = {NESTED: changed_lines(written, nested), STRUCK: changed_lines(nested, body)}
    values = {key for one in said for key in one.values}
    title = next((one.values["title"] for one in said if "title" in one.values), "")
    findings = [*told, *((_kept(block), MARKDOWN) for block in body)]
    if body:
        findings[len(metadata)] = _of_first(body[0], title)
    heads_title = bool(body) and "title" in findings[len(metadata)][0].values
    named = _said_by_name(file, values | ({"title"} if heads_title else set()))
    return Document(
        lines=tuple(lines),
        blocks=(*metadata, *body),
        findings=tuple(findings),
        named=named,
        nested={key: value for one in said for key, value in one.nested.items()},
        verbatim=True,
        mended=count_block_mends(body) | {name: count for name, count in dialect.items() if count},
        remarks=(*head.remarks, *_remarks(head, said), *_name_remarks(named), *_template_remarks(written)),
    )


def _declarations(head: Head, said: Sequence[Said]) -> list[Declaration]:
    declared = [
        Declaration(placed.lines, KEY if one.values else EMPTY, (one,))
        for placed, one in zip(head.placed, said, strict=True)
    ]
    taken = {number for placed in head.placed for number in placed.lines}
    broken = tuple(sorted(head.broken - taken))
    rest = tuple(number for number in range(1, head.line_count + 1) if number not in taken | head.broken)
    return [*declared, Declaration(broken, BROKEN), *(Declaration((number,), FRONT_MATTER) for number in rest)]


def _kept(block: Block) -> Finding:
    return Finding(block.index, _ROLES.get(block.shape, Role.BODY), Fate.KEPT)


def _of_first(block: Block, title: Value) -> tuple[Finding, str]:
    """What the first block is: the title, where it is a heading of the first level and no other title is given."""
    words = block.text if block.shape is Shape.HEADING and block.level == 1 else ""
    if words and not title:
        return Finding(block.index, Role.TITLE, Fate.LIFTED, {"title": words}), "markdown-title"
    if words and isinstance(title, str) and fold(words) == fold(title):
        return Finding(block.index, Role.DUPLICATE, Fate.SET_ASIDE), "repeated-title"
    return _kept(block), MARKDOWN


_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-([^/]+)\.[^./]+$")


def _said_by_name(file: str, told: set[str]) -> dict[str, Value]:
    """What Jekyll's file names say (`2012-03-04-the-words-of-its-title.md`) of what nothing else tells."""
    match = _DATED_NAME.search(file)
    if match is None:
        return {}
    try:
        day = parse_edtf(match[1]).text
    except ValueError:
        return {}
    words = match[2].replace("-", " ").replace("_", " ").strip()
    said: dict[str, Value] = {"date": day, "title": words[:1].upper() + words[1:]}
    return {key: value for key, value in said.items() if key not in told and value}


def _name_remarks(named: dict[str, Value]) -> list[Remark]:
    hint = "write another into the article's front matter if that is wrong"
    return [Remark(1, f"its {key} stands in the file's name alone: {value}", hint) for key, value in named.items()]


def _remarks(head: Head, said: Sequence[Said]) -> list[Remark]:
    hint = "write the date into the article's front matter"
    told = zip(head.placed, said, strict=True)
    return [Remark(placed.lines[0] if placed.lines else 1, one.remark, hint) for placed, one in told if one.remark]


_TEMPLATE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")


def _template_remarks(body: Sequence[Block]) -> Iterator[Remark]:
    """A remark on the first of other programs' tags: what they would show is not known here."""
    for block in body:
        found = _TEMPLATE.search(block.markdown) if block.shape is not Shape.CODE else None
        if found:
            line = block.first_line + block.markdown.count("\n", 0, found.start())
            yield Remark(line, f"a template's tag stays as text: {found[0][:80]}", "write in its place what it shows")
            return


def as_written(kept: Sequence[Block]) -> str:
    """The Markdown of the kept blocks, with as many blank lines between them as the source has."""
    parts: list[str] = []
    above: Block | None = None
    for block in kept:
        if above is not None:
            near = block.index == above.index + 1
            blank = block.first_line - above.first_line - above.line_count if near else 1
            parts.append("\n" * (blank + 1))
        parts.append(block.markdown)
        above = block
    return "".join(parts)
