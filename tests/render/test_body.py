from __future__ import annotations

from generator.archive.values import Kind, Mention, Term
from generator.archive.wiki_links import fold
from generator.render.body import render_body

PAGE = "articles/one.html"
TARGETS = {"two": "articles/two.html", fold("Straße nach Rom"): "articles/rom.html"}


def body(html: str, page: str = PAGE) -> str:
    return str(render_body(html, page, TARGETS, table_label="Table").html)


def test_text_that_needs_no_change_has_none() -> None:
    html = '<p>A &lt;b&gt; "quoted" a &gt; b</p>\n<p lang="de">Größe</p>'
    assert body(html) == html


def test_addresses_in_the_site_become_relative_to_the_page() -> None:
    assert body('<img alt="" src="backfile:media/map.png">') == '<img alt="" src="../media/map.png">'
    assert body('<a href="backfile:about.html#how">x</a>') == '<a href="../about.html#how">x</a>'
    assert body('<a href="backfile:about.html">x</a>', "about.html") == '<a href="about.html">x</a>'


def test_an_address_is_encoded_once() -> None:
    assert body('<img src="backfile:media/my%20map.png">') == '<img src="../media/my%20map.png">'
    assert body('<img src="backfile:media/my map.png">') == '<img src="../media/my%20map.png">'
    assert body('<img src="backfile:media/a&amp;b.png">') == '<img src="../media/a%26b.png">'
    assert body('<img src="backfile:media/a?b.png">') == '<img src="../media/a%3Fb.png">'


def test_wiki_links_are_looked_up_folded() -> None:
    assert body('<a href="backfile:article/Two">x</a>') == '<a href="two.html">x</a>'
    assert body('<a href="backfile:article/%20STRASSE%20%20nach%20Rom#section-x">x</a>') == (
        '<a href="rom.html#section-x">x</a>'
    )


def test_a_wiki_link_without_a_target_keeps_its_words() -> None:
    assert body('<a href="backfile:article/gone" title="t">x</a>') == '<a title="t">x</a>'


def test_only_attributes_are_addresses() -> None:
    for html in (
        '<p>Write href="backfile:article/two" there.</p>',
        "<p title='href=\"backfile:article/two\"'>x</p>",
        '<a title="a > b" href="https://example.org/">x</a>',
        '<p data-href="backfile:article/two">x</p>',
    ):
        assert body(html) == html
    assert body('<a title="a > b" href="backfile:article/two">x</a>') == '<a title="a > b" href="two.html">x</a>'


def test_mentions_become_links_beside_other_changes() -> None:
    html = '<p><a href="backfile:article/two">Two</a>, J. &amp; J. Doe, <em>Rome</em></p>'
    terms = {
        (Kind.PEOPLE, "doe"): Term(Kind.PEOPLE, "doe", "J. Doe", ("one",)),
        (Kind.PLACES, "rome"): Term(Kind.PLACES, "rome", "Rome", ("one",)),
    }
    mentions = [
        Mention(Kind.PEOPLE, "doe", html.index("J. &amp;"), html.index(", <em>")),
        Mention(Kind.PLACES, "rome", html.index("Rome"), html.index("</em>")),
    ]
    assert str(render_body(html, PAGE, TARGETS, mentions, terms).html) == (
        '<p><a href="two.html">Two</a>, <a class="mention" href="../people/doe.html">J. &amp; J. Doe</a>, '
        '<em><a class="mention" href="../places/rome.html">Rome</a></em></p>'
    )


def test_headings_begin_below_the_title() -> None:
    assert body('<h3 id="a">A</h3><h4>B</h4>') == '<h2 id="a">A</h2><h3>B</h3>'
    assert body("<h1>A</h1><h6>B</h6>") == "<h2>A</h2><h6>B</h6>"
    assert body("<h2>A</h2><h4>B</h4>") == "<h2>A</h2><h4>B</h4>"


def test_a_wide_table_scrolls_by_itself() -> None:
    inner = "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>"
    assert body(f"<p>a</p>{inner}<p>b</p>") == (
        f'<p>a</p><div class="table" role="region" aria-label="Table" tabindex="0">{inner}</div><p>b</p>'
    )


def test_the_addresses_of_links_to_other_sites_are_gathered_in_order() -> None:
    html = (
        '<a href="https://b.example/?x=1&amp;y=2">b</a> <a href="backfile:article/two">two</a> <a href="#fn:1">1</a>'
        ' <a href="mailto:a@b.example">m</a> <img src="https://c.example/i.png"> <a href="http://a.example/">a</a>'
    )
    assert render_body(html, PAGE, TARGETS).addresses == ("https://b.example/?x=1&y=2", "http://a.example/")
