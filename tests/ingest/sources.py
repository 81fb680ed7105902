"""Small sources in our own words, and what cleaning makes of them: what the tests of this folder share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import FrontMatter, parse_front_matter, split_article
from generator.articles.ledger import Fate, Ledger, Role, Span
from generator.articles.markdown_html import convert
from generator.articles.source_text import decode, split_lines
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.findings import Settings
from generator.ingest.typography import normalise
from generator.problems import Problems

TODAY = parse_edtf("2026-11-21")

TITLE = "Harbour town argues over a lighthouse keeper"
PARAGRAPHS = (
    "The lighthouse above the harbour has had a keeper for as long as anyone in the town remembers, and the council "
    "would like to keep it so.",
    "The port authority sees it otherwise. A lamp that switches itself on, it told the council last winter, needs a "
    "visit from an electrician twice a year and nobody to live beside it.",
    "Those who fish at night have their own opinion, and they gave it at length in the town hall, with charts.",
    "Nobody disputes the cost. The roof alone would take up most of what the harbour earns in a good summer, and the "
    "last good summer is some way back.",
    "What the fishermen fear is not the dark but the silence: a keeper answers the radio, and a lamp does not.",
)


@dataclass(frozen=True, slots=True)
class Result:
    """A cleaned source with its account in a shape that tests can look at."""

    cleaned: Cleaned
    lines: tuple[str, ...]
    meta: FrontMatter
    body: str
    """Markdown."""

    @property
    def ledger(self) -> Ledger:
        return self.cleaned.ledger

    @property
    def text(self) -> str:
        """The body's words as a reader sees them, blocks parted by a newline."""
        return convert(self.body).text

    def span(self, line: str) -> Span:
        """The only span of the first line that has this text."""
        (span,) = self.spans(line)
        return span

    def spans(self, line: str) -> tuple[Span, ...]:
        """The spans of the first line that has this text."""
        return self.ledger.lines[self.lines.index(line)].spans

    def rule(self, line: str) -> str:
        return self.span(line).rule

    def fate(self, line: str) -> Fate:
        return self.span(line).fate

    def numbers(self, fate: Fate) -> list[int]:
        """The numbers of the lines with this fate; blank ones are left out."""
        return [
            line.n
            for line in self.ledger.lines
            if any(span.fate is fate and span.rule != "blank" for span in line.spans)
        ]


def numbers(text: str) -> list[int]:
    """The line numbers in `3 5-7 10`; `5-11/2` is every second one."""
    found: list[int] = []
    for part in text.split():
        run, _, step = part.partition("/")
        first, _, last = run.partition("-")
        found += range(int(first), int(last or first) + 1, int(step or 1))
    return found


def body_as_kept(result: Result) -> str:
    """The kept lines' text without white space, list markers and section breaks: what the body must say."""
    parts = []
    for line, entry in zip(result.lines, result.ledger.lines, strict=True):
        for span in entry.spans:
            if span.fate is Fate.KEPT and span.rule != "section-break":
                words = normalise(line[span.start : span.end])
                # A list item's bullet or number is shown by the list.
                is_marked = span.role is Role.LIST and not line[: span.start].strip()
                parts.append(_LIST_MARKER.sub("", words) if is_marked else words)
    return "".join(" ".join(parts).split())


_LIST_MARKER = re.compile(r"^(?:[•·▪▫●○◦‣⁃►▶*+-]\s*|\d{1,3}[.)]\s+)")


def clean_bytes(data: bytes, file: str = "example.txt", language: str = "en", **settings: str) -> Result:
    options = CleanOptions(language, 20_000_000, Settings(**settings))  # type: ignore[arg-type]
    cleaned = clean(data, file, TODAY, options)
    parts = split_article(cleaned.article)
    assert parts is not None
    problems = Problems()
    parsed = parse_front_matter(parts.front_matter, "example.md", problems)
    assert parsed is not None, list(problems)
    lines = tuple(split_lines(decode(data, cleaned.ledger.encoding)))
    return Result(cleaned, lines, parsed[0], parts.body)


def clean_lines(*lines: str, **settings: str) -> Result:
    """A source of these lines, each ending in a newline."""
    return clean_bytes("".join(line + "\n" for line in lines).encode(), **settings)


def clean_blocks(*blocks: str, **settings: str) -> Result:
    """A source of these blocks, parted by blank lines."""
    return clean_lines(*"\n\n".join(blocks).split("\n"), **settings)


def article(*after_title: str, below: tuple[str, ...] = (), **settings: str) -> Result:
    """The lighthouse article with these blocks between its title and its text, and `below` under the text."""
    return clean_blocks(TITLE, *after_title, *PARAGRAPHS, *below, **settings)


def article_around(*inside: str, **settings: str) -> Result:
    """The lighthouse article with these blocks in the middle of its text."""
    return clean_blocks(TITLE, *PARAGRAPHS[:2], *inside, *PARAGRAPHS[2:], **settings)
