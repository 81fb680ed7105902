from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publish.lock import publish_lock

REPOSITORY = Path(__file__).resolve().parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from generator.publish.lock import publish_lock
with publish_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def hold(root: Path) -> subprocess.Popen[bytes]:
    """Another process that holds the lock of `root`."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, root],
        stdout=subprocess.PIPE,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    return holder


def test_one_build_after_another(tmp_path: Path) -> None:
    said: list[str] = []
    for _ in range(2):
        with publish_lock(tmp_path, said.append):
            pass
    assert said == []


def test_a_second_build_says_that_it_waits_and_gives_up(tmp_path: Path) -> None:
    said: list[str] = []
    with hold(tmp_path) as holder:
        try:
            with (
                pytest.raises(PublishError, match="still running after") as raised,
                publish_lock(tmp_path, said.append, 0.2),
            ):
                raise AssertionError("the lock was given twice")
        finally:
            holder.kill()
    assert said == ["Another build of this archive is running; waiting for it."]
    assert "Wait" in raised.value.hint


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_second_build_goes_on_when_the_first_is_killed(tmp_path: Path) -> None:
    said: list[str] = []
    with hold(tmp_path) as holder:
        timer = threading.Timer(0.3, holder.send_signal, [signal.SIGKILL])
        timer.start()
        with publish_lock(tmp_path, said.append, 30):
            assert holder.wait() == -signal.SIGKILL
    assert len(said) == 1


def test_an_import_does_not_wait_for_a_build(tmp_path: Path) -> None:
    said: list[str] = []
    with hold(tmp_path) as holder:
        with publish_lock(tmp_path, said.append, work="import"):
            assert said == []
        holder.kill()


def test_an_archive_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file")
    with pytest.raises(PublishError, match="cannot be made"), publish_lock(tmp_path):
        raise AssertionError("there is no lock")
