from __future__ import annotations

import pytest

from generator.articles.edtf_date import parse_edtf
from generator.render.dates import machine_date, show_date, show_day, show_years, year_of
from generator.render.words.catalogue import ENGLISH


@pytest.mark.parametrize(
    ("written", "words", "under_its_year", "machine"),
    [
        ("2007-04-23", "23 April 2007", "23 April", "2007-04-23"),
        ("2007-10", "October 2007", "October", "2007-10"),
        ("2005", "2005", "2005", "2005"),
        ("2005~", "about 2005", "about 2005", ""),
        ("2005-03~", "about March 2005", "about March", ""),
        ("2005-03-01?", "perhaps 1 March 2005", "perhaps 1 March", ""),
        ("2005%", "perhaps about 2005", "perhaps about 2005", ""),
        ("0999", "999", "999", "0999"),
    ],
)
def test_a_date_as_far_as_it_is_known(written: str, words: str, under_its_year: str, machine: str) -> None:
    date = parse_edtf(written)
    assert show_date(date, ENGLISH).words == words
    assert show_day(date, ENGLISH).words == under_its_year
    assert show_date(date, ENGLISH).machine == machine
    assert show_day(date, ENGLISH).machine == machine


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2004/2006", "2004 to 2006"),
        ("2004-05/2006-01-02", "May 2004 to 2 January 2006"),
        ("1984?/2004~", "perhaps 1984 to about 2004"),
        ("2004-05-01/..", "1 May 2004 or later"),
        ("2004/", "2004 or later"),
        ("../2006", "2006 or earlier"),
        ("../..", "date unknown"),
        ("2001-21", "spring 2001"),
        ("2001-24/2003", "winter 2001 to 2003"),
        ("199X", "1990s"),
        ("20XX", "2000 to 2099"),
        ("2004-XX", "2004"),
        ("2004-06-XX", "June 2004"),
        ("2001-33", "1 January 2001 to 31 March 2001"),
    ],
)
def test_a_stretch_of_time(written: str, words: str) -> None:
    date = parse_edtf(written)
    assert show_date(date, ENGLISH).words == words
    # HTML's <time> knows no stretches, and no thirty-third month.
    assert machine_date(date) == ""


def test_no_date() -> None:
    assert show_date(None, ENGLISH).words == "date unknown"
    assert show_day(None, ENGLISH).words == ""


def test_the_year_under_which_an_article_stands() -> None:
    assert year_of(parse_edtf("2004/2006")) == 2004
    assert year_of(parse_edtf("../2006")) == 0
    assert year_of(None) is None


def test_years() -> None:
    assert show_years(2001, 2017, ENGLISH) == "2001 to 2017"
    assert show_years(2007, 2007, ENGLISH) == "2007"
