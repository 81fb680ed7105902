from __future__ import annotations

import dataclasses

import pytest

from generator.config import Config, Search
from generator.render.front.home import home_page
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed


def test_what_the_archive_is_and_the_ways_in() -> None:
    articles = [
        an_article("Oldest", date="2001", tags=("radar",)),
        *(an_article(f"Article {number}", date=f"2004-{number:02}", tags=("treaties",)) for number in range(1, 11)),
        an_article("Taken down", date="2005", withdrawn="A reason."),
        an_article("Undated", tags=("radar", "treaties", "bases")),
    ]
    config = Config(title="The <Archive>", description="What it is.")
    page = Parsed(home_page(a_maker(an_archive(*articles, config=config))))
    assert page.texts("h1") == ["The <Archive>"]
    assert page.one("title").text == "The <Archive>"
    assert page.texts("p", "dek") == ["What it is."]
    assert page.texts("p", "size") == ["13 articles, 12 of them dated, from 2001 to 2005."]
    assert page.texts("h2") == ["When the articles are from", "The latest by date", "Ways in"]
    # The newest first; what was taken down is no news, and what has no date has no place in an order by date.
    assert page.texts("h3")[:3] == ["Article 10", "Article 9", "Article 8"]
    assert [row.split()[-1] for row in page.texts("li", "row")] == ["7", "6", "5", "4", "3", "2"]
    assert page.texts("section", "way") == ["Tags 3 tags treaties 11 radar 2 bases 1"]
    doors = ["articles/index.html", "timeline.html", "random.html#draw", "exports/index.html"]
    assert [page.links()[title] for title in ("Titles from A to Z", "Timeline", "A random article")] == doors[:3]
    assert page.links()["The archive as data"] == doors[3]


def test_a_small_archive_shows_what_has_no_date_too() -> None:
    articles = [an_article("First", date="2001"), an_article("Undated"), an_article("Gone", withdrawn="A reason.")]
    page = Parsed(home_page(a_maker(an_archive(*articles))))
    assert "Articles" in page.texts("h2")
    assert page.texts("h3")[:2] == ["First", "Undated"]
    assert not page.all("li", "row")


def test_the_front_page_tells_how_its_articles_begin() -> None:
    articles = [
        an_article("Third", text="How it begins. " * 30, publication="A Paper", language="de", date="2001-05"),
        an_article("Second", text="Its beginning.", summary="What it says.", date="2002"),
        an_article("First", text="One.\nTwo.", summary="In short.", date="2003"),
    ]
    page = Parsed(home_page(a_maker(an_archive(*articles))))
    lead, second, third = page.texts("article", "teaser")
    assert lead == "2003 First In short. One. Two."
    assert second == "2002 Second What it says."
    assert third.startswith("A Paper May 2001 German Third How it begins. How it")
    assert third.endswith(" …")
    assert len(third) < 220
    assert any(element.text.strip() == "Third" for element in page.elements if element.attributes.get("lang") == "de")


def test_what_site_yaml_chooses_stands_first() -> None:
    articles = [an_article(f"Article {number}", date=f"200{number}") for number in range(1, 6)]
    archive = dataclasses.replace(an_archive(*articles), featured=("article-2", "article-4"))
    page = Parsed(home_page(a_maker(archive)))
    assert page.texts("h2")[1:] == ["From the archive", "The latest by date", "Ways in"]
    assert page.texts("h3") == ["Article 2", "Article 4"]
    assert [row.split()[-1] for row in page.texts("li", "row")] == ["5", "4", "3", "2", "1"]


def test_what_was_added_last_where_imports_were_on_several_days() -> None:
    old = [an_article(f"Old {number:02}", date="2001", imported="2026-01-01") for number in range(4)]
    new = [an_article(f"New {number:02}", date="2005", imported="2026-01-01") for number in range(12)]
    same_day = Parsed(home_page(a_maker(an_archive(*old, *new))))
    assert "Added last" not in same_day.texts("h2")
    late = [an_article("Late", date="1999", imported="2026-02-02"), an_article("Gone", imported="2026", withdrawn="R")]
    page = Parsed(home_page(a_maker(an_archive(*late, *old, *new))))
    assert page.texts("h2")[2] == "Added last"
    # Those with which the archive began were not added to it, and what was taken down is no news.
    assert page.texts("li", "row")[6:] == ["1999 Late"]


def test_letters_lead_to_the_names_that_the_first_page_has_no_room_for() -> None:
    names = tuple(f"{letter}{second} Name" for letter in "ABR" for second in "abcdefghijklmnopqrstu")
    archive = an_archive(an_article("One", people=names), config=Config(title="T", per_page=50))
    page = Parsed(home_page(a_maker(archive)))
    assert [page.links()[letter] for letter in "ABR"] == [
        "people/index.html#letter-a",
        "people/index.html#letter-b",
        "people/index.html#letter-r",
    ]
    few = Parsed(home_page(a_maker(an_archive(an_article("One", people=names[:20])))))
    assert not few.all("nav", "letters")


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
