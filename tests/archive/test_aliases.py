from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.aliases import normalise_alias, resolve_aliases
from generator.articles.article import Article
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import Source
from generator.problems import Problems
from tests.archive.builders import article, told

PAGES = ["articles/a.html", "articles/b.html", "articles/b/source.html", "people/robert-gates.html", "about.html"]


def resolve(*articles: Article) -> tuple[Mapping[str, str], list[str]]:
    problems = Problems()
    return resolve_aliases(articles, PAGES, problems), told(problems)


def renamed(*aliases: str, slug: str = "a") -> Article:
    return article(slug, aliases=aliases, lines={"aliases": 7})


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("old.html", "old.html"),
        ("/2007/04/old.html", "2007/04/old.html"),
        ("old/", "old/index.html"),
        ("/old", "old/index.html"),
        ("2007/v1.2", "2007/v1.2/index.html"),
        ("a.b/old", "a.b/old/index.html"),
        ("articles/old-slug.html", "articles/old-slug.html"),
        ("%D1%80%D0%B0%D0%B4%D0%B0%D1%80.html", "радар.html"),
        (" old page.htm ", "old page.htm"),
    ],
)
def test_an_alias_becomes_the_path_of_a_file(alias: str, path: str) -> None:
    assert normalise_alias(alias) == path
    assert resolve(renamed(alias)) == ({path: "articles/a.html"}, [])


@pytest.mark.parametrize(
    ("alias", "reason"),
    [
        ("../old.html", "an alias is a plain path: no `..`, no `.`, no empty step"),
        ("x/%2e%2e/old.html", "an alias is a plain path: no `..`, no `.`, no empty step"),
        ("./old.html", "an alias is a plain path: no `..`, no `.`, no empty step"),
        ("x//old.html", "an alias is a plain path: no `..`, no `.`, no empty step"),
        (".well-known/old.html", "names at the top of the site that begin with a dot belong to the host"),
        ("/.nojekyll", "names at the top of the site that begin with a dot belong to the host"),
        ("https://old.example/x.html", "an alias is a path in this site, not an address"),
        ("//old.example/x.html", "an alias is a path in this site, not an address"),
        ("javascript:x", "an alias is a path in this site, not an address"),
        ("x\\old.html", "an alias becomes a file, whose name cannot hold '\\\\'"),
        ("?p=12", "an alias becomes a file, whose name cannot hold '?'"),
        ("old.html#part", "an alias becomes a file, whose name cannot hold '#'"),
        ("old%00.html", "an alias becomes a file, whose name cannot hold '\\x00'"),
        ("я" * 200 + ".html", "an alias becomes a file, whose name cannot be this long"),
    ],
)
def test_an_alias_that_is_no_path_in_the_site_is_an_error(alias: str, reason: str) -> None:
    aliases, problems = resolve(renamed(alias, "old.html"))
    assert problems == [f"error content/articles/a.md:7: `aliases`: {alias}: {reason} (such as old/page.html)"]
    assert aliases == {"old.html": "articles/a.html"}


@pytest.mark.parametrize(
    ("alias", "path", "reason"),
    [
        ("/", "index.html", "the site has a page there"),
        ("about.html", "about.html", "the site has a page there"),
        ("search", "search/index.html", "the site has a page there"),
        ("exports/old.html", "exports/old.html", "the site has a page there"),
        ("people", "people/index.html", "the site has a page there"),
        ("Articles/B.html", "Articles/B.html", "the site has a page there"),
        ("articles/a.html", "articles/a.html", "the site has a page there"),
        ("people/robert-gates.html", "people/robert-gates.html", "the site has a page there"),
        (
            "people/robert-gates.html/x",
            "people/robert-gates.html/x/index.html",
            "a page of the site would have to be a folder",
        ),
        ("robots.txt/x", "robots.txt/x/index.html", "a page of the site would have to be a folder"),
    ],
)
def test_an_alias_never_takes_the_place_of_a_page(alias: str, path: str, reason: str) -> None:
    aliases, problems = resolve(renamed(alias))
    assert problems == [
        f"error content/articles/a.md:7: `aliases`: {path} cannot be an old path: {reason} (choose or remove one)"
    ]
    assert aliases == {}


def test_an_alias_never_takes_the_place_of_a_folder() -> None:
    problems = Problems()
    resolve_aliases([renamed("x.html")], ["x.html/page.html"], problems)
    assert told(problems) == [
        "error content/articles/a.md:7: `aliases`: x.html cannot be an old path: the site has a folder there"
        " (choose or remove one)"
    ]


def test_two_articles_cannot_have_one_alias_but_one_may_have_it_twice() -> None:
    aliases, problems = resolve(renamed("/Old", slug="b"), renamed("old/", "/old", slug="a"))
    assert aliases == {"old/index.html": "articles/a.html"}
    assert problems == [
        "error content/articles/b.md:7: `aliases`: Old/index.html cannot be an old path:"
        " content/articles/a.md has that alias too (choose or remove one)"
    ]


def test_spellings_that_some_file_systems_hold_for_one_file_are_one_alias() -> None:
    assert resolve(renamed("Old.html", "old.html")) == ({"Old.html": "articles/a.html"}, [])


def test_an_alias_cannot_be_a_file_and_a_folder() -> None:
    _, problems = resolve(renamed("old.html", slug="b"), renamed("old.html/x.html", slug="a"))
    assert problems == [
        "error content/articles/a.md:7: `aliases`: old.html/x.html cannot be an old path: the alias old.html is a file"
        " (choose or remove one)"
    ]


def test_what_another_program_called_old_paths_does_not_keep_an_imported_archive_from_being_built() -> None:
    source = Source(file="a.md", sha256="0" * 64, imported=parse_edtf("2026-11-21"))
    one = article("a", aliases=("search.html", "old.html"), source=source)
    other = article("b", aliases=("Old.html", "old.html/x.html"), source=source)
    aliases, problems = resolve(one, other)
    assert aliases == {"old.html": "articles/a.html"}
    assert [problem.split(" ")[0] for problem in problems] == ["warning"] * 3


def test_a_path_that_hosts_do_not_show_as_a_page_is_warned_of() -> None:
    aliases, problems = resolve(renamed("old.php"))
    assert aliases == {"old.php": "articles/a.html"}
    assert problems == [
        "warning content/articles/a.md:7: `aliases`: hosts do not show old.php as a page"
        " (the old path works only if it ends in .html)"
    ]


def test_no_aliases() -> None:
    assert resolve(renamed()) == ({}, [])


@given(st.text(alphabet="ab./\\:%2e? #", max_size=12))
def test_an_alias_never_leads_out_of_the_site(alias: str) -> None:
    try:
        path = normalise_alias(alias)
    except ValueError:
        return
    assert not path.startswith("/")
    assert all(step not in ("", ".", "..") for step in path.split("/"))
    assert not set(path) & set("\\:?#")
    assert normalise_alias("/" + path.replace("%", "%25")) == path
