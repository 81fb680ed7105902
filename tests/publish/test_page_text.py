from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.page_text import PageText, read_page


def test_what_a_page_links_to_and_offers() -> None:
    page = read_page("""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="refresh" content="0; url=../b.html"><link rel="stylesheet" href="../style.css">
        <script src="../search.js" defer></script></head><body id=top class='x'>
        <form action="search.html"><input name="q" id="q"></form>
        <h2 id="one">A &lt; B</h2><a name="old"></a><a href='c.html?x=1&amp;y=2#z'>c</a> <A HREF=d.html>d</A>
        <br/><video src="v.mp4" poster="v.jpg"></video>
        <svg viewBox="0 0 1 1"><use href="#icon"/></svg></body></html>""")
    assert page.links == {"../b.html", "../style.css", "search.html", "c.html?x=1&y=2#z", "d.html", "#icon"}
    assert page.embedded == {"../search.js", "v.mp4", "v.jpg"}
    assert page.anchors == {"top", "q", "one", "old"}


@pytest.mark.parametrize(
    "text",
    [
        '<pre>href="x.html" src=y id="z"</pre>',
        '<pre>&lt;a href="x.html"&gt;</pre>',
        '<p title="&lt;a href=&quot;x.html&quot;&gt;">',
        "<p title=\"<a href='x.html'>\">",
        '<!-- <a href="x.html" id="a"> -->',
        '<!-- > <a href="x.html"> --> ',
        """<script type="application/ld+json">{"text": "<a href='x.html'>"}</script>""",
        "<style>a::after { content: \"<a href='x.html'>\" }</style>",
        '<title>How to write <a href="x.html"></title>',
        '<textarea><a href="x.html" id="a"></textarea>',
        '<p data-href="x.html" data-id="a" aria-name="b" hrefs="c">',
        '<meta name="description" content="0; url=x.html">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">',
        "a < b href=x.html > c",
    ],
)
def test_what_only_looks_like_a_link(text: str) -> None:
    for page in (read_page(text), read_page(text + "<P>"), read_page("<Br>" + text)):
        assert (page.links, page.embedded, page.anchors) == (set(), set(), set())


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("<a href=x/y.html>", {"x/y.html"}),
        ('<a title=it\'s href="x.html">', {"x.html"}),
        ('<a href="x.html"class="y">', {"x.html"}),
        ('<a href="x.html" / id="y">', {"x.html"}),
        ('<a\nhref\n=\n"x.html"\n>', {"x.html"}),
        ('<a hReF="x.html">', {"x.html"}),
        ('<!DOCTYPE html SYSTEM "about:legacy-compat"><a href="x.html">', {"x.html"}),
        ('<?xml version="1.0"?><a href="x.html">', {"x.html"}),
        ('<!--><a href="x.html">', {"x.html"}),
        ('<SCRIPT>"<a href=y>"</SCRIPT><a href="x.html">', {"x.html"}),
        ('<a title="a > b" href="x.html">', {"x.html"}),
        ('<a href="">', {""}),
    ],
)
def test_links_in_odd_html(text: str, links: set[str]) -> None:
    assert read_page(text).links == links


WORDS = st.text(st.sampled_from("ab<>&\"'/= -!#"), max_size=12)
QUOTED = st.builds(lambda text: f'"{html.escape(text)}"', WORDS)
VALUES = st.one_of(QUOTED, st.sampled_from(["'a b'", "'\"'", "bare", '"&amp;x"', "'>'", "a/b", "x'y"]))
REFRESHES = st.sampled_from([" http-equiv=refresh content='0; url=x'", " HTTP-EQUIV=Refresh content=\"5;URL='y'\""])
NAMES = st.sampled_from(
    [
        *("href", "src", "id", "name", "class", "title", "HREF", "data-href", "action", "formaction", "poster"),
        *("http-equiv", "content", "width", "Id"),
    ]
)
ATTRIBUTES = st.builds(lambda name, value: f" {name}={value}", NAMES, VALUES) | NAMES.map(" {}".format) | REFRESHES
TAGS = st.builds(
    lambda tag, attributes, end: f"<{tag}{''.join(attributes)}{end}",
    st.sampled_from(["a", "p", "img", "A", "h2", "use", "meta", "button"]),
    st.lists(ATTRIBUTES, max_size=3),
    st.sampled_from([">", " >", " />"]),
)
TEXTS = WORDS.map(html.escape)
RAW = st.builds("<script{0}>{1}</script>".format, st.just("") | ATTRIBUTES, TAGS) | st.builds(
    "<!-- {} -->".format, TAGS
)
PAGES = st.lists(TAGS | TEXTS | RAW | st.sampled_from(["</a>", "</p>", "<!DOCTYPE html>"]), max_size=8).map("".join)


class StandardReader(HTMLParser):
    """Notes what each start tag has."""

    def __init__(self) -> None:
        super().__init__()
        self.page = PageText(set(), set(), set())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of two attributes of one name the first counts.
        known = {name: value or "" for name, value in reversed(attrs)}
        self.page.links.update(known[name] for name in ("href", "action", "formaction") if name in known)
        self.page.embedded.update(known[name] for name in ("src", "poster") if name in known)
        self.page.anchors.update(known[name] for name in ("id", *(("name",) if tag == "a" else ())) if name in known)
        if tag == "meta" and known.get("http-equiv", "").lower() == "refresh":
            self.page.links.update(re.findall(r"url=\W*(\w+)", known.get("content", ""), re.IGNORECASE)[:1])


@given(PAGES)
def test_the_parser_of_the_standard_library_reads_the_same(page: str) -> None:
    reader = StandardReader()
    reader.feed(page)
    reader.close()
    assert read_page(page) == reader.page


def test_a_page_may_be_nested_as_deep_as_it_likes() -> None:
    assert read_page("<b>" * 100_000 + '<a href="x.html">').links == {"x.html"}


@given(st.text())
def test_no_escaped_text_is_ever_a_link(text: str) -> None:
    page = read_page(f'<pre id="only">{html.escape(text, quote=False)}</pre><p title="{html.escape(text)}">')
    assert (page.links, page.embedded, page.anchors) == (set(), set(), {"only"})
