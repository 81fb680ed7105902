"""Which lists belong to the text."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from generator.ingest.blocks import make_blocks
from generator.ingest.findings import Reading, Settings
from generator.ingest.rules.furniture import is_button_text
from generator.ingest.rules.lists import announced, announced_lines, are_facts, chapters, numbered, tables
from tests.ingest.sources import article


def reading(*lines: str) -> Reading:
    return Reading(make_blocks(lines), Settings())


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (("There were three:", "• one", "• two", "Then"), {1, 2}),
        (("There were three:", "1. one", "2. two"), {1, 2}),
        (("There were three:", "one", "two", "And they left."), {1, 2}),
        (("There were three:", "• one", "two"), {1}),
        (("There were three", "• one", "• two"), set()),
        (("Share this story:", "• one"), set()),
        (("Three:", "• one"), set()),
        (("他们列出了三样东西:", "• 灯", "• 船"), {1, 2}),
    ],
)
def test_a_line_that_ends_in_a_colon_announces_the_list_below(lines: tuple[str, ...], items: set[int]) -> None:
    assert announced(reading(*lines), is_button_text) == items


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (("• 1832: first lamp", "• 1921 the storm"), True),
        (("• Height: 30 metres", "• Keepers: one"), True),
        (("• The lamp – 30 metres", "• Keepers: one", "• dogs"), True),
        (("• Ferry times", "• Harbour office", "• 2003: a look back"), False),
    ],
)
def test_a_list_of_facts(lines: tuple[str, ...], facts: bool) -> None:
    assert are_facts(list(reading(*lines).blocks)) is facts


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (("Lamp | Keepers", "Old mole | 2"), {0, 1}),
        (("Lamp | Keepers", "", "Old mole | 2"), set()),
        (("Lamp | Keepers", "Old mole | 2 | 3"), set()),
        (("Home | News", "Sport | Weather"), set()),
        (("Old mole | 2",), set()),
        (("Lamp\tP\tW", "Old mole\t2\t3"), {0, 1}),
        (("Lamp\tlit", "Old mole\t2"), set()),
    ],
)
def test_rows_of_a_table(lines: tuple[str, ...], rows: set[int]) -> None:
    assert tables(reading(*lines).blocks) == rows


SCORES = (
    "Team | P | W | Pts",
    "Vessburg Rovers | 24 | 16 | 53",
    "Quillhaven | 24 | 11 | 41",
    "Saltby Town | 24 | 4 | 18",
)


@pytest.mark.parametrize("bar", [" | ", "\t"])
def test_a_table_of_scores_under_the_text_stays_with_its_heading(bar: str) -> None:
    rows = tuple(row.replace(" | ", bar) for row in SCORES)
    result = article(below=("How they stand", "\n".join(rows), "Share this page"))
    assert {result.fate(line) for line in ("How they stand", *rows)} == {Fate.KEPT}
    assert result.fate("Share this page") is Fate.SET_ASIDE


def test_rows_of_links_with_a_number_are_no_scores() -> None:
    links = ("Home | News | 2", "Sport | Weather | 3", "Jobs | Cars | 4")
    assert article(below=("More of us", "\n".join(links))).fate("More of us") is Fate.SET_ASIDE


def test_all_from_the_first_numbered_item_to_the_paragraph_below_the_last_is_the_lists() -> None:
    texts = [
        "Ten lamps",
        "1. The first",
        "It burns oil.",
        "2.The second",
        "It burns gas.",
        "3) The third",
        "It is out.",
        "Ads",
    ]
    blocks = make_blocks([line for text in texts for line in (text, "")])
    assert numbered(blocks) == [{1, 2, 3, 4, 5, 6}]
    # Two are no list, nor are years, nor numbers that do not begin.
    assert numbered(blocks[:5]) == []
    assert numbered(make_blocks(["2. A", "", "3. B", "", "4. C", "", "1987. D"])) == []


def test_the_chapters_of_a_recording() -> None:
    lines = ["Chapters", "00:00 Welcome", "03:15 The lamp", "1:04:40 The keeper", "The rest is silence."]
    assert chapters(make_blocks(lines)) == {0, 1, 2, 3}
    # A page's latest news begin with hours, the latest first.
    assert chapters(make_blocks(["14:05 Lamp out", "13:40 Keeper gone", "09:12 Fog"])) == set()
    assert chapters(make_blocks(["00:00 Welcome", "03:15 The lamp"])) == set()


POINTS = (
    "Lamps without a keeper are cheaper than those with one, but never answer",
    "Keepers cost the harbour more than a lamp and less than a roof",
    "Electricians are better than nobody but worse than somebody on the radio",
)


@pytest.mark.parametrize(
    ("announcement", "lines", "found"),
    [
        ("That is a great deal to read about one lamp, so here it is in short:", POINTS, {1, 2, 3}),
        ("Our stories:", POINTS, set()),
        ("That is a great deal to read about one lamp, so go on here:", ("Home", "News", "Sport"), set()),
    ],
)
def test_lines_that_a_sentence_announces_are_a_list_however_long(
    announcement: str, lines: tuple[str, ...], found: set[int]
) -> None:
    assert announced_lines(make_blocks("\n\n".join((announcement, *lines)).split("\n"))) == found


def test_points_at_the_end_that_the_text_announces_stay() -> None:
    announcement = "That is a great deal to read about one lamp, so here it is in short:"
    points = (POINTS[0], "Keepers are better than lamps", "Roofs cost more than both of them in a good summer")
    foot = ("Share", "Print", "Follow us", "License", "Contact", "Imprint", "Jobs")
    result = article(below=(announcement, *points, *foot))
    assert [line for line in points if result.fate(line) is not Fate.KEPT] == []
