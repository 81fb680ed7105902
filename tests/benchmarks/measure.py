"""Cleans one input and compares what comes of it with its gold."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.articles.front_matter import FrontMatter, parse_front_matter, split_article
from generator.articles.ledger import Fate, Ledger
from generator.articles.markdown_html import convert
from generator.articles.source_text import decode, source_lines
from generator.ingest.clean import CleanOptions, clean
from generator.ingest.findings import Settings
from generator.problems import Problems
from tests.benchmarks.baselines import baselines
from tests.benchmarks.pairs import Pair, names
from tests.benchmarks.shingles import Lines, Overlap, fold, overlap, share, strange_runs

_LARGEST = 50_000_000
_DAY_OF_IMPORT = "2026-01-01"


@dataclass(frozen=True, slots=True)
class LineTally:
    """What one rule did to one line of an input."""

    rule: str
    fate: Fate
    line: int
    text: str
    article: float
    """The share of the line's words that are article, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Score:
    """What was measured on one pair; what its gold does not tell is None."""

    name: str
    group: str
    overlaps: Mapping[str, Overlap]
    """By way of cleaning: `cleaned` and the baselines. Empty where no body is known."""
    article_share: float | None
    """The share of the input's words that are article; None for HTML, whose text no one has looked at yet."""
    title: bool | None
    date: bool | None
    author: bool | None
    wanted: float | None
    """The share of the wanted strings that stand in the body."""
    unwanted: float | None
    """The share of the unwanted strings that stand there."""
    seconds: float
    """Of processor time, for cleaning alone."""
    baseline_seconds: Mapping[str, float]
    words: int
    """Of the input; for HTML of the article."""
    lost: tuple[str, ...]
    """Stretches of the article that are not in the result, the longest first."""
    foreign: tuple[str, ...]
    """Stretches of the result that are not in the article, the longest first."""
    lines: tuple[LineTally, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class _Result:
    body: str
    front_matter: FrontMatter | None
    ledger: Ledger | None
    seconds: float
    error: str = ""


def measure(pair: Pair) -> Score:
    """Runs the cleaner and the baselines over the pair's input. What the cleaner refuses counts as an empty article."""
    data = pair.path.read_bytes()
    result = _cleaned(data, pair.path.name)
    bodies, seconds = {"cleaned": result.body}, {}
    for name, way in baselines(pair.path.suffix).items():
        start = time.process_time()
        bodies[name] = way(data)
        seconds[name] = time.process_time() - start
    is_text = "everything" in bodies
    gold, said = pair.body, result.front_matter
    return Score(
        name=pair.name,
        group=pair.group,
        overlaps={name: overlap(body, gold) for name, body in bodies.items()} if gold is not None else {},
        article_share=share(bodies["everything"], gold) if is_text and gold is not None else None,
        title=fold(said.title if said else "") == fold(pair.title) if pair.title else None,
        date=_text(said.date if said else None) == pair.date if pair.date else None,
        author=names(said.author if said else ()) == pair.authors if pair.authors else None,
        wanted=_share_found(pair.wanted, result.body),
        unwanted=_share_found(pair.unwanted, result.body),
        seconds=result.seconds,
        baseline_seconds=seconds,
        words=len(fold(bodies["everything"] if is_text else gold or result.body)),
        lost=tuple(strange_runs(gold, result.body)) if gold is not None else (),
        foreign=tuple(strange_runs(result.body, gold)) if gold is not None else (),
        lines=tuple(_tallies(pair.path.name, data, result.ledger, gold)) if gold and result.ledger else (),
        error=result.error,
    )


def _cleaned(data: bytes, file: str) -> _Result:
    options = CleanOptions("en", _LARGEST, Settings())
    start = time.process_time()
    try:
        cleaned = clean(data, file, parse_edtf(_DAY_OF_IMPORT), options)
    except Exception as error:
        # A crash is a figure too, and must not cost those of the files before it.
        return _Result("", None, None, time.process_time() - start, f"{type(error).__name__}: {error}")
    seconds = time.process_time() - start
    parts = split_article(cleaned.article)
    if parts is None:
        return _Result("", None, cleaned.ledger, seconds, "the article has no front matter")
    problems = Problems()
    parsed = parse_front_matter(parts.front_matter, file, problems)
    found = "; ".join(str(problem) for problem in problems.sorted())
    return _Result(convert(parts.body).text, parsed[0] if parsed else None, cleaned.ledger, seconds, found)


def _text(date: EdtfDate | None) -> str:
    return date.text if date else ""


def _share_found(strings: tuple[str, ...], body: str) -> float | None:
    """White space is the same, however much of it there is."""
    if not strings:
        return None
    text = " ".join(body.split())
    return sum(" ".join(string.split()) in text for string in strings) / len(strings)


def _tallies(file: str, data: bytes, ledger: Ledger, gold: str) -> Iterator[LineTally]:
    article = Lines(gold)
    for line, entry in zip(source_lines(file, decode(data, ledger.encoding)), ledger.lines, strict=True):
        for span in entry.spans:
            text = line[span.start : span.end].strip()
            if fold(text):
                yield LineTally(span.rule, span.fate, entry.n, text, article.share(text))
