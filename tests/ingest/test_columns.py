"""Columns that stand side by side in the same lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.ledger import Fate
from generator.ingest.blocks import make_blocks
from generator.ingest.columns import read_blocks
from tests.ingest.sources import PARAGRAPHS, TITLE, body_as_kept, clean_lines

MENU = ("Home", "", "  * Island", "  * World", "Shop", "Most read", "", "Ferry late again", "Harbour office")
WIDTH = max(map(len, PARAGRAPHS)) + 5


def beside_text(left: tuple[str, ...], right: tuple[str, ...], width: int) -> list[str]:
    rows = max(len(left), len(right))
    pairs = zip((*left, *[""] * (rows - len(left))), (*right, *[""] * (rows - len(right))), strict=True)
    return [(one.ljust(width) + other).rstrip() for one, other in pairs]


TEXT = (TITLE, "", *(line for text in PARAGRAPHS for line in (text, "")))


def test_a_menu_to_the_right_of_the_text_is_set_aside() -> None:
    lines = beside_text(TEXT, MENU, WIDTH)
    result = clean_lines(*lines)
    assert (result.meta.title, result.text.split("\n")) == (TITLE, list(PARAGRAPHS))
    kept, aside = result.spans(lines[2])
    assert (lines[2][kept.start : kept.end].strip(), kept.fate) == (PARAGRAPHS[0], Fate.KEPT)
    assert (lines[2][aside.start : aside.end].strip(), aside.rule) == ("* Island", "side-column")


def test_a_menu_to_the_left_of_the_text_is_set_aside() -> None:
    result = clean_lines(*beside_text(MENU, TEXT, 30))
    assert (result.meta.title, result.text.split("\n")) == (TITLE, list(PARAGRAPHS))


def test_text_between_two_columns() -> None:
    inner = beside_text(TEXT, MENU, WIDTH)
    result = clean_lines(*beside_text(MENU, tuple(inner), 30))
    assert (result.meta.title, result.text.split("\n")) == (TITLE, list(PARAGRAPHS))
    assert [len(entry.spans) for entry in result.ledger.lines[2:4]] == [3, 2]


def test_what_stands_above_and_below_the_columns_stays_whole() -> None:
    first = "Once more the harbour town has a quarrel, and once more it is about   the lamp and the keeper of the lamp."
    last = "The council will meet on the first Monday of the month, in the hall, with the doors open and the stove lit."
    result = clean_lines(TITLE, "", first, "", *beside_text(TEXT[2:], MENU, WIDTH), "", last)
    assert result.text.split("\n") == [" ".join(first.split()), *PARAGRAPHS, last]


@pytest.mark.parametrize(
    "lines",
    [
        # The rows of a table have both cells, whatever stands in them.
        [f"{name.ljust(20)}{text}" for name, text in zip("Ada Ben Cy Dot Eve".split(), PARAGRAPHS, strict=True)],
        ["Team                P    W    D", "Saltby Town         24   4    6", "Vessburg Rovers     24   16   5"] * 3,
        # Both columns are text.
        beside_text(TEXT[2:], TEXT[2:], WIDTH),
        [text.replace(", ", ",    ") for text in PARAGRAPHS],
        list(PARAGRAPHS),
    ],
    ids=["definitions", "figures", "two texts", "gaps", "none"],
)
def test_lines_that_are_not_parted(lines: list[str]) -> None:
    assert read_blocks(lines) == make_blocks(lines)


def test_a_table_inside_an_article_is_not_parted() -> None:
    table = beside_text((PARAGRAPHS[2], PARAGRAPHS[3], "", ""), ("1", "2", "3", "4"), WIDTH)
    lines = [*TEXT, *PARAGRAPHS * 2, "", *table]
    assert not any(block.beside for block in read_blocks(lines))


cells = st.one_of(
    st.sampled_from(MENU), st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=9)
)


@given(st.lists(cells, min_size=8, max_size=14), st.booleans(), st.integers(0, 6))
@settings(deadline=None)
def test_every_character_is_accounted_for(found: list[str], left: bool, indent: int) -> None:
    side, text = tuple(" " * indent + cell for cell in found), TEXT
    lines = beside_text(side, text, 40) if left else beside_text(text, side, WIDTH)
    result = clean_lines(*lines)
    for line, entry in zip(result.lines, result.ledger.lines, strict=True):
        ends = [0, *(span.end for span in entry.spans)]
        assert [span.start for span in entry.spans] == ends[:-1]
        assert ends[-1] == len(line)
    assert "".join(result.text.split()) == body_as_kept(result)
