from __future__ import annotations

import dataclasses

from generator.archive.names import fold
from generator.archive.values import Kind, Mention, Term
from generator.articles.markdown_html import convert
from generator.render.body.page_html import render_body
from generator.render.body.parts import Interface
from generator.render.words.catalogue import words_for
from tests.render.archives import an_archive
from tests.render.parsed import Parsed

PAGE = "articles/one.html"
TARGETS = {"two": "articles/two.html", fold("Straße nach Rom"): "articles/rom.html"}


TERMS: dict[Kind, tuple[Term, ...]] = {
    Kind.PEOPLE: (Term(Kind.PEOPLE, "doe", "J. Doe", ("one",)),),
    Kind.PLACES: (Term(Kind.PLACES, "rome", "Rome", ("one",)),),
}
SIZES = {"media/map.png": (640, 480), "media/my map.png": (64, 48)}
ARCHIVE = dataclasses.replace(an_archive(), wiki_targets=TARGETS, terms=TERMS, image_sizes=SIZES)
INTERFACE = Interface(words_for("en"), "en")


def body(html: str, page: str = PAGE, interface: Interface = INTERFACE) -> str:
    return str(render_body(html, page, ARCHIVE, interface).html)


def test_text_that_needs_no_change_has_none() -> None:
    html = '<p>A &lt;b&gt; "quoted" a &gt; b</p>\n<p lang="de">Größe</p>'
    assert body(html) == html


def test_addresses_in_the_site_become_relative_to_the_page() -> None:
    assert body('<img alt="" src="backfile:media/plan.png">') == '<img alt="" src="../media/plan.png">'
    assert body('<a href="backfile:about.html#how">x</a>') == '<a href="../about.html#how">x</a>'
    assert body('<a href="backfile:about.html">x</a>', "about.html") == '<a href="about.html">x</a>'


def test_an_address_is_encoded_once() -> None:
    assert body('<img src="backfile:media/my%20plan.png">') == '<img src="../media/my%20plan.png">'
    assert body('<img src="backfile:media/my plan.png">') == '<img src="../media/my%20plan.png">'
    assert body('<img src="backfile:media/a&amp;b.png">') == '<img src="../media/a%26b.png">'
    assert body('<img src="backfile:media/a?b.png">') == '<img src="../media/a%3Fb.png">'


def test_a_picture_has_its_size_unless_its_author_gave_it_one() -> None:
    assert body('<img alt="" src="backfile:media/map.png">') == (
        '<img width="640" height="480" alt="" src="../media/map.png">'
    )
    assert body('<img src="backfile:media/my%20map.png">') == '<img width="64" height="48" src="../media/my%20map.png">'
    assert body('<img width="10" src="backfile:media/map.png">') == '<img width="10" src="../media/map.png">'
    assert body('<a href="backfile:media/map.png">x</a>') == '<a href="../media/map.png">x</a>'


def test_wiki_links_are_looked_up_folded() -> None:
    assert body('<a href="backfile:article/Two">x</a>') == '<a href="two.html">x</a>'
    assert body('<a href="backfile:article/%20STRASSE%20%20nach%20Rom#section-x">x</a>') == (
        '<a href="rom.html#section-x">x</a>'
    )


def test_a_wiki_link_without_a_target_keeps_its_words() -> None:
    assert body('<a href="backfile:article/gone" title="t">x</a>') == '<a title="t">x</a>'


def test_a_whole_address_for_which_an_imported_text_asks_leads_to_the_copy_or_out_of_the_site() -> None:
    html = '<a href="backfile:article/https%3A%2F%2Fold.example%2FA%3Fb%26c%23d">x</a>'
    assert body(html) == '<a href="https://old.example/A?b&amp;c#d" data-address="1">x</a>'
    found = dataclasses.replace(ARCHIVE, wiki_targets={"https://old.example/a?b&c#d": "articles/two.html"})
    made = render_body(html, PAGE, found, INTERFACE)
    assert (str(made.html), made.addresses) == ('<a href="two.html">x</a>', ())


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    assert body('<p>a <img alt="A &amp; b" src="backfile:article/gone.png"> c</p>') == "<p>a A &amp; b c</p>"
    assert body('<a href="backfile:article/gone"><img src="backfile:article/gone.png"></a>') == "<a></a>"


def test_a_picture_that_the_archive_found_has_its_size_too() -> None:
    archive = dataclasses.replace(ARCHIVE, wiki_targets={"/img/map.png": "media/map.png"})
    html = '<img alt="x" src="backfile:article/%2Fimg%2Fmap.png">'
    made = str(render_body(html, PAGE, archive, INTERFACE).html)
    assert made == '<img width="640" height="480" alt="x" src="../media/map.png">'


def test_only_attributes_are_addresses() -> None:
    for html in (
        '<p>Write href="backfile:article/two" there.</p>',
        "<p title='href=\"backfile:article/two\"'>x</p>",
        '<p data-href="backfile:article/two">x</p>',
    ):
        assert body(html) == html
    assert body('<a title="a > b" href="backfile:article/two">x</a>') == '<a title="a > b" href="two.html">x</a>'
    assert body('<a title="a > b" href="https://example.org/">x</a>') == (
        '<a title="a > b" href="https://example.org/" data-address="1">x</a>'
    )


