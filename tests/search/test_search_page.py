"""The search page in Chromium, from a folder and from a sub-path of a web host."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.conftest import OpenPage
from tests.search.sites import NEWS, archive, article, news, text_of, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser


def wait(page: Page, *states: str) -> str:
    """Waits until the status is one of `states`; gives its sentence."""
    wanted = ", ".join(f"#search-status[data-state={state}]" for state in states)
    return page.wait_for_selector(wanted, state="attached").text_content() or ""  # type: ignore[union-attr]


def shown(page: Page) -> list[str]:
    found = page.eval_on_selector_all("#search-results a[data-result]", "all => all.map(one => one.dataset.result)")
    return [re.sub(r"^articles/(.*)\.html$", r"\1", ref) for ref in found]


def wait_for(page: Page, *slugs: str) -> None:
    wanted = [f"articles/{slug}.html" for slug in slugs]
    page.wait_for_function(
        "wanted => document.getElementById('search-status').dataset.state === 'done' && JSON.stringify(wanted) =="
        " JSON.stringify([...document.querySelectorAll('#search-results a')].map(one => one.dataset.result))",
        arg=wanted,
    )


def test_the_query_in_the_address_is_run(open_page: OpenPage, news_site: str) -> None:
    page = open_page(news_site + "search.html?q=radar+keisler")
    assert wait(page, "done") == "1 article found. 1 more article has only some of these words."
    assert shown(page) == ["radar-offer"]
    assert page.input_value("#search-input") == "radar keisler"
    item = page.locator("#search-results > li.entry")
    assert item.locator("p.strip bdi").all_text_contents() == ["The Daily Example", "23 April 2007"]
    assert item.locator("h2.entry-title a").get_attribute("href") == "articles/radar-offer.html?q=radar%20keisler"
    assert item.locator("p.excerpt mark").all_text_contents() == ["radar", "Keisler"]
    item.locator("a").click()
    page.wait_for_url(news_site + "articles/radar-offer.html?q=radar%20keisler")
    page.go_back()
    wait(page, "done")
    assert shown(page) == ["radar-offer"]


def test_lunrs_language_in_the_address(open_page: OpenPage, news_site: str) -> None:
    page = open_page(news_site + "search.html?q=%2Bradar+-keisler&syntax=lunr")
    wait(page, "done")
    assert shown(page) == ["emoji"]
    page.fill("#search-input", "foo:bar")
    assert wait(page, "error").startswith("There is no field “foo”.")
    assert shown(page) == []
    page.fill("#search-input", "title:radar")
    wait_for(page, "radar-offer")
    assert page.url.endswith("?q=title%3Aradar&syntax=lunr")


def test_typing_searches_after_a_pause_and_keeps_the_address(open_page: OpenPage, news_site: str) -> None:
    page = open_page(news_site + "search.html")
    assert wait(page, "idle") == ""
    before = page.evaluate("history.length")
    page.type("#search-input", "topolanek", delay=30)
    page.wait_for_url(news_site + "search.html?q=topolanek")
    wait_for(page, "prague-says-yes")
    assert page.evaluate("history.length") == before
    page.fill("#search-input", "")
    assert wait(page, "idle") == ""
    assert shown(page) == []


def test_a_word_that_is_not_finished_yet(open_page: OpenPage, tmp_path: Path) -> None:
    made = archive(article("one", "The government governs.", title="T"), article("two", "Water.", title="T"))
    page = open_page(write_site(tmp_path, made).as_uri() + "/search.html")
    wait(page, "idle")
    for typed in ("gover", "governm", "governmen", "government"):
        page.fill("#search-input", typed)
        page.wait_for_url(f"**q={typed}")
        wait_for(page, "one")
        assert page.text_content("#search-hint") == ""
    page.fill("#search-input", "governx")
    page.press("#search-input", "Enter")
    page.wait_for_function("() => document.getElementById('search-hint').textContent.startsWith('No article has')")


def test_what_is_chosen_among_the_results_of_an_unfinished_word(open_page: OpenPage, tmp_path: Path) -> None:
    made = archive(
        article("one", "Missile radar.", date="2007"),
        article("two", "Missile radar.", date="2008"),
        article("three", "Missile.", date="2008"),
    )
    page = open_page(write_site(tmp_path, made).as_uri() + "/search.html")
    wait(page, "idle")
    page.type("#search-input", "missile rada")
    page.wait_for_url("**q=missile+rada")
    page.click("[data-facet=year] button >> nth=1")
    page.wait_for_url("**year=2008")
    wait_for(page, "two")
    assert wait(page, "done") == "1 of 2 articles found. 1 more article has only some of these words."
    page.go_back()
    wait_for(page, "one", "two")
    page.press("#search-input", "Enter")
    page.wait_for_function("() => document.getElementById('search-hint').textContent.startsWith('No article has')")


def test_a_field_of_which_it_is_not_said_yet_what_it_should_have(open_page: OpenPage, news_site: str) -> None:
    page = open_page(news_site + "search.html")
    wait(page, "idle")
    page.fill("#search-input", "keisler title:")
    page.wait_for_url("**q=keisler+title%3A")
    wait_for(page, "radar-offer")
    assert wait(page, "done") == "1 article found."


def test_the_back_button(open_page: OpenPage, news_site: str) -> None:
    page = open_page(news_site + "search.html")
    wait(page, "idle")
    page.fill("#search-input", "keisler")
    page.press("#search-input", "Enter")
    wait_for(page, "radar-offer")
    # What is typed on the way to the next query makes one entry, not one for each letter.
    page.fill("#search-input", "topol")
    page.wait_for_url("**q=topol")
    page.fill("#search-input", "topolanek")
    wait_for(page, "prague-says-yes")
    page.press("#search-input", "Enter")
    page.fill("#search-input", "еще")
    page.press("#search-input", "Enter")
    wait_for(page, "dogovor")
    for slug, query in (("prague-says-yes", "topolanek"), ("radar-offer", "keisler")):
        page.go_back()
        wait_for(page, slug)
        assert page.input_value("#search-input") == query
    page.go_back()
    wait(page, "idle")
    assert (page.input_value("#search-input"), shown(page)) == ("", [])
    page.go_forward()
    wait_for(page, "radar-offer")


def test_the_last_query_wins(open_page: OpenPage, served: tuple[Path, str]) -> None:
    folder, address = served
    write_site(folder, news())
    page = open_page(address + "search.html")
    wait(page, "idle")
    held: list[Route] = []
    page.route(f"**/{text_of(folder, 'radar-offer').name}", lambda route: held.append(route))
    page.fill("#search-input", "keisler")
    page.press("#search-input", "Enter")
    page.wait_for_function("() => document.getElementById('search-status').dataset.state === 'busy'")
    for _ in range(500):
        if not held:
            page.wait_for_timeout(20)
    assert held
    for query in ("radar", "prague", "zzzz", "keisler treaties", "topolanek"):
        page.fill("#search-input", query)
        page.press("#search-input", "Enter")
    wait_for(page, "prague-says-yes")
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    assert shown(page) == ["prague-says-yes"]
    assert wait(page, "done") == "1 article found."


def test_ten_results_a_page(open_page: OpenPage, news_site: str, served: tuple[Path, str]) -> None:
    write_site(served[0], archive(*(article(f"a{number:02}", "water", title="T") for number in range(25))))
    page = open_page(news_site + "search.html?q=water")
    assert wait(page, "done") == "25 articles found."
    slugs = [f"a{number:02}" for number in range(25)]
    assert shown(page) == slugs[:10]
    page.click("#search-more")
    wait_for(page, *slugs[:20])
    assert page.evaluate("document.activeElement.dataset.result") == "articles/a10.html"
    page.click("#search-more")
    wait_for(page, *slugs)
    assert page.is_hidden("#search-more")


def test_who_comes_back_finds_all_results_and_the_same_place(
    open_page: OpenPage, news_site: str, served: tuple[Path, str]
) -> None:
    write_site(served[0], archive(*(article(f"a{number:02}", "water", title="T") for number in range(25))))
    page = open_page(news_site + "search.html?q=water")
    wait(page, "done")
    page.click("#search-more")
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 20")
    result = page.locator("[data-result='articles/a17.html']")
    result.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 300
    result.click()
    page.wait_for_url("**/a17.html?q=water")
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 20")
    page.wait_for_function("place => Math.abs(scrollY - place) < 20", arg=place)
    page.fill("#search-input", "zzz")
    page.press("#search-input", "Enter")
    wait_for(page)
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 20")


def test_what_is_said_of_the_results(open_page: OpenPage, news_site: str) -> None:
    page = open_page(news_site + "search.html?q=radar+topolanek")
    assert wait(page, "done") == "No article has all of these words; these have some of them: 3 articles."
    for query, sentence in (
        ("zzzz", "No article has this word."),
        ("zzzz yyyy", "No article has any of these words."),
        ("🙂", "There is no word in this to search for."),
        ("title:keisler", "No article has this where it was looked for."),
        ("radar -radar", "No article fits all that was asked."),
        ("radar year:1850", "No article fits all that was asked."),
        ("year:1850", "No article fits all that was asked."),
        ("<img src=zz onerror=yy>", "No article has any of these words."),
    ):
        page.fill("#search-input", query)
        page.wait_for_function(
            "sentence => document.getElementById('search-status').textContent === sentence", arg=sentence
        )
        assert page.get_attribute("#search-status", "data-state") == "done"


def test_an_archive_without_articles_says_so(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(write_site(tmp_path, archive()).as_uri() + "/search.html?q=lamp")
    assert wait(page, "done") == "There is no article in this archive yet."
    page.goto(tmp_path.as_uri() + "/search.html?q=lamp&year=2001")
    assert wait(page, "done") == "There is no article in this archive yet."


def test_titles_and_texts_are_text(open_page: OpenPage, news_site: str) -> None:
    page = open_page(news_site + "search.html?q=bold")
    wait(page, "done")
    assert page.locator("#search-results h2").text_content() == "🙂 <script>alert(1)</script>"
    assert "</script><b>bold</b>" in (page.locator("#search-results .excerpt").text_content() or "")
    assert page.locator("#search-results p.strip bdi").text_content() == "2001 to 2003"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2007-04-23", "23 April 2007"),
        ("2007-10", "October 2007"),
        ("2007", "2007"),
        ("2012~", "about 2012"),
        ("2007-04?", "perhaps April 2007"),
        ("2007%", "perhaps about 2007"),
        ("2004/2006", "2004 to 2006"),
        ("2001-21", "spring 2001"),
        ("199X", "1990s"),
    ],
)
def test_dates(open_page: OpenPage, tmp_path: Path, date: str, words: str) -> None:
    write_site(tmp_path, archive(article("a", "water", title="T", date=date)))
    page = open_page(tmp_path.as_uri() + "/search.html?q=water")
    wait(page, "done")
    assert page.locator(".strip bdi").text_content() == words


def excerpt_of(page: Page) -> tuple[str, list[str]]:
    paragraph = page.locator("#search-results .excerpt").first
    return paragraph.text_content() or "", paragraph.locator("mark").all_text_contents()


def test_the_excerpt_is_where_the_words_are(open_page: OpenPage, tmp_path: Path) -> None:
    write_site(tmp_path, news())
    page = open_page(tmp_path.as_uri() + "/search.html?q=needle")
    wait(page, "done")
    text, marks = excerpt_of(page)
    assert marks == ["needle"]
    assert text.startswith("… word ")
    assert text.endswith("word …")
    assert len(text) < 300


def test_the_excerpt_of_an_endless_word(open_page: OpenPage, tmp_path: Path) -> None:
    write_site(tmp_path, news())
    page = open_page(tmp_path.as_uri() + "/search.html?q=" + "ab" * 1000)
    wait(page, "done")
    text, marks = excerpt_of(page)
    assert len(text) < 300
    assert marks
    assert set(marks[0]) == {"a", "b"}


def test_the_excerpt_of_what_is_found_elsewhere(open_page: OpenPage, tmp_path: Path) -> None:
    write_site(tmp_path, news())
    page = open_page(tmp_path.as_uri() + "/search.html?q=federation")
    wait(page, "done")
    text, marks = excerpt_of(page)
    assert text.startswith("A sudden offer from Washington. The U.S. offered")
    assert marks == []
    page.fill("#search-input", "nothing inside")
    wait_for(page, "empty")
    assert page.locator("#search-results .excerpt").count() == 0


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("attorneys", ["Attorneys"]),
        ("us", ["U.S"]),
        ("ещё", ["Ещё"]),
        ("topolanek prague", ["Topolánek", "Prague"]),
        ("preemptive", ["Pre-emptive"]),
    ],
)
def test_marks(open_page: OpenPage, tmp_path: Path, query: str, wanted: list[str]) -> None:
    write_site(tmp_path, news())
    page = open_page(tmp_path.as_uri() + "/search.html?q=" + query)
    wait(page, "done")
    assert set(wanted) <= {mark for index in range(len(shown(page))) for mark in marks_of(page, index)}


def marks_of(page: Page, index: int) -> list[str]:
    return page.locator("#search-results > li").nth(index).locator("mark").all_text_contents()


def test_the_page_loads_only_the_texts_that_it_shows(open_page: OpenPage, served: tuple[Path, str]) -> None:
    folder, address = served
    write_site(folder, archive(*NEWS, *(article(f"more-{n}", "keisler", title="T") for n in range(20))))
    page = open_page(address + "search.html")
    wait(page, "idle")
    loaded = (
        "() => performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /search/.test(name))"
    )
    assert len(page.evaluate(loaded)) == 2, "the manifest and the scripts, until there is something to search"
    page.fill("#search-input", "keisler")
    wait(page, "done")
    assert len([name for name in page.evaluate(loaded) if "/text/" in name]) == 10
