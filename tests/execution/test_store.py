from __future__ import annotations

import multiprocessing
import pickle
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from generator.errors import BackfileError
from generator.execution.store import Store, StoreDamagedError, discard, unpacked
from generator.execution.version import program_version
from generator.problems import Problem, Severity


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache/store.sqlite"


def test_what_was_put_in_is_there_for_the_next(place: Path) -> None:
    first = Store(place, "1")
    first.put("read", "a", b"key a", b"value a")
    first.put("read", "b", b"key b", b"")
    first.put("other", "a", b"key", b"other")
    first.commit()
    first.close()
    second = Store(place, "1")
    assert second.keys("read") == {"a": b"key a", "b": b"key b"}
    assert dict(second.values("read")) == {"a": b"value a", "b": b""}
    assert second.value("other", "a") == b"other"
    assert second.value("other", "b") is None


def test_a_value_takes_the_place_of_the_one_before_and_can_be_forgotten(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.put("read", "a", b"2", b"two")
    assert store.keys("read") == {"a": b"2"}
    assert store.value("read", "a") == b"two"
    store.forget("read", ["a", "never there"])
    assert store.keys("read") == {}


def test_a_folder_in_the_place_of_the_store_gives_way(place: Path) -> None:
    (place / "inside").mkdir(parents=True)
    store = Store(place, "1")
    assert store.keys("read") == {}
    assert place.is_file()


def test_what_was_not_committed_is_forgotten(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.close()
    assert Store(place, "1").keys("read") == {}


def test_a_store_that_was_closed_is_opened_when_it_is_asked_in_any_thread(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.commit()
    store.close()
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(store.value, "read", "a").result() == b"one"
        # Of another thread's connection nothing is to be ended here.
        store.close()
        assert threads.submit(store.value, "read", "a").result() == b"one"
    assert store.value("read", "a") == b"one"


def test_a_store_that_is_sent_has_what_was_committed(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.commit()
    sent = pickle.loads(pickle.dumps(store))
    store.put("read", "a", b"2", b"two")
    store.commit()
    assert sent.value("read", "a") == b"one"
    assert pickle.loads(pickle.dumps(store)).keys("read") == {"a": b"2"}
    with pytest.raises((BackfileError, StoreDamagedError)):
        sent.put("read", "b", b"", b"")


def test_a_store_of_another_version_begins_anew(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.commit()
    store.close()
    assert Store(place, "2").keys("read") == {}


@pytest.mark.parametrize("bytes_", [b"", b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_a_file_that_is_no_store_is_replaced(place: Path, bytes_: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(bytes_)
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.commit()
    assert store.value("read", "a") == b"one"


def test_a_value_that_is_not_as_it_was_written_is_noticed(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one two three")
    store.commit()
    store.close()
    with sqlite3.connect(place) as database:
        database.execute("UPDATE made SET value = substr(value, 1, 12) || x'00' || substr(value, 14)")
    database.close()
    damaged = Store(place, "1")
    with pytest.raises(StoreDamagedError):
        damaged.value("read", "a")
    with pytest.raises(StoreDamagedError):
        dict(damaged.values("read"))


def test_another_process_reads_what_was_committed(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.commit()
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=lambda: theirs.send(store.value("read", "a")))
    process.start()
    assert ours.recv() == b"one"
    process.join()
    assert store.value("read", "a") == b"one"


def test_a_store_that_is_removed_takes_with_it_what_lies_beside(place: Path) -> None:
    store = Store(place, "1")
    store.put("read", "a", b"1", b"one")
    store.commit()
    discard(place)
    assert list(place.parent.iterdir()) == []


_decode = msgspec.msgpack.Decoder(Problem).decode


def test_a_value_comes_back() -> None:
    problem = Problem("a.md", 1, Severity.ERROR, "text")
    assert unpacked(msgspec.msgpack.encode(problem), _decode) == problem


@pytest.mark.parametrize("data", [None, b"", b"no value", pickle.dumps(Path("x")), msgspec.msgpack.encode("another")])
def test_bytes_that_are_another_value_are_noticed(data: bytes | None) -> None:
    with pytest.raises(StoreDamagedError):
        unpacked(data, _decode)


def test_the_program_has_one_version() -> None:
    assert program_version() == program_version()
    assert len(program_version()) == 32
