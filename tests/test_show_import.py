"""An import's report, as people and as tools see it."""

from __future__ import annotations

import io
import json

from generator.articles.ledger import Fate
from generator.ingest.doubts import Doubt
from generator.ingest.merge import Conflict
from generator.ingest.report import Action, ImportReport, Outcome, Twins
from generator.problems import Problem, Severity
from generator.show_import import as_objects, by_confidence, progress_bar, show_import

SURE = Outcome("a.txt", "content/articles/a.md", Action.NEW, {Fate.KEPT: 3, Fate.SET_ASIDE: 2}, {"button": 2})
UNSURE = Outcome(
    "b.txt",
    "content/articles/b.md",
    Action.MERGED,
    {Fate.KEPT: 1},
    {"button": 1, "dek": 1},
    (Conflict(7, "new words"),),
    (Doubt(4, "the source tells no title", 0.5), Doubt(1, "no date", 0.9)),
)
REFUSED = Problem("content/sources/c.txt", 0, Severity.ERROR, "not imported: the file is empty")
REPORT = ImportReport((SURE, UNSURE), (REFUSED,), (Twins(("a.txt", "b.txt"), 0.93),))


def shown(report: ImportReport, *, dry_run: bool = False) -> str:
    file = io.StringIO()
    show_import(report, file, dry_run=dry_run)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())


def test_the_tables_for_people() -> None:
    assert shown(REPORT) == (
        "        Article                Source  Kept  Lifted  Set aside\n"
        "merged  content/articles/b.md  b.txt      1       0          0\n"
        "new     content/articles/a.md  a.txt      3       0          2\n"
        "\n"
        "Set aside, lines by rule:\n"
        "button  3\n"
        "dek     1\n"
        "\n"
        "Look at these first:\n"
        "content/sources/b.txt:4  45%  the source tells no title; no date\n"
        "\n"
        "The same story in several sources:\n"
        "a.txt, b.txt  93% the same\n"
        "\n"
        "Changed by the editor and by the new import:\n"
        "content/articles/b.md:7  the editor's text stands\n"
        "2 sources imported: 1 merged, 1 new; 1 refused."
    )


def test_the_sources_of_one_story_stand_together() -> None:
    pairs = [("a", "b", 0.9), ("c", "d", 0.8), ("b", "e", 0.7), *((f"f{n}", f"f{n + 1}", 1.0) for n in range(8))]
    text = shown(ImportReport((SURE,), (), tuple(Twins((one, other), shared) for one, other, shared in pairs)))
    assert text.splitlines()[-5:-1] == [
        "The same story in several sources:",
        "a, b, e                            70% the same",
        "c, d                               80% the same",
        "f0, f1, f2, f3, f4, f5 and 3 more  100% the same",
    ]


def test_nothing_to_tell() -> None:
    assert shown(ImportReport((), ())) == "0 sources imported."
    assert shown(ImportReport((), ()), dry_run=True) == "0 sources would be imported (nothing was written)."
    assert shown(ImportReport((SURE,), ()), dry_run=True).endswith(
        "1 source would be imported (nothing was written): 1 new."
    )


def test_long_tables_are_cut_and_the_rest_counted() -> None:
    many = tuple(Outcome(f"{n:03}.txt", f"content/articles/{n}.md", Action.NEW, {}, {}) for n in range(50))
    text = shown(ImportReport(many, ()))
    assert "019.txt" in text
    assert "020.txt" not in text
    assert "  … and 30 more sources" in text


def test_names_with_brackets_are_shown_as_they_are() -> None:
    odd = Outcome("[red]x[/red] :smile:.txt", "content/articles/x.md", Action.NEW, {}, {})
    assert "[red]x[/red] :smile:.txt" in shown(ImportReport((odd,), ()))


def test_objects_for_tools() -> None:
    objects = [json.loads(json.dumps(told)) for told in as_objects(REPORT, dry_run=True)]
    assert objects == [
        {
            "outcome": "new",
            "source": "a.txt",
            "article": "content/articles/a.md",
            "lines": {"kept": 3, "lifted": 0, "set_aside": 2},
            "set_aside_by": {"button": 2},
            "confidence": 1,
            "doubts": [],
            "conflicts": [],
        },
        {
            "outcome": "merged",
            "source": "b.txt",
            "article": "content/articles/b.md",
            "lines": {"kept": 1, "lifted": 0, "set_aside": 0},
            "set_aside_by": {"button": 1, "dek": 1},
            "confidence": 0.45,
            "doubts": [{"line": 4, "text": "the source tells no title"}, {"line": 1, "text": "no date"}],
            "conflicts": [{"line": 7, "text": "new words"}],
        },
        {"same_story": ["a.txt", "b.txt"], "shared": 0.93},
        {"imported": {"merged": 1, "new": 1}, "refused": 1, "dry_run": True},
    ]


def test_the_least_trusted_come_first() -> None:
    assert by_confidence((SURE, UNSURE)) == [UNSURE, SURE]


class Terminal(io.StringIO):
    """What says of itself that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_runs_on_a_terminal_only() -> None:
    log, terminal = io.StringIO(), Terminal()
    for file in (log, terminal):
        with progress_bar(file) as progress:
            progress(0, 10)
            progress(10, 10)
    assert log.getvalue() == ""
    assert "Importing" in terminal.getvalue()
