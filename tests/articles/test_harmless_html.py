"""Whatever stands in a body, nothing of it runs, and nothing asks another host for anything."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.articles.article import SITE_SCHEME
from generator.articles.markdown_html import convert
from tests.articles.parsed import Reader


def assert_harmless(html: str) -> None:
    """Nothing in the HTML runs, fetches from another host, leaves the site's addresses or breaks the page around it."""
    read = Reader(html)
    assert read.open == []
    assert read.nested_links == 0
    for tag, attributes in read.elements:
        assert tag not in ("script", "style", "iframe", "object", "embed", "svg", "form", "base", "link", "meta")
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcset", "poster")]
        for name in ("src", "href"):
            address = re.sub(r"[\t\r\n]", "", attributes.get(name, "").strip("".join(map(chr, range(33)))))
            assert not address.lower().startswith(("javascript:", "vbscript:", "file:", "data:text", "data:image/svg"))
            assert not address.replace("\\", "/").startswith("//")
            assert not address.startswith(SITE_SCHEME) or re.match(r"backfile:(media/|article/)", address)
        address = attributes.get("src", "")
        if not address.startswith(("data:", SITE_SCHEME)):
            # As browsers resolve it: a backslash counts as a slash, and tabs and line ends do not count.
            seen = urljoin("https://site.example/a/b.html", re.sub(r"[\t\r\n]", "", address).replace("\\", "/").strip())
            assert seen.startswith("https://site.example/") or not seen.lower().startswith(("http", "ftp"))


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("a<script>alert(1)</script>b", "<p>ab</p>"),
        ("<style>p { color: red }</style>", ""),
        ('<iframe src="https://x.example/">frame</iframe>', ""),
        ("a<svg><a href='https://x.example'>s</a></svg>b", "<p>ab</p>"),
        ("a<template>t</template>b", "<p>ab</p>"),
        ("a<noscript><img src=https://x.example></noscript>b", "<p>ab</p>"),
        ("a<textarea>t</textarea><select><option>o</option></select>b", "<p>ab</p>"),
        ("a<!-- remark -->b", "<p>ab</p>"),
        ('<p onclick="f()" style="color:red" class="note evil" data-x="1">a</p>', '<p class="note">a</p>'),
        ('<img onerror="f()" src="x.png">', '<p><img src="x.png"></p>'),
        ("[a](javascript:alert(1))", "<p><a>a</a></p>"),
        ("[a](JavaScript:alert(1))", "<p><a>a</a></p>"),
        ('<a href="java&#x09;script:alert(1)">a</a>', "<p><a>a</a></p>"),
        ('<a href="&#1;javascript:alert(1)">a</a>', "<p><a>a</a></p>"),
        ("[a](vbscript:x)", "<p><a>a</a></p>"),
        ("[a](file:///etc/passwd)", "<p><a>a</a></p>"),
        ("[a](data:text/html;base64,eA==)", "<p><a>a</a></p>"),
        ('<a href="&#1;DATA:text/html,x">a</a>', "<p><a>a</a></p>"),
        ('<a href="da&#10;ta:text/html,x">a</a>', "<p><a>a</a></p>"),
        ("[a](data:image/png;base64,eA==)", "<p><a>a</a></p>"),
        ("![a](data:image/png;base64,eA==)", '<p><img alt="a" src="data:image/png;base64,eA=="></p>'),
        ("![a](data:image/svg+xml;base64,eA==)", '<p><img alt="a"></p>'),
        ("![a](data:text/html,x)", '<p><img alt="a"></p>'),
        ('<img srcset="https://x.example/a 2x" src="media/a.png">', '<p><img src="backfile:media/a.png"></p>'),
        ('<blockquote cite="https://x.example/">a</blockquote>', "<blockquote>a</blockquote>"),
        (
            '<table background="https://x.example/"><tr><td>a</td></tr></table>',
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
        ),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
    ],
)
def test_what_runs_or_asks_another_host_is_gone(written: str, html: str) -> None:
    found = convert(written).html
    assert found.strip() == html
    assert_harmless(found)


def test_what_may_stay_stays() -> None:
    written = '<p lang="de" dir="ltr" title="t">a<br><sub>b</sub><ins>c</ins><time datetime="2007">d</time></p>'
    assert convert(written).html == written
    assert convert("<span class='small-caps x'>a</span>").html == '<p><span class="small-caps">a</span></p>'
    assert convert("[a](mailto:a@x.example) [b](tel:1) [c](http://x.example) [d](#fn) [e](b.html)").html == (
        '<p><a href="mailto:a@x.example">a</a> <a href="tel:1">b</a> <a href="http://x.example">c</a> '
        '<a href="#fn">d</a> <a href="b.html">e</a></p>'
    )


