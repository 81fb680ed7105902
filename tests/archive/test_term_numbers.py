from __future__ import annotations

import pickle
from collections.abc import Mapping

import pytest

from generator.archive.term_numbers import TermNumbers
from generator.archive.values import Kind

TERMS: Mapping[str, Mapping[Kind, tuple[str, ...]]] = {
    "one": {Kind.PEOPLE: ("rice", "gates"), Kind.PLACES: (), Kind.TAGS: ("rice",)},
    "two": {Kind.TAGS: ("radar", "rice")},
    "three": {},
}


@pytest.fixture
def numbers() -> TermNumbers:
    return TermNumbers(TERMS.items())


def test_each_article_has_its_terms_in_their_order(numbers: TermNumbers) -> None:
    for of in (numbers, pickle.loads(pickle.dumps(numbers))):
        assert of["one"] == {Kind.PEOPLE: ("rice", "gates"), Kind.TAGS: ("rice",)}
        assert of["two"] == {Kind.TAGS: ("radar", "rice")}
        assert of["three"] == {}
        assert list(of) == ["one", "two", "three"]
    assert numbers.get("four") is None


def test_terms_are_counted_by_kind_and_id(numbers: TermNumbers) -> None:
    assert numbers.count(["one", "two"]) == {
        (Kind.PEOPLE, "rice"): 1,
        (Kind.PEOPLE, "gates"): 1,
        (Kind.TAGS, "rice"): 2,
        (Kind.TAGS, "radar"): 1,
    }
    assert numbers.count(["three"]) == numbers.count([]) == {}
