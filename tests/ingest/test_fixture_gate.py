"""The gate: no fixture of the cleaner falls below its floor, and of none a line or a byte is lost.

`tests/ingest/fixtures/README.md` tells what each fixture is for, and how its floor is raised or lowered.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.articles.ledger import LEDGER_SUFFIX, Fate, Role, read_ledger, write_ledger
from generator.articles.source_text import SourceText
from generator.articles.sources import read_source
from generator.cli import main
from generator.problems import Severity
from tests.benchmarks.pairs import Pair, find_pairs
from tests.ingest.fixture_floors import (
    FIXTURES,
    FLOORS,
    Floor,
    Floors,
    Outcome,
    cleaned,
    imported_fixtures,
    means,
    outcomes,
    raised,
    read_floors,
    write_floors,
)

IMPORTED = imported_fixtures()
README = (FIXTURES / "README.md").read_text(encoding="utf-8")
RAISE = "raise the floors: python -m tests.ingest.fixture_floors --raise"
each_fixture = pytest.mark.parametrize("pair", IMPORTED.values(), ids=IMPORTED)


@each_fixture
def test_a_fixture_reaches_its_floor(pair: Pair) -> None:
    floor, found = read_floors().fixtures.get(pair.name), outcomes()[pair.name]
    assert floor, f"{pair.name} has no floor; {RAISE}"
    assert not found.error
    assert floor.right <= found.floor.right, f"no longer right: {sorted(floor.right - found.floor.right)}"
    assert found.f1 >= floor.f1, f"lost: {found.lost[:3]}; foreign: {found.foreign[:3]}"


def test_the_means_reach_their_floors() -> None:
    floors = read_floors()
    found = means({name: one for name, one in outcomes().items() if name in floors.fixtures})
    below = {suffix: one["f1"] for suffix, one in found.items() if one["f1"] < floors.means[suffix]}
    assert not below


def test_floors_are_of_fixtures_that_there_are() -> None:
    floors = read_floors()
    assert set(floors.fixtures) <= {pair.name for pair in find_pairs(FIXTURES)}
    assert FLOORS.read_text(encoding="utf-8") == write_floors(floors), "not as the command writes it"


def test_each_fixture_has_gold_a_purpose_and_a_name_of_its_own() -> None:
    pairs = list(find_pairs(FIXTURES))
    assert len(pairs) >= 60
    assert all(pair.body for pair in pairs)
    assert len({pair.path.stem for pair in pairs}) == len(pairs), "two inputs share one gold"
    rows = [row.split("|")[1:3] for row in README.splitlines() if row.startswith("| `")]
    assert [name.strip(" `") for name, _ in rows] == sorted(pair.name for pair in pairs)
    assert len({purpose for _, purpose in rows}) == len(pairs), "two fixtures have one purpose"


@each_fixture
def test_every_line_of_a_fixture_is_accounted_for(pair: Pair) -> None:
    result, name = cleaned(pair), pair.path.name
    ledger = write_ledger(result.ledger)
    assert read_ledger(ledger) == result.ledger
    source = read_source(name, pair.path.read_bytes(), ledger, result.article, Severity.ERROR)
    assert isinstance(source, SourceText), source
    assert not source.edited
    spans = [span for _, entry in source.account() for span in entry.spans]
    assert all(span.rule for span in spans)
    assert all(span.keys for span in spans if span.fate is Fate.LIFTED)
    assert all(span.role is Role.BLANK for line, entry in source.account() for span in entry.spans if not line.strip())


def test_fixtures_that_are_imported_again_stay_as_they_are(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    assert main(["init", str(archive), "--title", "Fixtures"]) == 0
    assert main(["--root", str(archive), "import", *(str(pair.path) for pair in IMPORTED.values())]) == 0
    content = archive / "content"
    first = {path: path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}
    assert {path.name for path in first} >= {pair.path.name + LEDGER_SUFFIX for pair in IMPORTED.values()}
    assert main(["--root", str(archive), "import", "--again"]) == 0
    assert {path: path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()} == first


def _outcome(f1: float, **facts: bool) -> Outcome:
    return Outcome(f1, facts, (), (), "")


def test_floors_are_raised_and_never_lowered() -> None:
    floors = Floors({"a.txt": Floor(0.9, frozenset({"title"}))}, {".txt": 0.9})
    worse = raised(floors, {"a.txt": _outcome(0.5, title=False, date=True)})
    assert worse == Floors({"a.txt": Floor(0.9, frozenset({"title", "date"}))}, {".txt": 0.9})
    better = raised(floors, {"a.txt": _outcome(0.98765, title=True), "b.html": _outcome(0.5)})
    assert better.fixtures == {"a.txt": Floor(0.987, frozenset({"title"})), "b.html": Floor(0.5, frozenset())}
    assert better.means == {".txt": 0.987, ".html": 0.5}


def test_a_new_fixture_may_score_below_the_mean_but_hides_no_loss() -> None:
    floors = Floors({"a.txt": Floor(0.9, frozenset())}, {".txt": 0.9})
    assert raised(floors, {"a.txt": _outcome(0.8), "b.txt": _outcome(0.3)}).means == {".txt": 0.6}
