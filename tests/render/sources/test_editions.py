from __future__ import annotations

import pytest

from generator.archive.values import Archive, Edition
from generator.articles.ledger import Fate, Role
from generator.config import Config
from generator.render.articles.pages import article_page
from generator.render.sources.pages import source_page
from tests.render.archives import a_maker, a_source, an_archive, an_article, whole
from tests.render.parsed import Parsed

FERRY = "The ferry makes its last crossing of the year on Friday, the harbour office said."
CREW = "Nobody wants to be on that water in December, wrote jo@mail.example on Monday."
SHEEP = "Forty sheep and a piano wait on the quay for a boat that has room for them."
SOURCE = a_source(whole(FERRY, Role.BODY, Fate.KEPT, "text"))


def archive(*, publication: str = "Mill Road Gazette", config: Config | None = None, source: bool = True) -> Archive:
    ledger = an_article(
        "Ferry stops", text=f"{FERRY}\n{CREW}\n{SHEEP}", publication="Harbour Ledger", imported="2026-11-21"
    )
    gazette = an_article(
        "Islands cut off",
        text=f"{FERRY}\n{CREW.replace('December', 'winter')}",
        date="2011-11-04",
        publication=publication,
    )
    third = an_article("Another matter", text="Mills.")
    editions = {
        "ferry-stops": (Edition("islands-cut-off", 0.8571),),
        "islands-cut-off": (Edition("ferry-stops", 0.8571),),
    }
    sources = {"ferry-stops": SOURCE} if source else {}
    return an_archive(ledger, gazette, third, editions=editions, sources=sources, config=config)


def article_of(archive: Archive, slug: str = "ferry-stops") -> Parsed:
    return Parsed(article_page(a_maker(archive), archive.by_slug[slug]))


def source_of(archive: Archive) -> Parsed:
    return Parsed(source_page(a_maker(archive), archive.by_slug["ferry-stops"]))


def test_an_article_s_page_names_its_other_editions() -> None:
    page = article_of(archive())
    assert "Also published by" in page.texts("h2")
    assert page.texts("li", "row")[0] == "4 November 2011 Islands cut off Mill Road Gazette"
    assert page.links()["Islands cut off"] == "islands-cut-off.html"
    assert page.links()["How the texts differ"] == "ferry-stops/source.html#editions"


def test_an_edition_of_which_no_publication_is_known() -> None:
    headings = article_of(archive(publication="")).texts("h2")
    assert "Also published as" in headings
    assert "Also published by" not in headings


def test_an_article_without_a_source_page_compares_nothing() -> None:
    assert "How the texts differ" not in article_of(archive(), "islands-cut-off").links()
    assert "How the texts differ" not in article_of(archive(config=Config(title="T", source_pages=False))).links()


def test_an_article_without_editions_says_nothing_of_them() -> None:
    page = article_of(archive(), "another-matter")
    assert not [heading for heading in page.texts("h2") if heading.startswith("Also published")]


def test_the_source_page_shows_where_the_texts_differ() -> None:
    page = source_of(archive())
    assert page.links()["1 other edition"] == "source.html#editions"
    section = page.one("section", "editions")
    assert section["id"] == "editions"
    assert page.links()["Islands cut off"] == "../islands-cut-off.html"
    strips = page.texts("p", "strip")
    assert strips[-1] == "Mill Road Gazette 4 November 2011 85% of the shorter text’s phrases are in both"
    assert page.texts("li", "difference") == [
        "= 1 paragraph is the same",
        "≠ changed Nobody wants to be on that water in December, winter, wrote [e-mail address] on Monday.",
        f"− only in this article {SHEEP}",
    ]
    assert page.texts("del") == ["December,", SHEEP]
    assert page.texts("ins") == ["winter,"]


def test_email_addresses_show_where_the_settings_say_so() -> None:
    page = source_of(archive(config=Config(title="T", publish_emails=True)))
    assert "jo@mail.example" in page.texts("li", "difference")[1]


def test_what_only_the_other_edition_has() -> None:
    ledger = an_article("Ferry stops", text=FERRY, imported="2026-11-21")
    gazette = an_article("Islands cut off", text=f"{SHEEP}\n{FERRY}")
    made = an_archive(
        ledger, gazette, editions={"ferry-stops": (Edition("islands-cut-off", 1.0),)}, sources={"ferry-stops": SOURCE}
    )
    assert source_of(made).texts("li", "difference") == [
        f"+ only in the other edition {SHEEP}",
        "= 1 paragraph is the same",
    ]


@pytest.mark.parametrize("word", ["<b>", "&amp;", '"quoted"'])
def test_the_texts_are_plain_text(word: str) -> None:
    ledger = an_article("Ferry stops", text=f"{FERRY} {word}", imported="2026-11-21")
    gazette = an_article("Islands cut off", text=FERRY)
    made = an_archive(
        ledger, gazette, editions={"ferry-stops": (Edition("islands-cut-off", 1.0),)}, sources={"ferry-stops": SOURCE}
    )
    assert source_of(made).texts("del") == [word]
