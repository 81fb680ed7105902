from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.anchors import settle_ids
from generator.articles.markdown_html import convert
from tests.articles.parsed import Reader


def ids(html: str) -> list[str]:
    return [attributes["id"] for _, attributes in Reader(html).elements if "id" in attributes]


@pytest.mark.parametrize(
    ("html", "settled"),
    [
        ('<p title="x">a id="b"</p>', '<p title="x">a id="b"</p>'),
        ('<p id="a">x</p>', '<p id="a">x</p>'),
        ('<p id="a">x</p><p id="a">y</p>', '<p id="a">x</p><p id="a_1">y</p>'),
        ('<p id="a_1">x</p><p id="a">y</p><p id="a">z</p>', '<p id="a_1">x</p><p id="a">y</p><p id="a_2">z</p>'),
        ('<p id=" ">x</p>', "<p>x</p>"),
        ('<p id="">x</p>', "<p>x</p>"),
        ('<p lang="de" id="a b">x</p>', '<p id="a-b" lang="de">x</p>'),
        ('<p id="a&quot;b">x</p>', '<p id="a&quot;b">x</p>'),
        ('<p id="page_main">x</p>', '<p id="section-page_main">x</p>'),
        ('<h2 id="article_order">x</h2>', '<h2 id="section-article_order">x</h2>'),
        (
            "<h3>The <em>offer</em> &amp; more</h3>",
            '<h3 id="section-the-offer-more">The <em>offer</em> &amp; more</h3>',
        ),
        ("<h2>A</h2><h2>A</h2>", '<h2 id="section-a">A</h2><h2 id="section-a_1">A</h2>'),
    ],
)
def test_every_id_is_there_once_and_none_is_the_pages(html: str, settled: str) -> None:
    assert settle_ids(html) == settled


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("#page_main", "#section-page_main"),
        ("#a%20b", "#a-b"),
        ("#a b", "#a-b"),
        ("#c", "#c"),
        ("other.html#page_main", "other.html#page_main"),
    ],
)
def test_links_inside_the_text_follow(link: str, leads: str) -> None:
    html = f'<p id="page_main">x</p><p id="a b">y</p><p id="c">z</p><p>href="#page_main" <a href="{link}">z</a></p>'
    assert f'<a href="{leads}">' in settle_ids(html)
    assert 'href="#page_main" <a' in settle_ids(html)


def test_what_has_an_id_in_markdown_keeps_it() -> None:
    html = convert('<a id="mark"></a>Text, see [there](#mark).\n\n<p id="part">x</p>\n').html
    assert ids(html) == ["mark", "part"]


def test_a_footnote_and_an_element_that_claims_its_id() -> None:
    html = convert('<p id="fn:1">x</p>\n\nText.[^1]\n\n[^1]: Note.\n').html
    assert len(set(ids(html))) == len(ids(html)) == 3


@given(st.lists(st.sampled_from(["a", "a_1", "a b", "page_x", "section-page_x", "a-b", ""]), max_size=12))
def test_ids_differ_whatever_is_written(written: list[str]) -> None:
    found = ids(settle_ids("".join(f'<p id="{id_}">x</p>' for id_ in written)))
    assert len(set(found)) == len(found) == sum(1 for id_ in written if id_)
    assert not [id_ for id_ in found if " " in id_ or id_.startswith(("page_", "article_"))]


def test_thousands_of_the_same_id_take_no_time() -> None:
    begun = time.perf_counter()
    settle_ids('<p id="a">x</p>' * 20_000)
    assert time.perf_counter() - begun < 2
