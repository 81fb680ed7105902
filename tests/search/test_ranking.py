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
from tests.search.asking import ask_all, evaluate
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
    // Scores that differ in the last bits of their sums alone are equal.
    const rank = (score) => Math.round(score * 1e6);
    results.sort((a, b) => rank(b[1]) - rank(a[1]) || (a[0] < b[0] ? -1 : 1));
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


@pytest.fixture(params=["file", "http"] if IS_FULL else ["file"])
def place(request: pytest.FixtureRequest, served: tuple[Path, str]) -> tuple[Path, str]:
    """An empty folder, and the address under which Chromium sees it."""
    folder, address = served
    return folder, address if request.param == "http" else folder.as_uri() + "/"


def test_order_and_scores_are_those_of_the_whole_index(open_page: OpenPage, place: tuple[Path, str]) -> None:
    of = small_archive(ARTICLES)
    queries = drawn_queries(of, QUERIES)
    assert len(set(queries)) > QUERIES * 0.97
    folder, address = place
    write_site(folder, of)
    page = open_page(f"{address}search.html")
    page.set_default_timeout(300_000)
    ours = ask_all(page, queries, syntax="lunr")
    index = msgspec.json.encode(build_index(of)).decode()
    theirs: list[list[Any]] = evaluate(page, _WHOLE, [index, queries])
    wrong = []
    for query, mine, whole in zip(queries, ours, theirs, strict=True):
        same = [
            ref == other and abs(score - its) < 1e-6 for (ref, score), (other, its) in zip(mine, whole, strict=False)
        ]
        if len(mine) != len(whole) or not all(same[:TOP]):
            wrong.append(query)
    assert wrong == []
    assert sum(map(bool, theirs)) > QUERIES * 0.9
