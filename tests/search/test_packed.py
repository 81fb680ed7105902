"""Numbers and words as text."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.packed import BASE, SIGNS, packed, packed_numbers, packed_words
from tests.search import unpacked


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    text, sizes = packed_numbers(np.array(numbers, np.int64))
    assert unpacked.numbers(text.decode()) == numbers
    assert sizes.sum() == len(text)


@pytest.mark.parametrize(("number", "length"), [(0, 1), (45, 1), (46, 2), (BASE**2 - 1, 2), (BASE**2, 3)])
def test_small_numbers_are_short(number: int, length: int) -> None:
    assert len(packed([number])) == length


def test_no_sign_needs_an_escape() -> None:
    assert len(set(SIGNS)) == 2 * BASE
    assert json.dumps(SIGNS.decode()) == f'"{SIGNS.decode()}"'


@given(st.lists(st.text(st.characters(exclude_characters=" ", exclude_categories=["Cs"]), min_size=1)))
def test_words_come_back(words: list[str]) -> None:
    assert unpacked.words(packed_words(sorted(words))) == sorted(words)


def test_what_words_share_is_written_once() -> None:
    assert packed_words(["treaties", "treaty"]) == f"{packed([0])}treaties {packed([5])}y "
    assert packed_words(["𐐨a", "𐐨b"]) == f"{packed([0])}𐐨a {packed([2])}b "
