from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.reading import inputs as inputs_module
from generator.reading.inputs import Inputs, digest_of, digest_of_all

LONG_AGO = 1_000_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/deep").mkdir(parents=True)
    for name in ("a.md", "b.txt", "deep/c.md", ".hidden.md", "deep/.hidden"):
        (tmp_path / "content" / name).write_text(name)
        os.utime(tmp_path / "content" / name, (LONG_AGO, LONG_AGO))
    return tmp_path


def read_paths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files whose bytes are read from now on."""
    names: list[str] = []

    def noted(path: Path) -> bytes:
        names.append(path.name)
        return path.read_bytes()

    monkeypatch.setattr(inputs_module, "read_bytes", noted)
    return names


def test_files_are_listed_by_folder_and_ending(root: Path) -> None:
    inputs = Inputs(root, {})
    assert [file.path for file in inputs.below("content")] == ["content/a.md", "content/b.txt", "content/deep/c.md"]
    assert [file.path for file in inputs.below("content", ".md")] == ["content/a.md", "content/deep/c.md"]
    assert [file.path for file in inputs.below("content/deep")] == ["content/deep/c.md"]
    assert inputs.below("content/dee") == []
    assert inputs.below("elsewhere") == []
    assert inputs.one("content/a.md") == inputs.below("content")[0]
    assert inputs.one("content/no.md") is None


def test_who_asks_for_one_file_is_not_given_all_beside_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = read_paths(monkeypatch)
    assert Inputs(root, {}).one("content/a.md")
    assert names == ["a.md"]


def test_a_digest_is_that_of_the_bytes(root: Path) -> None:
    inputs = Inputs(root, {})
    file = inputs.one("content/a.md")
    assert file is not None
    assert file.digest == digest_of(b"a.md")
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc")
    assert digest_of_all([file]) != digest_of_all([file, file])


def test_a_file_that_did_not_change_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The system's own time of the change is that of this test.
    monkeypatch.setattr(time, "time_ns", lambda: (int(time.time()) + 60) * 1_000_000_000)
    first = Inputs(root, {})
    first.below("content")
    names = read_paths(monkeypatch)
    second = Inputs(root, first.stamps)
    assert second.below("content") == first.below("content")
    assert names == []
    assert second.stamps == first.stamps


def test_a_file_that_was_just_written_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Inputs(root, {})
    first.below("content")
    names = read_paths(monkeypatch)
    Inputs(root, first.stamps).below("content")
    assert names == ["a.md", "b.txt", "c.md"]


@pytest.mark.parametrize("moment", [LONG_AGO, LONG_AGO - 1_000_000])
def test_a_change_is_noticed_whatever_the_clock_says(root: Path, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: (int(time.time()) + 60) * 1_000_000_000)
    first = Inputs(root, {})
    first.below("content")
    time.sleep(0.02)
    (root / "content/a.md").write_text("A.md")
    os.utime(root / "content/a.md", (moment, moment))
    file = Inputs(root, first.stamps).one("content/a.md")
    assert file is not None
    assert file.digest == digest_of(b"A.md")


def test_what_changed_since_the_listing_is_told(root: Path) -> None:
    inputs = Inputs(root, {})
    inputs.below("content")
    assert inputs.changed() == set()
    (root / "content/b.txt").unlink()
    (root / "content/new.md").write_text("new")
    (root / "content/a.md").write_text("longer than it was")
    assert inputs.changed() == {"content/a.md", "content/b.txt", "content/new.md"}


def test_a_change_behind_a_link_to_a_folder_is_noticed(root: Path) -> None:
    (root / "content/deep").rename(root / "elsewhere")
    (root / "content/deep").symlink_to(root / "elsewhere")
    first = Inputs(root, {})
    assert [file.path for file in first.below("content/deep")] == ["content/deep/c.md"]
    (root / "elsewhere/c.md").write_text("another text")
    assert first.changed() == {"content/deep/c.md"}
    assert Inputs(root, first.stamps).below("content/deep") != first.below("content/deep")


def test_links_that_lead_nowhere_are_told(root: Path) -> None:
    (root / "content/dead.md").symlink_to(root / "nowhere")
    inputs = Inputs(root, {})
    assert "content/dead.md" not in [file.path for file in inputs.below("content")]
    assert inputs.dead_links == ["content/dead.md"]
