"""What can be imported is found, and what cannot is refused by name."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from generator.ingest.collect import SUFFIXES, collect, same_name, shown
from generator.problems import Problems, Severity


def files(root: Path, *paths: Path) -> tuple[list[str], list[str]]:
    """The names of what is taken, and what is told, as `severity path: text`."""
    problems = Problems()
    found = collect(paths, root, root / "content" / "sources", problems)
    return [incoming.file for incoming in found], [f"{problem.severity} {problem}" for problem in problems]


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def test_a_folders_own_folders_are_kept(tmp_path: Path) -> None:
    write(tmp_path / "in", "b.txt", "sub/a.txt", "sub/deep/c.TXT", ".hidden.txt", ".git/d.txt", "b.txt.ledger.json")
    assert files(tmp_path, tmp_path / "in") == (["b.txt", "sub/a.txt", "sub/deep/c.TXT"], [])


def test_a_file_is_taken_by_its_name(tmp_path: Path) -> None:
    write(tmp_path / "in", "sub/a.txt")
    assert files(tmp_path, tmp_path / "in" / "sub" / "a.txt") == (["a.txt"], [])


def test_another_ending_is_an_error_where_named_and_a_warning_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.pdf", "README")
    wanted = ", ".join(SUFFIXES)
    assert files(tmp_path, tmp_path / "in" / "a.pdf")[1] == [
        f"error in/a.pdf: not imported: its ending is .pdf, one of {wanted} is wanted"
    ]
    assert files(tmp_path, tmp_path / "in")[1] == [
        f"warning in/README: not imported: it has no ending, one of {wanted} is wanted",
        f"warning in/a.pdf: not imported: its ending is .pdf, one of {wanted} is wanted",
    ]


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    assert files(tmp_path, tmp_path / "a.txt", tmp_path / "nowhere.txt", tmp_path / ("x" * 300 + ".txt"))[1] == [
        "error a.txt: there is no such file or folder",
        "error nowhere.txt: a link that leads nowhere",
        f"error {'x' * 300}.txt: cannot be read: File name too long",
    ]


def test_links(tmp_path: Path) -> None:
    write(tmp_path, "out.txt", "in/a.txt", "in/sub/b.txt", "other/c.txt")
    inside = tmp_path / "in"
    (inside / "out.txt").symlink_to(tmp_path / "out.txt")
    (inside / "same.txt").symlink_to(inside / "a.txt")
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    (inside / "folder").symlink_to(tmp_path / "other")
    names, told = files(tmp_path, inside)
    assert names == ["a.txt", "same.txt", "sub/b.txt"]
    assert told == [
        "warning in/folder: a link to a folder is not followed",
        "error in/loop.txt: a link that leads nowhere",
        "error in/out.txt: a link that leads out of the folder is not followed",
    ]


def test_a_pipe_and_a_socket_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "in" / "socket.txt"))
        assert files(tmp_path, tmp_path / "in") == (
            [],
            ["error in/pipe.txt: not a regular file", "error in/socket.txt: not a regular file"],
        )
        assert files(tmp_path, tmp_path / "in" / "pipe.txt")[1] == ["error in/pipe.txt: not a regular file"]


def test_names_that_not_every_system_can_have(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)  # noqa: PTH102 - a name in bytes
    usual = (b"fine.txt", b"100%.txt")
    for name in (
        *usual,
        b"caf\xe9.txt",
        b"a:b.txt",
        b"index.php?id=7#top.txt",
        b"line\nend.txt",
        "я".encode() * 120 + b".txt",
        b"\xff.pdf",
    ):
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(b"text")
    names, told = files(tmp_path, tmp_path / "in")
    assert sorted(names) == sorted(
        ["a%3Ab.txt", "caf%E9.txt", "fine.txt", "index.php%3Fid=7#top.txt", "line%0Aend.txt", "100%.txt"]
    )
    assert len(told) == 2
    assert sum("the file's name is too long for its ledger's" in text for text in told) == 1
    assert all(text.encode() for text in told), "every message can be written as UTF-8"


def test_a_source_of_the_archive_keeps_its_name_or_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "content/sources", "a?b.txt", "c.txt")
    write(tmp_path, "in/a?b.txt", "in/a%3Fb.txt")
    names, told = files(tmp_path, tmp_path / "content/sources")
    assert names == ["c.txt"]
    assert [text.rpartition(": ")[2] for text in told] == [
        "the file's name has a character that not every system allows"
    ]
    assert files(tmp_path, tmp_path / "in") == (
        ["a%3Fb.txt"],
        ["error in/a?b.txt: would have the same name as in/a%3Fb.txt"],
    )


def test_a_file_and_a_folder_without_the_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, who can read everything.
    write(tmp_path / "in", "a.txt", "b.txt", "locked/c.txt")
    access, scandir = os.access, os.scandir

    def no_access(path: Path, mode: int) -> bool:
        return path.name != "a.txt" and access(path, mode)

    def no_scandir(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "access", no_access)
    monkeypatch.setattr(os, "scandir", no_scandir)
    assert files(tmp_path, tmp_path / "in") == (
        ["b.txt"],
        ["error in/a.txt: this file cannot be read", "error in/locked: this folder cannot be read: Permission denied"],
    )


def test_two_files_that_would_have_one_name(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt", "two/A.txt", "one/caf\u00e9.txt", "two/cafe\u0301.txt")
    names, told = files(tmp_path, tmp_path / "one", tmp_path / "two")
    assert names == ["a.txt", "caf\u00e9.txt"]
    assert told == [
        "error two/A.txt: would have the same name as one/a.txt",
        "error two/cafe\u0301.txt: would have the same name as one/caf\u00e9.txt",
    ]


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    assert files(tmp_path, tmp_path / "in", tmp_path / "in" / "a.txt") == (["a.txt"], [])


def test_what_lies_among_the_sources_keeps_its_name(tmp_path: Path) -> None:
    sources = tmp_path / "content" / "sources"
    write(sources, "weeklies/a.txt")
    assert files(tmp_path, sources / "weeklies" / "a.txt") == (["weeklies/a.txt"], [])
    assert files(tmp_path, sources / "weeklies") == (["weeklies/a.txt"], [])


def test_the_archive_is_not_imported_into_itself(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "content/sources/b.txt", "content/pages/c.txt", "output/robots.txt", "themes/x/d.txt")
    assert files(tmp_path, tmp_path) == (["a.txt"], [])


def test_names_that_some_systems_cannot_tell_apart() -> None:
    assert same_name("Caf\u00e9.txt") == same_name("cafe\u0301.TXT")
    assert same_name("a.txt") != same_name("b.txt")


def test_a_path_in_a_message(tmp_path: Path) -> None:
    assert shown(tmp_path / "a" / "b.txt", tmp_path) == "a/b.txt"
    assert shown(Path("a/b.txt"), tmp_path) == "a/b.txt"
    assert "udce9" in shown(Path(os.fsdecode(b"caf\xe9")))


def test_severities(tmp_path: Path) -> None:
    problems = Problems()
    collect([tmp_path / "gone"], tmp_path, tmp_path / "content" / "sources", problems)
    assert [problem.severity for problem in problems] == [Severity.ERROR]


def test_pages_are_taken(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.html", "b.HTM", "c.xhtml")
    names, problems = files(tmp_path, tmp_path / "in")
    assert names == ["a.html", "b.HTM"]
    assert [problem.partition(",")[0] for problem in problems] == [
        "warning in/c.xhtml: not imported: its ending is .xhtml"
    ]


def test_an_archives_own_articles_and_site_are_none_of_its_sources(tmp_path: Path) -> None:
    write(tmp_path, "content/articles/sub/a.md", "output/a.html", "content/sources/b.txt", "content/new/c.txt")
    write(tmp_path, "content/pages/d.md")
    articles, output = tmp_path / "content/articles", tmp_path / "output"
    taken, told = files(tmp_path, articles, articles / "sub/a.md", output, output / "a.html")
    assert taken == []
    assert told == [
        "error content/articles: not imported: what lies in content/articles/ is of this archive itself",
        "error content/articles/sub/a.md: not imported: what lies in content/articles/ is of this archive itself",
        "error output: not imported: what lies in output/ is of this archive itself",
        "error output/a.html: not imported: what lies in output/ is of this archive itself",
    ]
    assert files(tmp_path, tmp_path / "content") == (["new/c.txt"], [])
    assert files(tmp_path / "other", articles) == (["sub/a.md"], [])
