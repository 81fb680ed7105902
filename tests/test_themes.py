"""Each theme that comes with the program: it builds any archive, and every link in what it builds resolves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from generator.cli import main
from tests.browser.sample_site import REPOSITORY, THEMES, set_in
from tests.browser.themed_sites import themed_site
from tests.render.parsed import Parsed

ROOTS = ("file:///srv/site/", "https://example.com/", "https://example.com/some/where/")


def test_every_theme_in_the_repository_is_tried() -> None:
    assert sorted(path.parent.name for path in REPOSITORY.glob("themes/*/theme.yaml")) == sorted(THEMES)


@pytest.mark.parametrize("theme", THEMES)
def test_an_archive_without_articles_has_a_site(theme: str, tmp_path: Path) -> None:
    assert main(["init", str(tmp_path)]) == 0
    set_in(tmp_path / "content/site.yaml", {"theme": theme})
    assert main(["--root", str(tmp_path), "build"]) == 0
    home = Parsed((tmp_path / "output/index.html").read_text(encoding="utf-8"))
    assert len(home.all("h1")) == 1


@cache
def pages(theme: str) -> dict[str, Parsed]:
    site = themed_site(theme)
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): Parsed(file.read_text(encoding="utf-8")) for file in files}


def addresses(page: Parsed) -> Iterator[str]:
    for element in page.elements:
        for attribute in ("href", "src", "action"):
            if attribute in element.attributes:
                yield element[attribute]
        if element.attributes.get("http-equiv") == "refresh":
            yield element["content"].partition("url=")[2]


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_link_and_anchor_resolves_wherever_the_site_stands(theme: str, root: str) -> None:
    site = themed_site(theme)
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    anchors = {
        path: {element["id"] for element in page.elements if "id" in element.attributes}
        for path, page in pages(theme).items()
    }
    dead = []
    for path, page in pages(theme).items():
        for address in set(addresses(page)):
            target = urljoin(root + path, address)
            if not target.startswith(root):
                continue
            inside = unquote(urlsplit(target.removeprefix(root)).path) or path
            fragment = unquote(urlsplit(target).fragment)
            if inside not in files or (fragment and inside in anchors and fragment not in anchors[inside]):
                dead.append(f"{path}: {address}")
    assert dead == []


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_of_a_site_is_without_a_way_to_it(theme: str) -> None:
    linked = {
        urlsplit(urljoin(f"https://example.com/{path}", address)).path.removeprefix("/")
        for path, page in pages(theme).items()
        for address in addresses(page)
    }
    refreshed = {path for path, page in pages(theme).items() if page.all("meta", http_equiv="refresh")}
    assert set(pages(theme)) - set(map(unquote, linked)) - refreshed <= {"404.html"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_home_page_says_nothing_twice(theme: str) -> None:
    home = pages(theme)["index.html"]
    headings = [heading.text.strip() for heading in home.all("h2")]
    assert len(headings) > 2
    assert len(set(headings)) == len(headings)
    latest = {link["href"] for link in home.all("a") if link["href"].startswith("articles/")} - {"articles/index.html"}
    # Three that site.yaml chooses, and the six of the latest date, of which one is among them.
    assert len(latest) == 8


def test_plain_has_neither_style_nor_script_and_offers_other_ways_than_search() -> None:
    site = themed_site("plain")
    assert not [file for file in site.rglob("*") if file.suffix in (".css", ".js")]
    assert not (site / "search").exists()
    for path, page in pages("plain").items():
        assert not page.all("style"), path
        assert not page.all("form"), path
        assert not [link for link in page.all("link") if link["rel"] == "stylesheet"], path
        assert {script["type"] for script in page.all("script")} <= {"application/ld+json"}, path
    assert len([link for link in pages("plain")["search.html"].all("a") if "main" in link.inside]) > 5


def test_plain_says_in_words_what_a_stylesheet_would_draw() -> None:
    page = themed_site("plain") / "articles/the-radar-in-the-walnut-hills.html"
    text = " ".join(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")).split())
    assert "Tidewater Monthly · date unknown · English" in text
    assert "21 September 2009: After the radar (Ostrava Review)" in text
    assert "Copy" not in text


def test_an_archives_own_theme_extends_an_installed_one_and_tells_all_that_is_wrong_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path)]) == 0
    set_in(tmp_path / "content/site.yaml", {"theme": "mine"})
    own = tmp_path / "themes/mine"
    (own / "templates").mkdir(parents=True)
    (own / "theme.yaml").write_text("extends: reader\ntokens:\n  accent: teal\n", encoding="utf-8")
    assert main(["--root", str(tmp_path), "build"]) == 0
    (sheet,) = (tmp_path / "output/assets").glob("mine.*.css")
    assert "--accent: teal;" in sheet.read_text(encoding="utf-8")
    capsys.readouterr()

    (own / "theme.yaml").write_text("extends: reader\ntokens:\n  acent: teal\n", encoding="utf-8")
    (own / "templates/home.html").write_text('{% extends "reader/home.html" %}\n{% block heroo %}{% endblock %}\n')
    wrong = [
        "themes/mine/templates/home.html:2: nothing that this template extends has a block `heroo`",
        "    did you mean `hero`?",
        "themes/mine/theme.yaml:3: no stylesheet declares the token `acent`",
        "    did you mean `accent`?",
    ]
    for command in ("build", "check"):
        assert main(["--root", str(tmp_path), command]) == 1
        assert [line for line in capsys.readouterr().err.splitlines() if line in wrong] == wrong
    assert sheet.exists(), "the site that stood before still stands"
