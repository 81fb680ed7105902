"""The shards give what the whole index gives: Lunr's own results and scores, in Chromium."""

from __future__ import annotations

import os
import re
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from generator.archive.values import Archive
from generator.search.fields import BOOSTS
from generator.search.lunr_index import build_index, field_texts
from tests.benchmarks.corpus import small_archive
from tests.search.asking import ask_all
from tests.search.conftest import OpenPage
from tests.search.sites import write_site

pytestmark = pytest.mark.browser

IS_FULL = os.environ.get("BACKFILE_TESTS") == "full"
ARTICLES = 2_000 if IS_FULL else 300
QUERIES = 500 if IS_FULL else 150
TOP = 20

_WHOLE = """([index, queries]) => {
  const whole = lunr.Index.load(JSON.parse(index));
  return queries.map((query) => {
    const results = whole.search(query).map(({ ref, score }) => [ref, score]);
    results.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return results;
  });
}"""


def drawn_queries(of: Archive, count: int, seed: int = 3) -> list[str]:
    """Queries of every kind that Lunr's language has, made of words that stand in the articles."""
    chance = Random(seed)
    texts = [field_texts(of, article) for article in of.articles]

    def word(field: str = "body") -> str:
        while True:
            found = re.findall(r"[^\W_]{3,}", chance.choice(texts)[field])
            if found:
                return str(chance.choice(found)).lower()

    def field() -> str:
        return chance.choice(list(BOOSTS))

    def in_field() -> str:
        name = field()
        return f"{name}:{word(name)}"

    def fuzzy() -> str:
        typed = word()
        place = chance.randrange(len(typed))
        return f"{typed[:place]}{typed[place + 1 :]}~{1 + (len(typed) > 6)}"

    def inside() -> str:
        typed = word()
        place = chance.randrange(1, len(typed))
        return f"{typed[:place]}*{typed[place:][-2:]}"

    kinds = (
        word,
        lambda: f"{word()} {word()}",
        lambda: f"{word()} {word('title')} {word()}",
        lambda: f"+{word()} +{word()}",
        lambda: f"+{word()} {word()} -{word()}",
        lambda: f"{word()} -{word()}",
        lambda: f"-{word()}",
        in_field,
        lambda: f"{in_field()} {word()}",
        lambda: f"+{in_field()} -{in_field()}",
        lambda: f"{word()[:3]}*",
        lambda: f"*{word()[-4:]}",
        inside,
        fuzzy,
        lambda: f"{fuzzy()} {word()}",
        lambda: f"{word()}^{chance.randint(2, 20)} {word()}",
        lambda: f"title:{word('title')}^5 {word()}*",
    )
    return [kinds[number % len(kinds)]() for number in range(count)]


def test_order_and_scores_are_those_of_the_whole_index(open_page: OpenPage, tmp_path: Path) -> None:
    of = small_archive(ARTICLES)
    queries = drawn_queries(of, QUERIES)
    assert len(set(queries)) > QUERIES * 0.97
    page = open_page(write_site(tmp_path, of).as_uri() + "/search.html")
    ours = ask_all(page, queries, syntax="lunr")
    index = msgspec.json.encode(build_index(of)).decode()
    theirs: list[list[Any]] = page.evaluate(_WHOLE, [index, queries])
    wrong = []
    for query, mine, whole in zip(queries, ours, theirs, strict=True):
        as_numbers = [(ref, round(score, 3)) for ref, score in mine[:TOP]]
        if len(mine) != len(whole) or as_numbers != [(ref, round(score, 3)) for ref, score in whole[:TOP]]:
            wrong.append(query)
    assert wrong == []
    assert sum(map(bool, theirs)) > QUERIES * 0.9
