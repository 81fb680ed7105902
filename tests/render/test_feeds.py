from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.archive.values import Kind
from generator.config import Config
from generator.output_file import OutputFile
from generator.render import feeds
from generator.render.feeds import feed, robots, sitemap, term_feeds
from tests.render.archives import a_maker, an_archive, an_article

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
AT_HOME = Config(title="The Example", url="https://example.org/a/", author="A. Keeper", description="What it is.")


def text(element: Element, path: str, names: Mapping[str, str] = ATOM) -> str:
    found = element.findtext(path, namespaces=dict(names))
    assert found is not None, path
    return found


def entries(root: Element) -> list[Element]:
    return root.findall("a:entry", ATOM)


def test_the_feed_tells_changes_newest_first() -> None:
    articles = [
        an_article("Revised", date="2001", imported="2020-01-01", revised="2026-11-02"),
        an_article("Imported", date="2002", imported="2026-10-01"),
        an_article("Same day, older", date="2002", imported="2026-09-01"),
        an_article("Same day, newer", date="2003", imported="2026-09-01"),
        an_article("Same day, undated", imported="2026-09-01"),
    ]
    root = fromstring(feed(a_maker(an_archive(*articles, config=AT_HOME))).data)
    assert [text(entry, "a:title") for entry in entries(root)] == [
        "Revised",
        "Imported",
        "Same day, newer",
        "Same day, older",
        "Same day, undated",
    ]
    assert text(root, "a:updated") == "2026-11-02T00:00:00Z"
    assert text(entries(root)[1], "a:updated") == "2026-10-01T00:00:00Z"
    assert text(root, "a:id") == "https://example.org/a/feed.atom"
    assert text(root, "a:author/a:name") == "A. Keeper"
    assert text(root, "a:subtitle") == "What it is."


def test_an_entry() -> None:
    article = an_article(
        "Radar & <treaties>\x0b",
        date="2007-04-23",
        imported="2026-11-21",
        author=("A. Writer",),
        tags=("radar",),
        summary="Short.",
        rights="All reserved",
        language="de",
        updated="2016-07-27",
    )
    root = fromstring(feed(a_maker(an_archive(article, config=AT_HOME))).data)
    (entry,) = entries(root)
    # A control character has no place in XML.
    assert text(entry, "a:title") == "Radar & <treaties>"
    assert text(entry, "a:id") == "https://example.org/a/articles/radar-treaties.html"
    assert text(entry, "a:published") == "2007-04-23T00:00:00Z"
    assert text(entry, "a:updated") == "2026-11-21T00:00:00Z"
    assert text(entry, "a:author/a:name") == "A. Writer"
    assert text(entry, "a:summary") == "Short."
    assert text(entry, "a:rights") == "All reserved"
    assert [category.get("term") for category in entry.findall("a:category", ATOM)] == ["radar"]
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


@pytest.mark.parametrize("date", ["2007", "2007-04", "2007-04-23~", "2004/2006"])
def test_a_day_of_publication_that_is_not_known_is_not_told(date: str) -> None:
    root = fromstring(feed(a_maker(an_archive(an_article("One", date=date, imported="2026-11-21")))).data)
    assert entries(root)[0].find("a:published", ATOM) is None


def test_without_an_address_ids_are_made_of_title_and_path() -> None:
    def ids(title: str) -> list[str]:
        archive = an_archive(an_article("One", imported="2026-11-21"), config=Config(title=title))
        root = fromstring(feed(a_maker(archive)).data)
        assert [link.get("href") for link in root.findall(".//a:link", ATOM)] == [
            "feed.atom",
            "index.html",
            "articles/one.html",
        ]
        return [str(element.text) for element in root.findall(".//a:id", ATOM)]

    first = ids("The Example")
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f-]{17}", one) for one in first)
    assert len({*first, *ids("Another")}) == 4
    assert ids("The Example") == first


def test_what_has_no_date_of_change_has_no_entry() -> None:
    root = fromstring(feed(a_maker(an_archive(an_article("By hand", date="2001")))).data)
    assert entries(root) == []
    assert text(root, "a:updated") == "1970-01-01T00:00:00Z"


def test_a_withdrawn_article_is_told_with_its_reason() -> None:
    article = an_article("Gone", imported="2026-11-21", summary="Secret.", withdrawn="A reason.")
    root = fromstring(feed(a_maker(an_archive(article))).data)
    assert text(entries(root)[0], "a:summary") == "A reason."


