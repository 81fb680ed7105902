"""What a page's markup says about it."""

from __future__ import annotations

import pytest

from generator.articles.html.data import DataSource
from generator.articles.html.view import view_page


def data(page: str) -> list[tuple[str, str]]:
    return [(line.datum.name, line.datum.value) for line in view_page(page).lines if line.datum]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<meta property="og:title" content="A &amp; B">', [("og:title", "A & B")]),
        ('<meta name=date property="dc.date" content=2011>', [("date", "2011"), ("dc.date", "2011")]),
        ("<meta name=author value=Ada>", [("author", "Ada")]),
        ("<meta name=author content='  '>", []),
        (
            "<meta http-equiv=Content-Language content=de><meta http-equiv=refresh content=1>",
            [("Content-Language", "de")],
        ),
        ('<link rel="canonical nofollow" href=/a><link rel=stylesheet href=b>', [("canonical", "/a")]),
        ('<h1><span itemprop="headline" content="A">B</span></h1>', [("headline", "A")]),
        ("<title>A &#8211; B</title>", [("title", "A – B")]),
    ],
)
def test_data(page: str, expected: list[tuple[str, str]]) -> None:
    assert data(page) == expected


def script(text: str) -> list[tuple[str, str]]:
    return data(f'<script type="application/ld+json">{text}</script>')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"headline": "A &amp; B", "n": 3, "none": null}', [("headline", "A & B"), ("n", "3")]),
        ('{"free": true}', [("free", "true")]),
        ('{"@graph": [{"a": [{"name": "A"}, "B"]}]}', [("@graph[0].a[0].name", "A"), ("@graph[0].a[1]", "B")]),
        ('[{"a": "b"}]', [("[0].a", "b")]),
        ('/*<![CDATA[*/ {"a": "b",} /*]]>*/', [("a", "b")]),
        ('<!-- {"a": "b"} -->', [("a", "b")]),
        ('{"a": "line\nend"};', [("a", "line end")]),
        ("{broken", []),
        ("[" * 5000, []),
        ("", []),
    ],
)  # fmt: skip
def test_json_ld(text: str, expected: list[tuple[str, str]]) -> None:
    assert script(text) == expected


def test_scripts_are_counted_and_other_ones_are_not_read() -> None:
    page = '<script>{"x": 1}</script>' + '<script type="application/ld+json">{"a": 1}</script>' * 2
    found = [line.datum for line in view_page(page).lines if line.datum]
    assert [(datum.source, datum.script) for datum in found] == [(DataSource.JSON_LD, 1), (DataSource.JSON_LD, 2)]
    assert found[0].text == "json-ld a: 1"
