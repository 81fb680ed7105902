"""Whole small archives: good ones against the sites they must give, bad ones against the words they must get.

`UPDATE_EXPECTED=1 pytest tests/test_sites.py` writes what is expected anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.cli import main

SITES = Path(__file__).parent / "sites"
GOOD = sorted(path.name for path in (SITES / "good").iterdir())
BAD = sorted(path.name for path in (SITES / "bad").iterdir())
READ_BY_PEOPLE = (".html", ".atom", ".xml", ".txt", ".svg")
EXPORTS = "exports/"
"""Files with those endings, and in that folder, are compared byte for byte."""
UPDATE = os.environ.get("UPDATE_EXPECTED") == "1"


@pytest.mark.parametrize("name", GOOD)
def test_a_good_archive_gives_the_expected_site(name: str, tmp_path: Path) -> None:
    root = _copy(SITES / "good" / name, tmp_path)
    assert main(["--root", str(root), "build"]) == 0
    made = _files(root / "output")
    pages = {path: data for path, data in made.items() if path.endswith(READ_BY_PEOPLE) or path.startswith(EXPORTS)}
    files = "".join(f"{path}\n" for path in sorted(made))
    expected = SITES / "good" / name / "expected"
    if UPDATE:
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in pages.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
        (expected.parent / "files.txt").write_text(files, encoding="utf-8")
    # What is not compared by its bytes has their hash in its name, so the list tells a change in it too.
    assert files == (expected.parent / "files.txt").read_text(encoding="utf-8")
    wanted = _files(expected)
    assert sorted(pages) == sorted(wanted)
    for path in pages:
        assert pages[path] == wanted[path], f"{path} differs from tests/sites/good/{name}/expected/{path}"


@pytest.mark.parametrize("name", GOOD)
def test_the_same_archive_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    sites = []
    for folder in ("one", "two"):
        root = _copy(SITES / "good" / name, tmp_path / folder)
        assert main(["--root", str(root), "build"]) == 0
        sites.append(_files(root / "output"))
    assert sites[0] == sites[1]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_archive_is_told_all_that_is_wrong_and_its_old_site_stands(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _copy(SITES / "bad" / name, tmp_path)
    old = root / "output" / "index.html"
    old.parent.mkdir()
    old.write_text("the old site")
    status = main(["--root", str(root), "build"])
    told = capsys.readouterr().err
    expected = SITES / "bad" / name / "expected.txt"
    if UPDATE:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert status == 1
    assert _files(root / "output") == {"index.html": b"the old site"}


def test_every_bad_archive_is_wrong_in_a_way_of_its_own() -> None:
    told = [(SITES / "bad" / name / "expected.txt").read_text(encoding="utf-8") for name in BAD]
    assert all(told)
    assert len(set(told)) == len(told)


def _copy(site: Path, to: Path) -> Path:
    for folder in ("content", "themes"):
        if (site / folder).is_dir():
            shutil.copytree(site / folder, to / folder)
    return to


def _files(folder: Path) -> dict[str, bytes]:
    """The files below a folder by path."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
