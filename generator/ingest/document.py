"""Reads a source's text in its format: the lines that the ledger accounts for, and the blocks that rules look at."""

from __future__ import annotations

from dataclasses import dataclass

from generator.articles.source_text import split_lines
from generator.ingest.blocks import Block, make_blocks
from generator.ingest.findings import Finding


@dataclass(frozen=True, slots=True)
class Document:
    """A source as cleaning sees it."""

    lines: tuple[str, ...]
    """Those of the file, or of the view of a format with markup: see `articles.source_text.source_lines`."""
    blocks: tuple[Block, ...]
    at: tuple[int, ...] = ()
    """The line of the file on which each line of a view begins, from 1; empty where the lines are the file's own."""
    findings: tuple[tuple[Finding, str], ...] = ()
    """What the format itself says of blocks, before any rule runs, each with the name that the ledger records."""
    outside: frozenset[int] = frozenset()
    """Indexes of blocks that the page's markup places outside the article."""
    language: str = ""
    """As the source declares it; empty where it does not."""


def read_document(text: str, file: str) -> Document:
    """The document in the source `file` (relative to `content/sources/`), by the ending of its name."""
    lines = split_lines(text)
    return Document(tuple(lines), make_blocks(lines))
