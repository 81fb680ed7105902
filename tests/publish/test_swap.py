from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publish import swap as swapping
from generator.publish.swap import place_of, repair, swap
from tests.publish.folders import everything, lay, names

HOST = {".gitignore": b"*", ".git/HEAD": b"ref"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def test_the_names_beside_the_site(output: Path) -> None:
    place = place_of(output)
    assert (place.site, place.new.name, place.old.name) == (output, ".output.new", ".output.old")
    assert place.new.parent == place.old.parent == output.parent


@pytest.mark.parametrize("exchange", [True, False])
def test_the_new_folder_takes_the_place_of_the_old(
    output: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    lay(output, {"old": b"1", **HOST})
    lay(place_of(output).new, {"new": b"2"})
    swap(place_of(output))
    assert everything(output.parent) == {f"output/{path}": data for path, data in {"new": b"2", **HOST}.items()}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges")
def test_linux_exchanges_in_one_step(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(place: object) -> None:
        raise AssertionError("two renames were used")

    monkeypatch.setattr(swapping, "_rename_both", refuse)
    lay(output, {"old": b"1"})
    lay(place_of(output).new, {"new": b"2"})
    swap(place_of(output))
    assert everything(output) == {"new": b"2"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges")
@pytest.mark.parametrize(("code", "refused"), [(errno.EINVAL, True), (errno.ENOSYS, True), (errno.EBUSY, False)])
def test_a_system_that_cannot_exchange_is_told_from_an_error(
    output: Path, code: int, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Library:
        @staticmethod
        def renameat2(*_: object) -> int:
            ctypes.set_errno(code)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library)
    lay(output, {"old": b"1"})
    lay(place_of(output).new, {"new": b"2"})
    if refused:
        swap(place_of(output))
        assert everything(output.parent) == {"output/new": b"2"}
    else:
        with pytest.raises(OSError, match=os.strerror(code)):
            swap(place_of(output))
        assert everything(output) == {"old": b"1"}


def test_where_the_second_rename_fails_the_first_is_undone(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == ".output.new":
            raise PermissionError(errno.EACCES, "another program has it open")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    lay(output, {"old": b"1"})
    lay(place_of(output).new, {"new": b"2"})
    with pytest.raises(PermissionError):
        swap(place_of(output))
    assert everything(output) == {"old": b"1"}
    assert not place_of(output).old.exists()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({}, {}),
        ({"output/a": b"1"}, {"output/a": b"1"}),
        # Killed while the new site was written, with the host's files linked or not.
        ({"output/a": b"1", ".output.new/a": b"2"}, {"output/a": b"1"}),
        (
            {"output/a": b"1", "output/.gitignore": b"*", ".output.new/.gitignore": b"*"},
            {"output/a": b"1", "output/.gitignore": b"*"},
        ),
        # Killed while the first site was written.
        ({".output.new/a": b"2"}, {}),
        # Killed after the exchange.
        ({"output/a": b"2", ".output.new/.git/HEAD": b"ref"}, {"output/a": b"2", "output/.git/HEAD": b"ref"}),
        # Killed after the first of two renames, and after the second.
        ({".output.old/a": b"1", ".output.new/a": b"2"}, {"output/a": b"1"}),
        (
            {"output/a": b"2", ".output.old/a": b"1", ".output.old/.git/HEAD": b"ref"},
            {"output/a": b"2", "output/.git/HEAD": b"ref"},
        ),
        # The same, and then somebody deleted the site.
        ({".output.new/.git/HEAD": b"ref", ".output.new/a": b"1"}, {"output/.git/HEAD": b"ref"}),
        # The host wrote its file anew in the meantime.
        ({"output/.gitignore": b"2", ".output.new/.gitignore": b"1"}, {"output/.gitignore": b"2"}),
    ],
)
def test_what_a_killed_publishing_left_is_put_right(
    output: Path, left: dict[str, bytes], right: dict[str, bytes]
) -> None:
    lay(output.parent, left)
    repair(output)
    assert everything(output.parent) == right
    assert set(names(output.parent)) <= {"output"}
    repair(output)
    assert everything(output.parent) == right


def test_a_folder_of_the_host_that_is_there_twice_is_never_deleted(output: Path) -> None:
    left = {"output/.git/HEAD": b"2", ".output.new/.git/HEAD": b"1"}
    lay(output.parent, left)
    with pytest.raises(PublishError, match="is also in") as raised:
        repair(output)
    assert "delete the other" in raised.value.hint
    assert everything(output.parent) == left


def test_a_leftover_whose_folders_were_made_read_only_goes(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(output.parent, {"output/a": b"1", ".output.new/people/a": b"2"})
    guarded = place_of(output).new / "people"
    guarded.chmod(0o555)
    remove = shutil.rmtree

    def refused(folder: Path) -> None:
        # As the system does to everybody but root, who may run this test.
        if not guarded.stat().st_mode & 0o200:
            raise PermissionError(13, "Permission denied", "people")
        remove(folder)

    monkeypatch.setattr(shutil, "rmtree", refused)
    repair(output)
    assert everything(output.parent) == {"output/a": b"1"}


def test_a_link_in_the_place_of_a_leftover_is_removed_and_not_what_it_leads_to(output: Path, tmp_path: Path) -> None:
    lay(tmp_path / "mine", {"a": b"1", ".b": b"2"})
    place_of(output).new.symlink_to(tmp_path / "mine")
    repair(output)
    assert everything(tmp_path) == {"mine/a": b"1", "mine/.b": b"2"}
