"""The navigation shows in which part of the site a page is."""

from __future__ import annotations

from functools import cache

import pytest

from generator.config import Config
from generator.output_file import OutputFile
from tests.render.archives import a_site, an_archive, an_article
from tests.render.parsed import Parsed


@cache
def the_site(theme: str) -> dict[str, OutputFile]:
    articles = [
        an_article(f"Article {number}", people=("Ada Lane", f"Person {number}"), date=f"{1880 + number // 30}")
        for number in range(201)
    ]
    return a_site(an_archive(*articles, config=Config(title="T", per_page=50), related=False), theme=theme)


def marked(page: OutputFile) -> list[tuple[str, str]]:
    """The entries of the navigation that are marked, each with its mark."""
    parsed = Parsed(page)
    return [
        (link.text.strip(), link["aria-current"])
        for link in parsed.all("a")
        if "aria-current" in link.attributes and "nav" in link.inside and not link.text.strip().isdecimal()
    ]


@pytest.mark.parametrize("theme", ["reader", "plain", "broadsheet"])
@pytest.mark.parametrize(
    ("path", "entry", "mark"),
    [
        ("people/index.html", "People", "page"),
        ("people/page-2.html", "People", "true"),
        ("people/person-7.html", "People", "true"),
        ("timeline.html", "Timeline", "page"),
        ("timeline/1880.html", "Timeline", "true"),
        ("articles/index.html", "Articles", "page"),
        ("articles/page-3.html", "Articles", "true"),
        ("articles/article-5.html", "Articles", "true"),
        ("about.html", "About", "page"),
    ],
)
def test_the_section_of_a_page_is_marked(theme: str, path: str, entry: str, mark: str) -> None:
    assert marked(the_site(theme)[path]) == [(entry, mark)]


@pytest.mark.parametrize("theme", ["reader", "plain", "broadsheet"])
def test_a_page_of_no_section_marks_none(theme: str) -> None:
    assert marked(the_site(theme)["index.html"]) == []
    assert marked(the_site(theme)["licenses.html"]) == []


def test_without_a_stylesheet_the_mark_can_be_seen() -> None:
    page = Parsed(the_site("plain")["people/person-7.html"])
    (link,) = [link for link in page.all("a", aria_current="true") if link.text.strip() == "People"]
    assert "strong" in link.inside
