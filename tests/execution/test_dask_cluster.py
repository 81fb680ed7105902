"""The same results from a cluster, whatever becomes of its workers."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.cli import main
from generator.errors import BackfileError
from generator.execution import chosen as choosing
from generator.execution import dask_cluster
from generator.execution.chosen import chosen
from generator.execution.dask_cluster import PLACE, DaskCluster, connected
from generator.execution.executors import InProcess, Processes, WorkerDiedError, batches
from generator.execution.run import Run
from generator.execution.store import Store
from generator.pipeline import build

if TYPE_CHECKING:
    from distributed import LocalCluster

CONNECTED = Path(__file__).resolve().parents[1] / "sites/good/connected"


@pytest.fixture(scope="module")
def local() -> Iterator[LocalCluster]:
    """A cluster of two worker processes, of which an item may be the death of one but not of two."""
    try:
        import dask
        import distributed
    except ImportError:
        if os.environ.get("CI") == "true":
            pytest.fail("Dask is not installed; it is among the packages of requirements.lock")
        pytest.skip("Dask is not installed (pip install 'backfile[dask]')")
    settings = {"distributed.scheduler.allowed-failures": 1}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        yield cluster


@pytest.fixture
def address(local: LocalCluster) -> str:
    return str(local.scheduler_address).removeprefix("tcp://")


@pytest.fixture
def cluster(address: str, tmp_path: Path) -> Iterator[DaskCluster]:
    with connected(address, tmp_path) as cluster:
        yield cluster
    assert list((tmp_path / PLACE).iterdir()) == []


def times(factor: int, number: int) -> int:
    time.sleep(0.002 * (number % 3))  # so that later ones are ready before earlier ones
    return factor * number


def where(_: object, number: int) -> int:
    return os.getpid()


def refuse(_: object, number: int) -> int:
    if number == 7:
        raise BackfileError("seven", "take another")
    return number


def die_once(sign: Path, number: int) -> int:
    if number == 7 and not sign.exists():
        sign.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die(_: object, batch: list[str]) -> list[str]:
    if "killer.md" in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch


def call(function: object, number: int) -> int:
    assert callable(function)
    return int(function(number))


def look_up(store: Store, name: str) -> bytes | None:
    return store.value("read", name)


def test_results_come_in_the_order_of_the_items(cluster: DaskCluster) -> None:
    assert list(cluster.run(times, 3, range(50))) == [3 * number for number in range(50)]
    assert list(cluster.run(times, 3, [])) == []


def test_the_work_is_done_elsewhere(cluster: DaskCluster) -> None:
    places = set(cluster.run(where, None, range(50)))
    assert os.getpid() not in places
    assert len(places) == 2


def test_a_context_may_be_what_pickle_does_not_know(cluster: DaskCluster) -> None:
    one = 1
    assert list(cluster.run(call, lambda number: number + one, range(5))) == [1, 2, 3, 4, 5]


def test_what_the_work_raises_is_raised(cluster: DaskCluster) -> None:
    results = cluster.run(refuse, None, range(50))
    assert list(islice(results, 7)) == [0, 1, 2, 3, 4, 5, 6]
    with pytest.raises(BackfileError, match="seven") as caught:
        next(results)
    assert caught.value.hint == "take another"


def test_items_are_taken_as_they_are_needed(cluster: DaskCluster) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = cluster.run(times, 1, items())
    assert next(results) == 0
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def test_a_store_is_read_as_it_was_committed_and_written_on(cluster: DaskCluster, tmp_path: Path) -> None:
    store = Store(tmp_path / "store with a name?#.sqlite", "1")
    store.put("read", "a", b"", b"first")
    store.commit()
    results = cluster.run(look_up, store, ["a"] * 40)
    assert next(results) == b"first"
    store.put("read", "a", b"", b"second")
    store.commit()
    assert set(results) == {b"first"}
    assert list(cluster.run(look_up, store, ["a", "b"])) == [b"second", None]
    assert store.value("read", "a") == b"second"
    store.close()


def test_what_a_worker_that_dies_was_doing_is_done_by_another(cluster: DaskCluster, tmp_path: Path) -> None:
    assert list(cluster.run(die_once, tmp_path / "sign", range(20))) == list(range(20))
    assert (tmp_path / "sign").exists()


def test_an_item_of_which_workers_die_is_told(cluster: DaskCluster) -> None:
    items = batches([*(f"{number}.md" for number in range(4)), "killer.md"], 1)
    with pytest.raises(WorkerDiedError, match=r"died: killer\.md$"):
        list(cluster.run(die, None, items))


def test_a_site_is_the_same_though_a_worker_dies_in_the_middle(
    local: LocalCluster, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "PAYS_FROM", 1)
    roots = [tmp_path / "here", tmp_path / "there"]
    for root in roots:
        shutil.copytree(CONNECTED / "content", root / "content")
    # Those that the test before has ended may only be beginning anew.
    patience = time.monotonic() + 30
    while not (victims := [pid for worker in local.workers.values() if (pid := worker.pid)][:1]):
        assert time.monotonic() < patience
        time.sleep(0.1)

    def kill(stage: str, done: int, total: int) -> None:
        if victims and (stage, done) == ("making pages", 0):
            os.kill(victims.pop(), signal.SIGKILL)

    build(roots[0], Run(1))
    with chosen(f"dask://{address}", roots[1]) as choose:
        build(roots[1], Run(tell=kill, choose=choose))
    assert not victims
    here, there = (
        {path.relative_to(root): path.read_bytes() for path in (root / "output").rglob("*") if path.is_file()}
        for root in roots
    )
    assert there == here


def test_the_command_line_takes_a_cluster(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(choosing, "PAYS_FROM", 1)
    shutil.copytree(CONNECTED / "content", tmp_path / "content")
    stages: list[str] = []
    as_done = DaskCluster.as_done

    def told(self: DaskCluster, work: Any, context: object, items: Any) -> Iterator[object]:
        stages.append(work.__name__)
        return as_done(self, work, context, items)

    monkeypatch.setattr(DaskCluster, "as_done", told)
    assert main(["--root", str(tmp_path), "--executor", f"dask://{address}", "suggest", "--least", "1"]) == 0
    assert stages == ["_read_batch"]
    assert "name: " in capsys.readouterr().out


def test_little_work_is_done_here(address: str, tmp_path: Path) -> None:
    with chosen(f"dask://{address}/", tmp_path) as choose:
        assert choose(1, None) == InProcess()
        assert isinstance(choose(100_000, None), DaskCluster)


def test_workers_of_another_version_are_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_cluster, "program_version", lambda: "another")
    with pytest.raises(BackfileError, match="another version"), connected(address, tmp_path):
        pass


def test_of_workers_that_have_not_the_program_it_is_told_in_a_line(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(sign: str) -> None:
        raise RuntimeError(
            f"Traceback …\n  at {Path(sign).name}\nModuleNotFoundError(\"No module named 'generator'\")\n"
        )

    monkeypatch.setattr(dask_cluster, "_look", look)
    with pytest.raises(BackfileError, match="No module named") as raised, connected(address, tmp_path):
        pass
    assert "\n" not in str(raised.value)
    assert "same packages" in raised.value.hint


def test_workers_that_do_not_see_the_archive_are_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_cluster, "_sign", lambda place: place / "nowhere")
    with pytest.raises(BackfileError, match="does not see"), connected(address, tmp_path):
        pass


def test_where_nobody_answers_the_error_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(dask_cluster, "_ANSWER", 0.2)
    told = pytest.raises(BackfileError, match=r"No Dask scheduler answers at 127\.0\.0\.1:1\.")
    with told as caught, connected("127.0.0.1:1", tmp_path):
        pass
    assert "dask scheduler" in caught.value.hint
    with pytest.raises(BackfileError, match="No Dask scheduler"), connected("no address", tmp_path):
        pass


class NoWorkers:
    """A client of a cluster of which all workers are gone, and which promises results all the same."""

    def nthreads(self) -> dict[str, int]:
        return {}

    def submit(self, *_: object, **__: object) -> NoWorkers:
        return self

    def cancel(self, *_: object, **__: object) -> None:
        pass

    def result(self, timeout: float) -> None:
        raise TimeoutError


def test_a_cluster_without_workers_is_not_awaited_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    cluster = DaskCluster("host:8786", NoWorkers(), tmp_path)
    with pytest.raises(BackfileError, match="The Dask cluster at host:8786 went away"):
        list(cluster.run(times, 1, range(3)))
    assert list(tmp_path.iterdir()) == []


def test_without_dask_the_error_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    shutil.copytree(CONNECTED / "content", tmp_path / "content")
    assert main(["--root", str(tmp_path), "--executor", "dask://127.0.0.1:8786", "build"]) == 1
    assert "pip install 'backfile[dask]'" in capsys.readouterr().err


def test_executors_by_name(tmp_path: Path) -> None:
    with chosen("in-process", tmp_path) as choose:
        assert choose(100_000, 2) == InProcess()
    with chosen("processes", tmp_path) as choose:
        assert choose(1, 2) == (Processes(2) if sys.platform == "linux" else InProcess())
    with pytest.raises(BackfileError, match="no executor called threads"), chosen("threads", tmp_path):
        pass
