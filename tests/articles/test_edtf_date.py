from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.edtf_date import EdtfDate, parse_edtf, year_of


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2007", "2007-01-01", "2007-12-31", "year"),
        ("2007-04", "2007-04-01", "2007-04-30", "month"),
        ("2008-02", "2008-02-01", "2008-02-29", "month"),
        ("2007-12", "2007-12-01", "2007-12-31", "month"),
        ("2007-04-23", "2007-04-23", "2007-04-23", "day"),
        ("0007", "0007-01-01", "0007-12-31", "year"),
        ("2007~", "2007-01-01", "2007-12-31", "year"),
        ("2007-04?", "2007-04-01", "2007-04-30", "month"),
        ("2007-04-23%", "2007-04-23", "2007-04-23", "day"),
        ("2001-21", "2001-03-01", "2001-05-31", "range"),
        ("2001-22", "2001-06-01", "2001-08-31", "range"),
        ("2001-23", "2001-09-01", "2001-11-30", "range"),
        ("200X", "2000-01-01", "2009-12-31", "range"),
        ("20XX", "2000-01-01", "2099-12-31", "range"),
        ("2004-XX", "2004-01-01", "2004-12-31", "range"),
        ("2004-06-XX", "2004-06-01", "2004-06-30", "range"),
        ("2004/2006", "2004-01-01", "2006-12-31", "range"),
        ("2004-05/2006-01-02", "2004-05-01", "2006-01-02", "range"),
        ("2004-05-06/2004-05-06", "2004-05-06", "2004-05-06", "range"),
        ("1984?/2004%", "1984-01-01", "2004-12-31", "range"),
        ("2006/", "2006-01-01", "9999-12-31", "range"),
        ("2006/..", "2006-01-01", "9999-12-31", "range"),
        ("/2006", "0001-01-01", "2006-12-31", "range"),
        ("../2006", "0001-01-01", "2006-12-31", "range"),
        ("../..", "0001-01-01", "9999-12-31", "range"),
        ("2004-01-01T10:10:10Z", "2004-01-01", "2004-01-01", "range"),
    ],
)
def test_the_days_that_a_date_allows(text: str, earliest: str, latest: str, precision: str) -> None:
    parsed = parse_edtf(text)
    assert (parsed.earliest.isoformat(), parsed.latest.isoformat(), parsed.precision) == (earliest, latest, precision)
    assert parsed.year == parsed.earliest.year
    assert str(parsed) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "yesterday", "April 2007", "23.04.2007", "2007-4-23", "2007/04/23", "20070423", "07", "2007-04-23x"),
        *("2007-13", "2007-00", "2007-00-01", "2007-13-01", "2007-04-31", "2005-02-29", "2007-02-00", "0000", "-0050"),
        *("2007-20", "Y170000002", "2004-1X", "XXXX", "2007~~", "2004T", "２００７", "2007-０4", "2007-04 -23"),
        *(
            "/",
            "..",
            "/..",
            "../",
            "2004/2006/2008",
            "2006/2004",
            "2006-01-02/2006-01-01",
            "2006/x",
            "x/2006",
            "2006/..~",
        ),
    ],
)
def test_what_is_no_date(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="not a date: "):
        parse_edtf(text)
    assert capsys.readouterr() == ("", "")


@given(st.text(alphabet="0123456789-/.XY~?%TZ:+", max_size=14))
def test_any_text_is_a_date_or_refused_in_a_readers_words(text: str) -> None:
    try:
        parsed = parse_edtf(text)
    except ValueError as error:
        words = str(error)
    else:
        assert parsed.earliest <= parsed.latest
        assert parsed.precision in ("day", "month", "year", "range")
        return
    assert words.startswith("not a date: ")


@given(st.dates(), st.sampled_from(["", "~", "?", "%"]))
def test_every_day_month_and_year_is_read(day: date, mark: str) -> None:
    iso = day.isoformat()
    assert parse_edtf(iso + mark).earliest == parse_edtf(iso + mark).latest == day
    month = parse_edtf(iso[:7] + mark)
    last = calendar.monthrange(day.year, day.month)[1]
    assert (month.earliest, month.latest) == (day.replace(day=1), day.replace(day=last))
    year = parse_edtf(iso[:4] + mark)
    assert (year.earliest, year.latest) == (date(day.year, 1, 1), date(day.year, 12, 31))
    assert year.is_approximate is (mark != "")


def test_the_year_under_which_an_article_stands() -> None:
    assert year_of(parse_edtf("2004/2006")) == 2004
    assert year_of(parse_edtf("../2006")) == 0
    assert year_of(None) is None


def test_blanks_around_a_date_are_no_part_of_it() -> None:
    assert parse_edtf(" 2007-04-23\n").text == "2007-04-23"


@pytest.mark.parametrize(
    ("text", "is_approximate"),
    [("2007", False), ("2007~", True), ("2007?", True), ("2007%", True), ("2004/2006", False), ("2004~/2006", True)],
)
def test_marks_of_doubt(text: str, is_approximate: bool) -> None:
    assert parse_edtf(text).is_approximate is is_approximate


def test_dates_are_equal_where_they_are_written_alike() -> None:
    assert parse_edtf("2007") == parse_edtf("2007")
    assert len({parse_edtf("2007"), parse_edtf("2007")}) == 1
    assert parse_edtf("2007") != parse_edtf("2007~")
    assert parse_edtf("2006/") != parse_edtf("2006/..")
    assert parse_edtf("2007") != "2007"
    assert repr(EdtfDate("x", date.min, date.max)) == "EdtfDate('x')"
