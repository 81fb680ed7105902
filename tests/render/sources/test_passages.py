from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from generator.articles.ledger import Fate, Role, Span
from generator.render.sources.alignment import Place
from generator.render.sources.passages import Line, passages
from tests.render.archives import BLANK, a_source, whole

KEPT = whole("kept", Role.BODY, Fate.KEPT, "prose")
ASIDE = whole("aside", Role.NAVIGATION, Fate.SET_ASIDE, "button")
ADVERTISEMENT = whole("buy", Role.ADVERTISEMENT, Fate.SET_ASIDE, "advertisement")


def parted(lines: Sequence[Line], places: Mapping[int, Sequence[Place]]) -> list[tuple[list[list[int]], list[int]]]:
    """Each passage as the numbers of its lines by run, and its paragraphs."""
    made = passages(lines, places, [4] * 9)
    return [([[line.n for _, line in run.lines] for run in passage.runs], list(passage.paragraphs)) for passage in made]


def test_lines_of_one_paragraph_stand_together() -> None:
    lines = a_source(KEPT, KEPT, BLANK, KEPT).account()
    places = {0: [Place(0, 0)], 1: [Place(0, 0)], 3: [Place(1, 1)]}
    assert parted(lines, places) == [([[1, 2, 3]], [0]), ([[4]], [1])]


def test_what_stands_between_lines_of_one_paragraph_stands_with_them() -> None:
    lines = a_source(KEPT, ADVERTISEMENT, ASIDE, KEPT, ASIDE).account()
    places = {0: [Place(0, 0)], 3: [Place(0, 1)]}
    assert parted(lines, places) == [([[1], [2], [3], [4]], [0, 1]), ([[5]], [])]


def test_columns_are_one_passage() -> None:
    lines = a_source(ASIDE, KEPT, KEPT, KEPT, KEPT).account()
    places = {1: [Place(0, 0)], 2: [Place(1, 1)], 3: [Place(0, 0)], 4: [Place(1, 1)]}
    assert parted(lines, places) == [([[1]], []), ([[2, 3, 4, 5]], [0, 1])]


def test_lines_that_met_one_fate_stand_together_over_blank_ones() -> None:
    lines = a_source(BLANK, ASIDE, BLANK, ASIDE, ADVERTISEMENT, BLANK).account()
    assert parted(lines, {}) == [([[1, 2, 3, 4]], []), ([[5, 6]], [])]


def test_sources_of_blank_lines_or_none() -> None:
    assert parted(a_source(BLANK, BLANK).account(), {}) == [([[1, 2]], [])]
    assert parted([], {}) == []


def test_a_passage_repeats_its_paragraph_only_if_it_has_all_of_it() -> None:
    lines = a_source(KEPT).account()
    found: list[list[Place]] = [[Place(0, 0, 4)], [Place(0, 0, 3)], []]
    repeated = [passages(lines, {0: places}, [4])[0].is_repeated for places in found]
    assert repeated == [True, False, False]


@given(st.lists(st.tuples(st.sampled_from([KEPT, ASIDE, ADVERTISEMENT, BLANK]), st.integers(0, 8), st.integers(0, 2))))
def test_every_line_and_every_paragraph_stands_in_one_passage(
    given: list[tuple[tuple[str, list[Span]], int, int]],
) -> None:
    lines = a_source(*(line for line, _, _ in given)).account()
    places = {
        position: [Place(first, min(first + more, 8))]
        for position, (line, first, more) in enumerate(given)
        if line is KEPT
    }
    made = parted(lines, places)
    assert [number for runs, _ in made for run in runs for number in run] == list(range(1, len(lines) + 1))
    shown = [number for _, paragraphs in made for number in paragraphs]
    assert len(shown) == len(set(shown))
