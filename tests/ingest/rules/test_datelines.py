"""Rules for when the article was published and updated: never a guess."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


@pytest.mark.parametrize(
    ("line", "date", "updated"),
    [
        ("3 May 2011", "2011-05-03", ""),
        ("Tuesday, 3 May 2011", "2011-05-03", ""),
        ("May 3, 2011 10:05 am EST", "2011-05-03", ""),
        ("Published: May 3, 2011", "2011-05-03", ""),
        ("May 2011", "2011-05", ""),
        ("2011-05-03T10:22:00Z", "2011-05-03", ""),
        ("29 января 2017, 14:05", "2017-01-29", ""),
        ("7. April 2009", "2009-04-07", ""),
        ("This is an archive article published on April 23, 2007", "2007-04-23", ""),
        ("Last Updated: 07/27/2016", "", "2016-07-27"),
        (". Last Updated: 07/27/2016", "", "2016-07-27"),
        ("Updated 14.11.2016", "", "2016-11-14"),
        ("Published 3 May 2011, updated 5 May 2011", "2011-05-03", "2011-05-05"),
        ("Posted on May 3, 2011 | Last modified May 5, 2011", "2011-05-03", "2011-05-05"),
        ("Published: 03/04/2007", "2007", ""),
        ("Retrieved 3 May 2011", "", ""),
        ("© 2011", "", ""),
    ],
)
def test_a_line_about_a_date_under_the_title(line: str, date: str, updated: str) -> None:
    meta = article(line).meta
    assert (str(meta.date or ""), str(meta.updated or "")) == (date, updated)


@pytest.mark.parametrize(("order", "date"), [("day-first", "2007-04-03"), ("month-first", "2007-03-04")])
def test_how_a_numeric_date_is_meant_can_be_said(order: str, date: str) -> None:
    assert str(article("Published: 03/04/2007", numeric_dates=order).meta.date) == date


def test_a_byline_in_the_same_line() -> None:
    line = "October 23rd, 2007 Posted By The Bashman."
    result = article(line)
    assert (result.span(line).keys, result.meta.author, str(result.meta.date)) == (
        ("date", "author"), ("The Bashman",), "2007-10-23"
    )  # fmt: skip


def test_two_persons_in_the_same_line() -> None:
    assert article("May 3, 2011 by Ada Example and Ben Muster").meta.author == ("Ada Example", "Ben Muster")


def test_the_publication_in_the_same_line() -> None:
    result = article("Ostrava Review, 21 September 2009")
    assert (result.meta.publication, str(result.meta.date)) == ("Ostrava Review", "2009-09-21")


@pytest.mark.parametrize(
    "line",
    [
        "On 4 June 2014 it closed.",
        "It closed on 4 June 2014.",
        "Monday, 3 May 1999 was a wet day.",
        "It was signed and released on 3 May 1999.",
        "Updated figures of 3 May 1999 show it.",
    ],
)
def test_a_sentence_with_a_date_is_kept_wherever_it_stands(line: str) -> None:
    for result in (article("By Ada Example", line), article_around(line), article(below=(line,))):
        assert (result.fate(line), result.meta.date) == (Fate.KEPT, None)


def test_a_bare_date_in_the_middle_is_the_texts() -> None:
    result = article_around("3 May 2011")
    assert (result.fate("3 May 2011"), result.meta.date) == (Fate.KEPT, None)


def test_a_bare_date_below_the_text_is_not_the_articles() -> None:
    assert article(below=("3 May 2011",)).meta.date is None


def test_a_labelled_date_below_the_text_is() -> None:
    assert str(article(below=("Published: 3 May 2011",)).meta.date) == "2011-05-03"


def test_the_first_of_two_dates_of_publication_stands_and_the_other_is_set_aside() -> None:
    result = article("Published: 3 May 2011", below=("Published: 4 May 2011",))
    assert str(result.meta.date) == "2011-05-03"
    assert result.fate("Published: 4 May 2011") is Fate.SET_ASIDE


def test_an_update_without_a_date_is_set_aside() -> None:
    assert article("Last updated").span("Last updated").role is Role.UPDATED
    assert article(below=("It was updated twice.",)).fate("It was updated twice.") is Fate.KEPT


def test_a_masthead_with_the_only_date() -> None:
    result = clean_blocks("Fennick Gazette | Saturday 25 May 2002", TITLE, *PARAGRAPHS)
    assert (str(result.meta.date), result.meta.publication) == ("2002-05-25", "Fennick Gazette")


@pytest.mark.parametrize(
    "line", ["Saturday 25 May 2002", "Fennick Gazette Saturday 25 May 2002", "May 2002 | Fennick Gazette"]
)
def test_a_date_above_the_title_without_the_papers_name_is_the_pages(line: str) -> None:
    assert clean_blocks(line, TITLE, *PARAGRAPHS).meta.date is None


def test_a_mastheads_date_gives_way_to_the_articles_own() -> None:
    result = clean_blocks("Fennick Gazette | Saturday 25 May 2002", TITLE, "3 May 2001", *PARAGRAPHS)
    assert str(result.meta.date) == "2001-05-03"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 2007", "2007"),
        ("Published in 2007", "2007"),
        ("Date: about 2007", "2007~"),
        ("Date: c. 1907", "1907~"),
        ("Published: April 2007", "2007-04"),
        ("Date: around April 2007", "2007-04~"),
        ("Date: 2007?", "2007?"),
        ("Date: c. 2007 (?)", "2007%"),
        ("Erschienen: um 1931", "1931~"),
        ("Дата: около 2007 г.", "2007~"),
    ],
)
def test_a_date_of_which_little_is_known(line: str, date: str) -> None:
    result = article(line)
    assert str(result.meta.date) == date
    assert result.span(line).keys == ("date",)


@pytest.mark.parametrize("line", ["2007", "Copyright: 2007", "Since 2007", "Model year 2007", "Published: soon 2007"])
def test_a_year_that_is_not_said_to_be_the_date_is_none(line: str) -> None:
    assert article(line).meta.date is None
