from __future__ import annotations

import json

from generator.config import Config, Search
from generator.render.front.search import search_pages, search_words
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed


def test_the_places_that_the_script_fills() -> None:
    (made,) = search_pages(a_maker(an_archive(an_article("One"), an_article("Two"))))
    page = Parsed(made)
    assert made.path == "search.html"
    assert (page.one("form", id="search-form")["action"], page.one("form")["method"]) == ("search.html", "get")
    box = page.one("input", id="search-input")
    assert (box["name"], box["type"]) == ("q", "search")
    assert page.one("label")["for"] == "search-input"
    status = page.one("p", id="search-status")
    assert (status["data-state"], status["role"], status.text) == ("idle", "status", "")
    # Nothing at all inside, so that `:empty` tells whether there are results.
    assert b'<ol id="search-results" class="results"></ol>' in made.data
    script = page.one("script", src="search/manifest.js")
    assert (script["src"], "defer" in script.attributes, script.text) == ("search/manifest.js", True, "")
    assert "Articles" in page.one("noscript").text


def test_examples_are_the_fullest_terms_of_three_kinds() -> None:
    articles = [
        an_article("One", people=("A. Doe", "B. & C. Roe"), tags=("radar",)),
        an_article("Two", people=("B. & C. Roe",), tags=("radar", "treaties"), organizations=("Org",)),
    ]
    (page,) = map(Parsed, search_pages(a_maker(an_archive(*articles))))
    assert page.texts("ul", "examples") == ["B. & C. Roe tag:radar org:Org"]
    assert page.links()["B. & C. Roe"] == "search.html?q=B.+%26+C.+Roe"


def test_an_example_of_several_words_is_a_phrase() -> None:
    (page,) = map(Parsed, search_pages(a_maker(an_archive(an_article("One", tags=("arms control",))))))
    assert page.links()['tag:"arms control"'] == "search.html?q=tag%3A%22arms+control%22"


def test_the_words_that_boxes_and_marks_need() -> None:
    (made,) = search_words(a_maker(an_archive()))
    assert made.path == "search/words.js"
    start, _, rest = made.data.decode().partition(".texts = ")
    assert start == "(window.backfile ||= {})"
    texts = json.loads(rest.removesuffix(";\n"))["texts"]
    assert texts["suggest.people"] == "person"
    assert {key.partition(".")[0] for key in texts} == {"suggest", "marks"}


def test_without_a_search_no_words_are_needed() -> None:
    assert list(search_words(a_maker(an_archive(config=Config(title="T", search=Search(enabled=False)))))) == []


def test_without_terms_the_examples_are_words_of_titles() -> None:
    titles = ["A radar, offered", "Offered again", "No", "Elsewhere"]
    (page,) = map(Parsed, search_pages(a_maker(an_archive(*map(an_article, titles)))))
    assert page.texts("ul", "examples") == ["offered No Elsewhere"]


def test_search_can_be_turned_off() -> None:
    assert list(search_pages(a_maker(an_archive(config=Config(title="T", search=Search(enabled=False)))))) == []
