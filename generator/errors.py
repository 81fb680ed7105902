"""The exception tree: what the command line turns into words and an exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.problems import Problem


class BackfileError(Exception):
    """Anything that stops a command for a reason the user can act upon.

    `hint` is one sentence that says what to do about it, or empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ProblemsError(BackfileError):
    """The input has errors, all of them collected: nothing was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s)")
        self.problems = problems


class ThemeError(BackfileError):
    """A theme is missing, incomplete, or one of its templates cannot be rendered."""


class PublishError(BackfileError):
    """The built site could not be put into the output folder; the one that stood before still stands."""


class MissingPackageError(BackfileError):
    """A package that should be installed beside Backfile, or a file in it, is not there."""
