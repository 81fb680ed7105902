from __future__ import annotations

from generator.articles.article import Page
from generator.config import Config
from generator.output_file import Notice
from generator.render.front.texts import free_pages, licenses_page, missing_page
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed


def test_about_says_what_the_settings_say_until_it_is_written() -> None:
    config = Config(title="The Example", description="What it is.", author="A. Keeper")
    (made,) = free_pages(a_maker(an_archive(an_article("One", date="2001"), config=config)))
    page = Parsed(made)
    assert made.path == "about.html"
    assert page.texts("h1") == ["About this archive"]
    assert page.texts("p", "dek") == ["What it is."]
    assert "1 article, from 2001. This archive is kept by A. Keeper." in page.texts("div", "body")[0]


def test_about_of_an_empty_archive() -> None:
    (page,) = map(Parsed, free_pages(a_maker(an_archive())))
    assert "There is no article in this archive yet." in page.texts("div", "body")[0]


def test_free_pages_with_links_to_articles() -> None:
    html = '<p>See <a href="backfile:article/One">it</a> and <img src="backfile:media/a.png" alt="">.</p>'
    pages = [
        Page("about", "content/pages/about.md", "About us", html, "See it and."),
        Page("method", "content/pages/method.md", "Our method", "<p>So.</p>", "So."),
    ]
    made = list(free_pages(a_maker(an_archive(an_article("One"), pages=pages))))
    assert [page.path for page in made] == ["about.html", "method.html"]
    about = Parsed(made[0])
    assert about.texts("h1") == ["About us"]
    assert about.links()["it"] == "articles/one.html"
    assert about.one("img")["src"] == "media/a.png"


def test_licences() -> None:
    notice = Notice("lunr.js", "2.3.9", "MIT", "https://lunrjs.com", "\nCopyright <someone>\n", ("search/lunr.js",))
    maker = a_maker(an_archive(config=Config(title="T", rights="CC0 1.0")))
    page = Parsed(licenses_page(maker, [notice]))
    assert "CC0 1.0" in page.texts("div", "body")[0]
    assert page.texts("h3") == ["lunr.js 2.3.9 MIT"]
    assert page.one("pre").text == "Copyright <someone>"
    assert page.links()["https://lunrjs.com"] == "https://lunrjs.com"
    assert page.texts("code") == ["search/lunr.js"]
    without = Parsed(licenses_page(a_maker(an_archive()), []))
    assert "stated no terms" in without.texts("div", "body")[0]
    assert "no work by third parties" in without.texts("div", "body")[0]


def test_without_an_address_the_missing_page_leads_nowhere() -> None:
    made = missing_page(a_maker(an_archive(an_article("One"))))
    page = Parsed(made)
    assert made.path == "404.html"
    assert page.texts("h1") == ["Page not found"]
    assert not page.all("a")
    # It is served at any depth, where a relative address would lead astray.
    assert [link["href"] for link in page.all("link")] == ["data:,"]


def test_with_an_address_all_links_of_the_missing_page_are_absolute() -> None:
    config = Config(title="T", url="https://example.org/a/")
    page = Parsed(missing_page(a_maker(an_archive(an_article("One"), config=config))))
    addresses = [link["href"] for link in (*page.all("a", ""), *page.all("link"))]
    assert len(addresses) > 5
    assert all(address.startswith("https://example.org/a/") for address in addresses if not address.startswith("#"))
    assert [form["action"] for form in page.all("form")] == ["https://example.org/a/search.html"]
    assert not page.all("link", rel="canonical")
