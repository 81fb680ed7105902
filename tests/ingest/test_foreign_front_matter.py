"""Front matter that is broken, or that holds what no front matter can: told, and no text is lost."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from generator.ingest.authored.foreign_front_matter import read_head
from generator.ingest.authored.plain_values import settled
from tests.ingest.formats import Read
from tests.ingest.formats import read as read_file


def read(text: str) -> Read:
    return read_file(text, "example.md")


def test_broken_yaml_is_read_key_by_key() -> None:
    result = read("---\ntitle: One: two\ndate: 2010-05-06\ntags: [a, b\n  - c\ntitle: Three\n---\nText.\n")
    assert (result.meta.title, str(result.meta.date), result.meta.tags) == ("One: two", "2010-05-06", ())
    assert result.of("tags") == ("front-matter-broken", Fate.SET_ASIDE, ())
    assert result.of("title: Three") == ("front-matter-broken", Fate.SET_ASIDE, ())
    assert "not valid YAML" in result.remarks()[0]
    assert result.body == "Text."


@pytest.mark.parametrize(
    "text",
    [
        "---\n- a list\n---\nText.\n",
        "+++\ntitle = \n+++\nText.\n",
        '{\n"title": "A",,\n}\nText.\n',
        "---\ntitle: A\n\tb: c\n---\nText.\n",
        "---\na: &a [*a]\n---\nText.\n",
        "---\na: " + "[" * 60 + "]" * 60 + "\n---\nText.\n",
        '{\n"a": ' + "[" * 5_000 + "]" * 5_000 + "\n}\nText.\n",
        "+++\na = " + "[" * 5_000 + "]" * 5_000 + "\n+++\nText.\n",
        "+++\na = 0x" + "f" * 9_000 + "\n+++\nText.\n",
        "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{new}: &{new} [{', '.join(['*' + old] * 10)}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
        )
        + "---\nText.\n",
    ],
)
def test_broken_front_matter_is_told_and_loses_no_text(text: str) -> None:
    result = read(text)
    assert result.body.endswith("Text.")
    assert any("front matter" in remark or "cannot be taken" in remark for remark in result.remarks())


def test_what_yaml_cannot_hold_is_written_so_that_it_is_read_back() -> None:
    result = read('{\n"title": "A",\n"x": "\\ud800 \\u0000 \\u2028",\n"\\u0085": 1e999\n}\nText.\n')
    assert result.meta.extra == {"x": "\ufffd \x00 \u2028", "\x85": "inf"}


def test_each_key_knows_its_lines() -> None:
    head = read_head("---\na: 1\n\n# of b\nb:\n  - 2\n\n  - 3\n# of none\n---\ntext".split("\n"))
    assert [(placed.entry.name, placed.lines) for placed in head.placed] == [("a", (2,)), ("b", (5, 6, 7, 8))]
    assert head.line_count == 10


def test_values_that_cannot_be_written_are_refused() -> None:
    deep: object = "x"
    for _ in range(50):
        deep = [deep]
    for value in (deep, ["x"] * 30_000, 10**30):
        with pytest.raises(ValueError, match=r"it holds|deep|too large"):
            settled(value)


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Never closed\ntags:\n- lamps\n- ships\ndate: 2010-05-06\n",
        '+++\ntitle = "Never closed"\ntags = ["lamps", "ships"]\ndate = 2010-05-06\n',
    ],
)
@pytest.mark.parametrize("body", ["\nText: it is.\n\nMore of *it*.", "Text of: words.\n\nMore.", "[a link](b.md): c"])
def test_front_matter_that_never_ends_is_told_as_that_and_loses_no_line(head: str, body: str) -> None:
    result = read(head + body)
    assert (result.meta.title, str(result.meta.date), result.meta.tags) == (
        "Never closed",
        "2010-05-06",
        ("lamps", "ships"),
    )
    assert result.body == body.strip()
    (remark,) = result.remarks()
    assert remark.startswith("1: the front matter that begins here never ends")
    assert f"from line {head.count(chr(10)) + 1} on" in remark


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA text below a line.",
        "---\nHe said: no.\n\nMore.",
        "---\nwhy: because\n\nMore.",
        "+++\nSome words.",
        "---",
    ],
)
def test_a_line_above_a_text_begins_no_front_matter(text: str) -> None:
    result = read(text)
    assert result.body == text
    assert not any("front matter" in remark for remark in result.remarks())


def test_front_matter_that_never_ends_and_cannot_be_read_is_text_and_told() -> None:
    text = "---\ntitle: [a\n\nMore."
    result = read(text)
    assert result.body == text
    assert "1: the front matter that begins here never ends, and counts as text" in result.remarks()
