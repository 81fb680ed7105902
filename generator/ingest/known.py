"""What an archive has of a source already: its bytes, its ledger, and what both say of an earlier import."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.articles.edtf_date import EdtfDate
from generator.articles.front_matter import parse_front_matter, split_article
from generator.articles.ledger import LEDGER_SUFFIX, Ledger, read_ledger
from generator.articles.sources import SOURCES
from generator.ingest.clean import Received
from generator.ingest.collect import Incoming
from generator.problems import Problems


def ledger_path(root: Path, file: str) -> Path:
    return root / SOURCES / (file + LEDGER_SUFFIX)


def old_ledger(root: Path, file: str) -> Ledger | None:
    """The source's ledger, if it has one. Raises ValueError where it cannot be read."""
    path = ledger_path(root, file)
    try:
        return read_ledger(path.read_bytes()) if path.exists() else None
    except OSError as error:
        raise ValueError(in_words(error)) from error


def fits_ledger(root: Path, source: Incoming) -> bool:
    """Whether the source's bytes are its ledger's; a ledger that cannot be read is told of later. Raises OSError."""
    try:
        return fits(old_ledger(root, source.file), source)
    except ValueError:
        return True


def fits(ledger: Ledger | None, source: Incoming) -> bool:
    """Whether the source's bytes, and those of its record, are the ledger's. Raises OSError."""
    if ledger is None or ledger.source_sha256 != hashlib.sha256(source.read()).hexdigest():
        return False
    record = hashlib.sha256(source.record.read()).hexdigest() if source.record else ""
    return record == (ledger.record.sha256 if ledger.record else "")


def same_bytes(source: Incoming, target: Path) -> bool:
    """Whether the file `target` is there and has the source's bytes."""
    if not target.exists() or source.size() != target.stat().st_size:
        return False
    return (not source.parts and source.path.samefile(target)) or source.read() == target.read_bytes()


def received_with(source: Incoming, data: bytes, ledger: Ledger | None) -> Received:
    """What comes with a source. The encoding of a part of a table is that of the whole, which the ledger remembers."""
    record = source.record
    encoding = source.encoding
    if ledger and not encoding and source.file.lower().endswith(".csv"):
        same = ledger.source_sha256 == hashlib.sha256(data).hexdigest()
        encoding = ledger.encoding if same else ""
    if record is None:
        return Received(encoding)
    told = ledger.record.encoding if ledger and ledger.record else ""
    return Received(encoding, record.read(), record.encoding or told)


def first_import(ledger: Ledger | None) -> EdtfDate | None:
    """The day that the article's front matter has had since its first import."""
    parts = split_article(ledger.imported) if ledger else None
    parsed = parse_front_matter(parts.front_matter, "", Problems()) if parts else None
    return parsed[0].source.imported if parsed and parsed[0].source else None


def in_words(error: OSError) -> str:
    """An error of the operating system in words, without its number."""
    if isinstance(error, FileNotFoundError):
        return "the file is no longer there"
    return f"it cannot be read or written: {error.strerror or error}"
