"""Problems in the input: a value for one, and a collector, so that all of them are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the publishing, a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one place of the input."""

    path: str
    """The file, relative to the archive's folder, with `/`."""
    line: int
    """The line, counted from 1; 0 where the problem is about the whole file."""
    severity: Severity
    text: str
    """What is wrong, as the end of the sentence `path:line: …`."""
    hint: str = ""
    """What to do about it."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.text}"


class Problems:
    """Collects problems while a stage runs, and tells them in the order of their places."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self._found = list(found)

    def error(self, path: str, line: int, text: str, hint: str = "") -> None:
        self._found.append(Problem(path, line, Severity.ERROR, text, hint))

    def warning(self, path: str, line: int, text: str, hint: str = "") -> None:
        self._found.append(Problem(path, line, Severity.WARNING, text, hint))

    def notice(self, path: str, line: int, text: str, hint: str = "") -> None:
        self._found.append(Problem(path, line, Severity.NOTICE, text, hint))

    def extend(self, more: Iterable[Problem]) -> None:
        self._found.extend(more)

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self._found)

    def sorted(self) -> tuple[Problem, ...]:
        """All problems by path, then line, then text; the same problem told twice stands once."""
        return tuple(sorted(set(self._found), key=lambda p: (p.path, p.line, p.text, p.hint, p.severity)))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.sorted())

    def __len__(self) -> int:
        return len(self._found)
