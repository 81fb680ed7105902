"""The lines that a page of HTML is accounted for by."""

from __future__ import annotations

import pytest

from generator.articles.html.lines import LineShape, Style, ViewLine
from generator.articles.html.view import view_page


def lines(page: str) -> tuple[ViewLine, ...]:
    return view_page(page).lines


def texts(page: str) -> list[str]:
    return [line.text for line in lines(page)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a  b\n\tc", ["a b c"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<div>a<p>b</p>c</div>d", ["a", "b", "c", "d"]),
        ("<p>a <b>b</b><i> c</i>d", ["a b cd"]),
        ("<p>a<br>b<br><br>c", ["a", "b", "c"]),
        ("<p>a</div>b</p>", ["a", "b"]),
        ("<h1>a<h2>b", ["a", "b"]),
        ("a<hr>b", ["a", "b"]),
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3. a", "7. b", "8. c"]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", ["• a", "• b", "c"]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", ["a | b", "c | d"]),
        ("<table><tr><td>a<td><p>b<p>c</table>", ["a", "b", "c"]),
        (f"<table><tr><td>a<td>{'b ' * 300}</table>", ["a", ("b " * 300).strip()]),
        ("<table><tr><td>a<td></table>", ["a"]),
        ("<table><tr><td>a<td>b<table><tr><td>c<td>d</table></table>", ["a", "b", "c | d"]),
        ("<table><tr><td>a</div></td></tr></table>b", ["a", "b"]),
        ("<select><option>a<option>b</select>c", ["a b", "c"]),
        ("<pre>\n a\n\n  b\n</pre>", [" a", "", "  b"]),
        ("<textarea>a <b></textarea>", ["a <b>"]),
        ("<p>a<script>b</script>c<style>d</style><!-- e -->f", ["acf"]),
        ("<svg><title>a</title></svg>b", ["b"]),
        ("<a href=x>a</a><a href=y>b", ["ab"]),
        ("<body>a</body></html>b", ["a", "b"]),
        ("<object><p>a</object>b", ["a", "b"]),
        ("<table><tr><td>a</table>b", ["a", "b"]),
        ("<p>\u00a0 \u00ad</p>", ["\u00ad"]),
        ("<p>&nbsp;</p>", []),
        ("", []),
        ("<frameset><frame src=a></frameset>", []),
    ],
)
def test_texts(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_lines_of_the_file() -> None:
    page = "<p>a\r\nb</p>\r<p>\n\nc</p><pre>\nd\n\ne</pre>"
    assert [(line.text, line.at) for line in lines(page)] == [("a b", 1), ("c", 5), ("d", 6), ("", 8), ("e", 8)]


def test_shapes() -> None:
    page = (
        "<h2>a</h2><p>b</p><ul><li>c<p>d</p><ol><li>e</li></ol></ul><blockquote><p>f</p><blockquote>g</blockquote>"
        "</blockquote><figure><figcaption>h</figcaption></figure><pre>i</pre><table><tr><th>j<th>k</table>"
    )
    assert [(line.text, line.shape, line.level) for line in lines(page)] == [
        ("a", LineShape.HEADING, 2),
        ("b", LineShape.TEXT, 0),
        ("• c", LineShape.ITEM, 1),
        ("d", LineShape.TEXT, 1),
        ("1. e", LineShape.ITEM, 2),
        ("f", LineShape.QUOTATION, 1),
        ("g", LineShape.QUOTATION, 2),
        ("h", LineShape.CAPTION, 0),
        ("i", LineShape.CODE, 0),
        ("j | k", LineShape.ROW, 0),
    ]


def test_groups_tell_lists_apart() -> None:
    first, inner, other, after = lines("<ul><li>a<ul><li>b</ul></ul><ul><li>c</ul>d")
    assert first.group == inner.group != other.group
    assert after.group == 0


def test_rows() -> None:
    head, row = lines("<table><tr><th>a</th><th>b c</th></tr><tr><td>d</td><td></td><td>e</td></tr></table>")
    assert (head.header, row.header) == (True, False)
    assert [head.text[start:end] for start, end in head.cells] == ["a", "b c"]
    assert [row.text[start:end] for start, end in row.cells] == ["d", "", "e"]


def test_marks() -> None:
    (line,) = lines('<p>By  <span itemprop="author">Ada <b>E</b></span>, <a href=" x?a&amp;b ">c</a><i></i>')
    assert [(line.text[mark.start : mark.end], mark.tag, mark.style) for mark in line.marks] == [
        ("Ada E", "span", None),
        ("E", "b", Style.STRONG),
        ("c", "a", Style.LINK),
    ]
    assert line.marks[0].names == "itemprop:author"
    assert line.marks[2].address == "x?a&b"
    item = lines("<ul><li>a <em>b</em></ul>")[0]
    assert [item.text[mark.start : mark.end] for mark in item.marks] == ["b"]


def test_marks_end_with_their_block_and_go_on_over_line_breaks() -> None:
    first, second, third = lines("<p>a <b>b<br>c<p>d")
    assert [line.text[mark.start : mark.end] for line in (first, second) for mark in line.marks] == ["b", "c"]
    assert not third.marks


def test_breaks() -> None:
    assert [line.broken for line in lines("<p><br>a<br>b<br><br>c<p>d")] == [False, True, False, False]


def test_what_a_block_inside_a_paragraph_cuts_off_is_the_paragraphs() -> None:
    cut = lines("<p>a<button>b</button>c<br>d<p>e<br><br>f</p><div>g<p>h</p>i</div>")
    assert [line.resumed for line in cut] == [False, False, True, *[False] * 6]


def test_what_stands_around_a_line() -> None:
    (line,) = lines('<nav role=menu><div CLASS="Side Bar" id=x style="display: none"><p>a')
    element = line.element
    assert (element.tag, element.names) == ("p", "")
    assert element.parent is not None
    assert element.parent.names == "side bar x state:hidden"
    assert element.parent.parent is not None
    assert element.parent.parent.names == "role:menu"


@pytest.mark.parametrize("tag", ["object", "template", "table", "div", "section", "ul", "blockquote", "pre", "button"])
def test_a_block_ends_with_its_end_tag(tag: str) -> None:
    (_, after) = lines(f"<div><{tag}>a<p>b</{tag}><i>c")[-2:]
    assert after.text == "c"
    assert after.element.tag == "div"


def test_data_stand_at_their_place() -> None:
    page = (
        "<html lang=en><head><title>T</title><meta name=author content='A  B'></head><p>a <time datetime=2011-05-03>May"
    )
    assert texts(page) == ["html lang: en", "title: T", "author: A B", "time datetime: 2011-05-03", "a May"]
    assert lines(page)[3].element.tag == "time"


def test_base() -> None:
    assert view_page("<base href=' /a/ '><base href=/b/>").base == "/a/"


@pytest.mark.parametrize("page", ["<div>" * 30_000 + "a", "<ul><li>" * 10_000 + "a", "<table><tr><td>" * 10_000 + "a"])
def test_what_lies_very_deep_is_still_there(page: str) -> None:
    (line,) = lines(page)
    assert line.text.endswith("a")
    depth, element = 0, line.element
    while element.parent is not None:
        depth, element = depth + 1, element.parent
    assert depth <= 512
