from __future__ import annotations

import random
import time

import pytest

from generator.render.sources.alignment import Place, align, letters

FERRY = "The ferry makes its last crossing of the year on Friday, the harbour office said."
CREW = "Nobody wants to be on that water in December, wrote the captain on Monday."
SHEEP = "Forty sheep and a piano wait on the quay for a boat that has room for them."


def places(stretches: list[str], *paragraphs: str) -> list[tuple[int, int] | None]:
    found = align(stretches, [letters(text) for text in paragraphs])
    return [(place.first, place.last) if place else None for place in found]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("“Don’t!”", "dont"),
        ("out-\nside", "outside"),
        ("ﬁsh & Café", "fishcafe"),
        ("cafe\u0301", "cafe"),
        ("* * *", ""),
    ],
)
def test_what_stays_of_a_text_however_it_is_set(text: str, same: str) -> None:
    assert letters(text) == same


def test_each_line_finds_its_paragraph() -> None:
    lines = ["The ferry makes its last crossing of the", "year on Friday, the har-", "bour office said.", CREW]
    assert places(lines, FERRY, CREW) == [(0, 0), (0, 0), (0, 0), (1, 1)]
    assert align(lines[:1], [letters(FERRY)]) == [Place(0, 0, len(letters(lines[0])))]


def test_a_line_with_several_paragraphs() -> None:
    assert places([f"{FERRY} {CREW}"], FERRY, CREW, SHEEP) == [(0, 1)]


def test_what_is_not_in_the_text_has_no_place() -> None:
    assert places(["* * *", "Share this page with all of your friends", CREW], FERRY, CREW) == [None, None, (1, 1)]
    assert places([FERRY]) == [None]
    assert places([], FERRY) == []


def test_a_line_that_was_mended_finds_its_place_and_is_not_exact() -> None:
    mended = CREW.replace("captain", "capitän")
    (_, place, after) = align([FERRY, mended, SHEEP], [letters(text) for text in (FERRY, CREW, SHEEP)])
    assert place == Place(1, 1, 0)
    assert after == Place(2, 2, len(letters(SHEEP)))


def test_the_number_of_an_item_is_not_in_the_text() -> None:
    assert places(["1. The upper mill", "2. The lower mill", "3"], "The upper mill", "The lower mill") == [
        (0, 0),
        (1, 1),
        None,
    ]


def test_two_columns_side_by_side() -> None:
    left, right = FERRY.split(","), CREW.split(",")
    assert places([left[0], right[0], left[1], right[1]], FERRY, CREW) == [(0, 0), (1, 1), (0, 0), (1, 1)]


def test_a_note_that_stands_at_the_end_of_the_text() -> None:
    assert places([FERRY, SHEEP, CREW], FERRY, CREW, SHEEP) == [(0, 0), (2, 2), (1, 1)]


def test_paragraphs_without_letters_take_no_line() -> None:
    assert places([FERRY, CREW], FERRY, "—", CREW) == [(0, 0), (2, 2)]


def test_the_time_grows_with_the_text() -> None:
    """Nothing of the source is in the text, which is the worst that can be."""
    random.seed(4)
    lines = [" ".join("".join(random.choices("abcdefgh", k=7)) for _ in range(8)) for _ in range(8_000)]
    text = ["".join(random.choices("ijklmnop", k=700)) for _ in range(800)]
    start = time.perf_counter()
    assert set(align(lines, text)) == {None}
    assert time.perf_counter() - start < 10
