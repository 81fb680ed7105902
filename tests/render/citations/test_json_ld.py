from __future__ import annotations

import json
from typing import Any

from generator.archive.values import Authority, Kind, Term
from generator.render.citations.item import ItemKind
from generator.render.citations.json_ld import json_ld
from tests.render.citations.items import an_item

FIRST = "https://www.example.com/radar"
PAGE = "https://archive.example.org/articles/radar.html"
WHOLE = an_item(
    authors=("Anna van der Berg", "Reuters", "Арина Полозьева"),
    date="2007-04-23",
    first_published=FIRST,
    page=PAGE,
    keywords=("radar", "treaties"),
    summary="Short.",
    rights="CC BY 4.0, with thanks",
    sha256="ab" * 32,
)


def read(text: str) -> dict[str, Any]:
    value = json.loads(text)
    assert isinstance(value, dict)
    return value


def test_an_article() -> None:
    gates = Term(
        Kind.PEOPLE,
        "gates",
        "Robert Gates",
        ("radar",),
        Authority(id="gates", name="Robert Gates", links=("https://example.org/Q1",)),
    )
    tag = Term(Kind.TAGS, "radar", "radar", ("radar",))
    assert read(json_ld(WHOLE, is_news=True, mentions=(gates, tag))) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Radar offer on the table",
        "url": PAGE,
        "author": [
            {"@type": "Person", "name": "Anna van der Berg", "familyName": "van der Berg", "givenName": "Anna"},
            {"@type": "Organization", "name": "Reuters"},
            "Арина Полозьева",
        ],
        "datePublished": "2007-04-23",
        "inLanguage": "en",
        "abstract": "Short.",
        "keywords": ["radar", "treaties"],
        "isPartOf": [
            {"@type": "Periodical", "name": "The Daily Example"},
            {"@type": "WebSite", "name": "The Example Archive"},
        ],
        "isBasedOn": {"@type": "WebPage", "url": FIRST, "archivedAt": PAGE},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "copyrightNotice": "CC BY 4.0, with thanks",
        "identifier": {
            "@type": "PropertyValue",
            "name": "Source as received",
            "propertyID": "SHA-256",
            "value": "ab" * 32,
        },
        "mentions": [{"@type": "Person", "name": "Robert Gates", "sameAs": ["https://example.org/Q1"]}],
    }


def test_news_is_only_what_is_said_to_be_and_had_a_publication() -> None:
    only_here = an_item(kind=ItemKind.WEB_PAGE, container="The Example Archive")
    assert read(json_ld(WHOLE))["@type"] == "Article"
    assert read(json_ld(only_here, is_news=True)) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Radar offer on the table",
        "inLanguage": "en",
        "isPartOf": [{"@type": "WebSite", "name": "The Example Archive"}],
    }


def test_a_copy_without_a_known_address_archives_nothing() -> None:
    assert read(json_ld(an_item(first_published=FIRST)))["isBasedOn"] == {"@type": "WebPage", "url": FIRST}


def test_a_date_that_is_not_exact_is_no_date_of_publication() -> None:
    article = read(json_ld(an_item(date="2005~")))
    assert "datePublished" not in article
    assert article["temporal"] == "2005~"
    assert read(json_ld(an_item(date="2007-10")))["datePublished"] == "2007-10"


def test_no_text_ends_the_script() -> None:
    title = "</script><!-- \u2028 & <b>"
    text = json_ld(an_item(title))
    assert not set(text) & set("<>\u2028")
    assert read(text)["headline"] == title
