"""Numbers and words as text."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.packed import BASE, SIGNS, packed, packed_lists, packed_numbers, packed_words, split_numbers
from tests.search import unpacked


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    text, sizes = packed_numbers(np.array(numbers, np.int64))
    assert unpacked.numbers(text.decode()) == numbers
    assert sizes.sum() == len(text)


@pytest.mark.parametrize(("number", "length"), [(0, 1), (45, 1), (46, 2), (BASE**2 - 1, 2), (BASE**2, 3)])
def test_small_numbers_are_short(number: int, length: int) -> None:
    assert len(packed([number])) == length


@given(st.lists(st.integers(0, 2**40)))
def test_split_numbers_come_back(numbers: list[int]) -> None:
    low, high = split_numbers(np.array(numbers, np.int64))
    assert unpacked.split_numbers(low.decode(), packed(high)) == numbers
    assert len(low) == len(numbers)


def test_no_sign_needs_an_escape() -> None:
    assert len(set(SIGNS)) == 2 * BASE
    assert json.dumps(SIGNS.decode()) == f'"{SIGNS.decode()}"'


@given(st.lists(st.text(st.characters(exclude_characters=" ", exclude_categories=["Cs"]), min_size=1)))
def test_words_come_back(words: list[str]) -> None:
    assert unpacked.words(packed_words(sorted(words))) == sorted(words)


@given(st.lists(st.lists(st.text("abé𐐨", min_size=1, max_size=20)).map(sorted)))
def test_lists_of_words_are_packed_each_by_itself(lists: list[list[str]]) -> None:
    assert packed_lists(lists) == [packed_words(words) for words in lists]


def test_what_words_share_is_written_once() -> None:
    assert packed_words(["treaties", "treaty"]) == f"{packed([0])}treaties {packed([5])}y "
    assert packed_words(["𐐨a", "𐐨b"]) == f"{packed([0])}𐐨a {packed([2])}b "
