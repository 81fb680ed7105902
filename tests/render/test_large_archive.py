"""An archive of 2,000 articles: each page that leads to them stays small enough to load at once."""

from __future__ import annotations

import os
import re
from functools import cache

import pytest

from generator.archive.values import Archive
from tests.render.archives import a_site, an_archive, an_article

ARTICLES = 2_000
LARGEST = 100_000
"""Bytes of a page."""

pytestmark = pytest.mark.skipif(
    os.environ.get("BACKFILE_TESTS") != "full", reason="takes long: BACKFILE_TESTS=full runs it"
)


@cache
def large_archive() -> Archive:
    """Long titles, a dek for each, a few names in very many articles and very many in a few."""
    articles = [
        an_article(
            f"Report {number} on what was said in the capitals, and on what was then done about the treaty",
            date=f"{1960 + number // 40}-{1 + number % 40 // 4:02}-{1 + number % 28:02}",
            summary=f"Dek {number}: in a sentence or two what the report is about, as its first readers were told.",
            text="A paragraph of the report, with a good many words in it.\n" * 20,
            author=(f"Writer {number % 90} of the Foreign Desk",),
            publication=f"The Daily Example of City {number % 30}",
            people=("Robert Everywhere", f"Person {number % 1200} Somebody"),
            places=("Capital", f"Place {number % 700}"),
            organizations=(f"Organization of State {number % 300}",),
            tags=(f"subject {number % 500}", "treaties"),
        )
        for number in range(ARTICLES)
    ]
    return an_archive(*articles, related=False)


@pytest.mark.parametrize("theme", ["reader", "plain", "broadsheet"])
def test_no_index_page_is_large(theme: str) -> None:
    site = a_site(large_archive(), theme=theme)
    pages = {path: len(file.data) for path, file in site.items() if path.endswith(".html")}
    indexes = {path: size for path, size in pages.items() if not re.fullmatch(r"articles/report-.*", path)}
    assert len(pages) - len(indexes) == ARTICLES
    assert {path: size for path, size in indexes.items() if size >= LARGEST} == {}
