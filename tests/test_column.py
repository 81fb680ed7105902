from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import column
from generator.column import Column, Packed


@given(st.lists(st.binary(max_size=5), max_size=20))
def test_a_column_has_what_was_put_in_by_position(values: list[bytes]) -> None:
    column = Column()
    for value in values:
        column.append(value)
    sent: Column = pickle.loads(pickle.dumps(column))
    for of in (column, sent):
        assert [of[position] for position in range(len(of))] == values


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=5), max_size=20))
def test_packed_values_are_a_mapping(values: dict[str, str]) -> None:
    packed = Packed(((name, value.encode()) for name, value in values.items()), bytes.decode)
    for of in (packed, pickle.loads(pickle.dumps(packed))):
        assert of == values
        assert list(of) == list(values)
        assert of.get("none of them") is None
        assert "none of them" not in of


def test_values_stay_at_hand_until_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def noted(value: bytes) -> str:
        read.append(value)
        return value.decode()

    names = [str(number) for number in range(50)]
    packed = Packed(((name, name.encode()) for name in names), noted)
    for _ in range(3):
        assert [packed[name] for name in names] == names
    assert len(read) == 50
    packed.let_go()
    assert packed["49"] == "49"
    assert len(read) == 51
    monkeypatch.setattr(column, "AT_HAND", 10)
    packed = Packed(((name, name.encode()) for name in names), noted)
    for _ in range(3):
        assert [packed[name] for name in names] == names
    assert len(read) == 201
    assert [packed["49"], packed["49"]] == ["49", "49"]
    assert len(read) == 201
    packed.keep_all()
    for _ in range(3):
        assert [packed[name] for name in names] == names
    assert len(read) == 201 + 40
    packed.let_go()
    for _ in range(2):
        assert [packed[name] for name in names] == names
    assert len(read) == 201 + 40 + 100


def test_of_values_that_nobody_asks_for_again_few_are_at_hand() -> None:
    read = []

    def noted(value: bytes) -> str:
        read.append(value)
        return value.decode()

    packed = Packed([("one", b"1"), ("two", b"2")], noted, 1)
    assert [packed[name] for name in ("one", "one", "two", "one")] == ["1", "1", "2", "1"]
    assert read == [b"1", b"2", b"1"]
