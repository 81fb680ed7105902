"""The ways to run one function over many items: in this process, or in several. The results are the same, in order."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator.errors import BackfileError
from generator.execution.memory import give_back

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 3
"""Batches that wait for each worker: enough that none is idle, few enough that memory stays bounded."""


class Executor(Protocol):
    """Runs `work(context, item)` for each item."""

    def run(self, work: Callable[[Context, Item], Result], context: Context, items: Iterable[Item]) -> Iterator[Result]:
        """The results in the order of the items, each as soon as it and those before it are there.

        `work` is a function of a module, pure in its arguments. Raises what it raises.
        """

    def as_done(
        self, work: Callable[[Context, Item], Result], context: Context, items: Iterable[Item]
    ) -> Iterator[Result]:
        """The same results in any order: nothing waits for an item that takes long. Raises what `run` would raise."""


@dataclass(frozen=True, slots=True)
class InProcess:
    """One after the other: for small archives, tests and debugging."""

    def run(self, work: Callable[[Context, Item], Result], context: Context, items: Iterable[Item]) -> Iterator[Result]:
        for item in items:
            yield work(context, item)

    as_done = run


@dataclass(frozen=True, slots=True)
class Processes:
    """In several processes, begun anew for each run, so that all have its context without its being sent."""

    workers: int

    def run(self, work: Callable[[Context, Item], Result], context: Context, items: Iterable[Item]) -> Iterator[Result]:
        """As `Executor.run`. Raises WorkerDiedError where a process ends before its work is done."""
        return self._results(work, context, items, _first)

    def as_done(
        self, work: Callable[[Context, Item], Result], context: Context, items: Iterable[Item]
    ) -> Iterator[Result]:
        """As `Executor.as_done`. Raises WorkerDiedError where a process ends before its work is done."""
        return self._results(work, context, items, _first_done)

    def _results(
        self,
        work: Callable[[Context, Item], Result],
        context: Context,
        items: Iterable[Item],
        chosen: Callable[[Sequence[Future[Result]]], int],
    ) -> Iterator[Result]:
        """The results, next that of which `chosen` gives the position among those that are awaited."""
        from concurrent.futures.process import BrokenProcessPool

        def taken() -> Result:
            place = chosen([future for _, future in waiting])
            result = waiting[place][1].result()
            del waiting[place]
            return result

        waiting: deque[tuple[Item, Future[Result]]] = deque()
        with self._pool(work, context) as pool:
            try:
                for item in items:
                    waiting.append((item, pool.submit(_do, item)))
                    if len(waiting) > self.workers * AHEAD:
                        yield taken()
                while waiting:
                    yield taken()
            except BrokenProcessPool as error:
                raise WorkerDiedError(self._deadly(work, context, [item for item, _ in waiting])) from error
            finally:
                # In a process that ends at once, whoever does not wait here may have its workers never told to end: the
                # queue that tells them is closed at exit, by another thread than the one that would tell them.
                pool.shutdown(cancel_futures=True)

    @contextmanager
    def beside(
        self, work: Callable[[Context, Item], Result], context: Context, item: Item
    ) -> Iterator[Callable[[], Result]]:
        """Begins `work(context, item)` in one process, while this one goes on; gives what waits for its result.

        Where the process ends before, the work is done here. `context` is not to be changed meanwhile.
        """
        from concurrent.futures.process import BrokenProcessPool

        with self._pool(work, context, 1) as pool:
            begun = pool.submit(_do, item)

            def result() -> Result:
                try:
                    made: Result = begun.result()
                except BrokenProcessPool:
                    return work(context, item)
                return made

            yield result

    def _deadly(self, work: Callable[[Any, Any], Any], context: object, items: Sequence[object]) -> list[str]:
        """The names of those items of which a process dies that has nothing else to do; of all where none does."""
        from concurrent.futures.process import BrokenProcessPool

        alone: list[object] = []
        for item in items:
            alone += [[one] for one in item] if isinstance(item, list) else [item]
        for item in alone:
            with self._pool(work, context, 1) as pool:
                if isinstance(pool.submit(_do, item).exception(), BrokenProcessPool):
                    return names_of([item])
        return names_of(alone)

    @contextmanager
    def _pool(
        self, work: Callable[[Any, Any], Any], context: object, workers: int = 0
    ) -> Iterator[ProcessPoolExecutor]:
        from concurrent.futures import ProcessPoolExecutor
        from threading import Thread

        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers or self.workers, fork, _begin, (work, context)) as pool:
            # With this all processes begin.
            pool.submit(int)
            Thread(target=_break_where_a_worker_dies, args=(pool,), daemon=True).start()
            yield pool


def _first(_: Sequence[Future[Result]]) -> int:
    return 0


def _first_done(futures: Sequence[Future[Result]]) -> int:
    """The position of the first that is there. What has failed waits for all before it: the first of them is told."""
    from concurrent.futures import FIRST_COMPLETED, wait

    wait(futures, return_when=FIRST_COMPLETED)
    done = next(place for place, future in enumerate(futures) if future.done())
    return 0 if futures[done].exception() else done


_NOTICED = 1.0
"""Seconds in which a pool notices itself that a worker died, if it does."""


def _break_where_a_worker_dies(pool: ProcessPoolExecutor) -> None:
    """Sees to it that a pool is broken when a worker dies, until all have ended.

    A pool waits for ever for the rest of a result that a worker was sending when it died, since all processes hold the
    pipe open: so all others are ended, and the pipe is closed.
    """
    from multiprocessing.connection import wait

    results, running = pool._result_queue, list(pool._processes.values())
    while running:
        wait([process.sentinel for process in running])
        time.sleep(_NOTICED)
        if any(process.exitcode for process in running):
            for process in running:
                process.kill()
            # The pool closes it too, in another thread: so its number has to stay taken until then.
            with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), results._writer.fileno())  # type: ignore[attr-defined]
        running = [process for process in running if process.exitcode is None]


class WorkerDiedError(BackfileError):
    """A process ended in the middle of its work, as one does for which there is no memory."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names` are those of the items that may have been its death."""
        super().__init__(
            f"a process that worked on these died: {', '.join(names)}",
            "see that there is memory enough; `--workers 1` does all the work in one process",
        )
        self._names = names

    def __reduce__(self) -> tuple[type[WorkerDiedError], tuple[Sequence[str]]]:
        # A process may have workers of its own, and tell what became of them.
        return WorkerDiedError, (self._names,)


