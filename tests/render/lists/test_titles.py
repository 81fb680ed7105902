from __future__ import annotations

from generator.config import Config
from generator.render.lists.titles import title_pages
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed


def test_the_list_from_a_to_z() -> None:
    titles = ["Zebra", "«Étude»", "apple", "100 days", "!!!", "Радар"]
    maker = a_maker(an_archive(*(an_article(title) for title in titles)))
    (page,) = map(Parsed, title_pages(maker))
    assert page.texts("h2") == ["Other", "0–9", "A", "E", "Z", "Р"]
    assert page.links()["E"] == "index.html#letter-e"
    assert {"letter-e", "letter-0", "letter-other", "letter-р"} <= {
        section["id"] for section in page.all("section", "group")
    }
    assert page.links()["«Étude»"] == "etude.html"


def test_a_long_list_goes_on_and_its_letters_lead_to_the_right_page() -> None:
    titles = ["Aa", "Ab", "Ba", "Bb", "Ca"]
    maker = a_maker(an_archive(*(an_article(title) for title in titles), config=Config(title="T", per_page=3)))
    made = list(title_pages(maker))
    assert [page.path for page in made] == ["articles/index.html", "articles/page-2.html"]
    first, second = map(Parsed, made)
    assert second.texts("h1") == ["Articles, page 2"]
    assert second.texts("h2") == ["B", "C"]
    for page in (first, second):
        assert [page.links()[letter] for letter in "ABC"] == [
            "index.html#letter-a",
            "index.html#letter-b",
            "page-2.html#letter-c",
        ]
    assert [link["href"] for link in second.all("a", rel="prev")] == ["index.html"]
    assert second.one("a", aria_current="page").text == "2"


def test_the_article_that_is_passed_over_is_that_of_the_titles_language() -> None:
    articles = [
        an_article("The Zebra"),
        an_article("Die Zeit", language="de"),
        an_article("Die Hard"),
        an_article("Le Monde", language="fr-CA"),
    ]
    (page,) = map(Parsed, title_pages(a_maker(an_archive(*articles, config=Config(title="T", language="en-GB")))))
    assert [row.text.split()[-1] for row in page.all("span", "row-title")] == ["Hard", "Monde", "Zebra", "Zeit"]
    assert page.texts("h2") == ["D", "M", "Z"]


def test_no_articles() -> None:
    (page,) = map(Parsed, title_pages(a_maker(an_archive())))
    assert page.texts("p", "size") == ["There is no article in this archive yet."]
