"""The same results, in order, however they are made."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.execution.executors import Executor, InProcess, Processes, WorkerDiedError, batches, executor_for

EXECUTORS = [InProcess(), Processes(2), Processes(3)]


def times(factor: int, number: int) -> int:
    time.sleep(0.002 * (number % 3))  # so that later ones are ready before earlier ones
    return factor * number


def where(_: object, number: int) -> tuple[int, int]:
    return number, os.getpid()


def refuse(_: object, number: int) -> int:
    if number == 7:
        raise BackfileError("seven", "take another")
    return number


def die(_: object, batch: list[str]) -> list[str]:
    if "killer.md" in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch


@pytest.mark.parametrize("executor", EXECUTORS)
def test_results_come_in_the_order_of_the_items(executor: Executor) -> None:
    assert list(executor.run(times, 3, range(50))) == [3 * number for number in range(50)]
    assert list(executor.run(times, 3, [])) == []


def wait_for_others(folder: Path, number: int) -> int:
    """The first item is done once the tenth is."""
    (folder / str(number)).touch()
    while number == 0 and not (folder / "10").exists():
        time.sleep(0.001)
    return number


@pytest.mark.parametrize("executor", EXECUTORS)
def test_results_may_come_as_they_are_done(executor: Executor) -> None:
    assert sorted(executor.as_done(times, 3, range(50))) == [3 * number for number in range(50)]
    assert list(executor.as_done(times, 3, [])) == []


def test_an_item_that_takes_long_keeps_nobody_waiting(tmp_path: Path) -> None:
    # In order there would be no room for the tenth before the first is done.
    assert list(Processes(2).as_done(wait_for_others, tmp_path, range(50))).index(0) >= 5


@pytest.mark.parametrize("executor", EXECUTORS)
def test_of_several_items_that_fail_the_first_is_told_whatever_the_order(executor: Executor) -> None:
    for _ in range(3):
        with pytest.raises(BackfileError, match=r"^refused: 12$"):
            list(executor.as_done(refuse_slowly, None, range(50)))


def refuse_slowly(_: object, number: int) -> int:
    if number == 12:
        time.sleep(0.02)
    if number >= 12:
        raise BackfileError(f"refused: {number}", "")
    return number


def test_the_work_is_done_elsewhere() -> None:
    places = {place for _, place in Processes(2).run(where, None, range(50))}
    assert os.getpid() not in places
    assert {place for _, place in InProcess().run(where, None, range(3))} == {os.getpid()}


def test_a_context_that_cannot_be_sent_is_there_all_the_same() -> None:
    kept = lambda number: number + 1  # noqa: E731 - what cannot be pickled
    assert list(Processes(2).run(call, kept, range(5))) == [1, 2, 3, 4, 5]


def call(function: object, number: int) -> int:
    assert callable(function)
    return int(function(number))


@pytest.mark.parametrize("executor", EXECUTORS)
def test_what_the_work_raises_is_raised(executor: Executor) -> None:
    results = executor.run(refuse, None, range(50))
    assert list(islice(results, 7)) == [0, 1, 2, 3, 4, 5, 6]
    with pytest.raises(BackfileError, match="seven") as caught:
        next(results)
    assert caught.value.hint == "take another"


def test_a_worker_that_dies_is_told_with_what_it_worked_on() -> None:
    items = batches([*(f"{number}.md" for number in range(40)), "killer.md"], 2)
    with pytest.raises(WorkerDiedError, match=r"died: killer\.md$"):
        list(Processes(2).run(die, None, items))


def _die_half_sent(_: object, name: str) -> str:
    if name == "killer.md":

        def send(connection: Connection, data: bytes) -> None:
            os.write(connection.fileno(), data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

        Connection._send = send  # type: ignore[attr-defined]
    return name * 10_000


def test_a_worker_that_dies_while_it_sends_its_result_keeps_nobody_waiting_for_the_rest() -> None:
    with pytest.raises(WorkerDiedError, match=r"died: killer\.md$"):
        list(Processes(2).run(_die_half_sent, None, [*(f"{number}.md" for number in range(40)), "killer.md", "z.md"]))
    with Processes(1).beside(_die_half_sent, None, "other.md") as result:
        assert result() == "other.md" * 10_000


def test_items_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = Processes(2).run(times, 1, items())
    assert next(results) == 0
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def test_small_archives_stay_in_one_process() -> None:
    assert executor_for(5) == InProcess()
    assert executor_for(5000, workers=1) == InProcess()
    assert isinstance(executor_for(5, workers=2), Processes | InProcess)


def test_batches() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([], 2)) == []
    assert list(batches("abCDefghI", 3, str.isupper)) == [["a", "b", "C"], ["D"], ["e", "f", "g"], ["h", "I"]]


def _say_who_and_stay(place: Path, item: int) -> int:
    (place / str(os.getpid())).touch()
    time.sleep(60)
    return item


def _work_for_ever(place: Path) -> None:
    list(Processes(2).run(_say_who_and_stay, place, range(4)))


def test_workers_end_with_a_main_process_that_is_killed(tmp_path: Path) -> None:
    main = multiprocessing.get_context("fork").Process(target=_work_for_ever, args=(tmp_path,))
    main.start()
    workers: list[int] = []
    while len(workers) < 2:
        workers = [int(path.name) for path in tmp_path.iterdir()]
    main.kill()
    main.join()
    last = time.monotonic() + 20
    while any(map(_lives, workers)):
        assert time.monotonic() < last, "a worker outlives its main process"
        time.sleep(0.02)


def _lives(number: int) -> bool:
    """Whether the process runs; one that has ended and that nobody asks for does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{number}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def _who(_: object, item: int) -> tuple[int, int]:
    return os.getpid(), item


def _die_elsewhere(here: int, item: int) -> int:
    if os.getpid() != here:
        os._exit(1)
    return item


def test_work_beside_is_done_elsewhere_and_here_if_its_process_dies() -> None:
    with Processes(2).beside(_who, None, 7) as result:
        process, item = result()
    assert item == 7
    assert process != os.getpid()
    with Processes(2).beside(_die_elsewhere, os.getpid(), 8) as other:
        assert other() == 8


def test_what_work_beside_raises_is_raised() -> None:
    with pytest.raises(BackfileError, match="seven"), Processes(2).beside(refuse, None, 7) as result:
        result()
