"""Lines that begin small go on with the line above, where a source has only some of its paragraphs broken."""

from __future__ import annotations

import pytest

from generator.ingest.blocks import make_blocks
from generator.ingest.small_beginnings import small_beginnings

WHOLE = (
    "The council met on Tuesday, as it does when the tide allows, and heard three reports on the lamp, one on the roof "
    "and one, which nobody had asked for, on the behaviour of the gulls that nest between the lamp and the roof of it."
)
BROKEN = (
    "The keeper",
    "has lived beside the lamp for thirty-one years, and has put out to",
    "sea on ninety-four nights to fetch in people who had no business",
    "being there. He was thanked, he says, on eleven of them, though the",
    "town gave him a clock, which he hung where",
    "Ada Example could see it from the harbour. Nobody disputes that the",
    "clock is right.",
)
HEADING = "What the clock says"


def texts(*lines: str) -> list[str]:
    return [block.full_text for block in make_blocks(lines)]


def test_a_broken_paragraph_between_whole_ones_is_one_block() -> None:
    assert texts(WHOLE, *BROKEN, HEADING, WHOLE) == [WHOLE, " ".join(BROKEN), HEADING, WHOLE]


def test_the_first_words_of_a_paragraph_go_with_it_where_all_is_broken() -> None:
    lines = [*BROKEN, "", *BROKEN, "", *BROKEN]
    assert texts(*lines) == [" ".join(BROKEN)] * 3


def test_a_line_that_begins_large_goes_on_with_a_full_one() -> None:
    clean = [WHOLE, *BROKEN[1:5], BROKEN[5], *BROKEN[6:], WHOLE]
    assert small_beginnings(clean, clean, frozenset()) == {2, 3, 4, 6}
    clean[4] = "town gave him a clock, which he hung in the upper window, where"
    assert small_beginnings(clean, clean, frozenset()) == {2, 3, 4, 5, 6}


def test_neither_a_line_below_an_address_nor_one_far_too_long_goes_on() -> None:
    notice = (
        "This copy is for your own use and nobody else’s, and to order",
        "copies that are fit to be shown to other people, or to ask for",
        "permission to print them, or to find out who keeps the lamp",
        "and what for, please write to the keeper at www.lamp.example.com",
    )
    headline = "The keeper of the lamp has a new publisher"
    assert texts(*notice, headline, WHOLE) == [" ".join(notice), headline, WHOLE]


def test_two_such_lines_are_too_few() -> None:
    lines = (*BROKEN[1:3], BROKEN[3].removesuffix(" the"))
    assert texts(WHOLE, *lines, WHOLE) == [WHOLE, *lines, WHOLE]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("The clock was given to the keeper in the year of the great storm by the", "Harbour Improvement Society."),
        (
            "The clock was given by the",
            "Harbour Improvement Society, and the ham by everybody else who came to the pier.",
        ),
        ("Die Uhr bekam der Wärter im Jahr der großen Sturmflut, und zwar von dem", "Verein zur Hebung des Hafens."),
    ],
)
def test_no_sentence_ends_in_an_article(line: str, below: str) -> None:
    assert texts(line, below, WHOLE) == [f"{line} {below}", WHOLE]
    assert texts(line, f"• {below}", WHOLE) == [line, f"• {below}", WHOLE]
    assert texts(line, "", below) == [line, below]


def test_a_verse_may_end_in_an_article() -> None:
    assert texts("The keeper does not look behind the", "curtain") == ["The keeper does not look behind the", "curtain"]


def test_lines_of_all_lengths_are_a_poem_or_a_list() -> None:
    poem = (
        "the keeper counts the boats that leave before the bell",
        "and counts the boats that do not come",
        "and writes both numbers in the book that nobody will ever read",
        "but gulls",
        "who cannot count, and so are not afraid of what is written",
        "and go to sleep along the rail above the lamp",
    )
    assert texts(WHOLE, *poem, WHOLE) == [WHOLE, *poem, WHOLE]


def test_items_of_a_list_begin_their_own_lines() -> None:
    items = ("- a lamp, with its glass and all that is needed to keep the same", "- " + BROKEN[2], "- " + BROKEN[6])
    assert len(texts(WHOLE, *items, WHOLE)) == 5


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = [*BROKEN[:5], "    " + BROKEN[5].replace("Ada Example", "Who rows in"), *BROKEN[6:]]
    lines[4] = "town gave him a clock, which he hung in the window of the lamp-room."
    assert 5 not in small_beginnings(lines, [line.strip() for line in lines], frozenset())
    assert 5 in small_beginnings([line.strip() for line in lines], [line.strip() for line in lines], frozenset())


def test_lines_that_are_joined_already_are_none_of_them() -> None:
    clean = [WHOLE, *BROKEN]
    assert small_beginnings(clean, clean, frozenset(range(1, len(clean)))) == frozenset()
    assert 3 in small_beginnings(clean, clean, frozenset())
