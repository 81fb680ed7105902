from __future__ import annotations

import pytest

from generator.config import Config, Search
from generator.render.home_page import home_page
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed


def test_what_the_archive_is_and_the_ways_in() -> None:
    articles = [
        an_article("Oldest", date="2001", tags=("radar",)),
        *(an_article(f"Article {number}", date=f"2004-0{number}", tags=("treaties",)) for number in range(1, 7)),
        an_article("Taken down", date="2005", withdrawn="A reason."),
        an_article("Undated", tags=("radar", "treaties", "bases")),
    ]
    config = Config(title="The <Archive>", description="What it is.")
    page = Parsed(home_page(a_maker(an_archive(*articles, config=config))))
    assert page.texts("h1") == ["The <Archive>"]
    assert page.one("title").text == "The <Archive>"
    assert page.texts("p", "dek") == ["What it is."]
    assert page.texts("p", "size") == ["9 articles, 8 of them dated, from 2001 to 2005."]
    assert page.texts("h2") == ["When the articles are from", "The latest by date", "Ways in"]
    # The newest first; what was taken down is no news, and what has no date has no place in an order by date.
    assert [row.split()[-1] for row in page.texts("li", "row")] == ["6", "5", "4", "3", "2", "1"]
    assert page.texts("section", "way") == ["Tags 3 tags treaties 7 radar 2 bases 1"]


def test_a_small_archive_shows_what_has_no_date_too() -> None:
    articles = [an_article("First", date="2001"), an_article("Undated"), an_article("Gone", withdrawn="A reason.")]
    page = Parsed(home_page(a_maker(an_archive(*articles))))
    assert "Articles" in page.texts("h2")
    assert [row.split()[-1] for row in page.texts("li", "row")] == ["First", "Undated"]


@pytest.mark.parametrize("enabled", [True, False])
def test_search_is_offered_where_there_is_one(enabled: bool) -> None:
    config = Config(title="T", search=Search(enabled=enabled))
    page = Parsed(home_page(a_maker(an_archive(an_article("One"), config=config))))
    assert [form["action"] for form in page.all("form")] == (["search.html"] if enabled else [])


def test_an_empty_archive() -> None:
    page = Parsed(home_page(a_maker(an_archive(config=Config(title="T", search=Search(enabled=False))))))
    assert page.texts("p", "size") == ["There is no article in this archive yet."]
    assert not page.all("h2")
    assert page.texts("nav", "site-navigation") == ["About"]
