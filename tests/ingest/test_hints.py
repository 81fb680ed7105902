"""Which hints of rules stand in a text."""

from __future__ import annotations

import pytest

from generator.ingest.hints import ALWAYS, DIGIT, SIGN, hint, hints_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a lantern", True),
        ("unlit lanterns", True),
        ("lamp out", True),
        ("“lamps", True),
        ("the lamp", False),
        ("la", False),
        ("", False),
    ],
)
def test_a_word_anywhere_or_an_opening(text: str, found: bool) -> None:
    bit = hint(words=("Lantern",), openings=("Lamp",))
    assert bool(hints_in(text) & bit) is found


@pytest.mark.parametrize(
    ("text", "digit", "sign"), [("7 lamps", True, False), ("(٧ lamps", True, True), ("— lamps", False, True)]
)
def test_digits_and_signs(text: str, digit: bool, sign: bool) -> None:
    a_digit, a_sign = hint(openings=(DIGIT,)), hint(openings=(SIGN,))
    found = hints_in(text)
    assert (bool(found & a_digit), bool(found & a_sign)) == (digit, sign)


def test_each_hint_has_a_bit_of_its_own() -> None:
    one, other = hint(("quay",)), hint(("quay", "pier"))
    assert hints_in("a quay") & (one | other | ALWAYS) == one | other | ALWAYS
    assert hints_in("a pier") & (one | other | ALWAYS) == other | ALWAYS
