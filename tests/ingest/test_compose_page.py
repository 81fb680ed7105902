"""What stands in a page comes out of the article's Markdown with the structure that the page gives it."""

from __future__ import annotations

import re

import pytest

from generator.articles.front_matter import split_article
from generator.articles.markdown_html import convert
from generator.ingest.clean import CleanOptions, clean
from generator.ingest.findings import Settings
from tests.ingest.sources import PARAGRAPHS, TODAY

HEAD = '<title>The lamp</title><link rel="canonical" href="https://e.example/news/lamp.html">'


def body(*inside: str) -> str:
    """The Markdown of an article that has these parts among its paragraphs."""
    paragraphs = [f"<p>{words}</p>" for words in PARAGRAPHS]
    page = "\n".join((*paragraphs[:2], *inside, *paragraphs[2:]))
    data = f"<html><head>{HEAD}</head><body><article>{page}</article></body></html>".encode()
    article = split_article(clean(data, "a.html", TODAY, CleanOptions("en", 10_000_000, Settings())).article)
    assert article is not None
    return article.body.strip("\n")


def between(*inside: str) -> str:
    """What stands between the second and the third paragraph."""
    found = re.search(rf"{re.escape(PARAGRAPHS[1])}\n\n(.*)\n\n{re.escape(PARAGRAPHS[2])}", body(*inside), re.DOTALL)
    assert found is not None, body(*inside)
    return found[1]


LONG = "a sentence that is long enough to be taken for a part of the text by anyone who reads it."


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (f"<h2>What it costs</h2><p>It is {LONG}</p>", f"## What it costs\n\nIt is {LONG}"),
        (
            f"<h3>One</h3><p>It is {LONG}</p><h4>Two</h4><p>Here is {LONG}</p>",
            f"## One\n\nIt is {LONG}\n\n### Two\n\nHere is {LONG}",
        ),
        (
            "<p>The price of <a href=/oil>lamp oil</a><span><button></button></span>, which nobody had watched, "
            f"is{LONG[1:]}</p>",
            f"The price of [lamp oil](https://e.example/oil), which nobody had watched, is{LONG[1:]}",
        ),
        (
            f"<p>The price <button>Watch</button> of lamp oil is{LONG[1:]}</p>",
            f"The price of lamp oil is{LONG[1:]}",
        ),
        (
            "<p>The council wants three things:</p><ul><li>a keeper</li><li>a lamp<ul><li>with oil</li></ul></li>"
            "<li>a <b>boat</b></li></ul>",
            "The council wants three things:\n\n- a keeper\n- a lamp\n    - with oil\n- a **boat**",
        ),
        (
            f"<p>In this order:</p><ol start=4><li>the lamp<p>It is {LONG}</p></li><li>the roof</li></ol>",
            f"In this order:\n\n4. the lamp\n\n    It is {LONG}\n\n5. the roof",
        ),
        (
            f"<h2><strong>O</strong><b>n</b> the <em>Gull</em></h2><p>It is {LONG}</p>",
            f"## On the *Gull*\n\nIt is {LONG}",
        ),
        (
            f"<blockquote><p>First {LONG}</p><p>Then {LONG}</p></blockquote>",
            f"> First {LONG}\n>\n> Then {LONG}",
        ),
        (
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>1907</td><td>12 | 13</td></tr></table>",
            "| Year | Cost |\n| --- | --- |\n| 1907 | 12 &#124; 13 |",
        ),
        (
            "<table><tr><td>1907</td><td></td><td>12</td></tr><tr><td>1908</td><td>x</td><td>14</td></tr></table>",
            "|  |  |  |\n| --- | --- | --- |\n| 1907 |  | 12 |\n| 1908 | x | 14 |",
        ),
        (
            "<pre><code>if lamp:\n\n    keeper = `x`\n</code></pre>",
            "```\nif lamp:\n\n    keeper = `x`\n```",
        ),
        (
            '<p>See <a href="/oil.html">the oil</a>, <a href="#top">above</a>, <a href="javascript:x()">x</a>: '
            f"{LONG}</p>",
            f"See [the oil](https://e.example/oil.html), above, x: {LONG}",
        ),
        (
            f"<p>They sing by day and by night, as {LONG}</p><p>The lamp is lit<br>the boats go out<br>the gulls</p>",
            f"They sing by day and by night, as {LONG}\n\nThe lamp is lit  \nthe boats go out  \nthe gulls",
        ),
        (f"<div>One {LONG}<br><br>Two {LONG}<br>Three {LONG}</div>", f"One {LONG}\n\nTwo {LONG}\n\nThree {LONG}"),
        ("<p>It was <em>quite</em> a <code>keeper</code> *, they say of him.</p>", None),
    ],
)
def test_structure(html: str, markdown: str | None) -> None:
    expected = markdown or r"It was *quite* a `keeper` \*, they say of him."
    assert between(html) == expected


def test_the_html_has_what_the_page_had() -> None:
    html = convert(
        body(
            "<ul><li>a lamp and <i>its</i> oil<ol><li>from whales</li></ol></li></ul>",
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>1907</td><td>12</td></tr></table>",
            "<pre>a &lt;b&gt;\n  c</pre>",
        )
    ).html
    assert "<li>a lamp and <em>its</em> oil<ol>\n<li>from whales</li>" in html.replace("\n<ol>", "<ol>")
    assert "<th>Year</th>\n<th>Cost</th>" in html
    assert "<pre><code>a &lt;b&gt;\n  c\n</code></pre>" in html


def test_what_a_rule_cuts_from_a_line_is_cut_from_its_markdown() -> None:
    markdown = body(f'<p>LONDON, May 3 (Example) — <a href="https://e.example/x">Somebody</a> wrote {LONG}</p>')
    assert f"[Somebody](https://e.example/x) wrote {LONG}" in markdown
