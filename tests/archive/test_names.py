from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.names import KnownNames, alphabetical, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Radar offer", "  radar\t OFFER\n"),
        ("Straße", "STRASSE"),
        ("Mu\u0308ller", "müller"),
        ("Москва", "МОСКВА"),
        ("Robert\u00a0Gates", "robert gates"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert fold("Radar offer") != fold("Radar-offer")


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_accented_letters_stand_with_the_plain_ones() -> None:
    assert sorted(["zulu", "Émile", "Emil", "emilia", "Ёлка", "Енисей"], key=alphabetical) == [
        "Emil",
        "Émile",
        "emilia",
        "zulu",
        "Ёлка",
        "Енисей",
    ]


def test_the_most_like_name_is_suggested() -> None:
    known = KnownNames(["radar-offer", "radar-offers-refused", "treaty"])
    assert known.nearest("rador-offer") == "radar-offer"
    assert known.hint("rador-offer") == "did you mean “radar-offer”?"


def test_nothing_is_suggested_where_nothing_is_alike() -> None:
    known = KnownNames(["treaty", "bases"])
    assert known.nearest("quilt") is None
    assert known.hint("quilt", "write it") == "write it"
    assert KnownNames([]).nearest("quilt") is None


def test_of_names_equally_like_the_first_in_order_is_suggested() -> None:
    assert KnownNames(["bases", "treaty-c", "treaty-b"]).nearest("treaty-x") == "treaty-b"


def test_a_short_name_has_neighbours_too() -> None:
    assert KnownNames(["us", "nato"]).nearest("US") == "us"
