from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.values import Archive, Kind
from generator.articles.article import Article, Page
from generator.articles.source_text import SourceText
from generator.config import Config
from generator.problems import Problems
from tests.archive.builders import GATES, IGOR, SERGEI, article, authorities, authority, link, page, source, told

CONFIG = Config(title="A sample")
ALL = authorities(
    people=(GATES, IGOR, SERGEI),
    places=(authority("moscow", "Moscow"),),
    publications=(authority("times", "The Daily Times", "Times"),),
)


def linked(
    articles: Sequence[Article], pages: Sequence[Page] = (), sources: dict[str, SourceText] | None = None
) -> tuple[Archive, list[str]]:
    problems = Problems()
    archive = link(CONFIG, articles, pages, sources or {}, ALL, problems)
    return archive, told(problems)


def test_everything_is_linked() -> None:
    archive, problems = linked(
        [
            article("second", "Gates in Moscow.", date="2007-04-23", wiki=("first", "about"), tags=("Radar",)),
            article("first", "Igor Ivanov. Ivanov.", date="2001", publication="Times", aliases=("/old",)),
            article("undated", "Nothing.", people=("robert-gates",), author=("A. Writer",), wiki=("first",)),
        ],
        [page("about")],
        {"first": source()},
    )
    assert problems == []
    assert [a.slug for a in archive.articles] == ["first", "second", "undated"]
    assert archive.config is CONFIG
    first, second, undated = (archive.links[slug] for slug in ("first", "second", "undated"))
    assert (first.previous, first.next, second.previous, undated.previous) == (None, "second", "first", None)
    assert first.backlinks == ("second", "undated")
    assert [(m.kind, m.id) for m in first.mentions] == [(Kind.PEOPLE, "igor-ivanov")]
    assert [(m.kind, m.id) for m in second.mentions] == [(Kind.PEOPLE, "robert-gates"), (Kind.PLACES, "moscow")]
    assert undated.mentions == ()
    assert archive.terms_of["undated"][Kind.PEOPLE] == ("robert-gates",)
    assert archive.term_by_id[Kind.PEOPLE, "robert-gates"].articles == ("second", "undated")
    assert archive.term_by_id[Kind.PUBLICATIONS, "times"].name == "The Daily Times"
    assert archive.term_by_id[Kind.TAGS, "radar"].articles == ("second",)
    assert archive.aliases == {"old/index.html": "articles/first.html"}
    assert archive.wiki_targets["first"] == "articles/first.html"
    assert archive.wiki_targets["about"] == "about.html"
    assert [p.slug for p in archive.pages] == ["about"]
    assert list(archive.sources) == ["first"]


def test_the_editors_names_come_first_then_those_in_the_order_of_the_text() -> None:
    archive, _ = linked([article("a", "Sergei Ivanov, Robert Gates", people=("igor-ivanov", "robert-gates"))])
    assert archive.terms_of["a"][Kind.PEOPLE] == ("igor-ivanov", "robert-gates", "sergei-ivanov")


def test_related_articles_are_found() -> None:
    texts = {"a": "radar station road", "b": "radar station hill", "c": "fuel", "d": "crews", "e": "flights"}
    archive, _ = linked([article(slug, text) for slug, text in texts.items()])
    assert [other.slug for other in archive.links["a"].related] == ["b"]


def test_an_archive_of_nothing() -> None:
    archive, problems = linked([])
    assert problems == []
    assert archive.articles == ()
    assert set(archive.terms) == set(Kind)


def test_drafts_do_not_exist() -> None:
    archive, problems = linked(
        [
            article("a", "radar station road"),
            article(
                "later", "radar station road Gates", draft=True, tags=("x",), aliases=("/o",), wiki=("a", "nowhere")
            ),
            *(article(f"other{n}", f"word{n}") for n in range(4)),
        ],
    )
    assert problems == []
    assert "later" not in {a.slug for a in archive.articles}
    assert archive.links["a"].related == ()
    assert archive.links["a"].backlinks == ()
    assert all(terms == () for terms in archive.terms.values())
    assert archive.aliases == {}
    assert "later" not in archive.wiki_targets


