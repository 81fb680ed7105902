"""What the search page does where something does not load, or the site was built anew, in Chromium."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.values import Archive, Kind
from tests.search.conftest import OpenPage
from tests.search.sites import NEWS, NEWS_TERMS, archive, article, news, text_of, write_site
from tests.search.test_search_page import shown, wait, wait_for

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("missing", ["engine.*.js", "terms/*.js", "articles/*.js"])
def test_a_script_that_does_not_come(
    open_page: OpenPage, served: tuple[Path, str], complaints: list[str], missing: str
) -> None:
    folder, _ = served
    write_site(folder, news())
    away = [(script, script.rename(f"{script}.away")) for script in folder.glob(f"search/{missing}")]
    assert away
    page = open_page(folder.as_uri() + "/search.html?q=keisler")
    assert wait(page, "error").startswith("The search could not be loaded.")
    assert shown(page) == []
    for script, elsewhere in away:
        elsewhere.rename(script)
    page.click("#search-retry")
    wait_for(page, "radar-offer")
    assert page.locator("#search-retry").count() == 0
    page.wait_for_load_state("networkidle")
    assert complaints
    complaints.clear()


def test_a_script_that_comes_cut_short(open_page: OpenPage, served: tuple[Path, str], complaints: list[str]) -> None:
    folder, _ = served
    write_site(folder, news())
    (script,) = folder.glob("search/terms/*.js")
    whole = script.read_bytes()
    script.write_bytes(whole[: len(whole) // 2])
    page = open_page(folder.as_uri() + "/search.html?q=keisler")
    wait(page, "error")
    script.write_bytes(whole)
    page.click("#search-retry")
    wait_for(page, "radar-offer")
    page.wait_for_load_state("networkidle")
    assert complaints
    complaints.clear()


def test_a_text_that_does_not_come(open_page: OpenPage, served: tuple[Path, str], complaints: list[str]) -> None:
    folder, address = served
    write_site(folder, news())
    text_of(folder, "radar-offer").unlink()
    page = open_page(address + "search.html?q=radar")
    wait(page, "done")
    assert sorted(shown(page)) == ["emoji", "radar-offer"]
    assert page.locator(".excerpt").all_text_contents().count("The excerpt could not be loaded.") == 1
    page.wait_for_load_state("networkidle")
    assert complaints
    complaints.clear()


def test_an_old_tab_finds_what_a_new_build_has(
    open_page: OpenPage, served: tuple[Path, str], complaints: list[str]
) -> None:
    folder, address = served
    write_site(folder, news())
    page = open_page(address + "search.html")
    wait(page, "idle")
    page.fill("#search-input", "radar")
    wait_for(page, "radar-offer", "emoji")
    shutil.rmtree(folder / "search")
    changed = (replace(each, text=f"{each.text} Anew.") for each in NEWS)
    write_site(folder, archive(article("a-new-one", "Topolanek, Topolanek."), *changed, terms=NEWS_TERMS))
    page.fill("#search-input", "topolanek")
    wait_for(page, "a-new-one", "prague-says-yes")
    page.wait_for_load_state("networkidle")
    assert complaints
    complaints.clear()


def test_lists_whose_script_does_not_come(open_page: OpenPage, served: tuple[Path, str], complaints: list[str]) -> None:
    folder, address = served
    write_site(folder, news())
    (script,) = folder.glob("search/later.*.js")
    script.rename(f"{script}.away")
    page = open_page(address + "search.html?q=radar+keislr")
    wait(page, "done")
    assert "radar-offer" in shown(page)
    page.wait_for_selector(".facet-failed")
    assert page.text_content(".facet-failed") == "The lists for narrowing down could not be loaded."
    Path(f"{script}.away").rename(script)
    page.click(".facet-lists button")
    page.wait_for_selector("[data-facet=year] .facet-value")
    assert page.locator(".facet-failed").count() == 0
    page.wait_for_load_state("networkidle")
    assert complaints
    complaints.clear()


def of_water(count: int, word: str) -> Archive:
    """An archive of so many articles; each says the word."""
    people = {"ada": "Ada Lane", "ben": "Ben Ng"}
    terms = {f"a{number:02}": {Kind.PEOPLE: dict([list(people.items())[number % 2]])} for number in range(count)}
    return archive(*(article(slug, f"water {word}", title="T") for slug in terms), terms=terms)


def build_anew(folder: Path, made: Archive) -> None:
    shutil.rmtree(folder / "search")
    write_site(folder, made)


@pytest.mark.parametrize("wanted", ["more", "facets"])
def test_an_old_tab_shows_further_results_and_lists_of_a_new_build(
    open_page: OpenPage, served: tuple[Path, str], complaints: list[str], wanted: str
) -> None:
    folder, address = served
    # In so large an archive a list of people is loaded when it is opened.
    count = 3_001 if wanted == "facets" else 25
    write_site(folder, of_water(count, "old"))
    page = open_page(address + "search.html?q=water")
    assert wait(page, "done").endswith("articles found.")
    page.wait_for_load_state("networkidle")
    build_anew(folder, of_water(12, "new"))
    page.click("#search-more" if wanted == "more" else "[data-facet=people] > summary")
    page.wait_for_function("() => document.getElementById('search-status').textContent === '12 articles found.'")
    assert len(shown(page)) == 10
    page.click("#search-more")
    page.wait_for_function("() => document.querySelectorAll('#search-results a').length === 12")
    assert complaints
    complaints.clear()
