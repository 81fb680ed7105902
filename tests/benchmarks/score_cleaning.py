"""Scores the cleaner on a folder of inputs and gold: `python -m tests.benchmarks.score_cleaning FOLDER`.

Beside each input `NAME.txt` or `NAME.html` stands `NAME.gold.txt`, the article's body with a paragraph a line, or
`NAME.gold.json` with any of `title`, `date`, `author`, `with` and `without` (strings that the body must and must not
hold), or both. Folders inside count as groups. The F1 over shingles of four words is averaged over the files.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean

from generator.articles.ledger import Fate
from tests.benchmarks.measure import Score, measure
from tests.benchmarks.pairs import find_pairs

CLEAN = 0.9
"""From this share of article on, an input counts as clean already: over-cutting shows there."""
_WORDS = 800
_SHOWN_RUNS = 4
_SHOWN_WORDS = 24


@dataclass(frozen=True, slots=True)
class Row:
    """The averages over some of the pairs that have a body."""

    name: str
    count: int
    precision: float
    recall: float
    f1: dict[str, float]
    """By way of cleaning."""


@dataclass(frozen=True, slots=True)
class RuleTally:
    """What one rule did in all inputs, in words."""

    rule: str
    fate: Fate
    lines: int
    words: int
    wrong: int
    """Words of the article that it took away, or foreign words that it kept."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was measured over all pairs."""

    rows: tuple[Row, ...]
    rates: dict[str, tuple[float, int]]
    """Share of the pairs where a thing is right, and how many pairs tell it."""
    milliseconds: float
    """Processor time for 800 words of input."""
    baseline_milliseconds: dict[str, float]
    errors: tuple[tuple[str, str], ...]


def summarise(scores: Sequence[Score], with_groups: bool = False) -> Summary:
    """The figures for the table. Groups get rows of their own where they are wanted."""
    measured = [score for score in scores if score.overlaps]
    kinds: dict[str, list[Score]] = {"all": measured}
    shared = [score for score in measured if score.article_share is not None]
    kinds["90–100 % clean"] = [score for score in shared if (score.article_share or 0) >= CLEAN]
    kinds["less clean"] = [score for score in shared if (score.article_share or 0) < CLEAN]
    if with_groups:
        for score in measured:
            kinds.setdefault(score.group or ".", []).append(score)
    words = sum(score.words for score in scores)
    return Summary(
        rows=tuple(_row(name, chosen) for name, chosen in kinds.items() if chosen),
        rates=dict(_rates(scores)),
        milliseconds=_milliseconds(sum(score.seconds for score in scores), words),
        baseline_milliseconds={
            name: _milliseconds(sum(score.baseline_seconds.get(name, 0.0) for score in scores), words)
            for name in sorted({name for score in scores for name in score.baseline_seconds})
        },
        errors=tuple((score.name, score.error) for score in scores if score.error),
    )


def _row(name: str, scores: Sequence[Score]) -> Row:
    ways = [way for way in scores[0].overlaps if all(way in score.overlaps for score in scores)]
    return Row(
        name=name,
        count=len(scores),
        precision=fmean(score.overlaps["cleaned"].precision for score in scores),
        recall=fmean(score.overlaps["cleaned"].recall for score in scores),
        f1={way: fmean(score.overlaps[way].f1 for score in scores) for way in ways},
    )


def _rates(scores: Sequence[Score]) -> Iterator[tuple[str, tuple[float, int]]]:
    things: dict[str, Callable[[Score], float | None]] = {
        "title right": lambda score: score.title,
        "date right": lambda score: score.date,
        "author right": lambda score: score.author,
        "wanted strings found": lambda score: score.wanted,
        "unwanted strings left in": lambda score: score.unwanted,
    }
    for name, value in things.items():
        told = [float(found) for score in scores if (found := value(score)) is not None]
        if told:
            yield name, (fmean(told), len(told))


def _milliseconds(seconds: float, words: int) -> float:
    return seconds * 1000 * _WORDS / words if words else 0.0


