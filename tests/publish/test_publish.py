from __future__ import annotations

import builtins
import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ProblemsError, PublishError
from generator.output_file import OutputFile
from generator.problems import Severity
from generator.publish.publish import Published, check, publish
from tests.publish.folders import Site, everything, files_of, lay, names, published, times

OLD: Site = {
    "index.html": b'<a href="a/old.html">old</a><a href="a/both.html">both</a>',
    "a/old.html": b"<p>Old.",
    "a/both.html": b"<p>Both.",
    "style.css": b"p {}",
}
NEW: Site = {
    "index.html": b'<a href="a/new.html">new</a><a href="a/both.html">both</a>',
    "a/new.html": b"<p>New.",
    "a/both.html": b"<p>Both.",
    "style.css": b"p {}",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where the old site stands, with its files' times in the past, among the host's names."""
    folder = tmp_path / "archive" / "output"
    lay(folder, {**OLD, ".gitignore": b"*", ".git/HEAD": b"ref", ".well-known/security.txt": b"Contact:"})
    for number, path in enumerate(everything(folder)):
        os.utime(folder / path, ns=(10**18, 10**18 + number))
    return folder


def assert_old(output: Path) -> None:
    assert published(output) == OLD
    assert (output / ".git/HEAD").read_bytes() == b"ref"
    assert names(output.parent) == ["output"]


def test_the_first_site_is_written(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "output"
    done = publish(iter(files_of(NEW)), output)
    assert done == Published(files=4, new=4, unchanged=0, removed=0, bytes=sum(map(len, NEW.values())))
    assert everything(output) == NEW
    assert names(output.parent) == ["output"]


def test_the_new_site_takes_the_place_of_the_old(output: Path) -> None:
    before = times(output)
    kept = (output / "style.css").stat().st_ino
    done = publish(files_of(NEW), output)
    assert done == Published(files=4, new=2, unchanged=2, removed=1, bytes=sum(map(len, NEW.values())))
    assert published(output) == NEW
    after = times(output)
    for path in ("a/both.html", "style.css", ".gitignore", ".git/HEAD", ".well-known/security.txt"):
        assert after[path] == before[path]
    assert after["index.html"] != before["index.html"]
    assert (output / "style.css").stat().st_ino == kept
    assert names(output.parent) == ["output"]


def test_an_unchanged_site_is_not_touched(output: Path) -> None:
    before = output.stat(), times(output)
    done = publish(reversed(files_of(OLD)), output)
    assert (done.files, done.new, done.unchanged, done.removed) == (4, 0, 4, 0)
    assert (output.stat(), times(output)) == before


def test_files_that_are_not_of_the_site_go(output: Path) -> None:
    lay(output, {"notes/x.txt": b"x"})
    (output / "link").symlink_to("/etc")
    done = publish(files_of(OLD), output)
    assert (done.new, done.unchanged, done.removed) == (0, 4, 2)
    assert_old(output)


def test_no_files_at_all_make_an_empty_site(output: Path) -> None:
    assert publish([], output).removed == len(OLD)
    assert published(output) == {}
    assert (output / ".gitignore").read_bytes() == b"*"


def test_a_hand_edit_in_the_site_is_undone_and_does_not_spread(output: Path) -> None:
    publish(files_of(NEW), output)
    (output / "style.css").write_bytes(b"p{ }")
    assert publish(files_of(NEW), output).new == 1
    assert published(output) == NEW


def test_a_link_in_the_place_of_a_file_is_not_followed(output: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.css"
    other.write_bytes(OLD["style.css"])
    (output / "style.css").unlink()
    (output / "style.css").symlink_to(other)
    assert publish(files_of(OLD), output).new == 1
    assert not (output / "style.css").is_symlink()
    assert other.read_bytes() == OLD["style.css"]


def test_output_may_be_a_link_to_a_folder_elsewhere(output: Path, tmp_path: Path) -> None:
    link = tmp_path / "linked" / "output"
    link.parent.mkdir()
    link.symlink_to(output)
    publish(files_of(NEW), link)
    assert link.is_symlink()
    assert published(output) == NEW
    assert names(link.parent) == ["output"]


def test_the_folder_keeps_its_mode(output: Path) -> None:
    output.chmod(0o2775)
    publish(files_of(NEW), output)
    assert output.stat().st_mode & 0o7777 == 0o2775


def test_all_problems_are_told_at_once_and_nothing_is_published(output: Path) -> None:
    files = [
        *files_of(NEW),
        OutputFile("index.html", b"again"),
        OutputFile("../outside.html", b"x"),
        OutputFile("a/new.html/x", b"x"),
        OutputFile("bad\n.html", b"x"),
        OutputFile("a/page.html", b'<a href="gone.html">gone</a>'),
    ]
    with pytest.raises(ProblemsError) as raised:
        publish(files, output)
    assert [str(problem) for problem in raised.value.problems] == [
        "../outside.html: the path has a part that is `.` or `..`, so it can lead out of the site",
        "a/new.html/x: the path goes through a/new.html, which is a file",
        "a/page.html: a link leads to a/gone.html, which is no file of the site",
        "bad\\n.html: the path has a control character",
        "index.html: the file is written twice",
    ]
    assert {problem.severity for problem in raised.value.problems} == {Severity.ERROR}
    assert all(problem.hint for problem in raised.value.problems)
    assert_old(output)
    assert not (output.parent / "outside.html").exists()
    assert check(files) == raised.value.problems


def test_checking_alone_writes_nothing(output: Path) -> None:
    assert check(iter(files_of(NEW))) == ()
    assert_old(output)


def test_a_fault_of_the_one_who_makes_the_files_leaves_the_old_site(output: Path) -> None:
    def files() -> Iterator[OutputFile]:
        yield OutputFile("index.html", b"new")
        raise OSError(errno.ENOSPC, "not the publisher's")

    with pytest.raises(OSError, match="not the publisher's"):
        publish(files(), output)
    assert_old(output)


@pytest.mark.parametrize(
    ("code", "message"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "cannot be written"), (errno.EIO, "cannot be")]
)
def test_a_disk_that_does_not_take_the_files(
    output: Path, monkeypatch: pytest.MonkeyPatch, code: int, message: str
) -> None:
    def failing(name: str, mode: str) -> Any:
        if name.endswith("a/new.html"):
            raise OSError(code, os.strerror(code), name)
        return builtins.open(name, mode)  # noqa: PTH123

    monkeypatch.setattr("generator.publish.staging.open", failing, raising=False)
    with pytest.raises(PublishError, match=message) as raised:
        publish(files_of({**NEW, "a/earlier.html": b"x"}), output)
    assert "a/new.html" in str(raised.value)
    assert "still stands" in raised.value.hint
    assert_old(output)


def test_a_disk_without_hard_links(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links")

    monkeypatch.setattr(os, "link", refuse)
    before = times(output)
    assert publish(files_of(NEW), output).unchanged == 2
    assert published(output) == NEW
    after = times(output)
    for path in ("a/both.html", "style.css", ".gitignore", ".git/HEAD"):
        assert after[path] == before[path]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    with pytest.raises(PublishError, match="is a file"):
        publish(files_of(NEW), tmp_path / "output")
    assert everything(tmp_path) == {"output": b"mine"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(output: Path) -> None:
    output.parent.chmod(0o555)
    try:
        with pytest.raises(PublishError, match="cannot be written") as raised:
            publish(files_of(NEW), output)
    finally:
        output.parent.chmod(0o755)
    assert "right to write" in raised.value.hint
    assert_old(output)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """The folder of a file system of 256 KiB, where the system lets us mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=256k", "backfile-test", folder], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"cannot mount: {error}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    output = small_disk / "output"
    publish(files_of(OLD), output)
    with pytest.raises(PublishError, match="The disk is full") as raised:
        publish(files_of({**NEW, "large.bin": bytes(400_000)}), output)
    assert "Free some space" in raised.value.hint
    assert everything(small_disk) == {f"output/{path}": data for path, data in OLD.items()}
    publish(files_of(NEW), output)
    assert everything(output) == NEW


def test_a_disk_that_is_mounted_on_the_output_folder(small_disk: Path) -> None:
    lay(small_disk, OLD)
    with pytest.raises(PublishError, match="cannot be replaced") as raised:
        publish(files_of(NEW), small_disk)
    assert "mounted" in raised.value.hint
    assert everything(small_disk) == OLD
    assert names(small_disk.parent) == ["disk"]
