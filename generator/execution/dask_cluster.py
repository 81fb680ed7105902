"""Runs work on a Dask cluster whose machines share the storage that an archive lies on.

What is sent through the scheduler is the names of things. A run's context, and the results, go through files in a
folder of the archive: the scheduler holds nothing large, and a worker that comes late or again finds the context like
all others.
"""

from __future__ import annotations

import logging
import pickle
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from generator.errors import BackfileError
from generator.execution.executors import AHEAD, WorkerDiedError, names_of
from generator.execution.version import program_version

if TYPE_CHECKING:
    from distributed import Client, Future

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

PLACE = ".cache/cluster"
"""Below the archive's folder; empty between two commands, and safe to delete then."""

_ANSWER = 10
"""Seconds in which a scheduler answers."""
_PATIENCE = 60
"""Seconds for which no worker needs to be there: one that died is begun anew within a few."""
_TRIES, _BETWEEN = 20, 0.1
"""How often a folder is removed until it is gone, and the seconds between."""
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class DaskCluster:
    """A cluster that answers, and whose workers see the archive and are of this version of the program."""

    address: str
    client: Client
    place: Path
    """The folder for what is handed over."""

    def run(self, work: Callable[[Context, Item], Result], context: Context, items: Iterable[Item]) -> Iterator[Result]:
        """As `Executor.run`. What a worker was doing that ends is done by another one.

        Raises WorkerDiedError where several end over the same item, and BackfileError where the cluster goes away.
        """
        from cloudpickle import dumps

        folder = self.place / uuid4().hex
        folder.mkdir()
        try:
            data = dumps((work, context), protocol=pickle.HIGHEST_PROTOCOL)
            (folder / "context").write_bytes(data)
            yield from self._results(folder, _digest(data), items)
        finally:
            _remove(folder)

    as_done = run

    def _results(self, folder: Path, context: bytes, items: Iterable[Any]) -> Iterator[Any]:
        ahead = AHEAD * max(1, sum(self.client.nthreads().values()))
        waiting: deque[tuple[int, object, Future]] = deque()
        try:
            for number, item in enumerate(items):
                key = f"{folder.name}-{number}"
                future = self.client.submit(_do, str(folder), context, number, item, key=key, pure=False)
                waiting.append((number, item, future))
                if len(waiting) > ahead:
                    yield self._result(folder, waiting)
                    waiting.popleft()
            while waiting:
                yield self._result(folder, waiting)
                waiting.popleft()
        finally:
            self.client.cancel([future for _, _, future in waiting], force=True)

    def _result(self, folder: Path, waiting: Sequence[tuple[int, object, Future]]) -> Any:
        """The first one's."""
        from concurrent.futures import CancelledError

        from distributed import KilledWorker
        from distributed.comm import CommClosedError

        try:
            name, digest = self._awaited(waiting[0][2])
        except KilledWorker as error:
            # What had only been given to the workers that died is told of by Dask too.
            begun = {number: _begun(folder, number) for number, _, _ in waiting}
            deadly = [item for number, item, _ in waiting if begun[number] == max(begun.values())]
            raise WorkerDiedError(names_of(deadly)) from error
        except (CommClosedError, CancelledError) as error:
            raise self._gone() from error
        data = _handed_over(folder / name, digest)
        (folder / name).unlink()
        return pickle.loads(data)

    def _awaited(self, future: Future) -> Any:
        """What the future gives, as long as there are workers for it."""
        alone = 0
        while True:
            try:
                return future.result(timeout=_ANSWER)
            except TimeoutError as error:
                alone = 0 if self.client.nthreads() else alone + _ANSWER
                if alone >= _PATIENCE:
                    raise self._gone() from error

    def _gone(self) -> BackfileError:
        hint = "see what its scheduler and its workers say"
        return BackfileError(f"The Dask cluster at {self.address} went away.", hint)


