"""CommonMark's nested lists and GitHub's struck text mean what they meant; code and all other text are as they were."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.markdown_html import convert
from tests.ingest.formats import Read
from tests.ingest.formats import read as read_file


def read(text: str) -> Read:
    return read_file("---\ntitle: A\n---\n" + text, "example.md")


def html(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", convert(read(text).body).html)


TWO = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
THREE = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- a\n  - b\n- c", TWO),
        ("* a\n   * b\n* c", TWO),
        ("- a\n    - b\n- c", TWO),
        ("- a\n\t- b\n- c", TWO),
        (" - a\n   - b\n - c", TWO),
        ("- a\n  - b\n    - c\n- d", THREE),
        ("- a\n    - b\n        - c\n- d", THREE),
        ("1. a\n   1. b\n   2. c\n2. d", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"),
        ("1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("- a\n  goes on\n  - b\n    goes on", "<ul><li>agoes on<ul><li>bgoes on</li></ul></li></ul>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
        ("- a\n\n  b\n  2. c\n  - d", "<ul><li><p>a</p><p>b2. c</p><ul><li>d</li></ul></li></ul>"),
        ("- a\n\n  - b\n\n- c", "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ul>"),
        ("- a\n\n      b", "<ul><li>a<pre><code>b</code></pre></li></ul>"),
    ],
)
def test_lists_nest_as_in_commonmark(text: str, wanted: str) -> None:
    assert html(text) == wanted


def test_the_ledger_counts_the_lines() -> None:
    result = read("- a\n  - b\n    - c\n\nSome ~~struck~~ words.")
    assert result.cleaned.ledger.mended == {"nested-lists": 2, "struck-text": 1}
    assert read("- a\n    - b\n\nSome words.").cleaned.ledger.mended == {}


def test_struck_text() -> None:
    assert html("It is ~~not so~~ so.") == "<p>It is <del>not so</del> so.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "```\n- a\n  - b ~~c~~\n```",
        "    - a\n      - b ~~c~~",
        "A `~~word~~`.",
        "A \\~~word~~ and ~ one ~ and ~~~ three ~~~ and ~~ four ~~.",
        "See [a](https://e.example/~~b~~/c) and https://e.example/~~b~~/.",
        "- a\n\n        code\n          more",
        "- a\n- b\n\nText.\n\n    code\n      more",
        "* * *\n\n  Text.",
        "Text\n- with\n  - signs",
        "- a\n\n```\n  - b\n```\n\n- c",
        " - a\n - b\n\n1. c\n2. d",
    ],
)
def test_code_and_text_stay_as_they_were(text: str) -> None:
    result = read(text)
    assert result.body == text
    assert result.cleaned.ledger.mended == {}


LINES = st.sampled_from(
    (
        "- a",
        "  - b",
        "   * c",
        "    - d",
        "      e",
        "  f",
        "1. g",
        "   2. h",
        "",
        "",
        "i",
        "\t- j",
        "> k",
        "* * *",
        "## l",
    )
)


@given(st.lists(LINES, max_size=12).map("\n".join))
@settings(deadline=None)
def test_nothing_but_spaces_at_the_beginning_of_lines_changes(text: str) -> None:
    once = read(text).body
    assert [line.split() for line in once.split("\n") if line] == [line.split() for line in text.split("\n") if line]
