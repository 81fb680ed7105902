from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems
from generator.yaml_text import YamlText, read_yaml


def read(text: str, first_line: int = 1) -> YamlText:
    problems = Problems()
    document = read_yaml(text, "x.yaml", problems, first_line)
    assert document is not None, [str(problem) for problem in problems]
    assert len(problems) == 0
    return document


def told(text: str, first_line: int = 1) -> list[str]:
    problems = Problems()
    assert read_yaml(text, "x.yaml", problems, first_line) is None
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("word", ["no", "007", "Null", "~", "1.50", "2007-04-23", "0x1F", "1_000", "true", "=", "1:30"])
def test_every_scalar_is_the_text_that_is_written(word: str) -> None:
    assert read(f"a: {word}").value == {"a": word}
    assert read(f"[{word}]").value == [word]
    assert read(f"{word}: b").value == {word: "b"}


def test_nothing_and_empty_values() -> None:
    assert read("").value == {}
    assert read("# only a remark").value == {}
    assert read("a:\nb: ''\nc: []\n").value == {"a": "", "b": "", "c": []}


def test_a_tag_makes_nothing_of_a_value() -> None:
    assert read("a: !!python/object/apply:os.system [x]\nb: !!int '3'").value == {"a": ["x"], "b": "3"}


def test_each_value_knows_its_line() -> None:
    document = read("a: 1\nb:\n  - c\n  - d:\n      e\n# f\n\ng: |\n  h\n", first_line=2)
    assert document.line("a") == 2
    assert document.line("b") == 3
    assert document.line("b", 0) == 4
    assert document.line("b", 1, "d") == 5
    assert document.line("g") == 9


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    document = read("a:\n  b: 1\n", first_line=10)
    assert document.line("a", "z", "y") == 10
    assert document.line("z") == 10
    assert document.line() == 10
    assert YamlText("x", {}).line("z") == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b: c", 1, "mapping values are not allowed"),
        ("c: d\na: 'b\n\n", 2, "not valid YAML"),
        ("a: 1\nb: @c\n", 2, "not valid YAML"),
        ("a: *x", 1, "undefined alias"),
        ("a: b\n---\nc: d", 2, "another document"),
        ("a: b\0", 1, "control characters"),
        ("a: 1\nb: 2\na: 3\n", 3, "the key `a` stands twice"),
        ("? [a]\n: b\n", 1, "a key that is not a word"),
        ("a: &x {b: *x}", 1, "a YAML anchor that contains itself"),
        ("&x [1, [*x]]", 1, "a YAML anchor that contains itself"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int, words: str) -> None:
    (problem,) = told(text, first_line=5)
    assert problem.startswith(f"x.yaml:{line + 4}: ")
    assert words in problem


def test_an_anchor_is_a_value_of_its_own_wherever_it_is_used() -> None:
    assert read("a: &x {b: c}\nd: *x\ne: [*x, *x]").value == {"a": {"b": "c"}, "d": {"b": "c"}, "e": [{"b": "c"}] * 2}


def test_a_merge_key_is_a_key_like_another() -> None:
    assert read("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n").value == {"a": {"b": "c"}, "d": {"<<": {"b": "c"}, "e": "f"}}


def test_anchors_that_multiply_take_no_time() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    start = time.monotonic()
    assert len(read("\n".join(lines)).lines) < 1000
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("depth", [60, 1_000, 5_000, 200_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
def test_bottomless_nesting_is_refused_and_ends_nothing(opening: str, closing: str, depth: int) -> None:
    (problem,) = told(f"{opening * depth}x{closing * depth}")
    assert problem.startswith("x.yaml:1: ")


def test_what_is_deep_but_has_a_bottom_is_read() -> None:
    document = read("[" * 40 + "]" * 40)
    depth, value = 0, document.value
    while isinstance(value, list):
        depth, value = depth + 1, value[0] if value else None
    assert depth == 40


def test_a_long_list_is_not_deep() -> None:
    assert read("- {a: [x]}\n" * 20_000).value == [{"a": ["x"]}] * 20_000


JSON_LIKE = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé ", min_size=1), inner, max_size=4),
    max_leaves=12,
)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,?<~ \n\t\0é", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    problems = Problems()
    document = read_yaml(text, "x.yaml", problems)
    assert (document is None) == problems.has_errors
    assert all(problem.line <= text.count("\n") + 1 for problem in problems)


@given(JSON_LIKE)
def test_what_another_writer_quotes_is_read_back(value: object) -> None:
    written = yaml.safe_dump(value, default_style='"', width=1_000_000)
    assert read(written).value == value


@pytest.mark.parametrize("text", ["a:\n\tb: c\n", "\ta: b\n", "a: b\n\tc: d\n"])
def test_a_tab_is_told_to_be_spaces(text: str) -> None:
    problems = Problems()
    assert read_yaml(text, "x.yaml", problems) is None
    assert [problem.hint for problem in problems] == ["indent with spaces: YAML takes no tabs"]
