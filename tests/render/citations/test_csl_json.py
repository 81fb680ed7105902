"""The values are those of csl-data.json, version 1.0.2, whose names and types are repeated here."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.render.citations.csl_json import csl_item, csl_json
from generator.render.citations.item import ItemKind
from tests.render.citations.items import an_item

PAGE = "https://archive.example.org/articles/radar.html"


def test_an_item() -> None:
    item = an_item(
        authors=("Anna van der Berg", "Martin Luther King, Jr.", "Reuters"),
        date="2007-04-23",
        first_published="https://www.example.com/a",
        page=PAGE,
        keywords=("radar", "treaties"),
        summary="Short.",
        rights="CC BY 4.0",
        sha256="ab" * 32,
    )
    assert csl_item(item) == {
        "id": "radar",
        "type": "article-newspaper",
        "title": "Radar offer on the table",
        "author": [
            {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"literal": "Reuters"},
        ],
        "container-title": "The Daily Example",
        "issued": {"date-parts": [[2007, 4, 23]]},
        "URL": "https://www.example.com/a",
        "language": "en",
        "abstract": "Short.",
        "keyword": "radar, treaties",
        "archive": "The Example Archive",
        "archive_location": PAGE,
        "custom": {"rights": "CC BY 4.0", "sha256": "ab" * 32},
    }


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2007", {"date-parts": [[2007]]}),
        ("2007-10", {"date-parts": [[2007, 10]]}),
        ("2005~", {"date-parts": [[2005]], "circa": True}),
        ("2005-03?", {"date-parts": [[2005, 3]], "circa": True}),
        ("2001-21", {"date-parts": [[2001]], "season": 1}),
        ("2004/2006-05", {"date-parts": [[2004], [2006, 5]]}),
        ("2004/2006~", {"date-parts": [[2004], [2006]], "circa": True}),
        ("200X", {"literal": "2000s"}),
        ("1990/201X", {"literal": "1990–2010s"}),
        ("2004/..", {"literal": "2004 or later"}),
        ("../2006", {"literal": "2006 or earlier"}),
        ("2001-21/2001-23", {"literal": "Spring–Fall 2001"}),
    ],
)
def test_dates(date: str, issued: dict[str, Any]) -> None:
    assert csl_item(an_item(date=date))["issued"] == issued


def test_what_is_not_known_has_no_key() -> None:
    item = an_item(kind=ItemKind.WEB_PAGE, container="The Example Archive", withdrawn="A reason.")
    assert csl_item(item) == {
        "id": "radar",
        "type": "webpage",
        "title": "Radar offer on the table",
        "container-title": "The Example Archive",
        "language": "en",
        "note": "Withdrawn: A reason.",
    }


def test_the_text_is_a_list_of_one() -> None:
    item = an_item("„Ä“ <b>\n")
    assert json.loads(csl_json(item)) == [csl_item(item)]
