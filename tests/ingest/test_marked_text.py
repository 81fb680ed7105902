"""A line with links, emphasis and code in it comes out of the Markdown as it was in the page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.html.lines import Style
from generator.articles.markdown_html import convert
from generator.ingest.html.block import Stretch
from generator.ingest.html.marked_text import marked

ADDRESS = "https://e.example/x"


def spans(text: str, *marks: tuple[str, Style]) -> list[Stretch]:
    return [Stretch(text.index(words), text.index(words) + len(words), style, ADDRESS) for words, style in marks]


@pytest.mark.parametrize(
    ("text", "marks", "markdown"),
    [
        ("plain * text", [], r"plain \* text"),
        ("see the lamp now", [("the lamp", Style.LINK)], f"see [the lamp]({ADDRESS}) now"),
        ("very bright", [("very", Style.EMPHASIS)], "*very* bright"),
        ("un" + "believable", [("believ", Style.STRONG)], "un**believ**able"),
        ("run lamp --on here", [("lamp --on", Style.CODE)], "run `lamp --on` here"),
        ("a b c", [("a b c", Style.EMPHASIS), ("b", Style.STRONG)], "<em>a <strong>b</strong> c</em>"),
        ("wow!lamp", [("lamp", Style.LINK)], rf"wow\![lamp]({ADDRESS})"),
        ("see [1] there", [("[1]", Style.LINK)], f"see [&#91;1&#93;]({ADDRESS}) there"),
        ("1. lamp", [("lamp", Style.EMPHASIS)], r"1\. *lamp*"),
        (" lamp ", [(" lamp ", Style.STRONG)], " **lamp** "),
        ("ab", [("a", Style.EMPHASIS), ("b", Style.STRONG)], "*a*<strong>b</strong>"),
        ("a b. c", [("a", Style.STRONG), ("b", Style.STRONG), ("c", Style.STRONG)], "**a b**. **c**"),
        ("a b c", [("a b", Style.STRONG), ("a", Style.EMPHASIS), ("b", Style.EMPHASIS)], "***a b*** c"),
        ("ab c", [("a", Style.LINK), ("b", Style.LINK), ("c", Style.LINK)], f"[ab]({ADDRESS}) [c]({ADDRESS})"),
        ("a`b", [("a`b", Style.CODE)], r"<code>a\`b</code>"),
    ],
)
def test_what_is_written(text: str, marks: list[tuple[str, Style]], markdown: str) -> None:
    assert marked(text, spans(text, *marks)) == markdown


def test_addresses_are_written_so_that_they_end_where_they_should() -> None:
    stretch = Stretch(0, 4, Style.LINK, "https://e.example/a_(b)?c=d&copy=1 *x*")
    html = convert(marked("lamp", [stretch])).html
    found = re.search(r'href="([^"]*)"', html)
    assert found is not None
    assert unescape(found[1]) == "https://e.example/a_%28b%29?c=d&copy=1%20*x*"


def test_in_a_table_bars_are_no_borders() -> None:
    row = marked("a | b", [], in_table=True)
    html = convert(f"| {row} | c |\n| --- | --- |\n| d | e |").html
    assert "<th>a | b</th>" in html


characters = st.sampled_from("ab  \\`*_[]()<>&!#|-+.1:~=éß灯\u201c'\"")
words = st.one_of(
    st.text(characters, min_size=1, max_size=16),
    st.sampled_from(
        ("*", "**", "***", "_a_", "`", "``", "[a](b)", "![a](b)", "[[a]]", "<b>", "</em>", "&amp;", "&#42;")
    ),
)
styles = st.sampled_from(list(Style))


@given(
    st.lists(words, min_size=1, max_size=8).map(lambda parts: " ".join("".join(parts).split())).filter(bool),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20), styles), max_size=5),
)
@settings(deadline=None, max_examples=400)
def test_any_line_reads_as_it_did(text: str, places: list[tuple[int, int, Style]]) -> None:
    stretches = [
        Stretch(start, min(start + length, len(text)), style, ADDRESS)
        for start, length, style in places
        if start < min(start + length, len(text))
    ]
    html = convert(marked(text, stretches)).html
    told = "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
    assert told == "".join(text.split())
    block = re.match(r"<(\w+)", html)
    assert block is not None
    assert block[1] == "p"
    linked = {stretch.style for stretch in stretches if text[stretch.start : stretch.end].strip()}
    assert ("<a " in html) <= (Style.LINK in linked)
