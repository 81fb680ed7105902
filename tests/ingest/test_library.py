"""Which article came from which source."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.library import read_library
from generator.problems import Problems

ARTICLE = "---\ntitle: A lamp\nsource:\n  file: {}\n  sha256: {}\n  imported: 2011-05-03\n---\nText.\n"


def put(root: Path, name: str, text: str) -> Path:
    path = root / "content" / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_an_empty_archive(tmp_path: Path) -> None:
    library = read_library(tmp_path, Problems())
    assert (library.by_source, library.slugs) == ({}, set())


@pytest.mark.parametrize("name", ["003_a.txt", "'it''s.txt'", '"b\\tc.txt"', "yes", "a b.txt"])
def test_names_are_read_as_yaml_has_them(name: str, tmp_path: Path) -> None:
    path = put(tmp_path, "one.md", ARTICLE.format(name, "0" * 64))
    wanted = {"'it''s.txt'": "it's.txt", '"b\\tc.txt"': "b\tc.txt"}.get(name, name)
    library = read_library(tmp_path, Problems())
    assert library.by_source == {wanted: path}
    assert str(library.imported[wanted]) == "2011-05-03"


def test_a_day_that_there_is_not_keeps_no_article_from_being_found(tmp_path: Path) -> None:
    path = put(tmp_path, "one.md", ARTICLE.format("a.txt", "0" * 64).replace("2011-05-03", "2011-02-30"))
    library = read_library(tmp_path, Problems())
    assert (library.by_source, library.imported) == ({"a.txt": path}, {})


def test_articles_are_found_by_their_source_wherever_they_are(tmp_path: Path) -> None:
    one = put(tmp_path, "One.md", ARTICLE.format("a.txt", "0" * 64))
    two = put(tmp_path, "sub/two.md", ARTICLE.format("sub/b c.txt", "0" * 64).replace("\n", "\r\n"))
    put(tmp_path, "by-hand.md", "---\ntitle: By hand\n---\n")
    put(tmp_path, "no-article.md", "Text.")
    put(tmp_path, "note.txt", "Text.")
    library = read_library(tmp_path, Problems())
    assert library.by_source == {"a.txt": one, "sub/b c.txt": two}
    assert {file: str(day) for file, day in library.imported.items()} == {
        "a.txt": "2011-05-03", "sub/b c.txt": "2011-05-03"
    }  # fmt: skip
    assert library.slugs == {"one", "two", "by-hand", "no-article"}


def test_the_first_of_two_copies_counts(tmp_path: Path) -> None:
    one = put(tmp_path, "a.md", ARTICLE.format("a.txt", "0" * 64))
    put(tmp_path, "b.md", ARTICLE.format("a.txt", "0" * 64))
    assert read_library(tmp_path, Problems()).by_source == {"a.txt": one}


@pytest.mark.parametrize("mistake", ["title: 'A lamp", "titel: A lamp", "title: A lamp\ndate: soon"])
@pytest.mark.parametrize("file", ["a.txt", "'a.txt'"])
def test_front_matter_with_a_mistake_still_names_the_source(tmp_path: Path, mistake: str, file: str) -> None:
    path = put(tmp_path, "a.md", ARTICLE.format(file, "0" * 64).replace("title: A lamp", mistake))
    assert read_library(tmp_path, Problems()).by_source == {"a.txt": path}


def test_an_article_that_cannot_be_read_is_told_and_its_name_is_taken(tmp_path: Path) -> None:
    (tmp_path / "content" / "articles" / "a.md").mkdir(parents=True)
    problems = Problems()
    assert read_library(tmp_path, problems).slugs == {"a"}
    assert [str(problem) for problem in problems] == ["content/articles/a.md: cannot be read: Is a directory"]


def test_articles_behind_a_link_to_a_folder_are_known(tmp_path: Path) -> None:
    put(tmp_path, "deep/a.md", ARTICLE.format("a.txt", "0" * 64))
    (tmp_path / "content/articles/deep").rename(tmp_path / "elsewhere")
    (tmp_path / "content/articles/deep").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "content/articles/dead.md").symlink_to(tmp_path / "nowhere.md")
    library = read_library(tmp_path, Problems())
    assert list(library.by_source) == ["a.txt"]
    assert library.slugs == {"a", "dead"}
