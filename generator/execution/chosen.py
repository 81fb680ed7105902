"""Chooses what runs the work of a command, by the name that its user gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BackfileError
from generator.execution.executors import PAYS_FROM, Executor, InProcess, cores, executor_for

Choose = Callable[[int, int | None], Executor]
"""Gives an executor for so many things, in so many processes where a number is wanted."""

_DASK = "dask://"


@contextmanager
def chosen(name: str, root: Path) -> Iterator[Choose]:
    """What chooses executors for a command on the archive `root`, for as long as the command runs.

    `name` is `in-process`, `processes`, `dask://HOST:PORT`, or empty for what suits. With a cluster, what is little is
    still done here. Raises BackfileError for any other name, and as `connected`.
    """
    if name.startswith(_DASK):
        from generator.execution.dask_cluster import connected

        with connected(name.removeprefix(_DASK).rstrip("/"), root) as cluster:
            yield lambda things, workers: cluster if things >= PAYS_FROM else InProcess()
    elif name == "in-process":
        yield lambda things, workers: InProcess()
    elif name == "processes":
        yield lambda things, workers: executor_for(things, workers or cores())
    elif not name:
        yield executor_for
    else:
        raise BackfileError(f"There is no executor called {name}.", "in-process, processes or dask://HOST:PORT")
