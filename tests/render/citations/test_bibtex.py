from __future__ import annotations

import re

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from generator.render.citations.bibtex import bibtex
from generator.render.citations.item import ItemKind
from tests.render.citations.items import an_item

PAGE = "https://archive.example.org/articles/radar.html"


def read(text: str, *, decoded: bool = False) -> list[Entry]:
    """The entries as another program reads them, and if `decoded` with TeX's commands as what they stand for."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()] if decoded else [])
    assert library.failed_blocks == []
    return library.entries


def fields(text: str, *, decoded: bool = False) -> dict[str, str]:
    (entry,) = read(text, decoded=decoded)
    return {field.key: str(field.value) for field in entry.fields}


def test_an_entry() -> None:
    item = an_item(
        authors=("Anna van der Berg", "Martin Luther King, Jr.", "Reuters and AFP News"),
        date="2007-04-23",
        first_published="https://www.example.com/a_b?c=%20d",
        page=PAGE,
        keywords=("radar", "arms, nuclear"),
        summary="Short.",
        rights="CC BY 4.0",
    )
    assert bibtex(item) == (
        "@article{radar,\n"
        "  author = {van der Berg, Anna and King, Jr., Martin Luther and {Reuters and AFP News}},\n"
        "  title = {{Radar offer on the table}},\n"
        "  journal = {The Daily Example},\n"
        "  entrysubtype = {newspaper},\n"
        "  date = {2007-04-23},\n"
        "  year = {2007},\n"
        "  month = apr,\n"
        "  url = {https://www.example.com/a_b?c=%20d},\n"
        "  language = {en},\n"
        "  keywords = {radar, arms nuclear},\n"
        "  abstract = {Short.},\n"
        "  copyright = {CC BY 4.0},\n"
        f"  note = {{Archived in The Example Archive, {PAGE}}},\n"
        "}\n"
    )


def test_a_web_page() -> None:
    item = an_item(kind=ItemKind.WEB_PAGE, container="example.com", first_published="https://example.com/")
    (entry,) = read(bibtex(item))
    assert (entry.entry_type, entry["organization"]) == ("online", "example.com")


def test_what_is_only_here_is_not_archived_as_well() -> None:
    item = an_item(kind=ItemKind.WEB_PAGE, container="The Example Archive", page=PAGE)
    assert fields(bibtex(item))["url"] == PAGE
    assert "note" not in fields(bibtex(item))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("", {}),
        ("2005~", {"date": "2005~", "year": "2005"}),
        ("2004/2006", {"date": "2004/2006", "year": "2004"}),
        ("2007-10", {"date": "2007-10", "year": "2007", "month": "oct"}),
        ("2001-22", {"date": "2001-22", "year": "2001"}),
        ("../2006", {"date": "../2006", "year": "2006"}),
    ],
)
def test_dates(date: str, expected: dict[str, str]) -> None:
    found = fields(bibtex(an_item(date=date)))
    assert {key: value for key, value in found.items() if key in ("date", "year", "month")} == expected


def test_a_withdrawn_article_says_so() -> None:
    item = an_item(withdrawn="A reason.", kind=ItemKind.WEB_PAGE, container="The Example Archive")
    assert fields(bibtex(item))["note"] == "Withdrawn: A reason"


@pytest.mark.parametrize(
    "text",
    [
        r"50 % of $1,000 & more_than #1",
        r"C:\path\to",
        "tilde ~ caret ^ at @ < > |",
        "Абв äöü ß “quotes” — dash",
        "@article(fake, title = x)",
        "two\n\nlines\x00\x0b",
        "one, two and three",
    ],
)
def test_what_tex_would_misread_comes_back(text: str) -> None:
    plain = " ".join(re.sub(r"[\x00-\x1f]", " ", text).split())
    found = fields(bibtex(an_item(text, summary=text, container=text, rights=text, authors=(text,))), decoded=True)
    # The library takes the caret for the accent without a letter.
    read_back = {found[key].replace("ˆ", "^") for key in ("abstract", "journal", "copyright", "title")}
    assert read_back == {plain}


def test_braces_and_quotation_marks_end_nothing() -> None:
    text = 'a } b { c " d'
    found = fields(bibtex(an_item(text, summary=text)))
    assert found["abstract"] == r'a \textbraceright{} b \textbraceleft{} c " d'
    assert found["title"] == "{" + found["abstract"] + "}"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=60))
def test_any_text_keeps_braces_even_and_escapes_the_rest(text: str) -> None:
    (line,) = [line for line in bibtex(an_item(summary=text or "x")).split("\n") if line.startswith("  abstract")]
    assert line.count("{") == line.count("}")
    depth = 0
    for sign in line.removeprefix("  abstract = ").removesuffix(","):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    bare = re.sub(r"\\(?:text[a-z]+\{\}|[&%$#_])", "", line.partition("{")[2][:-2])
    assert not set(bare) & set("&%$#_~^{}\\")


def test_an_address_cannot_end_its_field() -> None:
    item = an_item(first_published="https://example.com/{a}\\b c")
    assert fields(bibtex(item))["url"] == "https://example.com/%7Ba%7D%5Cb%20c"
