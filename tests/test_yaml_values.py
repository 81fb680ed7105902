from __future__ import annotations

from typing import Any, Literal

import msgspec
import pytest

from generator.problems import Problems
from generator.yaml_values import checked, nearest, sound_values
from tests.test_yaml_text import read


class Inner(msgspec.Struct, frozen=True, kw_only=True):
    number: int = 0


class Outer(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    tags: tuple[str, ...] = ()
    flag: bool = False
    mode: Literal["", "fast", "slow"] = ""
    inner: Inner = Inner()


def check(text: str) -> tuple[Outer | None, list[str]]:
    problems = Problems()
    value = checked(read(text), Outer, problems)
    return value, [str(problem) for problem in problems]


def test_values_are_typed() -> None:
    value, problems = check("title: no\ntags: [007, x]\nflag: TRUE\nmode: slow\ninner: {number: 12}\n")
    assert problems == []
    assert value == Outer(title="no", tags=("007", "x"), flag=True, mode="slow", inner=Inner(number=12))


def test_a_key_without_a_value_counts_as_left_out() -> None:
    assert check("title: t\ntags:\nflag:\ninner:\n") == (Outer(title="t"), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tags: [a]", "x.yaml:1: `title` is missing"),
        ("tags: [a]\ntitle:", "x.yaml:2: `title` is empty"),
        ("title: t\ntags: a", "x.yaml:2: `tags`: a list is wanted here, this is text"),
        ("title: [t]", "x.yaml:1: `title`: text is wanted here, this is a list"),
        ("title: t\nflag: no", "x.yaml:2: `flag`: true or false is wanted here, this is text"),
        ("title: t\nmode: fats", "x.yaml:2: `mode`: `fast` or `slow` is wanted here, this is `fats`"),
        ("title: t\ninner:\n  number: x", "x.yaml:3: `inner: number`: a whole number is wanted here, this is text"),
        ("title: t\ntags:\n  - a\n  - {b: c}", "x.yaml:4: `tags`: text is wanted here, this is a mapping"),
        ("title: t\ntagz: a", "x.yaml:2: unknown key `tagz`"),
        ("- title", "x.yaml:1: a mapping of keys to values is wanted here"),
    ],
)
def test_what_is_wrong_is_told_in_a_readers_words(text: str, problem: str) -> None:
    assert check(text) == (None, [problem])


def test_all_that_is_wrong_is_told() -> None:
    _, problems = check("tags: a\nflag: x\ncolour: y\nmode: z\n")
    assert [problem.split(":")[1] for problem in problems] == ["1", "1", "2", "3", "4"]


def test_hints_name_the_nearest_key_or_all() -> None:
    problems = Problems()
    checked(read("title: t\nTagz: [a]\nqqq: a\ntags: b"), Outer, problems)
    assert [problem.hint for problem in problems] == [
        "did you mean `tags`?",
        "known keys: flag, inner, mode, tags, title",
        "write a list as [one, two]",
    ]
    assert nearest("z", ["b", "a"]) == "known keys: a, b"


def test_a_part_of_a_document_is_checked_with_its_own_lines() -> None:
    problems = Problems()
    document = read("- number: 1\n- numbre: 2\n- x\n", first_line=3)
    assert checked(document, Inner, problems, at=(0,)) == Inner(number=1)
    assert checked(document, Inner, problems, at=(1,)) is None
    assert checked(document, Inner, problems, at=(2,)) is None
    assert [problem.line for problem in problems] == [4, 5]


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    point: tuple[float, float] = (0.0, 0.0)


class Label(msgspec.Struct, frozen=True, kw_only=True):
    words: str
    spots: tuple[Spot, ...] = ()


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    spot: Spot = Spot()
    label: Label | None = None
    free: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("spot:\n  point: [north, 1]", "x.yaml:2: `spot: point`: a number is wanted here, this is text"),
        ("spot:\n  point: [1]", "x.yaml:2: `spot: point`: a list of 2 is wanted here, this has 1"),
        ("spot: {pint: 1}", "x.yaml:1: `spot`: unknown key `pint`"),
    ],
)
def test_what_is_wrong_within_a_mapping_is_told_in_words(text: str, problem: str) -> None:
    problems = Problems()
    assert checked(read(text), Chart, problems) is None
    assert [str(found) for found in problems] == [problem]


def test_unknown_keys_are_told_at_any_depth_each_with_its_line_and_hint() -> None:
    problems = Problems()
    text = """\
spot: {pint: 1, x: 2}
label:
  words: w
  spots:
    - point: [1, 2]
    - poynt: [1, 2]
  sports: []
"""
    assert checked(read(text), Chart, problems) is None
    assert [(problem.line, problem.text, problem.hint) for problem in problems] == [
        (1, "`spot`: unknown key `pint`", "did you mean `point`?"),
        (1, "`spot`: unknown key `x`", "known keys: point"),
        (6, "`label: spots`: unknown key `poynt`", "did you mean `point`?"),
        (7, "`label`: unknown key `sports`", "did you mean `spots`?"),
    ]


def test_a_mapping_of_free_keys_keeps_them_all() -> None:
    problems = Problems()
    value = checked(read("free: {a: '', b: {c: ''}}\nlabel: {words: w, spots: ''}\nspot: {point: ''}"), Chart, problems)
    assert value == Chart(label=Label(words="w"), free={"a": "", "b": {"c": ""}})
    assert len(problems) == 0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("label:\n  words:\n  spots: []", "x.yaml:2: `label`: `words` is empty"),
        ("label:\n  spots: []", "x.yaml:1: `label`: `words` is missing"),
        ("spot:\n- pint: 1", "x.yaml:1: `spot`: a mapping is wanted here, this is a list"),
    ],
)
def test_what_a_mapping_within_must_have_is_told_with_its_line(text: str, problem: str) -> None:
    problems = Problems()
    assert checked(read(text), Chart, problems) is None
    assert problem in [str(found) for found in problems]


def test_all_that_is_wrong_within_a_mapping_or_a_list_is_told() -> None:
    problems = Problems()
    text = "label:\n  words: [w]\n  spots:\n  - point: [a, 1]\n  - x\n  - point: [1]\nspot: x\n"
    assert checked(read(text), Chart, problems) is None
    assert [problem.line for problem in problems] == [2, 4, 5, 6, 7]


def test_what_is_right_is_given_also_beside_what_is_wrong() -> None:
    problems = Problems()
    text = "title: ''\nflag: perhaps\ncolour: y\ntags: [a]\ninner: {number: 3}\n"
    assert sound_values(read(text), Outer, problems) == {"tags": ("a",), "inner": Inner(number=3)}
    assert [problem.line for problem in problems] == [1, 2, 3]
