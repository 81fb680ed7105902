"""The words that the search page's scripts tell, in Chromium: the same as those that Python writes."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.articles.edtf_date import parse_edtf
from generator.render.page.dates import show_date
from generator.render.words.catalogue import CATALOGUES, ENGLISH, RUSSIAN, Words
from generator.render.words.for_scripts import words_for_scripts
from generator.search.scripts import client_script
from tests.search.conftest import OpenPage
from tests.search.sites import WORDS, archive, article, news, write_site
from tests.search.test_search_page import wait

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DATES = (
    "2007-04-23 2007-10 2005 0999 2005~ 2005-03~ 2005-03-01~ 2005-03? 2005-03-01? 2005% 2005-11-30% 2004/2006 "
    "2004-05/2006-01-02 1984?/2004~ 2004-05-01/.. 2004/ ../2006 /2006-02 ../.. 2001-21 2001-24/2003 199X 199X? 199X% "
    "20XX 20XX~ 20XX? 2004-XX 2004-XX-XX 2004-06-XX 2004-06-XX~"
).split()
RARE = ["2001-33", "2004-XX-05", "2004-06~-11"]
"""What the script leaves as it is written."""

EVERY_LANGUAGE = pytest.mark.parametrize("words", CATALOGUES, ids=lambda words: words.language)


def page_with(words: Words, open_page: OpenPage) -> Page:
    """An empty page that carries the words, with the scripts that tell them."""
    carried = words_for_scripts(words, "find", "date", "list", "count")
    page = open_page("about:blank")
    page.set_content(f'<!doctype html><script type="application/json" id="interface-words">{carried}</script>')
    for name in ("words.js", "dates.js"):
        page.add_script_tag(content=client_script(name))
    return page


@EVERY_LANGUAGE
def test_dates_are_those_of_the_other_pages(words: Words, open_page: OpenPage) -> None:
    page = page_with(words, open_page)
    said = page.evaluate("dates => dates.map(backfile.dateInWords)", DATES)
    assert said == [show_date(parse_edtf(date), words).words for date in DATES]
    assert page.evaluate("dates => dates.map(backfile.dateInWords)", RARE) == RARE


@EVERY_LANGUAGE
def test_numbers_take_the_forms_that_they_take_on_other_pages(words: Words, open_page: OpenPage) -> None:
    page = page_with(words, open_page)
    numbers = [*range(130), 1000, 1001, 12345, 1234567]
    said = page.evaluate("numbers => numbers.map(n => backfile.words('count.articles', { n }))", numbers)
    assert said == [words("count.articles", n=number) for number in numbers]


def test_a_gap_is_filled_with_what_is_given_even_if_it_looks_like_one(open_page: OpenPage) -> None:
    page = page_with(ENGLISH, open_page)
    call = "([field, fields]) => backfile.words('find.wrong_field', { field, fields })"
    assert page.evaluate(call, ["{fields}", "$& <b>"]) == "There is no field “{fields}”. The fields are $& <b>."


def test_pages_carry_all_that_the_scripts_ask_for() -> None:
    folder = files("generator.search") / "client"
    scripts = [path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".js")]
    asked = {
        key for script in scripts for key in re.findall(r"\"((?:find|date|list|suggest|marks)\.[a-z_]+)\"", script)
    }
    carried = words_for_scripts(ENGLISH, "find", "date", "list", "suggest", "marks")
    assert {key for key in asked if f'"{key}":' not in carried} == set()
    assert len(asked) > 60


def test_the_data_cannot_end_its_element() -> None:
    words = Words("en", {"find.x": "</script><!--"}, ("one", "other"), int, (), (), (), {})
    assert "<" not in words_for_scripts(words, "find")


def test_the_search_page_speaks_the_language_of_the_interface(open_page: OpenPage, tmp_path: Path) -> None:
    site = write_site(tmp_path, news())
    page_file = site / "search.html"
    russian = words_for_scripts(RUSSIAN, "find", "date", "list")
    page_file.write_text(page_file.read_text(encoding="utf-8").replace(WORDS, russian), encoding="utf-8")
    page = open_page(f"{site.as_uri()}/search.html?q=radar")
    assert wait(page, "done") == "Найдено 2 статьи."
    strips = page.locator("#search-results .strip bdi").all_text_contents()
    assert strips == ["The Daily Example", "23 апреля 2007", "2001–2003"]
    page.fill("#search-input", "zzzz")
    page.get_by_text("Ни в одной статье нет этого слова.").wait_for()


def test_a_page_without_words_searches_all_the_same(open_page: OpenPage, tmp_path: Path) -> None:
    site = write_site(tmp_path, news())
    page_file = site / "search.html"
    bare = re.sub(r'<script type="application/json".*</script>', "", page_file.read_text(encoding="utf-8"))
    page_file.write_text(bare, encoding="utf-8")
    page = open_page(f"{site.as_uri()}/search.html?q=radar")
    assert wait(page, "done") == "find.found"
    assert page.locator("#search-results a").count() == 2


def test_a_result_in_a_script_from_right_to_left_runs_so_whatever_it_begins_with(
    open_page: OpenPage, tmp_path: Path
) -> None:
    articles = [
        article("a", "NATO وروسيا radar", title="NATO وروسيا", language="ar"),
        article("b", "radar", title="Radar", language="not a tag"),
    ]
    page = open_page(f"{write_site(tmp_path, archive(*articles)).as_uri()}/search.html?q=radar")
    wait(page, "done")
    shown = page.eval_on_selector_all("#search-results h2", "all => all.map(one => [one.dir, one.lang])")
    assert sorted(shown) == [["auto", "not a tag"], ["rtl", "ar"]]
