"""The whole site of a small archive: what it consists of, and what holds for each of its pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from generator.archive.values import Archive, Authority, Kind, Mention
from generator.articles.article import Page
from generator.articles.ledger import Fate, Role
from generator.config import Config
from generator.output_file import Notice, OutputFile
from tests.render.archives import BLANK, a_site, a_source, a_span, an_archive, an_article, whole
from tests.render.parsed import Parsed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)
NOTICES = (Notice("lunr.js", "2.3.9", "MIT", "https://lunrjs.com", "Copyright", ("search/lunr.js",)),)
TABLE = "<table><thead><tr><th>Year</th><th>What was agreed then</th></tr></thead><tbody></tbody></table>"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def the_archive(config: Config | None = None) -> Archive:
    """A small archive with something of everything."""
    html = (
        '<h3 id="section-x">First</h3><p>J. Doe was in Rome, says <a href="backfile:article/Two">another</a>.</p>'
        f'<p><img src="backfile:media/map.png" alt="A map"> <a href="https://example.org/">there</a></p>{TABLE}'
    )
    articles = [
        an_article(
            "One & only: a title that is long enough to need a second line on a telephone",
            html=html,
            date="2001-02-03",
            author=("A. Writer", "B. Writer"),
            publication="The Daily Example",
            people=("J. Doe",),
            places=("Rome",),
            organizations=("Org",),
            tags=("radar", "treaties"),
            summary="What it says.",
            imported="2026-11-21",
            rights="All reserved",
            url="https://example.org/2001/one-with-an-address-that-is-longer-than-a-telephone-is-wide.html",
        ),
        an_article("Two", html=f"<p>{LONG_WORD}</p><pre>{LONG_WORD}</pre>", date="2003~", tags=("radar",)),
        an_article("Три", language="ru", date="2004", publication="Пример"),
        an_article("أربعة", language="ar", date="2005", tags=("radar",)),
        an_article("Taken down", html="", text="", date="2005", withdrawn="A reason."),
        an_article("Undated", revised="2026-11-02"),
    ]
    one = articles[0].slug
    mentions = [Mention(Kind.PEOPLE, "j-doe", html.index("J. Doe"), html.index(" was in"))]
    source = a_source(
        whole("One & only", Role.TITLE, Fate.LIFTED, "first-heading", "title"),
        BLANK,
        (
            "By A. Share",
            [a_span(0, 5, Role.BYLINE, Fate.LIFTED, "r"), a_span(5, 11, Role.SHARING, Fate.SET_ASIDE, "s")],
        ),
        whole(f"Text {LONG_WORD}", Role.BODY, Fate.KEPT, "prose"),
        whole("More text", Role.BODY, Fate.KEPT, "prose"),
        whole("Me too!", Role.COMMENT, Fate.SET_ASIDE, "numbered-comment"),
        edited=True,
    )
    rome = Authority(id="rome", name="Rome", description="A city.", links=("https://example.org/rome",))
    return an_archive(
        *articles,
        config=config or Config(title="The Example", notice="A sample.", rights="CC0", description="What it is."),
        authorities={(Kind.PLACES, "rome"): rome},
        mentions={one: mentions},
        backlinks={"two": (one,)},
        pages=[Page("method", "content/pages/method.md", "Method", "<p>So.</p>", "So.")],
        sources={one: source},
        aliases={"old/one.html": articles[0].page, "blog/index.html": "articles/two.html"},
    )


@cache
def the_site() -> dict[str, OutputFile]:
    return a_site(the_archive(), NOTICES)


def pages(site: dict[str, OutputFile]) -> Iterator[tuple[str, Parsed]]:
    for path, file in site.items():
        if path.endswith(".html"):
            yield path, Parsed(file)


def test_what_the_site_consists_of() -> None:
    one = "articles/one-only-a-title-that-is-long-enough-to-need-a-second-line"
    found = [path for path in the_site() if not path.startswith(("assets/", "random/"))]
    assert sorted(path for path in found if path.startswith(one)) == [f"{one}.html", f"{one}/source.html"]
    assert sorted(path for path in found if not path.startswith(one)) == [
        "404.html",
        "about.html",
        "articles/index.html",
        "articles/rb.html",
        "articles/taken-down.html",
        "articles/tri.html",
        "articles/two.html",
        "articles/undated.html",
        "authors/a-writer.html",
        "authors/b-writer.html",
        "authors/index.html",
        "blog/index.html",
        "exports/articles.bib",
        "exports/articles.csl.json",
        "exports/articles.csv",
        "exports/articles.json",
        "exports/articles.ris",
        "exports/datapackage.json",
        "exports/index.html",
        "feed.atom",
        "index.html",
        "licenses.html",
        "method.html",
        "old/one.html",
        "organizations/index.html",
        "organizations/org.html",
        "people/index.html",
        "people/j-doe.html",
        "places/index.html",
        "places/rome.html",
        "publications/index.html",
        "publications/primer.html",
        "publications/the-daily-example.html",
        "random.html",
        "robots.txt",
        "search.html",
        "search/words.js",
        "tags/index.html",
        "tags/radar.html",
        "tags/treaties.html",
        "timeline.html",
    ]
    assert sorted(path.split(".")[0] for path in the_site() if path.startswith(("assets/", "random/"))) == [
        "assets/cite",
        "assets/header",
        "assets/icon",
        "assets/random",
        "assets/reader",
        "random/1",
    ]


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert a_site(the_archive(), NOTICES) == the_site()


def test_every_page_carries_the_policy_and_nothing_that_it_forbids() -> None:
    for path, page in pages(the_site()):
        assert page.one("meta", http_equiv="Content-Security-Policy")["content"] == POLICY, path
        # Data is no script, and the policy lets it be.
        scripts = [script for script in page.all("script") if not script.attributes.get("type", "").endswith("json")]
        assert [posixpath.basename(script["src"]).split(".")[0] for script in scripts] == scripts_of(path, page), path
        assert not page.all("style"), path
        for element in page.elements:
            forbidden = [name for name in element.attributes if name == "style" or name.startswith("on")]
            assert not forbidden, (path, element.name, forbidden)


def scripts_of(path: str, page: Parsed) -> list[str]:
    """The names of the scripts that a page may load."""
    own = {"search.html": ["manifest"], "random.html": ["random"]}.get(path, [])
    if page.all("section", "cite"):
        own = ["cite"]
    return [*own, "header"] if page.all("form") else own


def test_every_address_in_the_site_is_relative_and_leads_somewhere() -> None:
    site = the_site()
    ids = {path: {element.attributes.get("id") for element in page.elements} for path, page in pages(site)}
    later = {"search/manifest.js", "media/map.png"}
    for path, page in pages(site):
        for address in addresses(page):
            parts = urlsplit(address)
            if parts.scheme or not parts.path:
                # The relation that says what `DC.` stands for is named, never fetched.
                is_outside = parts.scheme in ("https", "data") or address == "http://purl.org/dc/elements/1.1/"
                assert is_outside or parts.fragment in ids[path], (path, address)
                continue
            assert not address.startswith("/"), (path, address)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            assert target in site or target in later, (path, address)
            assert not parts.fragment or unquote(parts.fragment) in ids[target], (path, address)


def addresses(page: Parsed) -> Iterator[str]:
    for element in page.elements:
        for name in ("href", "src", "action"):
            if name in element.attributes:
                yield element[name]


def test_every_page_is_reached_from_the_home_page() -> None:
    site = dict(pages(the_site()))
    reached, waiting = set[str](), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            links = (urlsplit(link["href"]).path for link in site[path].all("a"))
            waiting += [posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in links if link]
            waiting = [path for path in waiting if path in site]
    # Old addresses lead here from elsewhere, and a host shows 404.html.
    assert set(site) - reached == {"404.html", "old/one.html", "blog/index.html"}


def test_the_outline_of_every_page() -> None:
    for path, page in pages(the_site()):
        ids = [element["id"] for element in page.elements if "id" in element.attributes]
        assert len(ids) == len(set(ids)), path
        levels = [int(element.name[1]) for element in page.elements if element.name in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)
        assert page.one("html")["lang"], path
        assert page.one("title").text.endswith("The Example"), path
        if path in ("404.html", "old/one.html", "blog/index.html"):
            continue
        assert page.all("a")[0].classes == ["skip"], path
        assert page.all("a")[0]["href"] == f"#{page.one('main')['id']}", path
        assert len(page.all("header", "site-header")) == len(page.all("footer")) == 1, path
        assert page.one("p", "notice").text == "A sample.", path
        (about, licenses) = (
            link for link in page.all("a") if "footer" in link.inside and link.text in ("About", "Licences")
        )
        assert (about["href"].split("/")[-1], licenses["href"].split("/")[-1]) == ("about.html", "licenses.html"), path


def test_a_page_marks_itself_in_the_navigation() -> None:
    site = dict(pages(the_site()))
    for path, name in (
        ("articles/index.html", "Articles"),
        ("people/index.html", "People"),
        ("timeline.html", "Timeline"),
    ):
        assert [link.text for link in site[path].all("a", aria_current="page")] == [name]
    assert site["index.html"].texts("nav", "site-navigation") == [
        "Articles Timeline People Places Organizations Publications Tags Authors About"
    ]


def test_the_interface_of_an_archive_in_a_language_without_a_catalogue_is_marked_as_english() -> None:
    archive = the_archive(Config(title="Архив", language="uk", description="Опис."))
    site = dict(pages(a_site(archive)))
    home = site["index.html"]
    assert home.one("html")["lang"] == "en"
    assert (home.one("h1")["lang"], home.one("p", "dek")["lang"]) == ("uk", "uk")
    article = site["articles/two.html"]
    assert article.one("html")["lang"] == "uk"
    assert article.one("header", "site-header")["lang"] == "en"


def test_an_archive_without_articles() -> None:
    site = a_site(an_archive(config=Config(title="T", url="https://example.org/")))
    assert sorted(path for path in site if not path.startswith("assets/")) == [
        "404.html",
        "about.html",
        "articles/index.html",
        "exports/articles.bib",
        "exports/articles.csl.json",
        "exports/articles.csv",
        "exports/articles.json",
        "exports/articles.ris",
        "exports/datapackage.json",
        "exports/index.html",
        "feed.atom",
        "index.html",
        "licenses.html",
        "robots.txt",
        "search.html",
        "search/words.js",
        "sitemap.xml",
        "timeline.html",
    ]


@pytest.mark.browser
def test_pages_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """Nothing that axe finds fault with, in light and dark; no sideways scrolling on the narrowest telephone."""
    from axe_playwright_python.sync_playwright import Axe

    for path, file in the_site().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(file.data)
    shown = [path for path in the_site() if path.endswith(".html") and path not in ("old/one.html", "blog/index.html")]
    axe = Axe()
    for scheme, width in (("light", 320), ("dark", 1280)):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="light" if scheme == "light" else "dark",
            bypass_csp=True,  # axe is a script of another place
        )
        page = context.new_page()
        for path in shown:
            page.goto((tmp_path / path).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            found = axe.run(page).response["violations"]
            assert not found, (path, scheme, [(fault["id"], fault["nodes"][0]["html"]) for fault in found])
        context.close()
