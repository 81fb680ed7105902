"""The floors below which no fixture of the cleaner may fall, and the command that raises them.

`python -m tests.ingest.fixture_floors` shows each fixture beside its floor; with `--raise` it raises the floors to
today's scores and adds those of new fixtures. It lowers none: whoever means that edits `fixtures/floors.json`.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import FrontMatter, parse_front_matter, split_article
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.collect import SUFFIXES
from generator.ingest.findings import Settings
from generator.problems import Problems
from tests.benchmarks.measure import measure
from tests.benchmarks.pairs import Pair, find_pairs

FIXTURES = Path(__file__).parent / "fixtures"
FLOORS = FIXTURES / "floors.json"
_LARGEST = 1_000_000
_DAY_OF_IMPORT = "2026-01-01"


@dataclass(frozen=True, slots=True)
class Floor:
    """What one fixture must reach."""

    f1: float
    """Over shingles of four words, rounded down to three digits."""
    right: frozenset[str]
    """Of `title`, `date`, `author`, `with`, `without` those that must be as the gold has them."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What all fixtures must reach."""

    fixtures: Mapping[str, Floor]
    """By the input's name."""
    means: Mapping[str, float]
    """The mean F1 of the fixtures that have floors, by the inputs' ending."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What cleaning made of one fixture."""

    f1: float
    facts: Mapping[str, bool]
    """What the gold tells besides the text, and whether that is right. Where the gold says that the source has no
    date or author (`null`, `[]`), right is to have none."""
    lost: Sequence[str]
    """Stretches of the article that are gone, the longest first."""
    foreign: Sequence[str]
    """Stretches that are not the article's, the longest first."""
    error: str

    @property
    def floor(self) -> Floor:
        """The highest floor that this passes."""
        return Floor(_down(self.f1), frozenset(name for name, is_right in self.facts.items() if is_right))


def imported_fixtures() -> dict[str, Pair]:
    """The fixtures of the formats that are imported, by name."""
    return {pair.name: pair for pair in find_pairs(FIXTURES) if pair.path.suffix in SUFFIXES}


def cleaned(pair: Pair) -> Cleaned:
    """The fixture's input as import cleans it."""
    options = CleanOptions("en", _LARGEST, Settings())
    return clean(pair.path.read_bytes(), pair.path.name, parse_edtf(_DAY_OF_IMPORT), options)


def outcome(pair: Pair) -> Outcome:
    """Cleans the fixture and compares what comes of it with its gold."""
    score = measure(pair)
    facts = {
        "title": score.title,
        "date": score.date,
        "author": score.author,
        "with": None if score.wanted is None else score.wanted == 1,
        "without": None if score.unwanted is None else score.unwanted == 0,
        **(_nothing_made_up(pair) if not score.error else {}),
    }
    told = {name: is_right for name, is_right in facts.items() if is_right is not None}
    return Outcome(score.overlaps["cleaned"].f1, told, score.lost, score.foreign, score.error)


def _nothing_made_up(pair: Pair) -> dict[str, bool]:
    """Whether there is no date and no author where the gold says that there is none."""
    gold: dict[str, Any] = json.loads(pair.path.with_name(pair.path.stem + ".gold.json").read_text(encoding="utf-8"))
    none = [name for name in ("date", "author") if name in gold and not gold[name]]
    meta = _front_matter(pair) if none else None
    return {name: meta is not None and not getattr(meta, name) for name in none}


def _front_matter(pair: Pair) -> FrontMatter | None:
    parts = split_article(cleaned(pair).article)
    parsed = parse_front_matter(parts.front_matter, pair.name, Problems()) if parts else None
    return parsed[0] if parsed else None


@lru_cache(maxsize=1)
def outcomes() -> dict[str, Outcome]:
    """What cleaning makes of each fixture, by name."""
    return {name: outcome(pair) for name, pair in imported_fixtures().items()}


def means(found: Mapping[str, Outcome]) -> dict[str, dict[str, float]]:
    """By the inputs' ending: the mean F1, and of each fact (`title` …) the part that is right."""
    values: dict[str, dict[str, list[float]]] = {}
    for name, one in found.items():
        by_name = values.setdefault(Path(name).suffix, {})
        for key, value in {"f1": one.f1, **one.facts}.items():
            by_name.setdefault(key, []).append(float(value))
    return {
        suffix: {key: sum(numbers) / len(numbers) for key, numbers in by_name.items()}
        for suffix, by_name in values.items()
    }


def read_floors() -> Floors:
    """The floors as they stand in the file."""
    said: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    fixtures = {name: Floor(one["f1"], frozenset(one["right"])) for name, one in said["fixtures"].items()}
    return Floors(fixtures, said["means"])


def raised(floors: Floors, found: Mapping[str, Outcome]) -> Floors:
    """The floors, or what was found where that is higher."""
    fixtures = dict(floors.fixtures)
    for name, one in found.items():
        old, new = fixtures.get(name), one.floor
        fixtures[name] = Floor(max(old.f1, new.f1), old.right | new.right) if old else new
    endings = sorted({Path(name).suffix for name in found})
    return Floors(fixtures, {**floors.means, **{suffix: _raised_mean(floors, found, suffix) for suffix in endings}})


def _raised_mean(floors: Floors, found: Mapping[str, Outcome], suffix: str) -> float:
    """The mean's floor, or today's mean; fixtures that had no floor yet are taken in with today's scores."""
    scores = {name: one.f1 for name, one in found.items() if Path(name).suffix == suffix}
    known = [score for name, score in scores.items() if name in floors.fixtures]
    added = [score for name, score in scores.items() if name not in floors.fixtures]
    reached = max(floors.means.get(suffix, 0.0), sum(known) / len(known)) if known else 0.0
    return _down((reached * len(known) + sum(added)) / len(scores))


def write_floors(floors: Floors) -> str:
    """The file's text: a line a fixture, so that a lowered floor shows in the diff by itself."""
    fixtures = {name: {"f1": one.f1, "right": sorted(one.right)} for name, one in floors.fixtures.items()}
    parts = (f'"{part}": {{\n{_rows(rows)}\n}}' for part, rows in (("fixtures", fixtures), ("means", floors.means)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _rows(rows: Mapping[str, object]) -> str:
    return ",\n".join(f'"{name}": {json.dumps(rows[name], sort_keys=True)}' for name in sorted(rows))


def _down(value: float) -> float:
    # What a sum of thousandths misses by a hair counts as reached.
    return math.floor(round(value * 1000, 6)) / 1000


def _report(floors: Floors, found: Mapping[str, Outcome]) -> Iterator[str]:
    for name, one in sorted(found.items(), key=lambda item: (item[1].f1, item[0])):
        floor = floors.fixtures.get(name)
        wrong = " ".join(f"-{fact}" for fact, is_right in one.facts.items() if not is_right)
        yield f"{one.f1:.4f}  {floor.f1 if floor else 'new':>5}  {name}  {wrong}  {one.error}".rstrip()
    for suffix, one_mean in sorted(means(found).items()):
        yield f"mean of {suffix}: " + "  ".join(f"{key} {value:.4f}" for key, value in sorted(one_mean.items()))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.ingest.fixture_floors")
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="raise the floors to today's scores")
    floors = read_floors() if FLOORS.exists() else Floors({}, {})
    is_raising = parser.parse_args().is_raising
    print("\n".join(_report(floors, outcomes())))
    if is_raising:
        FLOORS.write_text(write_floors(raised(floors, outcomes())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
