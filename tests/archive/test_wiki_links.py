from __future__ import annotations

import pytest

from generator.archive.names import fold
from generator.archive.wiki_links import WikiLinks, resolve_wiki_links
from generator.articles.article import Article, Page
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import Source
from generator.problems import Problems
from tests.archive.builders import article, page, told


def resolve(*articles: Article, pages: tuple[Page, ...] = (), drafts: tuple[Article, ...] = ()) -> WikiLinks:
    problems = Problems()
    links = resolve_wiki_links(articles, pages, drafts, problems)
    assert told(problems) == []
    return links


def problems_of(*articles: Article, pages: tuple[Page, ...] = (), drafts: tuple[Article, ...] = ()) -> list[str]:
    problems = Problems()
    resolve_wiki_links(articles, pages, drafts, problems)
    return told(problems)


@pytest.mark.parametrize(
    "target",
    ["radar-offer", "RADAR-OFFER", "radar-offer.md", "The radar offer", " the  Radar\tOffer ", "THE RADAR OFFER"],
)
def test_a_target_is_a_slug_a_file_name_or_a_title(target: str) -> None:
    links = resolve(article("radar-offer", title="The radar offer"), article("b", wiki=(target,)))
    assert links.targets[fold(target)] == "articles/radar-offer.html"
    assert links.backlinks == {"radar-offer": ("b",)}


@pytest.mark.parametrize("target", ["about", "about.md", "About this archive"])
def test_a_target_may_be_a_free_page(target: str) -> None:
    links = resolve(article("a", wiki=(target,)), pages=(page("about", "About this archive"),))
    assert links.targets[fold(target)] == "about.html"
    assert links.backlinks == {}


def test_a_missing_target_is_an_error_with_its_line_and_the_nearest_name() -> None:
    assert problems_of(article("radar-offer"), article("b", wiki=("radar-offer", "rador-offer"))) == [
        "error content/articles/b.md:11: no article called “rador-offer” (did you mean “radar-offer”?)"
    ]
    assert problems_of(article("b", wiki=("Quilts",))) == [
        "error content/articles/b.md:10: no article called “Quilts”"
        " (write the slug or the title of an article that is there)"
    ]


def test_a_free_page_may_not_link_to_nothing_either() -> None:
    assert problems_of(pages=(page("about", wiki=("Quilts",)),)) == [
        "error content/pages/about.md:10: no article called “Quilts”"
        " (write the slug or the title of an article that is there)"
    ]


def test_a_link_without_a_name_is_told_what_it_wants() -> None:
    assert problems_of(article("b", wiki=("",))) == [
        "error content/articles/b.md:10: no article called “”"
        " (a link to a section of the same page is written [words](#section))"
    ]


def test_a_title_that_two_articles_share_is_to_be_replaced_by_a_slug() -> None:
    twins = article("treaty-2", title="The treaty"), article("treaty", title="The Treaty")
    assert problems_of(*twins, article("c", wiki=("the treaty",))) == [
        "error content/articles/c.md:10: several articles are called “the treaty” (write the slug: treaty or treaty-2)"
    ]
    assert fold("the treaty") not in resolve(*twins).targets
    assert resolve(*twins, article("c", wiki=("treaty-2",))).backlinks == {"treaty-2": ("c",)}


def test_a_slug_goes_before_a_title_and_an_article_before_a_page() -> None:
    links = resolve(article("treaty"), article("b", title="Treaty"), article("about"), pages=(page("about"),))
    assert links.targets["treaty"] == "articles/treaty.html"
    assert links.targets["about"] == "articles/about.html"


def test_a_draft_is_no_target_and_the_hint_says_so() -> None:
    assert problems_of(article("b", wiki=("Later",)), drafts=(article("later"),)) == [
        "error content/articles/b.md:10: no article called “Later”"
        " (content/articles/later.md is a draft, and drafts are not published)"
    ]


def test_backlinks_count_each_article_once_in_the_order_given_and_not_itself() -> None:
    links = resolve(article("z", wiki=("a", "a", "A")), article("a", wiki=("a", "z")), article("m", wiki=("z", "a.md")))
    assert links.backlinks == {"a": ("z", "m"), "z": ("a", "m")}


SOURCE = Source(file="posts/2012-03-04-radar-offer.md", sha256="0" * 64, imported=parse_edtf("2026-11-21"))


def test_links_of_imported_articles_that_lead_nowhere_are_one_warning_each() -> None:
    links = "radar-offer", "/gone/", "Quilts", "#part"
    assert problems_of(article("radar-offer"), article("b", wiki=links, source=SOURCE)) == [
        "warning content/articles/b.md:11: links to what is not in this archive: /gone/ (and 2 more); only the words "
        "are shown (put such files into content/media/, or name an article of this archive)"
    ]


def test_addresses_of_the_old_site_lead_to_what_was_imported_from_it() -> None:
    wiki = "/2012/03/04/radar-offer.html", "/files/map.png", "https://old.example/not-here"
    problems = Problems()
    other = Source(file="b.md", sha256="0" * 64, imported=SOURCE.imported)
    old, by_hand = article("radar-offer", source=SOURCE), article("c", wiki=wiki[:1])
    links = resolve_wiki_links([old, article("b", wiki=wiki, source=other)], [], [], problems, ["media/map.png"])
    assert told(problems) == []
    assert [links.targets[fold(address)] for address in wiki[:2]] == ["articles/radar-offer.html", "media/map.png"]
    assert links.backlinks == {"radar-offer": ("b",)}
    assert len(problems_of(old, article("b", wiki=wiki[:1], source=other), by_hand)) == 1
