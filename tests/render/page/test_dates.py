from __future__ import annotations

import pytest

from generator.articles.edtf_date import parse_edtf
from generator.render.page.dates import machine_date, show_date, show_day, show_years
from generator.render.words.catalogue import ENGLISH, GERMAN, RUSSIAN


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
        ("199X?", "perhaps 1990s"),
        ("199X%", "perhaps about the 1990s"),
        ("20XX", "2000 to 2099"),
        ("20XX~", "about 2000 to 2099"),
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


@pytest.mark.parametrize(
    ("written", "german", "russian"),
    [
        ("2007-04-23", "23. April 2007", "23 апреля 2007"),
        ("2007-10", "Oktober 2007", "октябрь 2007"),
        ("2005~", "um 2005", "около 2005 года"),
        ("2005-03~", "um März 2005", "около марта 2005 года"),
        ("2005-03-01~", "um den 1. März 2005", "около 1 марта 2005 года"),
        ("2005-03?", "vielleicht März 2005", "возможно, март 2005"),
        ("2005-03-01?", "vielleicht 1. März 2005", "возможно, 1 марта 2005"),
        ("2005%", "vielleicht um 2005", "возможно, около 2005 года"),
        ("2004/2006", "2004–2006", "2004–2006"),
        ("2004-05/2006-01-02", "Mai 2004 bis 2. Januar 2006", "май 2004 — 2 января 2006"),
        ("1984?/2004~", "vielleicht 1984 bis um 2004", "возможно, 1984 — около 2004 года"),
        ("2004-05-01/..", "1. Mai 2004 oder später", "1 мая 2004 или позже"),
        ("../2006", "2006 oder früher", "2006 или раньше"),
        ("2001-21", "Frühjahr 2001", "весна 2001"),
        ("199X", "1990er", "1990-е"),
        ("199X~", "um die 1990er", "около 1990-х"),
        ("20XX", "2000–2099", "2000–2099"),
        ("2001-33", "1. Januar 2001 bis 31. März 2001", "1 января 2001 — 31 марта 2001"),
    ],
)
def test_a_date_in_other_languages(written: str, german: str, russian: str) -> None:
    date = parse_edtf(written)
    assert show_date(date, GERMAN).words == german
    assert show_date(date, RUSSIAN).words == russian


def test_a_day_under_its_year_in_other_languages() -> None:
    dates = [parse_edtf(written) for written in ("2007-04-23", "2007-04", "2007-04~", "2007-23")]
    assert [show_day(date, GERMAN).words for date in dates] == ["23. April", "April", "um April", "Herbst"]
    assert [show_day(date, RUSSIAN).words for date in dates] == ["23 апреля", "апрель", "около апреля", "осень"]


def test_no_date() -> None:
    assert show_date(None, ENGLISH).words == "date unknown"
    assert show_day(None, ENGLISH).words == ""


def test_years() -> None:
    assert show_years(2001, 2017, ENGLISH) == "2001 to 2017"
    assert show_years(2007, 2007, ENGLISH) == "2007"
    assert show_years(2001, 2017, GERMAN) == "2001–2017"
