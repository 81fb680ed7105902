"""A page reduced to its text is the same page to whoever reads it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from generator.articles.html.lines import ViewLine
from generator.articles.html.view import view_page
from generator.ingest.html.skeleton import skeleton
from tests.ingest.test_page_law import pages


def test_what_is_left() -> None:
    page = (
        "<html><head><title>T</title><style>x</style></head><body><div></div><div class='a'><img src=x>"
        "<p>b <span class=c>d <a href='/e?f&amp;g'>h</a></span> &lt;i&gt;</p>j<br>k<br><br>l<script>m</script></div>"
    )
    assert skeleton(view_page(page).lines) == (
        "<html><body><div class='a'><p>b <span class=c>d <a href='/e?f&amp;g'>h</a></span> &lt;i&gt;</p>"
        "j<br>k<br><br>l</div>"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<ul><li>a<li>b<p>c</ul>",
        "<ol start=4><li>a<ol><li>b</ol><li value=9>c</ol>",
        "<table><tr><th>a<th>b<tr><td><b>c</b><td></table>",
        "<blockquote><p>a<p>b</blockquote><pre>c\n\n d</pre>",
        "<object><p>a</object>b",
    ],
)
def test_the_view_of_what_is_left_is_that_of_the_page(page: str) -> None:
    assert _seen(skeleton(view_page(page).lines)) == _seen(page)


def _seen(page: str) -> list[tuple[object, ...]]:
    return [_told(line) for line in view_page(page).lines]


def _told(line: ViewLine) -> tuple[object, ...]:
    return line.text, line.shape, line.level, line.cells, line.broken, line.element.tag


@given(pages)
@settings(deadline=None, max_examples=60)
def test_no_text_is_lost_and_none_is_added(page: str) -> None:
    lines = [line for line in view_page(page).lines if line.datum is None]
    left = [line for line in view_page(skeleton(lines)).lines if line.datum is None]
    assert _letters(left) == _letters(lines)


def _letters(lines: list[ViewLine]) -> str:
    return "".join("".join(line.text.split()) for line in lines)
