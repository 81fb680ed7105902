"""The index of a large archive, whose list of articles is several files, in Chromium."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.search import article_files, shards, site_search, text_code
from tests.benchmarks.corpus import small_archive
from tests.search import unpacked
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
    monkeypatch.setattr(text_code, "_LEAST", 50)
    page = open_page(write_site(tmp_path / "large", of).as_uri() + "/search.html")
    assert len(list((tmp_path / "large/search/articles").iterdir())) == 11, "lengths, nine parts and the paths"
    assert ask_all(page, queries, syntax=syntax) == small


def test_texts_are_read_as_they_were_written(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_code, "_LEAST", 50)
    of = small_archive(60)
    odd = replace(of.articles[0], text="Well ... the, ,, .. “quoted”\n\n<b>\\ \u2028 , end of the 🛰 . The")
    of = replace(of, articles=(odd, *of.articles[1:]))
    page = open_page(write_site(tmp_path, of).as_uri() + "/search.html")
    read = page.evaluate("""() => backfile.withIndex(async (index) => {
        const numbers = Array.from({ length: index.documents }, (_, number) => number);
        return [index.manifest.common, await Promise.all(numbers.map((number) => index.article(number)))];
    })""")
    assert len(unpacked.words(read[0])) > 20
    texts = {each.page: "\n".join(filter(None, (each.meta.summary, each.text))) for each in of.articles}
    assert {shown["ref"]: shown["text"] for shown in read[1]} == texts


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
