from __future__ import annotations

from generator.config import Config
from generator.render.front.redirects import redirect_pages
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed

ALIASES = {"old/2001/one.html": "articles/one.html", "blog/index.html": "articles/one.html"}


def test_an_old_address_leads_on() -> None:
    made = list(redirect_pages(a_maker(an_archive(an_article("One & only"), aliases=ALIASES))))
    assert [page.path for page in made] == ["blog/index.html", "old/2001/one.html"]
    page = Parsed(made[1])
    assert page.one("meta", http_equiv="refresh")["content"] == "0; url=../../articles/one.html"
    assert not page.all("link", rel="canonical")


def test_the_page_that_took_the_place_is_named_and_linked() -> None:
    aliases = {"old.html": "articles/one-only.html"}
    config = Config(title="T", url="https://example.org/a/")
    (page,) = map(Parsed, redirect_pages(a_maker(an_archive(an_article("One & only"), aliases=aliases, config=config))))
    assert page.links() == {"One & only": "articles/one-only.html"}
    assert page.one("link", rel="canonical")["href"] == "https://example.org/a/articles/one-only.html"
