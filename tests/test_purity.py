"""Stages turn values into values: nothing of the disk, the clock or chance may come into them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "generator"
PURE = ("articles", "archive", "render", "search")

IMPURE_MODULES = {
    *("os", "pathlib", "shutil", "tempfile", "glob", "fileinput", "io.open", "io.FileIO", "subprocess", "socket"),
    *("http", "urllib.request", "random", "secrets", "uuid.uuid1", "uuid.uuid4", "time"),
    *("importlib.resources", "importlib.metadata"),
}
IMPURE_CALLS = {"open", "Path", "input", "now", "utcnow", "today", "uuid1", "uuid4", "getenv"}

# search.scripts reads files that installed packages carry (our own client script and lunr.js), never the archive's.
EXCUSED = {"search/scripts.py": {"importlib.resources", "importlib.metadata", "pathlib", "Path"}}

MODULES = [path.relative_to(PACKAGE).as_posix() for part in PURE for path in sorted((PACKAGE / part).rglob("*.py"))]


def imports_of(tree: ast.AST) -> Iterator[str]:
    """The full name of everything imported, in functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls_in(tree: ast.AST) -> Iterator[str]:
    """The last name of everything called: `now` for `datetime.now()`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def impurities(text: str, module: str = "") -> list[str]:
    tree = ast.parse(text)
    excused = EXCUSED.get(module, set())
    impure = IMPURE_MODULES - excused
    found = {
        name for name in imports_of(tree) if any(name == other or name.startswith(other + ".") for other in impure)
    }
    return sorted(found | {f"{name}()" for name in calls_in(tree) if name in IMPURE_CALLS - excused})


def test_there_are_modules_to_look_at() -> None:
    assert {name.partition("/")[0] for name in MODULES} == set(PURE)
    assert set(EXCUSED) <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_a_stage_touches_neither_disk_nor_clock_nor_chance(module: str) -> None:
    assert impurities((PACKAGE / module).read_text(encoding="utf-8"), module) == []


@pytest.mark.parametrize(
    "text",
    [
        "import os",
        "import os.path",
        "from pathlib import Path",
        "def f():\n    from tempfile import mkdtemp",
        "import random as r",
        "from time import time",
        "from urllib import request",
        "from importlib.resources import files",
        "open('x')",
        "datetime.datetime.now()",
        "date.today()",
        "Path('x').read_text()",
    ],
)
def test_the_check_finds_what_is_impure(text: str) -> None:
    assert impurities(text) != []


def test_the_check_lets_values_be() -> None:
    assert impurities("import re\nfrom datetime import date\nfrom urllib.parse import quote\ndate(2007, 4, 23)") == []


def test_reading_packages_excuses_nothing_else() -> None:
    assert impurities("import os\nfrom pathlib import Path", "search/scripts.py") == ["os"]
