"""Plain text written as Markdown must read back exactly as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.articles.markdown_html import convert
from generator.ingest.markdown_text import escape, heading

MARKUP = "\\`*_{}[]()<>#+-=~.!|:&^\"'/@$%;?,"
WORDS = "a b 1 12. 2) amp lt #65; x2 http://e.org www.e.org a@b.org e.g. [a]: [^1] ![i](u) [t](u) [[w]] &amp; <b> </p>"


def one_line(text: str) -> str:
    return " ".join(text.split())


characters = st.one_of(
    st.sampled_from(MARKUP + "ab1 "), st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"])
)
texts = st.one_of(
    st.text(st.sampled_from(MARKUP + "ab1 "), max_size=24),
    st.lists(st.one_of(st.sampled_from(WORDS.split()), st.text(st.sampled_from(MARKUP), max_size=4)), max_size=7).map(
        " ".join
    ),
    st.text(characters, max_size=20),
).map(one_line)


@given(texts)
@example("1550. That is how many")
@example("# 1: The big one")
@example("<deployed> / <deployed + spare>")
@example("a *b* _c_ __d__ `e` ~f~ snake_case_name")
@example("[^1]: no footnote")
@example("[a]: http://e.org no reference")
@example("    four spaces are gone")
@example(": no definition")
@example("~~~ no fence")
@example("=== no heading")
@example("a | b | c")
@example("&amp; &#65; &copy; AT&T")
@example("[[no wiki link]] and [no](link)")
@example("\\* \\\\ \\a \\")
@example("C:\\new\\[dir]")
@example("<http://example.org>")
@example("<1@1>")
@example("+")
@example("-")
@example("***")
@example("klzzwxh:0001")
@example("wzxhzdk:5")
@example("\x02")
def test_a_paragraph_reads_as_it_was(text: str) -> None:
    body = convert(escape(text))
    assert body.text == one_line(text.replace("\x02", "")), escape(text)
    assert body.wiki_links == ()


@given(st.lists(texts.filter(bool), min_size=2, max_size=4))
def test_paragraphs_one_after_another_read_as_they_were(paragraphs: list[str]) -> None:
    body = convert("\n\n".join(map(escape, paragraphs)))
    assert body.text.split("\n") == paragraphs


@given(texts.filter(bool))
def test_a_list_item_and_a_heading_read_as_they_were(text: str) -> None:
    assert convert(f"- {escape(text)}\n- other").text.split("\n") == [text, "other"]
    assert convert(f"before\n\n{heading(text)}\n\nafter").text.split("\n") == ["before", text, "after"]


@pytest.mark.parametrize(
    "plain", ["A sentence, with a comma; and (brackets) - so.", "50% & more", "snake_case", "3 < 4"]
)
def test_what_needs_no_escape_has_none(plain: str) -> None:
    assert escape(plain) == plain
