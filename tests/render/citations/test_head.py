from __future__ import annotations

from generator.render.citations.head import Meta, dublin_core, head_metas, highwire, open_graph
from generator.render.citations.item import ItemKind
from tests.render.citations.items import an_item

FIRST = "https://www.example.com/radar"
PAGE = "https://archive.example.org/articles/radar.html"
WHOLE = an_item(
    authors=("Anna Writer", "Reuters"),
    date="2007-04-23",
    first_published=FIRST,
    page=PAGE,
    language="en-GB",
    keywords=("radar", "treaties"),
    summary="Short.",
    rights="CC BY 4.0",
)
ONLY_HERE = an_item(kind=ItemKind.WEB_PAGE, container="The Example Archive")


def pairs(metas: object) -> list[tuple[str, str]]:
    assert isinstance(metas, tuple | list)
    return [(meta.name, meta.content) for meta in metas]


def test_what_reference_managers_read() -> None:
    assert pairs([*highwire(WHOLE)]) == [
        ("z:itemType", "newspaperArticle"),
        ("citation_title", "Radar offer on the table"),
        ("citation_author", "Writer, Anna"),
        ("citation_author", "Reuters"),
        ("citation_publication_date", "2007/04/23"),
        ("citation_journal_title", "The Daily Example"),
        ("citation_language", "en-GB"),
        ("citation_public_url", PAGE),
        ("citation_fulltext_html_url", PAGE),
        ("citation_abstract", "Short."),
        ("citation_keywords", "radar; treaties"),
    ]


def test_a_date_that_is_not_exact_is_told_in_words() -> None:
    dates = {date: pairs([*highwire(an_item(date=date))])[2] for date in ("2007-10", "2005~", "2004/2006")}
    assert dates == {
        "2007-10": ("citation_publication_date", "2007/10"),
        "2005~": ("citation_date", "ca. 2005"),
        "2004/2006": ("citation_date", "2004–2006"),
    }
    assert not [name for name, _ in pairs([*highwire(an_item())]) if "date" in name]


def test_dublin_core() -> None:
    assert pairs([*dublin_core(WHOLE)]) == [
        ("DC.title", "Radar offer on the table"),
        ("DC.creator", "Writer, Anna"),
        ("DC.creator", "Reuters"),
        ("DC.date", "2007-04-23"),
        ("DC.publisher", "The Daily Example"),
        ("DC.type", "Text"),
        ("DC.format", "text/html"),
        ("DC.identifier", PAGE),
        ("DC.source", FIRST),
        ("DC.language", "en-GB"),
        ("DC.subject", "radar"),
        ("DC.subject", "treaties"),
        ("DC.description", "Short."),
        ("DC.relation", "The Example Archive"),
        ("DC.rights", "CC BY 4.0"),
    ]


def test_open_graph() -> None:
    assert [*open_graph(WHOLE)] == [
        Meta(name, content, is_property=True)
        for name, content in [
            ("og:type", "article"),
            ("og:title", "Radar offer on the table"),
            ("og:site_name", "The Example Archive"),
            ("og:url", PAGE),
            ("og:description", "Short."),
            ("og:locale", "en_GB"),
            ("article:published_time", "2007-04-23"),
            ("article:tag", "radar"),
            ("article:tag", "treaties"),
        ]
    ]


def test_what_is_not_known_is_not_told() -> None:
    assert pairs(head_metas(ONLY_HERE)) == [
        ("z:itemType", "webpage"),
        ("citation_title", "Radar offer on the table"),
        ("citation_language", "en"),
        ("DC.title", "Radar offer on the table"),
        ("DC.type", "Text"),
        ("DC.format", "text/html"),
        ("DC.language", "en"),
        ("DC.relation", "The Example Archive"),
        ("og:type", "article"),
        ("og:title", "Radar offer on the table"),
        ("og:site_name", "The Example Archive"),
    ]


def test_a_month_is_no_time_of_publication() -> None:
    assert "article:published_time" not in dict(pairs([*open_graph(an_item(date="2007-04"))]))
    assert "article:published_time" not in dict(pairs([*open_graph(an_item(date="2007-04-23~"))]))


def test_a_preview_without_a_summary_has_the_description_given() -> None:
    assert ("og:description", "How it begins.") in pairs([*open_graph(an_item(), "How it begins.")])
    assert ("og:description", "Short.") in pairs([*open_graph(WHOLE, "How it begins.")])
    assert "og:description" not in dict(pairs([*open_graph(an_item())]))
