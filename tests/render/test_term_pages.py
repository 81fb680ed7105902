from __future__ import annotations

from generator.archive.values import Authority, Kind
from generator.config import Config
from generator.render.term_pages import term_list_pages, term_pages
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed


def test_the_list_of_a_kind() -> None:
    articles = [an_article("One", tags=("radar", "treaties")), an_article("Two", tags=("radar",))]
    (page,) = map(Parsed, term_list_pages(a_maker(an_archive(*articles)), Kind.TAGS))
    assert page.texts("h1") == ["Tags"]
    assert page.texts("p", "size") == ["2 tags"]
    (terms,) = page.texts("ul", "terms")
    assert terms == "radar 2 articles treaties 1 article"
    assert page.links()["radar"] == "radar.html"


def test_a_kind_without_terms_has_no_page() -> None:
    assert list(term_list_pages(a_maker(an_archive(an_article("One"))), Kind.PEOPLE)) == []


def test_a_term_with_what_is_known_of_it() -> None:
    authority = Authority(
        id="rome",
        name="Rome",
        variants=("Roma", "the <Eternal> City"),
        description="Capital of Italy.",
        links=("https://www.example.org/rome?a=1&b=2",),
        coordinates=(-41.895, 12.4822),
    )
    articles = [
        an_article("One", places=("Rome",), date="2001-02-03", publication="The Daily Example"),
        an_article("Two", places=("Rome",), date="2004"),
        an_article("Three", places=("Rome",)),
    ]
    archive = an_archive(*articles, authorities={(Kind.PLACES, "rome"): authority})
    (page,) = map(Parsed, term_pages(a_maker(archive), Kind.PLACES))
    assert page.texts("h1") == ["Rome"]
    assert page.texts("p", "strip") == ["Place 3 articles, 2001 to 2004"]
    assert page.texts("p", "dek") == ["Capital of Italy."]
    assert page.texts("dd") == [
        "Roma, the <Eternal> City",
        "41.90° S, 12.48° E",
        "https://www.example.org/rome?a=1&b=2",
    ]
    assert page.texts("h2") == ["2001", "2004", "Date unknown"]
    assert page.texts("li", "row") == ["3 February One The Daily Example", "2004 Two", "Three"]
    assert page.links()["Place"] == "index.html"
    assert page.links()["One"] == "../articles/one.html"


def test_a_term_with_many_articles_goes_on_in_a_folder_of_its_own() -> None:
    articles = [an_article(f"Article {number}", tags=("radar",)) for number in range(3)]
    maker = a_maker(an_archive(*articles, config=Config(title="T", per_page=2)))
    made = list(term_pages(maker, Kind.TAGS))
    assert [page.path for page in made] == ["tags/radar.html", "tags/radar/page-2.html"]
    second = Parsed(made[1])
    assert second.texts("h1") == ["radar, page 2"]
    assert second.links()["Article 2"] == "../../articles/article-2.html"
    assert [link["href"] for link in second.all("a", rel="prev")] == ["../radar.html"]
