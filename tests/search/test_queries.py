"""`window.backfile.search` and other people's use of the index, in Chromium."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.search.scripts import lunr_js
from tests.search.conftest import OpenPage
from tests.search.sites import NEWS, archive, article, news, render_search, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Search = Callable[..., dict[str, Any]]


def ask(page: Page, query: str, **options: Any) -> dict[str, Any]:
    return dict(page.evaluate("([query, options]) => backfile.search(query, options)", [query, options]))


def slugs(page: Page, query: str, **options: Any) -> list[str]:
    refs = [result["ref"] for result in ask(page, query, **options)["results"]]
    return [re.sub(r"^articles/(.*)\.html$", r"\1", ref) for ref in refs]


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        *((form, "radar-offer") for form in ("U.S.", "US", "us", "u.s", "U.S", "attorney", "Attorneys", "monday")),
        *((form, "radar-offer") for form in ("don't", "don’t", "dont", "DON'T", "trying", "always", "Keisler's")),
        *((form, "radar-offer") for form in ("$1,000", "1,000", "1000", "1.000")),
        *((form, "radar-offer") for form in ("pre-emptive", "preemptive", "pre emptive", "Pre‑Emptive")),
        *(
            (form, "prague-says-yes")
            for form in ("Topolánek", "Topolanek", "TOPOLANEK", "Topola\u0301nek", "turkey", "today")
        ),
        *(
            (form, "prague-says-yes")
            for form in ("run-up", "runup", "run up", "1,234.56", "1234.56", "1.5", "1,5", "10")
        ),
        *((form, "dogovor") for form in ("ещё", "еще", "ЕЩЕ", "йод", "Йод", "елка", "ёлка", "договор", "москве")),
        *(
            (form, "erklaerung")
            for form in ("Attorneys", "Straße", "strasse", "STRASSE", "Maßnahmen", "erklarte", "große")
        ),
        *(
            (form, "constructor")
            for form in ("constructor", "__proto__", "toString", "hasOwnProperty", "__defineGetter__")
        ),
        *((form, "rare") for form in ("𐐨𐐩", "\ufa0e", "हिन्दी", "السلام", "السَّلام", "שלום", "北京", "ᏣᎳᎩ")),
        *(
            (form, "emoji")
            for form in ("finally", "cooperation", "next", "OBrien", "o'brien", "U.S.-Russian", "russian", "1")
        ),
        ("ab" * 5000, "long"),
        ("nothing inside", "empty"),
        ("taken", "withdrawn"),
        ("Peter Keisler", "radar-offer"),
        ("federation", "radar-offer"),
        ("weekly", "prague-says-yes"),
    ],
)
def test_what_people_type_finds(news_page: Page, query: str, slug: str) -> None:
    found = ask(news_page, query)
    assert slug in slugs(news_page, query)
    assert found["match"] == "all"
    assert found["total"] == len(found["results"])


def test_every_word_finds_every_article_in_which_it_stands(open_page: OpenPage, tmp_path: Path) -> None:
    texts = [each.text for each in NEWS] + some_prose()
    articles = [article(f"text-{number}", text, title="T", language="en") for number, text in enumerate(texts)]
    assert len(articles) >= 20
    page = open_page(write_site(tmp_path, archive(*articles)).as_uri() + "/search.html")
    holders: dict[str, set[str]] = {}
    for each in articles:
        for word in words_of_a_stranger(each.text):
            holders.setdefault(word, set()).add(each.page)
    assert len(holders) > 3000
    call = """async words => {
      const found = [];
      for (const word of words) found.push((await backfile.search(word)).results.map(result => result.ref));
      return found;
    }"""
    words = sorted(holders)
    misses = {
        word: sorted(holders[word] - set(refs))
        for word, refs in zip(words, page.evaluate(call, words), strict=True)
        if not holders[word] <= set(refs)
    }
    assert misses == {}


def words_of_a_stranger(text: str) -> set[str]:
    """Words parted at white space, and those of them without marks also at what is no letter or digit."""
    asked = (word.removeprefix("-") if word[1:2].isalnum() else word for word in text.split())  # "-x" is "not x"
    spaced = {word for word in asked if any(char.isalnum() for char in word)}
    plain = (word for word in spaced if not any(unicodedata.category(char) in ("Mn", "Mc", "Cf") for char in word))
    return spaced.union(*(re.findall(r"[^\W_]+", word) for word in plain))


def some_prose() -> list[str]:
    """The descriptions of installed packages that have a long one."""
    texts = {each.name: each.read_text("METADATA") or "" for each in distributions()}
    return [texts[name] for name in sorted(texts) if len(texts[name]) > 2000][:20]


@pytest.mark.parametrize("query", ["", "   ", "!!!", "🙂", "…", "-", "+", "'"])
def test_nothing_to_search_for(news_page: Page, query: str) -> None:
    assert ask(news_page, query) == {"total": 0, "results": [], "match": "all"}


@pytest.mark.parametrize(
    "query",
    [
        *("foo:bar", "water~", "+", "-", "nuclear:", "title:", "~", "^", "a^b", "a~99", "*", "-radar", "\\", "(", "[a"),
        *("<b>x</b>", "word " * 200, "x" * 10_000, "ab " * 3333, "constructor __proto__ toString"),
        *("\ud83d", "שלום -x", "null"),
    ],
)
@pytest.mark.parametrize("syntax", ["people", "lunr"])
def test_whatever_is_typed_gives_an_answer_soon(news_page: Page, query: str, syntax: str) -> None:
    started = time.monotonic()
    found = ask(news_page, query, syntax=syntax)
    assert time.monotonic() - started < 5
    assert found["total"] == len(found["results"])
    assert syntax == "lunr" or "error" not in found


def test_some_of_the_words_where_no_article_has_all(news_page: Page) -> None:
    both = ask(news_page, "radar topolanek")
    assert both["match"] == "some"
    assert {"radar-offer", "prague-says-yes", "emoji"} == set(slugs(news_page, "radar topolanek"))
    assert ask(news_page, "radar keisler")["match"] == "all"
    assert slugs(news_page, "radar keisler") == ["radar-offer"]
    assert ask(news_page, "radar zzzz")["match"] == "some"
    assert ask(news_page, "zzzz") == {"total": 0, "results": [], "match": "all"}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("topol*", ["prague-says-yes"]),
        ("TOPOLÁN*", ["prague-says-yes"]),
        ("*anek", ["prague-says-yes"]),
        ("top*nek", ["prague-says-yes"]),
        ("attorneys*", ["erklaerung", "radar-offer"]),
        ("keisley~1", ["radar-offer"]),
        ("keesley~2", ["radar-offer"]),
        ("+keisler prague", ["radar-offer"]),
        ("radar -title:off*", ["emoji"]),
        ("title:off* radar", ["radar-offer"]),
        ("prague^9 keisler", ["prague-says-yes", "radar-offer"]),
        ("keisler^9 prague", ["radar-offer", "prague-says-yes"]),
        # Where they are not right they are nothing.
        ("keisler~", ["radar-offer"]),
        ("keisler^x", ["radar-offer"]),
        ("**Keisler**", ["radar-offer"]),
        ("+", []),
        ("r*", []),
        ("*", []),
    ],
)
def test_lunrs_signs_in_peoples_language(news_page: Page, query: str, wanted: list[str]) -> None:
    found = slugs(news_page, query)
    assert found == wanted if "^" in query else sorted(found) == wanted


def test_a_word_of_a_script_without_spaces_is_its_letters_side_by_side(open_page: OpenPage, tmp_path: Path) -> None:
    texts = {"one": "我在北京大学读书。", "two": "大学北京，京大。", "three": "東京で地震があった", "four": "สวัสดีครับ"}
    made = archive(*(article(slug, text, title="T") for slug, text in texts.items()))
    page = open_page(write_site(tmp_path, made).as_uri() + "/search.html?q=北京大学")
    page.wait_for_selector("#search-status[data-state=done]")
    assert page.text_content("#search-status") == ("1 article found. 1 more article has only some of these words.")
    assert page.locator("#search-results .excerpt mark").all_text_contents()[0] == "北京大学"
    assert page.locator("#search-results .excerpt").first.text_content() == texts["one"]
    for query, wanted in (
        ("北京大学", ["one"]),
        ("北京", ["one", "two"]),
        ("大学 読", ["one", "two"]),
        ("東京で地震", ["three"]),
        ("สวัสดี", ["four"]),
        ("-北京大学 京大", ["two"]),
        ('"京大学"', ["one"]),
    ):
        assert sorted(slugs(page, query)) == wanted, query


def test_all_of_the_words_may_stand_in_different_fields(news_page: Page) -> None:
    assert slugs(news_page, "treaties federation washington example") == ["radar-offer"]


def test_results_are_in_the_order_of_their_scores_and_refs(open_page: OpenPage, tmp_path: Path) -> None:
    same = [article(slug, "water", title="T") for slug in ("b", "c", "a", "d")]
    page = open_page(
        write_site(tmp_path, archive(*same, article("z", "water", title="Water"))).as_uri() + "/search.html"
    )
    for syntax in ("people", "lunr"):
        assert slugs(page, "water", syntax=syntax) == ["z", "a", "b", "c", "d"]
        assert slugs(page, "water", syntax=syntax, limit=2) == ["z", "a"]
        assert ask(page, "water", syntax=syntax, limit=2)["total"] == 5
    assert slugs(page, "-fire", syntax="lunr") == ["a", "b", "c", "d", "z"]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("title:radar", ["radar-offer"]),
        ("+radar +keisler", ["radar-offer"]),
        ("+radar -keisler", ["emoji"]),
        ("topolán*", ["prague-says-yes"]),
        ("keisley~1", ["radar-offer"]),
        ("+attorneys", ["erklaerung", "radar-offer"]),
        ("+pre-emptive", ["radar-offer"]),
        ("+U.S. +russian -federation", ["emoji"]),
        ("+!!!", []),
        ("+zzzz radar", []),
        ("+constructor", ["constructor"]),
    ],
)
def test_lunrs_own_language(news_page: Page, query: str, wanted: list[str]) -> None:
    assert sorted(slugs(news_page, query, syntax="lunr")) == wanted


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("foo:bar", "There is no field “foo”. The fields are title, summary,"),
        ("water~", "After ~ a number is wanted"),
        ("water~7", "After ~ the largest number is 2."),
        ("water^x", "After ^ a number is wanted"),
        ("+", "a word is wanted after +"),
        ("title:", "a word is wanted after +"),
        ("a*b*c*d*e*f", "A word may have 4 * at most."),
        ("x" * 50 + "~1", "too long"),
    ],
)
def test_a_query_that_is_none_in_lunrs_language(news_page: Page, query: str, sentence: str) -> None:
    found = ask(news_page, query, syntax="lunr")
    assert sentence in found.pop("error")
    assert found == {"total": 0, "results": []}


def test_scores_are_lunrs_own(news_page: Page) -> None:
    call = """async query => {
      const index = lunr.Index.load(whole);
      return index.search(query).map(({ ref, score }) => ({ ref, score }));
    }"""
    index = next(file.data.decode() for file in render_search(news()) if file.path == "search/index.json")
    ask(news_page, "radar")  # so that lunr.js is there
    news_page.evaluate("text => { window.whole = JSON.parse(text) }", index)
    for query in ("radar", "title:radar^3 prague", "word~1", "-radar", "+us", "r*", "*s"):
        theirs = sorted(news_page.evaluate(call, query), key=lambda result: (-result["score"], result["ref"]))
        assert ask(news_page, query, syntax="lunr")["results"] == theirs
        assert theirs
    for query in ("radar", "keisler monday", "federation radar", "water the of"):
        whole = {result["ref"]: result["score"] for result in news_page.evaluate(call, query)}
        for result in ask(news_page, query)["results"]:
            assert result["score"] == pytest.approx(whole[result["ref"]], abs=1e-9)


@pytest.mark.parametrize(
    "articles", [(), (article("only", "One word.", title="Only"),), (article("x", "", title="🙂"),)]
)
def test_small_archives(open_page: OpenPage, tmp_path: Path, articles: tuple[Any, ...]) -> None:
    page = open_page(write_site(tmp_path, archive(*articles)).as_uri() + "/search.html")
    assert slugs(page, "word") == [each.slug for each in articles if each.text]
    assert slugs(page, "word", syntax="lunr") == [each.slug for each in articles if each.text]
    assert ask(page, "-word", syntax="lunr")["total"] == len([each for each in articles if not each.text])


def test_other_people_load_the_standard_index(browser_page: Page, tmp_path: Path) -> None:
    write_site(tmp_path, news())
    browser_page.add_script_tag(content=lunr_js())
    browser_page.add_script_tag(path=str(tmp_path / "search/pipeline.js"))
    call = "([index, query]) => lunr.Index.load(JSON.parse(index)).search(query).map(result => result.ref)"
    index = (tmp_path / "search/index.json").read_text(encoding="utf-8")
    assert browser_page.evaluate(call, [index, "attorneys topolanek"]) != []
    assert browser_page.evaluate(call, [index, "+Topolánek"]) == ["articles/prague-says-yes.html"]
    assert browser_page.evaluate(call, [index, "+1,000"]) == ["articles/radar-offer.html"]


@pytest.fixture
def browser_page(open_page: OpenPage) -> Page:
    return open_page("about:blank")


def test_a_call_that_comes_at_once_waits(open_page: OpenPage, tmp_path: Path) -> None:
    folder = write_site(tmp_path, news())
    page = open_page(folder.as_uri() + "/search.html")
    page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => {"
        " window.early = backfile.search('radar').then(found => found.total) })"
    )
    page.reload()
    assert page.evaluate("window.early") == 2
