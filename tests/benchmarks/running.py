"""Runs a program and measures it: seconds, processor seconds, and the memory that all its processes hold together.

Linux tells both in /proc. A process that outlives the one that started it is adopted and counted too; what is counted
is told apart by its session, of which each program that is run here has one of its own.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLE = 0.05
"""Seconds between two looks at the memory, at least."""
_SHARE = 0.04
"""The most that looking may take of one core: to add up a gigabyte takes the kernel tens of milliseconds."""
_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""


class RunFailedError(Exception):
    """A program did not end well; the text says which, and ends with what it said last."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run has cost."""

    seconds: float
    cpu: float
    """Seconds of processor time, of all its processes."""
    memory: int
    """Bytes: the most that all its processes held at one time, by PSS, so that what several share counts once."""


def run(
    command: Sequence[str], folder: Path, log: Path, limit: float = 3600, environment: Mapping[str, str] | None = None
) -> Cost:
    """Runs a program in a folder, what it says going into `log`, and waits until all its processes have ended.

    Raises RunFailedError if its status is not 0 or it takes longer than `limit` seconds.
    """
    _adopt_orphans()
    log.parent.mkdir(parents=True, exist_ok=True)
    peak = _Peak()
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            # Programs in Python keep what they compile, as they do where nobody told them otherwise.
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watcher = threading.Thread(target=peak.watch, args=(process.pid,), daemon=True)
        watcher.start()
        alarm = threading.Timer(limit, end_session, args=(process.pid,))
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            # Ctrl-C does not reach another session.
            end_session(process.pid)
            raise
        finally:
            alarm.cancel()
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime + _orphans_cpu(process.pid)
    peak.is_over.set()
    watcher.join()
    if process.returncode:
        late = f" (it was ended after {limit:.0f} s)" if seconds >= limit else ""
        raise RunFailedError(f"{' '.join(command)}: status {process.returncode}{late}\n{_end_of(log)}")
    return Cost(seconds, cpu, peak.bytes)


class _Peak:
    """The most memory that a session was seen to hold."""

    def __init__(self) -> None:
        self.bytes = 0
        self.is_over = threading.Event()

    def watch(self, session: int) -> None:
        pause = 0.0
        while not self.is_over.wait(pause):
            start = time.thread_time()
            self.bytes = max(self.bytes, sum(map(_held, _processes(session))))
            pause = max(_SAMPLE, (time.thread_time() - start) / _SHARE)


def session_cpu(session: int) -> float:
    """The processor seconds that the living processes of a session have used, and those that they have waited for."""
    total = 0
    for pid in _processes(session):
        fields = _stat(pid)
        # utime, stime, and both of the children that were waited for: proc(5), counted from the state.
        total += sum(map(int, fields[11:15])) if fields else 0
    return total / os.sysconf("SC_CLK_TCK")


def end_session(session: int) -> None:
    """Ends all processes of a session."""
    for pid in _processes(session):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _adopt_orphans() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_ADOPT, 1, 0, 0, 0)


def _orphans_cpu(session: int, patience: float = 10) -> float:
    """Waits for what a session has left behind, for `patience` seconds and no longer, and counts what it has used."""
    cpu = 0.0
    end = time.monotonic() + patience
    while orphans := [pid for pid in _processes(session) if _parent(pid) == os.getpid()]:
        if time.monotonic() > end:
            end_session(session)
        for pid in orphans:
            with contextlib.suppress(ChildProcessError):
                ended, _, usage = os.wait4(pid, os.WNOHANG)
                cpu += usage.ru_utime + usage.ru_stime if ended else 0.0
        time.sleep(0.01)
    return cpu


def _processes(session: int) -> Iterator[int]:
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            fields = _stat(int(entry.name))
            if fields and int(fields[3]) == session:
                yield int(entry.name)


def _parent(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[1]) if fields else 0


def _stat(pid: int) -> list[str]:
    """What /proc tells of a process, from its state on; nothing where it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    # The program's name stands in brackets, and may hold brackets and blanks itself.
    return text.rpartition(")")[2].split()


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _end_of(log: Path, lines: int = 12) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