def test_mentions_become_links_beside_other_changes() -> None:
    html = '<p><a href="backfile:article/two">Two</a>, J. &amp; J. Doe, <em>Rome</em></p>'
    mentions = [
        Mention(Kind.PEOPLE, "doe", html.index("J. &amp;"), html.index(", <em>")),
        Mention(Kind.PLACES, "rome", html.index("Rome"), html.index("</em>")),
    ]
    assert str(render_body(html, PAGE, ARCHIVE, INTERFACE, mentions).html) == (
        '<p><a href="two.html">Two</a>, <a class="mention" href="../people/doe.html">J. &amp; J. Doe</a>, '
        '<em><a class="mention" href="../places/rome.html">Rome</a></em></p>'
    )


def test_headings_begin_below_the_title() -> None:
    assert body("<h3>A</h3><h4>B</h4>") == "<h2>A</h2><h3>B</h3>"
    assert body("<h2>A</h2><h3>B</h3><h2>C</h2>") == "<h2>A</h2><h3>B</h3><h2>C</h2>"


def test_no_level_of_heading_is_left_out() -> None:
    assert body("<h1>A</h1><h6>B</h6>") == "<h2>A</h2><h3>B</h3>"
    assert body("<h2>A</h2><h4>B</h4><h3>C</h3><h4>D</h4>") == "<h2>A</h2><h3>B</h3><h3>C</h3><h4>D</h4>"
    assert body("<h4>A</h4><h2>B</h2><h3>C</h3>") == "<h2>A</h2><h2>B</h2><h3>C</h3>"
    deep = "".join(f"<h{level}>x</h{level}>" for level in (1, 2, 3, 4, 5, 6))
    assert body(deep).count("<h6>") == 2


def test_beside_a_heading_stands_a_link_to_it() -> None:
    assert body('<h3 id="section-a">A &amp; <em>"B"</em></h3><p>x</p>') == (
        '<div class="section-head"><h2 id="section-a">A &amp; <em>"B"</em></h2>'
        '<a class="anchor" href="#section-a" aria-label="Link to the section “A &amp; &quot;B&quot;”">§</a></div>'
        "<p>x</p>"
    )


def test_a_heading_without_words_or_in_a_link_has_none() -> None:
    for html in (
        '<h2 id="a"></h2>',
        '<h2 id="a"><img alt="" src="x.png"></h2>',
        '<a href="x"><h2 id="a">A</h2> more</a>',
    ):
        assert body(html) == html


def test_headings_and_tables_side_by_side_are_nested_right() -> None:
    Parsed(body('<h2 id="a">A</h2><table></table><h3 id="b">B</h3><table></table><table></table><h2 id="c">C</h2>'))


def test_words_of_the_interface_say_their_language_in_a_text_in_another() -> None:
    page = Parsed(body('<h2 id="a">Радар</h2>', interface=Interface(words_for("en"), "ru")))
    assert page.one("a", "anchor").attributes == {
        "class": "anchor",
        "href": "#a",
        "lang": "en",
        "aria-label": "Link to the section “Радар”",
    }


def test_the_links_of_footnotes_say_where_they_lead() -> None:
    html = convert("One.[^x] Two.[^y] One again.[^x]\n\n[^x]: First.\n[^y]: Second.\n").html
    page = Parsed(body(html))
    assert [link["aria-label"] for link in page.all("a", "footnote-ref")] == ["Note 1", "Note 2", "Note 1"]
    assert [(link["href"], link["aria-label"]) for link in page.all("a", "footnote-backref")] == [
        ("#fnref:x", "Back to the text of note 1"),
        ("#fnref2:x", "Back to the text of note 1, place 2"),
        ("#fnref:y", "Back to the text of note 2"),
    ]


def test_a_wide_table_scrolls_by_itself() -> None:
    inner = "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>"
    assert body(f"<p>a</p>{inner}<p>b</p>") == (
        f'<p>a</p><div class="table" role="region" aria-label="Table" tabindex="0">{inner}</div><p>b</p>'
    )


def test_a_table_goes_by_its_caption() -> None:
    page = Parsed(body("<table><caption>Cuts &amp; <em>dates</em></caption><tr><td>x</td></tr></table>"))
    assert page.one("div", "table")["aria-label"] == "Cuts & dates"


def test_the_addresses_of_links_to_other_sites_are_gathered_once_and_numbered() -> None:
    html = (
        '<a href="https://b.example/?x=1&amp;y=2">b</a> <a href="backfile:article/two">two</a> <a href="#fn:1">1</a>'
        ' <a href="mailto:a@b.example">m</a> <img src="https://c.example/i.png"> <a href="http://a.example/">a</a>'
        ' <a href="https://b.example/?x=1&amp;y=2">b again</a>'
    )
    made = render_body(html, PAGE, ARCHIVE, INTERFACE)
    assert made.addresses == ("https://b.example/?x=1&y=2", "http://a.example/")
    links = [link for link in Parsed(str(made.html)).all("a") if "data-address" in link.attributes]
    assert [(link.text, link["data-address"]) for link in links] == [("b", "1"), ("a", "2"), ("b again", "1")]
