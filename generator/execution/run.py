"""One run of a command: in how many processes its work is done, how far it has come, and how long its stages took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from generator.execution.executors import Executor, batches, executor_for

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

Told = Callable[[str, int, int], None]
"""Is told of a stage how many of how many things are done; of nothing where they cannot be counted."""


def _silent(stage: str, done: int, total: int) -> None:
    """For those who do not watch."""


@dataclass(slots=True)
class Run:
    """How the stages of one command are run."""

    workers: int | None = None
    """Processes that are wanted; None leaves it to the machine."""
    tell: Told = _silent
    choose: Callable[[int, int | None], Executor] = executor_for
    """Gives what runs the work, for so many things and the `workers` that are wanted."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each stage took, in the order in which they began; of one within another the inner one's is left out."""
    _stages: list[str] = field(default_factory=list)
    _counted: set[str] = field(default_factory=set)
    """Those of which it is told how much is done."""
    _since: float = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What is done within belongs to the stage of this name."""
        self._pass_time()
        self._stages.append(name)
        self.seconds.setdefault(name, 0.0)
        # Of one that is not counted nothing is known but that it runs, and then that it is done.
        self.tell(name, 0, 0)
        try:
            yield
        finally:
            self._pass_time()
            self._stages.remove(name)
            if name not in self._counted:
                self.tell(name, 1, 1)

    def executor(self, things: int) -> Executor:
        """What is to run the work on so many things."""
        return self.choose(things, self.workers)

    def over(
        self,
        name: str,
        work: Callable[[Context, list[Item]], Sequence[Result]],
        context: Context,
        items: Sequence[Item],
        size: int,
        is_large: Callable[[Item], bool] = lambda _: False,
    ) -> Iterator[Result]:
        """The results of `work` over the items, given to it in `batches`; a stage of its own.

        Those of a batch are in the order of its items; the batches are not.
        """
        if not items:
            return
        done = 0
        self._counted.add(name)
        with self.stage(name):
            for results in self.executor(len(items)).as_done(work, context, batches(items, size, is_large)):
                yield from results
                done += len(results)
                self.tell(name, done, len(items))

    def _pass_time(self) -> None:
        now = time.perf_counter()
        if self._stages:
            self.seconds[self._stages[-1]] += now - self._since
        self._since = now
