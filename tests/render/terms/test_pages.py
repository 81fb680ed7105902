from __future__ import annotations

from generator.archive.values import Authority, Kind, Mention
from generator.articles.article import Article
from generator.config import Config
from generator.render.terms.pages import term_list_pages, term_pages
from generator.render.words.catalogue import ENGLISH
from generator.urls import slugify
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
        "example.org/rome?a=1&b=2",
    ]
    assert page.links()["example.org/rome?a=1&b=2"] == "https://www.example.org/rome?a=1&b=2"
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


def test_a_name_written_in_hundreds_of_ways() -> None:
    authority = Authority(id="rome", name="Rome", variants=tuple(f"Rome {number}" for number in range(1000)))
    archive = an_archive(an_article("One", places=("Rome",)), authorities={(Kind.PLACES, "rome"): authority})
    (page,) = map(Parsed, term_pages(a_maker(archive), Kind.PLACES))
    assert page.texts("dd")[0].endswith("Rome 18, Rome 19, 980 more")


GATES = "<p>It rained. The &lt;chief&gt; <em>Robert Gates</em> spoke &amp; left. Then nothing.</p>"


def named_in(article: Article, name: str) -> dict[str, list[Mention]]:
    start = article.html.index(name)
    return {article.slug: [Mention(Kind.PEOPLE, slugify(name), start, start + len(name))]}


def test_each_article_has_the_sentence_that_names_the_person() -> None:
    named = an_article("One", GATES, date="2001", people=("Robert Gates",), language="de")
    titled = an_article("Gates goes", date="2002", people=("Robert Gates",), summary="What happened.")
    archive = an_archive(named, titled, mentions=named_in(named, "Robert Gates"))
    (page,) = map(Parsed, term_pages(a_maker(archive), Kind.PEOPLE))
    quote = page.one("p", "row-quote")
    assert " ".join(quote.text.split()) == "The <chief> Robert Gates spoke & left."
    assert quote["lang"] == "de"
    assert page.texts("mark") == ["Robert Gates"]


def test_an_article_that_was_taken_down_has_no_sentence() -> None:
    gone = an_article("Gone", GATES, people=("Robert Gates",), withdrawn="A reason.", summary="Secret.")
    archive = an_archive(gone, mentions=named_in(gone, "Robert Gates"))
    (page,) = map(Parsed, term_pages(a_maker(archive), Kind.PEOPLE))
    assert not page.all("p", "row-quote")


def test_what_is_no_word_of_the_text_has_the_summaries() -> None:
    articles = [an_article("One", tags=("radar",), summary="Of <radars>."), an_article("Two", tags=("radar",))]
    (page,) = map(Parsed, term_pages(a_maker(an_archive(*articles)), Kind.TAGS))
    assert page.texts("p", "row-quote") == ["Of <radars>."]
    assert not page.all("mark")


def test_the_years_lead_to_their_place_in_the_terms_own_list() -> None:
    years = [2001, 2002, 2002, 2003, 2004]
    articles = [an_article(f"Article {n}", tags=("radar",), date=str(year)) for n, year in enumerate(years)]
    maker = a_maker(an_archive(*articles, config=Config(title="T", per_page=2)))
    first, second, _ = map(Parsed, term_pages(maker, Kind.TAGS))
    assert [bar["href"] for bar in first.all("a", "chart-bar")] == [
        "radar.html#y2001",
        "radar.html#y2002",
        "radar/page-2.html#y2003",
        "radar/page-3.html#y2004",
    ]
    assert first.texts("figcaption") == ["The largest number is from 2002: 2 articles."]
    assert not second.all("figure")


def test_few_articles_need_no_chart() -> None:
    articles = [an_article(f"Article {n}", tags=("radar",), date=str(2001 + n)) for n in range(4)]
    (page,) = map(Parsed, term_pages(a_maker(an_archive(*articles)), Kind.TAGS))
    assert not page.all("figure")


def test_who_and_what_a_term_appears_with() -> None:
    together = [
        an_article(f"Article {n}", people=("Jo Doe", "Al Roe"), tags=("radar",), author=("A. Writer",))
        for n in range(2)
    ]
    archive = an_archive(*together, an_article("Other", people=("Al Roe",)), an_article("Another"))
    maker = a_maker(archive)
    roe, doe = map(Parsed, term_pages(maker, Kind.PEOPLE))
    assert doe.texts("section", "company") == [
        "Appears most with People Al Roe 2 Tags radar 2 " + ENGLISH("company.explained")
    ]
    assert doe.links()["Al Roe"] == "al-roe.html"
    assert doe.links()["radar"] == "../tags/radar.html"
    (writer,) = map(Parsed, term_pages(maker, Kind.AUTHORS))
    assert writer.texts("h2")[0] == "Writes most about"
    assert "Who appears with whom" not in roe.links()


def test_those_in_the_picture_lead_to_it() -> None:
    people = ("Jo Doe", "Al Roe", "Cy Poe")
    archive = an_archive(*(an_article(f"Article {n}", people=people) for n in range(2)), an_article("Other"))
    maker = a_maker(archive)
    pages = [Parsed(page) for page in (*term_pages(maker, Kind.PEOPLE), *term_list_pages(maker, Kind.PEOPLE))]
    assert [page.links()["Who appears with whom"] for page in pages] == ["../together.html"] * 4


def test_a_feed_of_its_own() -> None:
    archive = an_archive(an_article("One", tags=("radar", "bases")), feeds=frozenset({(Kind.TAGS, "radar")}))
    bases, radar = map(Parsed, term_pages(a_maker(archive), Kind.TAGS))
    assert [link["href"] for link in radar.all("link", rel="alternate")] == ["../feed.atom", "radar.atom"]
    assert radar.links()["These articles, by date of change"] == "radar.atom"
    assert len(bases.all("link", rel="alternate")) == 1


def test_a_publication_is_not_named_in_each_row() -> None:
    articles = [an_article("One", date="2001", publication="The Daily Example", tags=("radar",))]
    maker = a_maker(an_archive(*articles))
    (paper,) = map(Parsed, term_pages(maker, Kind.PUBLICATIONS))
    assert paper.texts("li", "row") == ["2001 One"]
    (tag,) = map(Parsed, term_pages(maker, Kind.TAGS))
    assert tag.texts("li", "row") == ["2001 One The Daily Example"]
