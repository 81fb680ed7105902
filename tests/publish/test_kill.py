"""Publishing is killed, at every step that it takes and at random moments: there is always a whole site."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import swap as swapping
from generator.publish.publish import publish
from generator.publish.swap import repair
from tests.publish.folders import Site, everything, files_of, lay, many_files, names, published

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

REPOSITORY = Path(__file__).resolve().parents[2]
HOST: Site = {".gitignore": b"*", ".nojekyll": b"", ".git/HEAD": b"ref", ".git/objects/00/1": b"blob"}
OLD: Site = {"index.html": b"old", "a/both.html": b"both", "a/old.html": b"old", "b/old/x.html": b"x"}
NEW: Site = {"index.html": b"new", "a/both.html": b"both", "c/new.html": b"new"}


def publish_in_a_child(output: Path, site: Site, last_step: int) -> int:
    """Publishes in another process, which kills itself right before its `last_step`-th word with the system."""
    child = os.fork()
    if child == 0:
        steps = 0

        def count(event: str, _: tuple[object, ...]) -> None:
            nonlocal steps
            if event.startswith(("open", "os.", "shutil.", "ctypes.")) and event != "os.kill":
                steps += 1
                if steps > last_step:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            publish(files_of(site), output)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def assert_whole(output: Path, exchange: bool) -> None:
    """One of the two sites stands; where two renames are needed, at the latest after the repair at the next start."""
    if not exchange and not output.exists():
        repair(output)
        assert published(output) == OLD
    assert published(output) in (OLD, NEW)
    assert {".gitignore", ".nojekyll"} <= set(names(output))


@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_each_step(tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if exchange and not sys.platform.startswith("linux"):
        pytest.skip("only Linux exchanges")
    if not exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    seen = set()
    steps = 0
    code = -signal.SIGKILL
    while code == -signal.SIGKILL:
        output = tmp_path / str(steps) / "output"
        lay(output, {**OLD, **HOST})
        code = publish_in_a_child(output, NEW, steps)
        assert_whole(output, exchange)
        seen.add(published(output).get("index.html"))
        publish(files_of(NEW), output)
        assert everything(output) == {**NEW, **HOST}
        assert names(output.parent) == ["output"]
        steps += 1
    assert code == 0
    assert steps > 40
    assert seen == {b"old", b"new"}


PUBLISHER = """
import sys
from pathlib import Path
from generator.output_file import OutputFile
from generator.publish import swap
from generator.publish.publish import publish

output, name, exchange = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "True"
if not exchange:
    swap._exchange = lambda *_: False
from tests.publish.folders import files_of, many_files
print("ready", flush=True)
publish(files_of(many_files(name)), output)
print("done", flush=True)
"""


def run_and_kill(output: Path, name: str, exchange: bool, moment: Callable[[], float]) -> float:
    """Publishes in another process and kills it after `moment()` seconds; gives the seconds that it lived."""
    child = subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, output, name, str(exchange)],
        stdout=subprocess.PIPE,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    with child:
        assert child.stdout
        assert child.stdout.readline() == b"ready\n"
        started = time.monotonic()
        try:
            child.wait(moment())
        except subprocess.TimeoutExpired:
            child.kill()
    return time.monotonic() - started


@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_random_moments(tmp_path: Path, exchange: bool) -> None:
    output = tmp_path / "output"
    lay(output, {**many_files("zero"), **HOST})
    duration = run_and_kill(output, "first", exchange, lambda: 60)
    assert published(output) == many_files("first")
    random_numbers = random.Random(2026)
    standing = "first"
    for number in range(24):
        name = f"site-{number}"
        run_and_kill(output, name, exchange, lambda: random_numbers.uniform(0, duration))
        repair(output)
        assert published(output) in (many_files(standing), many_files(name))
        if number % 4 == 0:
            publish(files_of(many_files(name)), output)
            assert everything(output) == {**many_files(name), **HOST}
            assert names(tmp_path) == ["output"]
        standing = name if published(output) == many_files(name) else standing