def test_a_feed_is_no_archive() -> None:
    articles = [an_article(f"Article {number}", imported="2026-11-21") for number in range(60)]
    assert len(entries(fromstring(feed(a_maker(an_archive(*articles))).data))) == 50


def places(file: OutputFile) -> dict[str, str | None]:
    root = fromstring(file.data)
    found = [*root.findall("s:url", SITEMAP), *root.findall("s:sitemap", SITEMAP)]
    return {text(place, "s:loc", SITEMAP): place.findtext("s:lastmod", namespaces=SITEMAP) for place in found}


def test_the_sitemap_has_what_is_to_be_found_elsewhere() -> None:
    articles = [an_article("One", imported="2026-11-21"), an_article("Two", date="2001")]
    paths = ["index.html", "articles/one.html", "articles/one/source.html", "articles/two.html", "404.html"]
    (file,) = sitemap(a_maker(an_archive(*articles, config=AT_HOME)), [*paths, "search.html"])
    assert file.path == "sitemap.xml"
    assert places(file) == {
        "https://example.org/a/index.html": None,
        "https://example.org/a/articles/one.html": "2026-11-21",
        "https://example.org/a/articles/two.html": None,
    }


def test_a_large_sitemap_is_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "_LONGEST_SITEMAP", 2)
    made = list(sitemap(a_maker(an_archive(config=AT_HOME)), ["a.html", "b.html", "c.html"]))
    assert [file.path for file in made] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert list(places(made[1])) == ["https://example.org/a/c.html"]
    assert list(places(made[2])) == ["https://example.org/a/sitemap-1.xml", "https://example.org/a/sitemap-2.xml"]


def test_without_an_address_there_is_no_sitemap() -> None:
    maker = a_maker(an_archive(an_article("One")))
    assert list(sitemap(maker, ["index.html"])) == []
    assert robots(maker).data == b"User-agent: *\nAllow: /\n"


def test_robots_names_the_sitemap() -> None:
    maker = a_maker(an_archive(config=AT_HOME))
    assert robots(maker).data.decode().splitlines()[-1] == "Sitemap: https://example.org/a/sitemap.xml"


def test_a_term_has_a_feed_beside_its_page_where_site_yaml_says_so() -> None:
    articles = [
        an_article("Earlier", tags=("radar", "bases"), imported="2026-11-20"),
        an_article("Later", tags=("radar",), imported="2026-11-21"),
        an_article("By hand", tags=("radar",)),
        an_article("Elsewhere", tags=("bases",), imported="2026-11-21"),
    ]
    chosen = frozenset({(Kind.TAGS, "radar")})
    (file,) = term_feeds(a_maker(an_archive(*articles, feeds=chosen)))
    root = fromstring(file.data)
    assert file.path == "tags/radar.atom"
    assert text(root, "a:title") == "The Example: radar, by date of change"
    assert [text(entry, "a:title") for entry in entries(root)] == ["Later", "Earlier"]
    assert [link.get("href") for link in root.findall(".//a:link", ATOM)] == [
        "radar.atom",
        "radar.html",
        "../articles/later.html",
        "../articles/earlier.html",
    ]
    # An entry is the same one in every feed.
    (whole,) = [fromstring(feed(a_maker(an_archive(*articles))).data)]
    ids = {text(entry, "a:id") for entry in entries(root)}
    assert ids < {text(entry, "a:id") for entry in entries(whole)}
    assert text(root, "a:id") != text(whole, "a:id")


def test_a_terms_feed_has_absolute_addresses_where_the_sites_is_known() -> None:
    article = an_article("One", people=("Jo Doe",), imported="2026-11-21")
    archive = an_archive(article, config=AT_HOME, feeds=frozenset({(Kind.PEOPLE, "jo-doe")}))
    (file,) = term_feeds(a_maker(archive))
    root = fromstring(file.data)
    assert text(root, "a:id") == "https://example.org/a/people/jo-doe.atom"
    assert root.find("a:subtitle", ATOM) is None
    assert [link.get("href") for link in root.findall(".//a:link", ATOM)] == [
        "https://example.org/a/people/jo-doe.atom",
        "https://example.org/a/people/jo-doe.html",
        "https://example.org/a/articles/one.html",
    ]
