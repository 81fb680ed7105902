"""The ledger of a source: what became of every character of every line."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

LEDGER_VERSION = 1
LEDGER_SUFFIX = ".ledger.json"
RECORD_SUFFIX = ".metadata.csv"
"""What the name of a source is followed by in that of the record in a table of metadata that lies beside it."""


class Role(StrEnum):
    """What a stretch of a source is."""

    TITLE = "title"
    DEK = "dek"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    UPDATED = "updated"
    PUBLICATION = "publication"
    ADDRESS = "address"
    BODY = "body"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    CAPTION = "caption"
    TAGS = "tags"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    SHARING = "sharing"
    ADVERTISEMENT = "advertisement"
    NOTICE = "notice"
    DUPLICATE = "duplicate"
    RESIDUE = "residue"
    METADATA = "metadata"
    BLANK = "blank"


class Fate(StrEnum):
    """Where a stretch of a source went: into the body, into the front matter, or aside."""

    KEPT = "kept"
    LIFTED = "lifted"
    SET_ASIDE = "set_aside"


class Span(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of one line, from character `start` up to but not including `end`."""

    start: int = msgspec.field(name="from")
    end: int = msgspec.field(name="to")
    role: Role
    fate: Fate
    rule: str
    """The name of the rule that decided."""
    keys: tuple[str, ...] = ()
    """The front-matter keys that a lifted span went to."""
    by: Literal["rule", "editor"] = "rule"
    signs: tuple[str, ...] = ()
    """Where the rule weighed many signs, the names of the strongest (see `articles.line_signs`), in their order: each
    behind a `-` where it spoke against the article's text, behind a `+` where it spoke for it."""


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the source, counted from 1, and the spans that cover it without gap or overlap.

    An empty line has one span from 0 to 0.
    """

    n: int
    spans: tuple[Span, ...]
    at: int = 0
    """The line of the file on which this line of a view begins, from 1; 0 where the lines are the file's own."""


class RecordAccount(msgspec.Struct, frozen=True, kw_only=True):
    """The account of the record in a table of metadata that lies beside a source: see `articles.csv_view`."""

    sha256: str
    encoding: str
    lines: tuple[LedgerLine, ...]


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """The account of one source."""

    version: int = LEDGER_VERSION
    source_sha256: str
    encoding: str
    """The Python codec that turned the source's bytes into text."""
    lines: tuple[LedgerLine, ...]
    imported: str
    """The article file as it was written at import: the base of a three-way merge."""
    mended: dict[str, int] = {}
    """How many times each kind of mend was made to the text's characters (see `ingest.typography`)."""
    record: RecordAccount | None = None
    view: int = 0
    """The version of the view whose lines these are (see `articles.html.view`); 0 where they are the file's own."""


def read_ledger(data: bytes) -> Ledger:
    """The ledger in a ledger file. Raises ValueError where the file holds none."""
    try:
        ledger = msgspec.json.decode(data, type=Ledger)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"not a ledger: {error}") from error
    if ledger.version != LEDGER_VERSION:
        raise ValueError(f"a ledger of version {ledger.version}, this program reads version {LEDGER_VERSION}")
    return ledger


def write_ledger(ledger: Ledger) -> bytes:
    """The ledger file's bytes: one line of the source on each of its lines, so that its history reads well."""
    head = msgspec.json.encode(
        {
            "version": ledger.version,
            "source_sha256": ledger.source_sha256,
            "encoding": ledger.encoding,
            "imported": ledger.imported,
            **({"mended": ledger.mended} if ledger.mended else {}),
            **({"record": ledger.record} if ledger.record else {}),
            **({"view": ledger.view} if ledger.view else {}),
        }
    )
    rows = b",\n".join(msgspec.json.encode(line) for line in ledger.lines)
    return head[:-1] + b',"lines":[\n' + rows + b"\n]}\n"
