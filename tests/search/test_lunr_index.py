"""The standard index, read back with lunr.py."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest

from generator.archive.values import Archive, Kind
from generator.search.fields import BOOSTS
from generator.search.lunr_index import PIPELINE, archive_languages, build_index, field_texts
from tests.search.sites import NEWS, archive, article, news

SMALL = (
    article("a", "water and fire", title="water"),
    article("b", "water water and earth over the long road", title="earth"),
    article("c", "air", title="air", summary="some water"),
)


def loaded(of: Archive) -> Any:
    from lunr.index import Index

    index = msgspec.json.decode(msgspec.json.encode(build_index(of)))
    # lunr.py wants its terms in the order of code points, and knows nothing of our pipeline.
    index["invertedIndex"].sort()
    return Index.load(index | {"pipeline": []})


def found(of: Archive, query: str) -> list[str]:
    return [result["ref"] for result in loaded(of).search(query)]


def test_scores_are_those_of_lunrs_formula() -> None:
    # BM25 as https://lunrjs.com/guides/searching.html names it, k1 1.2 and b 0.75, with Lunr's own idf, which counts
    # the fields in which a term stands.
    fields_with_water, articles, length, average = 4, 3, 8, (3 + 8 + 1) / 3
    idf = math.log(1 + abs((articles - fields_with_water + 0.5) / (fields_with_water + 0.5)))
    body = idf * (2.2 * 2) / (1.2 * (0.25 + 0.75 * length / average) + 2)
    index = loaded(archive(*SMALL))
    assert index.search("body:water")[0]["ref"] == "articles/a.html"
    of_b = next(result for result in index.search("water") if result["ref"] == "articles/b.html")
    assert of_b["score"] == pytest.approx(round(body, 3), abs=1e-9)


def test_the_same_as_lunr_py_makes_of_the_words() -> None:
    from lunr.builder import Builder

    builder = Builder()
    builder.ref("ref")
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for each in SMALL:
        texts = field_texts(archive(*SMALL), each)
        builder.add({"ref": each.page, **{name: text.replace(",", "") for name, text in texts.items()}})
    theirs = builder.build().serialize()
    ours = build_index(archive(*SMALL, language="tr"))
    assert ours["pipeline"] == [PIPELINE]
    assert ours | {"pipeline": []} == theirs


def test_a_title_counts_more_than_a_body() -> None:
    assert found(archive(*SMALL), "earth") == ["articles/b.html"]
    assert found(archive(*SMALL), "water")[0] == "articles/a.html"


def test_fields() -> None:
    of = news()
    texts = field_texts(of, of.by_slug["radar-offer"])
    assert list(texts) == list(BOOSTS)
    assert texts["people"] == "Peter Keisler"
    assert texts["places"] == "Russian Federation"
    assert texts["author"] == "Alex Writer"
    assert texts["publication"] == "The Daily Example"
    assert texts["tags"] == "radar\ntreaties"
    assert found(of, "places:feder") == ["articles/radar-offer.html"]


def test_a_name_as_written_and_as_the_site_calls_it() -> None:
    terms = {"a": {Kind.PUBLICATIONS: {"example": "The Example"}}}
    of = archive(article("a", publication="Xmpl"), terms=terms)
    assert field_texts(of, of.articles[0])["publication"] == "The Example\nXmpl"


def test_no_article() -> None:
    assert build_index(archive()) == {
        "version": "2.3.9",
        "fields": list(BOOSTS),
        "fieldVectors": [],
        "invertedIndex": [],
        "pipeline": [PIPELINE],
    }


def test_one_article_without_a_word() -> None:
    assert build_index(archive(article("only", "", title="🙂")))["invertedIndex"] == []


def test_one_article() -> None:
    of = archive(article("only", "constructor __proto__ toString", title="🙂"), language="de")
    assert [row[0] for row in build_index(of)["invertedIndex"]] == ["constructor", "proto", "tostring"]
    assert found(of, "proto") == ["articles/only.html"]


def test_terms_stand_in_javascripts_order() -> None:
    terms = [row[0] for row in build_index(archive(article("a", "𐐨 \ufa0e z")))["invertedIndex"]]
    assert terms == ["a", "z", "𐐨", "\ufa0e"]
    assert sorted(terms) != terms, "the order of code points is another"


def test_languages() -> None:
    assert archive_languages(archive(*NEWS, language="en-GB")) == ["de", "en", "ru"]
    assert archive_languages(archive(language="sv")) == ["sv"]
