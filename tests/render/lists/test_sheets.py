from __future__ import annotations

import dataclasses

from generator.render.lists.sheets import (
    LONGEST_TIMELINE,
    grouped_by_year,
    numbered,
    page_path,
    parted,
    ways_to_groups,
    year_path,
)
from generator.render.words.catalogue import ENGLISH
from tests.render.archives import a_maker, an_archive, an_article


def test_paths_of_further_pages() -> None:
    assert [page_path("people/index.html", number) for number in (1, 2)] == ["people/index.html", "people/page-2.html"]
    assert page_path("people/jo-doe.html", 3) == "people/jo-doe/page-3.html"


def test_a_list_is_parted_and_nothing_is_lost() -> None:
    sheets = list(parted(range(7), "tags/index.html", 3, ENGLISH))
    assert [list(sheet.items) for sheet in sheets] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [sheet.path for sheet in sheets] == ["tags/index.html", "tags/page-2.html", "tags/page-3.html"]
    assert [(sheet.pages.previous, sheet.pages.next) for sheet in sheets] == [
        (None, "tags/page-2.html"),
        ("tags/index.html", "tags/page-3.html"),
        ("tags/page-2.html", None),
    ]
    assert [numbered("Tags", sheet, ENGLISH) for sheet in sheets] == ["Tags", "Tags, page 2", "Tags, page 3"]


def test_a_full_last_page_is_the_last() -> None:
    assert len(list(parted(range(6), "tags/index.html", 3, ENGLISH))) == 2


def test_an_empty_list_has_one_page() -> None:
    nothing: list[str] = []
    assert [(sheet.items, sheet.pages.total) for sheet in parted(nothing, "tags/index.html", 3, ENGLISH)] == [([], 1)]


def test_of_many_pages_the_near_and_the_outermost_are_named() -> None:
    sheets = list(parted(range(20), "tags/index.html", 1, ENGLISH))

    def named(number: int) -> list[str]:
        return [link.text if link else "…" for link in sheets[number - 1].pages.links]

    assert named(1) == ["1", "2", "3", "…", "20"]
    assert named(10) == ["1", "…", "8", "9", "10", "11", "12", "…", "20"]
    assert named(20) == ["1", "…", "18", "19", "20"]


def test_of_many_pages_all_are_named_where_that_is_asked_for() -> None:
    def named(total: int, number: int) -> list[str]:
        sheets = list(parted(range(total), "tags/a.html", 1, ENGLISH, numbers_from=30))
        return [link.text if link else "…" for link in sheets[number - 1].pages.links]

    assert named(30, 10) == ["1", "…", "8", "9", "10", "11", "12", "…", "30"]
    assert named(31, 10) == [str(number) for number in range(1, 32)]
    # Of very many, as many at equal distances.
    assert named(400, 10)[:9] == ["1", "4", "7", "8", "9", "10", "11", "12", "13"]
    assert named(400, 10)[-3:] == ["394", "397", "400"]
    assert len(named(400, 10)) < 150


def test_the_ways_to_groups_lead_to_the_pages_on_which_they_begin() -> None:
    sheets = list(parted(["a1", "a2", "b1", "b2", "b3", "c1"], "tags/index.html", 3, ENGLISH))
    ways = ways_to_groups(sheets, lambda item: (item[0].upper(), f"letter-{item[0]}"))
    assert [(way.text, way.path, way.count) for way in ways] == [
        ("A", "tags/index.html#letter-a", 2),
        ("B", "tags/index.html#letter-b", 3),
        ("C", "tags/page-2.html#letter-c", 1),
    ]


def test_where_the_timeline_has_a_year() -> None:
    small = an_archive(an_article("One", date="2001"))
    assert [year_path(small, year) for year in (2001, None, 0)] == [
        "timeline.html#y2001",
        "timeline.html#undated",
        "timeline.html#early",
    ]
    large = dataclasses.replace(small, articles=small.articles * (LONGEST_TIMELINE + 1))
    assert [year_path(large, year) for year in (2001, None, 0)] == [
        "timeline/2001.html",
        "timeline/undated.html",
        "timeline/early.html",
    ]


def test_groups_by_year() -> None:
    archive = an_archive(
        an_article("Before all", date="../2006"),
        an_article("One", date="2001"),
        an_article("Two", date="2001-05-03"),
        an_article("Three", date="2004/2006"),
        an_article("Undated"),
    )
    groups = grouped_by_year(a_maker(archive), [article.slug for article in archive.articles])
    assert [(group.label, group.anchor, [entry.title for entry in group.entries]) for group in groups] == [
        ("No known beginning", "early", ["Before all"]),
        ("2001", "y2001", ["One", "Two"]),
        ("2004", "y2004", ["Three"]),
        ("Date unknown", "undated", ["Undated"]),
    ]
