"""A file is written wholly or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.ingest.atomic_write import write_atomically


def test_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "file.md", b"text")
    assert (tmp_path / "a" / "b" / "file.md").read_bytes() == b"text"
    assert list((tmp_path / "a" / "b").iterdir()) == [tmp_path / "a" / "b" / "file.md"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "file.md").write_bytes(b"old")
    write_atomically(tmp_path / "file.md", b"new")
    assert (tmp_path / "file.md").read_bytes() == b"new"


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "file.md"
    path.write_bytes(b"same")
    os.utime(path, (1, 1))
    write_atomically(path, b"same")
    assert path.stat().st_mtime == 1


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file.md").write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(tmp_path / "file.md", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file.md", b"old")]


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("я" * 127)
    write_atomically(path, b"text")
    assert path.read_bytes() == b"text"