LINK = '<a href="https://x.example/a.png">'


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("![a lamp](https://x.example/a.png)", f"<p>{LINK}a lamp</a></p>"),
        ("![](http://x.example/a.png)", '<p><a href="http://x.example/a.png">Image: http://x.example/a.png</a></p>'),
        ('<img alt="a > b" src="https://x.example/a.png">', f"<p>{LINK}a &gt; b</a></p>"),
        ("""<img title=' src="media/x"' src="https://x.example/a.png" alt='"'>""", f"<p>{LINK}&quot;</a></p>"),
        (
            "[![a](https://x.example/a.png)](https://y.example/)",
            f'<p><a href="https://y.example/">a</a> {LINK}{LINK[9:-2]}</a></p>',
        ),
        (
            "[b ![a](https://x.example/a.png) c](o.md)",
            f'<p><a href="backfile:article/o.md">b a c</a> {LINK}{LINK[9:-2]}</a></p>',
        ),
        ("[![a](media/a.png)](o.html)", '<p><a href="o.html"><img alt="a" src="backfile:media/a.png"></a></p>'),
        ("`![a](https://x.example/a.png)`", "<p><code>![a](https://x.example/a.png)</code></p>"),
    ],
)
def test_an_image_on_another_host_becomes_a_link(written: str, html: str) -> None:
    found = convert(written).html
    assert found == html
    assert_harmless(found)


@pytest.mark.parametrize(
    "address",
    [
        "//x.example/a.png",
        "///x.example/a.png",
        " //x.example/a.png",
        "/\\x.example/a.png",
        "\\\\x.example/a.png",
        "\\/x.example/a.png",
        "/&#9;/x.example/a.png",
        "&#1;//x.example/a.png",
        "HTTPS://x.example/a.png",
        "ht&#10;tps://x.example/a.png",
        "https&#58;//x.example/a.png",
        "https&colon;//x.example/a.png",
    ],
)
def test_another_host_is_seen_however_it_is_written(address: str) -> None:
    for written in (f'<img src="{address}" alt="a">', f'<a href="{address}">a</a>'):
        assert convert(written).html == f"<p>{LINK}a</a></p>"


@pytest.mark.parametrize("address", ["backfile://x.example/a", "backfile:../../a", "BACKFILE:media/a", "backfile:/x"])
def test_nobody_else_writes_the_sites_own_scheme(address: str) -> None:
    assert convert(f'<img src="{address}"><a href="{address}">a</a>').html == "<p><img><a>a</a></p>"


@pytest.mark.parametrize(
    "written",
    [
        "<p>a <b>b",
        "<div><div><p>a",
        "</div></section></article></body></html>a",
        "<a href='x'>a <a href='y'>b",
        '<a href="x"><img src="https://x.example/1" alt="1"><a href="y"><img src="https://x.example/2"></a></a>',
        "<b><i>a</b></i>",
        "<table><tr><td>a<table><tr><td>b",
        "<ul><li>a<li>b",
        "<p title='",
        "<" * 50,
        "<div>" * 200 + "a",
        '<main><header><h1 id="t">A</h1></header></main>',
    ],
)
def test_broken_html_is_mended(written: str) -> None:
    assert_harmless(convert(written).html)


PARTS = st.sampled_from(
    [
        *"< > \" ' / \\ = & ; # [ ] ( ) ! | * ` a : </a> <b> <p> </p> <div> src= href=".split(),
        *"//x.example/ https://x.example/ HTTPS: javascript: data:text/html, backfile: media/ a.md [[ ]] ![ ](".split(),
        *"<script> </script> <svg> <style> <!-- --> &#9; &#1; &#47; <![CDATA[ <table> <td> <h1> <math>".split(),
        *"<noscript> <textarea> <title> <template> alt= title= onerror= style=".split(),
        *(" ", "\n", "<a ", "<img ", "<iframe ", "\x02", "\x03"),
    ]
)


@given(st.lists(PARTS, max_size=25).map("".join))
@example('<img src="https://x.example/a" title="<img src=">')
@example('<math><a href="//x.example/"><img src="\\\\x.example/">')
@example('<a title="</a>"><img src=https://x.example/ alt="</a>">')
def test_whatever_is_written_is_harmless(written: str) -> None:
    assert_harmless(convert(written).html)
