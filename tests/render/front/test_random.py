from __future__ import annotations

import dataclasses
import json

import pytest

from generator.render.front.random import random_lists, random_pages
from generator.render.page.maker import PageMaker
from tests.render.archives import a_maker, an_archive, an_article, reader
from tests.render.parsed import Parsed


def a_large_maker(number: int) -> PageMaker:
    archive = an_archive(an_article("One"))
    articles = tuple(an_article(f"Article {position:05}", date="2001") for position in range(number))
    return a_maker(dataclasses.replace(archive, articles=articles))


def drawn_from(data: bytes) -> list[str]:
    text = data.decode()
    assert text.startswith("backfileDraw(")
    assert text.endswith(");\n")
    slugs: list[str] = json.loads(text.removeprefix("backfileDraw(").removesuffix(");\n"))
    return slugs


def test_the_page_names_the_lists_and_leads_to_every_article_without_a_script() -> None:
    articles = [an_article("One"), an_article("Two"), an_article("Gone", withdrawn="A reason.")]
    maker = a_maker(an_archive(*articles))
    (made,) = random_pages(maker)
    (file,) = random_lists(maker)
    page = Parsed(made)
    place = page.one("p", id="draw")
    assert made.path == "random.html"
    assert (place["data-total"], place["data-lists"], place["data-articles"]) == ("2", file.path, "articles/")
    # What was taken down is nowhere to go.
    assert drawn_from(file.data) == ["one", "two"]
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert {page.links()[text] for text in ("Titles from A to Z", "Timeline")} == {
        "articles/index.html",
        "timeline.html",
    }
    assert page.one("noscript").text.strip()
    assert page.links()["A random article"] == "random.html#draw"


def test_a_draw_loads_one_list_of_many() -> None:
    maker = a_large_maker(2500)
    lists = random_lists(maker)
    page = Parsed(next(iter(random_pages(maker))))
    place = page.one("p", id="draw")
    assert place["data-lists"].split(" ") == [file.path for file in lists]
    part = int(place["data-part"])
    slugs = [drawn_from(file.data) for file in lists]
    assert [len(of_list) for of_list in slugs] == [part, part, 2500 - 2 * part]
    # The script finds number n at n % part of list n / part.
    assert [slug for of_list in slugs for slug in of_list] == [f"article-{number:05}" for number in range(2500)]
    assert all(len(file.data) < 100_000 for file in lists)


@pytest.mark.parametrize("number", [0, 1])
def test_there_is_nothing_to_draw_from_one(number: int) -> None:
    maker = a_large_maker(number)
    assert list(random_pages(maker)) == []
    assert random_lists(maker) == []
    assert "random" not in "".join(link.path for link in maker.site.footer)


def test_a_theme_without_scripts_cannot_draw() -> None:
    theme = dataclasses.replace(reader(), scripts=False)
    maker = PageMaker.of(an_archive(an_article("One"), an_article("Two")), theme)
    assert list(random_pages(maker)) == []
    assert random_lists(maker) == []
