"""What is put into a spool is read again by any process, or an error is told; and no file stays."""

from __future__ import annotations

import errno
import pickle
import shutil
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.building import searching
from generator.errors import BackfileError
from generator.execution import spool_file
from generator.execution.executors import Processes
from generator.execution.run import Run
from generator.execution.spool_file import SpoolFile
from generator.pipeline import build

CONNECTED = Path(__file__).resolve().parents[1] / "sites/good/connected"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache/spool"


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.binary(max_size=40), max_size=12), starts=st.lists(st.integers(0, 200)))
def test_slices_are_read_as_they_were_put(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, parts: list[bytes], starts: list[int]
) -> None:
    monkeypatch.setattr(spool_file, "_BLOCK", 16)
    whole = b"".join(parts)
    with SpoolFile(tmp_path / "spool") as spool:
        for number, part in enumerate(parts):
            assert spool.append(part) == sum(map(len, parts[:number]))
            if part:
                assert spool.read(sum(map(len, parts[:number])), len(part)) == part
        for start in starts:
            slice_ = whole[start:][: start // 3]
            if slice_:
                assert spool.read(start, len(slice_)) == slice_


def test_there_is_a_file_only_while_it_is_needed(place: Path) -> None:
    with SpoolFile(place) as spool:
        assert not place.exists()
        spool.append(b"some")
        assert place.exists()
    assert not place.exists()


def test_the_file_goes_when_the_work_fails(place: Path) -> None:
    with pytest.raises(TypeError), SpoolFile(place) as spool:
        assert [spool.append(data) for data in (b"some", "no bytes")]  # type: ignore[arg-type]
    assert not place.exists()


def _slice(spool: SpoolFile, start: int) -> bytes:
    return spool.read(start, 1_000)


def test_other_processes_read_it_too(place: Path) -> None:
    with SpoolFile(place) as spool:
        data = bytes(range(250)) * 400
        spool.append(data)
        # This process has the file open when the others begin.
        assert spool.read(7, 3) == data[7:10]
        starts = range(0, 90_000, 500)
        assert list(Processes(2).run(_slice, spool, starts)) == [data[start : start + 1_000] for start in starts]
        sent: SpoolFile = pickle.loads(pickle.dumps(spool))
        spool.append(b"more")
        assert sent.read(99_990, 10) == data[-10:]


@pytest.mark.parametrize("harm", ["flip", "cut", "take"])
def test_what_is_not_as_it_was_put_is_told(place: Path, harm: str) -> None:
    with SpoolFile(place) as spool:
        spool.append(bytes(20_000))
        if harm == "flip":
            with place.open("r+b") as file:
                file.seek(15_000)
                file.write(b"\1")
        elif harm == "cut":
            with place.open("r+b") as file:
                file.truncate(15_000)
        else:
            place.unlink()
        if harm != "take":
            assert spool.read(10, 100) == bytes(100), "what lies far from it is as good as ever"
        with pytest.raises(BackfileError, match="not what was written there"):
            spool.read(14_000, 5_000)


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    class Full(FileIO):
        def write(self, data: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(spool_file, "FileIO", Full)
    with pytest.raises(BackfileError, match="The disk is full") as raised, SpoolFile(place) as spool:
        spool.append(b"some")
    assert raised.value.hint
    assert not place.exists()


def test_a_folder_in_which_nobody_may_write_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(BackfileError, match="cannot be used"), SpoolFile(tmp_path / "cache/spool") as spool:
        spool.append(b"some")


def test_a_build_leaves_no_spool_nor_what_a_killed_one_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    used: list[bool] = []
    place = tmp_path / ".cache/search"

    class Watched(SpoolFile):
        def append(self, data: bytes) -> int:
            used.append(place.exists())
            return super().append(data)

    monkeypatch.setattr(searching, "SpoolFile", Watched)
    shutil.copytree(CONNECTED / "content", tmp_path / "content")
    place.parent.mkdir()
    place.write_bytes(b"left by a process that was killed")
    build(tmp_path, Run(1))
    assert used
    assert used[0] is False
    assert used[-1] is True
    assert not place.exists()
