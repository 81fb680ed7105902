"""Dates as they are written in sources."""

from __future__ import annotations

import pytest

from generator.ingest.dates import NumericDates, find_dates, names_month


def found(text: str, numeric: NumericDates = "") -> list[str]:
    return [date.date.text for date in find_dates(text, numeric)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2007-04-23", "2007-04-23"),
        ("2013-09-15T10:22:00Z", "2013-09-15"),
        ("April 23, 2007", "2007-04-23"),
        ("Apr. 23 2007", "2007-04-23"),
        ("23 April 2007", "2007-04-23"),
        ("23rd of April, 2007", "2007-04-23"),
        ("October 23rd, 2007", "2007-10-23"),
        ("SEPT. 5, 2001", "2001-09-05"),
        ("7. April 2009", "2009-04-07"),
        ("1er août 2008", "2008-08-01"),
        ("3 de mayo de 2011", "2011-05-03"),
        ("29 января 2017", "2017-01-29"),
        ("14.11.2016", "2016-11-14"),
        ("07/27/2016", "2016-07-27"),
        ("27/07/2016", "2016-07-27"),
        ("05/05/2016", "2016-05-05"),
        ("2016/07/27", "2016-07-27"),
        ("2007年4月23日", "2007-04-23"),
        ("2007年4月", "2007-04"),
        ("April 2007", "2007-04"),
        ("Mai 2007", "2007-05"),
        ("23 Nisan 2007", "2007-04-23"),
        ("23 Απριλίου 2007", "2007-04-23"),
        ("23 Μαΐου 2007", "2007-05-23"),
        ("2007. április 23.", "2007-04-23"),
        ("2007년 4월 23일", "2007-04-23"),
        ("23 अप्रैल 2007", "2007-04-23"),
        ("२३ अप्रैल २००७", "2007-04-23"),
        ("23 كانون الثاني 2007", "2007-01-23"),
        ("٢٣ أبريل ٢٠٠٧", "2007-04-23"),
        ("٢٣ نيسان / أبريل ٢٠٠٧", "2007-04-23"),
        ("23 באפריל 2007", "2007-04-23"),
        ("23. huhtikuuta 2007", "2007-04-23"),
        ("23 kwietnia 2007", "2007-04-23"),
        ("den 23 april 2007", "2007-04-23"),
        ("28 آب/اغسطس 2013", "2013-08-28"),
        ("2007.04.23", "2007-04-23"),
        ("2007. 4. 23", "2007-04-23"),
        ("2007-4-23", "2007-04-23"),
        ("23. 4. 2007", "2007-04-23"),
        ("23 | 04 | 2007", "2007-04-23"),
        ("04.23.2007", "2007-04-23"),
        ("2007 Apr 23", "2007-04-23"),
        ("Apr 23 09:34 2007", "2007-04-23"),
        ("Apr 23 09:34:12 CEST 2007", "2007-04-23"),
        ("23-ago-2007", "2007-08-23"),
        ("23 set 2007", "2007-09-23"),
        ("23 апр. 2007", "2007-04-23"),
    ],
)
def test_a_date_as_exactly_as_it_is_written(text: str, date: str) -> None:
    assert found(text) == [date]
    assert found(f"It was, on {text}, so.") == [date]


@pytest.mark.parametrize(
    "text",
    ["2007", "April", "April 23", "31 April 2007", "2007-13-01", "12007-04-23", "version 2.0.2007", "Marching 2007",
     "Maytime 4, 2007x", "1.2.3.4", "", "two years ago 2007", "a record set 2007",
     "Program 2019.3.1", "2019.3.1.4"],
)  # fmt: skip
def test_no_date_without_a_year_or_that_no_calendar_has(text: str) -> None:
    assert found(text) == []


def test_the_time_of_day_that_was_run_together_with_a_date() -> None:
    assert found("28.09.201912:44") == ["2019-09-28"]
    assert found("28.09.1912:44") == [], "no day of 1912"
    assert found("28.09.1912") == ["1912-09-28"]


def test_a_word_before_a_date_is_not_taken_for_its_month() -> None:
    assert found("Copyright 2007 April 23, 2008") == ["2008-04-23"]
    assert found("Lamp 3, 2007 May 2009") == ["2009-05"]
    assert found("The lamp 4 May 2011") == ["2011-05-04"]


def test_a_date_that_can_be_two_days_counts_as_its_year() -> None:
    assert found("03/04/2007") == ["2007"]
    assert found("03/04/2007", "day-first") == ["2007-04-03"]
    assert found("03/04/2007", "month-first") == ["2007-03-04"]
    assert found("27/04/2007", "month-first") == ["2007-04-27"], "there is no 27th month"


def test_all_dates_from_left_to_right_with_their_places() -> None:
    text = "Published 3 May 2011, updated 5 May 2011"
    assert [text[date.start : date.end] for date in find_dates(text)] == ["3 May 2011", "5 May 2011"]


def test_two_dates_that_were_run_together() -> None:
    assert found("21. Januar 202221. Januar 2022")[0] == "2022-01-21"
    assert found("3. Mai 20113 Lampen") == []


@pytest.mark.parametrize(("word", "is_month"), [("Sept", True), ("травня", True), ("Marching", False), ("", False)])
def test_a_months_name(word: str, is_month: bool) -> None:
    assert names_month(word) is is_month
