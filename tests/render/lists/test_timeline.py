from __future__ import annotations

from generator.config import Config
from generator.render.lists.sheets import LONGEST_TIMELINE
from generator.render.lists.timeline import timeline_pages
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed


def test_a_small_archive_on_one_page() -> None:
    articles = [an_article("One", date="2001"), an_article("Two", date="2004-05"), an_article("Three")]
    (page,) = map(Parsed, timeline_pages(a_maker(an_archive(*articles))))
    assert page.texts("h2") == ["2001", "2004", "Date unknown"]
    assert [section["id"] for section in page.all("section", "group")] == ["y2001", "y2004", "undated"]
    assert [page.links()[year] for year in ("2001", "Date unknown")] == ["timeline.html#y2001", "timeline.html#undated"]
    assert page.texts("p", "size") == ["3 articles, 2 of them dated, from 2001 to 2004."]


def test_a_large_archive_has_pages_for_its_years_under_the_same_anchors() -> None:
    dated = [an_article(f"Article {number}", date=str(2001 + number % 2)) for number in range(LONGEST_TIMELINE + 50)]
    dated.sort(key=lambda article: str(article.meta.date))
    maker = a_maker(an_archive(*dated, an_article("Undated"), config=Config(title="T", per_page=100)))
    made = {page.path: page for page in timeline_pages(maker)}
    assert list(made) == [
        "timeline.html",
        "timeline/2001.html",
        "timeline/2001/page-2.html",
        "timeline/2002.html",
        "timeline/2002/page-2.html",
        "timeline/undated.html",
    ]
    years = Parsed(made["timeline.html"])
    assert [item["id"] for item in years.all("li") if "id" in item.attributes] == ["y2001", "y2002", "undated"]
    assert years.links()["2002"] == "timeline/2002.html"
    second = Parsed(made["timeline/2002/page-2.html"])
    assert second.texts("h1") == ["Timeline: 2002, page 2"]
    assert len(second.all("li", "row")) == 25
    here = Parsed(made["timeline/2002.html"]).all("a", aria_current="page")
    assert [link.text for link in here] == ["2002", "1"]
    assert all(len(page.data) < 100_000 for page in made.values())


def test_days_with_several_articles_stand_together() -> None:
    articles = [
        an_article("One", date="2001-05-25"),
        an_article("Two", date="2001-05-25", publication="A Paper"),
        an_article("Three", date="2001-05-26"),
    ]
    (page,) = map(Parsed, timeline_pages(a_maker(an_archive(*articles))))
    assert [day["datetime"] for day in page.all("time")] == ["2001-05-25", "2001-05-26"]
    assert page.texts("li", "day") == ["25 May One Two A Paper"]
    assert page.texts("li", "row") == ["One", "Two A Paper", "26 May Three"]


def test_the_page_of_a_full_year_names_its_months_and_on_which_page_they_begin() -> None:
    full = [
        an_article(f"Full {number:03}", date=f"2007-{1 + number // 30:02}-11")
        for number in range(LONGEST_TIMELINE + 50)
    ]
    maker = a_maker(an_archive(an_article("Alone", date="2006-02"), *full, config=Config(title="T", per_page=100)))
    made = {page.path: page for page in timeline_pages(maker)}
    first = Parsed(made["timeline/2007.html"])
    assert first.texts("h2") == ["January", "February", "March", "April"]
    months = first.one("nav", "letters", aria_label="Months")
    assert "January 30 February 30" in " ".join(months.text.split())
    ways = {link.text.split()[0]: link["href"] for link in first.all("a")}
    assert ways["April"] == "2007.html#y2007-04"
    assert ways["May"] == "2007/page-2.html#y2007-05"
    third = Parsed(made["timeline/2007/page-3.html"])
    assert third.texts("h2") == ["July", "August", "September"]
    # On each of its pages the year is the one where the reader is.
    assert [link.text for link in third.all("a", aria_current="page")] == ["2007", "3"]
    alone = Parsed(made["timeline/2006.html"])
    assert alone.texts("h2") == ["2006"]
    assert not alone.all("nav", aria_label="Months")


def test_of_many_years_a_years_page_names_those_around_it() -> None:
    dated = [an_article(f"Article {year}", date=str(year)) for year in range(1700, 1700 + LONGEST_TIMELINE + 1)]
    made = {page.path: page for page in timeline_pages(a_maker(an_archive(*dated)))}
    years = Parsed(made["timeline/1800.html"]).one("nav", aria_label="Years").text.split()
    assert years == ["1700", "…", *(str(year) for year in range(1795, 1806)), "…", "1900"]
    assert all(len(page.data) < 100_000 for page in made.values())
