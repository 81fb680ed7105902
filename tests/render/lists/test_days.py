from __future__ import annotations

from generator.archive.chronology import in_order_of_time
from generator.articles.article import Article
from generator.render.lists.days import MONTHS_FROM, by_year, has_months, stretch_of_year
from generator.render.lists.views import StretchView
from tests.render.archives import a_maker, an_archive, an_article


def dated(*dates: str) -> list[Article]:
    return [an_article(f"{position:02} of {when}", date=when) for position, when in enumerate(dates)]


def stretches(*articles: Article) -> list[StretchView]:
    ordered = in_order_of_time(articles)
    maker = a_maker(an_archive(*ordered))
    return [stretch_of_year(maker, year, of_year) for year, of_year in by_year(ordered)]


def days(stretch: StretchView) -> list[tuple[str, list[str]]]:
    return [(day.date.words, [entry.title.partition(" ")[0] for entry in day.entries]) for day in stretch.days]


def test_articles_of_one_date_share_its_label() -> None:
    (year,) = stretches(*dated("2002-05-25", "2002-05-25", "2002-06-01", "2002-05", "2002~", "2002~"))
    assert days(year) == [
        ("about 2002", ["04", "05"]),
        ("May", ["03"]),
        ("25 May", ["00", "01"]),
        ("1 June", ["02"]),
    ]


def test_what_is_known_less_of_stands_first_and_parts_no_day() -> None:
    (year,) = stretches(*dated("2002-01-01", "2002-01", "2002-01-01", "2002", "2002-01", "2002/2004", "2002-21"))
    assert days(year) == [
        ("2002 to 2004", ["05"]),
        ("2002", ["03"]),
        ("spring", ["06"]),
        ("January", ["01", "04"]),
        ("1 January", ["00", "02"]),
    ]


def test_that_dates_are_unknown_is_nothing_shared() -> None:
    (undated,) = stretches(an_article("One"), an_article("Two"))
    assert (undated.label, undated.anchor) == ("Date unknown", "undated")
    assert days(undated) == [("", ["One"]), ("", ["Two"])]


def test_a_full_year_has_its_months() -> None:
    dates = [f"2007-{1 + number % 3:02}-{1 + number % 28:02}" for number in range(MONTHS_FROM - 1)]
    (few,) = stretches(*dated(*dates))
    assert not few.months
    assert sum(len(day.entries) for day in few.days) == MONTHS_FROM - 1
    (year,) = stretches(*dated(*dates, "2007"))
    assert days(year) == [("2007", [f"{MONTHS_FROM - 1}"])]
    assert [(month.label, month.anchor) for month in year.months] == [
        ("January", "y2007-01"),
        ("February", "y2007-02"),
        ("March", "y2007-03"),
    ]
    assert sum(len(day.entries) for month in year.months for day in month.days) == MONTHS_FROM - 1


def test_one_month_needs_no_naming() -> None:
    ((_, articles),) = by_year(dated(*["2007-04-23"] * MONTHS_FROM))
    assert not has_months(articles)
