from __future__ import annotations

from pathlib import Path

from generator.archive.values import Archive
from generator.articles.article import Article, Page
from generator.articles.front_matter import FrontMatter
from generator.building.origins import at_their_origin
from generator.config import Config
from generator.problems import Problem, Severity


def archive(root: Path, article: str = "", page: str = "") -> Archive:
    files = {"content/articles/a.md": article, "content/pages/about.md": page}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return Archive(
        config=Config(title="t"),
        articles=(Article("a", "content/articles/a.md", FrontMatter(title="A"), "", ""),),
        links={},
        terms_of={},
        terms={},
        pages=(Page("about", "content/pages/about.md", "About", "", ""),),
        sources={},
        wiki_targets={},
        aliases={},
    )


def moved(root: Path, archive: Archive, path: str, text: str) -> tuple[str, int]:
    problem = Problem(path, 0, Severity.ERROR, text, "hint")
    (found,) = at_their_origin([problem], root, archive)
    assert (found.text, found.hint, found.severity) == (text, "hint", Severity.ERROR)
    return found.path, found.line


def test_a_pages_problem_moves_to_the_line_that_has_the_address(tmp_path: Path) -> None:
    made = archive(tmp_path, "---\ntitle: A\n---\nWords.\n\n![a lamp](media/lamp.png)\n", "---\n\n[x](gone.html)\n")
    text = "the address ../media/lamp.png leads nowhere"
    assert moved(tmp_path, made, "articles/a.html", text) == ("content/articles/a.md", 6)
    assert moved(tmp_path, made, "about.html", "gone.html is not there") == ("content/pages/about.md", 3)


def test_addresses_are_compared_decoded(tmp_path: Path) -> None:
    made = archive(tmp_path, "a\n![x](<media/die große lampe.png>)\n", "[x](media/die%20lampe.png)\n")
    text = "media/die%20gro%C3%9Fe%20lampe.png leads nowhere"
    assert moved(tmp_path, made, "articles/a.html", text) == ("content/articles/a.md", 2)
    text = "media/die%20lampe.png leads nowhere"
    assert moved(tmp_path, made, "about.html", text) == ("content/pages/about.md", 1)


def test_a_fragments_own_name_is_looked_for(tmp_path: Path) -> None:
    made = archive(tmp_path, "[x](b.md#section-one)\n[y](b.md#section-two)\n")
    text = "b.html#section-two leads to no such place"
    assert moved(tmp_path, made, "articles/a.html", text) == ("content/articles/a.md", 2)


def test_what_no_file_has_written_stays_with_the_page(tmp_path: Path) -> None:
    made = archive(tmp_path, "nothing\n", "nothing\n")
    assert moved(tmp_path, made, "articles/a.html", "assets/style.css is not there") == ("articles/a.html", 0)
    assert moved(tmp_path, made, "articles/a.html", "no title") == ("articles/a.html", 0)
    assert moved(tmp_path, made, "index.html", "nothing.html is not there") == ("index.html", 0)


def test_a_file_that_is_not_utf_8_is_read_all_the_same(tmp_path: Path) -> None:
    made = archive(tmp_path)
    (tmp_path / "content/articles/a.md").write_bytes(b"\xff\n[x](gone.md)\n")
    assert moved(tmp_path, made, "articles/a.html", "../gone.md is not there") == ("content/articles/a.md", 2)
