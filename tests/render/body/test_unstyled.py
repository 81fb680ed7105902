from __future__ import annotations

import dataclasses
import re

import pytest

from generator.render.body.page_html import render_body
from generator.render.body.parts import Interface
from generator.render.body.unstyled import breakable, fitted
from generator.render.words.catalogue import words_for
from tests.render.archives import a_site, an_archive, an_article

PICTURE = '<img width="720" height="380" alt="A &quot;map&quot;" src="../media/a%20b.png">'


def test_a_wide_picture_is_as_wide_as_its_window_and_no_wider_than_itself() -> None:
    assert fitted(f"<p>{PICTURE}</p>") == (
        '<p><img alt="A &quot;map&quot;" src="../media/a%20b.png" srcset="../media/a%20b.png 720w" '
        'sizes="(min-width: 736px) 720px, calc(100vw - 16px)"></p>'
    )


def test_a_picture_that_fits_into_every_window_keeps_its_room() -> None:
    small = '<p><img width="304" height="200" alt="" src="a.png"></p>'
    assert fitted(small) == small
    unknown = '<p><img alt="" src="a.png"></p>'
    assert fitted(unknown) == unknown


@pytest.mark.parametrize(
    ("before", "after", "around"),
    [
        ("<blockquote><p>", "</p></blockquote>", 96),
        ("<ul><li>", "</li></ul>", 56),
        ("<ol><li><blockquote>", "</blockquote></li></ol>", 136),
        ("<blockquote><p>x</p></blockquote><p>", "</p>", 16),
    ],
)
def test_what_is_set_in_has_so_much_less_room(before: str, after: str, around: int) -> None:
    made = fitted(before + PICTURE + after)
    assert f"(min-width: {720 + around}px) 720px, calc(100vw - {around}px)" in made


def broken(html: str) -> str:
    """What `breakable` makes of a page's body."""
    before, after = "<!doctype html><title>x</title><body>", "</body>"
    return breakable(before + html + after).removeprefix(before).removesuffix(after)


def test_long_runs_of_signs_may_break_and_usual_words_may_not() -> None:
    address = "https://example.org/a/very/long/address?with=this&amp;that=too"
    made = broken(f'<p>See <a href="{address}">{address}</a> of Rindfleischetikettierung.</p>')
    assert made.replace("<wbr>", "") == f'<p>See <a href="{address}">{address}</a> of Rindfleischetikettierung.</p>'
    assert f'href="{address}"' in made
    shown = made[made.index(">", made.index("<a")) + 1 : made.index("</a>")]
    assert max(len(re.sub(r"&\w+;", "&", part)) for part in shown.split("<wbr>")) <= 12
    # A reference stays whole.
    assert "&<wbr>" not in shown
    assert "&am<wbr>" not in shown
    short = "<p>A well-known word, src/templates/base.html and so on.</p>"
    assert broken(short) == short


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>Donaudampfschifffahrtsgesellschaft</p>", "<p>Donaudampfsc<wbr>hifffahrtsge<wbr>sellschaft</p>"),
        ("<p>Internationalisierungen</p>", "<p>Internationalisierungen</p>"),
        ("<h2>Internationalisierungen</h2>", "<h2>Internationa<wbr>lisierungen</h2>"),
        ("<h2>Международно</h2><p>человеконенавистничество</p>",) * 2,
        ("<p>превысокомногорассмотрительствующий</p>", "<p>превысокомно<wbr>горассмотрит<wbr>ельствующий</p>"),
        ("<h1>Donaudampfschiff der Gesellschaften</h1>",) * 2,
        ("<h1>Rechtsschutzversicherung</h1>", "<h1>Rechtsschutz<wbr>versicherung</h1>"),
        ("<p>straße_und_wege_2001_05_bild</p>", "<p>straße_und_w<wbr>ege_2001_05_<wbr>bild</p>"),
        # A mark stays on its letter.
        ("<p>abc" + "e\u0301" * 12 + "</p>", "<p>abc" + "e\u0301" * 5 + "<wbr>" + "e\u0301" * 6 + "<wbr>e\u0301</p>"),
        ("<pre>Donaudampfschifffahrtsgesellschaft</pre>",) * 2,
        # Between these letters any window breaks.
        ("<p>多瑙河上的轮船一次漫长的旅行与船长的日记多瑙河上的轮船一次漫长</p>",) * 2,
    ],
)
def test_a_word_that_is_wider_than_a_phone_may_break(html: str, made: str) -> None:
    assert broken(html) == made


def test_a_page_with_a_stylesheet_says_there_where_words_break() -> None:
    page = '<!doctype html><link rel="stylesheet" href="a.css"><body><p>Donaudampfschifffahrtsgesellschaft</p></body>'
    assert breakable(page) == page


def test_lines_of_code_stay_as_they_are_as_long_as_they_fit() -> None:
    code = "<pre><code>a_name_that_is_as_long_as_this_one = 1\n</code></pre>"
    assert fitted(code) == code
    longer = "<pre><code>if one:\n    a &lt; b  # and so on and so forth, and on\n</code></pre>"
    assert fitted(longer) == (
        "<p><code>if one:<br>\n\xa0\xa0\xa0 a &lt; b\xa0 # and so on and so forth, and on</code></p>"
    )
    assert fitted("<pre>" + "x " * 20 + "</pre>") == "<p><code>" + "x " * 20 + "</code></p>"


def test_a_page_without_a_stylesheet_has_no_links_to_sections_and_keeps_their_ids() -> None:
    archive = dataclasses.replace(an_archive(), image_sizes={"media/map.png": (640, 480)})
    html = '<h2 id="section-one">One</h2>\n<p><img alt="" src="backfile:media/map.png"></p>'
    interface = Interface(words_for("en"), "en")
    plain = render_body(html, "articles/a.html", archive, interface, has_stylesheet=False).html
    assert plain == (
        '<h2 id="section-one">One</h2>\n<p><img alt="" src="../media/map.png" srcset="../media/map.png 640w" '
        'sizes="(min-width: 656px) 640px, calc(100vw - 16px)"></p>'
    )
    styled = render_body(html, "articles/a.html", archive, interface).html
    assert 'class="anchor"' in styled
    assert 'width="640"' in styled


def test_only_the_theme_without_a_stylesheet_has_such_pictures() -> None:
    article = an_article("One", html='<p><img width="720" height="80" alt="" src="backfile:media/a.png"></p>')
    archive = an_archive(article)
    pages = {theme: a_site(archive, theme=theme)["articles/one.html"].data for theme in ("plain", "reader")}
    assert [b"srcset" in pages[theme] for theme in ("plain", "reader")] == [True, False]
