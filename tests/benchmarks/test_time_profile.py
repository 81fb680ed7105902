"""A profile, added up by the parts of a program."""

from __future__ import annotations

import cProfile
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.benchmarks.time_profile import profile_table, time_by_module


@pytest.fixture
def profiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of two modules, of which one leaves its work to Python's own, and the profile of a call of it."""
    package = tmp_path / "dawdling"
    (package / "far").mkdir(parents=True)
    (package / "near.py").write_text(
        "import json\nfrom dawdling.far.deep import dawdle\n\n\ndef run():\n    dawdle(3000)\n"
        "    for _ in range(60):\n        json.loads(json.dumps(list(range(5000))))\n",
        encoding="utf-8",
    )
    (package / "far" / "deep.py").write_text(
        "def dawdle(rounds):\n    for _ in range(rounds):\n        sum(i for i in range(10))\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    profile = cProfile.Profile()
    profile.runcall(import_module("dawdling.near").run)
    profile.dump_stats(tmp_path / "profile")
    for name in [name for name in sys.modules if name.partition(".")[0] == "dawdling"]:
        del sys.modules[name]
    return tmp_path


def test_a_librarys_time_is_that_of_who_called_it(profiled: Path) -> None:
    spent = time_by_module(profiled / "profile", profiled / "dawdling")
    assert set(spent) == {"near", "far/deep", "the start"}
    assert spent["near"] > 0.01
    assert spent["far/deep"] > 0
    # Of what was called by no part of the program there is nothing but the profiler's own end.
    assert spent["the start"] < 0.1 * spent["near"]


def test_the_table_has_each_folder_with_its_modules(profiled: Path) -> None:
    table = profile_table(profiled / "profile", profiled / "dawdling")
    lines = table.splitlines()
    assert lines[0] == "| part | of the time | most of it |"
    assert {line.split(" | ")[0].strip("| ") for line in lines[2:]} == {"files at the top", "far", "the start"}
    shares = [float(line.split(" | ")[1].removesuffix(" %")) for line in lines[2:]]
    assert sum(shares) == pytest.approx(100, abs=0.2)
    assert shares == sorted(shares, reverse=True)
