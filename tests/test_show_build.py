from __future__ import annotations

from io import StringIO

import pytest

from generator.errors import BackfileError, ProblemsError
from generator.execution.run import Run
from generator.problems import Problem, Severity
from generator.show_build import KnownProblems, failure_lines, stage_bars


def warning(line: int, text: str = "a dead link") -> Problem:
    return Problem("content/articles/a.md", line, Severity.WARNING, text)


ERROR = Problem("content/site.yaml", 2, Severity.ERROR, "unknown key `titel`")


def test_what_was_told_before_is_known_on_whatever_line() -> None:
    known = KnownProblems()
    assert known.among([warning(3)]) == set()
    assert known.among([warning(4)]) == {warning(4)}
    # One more of the same words is one more to mend.
    assert len(known.among([warning(4), warning(9)])) == 1
    assert known.among([warning(9), warning(4, "another")]) == {warning(9)}


def test_what_was_mended_and_comes_again_is_new() -> None:
    known = KnownProblems()
    known.among([warning(3)])
    known.among([])
    assert known.among([warning(3)]) == set()


def test_errors_are_always_told_and_a_build_that_fails_early_forgets_no_warnings() -> None:
    known = KnownProblems()
    known.among([warning(3)])
    assert known.among([ERROR]) == set()
    assert known.among([ERROR, warning(3)]) == {warning(3)}
    assert known.among([warning(3)]) == {warning(3)}


def test_the_lines_of_a_failure_are_its_errors() -> None:
    assert failure_lines(ProblemsError((ERROR, warning(3)))) == ("content/site.yaml:2: unknown key `titel`",)
    assert failure_lines(BackfileError("no room", "make some")) == ("no room",)
    assert failure_lines(OSError(28, "No space left on device")) == ("[Errno 28] No space left on device",)


def test_a_stage_that_cannot_be_counted_is_done_when_it_is_over() -> None:
    told: list[tuple[str, int, int]] = []
    run = Run(1, lambda *about: told.append(about))
    with run.stage("linking"):
        assert told == [("linking", 0, 0)]
    assert list(run.over("reading", lambda _, batch: batch, None, [1, 2, 3], 2)) == [1, 2, 3]
    assert told[1:] == [("linking", 1, 1), ("reading", 0, 0), ("reading", 2, 3), ("reading", 3, 3)]


def test_bars_show_no_count_of_one_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    with stage_bars(terminal) as tell:
        tell("linking", 0, 0)
        tell("linking", 1, 1)
        tell("making pages", 20, 636)
    shown = terminal.getvalue()
    assert "Linking" in shown
    assert "20/636" in shown
    assert "0/?" not in shown
    assert "1/1" not in shown
