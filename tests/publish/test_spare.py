"""The tree of the old site is what the next one is made of, whatever has become of it meanwhile."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ProblemsError
from generator.publish import staging
from generator.publish.publish import publish
from tests.publish.folders import Site, everything, files_of, lay, names, published

ONE: Site = {"index.html": b"<p>One", "a/kept.html": b"<p>Kept", "a/b/gone.html": b"<p>Gone", "style.css": b"p {}"}
TWO: Site = {"index.html": b"<p>Two", "a/kept.html": b"<p>Kept", "style.css": b"p {}"}
THREE: Site = {**TWO, "index.html": b"<p>Three"}


class Folder:
    """Where a site is published, with the tree of the one before."""

    def __init__(self, folder: Path) -> None:
        self.output = folder / "archive/output"
        self.spare = folder / "archive/.cache/site"
        self.spare.parent.mkdir(parents=True)

    def publish(self, site: Site) -> None:
        publish(files_of(site), self.output, spare=self.spare)
        assert published(self.output) == site
        assert names(self.output.parent) == [".cache", "output"]
        folders = {path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_dir()}
        assert {folder for folder in folders if not folder.startswith(".")} == {
            parent.as_posix() for path in site for parent in Path(path).parents if parent.name
        }


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that get a second name."""
    made: list[str] = []
    link = os.link

    def noted(standing: Any, name: Any) -> None:
        made.append(Path(name).name)
        link(standing, name)

    monkeypatch.setattr(os, "link", noted)
    return made


def test_only_what_differs_is_linked(folder: Folder, links: list[str]) -> None:
    folder.publish(ONE)
    assert not folder.spare.exists()
    folder.publish(TWO)
    assert sorted(links) == ["kept.html", "style.css"]
    assert everything(folder.spare) == ONE
    before = (folder.output / "a/kept.html").stat().st_ino
    links.clear()
    folder.publish(THREE)
    assert links == []
    assert (folder.output / "a/kept.html").stat().st_ino == before
    folder.publish({**THREE, "index.html": b"<p>Four", "a/new.html": b"<p>New"})
    folder.publish({**THREE, "index.html": b"<p>Five", "a/new.html": b"<p>New"})
    assert links == ["new.html"]


def test_no_tree_is_kept_of_a_large_site_most_of_which_is_new(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_FEW", 1)
    folder.publish(ONE)
    folder.publish(TWO)
    assert folder.spare.exists()
    folder.publish({**TWO, "index.html": b"<p>New", "style.css": b"a {}"})
    assert not folder.spare.exists()


PATHS = st.sampled_from(["a", "b", "a/a", "a/b", "a/b/c", "b/a/c", "c/c/c", "index.html"])


def _is_site(site: Site) -> bool:
    return not any(other.startswith(f"{path}/") for path in site for other in site)


SITES = st.dictionaries(PATHS, st.sampled_from([b"1", b"2", b"33"]), min_size=1).filter(_is_site)


@settings(max_examples=60, deadline=None)
@given(st.lists(SITES, max_size=6), st.lists(SITES, max_size=6))
def test_any_sites_after_each_other(sites: list[Site], strangers: list[Site]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place))
        for number, site in enumerate(sites):
            if number < len(strangers) and number % 2:
                # Somebody has put other files into the tree.
                shutil.rmtree(folder.spare, ignore_errors=True)
                lay(folder.spare, strangers[number])
            folder.publish(site)


def test_what_others_left_in_the_tree_comes_into_no_site(folder: Folder, tmp_path: Path) -> None:
    folder.publish(ONE)
    folder.publish(TWO)
    secret = tmp_path / "secret"
    lay(secret, {"file": b"secret"})
    (folder.spare / "a/kept.html").unlink()
    (folder.spare / "a/kept.html").symlink_to(secret / "file")
    (folder.spare / "linked").symlink_to(secret)
    lay(folder.spare, {"style.css.d/x": b"x", "deep/er/y": b"y", ".hidden": b"z"})
    folder.publish(THREE)
    assert everything(secret) == {"file": b"secret"}
    assert everything(folder.output) == THREE


def test_the_tree_may_be_a_file_a_link_or_gone(folder: Folder, tmp_path: Path) -> None:
    folder.publish(ONE)
    folder.spare.write_text("a file")
    folder.publish(TWO)
    shutil.rmtree(folder.spare)
    other = tmp_path / "other"
    lay(other, TWO)
    folder.spare.symlink_to(other)
    folder.publish(THREE)
    assert everything(other) == TWO
    shutil.rmtree(folder.spare)
    folder.publish(ONE)


def test_the_hosts_names_stay_with_the_site(folder: Folder) -> None:
    folder.publish(ONE)
    host = {".gitignore": b"*", ".git/HEAD": b"ref"}
    lay(folder.output, host)
    for site in (TWO, THREE, ONE):
        folder.publish(site)
        assert everything(folder.output) == {**site, **host}
        assert not [path for path in everything(folder.spare) if path.startswith(".")]


def test_a_tree_on_another_disk_is_of_no_use(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.publish(ONE)
    folder.publish(TWO)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if folder.spare in (self, target):
            raise OSError(18, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    folder.publish(THREE)
    assert not folder.spare.exists()


def test_no_tree_is_kept_where_files_cannot_have_two_names(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(standing: Any, name: Any) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refused)
    folder.publish(ONE)
    folder.publish(TWO)
    assert not folder.spare.exists()


def test_a_site_that_fails_leaves_the_old_one_and_no_tree(folder: Folder) -> None:
    folder.publish(ONE)
    folder.publish(TWO)
    with pytest.raises(ProblemsError):
        publish(files_of({**TWO, "index.html": b'<a href="none.html">'}), folder.output, spare=folder.spare)
    assert published(folder.output) == TWO
    folder.publish(THREE)
