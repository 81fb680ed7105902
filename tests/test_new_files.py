from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.articles.front_matter import parse_front_matter, split_article
from generator.articles.read import read_article, read_page
from generator.config import Config, parse_config
from generator.errors import BackfileError
from generator.new_files import init_archive, new_article
from generator.problems import Problems

TITLES = ["no", "Papers: of a lamp", 'He said "no" # twice', "Бумаги 😀", "- a", "{a}", "%", "'", "\x7f", "007"]


@pytest.mark.parametrize("title", TITLES)
def test_a_new_archive_has_its_title_whatever_is_in_it(tmp_path: Path, title: str) -> None:
    init_archive(tmp_path / "new", title)
    problems = Problems()
    config = parse_config((tmp_path / "new/content/site.yaml").read_text(encoding="utf-8"), problems)
    assert len(problems) == 0
    assert config.title == title


def test_the_hints_in_a_new_archives_settings_are_settings_and_name_them_all(tmp_path: Path) -> None:
    init_archive(tmp_path, "t")
    text = (tmp_path / "content/site.yaml").read_text(encoding="utf-8")
    said = re.sub(r"^# (?=[a-z_]+: )", "", text, flags=re.MULTILINE)
    problems = Problems()
    config = parse_config(said, problems)
    assert [str(problem) for problem in problems] == []
    defaults = Config(title="")
    same = [name for name in Config.__struct_fields__ if getattr(config, name) == getattr(defaults, name)]
    assert same == ["language"]


def test_line_ends_in_a_title_become_blanks(tmp_path: Path) -> None:
    init_archive(tmp_path, " a\nb\x85c ")
    config = parse_config((tmp_path / "content/site.yaml").read_text(encoding="utf-8"), Problems())
    assert config.title == "a b c"


def test_a_new_archive_is_complete(tmp_path: Path) -> None:
    init_archive(tmp_path, "t")
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert made == {
        "content/site.yaml",
        "content/pages/about.md",
        "content/authorities/people.yaml",
        "content/sources/.gitattributes",
        "output/.gitignore",
        ".gitignore",
    }
    assert (tmp_path / "content/articles").is_dir()
    assert (tmp_path / "content/media").is_dir()
    assert (tmp_path / "content/sources/.gitattributes").read_text() == "* -text\n"
    problems = Problems()
    assert read_page("content/pages/about.md", (tmp_path / "content/pages/about.md").read_bytes(), problems)
    assert len(problems) == 0


def test_an_archive_is_not_made_where_one_is(tmp_path: Path) -> None:
    init_archive(tmp_path, "first")
    before = (tmp_path / "content/site.yaml").read_bytes()
    with pytest.raises(BackfileError, match="an archive already"):
        init_archive(tmp_path, "second")
    assert (tmp_path / "content/site.yaml").read_bytes() == before


def test_files_that_stand_there_are_left_alone(tmp_path: Path) -> None:
    about = tmp_path / "content/pages/about.md"
    about.parent.mkdir(parents=True)
    about.write_text("mine")
    init_archive(tmp_path, "t")
    assert about.read_text() == "mine"


@pytest.mark.parametrize("title", ["", "  ", "\n"])
def test_neither_an_archive_nor_an_article_goes_without_a_title(tmp_path: Path, title: str) -> None:
    with pytest.raises(BackfileError, match="needs a title"):
        init_archive(tmp_path / "new", title)
    with pytest.raises(BackfileError, match="needs a title"):
        new_article(tmp_path, title)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackfileError, match="file/new cannot be made an archive: "):
        init_archive(tmp_path / "file" / "new", "t")
    (tmp_path / "content").write_text("x")
    with pytest.raises(BackfileError, match="cannot be written: "):
        new_article(tmp_path, "t")


@pytest.mark.parametrize("title", TITLES)
def test_a_new_article_is_read_back_with_its_title(tmp_path: Path, title: str) -> None:
    path = new_article(tmp_path, title)
    problems = Problems()
    article = read_article(path.relative_to(tmp_path).as_posix(), path.read_bytes(), problems)
    assert article is not None, list(problems)
    assert article.meta.title == title
    assert article.text == "Text."


def test_a_new_article_takes_the_name_of_no_other(tmp_path: Path) -> None:
    older = tmp_path / "content/articles/2007/A-Title.md"
    older.parent.mkdir(parents=True)
    older.write_text("mine")
    second, third = new_article(tmp_path, "A title"), new_article(tmp_path, " A title! ")
    assert [second.name, third.name] == ["a-title-2.md", "a-title-3.md"]
    assert older.read_text() == "mine"
    parts = split_article(third.read_text())
    assert parts is not None
    parsed = parse_front_matter(parts.front_matter, "x", Problems())
    assert parsed is not None
    assert parsed[0].title == "A title!"
