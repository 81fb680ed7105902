from __future__ import annotations

from generator.errors import BackfileError, ProblemsError
from generator.problems import Problem, Severity
from generator.show_build import KnownProblems, failure_lines


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
