from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.folder import InputFile, entries, find_archive, read_bytes, read_files, theme_folder


def write(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def names(root: Path, folder: str, ending: str = "") -> list[str]:
    return [file.path for file in read_files(root, folder, ending)]


def test_the_nearest_archive_is_found_from_within(tmp_path: Path) -> None:
    write(tmp_path / "content/site.yaml")
    write(tmp_path / "inner/content/site.yaml")
    (tmp_path / "content/articles").mkdir()
    assert find_archive(tmp_path / "content/articles") == tmp_path
    assert find_archive(tmp_path) == tmp_path
    assert find_archive(tmp_path / "inner/content") == tmp_path / "inner"


def test_no_archive_is_told_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "content/site.yaml").mkdir(parents=True)
    with pytest.raises(BackfileError, match="no archive here") as raised:
        find_archive(tmp_path)
    assert "content/site.yaml" in raised.value.hint


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a.md", "a-b.md", "C.md", "a/b/c.md"):
        write(tmp_path / "content" / name, name)
    found = list(read_files(tmp_path, "content"))
    assert [file.path for file in found] == sorted(f"content/{n}" for n in os_names(tmp_path / "content"))
    assert found[0] == InputFile("content/C.md", b"C.md")
    assert len(found) == 6


def os_names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def test_hidden_files_and_other_endings_are_left_out(tmp_path: Path) -> None:
    for name in ("a.md", "a.txt", ".b.md", ".git/c.md", "d/.e/f.md", "d/g.md", "md"):
        write(tmp_path / "content" / name)
    (tmp_path / "content/h.md").mkdir()
    assert names(tmp_path, "content", ".md") == ["content/a.md", "content/d/g.md"]
    assert "content/md" in names(tmp_path, "content")


def test_a_hidden_folder_above_the_archive_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path / ".cache/archive/content/a.md")
    assert names(tmp_path / ".cache/archive", "content") == ["content/a.md"]


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert names(tmp_path, "content") == []


def test_links_to_folders_are_followed_and_each_file_is_given_once_for_a_way_to_it(tmp_path: Path) -> None:
    write(tmp_path / "outside/a.md")
    write(tmp_path / "content/deep/b.md")
    for link, target in (("loop", "content"), ("deep/up", "content/deep"), ("out", "outside"), ("dead.md", "nowhere")):
        (tmp_path / "content" / link).symlink_to(tmp_path / target)
    (tmp_path / "outside/back").symlink_to(tmp_path / "content")
    assert names(tmp_path, "content") == ["content/deep/b.md", "content/out/a.md"]
    assert ("content/dead.md", None) in list(entries(tmp_path, "content"))


def test_a_file_that_goes_while_its_folder_is_read_takes_no_other_with_it(tmp_path: Path) -> None:
    for name in "abcd":
        write(tmp_path / f"content/{name}.md")
    found = entries(tmp_path, "content")
    first, _ = next(found)
    for name in "abcd":
        if first != f"content/{name}.md":
            break
    (tmp_path / f"content/{name}.md").unlink()
    assert len([path for path, _ in found]) == 2


def test_a_file_that_goes_before_it_is_read_is_none(tmp_path: Path) -> None:
    for name in "ab":
        write(tmp_path / f"content/{name}.md")
    found = read_files(tmp_path, "content")
    assert next(found).path == "content/a.md"
    (tmp_path / "content/b.md").unlink()
    assert list(found) == []


def test_a_folder_that_cannot_be_read_does_not_pass_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "content/a.md")
    write(tmp_path / "content/shut/b.md")
    scandir = os.scandir

    def refusing(path: str) -> object:
        # Whoever runs the tests may be allowed to read everything, whatever a folder's mode says.
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(BackfileError, match="shut cannot be read: Permission denied"):
        names(tmp_path, "content")


def test_bytes_are_given_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\r\n\0\xff")
    assert read_bytes(tmp_path / "a") == b"\r\n\0\xff"
    assert read_bytes(tmp_path / "b") is None


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(BackfileError, match="cannot be read: ") as raised:
        read_bytes(tmp_path)
    assert raised.value.hint


def test_an_archives_own_theme_goes_before_the_installed_one(tmp_path: Path) -> None:
    installed = theme_folder(tmp_path, "reader")
    assert installed is not None
    assert (installed / "theme.yaml").is_file()
    assert not installed.is_relative_to(tmp_path)
    (tmp_path / "themes/reader").mkdir(parents=True)
    assert theme_folder(tmp_path, "reader") == installed, "a folder without theme.yaml is no theme"
    write(tmp_path / "themes/reader/theme.yaml")
    assert theme_folder(tmp_path, "reader") == tmp_path / "themes/reader"
    assert theme_folder(tmp_path, "no-such-theme") is None
