from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.articles.article import Article
from generator.render.lists.chart import chart_of_years
from generator.render.lists.sheets import LONGEST_TIMELINE
from generator.render.page.views import ChartView
from generator.render.words.catalogue import ENGLISH
from tests.render.archives import an_archive, an_article


def chart(*years: int, undated: int = 0) -> ChartView | None:
    dated = [an_article(f"Dated {number}", date=str(year)) for number, year in enumerate(years)]
    return chart_of_years(an_archive(*dated, *_undated(undated)), ENGLISH)


def _undated(number: int) -> Sequence[Article]:
    return [an_article(f"Undated {position}") for position in range(number)]


def drawn(*years: int, undated: int = 0) -> ChartView:
    made = chart(*years, undated=undated)
    assert made is not None
    return made


def test_one_year_or_none_is_no_chart() -> None:
    assert chart() is None
    assert chart(2001, 2001, undated=3) is None


def test_a_column_for_each_year_that_has_articles_at_its_place_in_time() -> None:
    made = drawn(2001, 2001, 2001, 2001, 2003, 2004)
    assert [bar.name for bar in made.bars] == ["2001: 4 articles", "2003: 1 article", "2004: 1 article"]
    assert [bar.path for bar in made.bars] == [f"timeline.html#y{year}" for year in (2001, 2003, 2004)]
    assert [bar.place for bar in made.bars] == ["0.00%", "50.00%", "75.00%"]
    assert [bar.height for bar in made.bars] == ["66.00%", "16.50%", "16.50%"]
    assert all(float(bar.top[:-1]) + float(bar.height[:-1]) == 82 for bar in made.bars)


def test_a_caption_names_the_few_years_that_most_are_from() -> None:
    made = drawn(2001, 2001, 2001, 2002, 2003, 2004, 2007, 2007, 2007)
    assert made.caption == "Most of the archive is from 2001 and 2007."
    assert [bar.tick for bar in made.bars if bar.is_full] == ["2001", "2007"]


def test_what_is_undated_is_no_part_of_most() -> None:
    assert drawn(2001, 2001, 2001, 2002, 2003, undated=3).caption == "The largest number is from 2001: 3 articles."


def test_years_that_are_like_others_do_not_stand_out() -> None:
    made = drawn(2001, 2002, 2003)
    assert made.caption == "The articles are spread from 2001 to 2003."
    assert not any(bar.is_full for bar in made.bars)


def test_a_long_reach_is_drawn_by_decades() -> None:
    made = drawn(1905, 1909, 1909, 1956, 1999)
    assert [bar.tick for bar in made.bars] == ["1900s", "1950s", "1990s"]
    assert [bar.path for bar in made.bars] == [f"timeline.html#y{year}" for year in (1905, 1956, 1999)]
    assert made.caption == "Most of the archive is from the 1900s."


def test_labels_have_room() -> None:
    made = drawn(*range(1980, 2018), 1999, 1999)
    labelled = [int(bar.tick) for bar in made.bars if bar.tick]
    assert {1980, 1999, 2017} <= set(labelled)
    assert min(after - before for before, after in pairwise(labelled)) >= 5
    assert [bar.label for bar in made.bars if bar.tick == "1999"] == ["3"]


def test_each_column_has_its_number_where_there_is_room() -> None:
    made = drawn(*range(2000, 2016), 2001)
    assert [bar.label for bar in made.bars] == ["1", "2", *["1"] * 14]
    assert not all(bar.tick for bar in made.bars)


def test_columns_lead_to_where_the_timeline_has_their_articles() -> None:
    def paths(*years: int) -> list[str]:
        dated = [an_article(f"Dated {number}", date=str(year)) for number, year in enumerate(years)]
        made = chart_of_years(an_archive(*dated), ENGLISH)
        assert made is not None
        return [bar.path for bar in made.bars]

    few = [2001, 2002]
    assert paths(*few) == ["timeline.html#y2001", "timeline.html#y2002"]
    many = [2001] * LONGEST_TIMELINE + [2002]
    assert paths(*many) == ["timeline/2001.html", "timeline/2002.html"]
    # A decade has no page of its own, but its years stand together in the list of years.
    assert paths(1905, 1909, *many)[:1] == ["timeline.html#y1905"]
