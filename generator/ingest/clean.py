"""Cleans one source: its bytes become an article and the account of each of its lines."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from generator.articles.edtf_date import EdtfDate
from generator.articles.front_matter import Source, write_article
from generator.articles.ledger import Fate, Ledger
from generator.ingest.account import account
from generator.ingest.blocks import Block
from generator.ingest.compose import compose
from generator.ingest.decisions import EDITOR, Decisions, decided
from generator.ingest.decode import decode_source
from generator.ingest.document import Document, read_document
from generator.ingest.findings import Reading, Settings
from generator.ingest.language import detect_language
from generator.ingest.metadata import gather, make_front_matter
from generator.ingest.rules import RULES
from generator.ingest.typography import count_mends

_TITLE_FROM_TEXT_WORDS = 10
_LONGEST_TITLE = 200
"""Characters of a title that is made from the text."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the editor should look at."""

    line: int
    """Of the source."""
    text: str
    hint: str


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


@dataclass(frozen=True, slots=True)
class CleanOptions:
    """What cleaning depends on besides the source's bytes."""

    language: str
    """The archive's; an article in it does not name its own."""
    largest: int
    settings: Settings


_NO_DECISIONS: Decisions = {}


def clean(
    data: bytes, file: str, imported: EdtfDate, options: CleanOptions, decisions: Decisions = _NO_DECISIONS
) -> Cleaned:
    """The article and the ledger of the source `file` (relative to `content/sources/`).

    Every line of the source gets spans that cover it wholly. Raises RefusalError where the bytes are no text.
    """
    decoded = decode_source(data, options.largest)
    document = read_document(decoded.text, file)
    reading = read(document, options.settings, decisions)
    kept = [block for block in reading.blocks if _is_kept(reading, block)]
    body = compose(kept, reading)
    digest = hashlib.sha256(data).hexdigest()
    title, warnings = _title(reading, kept, file)
    values = {**gather(reading), "title": title}
    values.setdefault("publication", options.settings.publication)
    language = detect_language(" ".join(block.text for block in kept)) or document.language
    source = Source(file=file, sha256=digest, imported=imported)
    front_matter = make_front_matter(values, source, language, options.language)
    article = write_article(front_matter, body)
    lines = account(reading, document.lines, document.at, values)
    ledger = Ledger(
        source_sha256=digest,
        encoding=decoded.encoding,
        lines=lines,
        imported=article,
        mended=count_mends(document.lines),
    )
    if not kept:
        warnings += (Remark(1, "no text was found for the article's body", "write it below the front matter"),)
    return Cleaned(title, front_matter.publication, article, ledger, warnings + _unreadable(document.lines))


def read(document: Document, settings: Settings, decisions: Decisions = _NO_DECISIONS) -> Reading:
    """Runs all rules over the blocks on which neither the editor nor the format decides; in the end all are found."""
    reading = Reading(document.blocks, settings, document.outside)
    for block in document.blocks if decisions else ():
        finding = decided(block, decisions)
        if finding:
            reading.found[block.index] = (finding, EDITOR)
    for finding, name in document.findings:
        reading.found.setdefault(finding.block, (finding, name))
    for rule in RULES:
        if rule.name in settings.forbidden:
            continue
        for finding in list(rule.apply(reading)):
            reading.found.setdefault(finding.block, (finding, rule.name))
    return reading


def _is_kept(reading: Reading, block: Block) -> bool:
    return reading.found[block.index][0].fate is Fate.KEPT


_TITLE_HINT = "write the title into the article's front matter"


def _title(reading: Reading, kept: Sequence[Block], file: str) -> tuple[str, tuple[Remark, ...]]:
    """The article's title, and a remark where the source has none."""
    said = reading.lifted("title")
    if isinstance(said, str):
        return said, ()
    if not kept:
        name = file.rpartition("/")[2].rpartition(".")[0]
        return name, (Remark(1, "no title was found: the file's name stands for it", _TITLE_HINT),)
    words = kept[0].text.split()
    title = " ".join(words[:_TITLE_FROM_TEXT_WORDS]) + ("…" if len(words) > _TITLE_FROM_TEXT_WORDS else "")
    told = Remark(kept[0].first_line, "no title was found: the text's first words stand for it", _TITLE_HINT)
    return title[:_LONGEST_TITLE], (told,)


def _unreadable(lines: Sequence[str]) -> tuple[Remark, ...]:
    """A remark on the first character that the source's encoding does not have."""
    for number, line in enumerate(lines, start=1):
        if _REPLACEMENT in line:
            text = f"bytes that are not text stand in this line; they are shown as {_REPLACEMENT}"
            return (Remark(number, text, "write the right characters into the article"),)
    return ()


_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
