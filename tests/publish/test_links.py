from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.publish.links import MOST_TOLD, BadAddressError, LinkCheck, links_of, resolve


def problems(pages: dict[str, str], *others: str) -> list[str]:
    check = LinkCheck()
    for path, html in pages.items():
        check.add(path, links_of(path, html.encode()))
    return sorted(map(str, check.problems({*pages, *others})))


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("b.html", ("articles/b.html", "")),
        ("./b.html", ("articles/b.html", "")),
        ("../index.html#top", ("index.html", "top")),
        ("b.html?q=a/b#c%20d", ("articles/b.html", "c d")),
        ("b.html#x:~:text=y", ("articles/b.html", "x")),
        ("#fn:1", ("articles/a.html", "fn:1")),
        ("", ("articles/a.html", "")),
        ("?q=x", ("articles/a.html", "")),
        (" b.html\n", ("articles/b.html", "")),
        ("../media/%D0%A4%20o.jpg", ("media/Ф o.jpg", "")),
        ("https://example.org/x", None),
        ("HTTP://example.org/x", None),
        ("mailto:a@example.org", None),
        ("data:text/plain,a#b", None),
        ("urn:isbn:1", None),
        ("tel:1", None),
    ],
)
def test_where_an_address_leads(address: str, target: tuple[str, str] | None) -> None:
    assert resolve("articles/a.html", address) == target


PIECES = ["../", "..", "./", "/", "x", "y.html", ":", "?q", "#f", " ", "\\", "%20", "http:"]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@example("../../x/../y.html#f")
@example("../http:x")
@example("..//x")
def test_how_deep_a_page_lies_makes_no_other_difference(address: str) -> None:
    def led(page: str, address: str) -> object:
        try:
            return resolve(page, address)
        except BadAddressError as error:
            return str(error)

    # Both begin in `a/`; a scheme or a host's root would be one only at the beginning.
    assert led("a/b/c/page.html", f"../../{address}") == led("a/page.html", f"./{address}")


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("/index.html", "host's root"),
        ("//example.org/x", "host's root"),
        ("../../x.html", "out of the site"),
        ("../people/", "names a folder"),
        ("..", "names a folder"),
        (".", "names a folder"),
        ("a\\b.html", "backslash"),
        ("b.html%0Ac", "line end"),
        ("%ff.html", "UTF-8"),
        ("file:///tmp/x.html", "scheme file:"),
        ("C:\\x.html", "scheme C:"),
        ("javascript:alert(1)", "scheme javascript:"),
    ],
)
def test_an_address_that_can_lead_nowhere(address: str, fault: str) -> None:
    with pytest.raises(BadAddressError, match=fault):
        resolve("articles/a.html", address)


def test_a_sound_site_has_no_problems() -> None:
    pages = {
        "index.html": '<a href="articles/a.html#one">a</a><a href="style.css">s</a><a href="#top">t</a>',
        "articles/a.html": '<h2 id="one">1</h2><a href="../index.html">home</a><a href="#one">1</a><a name="n"></a>',
        "articles/b.html": '<a href="a.html#n">n</a><a href="https://example.org/">out</a><img src="../i.svg#x">',
        "articles/c.html": '<img src="data:,x"><a href="data:,%20#no">d</a>',
        "404.html": '<a href="/sub/index.html">home</a><img src="/sub/logo.png">',
    }
    assert problems(pages, "style.css", "i.svg") == []


def test_each_link_that_leads_nowhere_is_told_with_its_page() -> None:
    pages = {
        "index.html": '<a href="articles/no.html">a</a><a href="/a">b</a>',
        "articles/a.html": '<a href="no.html"><a href="../index.html#no">2</a><a href="A.html">3</a><a href="#no">',
        "articles/b.html": '<meta http-equiv="refresh" content="0; url=gone.html"><img src="https://example.org/x.png">',
    }
    assert problems(pages) == [
        "articles/a.html: a link leads to articles/A.html, which is no file of the site",
        'articles/a.html: a link leads to articles/a.html#no, but no element of that page has the id "no"',
        "articles/a.html: a link leads to articles/no.html, which is no file of the site",
        'articles/a.html: a link leads to index.html#no, but no element of that page has the id "no"',
        "articles/b.html: a link leads to articles/gone.html, which is no file of the site",
        'articles/b.html: the page would fetch "https://example.org/x.png" from another host',
        "index.html: a link leads to articles/no.html, which is no file of the site",
        'index.html: the link "/a" assumes that the site stands at its host\'s root',
    ]


def test_a_link_that_every_page_has_is_not_told_for_every_page() -> None:
    found = problems({f"{number:03}.html": '<a href="gone.html">' for number in range(100)})
    assert len(found) == MOST_TOLD
    assert found[0] == "000.html: a link leads to gone.html, which is no file of the site"
    assert found[-1].endswith(f"(as it does in {100 - MOST_TOLD} more pages)")


def test_a_page_that_is_not_utf8_is_told() -> None:
    check = LinkCheck()
    check.add("a.html", links_of("a.html", b"\xff"))
    assert list(map(str, check.problems({"a.html"}))) == ["a.html: the page is not UTF-8"]


def test_a_page_s_own_places_are_no_matter_of_the_others() -> None:
    html = b'<p id="x"></p><a href="#x">1</a><a href="a.html#x">2</a><a href="#y">3</a><a href="b.html#x">4</a>'
    assert links_of("a.html", html).wanted == ("a.html\ny", "b.html\nx")