def test_of_a_withdrawn_article_only_the_note_is_left() -> None:
    withdrawn = article(
        "gone", "radar station Gates", date="2005", summary="About Gates", withdrawn="by request", wiki=("a", "nowhere")
    )
    others = [
        article("a", "radar station road", date="2004", wiki=("gone",)),
        article("b", "fuel"),
        article("c", "crews"),
    ]
    archive, problems = linked([withdrawn, *others])
    assert problems == []
    gone = archive.by_slug["gone"]
    assert (gone.html, gone.text, gone.meta.summary, gone.wiki_links) == ("", "", "", ())
    assert (gone.meta.title, gone.meta.withdrawn) == ("Gone", "by request")
    assert archive.links["gone"].mentions == ()
    assert archive.links["gone"].related == ()
    assert archive.links["gone"].backlinks == ("a",)
    assert (archive.links["gone"].previous, archive.links["a"].next) == ("a", "gone")
    assert archive.links["a"].related == ()
    assert archive.links["a"].backlinks == ()
    assert archive.terms[Kind.PEOPLE] == ()


def test_two_files_with_one_slug_are_both_told() -> None:
    archive, problems = linked(
        [
            article("treaty", path="content/articles/2007/treaty.md"),
            article("Treaty", path="content/articles/2001/Treaty.md"),
        ],
        [page("colophon", path="content/pages/x/colophon.md"), page("colophon")],
    )
    assert problems == [
        "error content/articles/2001/Treaty.md: the address `Treaty` is taken twice"
        " (rename this file or content/articles/2007/treaty.md)",
        "error content/articles/2007/treaty.md: the address `treaty` is taken twice"
        " (rename this file or content/articles/2001/Treaty.md)",
        "error content/pages/colophon.md: the address `colophon` is taken twice"
        " (rename this file or content/pages/x/colophon.md)",
        "error content/pages/x/colophon.md: the address `colophon` is taken twice"
        " (rename this file or content/pages/colophon.md)",
    ]
    assert [a.path for a in archive.articles] == ["content/articles/2001/Treaty.md"]


@pytest.mark.parametrize("slug", ["index", "search", "timeline", "licenses", "404"])
def test_a_free_page_cannot_take_the_place_of_the_sites_own(slug: str) -> None:
    _, problems = linked([], [page(slug), page("about")])
    assert problems == [f"error content/pages/{slug}.md: the site has a page {slug}.html of its own (rename the file)"]


def test_aliases_are_held_against_every_page_of_the_site() -> None:
    taken = (
        "articles/b.html",
        "articles/b/source.html",
        "people/robert-gates.html",
        "tags/radar.html",
        "colophon.html",
    )
    _, problems = linked(
        [article("a", aliases=(*taken, "articles/c.html")), article("b", "Gates", tags=("Radar",))], [page("colophon")]
    )
    assert len(problems) == len(taken)
    assert all("the site has a page there" in problem for problem in problems)


def test_an_article_that_cites_itself_has_no_backlink() -> None:
    archive, problems = linked([article("a", wiki=("a",))])
    assert problems == []
    assert archive.links["a"].backlinks == ()


MANY = (
    article(
        "a", "Gates met Sergei Ivanov. Ivanov left.", date="2007", tags=("Radar", "x"), aliases=("/o",), wiki=("b",)
    ),
    article("b", "Ivanov of Moscow, radar and fuel", date="2007", tags=("radar",), wiki=("C", "a")),
    article("c", "radar and fuel and crews in Moscow", tags=("RADAR", "X!"), author=("N. N.",), aliases=("/O/",)),
    article("d", "fuel and crews", date="2001-09", publication="times", wiki=("nowhere",), people=("Nobody",)),
    article("e", "withdrawn radar", date="2002", withdrawn="x"),
    article("f", "draft radar", draft=True),
    article("g", "fuel", title="C"),
    article("b", "another", path="content/articles/x/b.md"),
)
PAGES = (page("about", wiki=("a",)), page("colophon", "About"), page("index"))


@settings(max_examples=50)
@given(st.permutations(MANY), st.permutations(PAGES))
def test_the_archive_is_the_same_in_whatever_order_articles_and_pages_come(
    articles: list[Article], pages: list[Page]
) -> None:
    assert linked(articles, pages) == linked(MANY, PAGES)
