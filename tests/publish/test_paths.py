from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.paths import PathRegister, path_fault

PIECES = st.sampled_from(
    ["a", "A", "b", "é", "e\u0301", "ß", "SS", ".", "..", "", "/", "\\", ":", "\x00", "\n", "x" * 256, " "]
)
PATHS = st.lists(PIECES, max_size=8).map("".join)


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "articles/a.html",
        "articles/a/source.html",
        "media/Фото 1.jpg",
        "a/.well-known",
        "x" * 255,
        "ab:c/d",
    ],
)
def test_a_common_path_has_no_fault(path: str) -> None:
    assert path_fault(path) == ""


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("", "empty part"),
        ("a//b", "empty part"),
        ("a/", "empty part"),
        ("/etc/passwd", "absolute"),
        ("C:/x", "absolute"),
        ("c:x", "absolute"),
        ("../x", "`..`"),
        ("a/../../x", "`..`"),
        ("a/./b", "`..`"),
        ("a\\b", "backslash"),
        ("a\nb", "control character"),
        ("a\x00b", "control character"),
        ("a\x85b", "control character"),
        (".htaccess", "belong to the host"),
        (".git/config", "belong to the host"),
        ("a/" + "é" * 128, "longer than 255 bytes"),
        ("a\ud800", "Unicode"),
    ],
)
def test_a_bad_path_is_told(path: str, fault: str) -> None:
    assert fault in path_fault(path)


@given(PATHS)
def test_a_path_without_fault_stays_inside_and_is_its_own_plain_form(path: str) -> None:
    if not path_fault(path):
        assert os.path.normpath(path) == path
        assert not Path(path).is_absolute()
        assert path.split("/")[0] not in ("..", ".git")


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        ("a.html", "a.html", "written twice"),
        ("a.html", "A.html", "the same as a.html"),
        ("tags/é.html", "tags/e\u0301.html", "the same as tags/é.html"),
        ("tags/straße", "tags/STRASSE", "the same as tags/straße"),
        ("a/b", "a", "need it as their folder"),
        ("A/b/c", "a/B", "need it as their folder"),
        ("a", "a/b/c", "goes through a, which is a file"),
        ("A", "a/b", "goes through A, which is a file"),
    ],
)
def test_two_paths_that_cannot_stand_together(first: str, second: str, fault: str) -> None:
    register = PathRegister()
    assert register.take(first) == ""
    assert fault in register.take(second)
    assert register.paths == {first}


def test_neighbours_can_stand_together() -> None:
    register = PathRegister()
    for path in ("a/b", "a/c", "ab", "a.html", "a/b.html", "A/d"):
        assert register.take(path) == ""


@given(st.lists(PATHS, max_size=12))
def test_all_paths_that_were_taken_can_be_written_into_one_folder(paths: list[str]) -> None:
    register = PathRegister()
    taken = [path for path in paths if not register.take(path)]
    with tempfile.TemporaryDirectory() as name:
        for path in taken:
            Path(name, path).parent.mkdir(parents=True, exist_ok=True)
            Path(name, path).write_text(path)
        assert {path: Path(name, path).read_text() for path in taken} == {path: path for path in taken}
    assert len(taken) == len(register.paths)
