from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.problems import Problem, Problems, Severity


def test_a_problem_reads_as_path_line_and_text() -> None:
    assert (
        str(Problem("content/site.yaml", 3, Severity.ERROR, "is wrong", "do that")) == "content/site.yaml:3: is wrong"
    )


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    assert str(Problem("a.md", 0, Severity.WARNING, "is wrong")) == "a.md: is wrong"


def test_problems_are_told_by_path_then_line_then_text() -> None:
    problems = Problems()
    problems.warning("b.md", 1, "x")
    problems.error("a.md", 10, "x")
    problems.error("a.md", 9, "z")
    problems.notice("a.md", 9, "y")
    told = [(problem.path, problem.line, problem.text, problem.severity) for problem in problems]
    assert told == [
        ("a.md", 9, "y", Severity.NOTICE),
        ("a.md", 9, "z", Severity.ERROR),
        ("a.md", 10, "x", Severity.ERROR),
        ("b.md", 1, "x", Severity.WARNING),
    ]


def test_the_same_problem_is_told_once_and_another_hint_is_another_problem() -> None:
    problems = Problems()
    for hint in ("one", "one", "two"):
        problems.error("a.md", 1, "x", hint)
    assert [problem.hint for problem in problems] == ["one", "two"]
    assert len(problems) == 3


def test_only_errors_are_errors() -> None:
    problems = Problems()
    assert not problems.has_errors
    problems.warning("a.md", 1, "x")
    problems.notice("a.md", 1, "x")
    assert not problems.has_errors
    problems.extend([Problem("a.md", 1, Severity.ERROR, "x")])
    assert problems.has_errors


def test_the_order_does_not_hang_on_the_hashes_of_this_process() -> None:
    """Two severities of the same words: only a total order tells them in the same order every time."""
    script = (
        "from generator.problems import Problems\n"
        "problems = Problems()\n"
        "problems.warning('a', 1, 'x')\nproblems.error('a', 1, 'x')\nproblems.notice('a', 1, 'x')\n"
        "print([problem.severity.value for problem in problems])\n"
    )
    root = Path(__file__).resolve().parent.parent
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(1, 7)
    }
    assert told == {"['error', 'notice', 'warning']\n"}
