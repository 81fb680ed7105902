from __future__ import annotations

from pathlib import Path

from tests.order import FEW_AND_LONG, places

TESTS = Path(__file__).parent


def test_the_files_that_go_first_are_there() -> None:
    assert [name for name in FEW_AND_LONG if not (TESTS / name).is_file()] == []


def test_long_files_go_first_and_then_those_with_most_tests() -> None:
    incremental, few, many = TESTS / "test_incremental.py", TESTS / "test_few.py", TESTS / "test_many.py"
    of = places([few, incremental, *[many] * 3])
    assert sorted(of, key=lambda path: of[path]) == [incremental, many, few]
