from __future__ import annotations

import pytest

from generator.ingest.collection.line_keys import length_of, line_keys


@pytest.mark.parametrize(
    "other", ["  Comments (3)", "COMMENTS (1204)", "comments\t(7) ", "Comments\N{NO-BREAK SPACE}(12)"]
)
def test_case_white_space_and_numbers_make_no_difference(other: str) -> None:
    assert line_keys(["Comments (12)"]) == line_keys([other])


@pytest.mark.parametrize("other", ["Comment (12)", "Comments 12", "Comments", "Kommentare (12)"])
def test_other_words_and_signs_do(other: str) -> None:
    assert line_keys(["Comments (12)"]) != line_keys([other])


def test_lines_that_say_nothing_have_no_key() -> None:
    assert len(line_keys(["", "  ", "* * *", "12 / 7", "o", "1.", "\x00"])) == 0
    assert len(line_keys(["首页", "No", "o o"])) == 3


def test_keys_keep_the_order_of_the_lines_and_their_lengths() -> None:
    keys = line_keys(["One line", "", "Another  line", "One line", "x" * 9000])
    assert keys[0] == keys[2] != keys[1]
    assert [length_of(key) for key in keys] == [8, 12, 8, 4095]


def test_a_key_is_the_same_in_every_run() -> None:
    # Written out, since a learner's file outlives the program that wrote it.
    assert list(line_keys(["About us"])) == [0x87BE8AE1A4CD0C]


def test_a_lone_surrogate_has_a_key_too() -> None:
    assert len(line_keys(["odd \ud800 sign"])) == 1
