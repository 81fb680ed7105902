"""What the addresses of an old site lead to here."""

from __future__ import annotations

import pytest

from generator.archive.old_addresses import OldAddresses
from generator.articles.article import Article
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import Source
from tests.archive.builders import article


def imported(slug: str, file: str, **meta: object) -> Article:
    source = Source(file=file, sha256="0" * 64, imported=parse_edtf("2026-11-21"))
    return article(slug, source=source, **meta)  # type: ignore[arg-type]


ARCHIVE = (
    imported("jekyll-s", "_posts/2012-03-04-the-lamp.md"),
    imported("lamp-2013", "_posts/2013-03-04-the-lamp.md"),
    imported("hugo-s", "content/posts/radar/index.md", date="2015-06-07"),
    imported("pelican-s", "offer.md", aliases=("/2016/an-offer.html",), url="https://old.example/news/4711"),
    imported("long", "x/what-the-radar-saw.html"),
    imported("a", "one/same-words-in-names.md"),
    imported("b", "two/same-words-in-names.md"),
    imported("seventh", "show.php%3Fid=7.txt"),
    imported("shows", "show.html"),
    article("written-by-hand"),
)
MEDIA = ("media/assets/lamp.png", "media/uploads/1.jpg", "media/2012/1.jpg")
OLD = OldAddresses(ARCHIVE, MEDIA)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("2012-03-04-the-lamp.md", "jekyll-s"),
        ("/blog/2012/3/4/The-Lamp.html", "jekyll-s"),
        ("/2013/03/the-lamp/", "lamp-2013"),
        ("../radar/", "hugo-s"),
        ("/content/posts/radar/index.md", "hugo-s"),
        ("/2015/06/radar", "hugo-s"),
        ("offer.html", "pelican-s"),
        ("/2016/an-offer.html", "pelican-s"),
        ("/news/4711?page=2", "pelican-s"),
        ("/any/where/what-the-radar-saw/", "long"),
        ("/2014/01/what-the-radar-saw", "long"),  # its date is not known
        ("../two/same-words-in-names.html", "b"),
        ("/pelican-s/", "pelican-s"),
        ("show.php?id=7", "seventh"),
        ("/cms/show.php%3Fid=7.txt", "seventh"),
        ("show.php?id=8", "shows"),
    ],
)
def test_an_article_is_found_by_the_end_of_its_path_and_by_its_date(address: str, page: str) -> None:
    assert OLD.find(address) == f"articles/{page}.html"


def test_a_whole_address_is_that_of_the_first_publication() -> None:
    for address in ("http://www.old.example/news/4711/#comments", "https://old.example/news/4711"):
        assert OLD.find(address) == "articles/pelican-s.html"
    for address in ("https://old.example/news/4711?page=2", "https://new.example/news/4711", "https://old.example"):
        assert OLD.find(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "the-lamp",  # two have the name
        "/tags/radar/",  # a short name elsewhere may be anything
        "/2014/06/radar/",  # another year's
        "same-words-in-names.md",
        "written-by-hand",  # that was never on another site
        "",
        "/",
        "../",
        "?p=12",
        "#part",
        "lamp",
    ],
)
def test_what_may_be_another_is_not_taken(address: str) -> None:
    assert OLD.find(address) is None


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/assets/lamp.png", "media/assets/lamp.png"),
        ("/site/assets/lamp.png", "media/assets/lamp.png"),
        ("lamp.png", "media/assets/lamp.png"),
        ("media/assets/lamp.png", "media/assets/lamp.png"),
        ("/2012/1.jpg", "media/2012/1.jpg"),
        ("1.jpg", None),
        ("/other/lamp.png", None),
        ("/assets/lamp.jpg", None),
    ],
)
def test_a_file_is_found_where_one_path_ends_in_the_other(address: str, path: str | None) -> None:
    assert OLD.find(address) == path
