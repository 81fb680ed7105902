from __future__ import annotations

import pytest

from generator.render.citations.item import ItemKind
from tests.render.citations.items import HERE, NOWHERE, item_from


def test_an_article_of_a_paper() -> None:
    item = item_from(
        "Radar  offer\non the table",
        author=("A. Writer",),
        date="2007-04-23",
        publication="The Daily Example",
        url="https://www.example.com/radar",
        imported="2026-11-21",
        summary="What was\noffered.",
        tags=("radar", "treaties"),
    )
    assert item.kind is ItemKind.ARTICLE
    assert item.title == "Radar offer on the table"
    assert [name.inverted for name in item.authors] == ["Writer, A."]
    assert item.container == "The Daily Example"
    assert item.issued is not None
    assert item.issued.edtf == "2007-04-23"
    assert item.first_published == "https://www.example.com/radar"
    assert item.page == "https://archive.example.org/articles/radar-offer-on-the-table.html"
    assert item.archive == "The Example Archive"
    assert (item.language, item.rights, item.summary) == ("en", "CC BY 4.0", "What was offered.")
    assert item.keywords == ("radar", "treaties")
    assert item.sha256 == "ab" * 32
    assert not item.is_only_here


def test_the_articles_own_terms_and_language_go_first() -> None:
    item = item_from("One", rights="All rights reserved", language="de")
    assert (item.rights, item.language) == ("All rights reserved", "de")


@pytest.mark.parametrize(
    ("publication", "url", "kind", "container"),
    [
        ("The Daily Example", "", ItemKind.ARTICLE, "The Daily Example"),
        ("U.S. News", "", ItemKind.ARTICLE, "U.S. News"),
        ("Example.com", "https://example.com/a", ItemKind.WEB_PAGE, "Example.com"),
        ("", "https://www.Example.com:80/a?b=http://other.example/", ItemKind.WEB_PAGE, "example.com"),
        ("", "https://web.example.org/web/2007/http://www.paper.example/a", ItemKind.WEB_PAGE, "paper.example"),
        ("", "", ItemKind.WEB_PAGE, "The Example Archive"),
    ],
)
def test_what_kind_it_is_and_where_it_stood(publication: str, url: str, kind: ItemKind, container: str) -> None:
    item = item_from("One", publication=publication, url=url)
    assert (item.kind, item.container) == (kind, container)
    assert item.is_only_here is (container == "The Example Archive")


def test_without_the_archives_address_there_is_none_of_the_page() -> None:
    assert item_from("One", NOWHERE).page == ""
    assert item_from("One", NOWHERE).address == ""
    assert item_from("One", NOWHERE, url="https://example.com/").address == "https://example.com/"
    assert item_from("One", HERE).address == "https://archive.example.org/articles/one.html"


def test_a_paper_that_signs_as_itself_names_nobody() -> None:
    item = item_from("One", publication="The Economist", author=("the economist", "Jane Doe"))
    assert [name.literal for name in item.authors] == ["Jane Doe"]


def test_of_a_withdrawn_article_only_what_its_page_tells() -> None:
    item = item_from(
        "Gone",
        withdrawn="A reason.",
        author=("Jane Doe",),
        summary="Secret.",
        tags=("secret",),
        url="https://example.com/",
        publication="The Daily Example",
        date="2007",
        imported="2026-11-21",
    )
    assert (item.title, item.container, item.withdrawn) == ("Gone", "The Daily Example", "A reason.")
    assert (item.authors, item.summary, item.keywords, item.first_published, item.sha256) == ((), "", (), "", "")
