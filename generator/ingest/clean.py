"""Cleans one source: its bytes become an article and the account of each of its lines."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from generator.articles.edtf_date import EdtfDate
from generator.articles.front_matter import Source, write_article
from generator.articles.ledger import Fate, Ledger, LedgerLine, RecordAccount
from generator.ingest.account import account
from generator.ingest.authored.csv_source import beside_record
from generator.ingest.authored.markdown_source import as_written
from generator.ingest.blocks import Block
from generator.ingest.compose import compose
from generator.ingest.decisions import EDITOR, Decisions, decided
from generator.ingest.decode import Decoded, decode_source
from generator.ingest.document import Document
from generator.ingest.doubts import Doubt, find_doubts
from generator.ingest.findings import Reading, Remark, Settings, Value
from generator.ingest.formats import known_encoding, read_document
from generator.ingest.language import language_of
from generator.ingest.metadata import gather, make_front_matter
from generator.ingest.rules import RULES
from generator.ingest.typography import count_mends

_TITLE_FROM_TEXT_WORDS = 10
_LONGEST_TITLE = 200
"""Characters of a title that is made from the text."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A source as an article, before it has a file."""

    title: str
    publication: str
    """Empty where neither the source nor the settings name one."""
    article: str
    """The article file's text."""
    ledger: Ledger
    warnings: tuple[Remark, ...]
    doubts: tuple[Doubt, ...] = ()
    """What was not well understood, the gravest first."""
    slug: str = ""
    """The name that the source wants for its article; empty where it wants none."""


@dataclass(frozen=True, slots=True)
class CleanOptions:
    """What cleaning depends on besides the source's bytes."""

    language: str
    """The archive's; an article in it does not name its own."""
    largest: int
    settings: Settings


@dataclass(frozen=True, slots=True)
class Received:
    """What came with a source besides its own bytes."""

    encoding: str = ""
    """The Python codec of its text, where that is known; likewise `record_encoding`."""
    record: bytes | None = None
    """The record in a table of metadata that lies beside the source."""
    record_encoding: str = ""


_NO_DECISIONS: Decisions = {}
_ALONE = Received()


def clean(
    data: bytes,
    file: str,
    imported: EdtfDate,
    options: CleanOptions,
    decisions: Decisions = _NO_DECISIONS,
    received: Received = _ALONE,
) -> Cleaned:
    """The article and the ledger of the source `file` (relative to `content/sources/`).

    Every line of the source gets spans that cover it wholly. Raises RefusalError where the bytes are no text.
    """
    decoded = decode_source(data, options.largest, received.encoding or known_encoding(data, file))
    document = read_document(decoded.text, file, options.settings)
    record = None
    if received.record is not None:
        record = decode_source(received.record, options.largest, received.record_encoding)
        document = beside_record(document, record.text, options.settings)
    reading = read(document, options.settings, _shifted(decisions, document.record_lines))
    kept = [block for block in reading.blocks if _is_kept(reading, block)]
    body = as_written(kept) if document.verbatim else compose(kept, reading)
    digest = hashlib.sha256(data).hexdigest()
    values = {**document.named, **gather(reading)}
    title, warnings = _title(values, kept, file, document.record_lines)
    titled = "title" in values
    values["title"] = title
    values.setdefault("publication", options.settings.publication)
    language = language_of(kept) or document.language
    source = Source(file=file, sha256=digest, imported=imported)
    front_matter = make_front_matter(values, source, language, options.language, document.nested)
    article = write_article(front_matter, body)
    lines = account(reading, document.lines, document.at, values)
    ledger = Ledger(
        source_sha256=digest,
        encoding=decoded.encoding,
        lines=_shifted_lines(lines[document.record_lines :], document.record_lines),
        imported=article,
        mended=count_mends(document.lines) if document.mended is None else dict(document.mended),
        record=_record_account(received.record, record, lines[: document.record_lines]),
        view=document.view,
    )
    if not kept:
        warnings += (Remark(1, "no text was found for the article's body", "write it below the front matter"),)
    warnings += document.remarks + _unreadable(document.lines[document.record_lines :])
    doubts = tuple(
        replace(doubt, line=max(doubt.line - document.record_lines, 1))
        for doubt in find_doubts(reading, kept, values, titled)
    )
    return Cleaned(title, front_matter.publication, article, ledger, warnings, doubts, str(values.get("slug", "")))


def _shifted(decisions: Decisions, by: int) -> Decisions:
    return {line + by: fate for line, fate in decisions.items()} if by else decisions


def _shifted_lines(lines: tuple[LedgerLine, ...], by: int) -> tuple[LedgerLine, ...]:
    return tuple(msgspec.structs.replace(line, n=line.n - by) for line in lines) if by else lines


def _record_account(data: bytes | None, decoded: Decoded | None, lines: tuple[LedgerLine, ...]) -> RecordAccount | None:
    if data is None or decoded is None:
        return None
    return RecordAccount(sha256=hashlib.sha256(data).hexdigest(), encoding=decoded.encoding, lines=lines)


def read(document: Document, settings: Settings, decisions: Decisions = _NO_DECISIONS) -> Reading:
    """Runs all rules over the blocks on which neither the editor nor the format decides; in the end all are found."""
    reading = Reading(document.blocks, settings, document.outside)
    for block in document.blocks if decisions else ():
        finding = decided(block, decisions)
        if finding:
            reading.found[block.index] = (finding, EDITOR)
    for finding, name in document.findings:
        if finding.block not in reading.found:
            reading.found[finding.block] = (finding, name)
            reading.declared.add(finding.block)
    forbidden = settings.forbidden | document.forbidden
    for rule in RULES:
        if rule.name in forbidden:
            continue
        for finding in list(rule.apply(reading)):
            reading.found.setdefault(finding.block, (finding, rule.name))
    return reading


def _is_kept(reading: Reading, block: Block) -> bool:
    return reading.found[block.index][0].fate is Fate.KEPT


_TITLE_HINT = "write the title into the article's front matter"


def _title(
    values: Mapping[str, Value], kept: Sequence[Block], file: str, record_lines: int
) -> tuple[str, tuple[Remark, ...]]:
    """The article's title, and a remark where the source has none."""
    said = values.get("title")
    if isinstance(said, str) and said:
        return said, ()
    first = next((block for block in kept if block.text), None)
    if first is None:
        name = file.rpartition("/")[2].rpartition(".")[0]
        return name, (Remark(1, "no title was found: the file's name stands for it", _TITLE_HINT),)
    words = first.text.split()
    title = " ".join(words[:_TITLE_FROM_TEXT_WORDS]) + ("…" if len(words) > _TITLE_FROM_TEXT_WORDS else "")
    line = max(first.first_line - record_lines, 1)
    told = Remark(line, "no title was found: the text's first words stand for it", _TITLE_HINT)
    return title[:_LONGEST_TITLE], (told,)


def _unreadable(lines: Sequence[str]) -> tuple[Remark, ...]:
    """A remark on the first character that the source's encoding does not have."""
    for number, line in enumerate(lines, start=1):
        if _REPLACEMENT in line:
            text = f"bytes that are not text stand in this line; they are shown as {_REPLACEMENT}"
            return (Remark(number, text, "write the right characters into the article"),)
    return ()


_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
