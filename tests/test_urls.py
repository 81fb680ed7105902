from __future__ import annotations

import hashlib
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.urls import MAX_SLUG, content_hash, hashed_name, is_slug, relative_url, slugify, unique_slug

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Radar offer on the table", "radar-offer-on-the-table"),
        ("Moscow's answer", "moscows-answer"),
        ("Moscow’s answer", "moscows-answer"),
        ("Über die Straße", "uber-die-strasse"),
        ("Путин", "putin"),
        ("  A -- b  ", "a-b"),
        ("con", "con-text"),
        ("LPT1", "lpt1-text"),
        ("Index", "index-text"),
        ("Page 2", "page-2-text"),
        ("Page two", "page-two"),
        ("Confer", "confer"),
    ],
)
def test_the_slug_of_a_title(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_text_without_letters_has_a_slug_of_its_own() -> None:
    assert slugify("!!!") == "untitled-" + hashlib.sha256(b"!!!").hexdigest()[:8]
    assert slugify("!!!") != slugify("???")


def test_a_long_title_is_cut_between_words() -> None:
    title = " ".join(["security"] * 40)
    assert slugify(title) == "-".join(["security"] * 6)


@given(TEXT)
@example("page-" + "1" * 55)
@example("x" * 300)
@example("-" * 70 + "a")
def test_every_text_gives_a_slug(text: str) -> None:
    slug = slugify(text)
    assert is_slug(slug)
    assert len(slug) <= MAX_SLUG
    assert slugify(slug) == slug


@given(TEXT, st.sets(st.sampled_from([1, 2, 3, 4]), max_size=4))
@example("Page", {1})
@example("page", {1, 3})
@example("x" * 80, {1, 2})
@example("a " * 29 + "ab", {1})
def test_a_unique_slug_is_a_slug_and_not_taken(text: str, numbers: set[int]) -> None:
    slug = slugify(text)
    taken = {slug if number == 1 else f"{slug[:58].rstrip('-')}-{number}" for number in numbers}
    found = unique_slug(text, taken)
    assert found not in taken
    assert is_slug(found)
    assert len(found) <= MAX_SLUG


def test_a_second_of_the_same_name_gets_the_first_free_number() -> None:
    assert unique_slug("Title", ()) == "title"
    assert unique_slug("Title", {"title"}) == "title-2"
    assert unique_slug("Title", {"title", "title-2", "title-4"}) == "title-3"


@pytest.mark.parametrize(
    "text",
    ["", "A", "a_b", "-a", "a-", "a--b", "a/b", "..", "a.b", "é", "a\n", "index", "page-3", "nul", "com1", "aux"],
)
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["a", "0", "a-b", "007", "indexes", "page", "page-x", "com10", "x" * 200])
def test_what_is_a_slug(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    ("page", "path", "url"),
    [
        ("index.html", "articles/a.html", "articles/a.html"),
        ("articles/a.html", "index.html", "../index.html"),
        ("articles/a.html", "articles/b.html", "b.html"),
        ("articles/a.html", "articles/a.html", "a.html"),
        ("articles/a.html", "articles/a/source.html", "a/source.html"),
        ("articles/a/source.html", "articles/a.html#b", "../a.html#b"),
        ("articles/a/source.html", "people/a/source.html", "../../people/a/source.html"),
        ("a.html", "media/a b?.png", "media/a%20b%3F.png"),
        ("a.html", "b:c.html", "b%3Ac.html"),
    ],
)
def test_the_way_from_page_to_page(page: str, path: str, url: str) -> None:
    assert relative_url(page, path) == url


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/#"), min_size=1, max_size=8).filter(
    lambda name: name not in (".", "..")
)
# Few different names, so that many paths share folders.
PATHS = st.lists(st.sampled_from(["a", "b", "c d"]) | NAMES, min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS, st.just("") | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5))
def test_a_relative_address_leads_where_it_should(page: str, path: str, fragment: str) -> None:
    url = relative_url(page, f"{path}#{fragment}" if fragment else path)
    assert url.isascii()
    # From a host's root and from a sub-path.
    for base in ("https://example.org/", "https://example.org/sub/path/"):
        here = base + "/".join(map(_encoded, page.split("/")))
        there, _, found_fragment = urljoin(here, url).partition("#")
        assert unquote(there) == base + path
        assert unquote(found_fragment) == fragment


def _encoded(step: str) -> str:
    return "".join(f"%{byte:02X}" for byte in step.encode())


def test_a_name_carries_the_hash_of_its_bytes() -> None:
    assert content_hash(b"x") == hashlib.sha256(b"x").hexdigest()[:10]
    assert hashed_name("a/style.min.css", b"x") == f"a/style.min.{content_hash(b'x')}.css"
    assert hashed_name("style.css", b"x") != hashed_name("style.css", b"y")
