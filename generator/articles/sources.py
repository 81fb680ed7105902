"""Reads a source and its ledger, and tells where they no longer fit together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.articles.csv_view import view_table
from generator.articles.front_matter import split_article
from generator.articles.html.view import VIEW_VERSION
from generator.articles.ledger import LEDGER_SUFFIX, RECORD_SUFFIX, Ledger, LedgerLine, RecordAccount, read_ledger
from generator.articles.source_text import RecordText, SourceText, decode, source_lines
from generator.problems import Problem, Severity

SOURCES = "content/sources"


def read_source(
    file: str,
    data: bytes | None,
    ledger_data: bytes | None,
    article_text: str,
    severity: Severity,
    record: bytes | None = None,
) -> SourceText | Problem:
    """The source `file` (relative to `content/sources/`) with its account, or what is wrong with them.

    `data` and `ledger_data` are None where the files are missing; `article_text` is the article file as it is now;
    `record` is the record in a table of metadata that lies beside the source, if one does.
    """
    place, ledger_place = f"{SOURCES}/{file}", f"{SOURCES}/{file}{LEDGER_SUFFIX}"
    if data is None:
        return Problem(place, 0, severity, "the source of an article is missing", "put it back from a copy")
    if ledger_data is None:
        hint = "`import --again` does not know it without one; `import` writes a new one"
        return Problem(ledger_place, 0, severity, "the ledger is missing", hint)
    try:
        ledger = read_ledger(ledger_data)
    except ValueError as error:
        return Problem(ledger_place, 0, severity, str(error), "put it back from a copy, or delete it and import again")
    if hashlib.sha256(data).hexdigest() != ledger.source_sha256:
        hint = "put the source back as it was received, or take the new one with `import --replace`"
        return Problem(place, 0, severity, "the source's bytes are not those that were imported", hint)
    beside = _read_record(file + RECORD_SUFFIX, record, ledger.record) if ledger.record or record is not None else None
    if isinstance(beside, str):
        hint = "put it back as it was received, or take the new one with `import --replace`"
        return Problem(place + RECORD_SUFFIX, 0, severity, beside, hint)
    return _accounted(file, data, ledger, article_text, severity, ledger_place, beside)


def _read_record(file: str, data: bytes | None, account: RecordAccount | None) -> RecordText | str:
    """The record that lies beside a source, or what is wrong with it."""
    if data is None:
        return "the record of a source is missing"
    if account is None:
        return "this record was not there when its source was imported"
    if hashlib.sha256(data).hexdigest() != account.sha256:
        return "the record's bytes are not those that were imported"
    try:
        lines = view_table(decode(data, account.encoding))
    except (LookupError, ValueError) as error:
        return f"the encoding that the ledger names does not read the record: {error}"
    if not _is_account_of(lines, account.lines):
        return "the ledger does not account for every line of the record"
    return RecordText(file, tuple(zip(lines, account.lines, strict=True)))


def _accounted(
    file: str,
    data: bytes,
    ledger: Ledger,
    article_text: str,
    severity: Severity,
    ledger_place: str,
    record: RecordText | None,
) -> SourceText | Problem:
    if ledger.view not in (0, VIEW_VERSION):
        text = f"a ledger of the pages' view of version {ledger.view}, this program makes version {VIEW_VERSION}"
        return Problem(ledger_place, 0, severity, text, f"`import --again {file}` makes it anew")
    try:
        lines = tuple(source_lines(file, decode(data, ledger.encoding)))
    except (LookupError, ValueError) as error:
        return Problem(ledger_place, 0, severity, f"its encoding does not read the source: {error}")
    if not _is_account_of(lines, ledger.lines):
        # That of a table, too, of which more columns are known by their names than when it was imported.
        hint = f"`import --again {file}` makes it anew; put it back from a copy first, if you changed it"
        return Problem(ledger_place, 0, severity, "the ledger does not account for every line of the source", hint)
    edited = article_text != ledger.imported
    body_edited = edited and _body(article_text) != _body(ledger.imported)
    return SourceText(file, len(data), ledger, lines, edited, body_edited, record)


def _body(article_text: str) -> str:
    parts = split_article(article_text)
    return parts.body if parts else ""


def _is_account_of(lines: Sequence[str], account: Sequence[LedgerLine]) -> bool:
    return len(lines) == len(account) and all(map(_covers, account, lines, range(1, len(lines) + 1)))


def _covers(entry: LedgerLine, line: str, number: int) -> bool:
    """Whether the spans of a line's entry cover it from end to end without gap or overlap."""
    position = 0
    for span in entry.spans:
        if span.start != position or span.end < position:
            return False
        position = span.end
    return entry.n == number and position == len(line) and bool(entry.spans)