@contextmanager
def connected(address: str, root: Path) -> Iterator[DaskCluster]:
    """The cluster whose scheduler is at `address` (`host:8786`), for the archive `root`, for as long as it is used.

    Raises BackfileError where there is no Dask, no scheduler or no worker, and where a worker does not see the archive
    or is of another version of the program, of Python or of a library: the site is to be the same wherever it is made.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise BackfileError("Dask is not installed here.", "pip install 'backfile[dask]'") from error

    # What it says of workers that come and go is no matter of who builds a site.
    for logger in ("distributed", "distributed.client"):
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    place = root / PLACE
    place.mkdir(parents=True, exist_ok=True)
    try:
        client = Client(f"tcp://{address}", timeout=_ANSWER, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        hint = "start one with `dask scheduler`, and its workers with `dask worker HOST:8786 --nworkers auto`"
        raise BackfileError(f"No Dask scheduler answers at {address}.", hint) from error
    try:
        _check_workers(address, client, place)
        yield DaskCluster(address, client, place)
    finally:
        client.close()


def _check_workers(address: str, client: Client, place: Path) -> None:
    try:
        client.wait_for_workers(1, timeout=_ANSWER)
    except TimeoutError as error:
        hint = "start some with `dask worker HOST:8786 --nworkers auto`"
        raise BackfileError(f"The Dask scheduler at {address} has no workers.", hint) from error
    sign = _sign(place)
    try:
        found = client.run(_look, str(sign))
    except Exception as error:
        # What a worker cannot even read comes back as the words of an error, with all that it passed on its way.
        words = str(error).strip().rpartition("\n")[2]
        raise BackfileError(f"A Dask worker has not what it needs: {words}.", _SAME) from error
    finally:
        sign.unlink(missing_ok=True)
    for worker, (sees, version) in sorted(found.items()):
        if version != program_version():
            raise BackfileError(f"The Dask worker {worker} has another version of the program or a library.", _SAME)
        if not sees:
            hint = "the archive is to lie on storage that all machines share, at the same path"
            raise BackfileError(f"The Dask worker {worker} does not see {place}.", hint)


_SAME = "install the same packages everywhere (requirements.lock), and let workers find `generator`"


def _sign(place: Path) -> Path:
    """A new file in a folder."""
    sign = place / uuid4().hex
    sign.touch()
    return sign


def _look(sign: str) -> tuple[bool, str]:
    """Whether a worker sees a file, and its version of the program."""
    return Path(sign).is_file(), program_version()


# Work is done by one thread of a worker at a time: it may use what is not made for several.
_one_at_a_time = Lock()
_last: tuple[str, Callable[[Any, Any], Any], Any] = "", lambda context, item: None, None
"""The run that a worker was given last, by its folder, with its work and its context. Another run may have a context of
the same bytes, but files have changed since of which it knows only the names."""


def _do(folder: str, context: bytes, number: int, item: object) -> tuple[str, bytes]:
    """Works on an item; gives the name of the file in `folder` that has the result, and its digest."""
    global _last
    with _one_at_a_time:
        if _last[0] != folder:
            _last = folder, *pickle.loads(_handed_over(Path(folder) / "context", context))
        sign = _sign_of(Path(folder), number)
        with sign.open("ab") as begun:
            begun.write(b".")
        data = pickle.dumps(_last[1](_last[2], item), pickle.HIGHEST_PROTOCOL)
        sign.unlink(missing_ok=True)
    # Under a name of its own: the item may have been given to another worker too.
    name = uuid4().hex
    (Path(folder) / name).write_bytes(data)
    return name, _digest(data)


def _sign_of(folder: Path, number: int) -> Path:
    """The file that is there while an item is worked on, and stays where that ends a worker: a byte for each time."""
    return folder / f"{number}.begun"


def _begun(folder: Path, number: int) -> int:
    """How often an item was begun that is not done."""
    sign = _sign_of(folder, number)
    return sign.stat().st_size if sign.exists() else 0


def _remove(folder: Path) -> None:
    """Removes a run's folder, into which a worker may still write what nobody waits for any more."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_BETWEEN)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


def _handed_over(file: Path, digest: bytes) -> bytes:
    """The bytes of a file in the shared folder. Nothing but what this run wrote is taken for it, nor half of that."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        data = b""
    if _digest(data) != digest:
        hint = "the archive is to lie on storage that all machines share, at the same path"
        raise BackfileError(f"{file} is not what was written there.", hint)
    return data
