from __future__ import annotations

import pytest

from generator.archive.own_paths import is_own_path, is_own_slug


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "Search.HTML",
        "about.html",
        "404.html",
        "feed.atom",
        "robots.txt",
        "sitemap.xml",
        "sitemap-2.xml",
        "timeline/2007.html",
        "together.html",
        "random.html",
        "random/1.js",
        "assets/x.html",
        "exports/articles.csv",
        "media/old/x.html",
        "search/index.html",
        "articles/index.html",
        "people/page-12.html",
        "Tags/Index.html",
    ],
)
def test_paths_that_the_site_makes_whatever_it_holds(path: str) -> None:
    assert is_own_path(path)


@pytest.mark.parametrize(
    "path", ["old.html", "articles/old.html", "people/old.html", "people/page-x.html", "x/index.html", "x/search.html"]
)
def test_paths_that_are_free(path: str) -> None:
    assert not is_own_path(path)


def test_a_free_page_may_be_about_but_no_other_page_of_the_site() -> None:
    assert [
        slug for slug in ("index", "search", "timeline", "licenses", "404", "about", "colophon") if is_own_slug(slug)
    ] == [
        "index",
        "search",
        "timeline",
        "licenses",
        "404",
    ]
