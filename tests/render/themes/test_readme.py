"""The themes that themes/README.md shows are whole, and do what it says."""

from __future__ import annotations

import re
from functools import cache

from generator.output_file import OutputFile
from generator.render.themes.theme import load_theme
from tests.render.archives import THEMES, an_archive, an_article, render_site, theme_files
from tests.render.parsed import Parsed

README = (THEMES / "README.md").read_text(encoding="utf-8")
ARTICLES = [
    an_article("One", date="2001", people=("J. Doe",), author=("A. Writer", "B. Writer", "C. Writer")),
    an_article("Two", date="2003", people=("J. Doe",)),
]


def example(heading: str) -> dict[str, bytes]:
    """The files shown under a heading."""
    section = README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    shown = re.findall(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return {path: text.encode() for path, text in shown}


@cache
def site(heading: str) -> dict[str, OutputFile]:
    files = example(heading)
    theme = load_theme("mine", lambda name: files if name == "mine" else theme_files(name))
    return {file.path: file for file in render_site(an_archive(*ARTICLES), theme, ())}


def test_a_colour() -> None:
    sheet = next(file.data.decode() for path, file in site("A colour").items() if path.endswith(".css"))
    assert "--accent: #1d5c4d;" in sheet
    assert "--accent: #8fd0bd;" in sheet
    assert ":root {\n  --measure: 34em;\n}" in sheet


def test_a_block() -> None:
    page = Parsed(site("A block")["articles/one.html"])
    assert "Something to add to this article? Write to the archive." in page.texts("p")
    assert page.all("div", "after"), "what stood there stays"


def test_a_template() -> None:
    page = Parsed(site("A template")["people/j-doe.html"])
    assert page.texts("h1") == ["J. Doe"]
    assert not page.all("header", "masthead")
    article = Parsed(site("A template")["articles/one.html"])
    assert article.texts("p", "byline") == ["By A. Writer, B. Writer, C. Writer"]


def test_a_page() -> None:
    page = Parsed(site("A page")["newest.html"])
    assert page.texts("h1") == ["The newest"]
    assert page.texts("h2") == ["Two", "One"]
    assert "2001 by A. Writer, B. Writer and C. Writer" in page.texts("p")
    home = Parsed(site("A page")["index.html"])
    assert home.links()["The newest"] == "newest.html"


def test_every_file_that_it_names_is_there() -> None:
    for address in re.findall(r"\]\(([^)]+)\)", README):
        assert (THEMES / address).exists(), address


def test_every_block_that_it_names_is_there() -> None:
    rows = re.findall(r"^\| (`(?:base|article|home|term)\.html`.*?) \| (.*?) \|$", README, re.MULTILINE)
    assert len(rows) >= 4
    for name, blocks in rows:
        if not blocks.startswith("`"):
            continue
        text = (THEMES / "reader/templates" / name.split("`")[1]).read_text(encoding="utf-8")
        for block in re.findall(r"`(\w+)`", blocks):
            if not block.endswith("View"):
                assert f"{{% block {block} %}}" in text, (name, block)
