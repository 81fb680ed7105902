from __future__ import annotations

from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]

from generator.render.citations.item import ItemKind
from generator.render.citations.ris import ris
from tests.render.citations.items import an_item

PAGE = "https://archive.example.org/articles/radar.html"


def read(text: str) -> dict[str, Any]:
    """The one record as another program reads it."""
    (record,) = rispy.loads(text)
    return dict(record)


def test_a_record() -> None:
    item = an_item(
        authors=("Anna van der Berg", "Martin Luther King, Jr.", "Reuters, Moscow, Bureau"),
        date="2007-04-23",
        first_published="https://www.example.com/a",
        page=PAGE,
        keywords=("radar", "arms, nuclear"),
        summary="Two\nlines\r\nand a \u2028 third.",
        rights="CC BY 4.0",
    )
    text = ris(item)
    assert text.startswith("TY  - NEWS\r\nID  - radar\r\n")
    assert text.endswith("ER  - \r\n")
    assert read(text) == {
        "type_of_reference": "NEWS",
        "id": "radar",
        "authors": ["van der Berg, Anna", "King, Martin Luther, Jr.", "Reuters Moscow Bureau"],
        "title": "Radar offer on the table",
        "secondary_title": "The Daily Example",
        "year": "2007",
        "date": "2007/04/23/",
        "urls": ["https://www.example.com/a"],
        "language": "en",
        "keywords": ["radar", "arms, nuclear"],
        "abstract": "Two lines and a third.",
        "name_of_database": "The Example Archive",
        "notes": ["Rights: CC BY 4.0", f"Archived in The Example Archive, {PAGE}"],
    }


@pytest.mark.parametrize(
    ("date", "year", "text"),
    [
        ("2007-10", "2007", "2007/10//"),
        ("2007", "2007", "2007///"),
        ("2005~", "2005", "2005///ca. 2005"),
        ("2001-22", "2001", "2001///Summer 2001"),
        ("2004/2006", "2004", "2004///2004–2006"),
    ],
)
def test_dates(date: str, year: str, text: str) -> None:
    record = read(ris(an_item(date=date)))
    assert (record["year"], record["date"]) == (year, text)


def test_what_is_not_known_is_left_out() -> None:
    item = an_item(kind=ItemKind.WEB_PAGE, container="The Example Archive")
    assert read(ris(item)) == {
        "type_of_reference": "ELEC",
        "id": "radar",
        "title": "Radar offer on the table",
        "secondary_title": "The Example Archive",
        "language": "en",
    }


def test_no_text_can_begin_a_line_of_its_own() -> None:
    record = read(ris(an_item("A title\r\nER  - \r\nTY  - BOOK", withdrawn="One\x85reason.")))
    assert record["title"] == "A title ER - TY - BOOK"
    assert record["notes"] == ["Withdrawn: One reason. Archived in The Example Archive"]
