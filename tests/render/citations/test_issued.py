from __future__ import annotations

import pytest

from generator.articles.edtf_date import parse_edtf
from generator.render.citations.date_text import APA, CHICAGO, MLA, PLAIN, date_text
from generator.render.citations.issued import Issued, Moment, issued


def of(text: str) -> Issued:
    found = issued(parse_edtf(text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2007", Moment(2007)),
        ("2007-04", Moment(2007, 4)),
        ("2007-04-23", Moment(2007, 4, 23)),
        ("2007~", Moment(2007, about=True)),
        ("2007-04?", Moment(2007, 4, uncertain=True)),
        ("2007%", Moment(2007, about=True, uncertain=True)),
        ("2001-22", Moment(2001, season=2)),
        ("200X", Moment(2000, is_decade=True)),
        ("2007-XX", Moment(2007)),
        ("2007-04-XX", Moment(2007, 4)),
        ("2007-04-23T10:00:00Z", Moment(2007, 4, 23)),
        ("2007-04-01/2007-04-01", Moment(2007, 4, 1)),
    ],
)
def test_a_moment(text: str, moment: Moment) -> None:
    assert of(text).moment == moment


def test_intervals() -> None:
    assert (of("2004/2006-05").first, of("2004/2006-05").last) == (Moment(2004), Moment(2006, 5))
    assert (of("2004/..").first, of("2004/..").last) == (Moment(2004), None)
    assert (of("../2006").first, of("../2006").last) == (None, Moment(2006))
    assert (of("20XX").first, of("20XX").last) == (Moment(2000), Moment(2099))
    assert of("../2006").year == 2006
    assert of("2004/2006").moment is None
    assert of("2004/..").moment is None


def test_what_says_nothing_is_no_date() -> None:
    assert issued(None) is None
    assert issued(parse_edtf("../..")) is None


@pytest.mark.parametrize("text", ["2007", "2007-04", "2007-04-23"])
def test_an_exact_date_is_iso(text: str) -> None:
    assert of(text).iso == text


@pytest.mark.parametrize("text", ["2007~", "2001-22", "200X", "2004/2006", "2004/..", "../2006"])
def test_any_other_is_not(text: str) -> None:
    assert of(text).iso == ""


# Chicago, MLA, APA and fields of data, in that order. Forms of plain dates: CMOS 18, chapter 14, on newspapers; MLA 9,
# chapter 5 and appendix 1; APA 7, section 9.14. What no manual shows (an open interval) is told in words.
@pytest.mark.parametrize(
    ("text", "chicago", "mla", "apa", "in_data"),
    [
        ("2007-04-23", "April 23, 2007", "23 Apr. 2007", "2007, April 23", "23 April 2007"),
        ("2007-05-01", "May 1, 2007", "1 May 2007", "2007, May 1", "1 May 2007"),
        ("2007-09", "September 2007", "Sept. 2007", "2007, September", "September 2007"),
        ("2007", "2007", "2007", "2007", "2007"),
        ("2005~", "[ca. 2005]", "circa 2005", "ca. 2005", "ca. 2005"),
        ("2005?", "[2005?]", "2005?", "2005?", "2005?"),
        ("2005%", "[ca. 2005?]", "circa 2005?", "ca. 2005?", "ca. 2005?"),
        ("2005-03~", "[ca. March 2005]", "circa Mar. 2005", "ca. 2005, March", "ca. March 2005"),
        ("2001-23", "Fall 2001", "fall 2001", "2001, Fall", "Fall 2001"),
        ("200X", "2000s", "2000s", "2000s", "2000s"),
        ("2004/2006", "2004–2006", "2004–06", "2004–2006", "2004–2006"),
        ("1998/2001", "1998–2001", "1998–2001", "1998–2001", "1998–2001"),
        ("2007-03/2007-04", "March–April 2007", "Mar.–Apr. 2007", "2007, March–April", "March–April 2007"),
        ("2007-04-23/2007-04-25", "April 23–25, 2007", "23–25 Apr. 2007", "2007, April 23–25", "23–25 April 2007"),
        (
            "2007-04-23/2007-05-02",
            "April 23–May 2, 2007",
            "23 Apr.–2 May 2007",
            "2007, April 23–May 2",
            "23 April–2 May 2007",
        ),
        (
            "2007-12-30/2008-01-02",
            "December 30, 2007–January 2, 2008",
            "30 Dec. 2007–2 Jan. 2008",
            "2007, December 30–2008, January 2",
            "30 December 2007–2 January 2008",
        ),
        ("2004~/2006", "[ca. 2004]–2006", "circa 2004–2006", "ca. 2004–2006", "ca. 2004–2006"),
        ("2004~/2006~", "[ca. 2004–2006]", "circa 2004–06", "ca. 2004–2006", "ca. 2004–2006"),
        ("2004/..", "2004 or later", "2004 or later", "2004 or later", "2004 or later"),
        ("../2006-05", "May 2006 or earlier", "May 2006 or earlier", "2006, May or earlier", "May 2006 or earlier"),
    ],
)
def test_dates_in_words(text: str, chicago: str, mla: str, apa: str, in_data: str) -> None:
    assert [date_text(of(text), form) for form in (CHICAGO, MLA, APA, PLAIN)] == [chicago, mla, apa, in_data]
