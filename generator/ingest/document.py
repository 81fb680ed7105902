"""A source as cleaning sees it: the lines that the ledger accounts for, and the blocks that rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Remark, Value


@dataclass(frozen=True, slots=True)
class Document:
    """A source as cleaning sees it."""

    lines: tuple[str, ...]
    """Those of the file, or of the view of a format with markup: see `articles.source_text.source_lines`."""
    blocks: tuple[Block, ...]
    at: tuple[int, ...] = ()
    """The line of the file on which each line of a view begins, from 1; empty where the lines are the file's own."""
    view: int = 0
    """The version of the view, where the lines are those of one that may change: see `articles.html.view`."""
    findings: tuple[tuple[Finding, str], ...] = ()
    """What the format itself says of blocks, before any rule runs, each with the name that the ledger records."""
    outside: frozenset[int] = frozenset()
    """Indexes of blocks that the page's markup places outside the article."""
    language: str = ""
    """As the source declares it; empty where it does not."""
    named: Mapping[str, Value] = field(default_factory=dict)
    """Front-matter keys and what the file's name says for them, where no line does."""
    nested: Mapping[str, object] = field(default_factory=dict)
    """Keys of `extra` whose value is neither text nor a list of texts, and that value: see `ingest.metadata`."""
    forbidden: frozenset[str] = frozenset()
    """Names of rules that are not to run, since the source says itself what they would guess."""
    verbatim: bool = False
    """Whether the text is Markdown that is kept as it is written."""
    record_lines: int = 0
    """How many of the lines, the first ones, are those of the record that lies beside the source."""
    mended: Mapping[str, int] | None = None
    """What was mended in the text's characters, where that is not what `typography.normalise` mends in all lines."""
    remarks: tuple[Remark, ...] = ()