_NAMED = 8
"""Items that an error names at most."""


def names_of(items: Iterable[object]) -> list[str]:
    """What to call items in words: files by their paths; of many the first."""
    names = [getattr(one, "path", str(one)) for item in items for one in (item if isinstance(item, list) else [item])]
    return [*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])]


_work: Callable[[Any, Any], Any]
_context: Any


def _begin(work: Callable[[Any, Any], Any], context: object) -> None:
    """What a new worker does first."""
    global _work, _context
    _work, _context = work, context
    # What is there already will not become garbage here, and looking at it would copy its memory.
    gc.freeze()
    gc.enable()
    # An interrupt is the main process's to act upon; it ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_the_parent()


_PR_SET_PDEATHSIG = 1
"""See prctl(2)."""


def _end_with_the_parent() -> None:
    """Has the system end this process where the main one is killed, which then cannot do it."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


_TIDIED = 32
"""Items after which a worker gives back what a large one took."""
_done = count(1)


def _do(item: Any) -> Any:
    if next(_done) % _TIDIED == 0:
        give_back()
    return _work(_context, item)


PAYS_FROM = 200
"""Articles from which several processes are quicker than one, their beginning included."""


def executor_for(articles: int, workers: int | None = None) -> Executor:
    """What suits so many articles: processes where there are several cores and work for them.

    `workers` is how many processes are wanted, 1 being this one; None leaves it to the machine. Where the system cannot
    copy a process as it runs (Windows, and macOS with its libraries), all is done in this one.
    """
    wanted = workers or (cores() if articles >= PAYS_FROM else 1)
    return Processes(wanted) if wanted > 1 and sys.platform == "linux" else InProcess()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(
    items: Iterable[Item], size: int, is_large: Callable[[Item], bool] = lambda _: False
) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter; an item that `is_large` is the last one of its list."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == size or is_large(item):
            yield batch
            batch = []
    if batch:
        yield batch
