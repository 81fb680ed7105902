"""The editor's decisions about single lines hold against the rules, now and later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.articles.ledger import Fate, read_ledger
from generator.cli import main
from generator.config import Config
from generator.ingest.decisions import parse_places, remembered
from generator.ingest.importer import import_again, import_decided, import_sources
from generator.ingest.report import ImportReport
from generator.problems import Problems
from tests.ingest.sources import PARAGRAPHS, TITLE

CONFIG = Config(title="Lamps")
TODAY = date(2026, 11, 21)
LINES = [
    TITLE,
    "",
    "By Edda Quill",
    "",
    *(line for text in PARAGRAPHS for line in (text, "")),
    "About us",
    "",
    "Imprint",
]
TEXT = "\n".join(LINES) + "\n"
ABOUT = LINES.index("About us") + 1
FIRST = LINES.index(PARAGRAPHS[0]) + 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Lamps\n")
    (sources / "lamp.txt").write_text(TEXT)
    import_sources(tmp_path, CONFIG, TODAY)
    return tmp_path


def article(root: Path) -> str:
    (path,) = (root / "content/articles").iterdir()
    return path.read_text()


def decide(root: Path, place: str, fate: Fate) -> ImportReport:
    return import_decided(root, CONFIG, TODAY, [place], fate)


def test_a_restored_line_is_in_the_article_and_stays_there(root: Path) -> None:
    assert "About us" not in article(root)
    assert decide(root, f"lamp.txt:{ABOUT}", Fate.KEPT).problems == ()
    assert "About us" in article(root)
    import_again(root, CONFIG, TODAY)
    assert "About us" in article(root)
    ledger = read_ledger((root / "content/sources/lamp.txt.ledger.json").read_bytes())
    assert remembered(ledger) == {ABOUT: Fate.KEPT}
    (span,) = ledger.lines[ABOUT - 1].spans
    assert (span.by, span.rule) == ("editor", "editor")


def test_a_range_that_was_set_aside_is_gone_and_can_be_brought_back(root: Path) -> None:
    decide(root, f"lamp.txt:{FIRST}-{FIRST + 2}", Fate.SET_ASIDE)
    assert PARAGRAPHS[0] not in article(root)
    assert PARAGRAPHS[1] not in article(root)
    assert PARAGRAPHS[2] in article(root)
    decide(root, f"lamp.txt:{FIRST}", Fate.KEPT)
    assert PARAGRAPHS[0] in article(root)
    assert PARAGRAPHS[1] not in article(root)


def test_a_decision_does_not_cost_a_hand_edit(root: Path) -> None:
    (path,) = (root / "content/articles").iterdir()
    path.write_text(path.read_text().replace(PARAGRAPHS[1], PARAGRAPHS[1] + " So it was."))
    decide(root, f"lamp.txt:{ABOUT}", Fate.KEPT)
    assert "So it was." in article(root)
    assert "About us" in article(root)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("lamp.txt", "not a place in a source"),
        ("lamp.txt:0", "lines are counted from 1 upward"),
        ("lamp.txt:5-3", "the range ends on line 3, before it begins on line 5"),
        ("lamp.txt:0-0", "lines are counted from 1 upward"),
        ("lamp.txt:999", "there is no such line"),
        ("other.txt:1", "not an imported source"),
    ],
)
def test_a_wrong_place_is_told_and_changes_nothing(place: str, told: str, root: Path) -> None:
    before = article(root)
    problems = decide(root, place, Fate.KEPT).problems
    assert [told in problem.text for problem in problems] == [True]
    assert article(root) == before


def test_new_bytes_make_old_decisions_void_and_say_so(root: Path, tmp_path: Path) -> None:
    decide(root, f"lamp.txt:{ABOUT}", Fate.KEPT)
    new = tmp_path / "new"
    new.mkdir()
    (new / "lamp.txt").write_text("Another first line\n\n" + TEXT)
    report = import_sources(root, CONFIG, TODAY, [new], replace=True)
    assert ["do not hold for the new bytes" in problem.text for problem in report.problems] == [True]


def test_the_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "import", "--restore", f"lamp.txt:{ABOUT}", "--dry-run"]) == 0
    assert "About us" not in article(root)
    assert main(["--root", str(root), "import", "--restore", f"lamp.txt:{ABOUT}"]) == 0
    assert "About us" in article(root)
    assert main(["--root", str(root), "import", "--set-aside", f"lamp.txt:{ABOUT}"]) == 0
    assert "About us" not in article(root)
    assert main(["--root", str(root), "import", "--restore", "lamp.txt:1", "--again"]) == 2
    capsys.readouterr()


def test_several_places_of_one_file() -> None:
    problems = Problems()
    places = parse_places(["a:b.txt:2", "a:b.txt:4-5", "c.txt:1"], Fate.KEPT, problems)
    assert {file: sorted(lines) for file, lines in places.items()} == {"a:b.txt": [2, 4, 5], "c.txt": [1]}
    assert len(problems) == 0
