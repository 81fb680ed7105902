"""Sources in formats of their own, cleaned, in a shape that tests can look at."""

from __future__ import annotations

from dataclasses import dataclass

from generator.articles.front_matter import FrontMatter, parse_front_matter, split_article
from generator.articles.ledger import Fate, LedgerLine, Role, read_ledger, write_ledger
from generator.articles.source_text import SourceText, decode, source_lines
from generator.articles.sources import read_source
from generator.ingest.clean import Cleaned, CleanOptions, Received, clean
from generator.ingest.decisions import Decisions
from generator.ingest.findings import Settings
from generator.ingest.typography import normalise
from generator.problems import Problems, Severity
from tests.ingest.sources import TODAY


@dataclass(frozen=True, slots=True)
class Read:
    """A cleaned source with its account."""

    cleaned: Cleaned
    lines: tuple[str, ...]
    meta: FrontMatter
    body: str

    def rules(self) -> list[str]:
        """The name of the rule that decided on each line."""
        return [line.spans[0].rule for line in self.cleaned.ledger.lines]

    def of(self, text: str) -> tuple[str, Fate, tuple[str, ...]]:
        """Rule, fate and keys of the first line that begins with a text."""
        number = next(number for number, line in enumerate(self.lines) if line.startswith(text))
        (span,) = self.cleaned.ledger.lines[number].spans
        return span.rule, span.fate, span.keys

    def remarks(self) -> list[str]:
        return [f"{remark.line}: {remark.text}" for remark in self.cleaned.warnings]


def read(
    text: str | bytes,
    file: str,
    *,
    received: Received | None = None,
    decisions: Decisions | None = None,
    settings: Settings | None = None,
) -> Read:
    data = text if isinstance(text, bytes) else text.encode()
    options = CleanOptions("en", 20_000_000, settings or Settings())
    received = received or Received()
    cleaned = clean(data, file, TODAY, options, decisions or {}, received)
    parts = split_article(cleaned.article)
    assert parts is not None
    problems = Problems()
    parsed = parse_front_matter(parts.front_matter, "example.md", problems)
    assert parsed is not None, list(problems)
    is_accounted_for(cleaned, data, file, received.record)
    return Read(
        cleaned, tuple(source_lines(file, decode(data, cleaned.ledger.encoding))), parsed[0], parts.body.rstrip("\n")
    )


def is_accounted_for(cleaned: Cleaned, data: bytes, file: str, record: bytes | None = None) -> None:
    """Fails where the ledger does not account for every line of the source, or says what is not so."""
    ledger = write_ledger(cleaned.ledger)
    assert read_ledger(ledger) == cleaned.ledger
    source = read_source(file, data, ledger, cleaned.article, Severity.ERROR, record)
    assert isinstance(source, SourceText), source
    for line, entry in source.account():
        _check(line, entry)


def _check(line: str, entry: LedgerLine) -> None:
    for span in entry.spans:
        assert span.rule
        assert span.keys or span.fate is not Fate.LIFTED
        # A blank line within code is code.
        assert span.role is not Role.BLANK or normalise(line) == ""
