from __future__ import annotations

import pytest

from generator.config import Config
from generator.errors import ThemeError
from generator.output_file import OutputFile
from generator.render.front.of_theme import theme_pages
from generator.render.page.maker import PageMaker
from generator.render.themes.theme import load_theme
from tests.render.archives import an_archive, an_article, render_site, theme_files
from tests.render.parsed import Parsed

TEMPLATE = b"""{% extends "base.html" %}
{% from "macros.html" import rows, pager with context %}
{% block main %}<h1>{{ page.title }}</h1>{{ view.size }}{{ rows(view.articles) }}
{% for kind in view.kinds %}<p><a href="{{ url(kind.path) }}">{{ kind.text }}: {{ kind.count }}</a></p>{% endfor %}
{% for entry in view.articles %}{% set begins = story(entry) %}<p class="dek">{{ begins.summary }}</p>
<p class="by">{{ begins.authors|map(attribute="text")|join }}</p><p class="text">{{ begins.opening|join("|") }}</p>
{% endfor %}{{ pager(view.pages) }}{% endblock %}"""
ARTICLES = [
    an_article("One", date="2001", summary="A dek.", author=("A. Writer",), people=("J. Doe",), text="First.\nSecond."),
    an_article("Two", date="2003", people=("J. Doe", "R. Roe"), text="word " * 400),
    an_article("Gone", date="2004", withdrawn="A reason.", summary="", text=""),
    an_article("Undated"),
]


def a_page_maker(yaml: bytes, name: str = "front.html", language: str = "en", per_page: int = 100) -> PageMaker:
    own = {"theme.yaml": b"extends: reader\n" + yaml, f"pages/{name}": TEMPLATE}
    theme = load_theme("mine", lambda wanted: own if wanted == "mine" else theme_files(wanted))
    return PageMaker.of(an_archive(*ARTICLES, config=Config(title="T", language=language, per_page=per_page)), theme)


def made(maker: PageMaker) -> dict[str, OutputFile]:
    return {page.path: page for page in theme_pages(maker, [])}


def test_a_page_shows_the_newest_articles_first_and_the_kinds() -> None:
    (page,) = map(Parsed, made(a_page_maker(b"pages: {front.html: {title: The front page}}")).values())
    assert page.texts("h1") == ["The front page"]
    assert page.texts("title") == ["The front page · T"]
    titles = [item.text.partition("\n")[0].split(" ")[0] for item in page.all("span", "row-title")]
    assert titles == ["Gone", "Two", "One", "Undated"]
    links = page.links()
    assert links["People: 2"] == "people/index.html"
    assert links["Authors: 1"] == "authors/index.html"


def test_story_tells_how_an_article_begins() -> None:
    (page,) = map(Parsed, made(a_page_maker(b"pages: {front.html: {title: F}}")).values())
    assert page.texts("p", "dek") == ["", "", "A dek.", ""]
    assert page.texts("p", "by") == ["", "", "A. Writer", ""]
    gone, two, one, undated = page.texts("p", "text")
    assert (gone, one, undated) == ("", "First.|Second.", "Some text.")
    assert two.endswith("word …")
    assert 600 < len(two) < 660


def test_a_paged_page_goes_on_until_all_articles_were_shown() -> None:
    pages = made(a_page_maker(b"pages: {front.html: {title: F, paged: true}}", per_page=3))
    assert list(pages) == ["front.html", "front/page-2.html"]
    assert Parsed(pages["front/page-2.html"]).texts("h1") == ["F, page 2"]
    assert "Undated" in Parsed(pages["front/page-2.html"]).links()
    assert list(made(a_page_maker(b"pages: {front.html: {title: F}}", per_page=3))) == ["front.html"]


@pytest.mark.parametrize(("language", "title"), [("en", "In brief"), ("de-AT", "In Kürze"), ("ja", "In brief")])
def test_a_title_is_in_the_archives_language_where_the_theme_has_words_for_it(language: str, title: str) -> None:
    yaml = "pages: {front.html: {title: brief}}\nwords: {en: {brief: In brief}, de: {brief: In Kürze}}".encode()
    (page,) = map(Parsed, made(a_page_maker(yaml, language=language)).values())
    assert page.texts("h1") == [title]


@pytest.mark.parametrize(("place", "part"), [("navigation", "nav"), ("footer", "footer"), ("none", "")])
def test_every_page_links_to_it_where_theme_yaml_says(place: str, part: str) -> None:
    maker = a_page_maker(f"pages: {{front.html: {{title: Front, link: {place}}}}}".encode())
    own = next(file for file in render_site(maker.archive, maker.theme, ()) if file.path == "people/index.html")
    links = [link for link in Parsed(own).all("a") if link.text == "Front"]
    assert [link["href"] for link in links] == (["../front.html"] if part else [])
    assert all(part in link.inside for link in links)


@pytest.mark.parametrize("alias", ["front.html", "Front.html", "front/page-2.html"])
def test_an_old_path_does_not_take_the_place_of_a_themes_page(alias: str) -> None:
    maker = a_page_maker(b"pages: {front.html: {title: F, paged: true}}", per_page=3)
    archive = an_archive(*ARTICLES, config=maker.archive.config, aliases={alias: "articles/one.html"})
    with pytest.raises(ThemeError, match=r"one.md:.*`aliases`: front.* cannot be an old path: the theme has") as told:
        list(theme_pages(PageMaker.of(archive, maker.theme), []))
    assert "themes/mine/theme.yaml:2" in told.value.hint


@pytest.mark.parametrize("name", ["timeline.html", "about.html", "index.html", "search.html"])
def test_a_page_of_the_sites_own_is_not_replaced(name: str) -> None:
    maker = a_page_maker(f"#\npages:\n  {name}: {{title: Mine}}".encode(), name)
    with pytest.raises(
        ThemeError, match=f"themes/mine/theme.yaml:4: the site has a page `{name}` of its own"
    ) as caught:
        list(render_site(maker.archive, maker.theme, ()))
    assert "another name" in caught.value.hint
