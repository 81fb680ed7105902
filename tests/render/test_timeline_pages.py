from __future__ import annotations

from generator.config import Config
from generator.render.timeline_pages import LONGEST_TIMELINE, timeline_pages
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
    dated = [an_article(f"Article {number}", date=str(2001 + number % 2)) for number in range(LONGEST_TIMELINE)]
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
