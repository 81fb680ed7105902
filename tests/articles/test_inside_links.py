"""Links of imported texts: what the archive is to look up, and what stays."""

from __future__ import annotations

import pytest

from generator.articles.article import WikiLink
from generator.articles.inside_links import host_of
from generator.articles.markdown_html import convert


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/2012/03/name.html", "backfile:article/%2F2012%2F03%2Fname.html"),
        ("../name/?p=1#more", "backfile:article/..%2Fname%2F%3Fp%3D1"),
        ("sub/other.md", "backfile:article/sub%2Fother.md"),
        ("other.md#more", "backfile:article/other.md"),
        ("other.md#section-more", "backfile:article/other.md#section-more"),
        ("media/a%20b.pdf#page=2", "backfile:article/media%2Fa%2520b.pdf#page=2"),
        ("?p=12", "backfile:article/%3Fp%3D12"),
        ("#gone", "backfile:article/%23gone"),
        ("#top", "#top"),
        ("https://x.example/a#b", "https://x.example/a#b"),
        ("//x.example/a", "https://x.example/a"),
        ("mailto:a@x.example", "mailto:a@x.example"),
    ],
)
def test_what_leads_to_no_other_host_is_asked_for(address: str, found: str) -> None:
    assert convert(f"[a](<{address}>)", old_site="").html == f'<p><a href="{found}">a</a></p>'


@pytest.mark.parametrize(
    ("address", "is_asked"),
    [
        ("https://www.old.example/a?b=1#c", True),
        ("HTTP://Old.example:80/", True),
        ("https://new.example/old.example", False),
        ("https://[old.example/", False),
    ],
)
def test_addresses_of_the_site_that_it_comes_from_are_asked_for_as_a_whole(address: str, is_asked: bool) -> None:
    body = convert(f"[a]({address})", old_site=host_of("https://old.example/x"))
    assert ("backfile:article/http" in body.html) == is_asked
    assert [link.target.casefold() for link in body.wiki_links] == [address.casefold()] * is_asked


def test_hand_written_links_stay_as_they_are() -> None:
    assert convert("[a](/x/) [b](#c) ![d](e.png)").html == (
        '<p><a href="/x/">a</a> <a href="#c">b</a> <img alt="d" src="e.png"></p>'
    )


def test_a_section_that_is_there_is_found_under_the_id_that_it_has_here() -> None:
    html = convert('[a](#intro) [b](#own) [c](#section-intro)\n\n## Intro\n\n<p id="own">x</p>', old_site="").html
    assert '<a href="#section-intro">a</a> <a href="#own">b</a> <a href="#section-intro">c</a>' in html


def test_notes_and_their_way_back_stay() -> None:
    assert "backfile:" not in convert("Text.[^1]\n\n[^1]: A note.", old_site="").html


def test_a_picture_that_may_be_lost_has_its_words_in_the_text() -> None:
    body = convert("See ![the lamp](/img/lamp.png), ![ours](media/map.png) and [x](/y).", old_site="")
    assert body.html == (
        '<p>See <img alt="the lamp" src="backfile:article/%2Fimg%2Flamp.png">, '
        '<img alt="ours" src="backfile:article/media%2Fmap.png"> and <a href="backfile:article/%2Fy">x</a>.</p>'
    )
    assert body.text == "See the lamp, and x."
    assert body.wiki_links == (WikiLink("/img/lamp.png", 1), WikiLink("media/map.png", 1), WikiLink("/y", 1))


def test_each_link_has_its_line() -> None:
    links = convert("One.\n\n[a](/b/) \n[c](d.html)\n", 5, old_site="").wiki_links
    assert links == (WikiLink("/b/", 7), WikiLink("d.html", 8))
