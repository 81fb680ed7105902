from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from string import ascii_uppercase

import pytest

from generator.archive.values import Kind
from generator.articles.article import Article
from generator.config import Config
from generator.output_file import OutputFile
from generator.render.page.maker import PageMaker
from generator.render.terms.pages import term_list_pages, term_pages
from generator.render.terms.parts import MOST_LISTED, most_listed, term_parts
from tests.render.archives import a_maker, a_site, an_archive, an_article
from tests.render.parsed import Parsed


def articles_of(years: list[str]) -> list[Article]:
    return [
        an_article(f"Article {number}", tags=("radar",), **({"date": year} if year else {}))
        for number, year in enumerate(years)
    ]


def maker_of(years: list[str], per_page: int = 2) -> PageMaker:
    return a_maker(an_archive(*articles_of(years), config=Config(title="T", per_page=per_page)))


def parts_of(years: list[str], most: int = MOST_LISTED) -> list[tuple[str, str]]:
    maker = maker_of(years)
    return [(part.text, part.path) for part in term_parts(maker, maker.archive.terms[Kind.TAGS][0], most)]


def test_the_pages_of_a_long_list_go_by_their_years() -> None:
    assert parts_of(["2001", "2003", "2003", "2007", "2007", ""]) == [
        ("2001 to 2003", "tags/radar.html"),
        ("2003 to 2007", "tags/radar/page-2.html"),
        ("2007, date unknown", "tags/radar/page-3.html"),
    ]


def test_pages_of_the_same_years_are_counted() -> None:
    assert [text for text, _ in parts_of(["2007"] * 6 + [""] * 3)] == [
        "2007",
        "2007 (2)",
        "2007 (3)",
        "date unknown",
        "date unknown (2)",
    ]


def test_a_list_on_one_page_has_no_parts() -> None:
    assert parts_of(["2001", "2002"]) == []


def test_of_a_very_long_list_several_pages_stand_under_one_link() -> None:
    years = [str(1950 + number) for number in range(61)]
    assert len(parts_of(years[:60])) == MOST_LISTED
    # 31 pages: two under each link, and the last alone.
    listed = parts_of(years)
    assert listed[:2] == [("1950 to 1953", "tags/radar.html"), ("1954 to 1957", "tags/radar/page-3.html")]
    assert (len(listed), listed[-1]) == (16, ("2010", "tags/radar/page-31.html"))


def test_a_list_of_names_that_all_have_long_lists_is_not_too_heavy() -> None:
    names = tuple(f"subject {number:03}" for number in range(100))
    articles = [an_article(f"Article {number}", tags=names, date=str(1900 + number)) for number in range(40)]
    maker = a_maker(an_archive(*articles, config=Config(title="T", per_page=2)))
    terms = maker.archive.terms[Kind.TAGS]
    # Twenty pages each.
    assert [most_listed(maker, terms[:number]) for number in (1, 30, 31, 60, 100)] == [30, 30, 19, 10, 6]
    assert most_listed(maker, [*terms] * 7) == 1
    assert term_parts(maker, terms[0], 1) == ()


def test_every_page_of_a_very_long_list_is_a_click_from_the_first() -> None:
    maker = maker_of([str(1900 + number) for number in range(100)], per_page=2)
    first, *others = map(Parsed, term_pages(maker, Kind.TAGS))
    assert len(others) == 49
    assert {f"radar/page-{number}.html" for number in range(2, 51)} <= {link["href"] for link in first.all("a")}
    assert {f"page-{number}.html" for number in range(2, 51)} <= {link["href"] for link in others[20].all("a")}


@pytest.mark.parametrize("theme", ["reader", "plain"])
def test_the_parts_stand_on_the_pages_of_the_term_and_in_the_list_of_its_kind(theme: str) -> None:
    maker = a_maker(an_archive(*articles_of(["2001", "2003", "2007"]), config=Config(title="T", per_page=2)), theme)
    first, second = map(Parsed, term_pages(maker, Kind.TAGS))
    assert [first.links()[label] for label in ("2001 to 2003", "2007")] == ["radar.html", "radar/page-2.html"]
    assert [second.links()[label] for label in ("2001 to 2003", "2007")] == ["../radar.html", "page-2.html"]
    assert "2007" in [link.text.strip() for link in second.all("a", aria_current="page")]
    (list_page,) = map(Parsed, term_list_pages(maker, Kind.TAGS))
    assert [list_page.links()[label] for label in ("2001 to 2003", "2007")] == ["radar.html", "radar/page-2.html"]
    assert list_page.one("ul", "parts")["aria-label"] == "radar by years"


def links_of(page: OutputFile) -> Iterator[str]:
    """The paths of the pages that a page leads to."""
    for link in Parsed(page).all("a"):
        address = link.attributes.get("href", "").partition("#")[0]
        if address.endswith(".html") and ":" not in address:
            yield normpath(join(dirname(page.path), address))


def clicks_from_home(site: dict[str, OutputFile], most: int) -> dict[str, int]:
    """How many clicks lead from the home page to each page, of those that `most` clicks lead to."""
    clicks = {"index.html": 0}
    for number in range(1, most + 1):
        reached = {path for page, count in clicks.items() if count == number - 1 for path in links_of(site[page])}
        clicks |= dict.fromkeys(reached - set(clicks), number)
    return clicks


@pytest.mark.parametrize("theme", ["reader", "plain", "broadsheet"])
def test_everything_that_mentions_a_name_is_three_clicks_from_home(theme: str) -> None:
    """Also where many are named more often, so that the home page has no room for the name itself."""
    often = tuple(f"{letter}ver Oftener" for letter in "ABCDEFGH")
    others = [f"{letter}{second} Lane" for letter in ascii_uppercase for second in "aeiou"]
    articles = [
        an_article(
            f"Article {number}",
            date=f"{1950 + number // 10}",
            people=(*(("Robert Gates",) if number % 2 else often), others[number % len(others)]),
        )
        for number in range(260)
    ]
    archive = an_archive(*articles, config=Config(title="T", per_page=20), related=False)
    gates = next(term for term in archive.terms[Kind.PEOPLE] if term.id == "robert-gates")
    assert len(gates.articles) > 6 * 20
    # Only by way of people: lists of titles and years lead to some articles too.
    ways = {
        path: file if path == "index.html" or path.startswith("people/") else OutputFile(path, b"")
        for path, file in a_site(archive, theme=theme).items()
    }
    named = {f"articles/{slug}.html" for term in archive.terms[Kind.PEOPLE] for slug in term.articles}
    assert len(named) == len(articles)
    assert named <= set(clicks_from_home(ways, 3))
