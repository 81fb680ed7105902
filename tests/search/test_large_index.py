"""The index of a large archive, whose list of articles is several files, in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.search import article_files, shards, site_search
from tests.benchmarks.corpus import small_archive
from tests.search.asking import ask_all
from tests.search.conftest import OpenPage
from tests.search.sites import write_site
from tests.search.test_ranking import drawn_queries

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("syntax", ["people", "lunr"])
def test_results_and_scores_are_the_same(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, syntax: str
) -> None:
    of = small_archive(60)
    queries = drawn_queries(of, 60)
    small = ask_all(open_page(write_site(tmp_path / "small", of).as_uri() + "/search.html"), queries, syntax=syntax)
    for module in (article_files, shards):
        monkeypatch.setattr(module, "ONE_LIST", 50)
    for other in (article_files, site_search):
        monkeypatch.setattr(other, "PART", 7)
    page = open_page(write_site(tmp_path / "large", of).as_uri() + "/search.html")
    assert len(list((tmp_path / "large/search/articles").iterdir())) == 11, "lengths, nine parts and the paths"
    assert ask_all(page, queries, syntax=syntax) == small


def test_the_lengths_of_all_bodies_are_loaded_for_frequent_words_only(
    open_page: OpenPage, served: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    of = small_archive(60)
    for module in (article_files, shards):
        monkeypatch.setattr(module, "ONE_LIST", 50)
    folder, address = served
    write_site(folder, of)
    page = open_page(f"{address}search.html")
    lists = "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/articles/')).length"
    one = next(word for word in of.articles[0].text.split() if sum(word in each.text for each in of.articles) == 1)
    page.evaluate("query => backfile.search(query)", one)
    before = page.evaluate(lists)
    assert before == 1
    page.evaluate("query => backfile.search(query, { limit: 1 })", "the")
    assert page.evaluate(lists) == before + 1
