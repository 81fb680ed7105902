from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.chronology import in_order_of_time, neighbours
from generator.articles.article import Article
from tests.archive.builders import article


def slugs(articles: tuple[Article, ...]) -> list[str]:
    return [a.slug for a in articles]


ARTICLES = (
    article("undated-b"),
    article("c", date="2007-04-23"),
    article("month", date="2007-04"),
    article("year", date="2007"),
    article("about", date="2007~"),
    article("b", date="2007-04-23"),
    article("spring", date="2007-21"),
    article("old", date="1999-12-31"),
    article("zz-last-day-of-all", date="9999-12-31"),
    article("undated-a"),
)
ORDER = ["old", "about", "year", "spring", "b", "c", "zz-last-day-of-all", "undated-a", "undated-b"]


def test_articles_stand_by_earliest_day_then_slug_and_undated_ones_last() -> None:
    # April 2007 may be the first of April, and so may the spring of 2007 begin before it.
    order = slugs(in_order_of_time(ARTICLES))
    assert order.index("month") < order.index("b")
    assert [slug for slug in order if slug != "month"] == ORDER


@given(st.permutations(ARTICLES))
def test_the_order_is_the_same_however_the_articles_come(articles: list[Article]) -> None:
    assert in_order_of_time(articles) == in_order_of_time(ARTICLES)


def test_neighbours_in_time() -> None:
    ordered = in_order_of_time([article("b", date="2002"), article("a", date="2001"), article("c", date="2003")])
    assert neighbours(ordered) == {"a": (None, "b"), "b": ("a", "c"), "c": ("b", None)}


def test_an_article_without_a_date_has_no_neighbours_and_is_none() -> None:
    ordered = in_order_of_time([article("x"), article("a", date="2001"), article("y"), article("b", date="2002")])
    assert neighbours(ordered) == {"a": (None, "b"), "b": ("a", None), "x": (None, None), "y": (None, None)}


def test_a_single_article_and_none_at_all() -> None:
    assert neighbours([article("a", date="2001")]) == {"a": (None, None)}
    assert neighbours([]) == {}