def tally_rules(scores: Iterable[Score]) -> list[RuleTally]:
    """What each rule did to the lines of text inputs; the one with the most wrong words first."""
    sums: dict[tuple[str, Fate], list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for score in scores:
        for line in score.lines:
            count = len(line.text.split())
            total = sums[line.rule, line.fate]
            total[0] += 1
            total[1] += count
            total[2] += count * (1 - line.article if line.fate is Fate.KEPT else line.article)
    tallies = [RuleTally(rule, fate, int(n), int(words), round(bad)) for (rule, fate), (n, words, bad) in sums.items()]
    return sorted(tallies, key=lambda tally: (-tally.wrong, tally.rule, tally.fate))


def table(summary: Summary) -> Iterator[str]:
    """The summary as lines for a terminal."""
    if summary.rows:
        ways = list(summary.rows[0].f1)
        yield f"{'F1 over 4-word shingles':44}{'n':>6}{'precision':>11}{'recall':>9}" + "".join(
            f"{w:>13}" for w in ways
        )
        for row in summary.rows:
            figures = "".join(f"{row.f1[way]:13.4f}" if way in row.f1 else f"{'':13}" for way in ways)
            yield f"{row.name:44}{row.count:6}{row.precision:11.4f}{row.recall:9.4f}{figures}"
    for name, (rate, count) in summary.rates.items():
        yield f"{name:44}{count:6}{rate:11.4f}"
    yield f"{'processor time for 800 words':44}{'':6}{summary.milliseconds:8.2f} ms" + "".join(
        f"   {name} {value:.2f} ms" for name, value in summary.baseline_milliseconds.items() if name != "everything"
    )
    for name, error in summary.errors:
        yield f"not cleaned: {name}: {error}"


def worst(scores: Iterable[Score], count: int) -> Iterator[str]:
    """The files with the lowest F1, each with the longest stretches that are lost and foreign."""
    measured = sorted((score for score in scores if score.overlaps), key=lambda s: (s.overlaps["cleaned"].f1, s.name))
    for score in measured[:count]:
        got = score.overlaps["cleaned"]
        yield f"\n{score.name}  F1 {got.f1:.3f}  precision {got.precision:.3f}  recall {got.recall:.3f}"
        for sign, runs in (("  - lost:    ", score.lost), ("  + foreign: ", score.foreign)):
            for run in runs[:_SHOWN_RUNS]:
                words = run.split()
                yield (
                    f"{sign}({len(words)}) "
                    + " ".join(words[:_SHOWN_WORDS])
                    + (" …" if len(words) > _SHOWN_WORDS else "")
                )


def rules(scores: Iterable[Score]) -> Iterator[str]:
    """What each rule did, as lines for a terminal."""
    yield f"\n{'rule':28}{'fate':12}{'lines':>8}{'words':>10}{'wrong':>8}"
    for tally in tally_rules(scores):
        yield f"{tally.rule:28}{tally.fate:12}{tally.lines:8}{tally.words:10}{tally.wrong:8}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores; 2 where the folder holds no pair."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.score_cleaning", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--groups", action="store_true", help="a row for each folder inside, too")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N worst files and what is wrong")
    parser.add_argument("--rules", action="store_true", help="show what each rule did, and how much of it wrongly")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take only every Nth pair")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="how many to run beside each other")
    parser.add_argument("--json", action="store_true", help="the summary and each file's figures as one JSON object")
    asked = parser.parse_args(arguments)
    pairs = list(find_pairs(asked.folder))[:: asked.every]
    if not pairs:
        print(f"no pair of an input and gold in {asked.folder}", file=sys.stderr)
        return 2
    if asked.processes > 1:
        with ProcessPoolExecutor(asked.processes) as pool:
            scores = list(pool.map(measure, pairs, chunksize=16))
    else:
        scores = [measure(pair) for pair in pairs]
    summary = summarise(scores, asked.groups)
    if asked.json:
        told = {"summary": asdict(summary), "rules": [asdict(tally) for tally in tally_rules(scores)]}
        print(json.dumps({**told, "files": [asdict(score) for score in scores]}, ensure_ascii=False, indent=1))
        return 0
    for line in (*table(summary), *(rules(scores) if asked.rules else ()), *worst(scores, asked.worst)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
