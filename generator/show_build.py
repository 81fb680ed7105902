"""Shows a build: bars while it runs on a terminal, and in the end what was made, why, and how long it took."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from generator.errors import BackfileError, ProblemsError
from generator.problems import Problem, Severity

if TYPE_CHECKING:
    from generator.execution.run import Told
    from generator.pipeline import Built

_SHOWN = 0.05
"""Seconds: a stage that took less is not told of."""


@contextmanager
def stage_bars(file: TextIO) -> Iterator[Told]:
    """A line for each stage on a terminal, with count, rate and time left; nothing elsewhere."""
    if not file.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Counted(ProgressColumn):
        """How many things are done, and how many in a second; nothing of a stage that is one thing."""

        def render(self, task: Task) -> Text:
            if task.total is None or task.total <= 1:
                return Text("")
            speed = task.finished_speed or task.speed
            return Text(f"{task.completed:,.0f}/{task.total:,.0f}{f'  {speed:,.0f}/s' if speed else ''}")

    columns = (TextColumn("{task.description}"), BarColumn(), Counted())
    console = Console(file=file, highlight=False)
    with Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=console, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage.capitalize(), total=None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield tell


def summary(built: Built) -> str:
    """What was built, how much of it was made anew, and what it took, in two lines."""
    done = built.published
    changed = f"{done.new:,} new, {done.unchanged:,} unchanged, {done.removed:,} removed"
    made = (
        f"{_count(built.articles, 'article')}, {_count(built.pages, 'page')}, {_count(done.files, 'file')} ({changed})"
    )
    stages = [f"{stage} {seconds:.1f} s" for stage, seconds in built.seconds.items() if seconds >= _SHOWN]
    memory = _peak_memory()
    cost = [*stages, *([f"{memory:,} MB at most"] if memory else [])]
    took = f"{'; '.join(cost)}.\n" if stages else ""
    return f"{took}{made}. Open {built.index}"


def show_reasons(built: Built, say: Callable[[str], object]) -> None:
    """A line for each page that was made again."""
    for path, reason in built.reasons.items():
        say(f"{path}: {reason}")
    if not built.reasons:
        say("Nothing was made again.")


def as_objects(built: Built) -> Iterator[dict[str, str]]:
    """The same for tools."""
    return ({"made": path, "reason": reason} for path, reason in built.reasons.items())


class KnownProblems:
    """Tells, of the problems of one build after another, which were told before."""

    def __init__(self) -> None:
        self._told: Counter[tuple[str, Severity, str]] = Counter()

    def among(self, problems: Collection[Problem]) -> set[Problem]:
        """Those that the builds before had too, on whatever line; never an error."""
        left, known = Counter(self._told), set()
        for problem in problems:
            if problem.severity is not Severity.ERROR and left[_of(problem)] > 0:
                left[_of(problem)] -= 1
                known.add(problem)
        now = Counter(map(_of, problems))
        # A build that fails does not come as far as all its warnings.
        failed = any(problem.severity is Severity.ERROR for problem in problems)
        self._told = self._told | now if failed else now
        return known


def _of(problem: Problem) -> tuple[str, Severity, str]:
    return problem.path, problem.severity, problem.text


def failure_lines(error: BackfileError | OSError) -> tuple[str, ...]:
    """A line for each error that made a build fail."""
    if isinstance(error, ProblemsError):
        return tuple(str(problem) for problem in error.problems if problem.severity is Severity.ERROR)
    return (str(error),)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _peak_memory() -> int:
    """Megabytes that this process had at most, and its largest child beside it; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    # Kilobytes on Linux, bytes on macOS.
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    of = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in of) // unit
