"""The sample archive's sources, each messy in its own way: what import lifts, keeps and sets aside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import Result, body_as_kept, clean_bytes, numbers

SOURCES = Path(__file__).resolve().parents[2] / "content" / "sources"


@dataclass(frozen=True)
class Expected:
    """What a careful editor makes of a source; lines by their numbers."""

    file: str
    title: str
    begins: str
    ends: str
    lifted: str
    aside: str
    date: str = ""
    updated: str = ""
    author: tuple[str, ...] = ()
    publication: str = ""
    language: str = ""
    summary: str = ""
    """How it begins."""
    tags: tuple[str, ...] = ()


EXPECTED = (
    Expected(
        "001_harbour-ledger_transit.txt",
        "The long way round: how supplies for Afghanistan came to cross Russia",
        "On the quay at Riga the containers",
        "go out full and that they come back empty.",
        lifted="3 5 7 46",
        aside="1 9-12 20 26 30 38 40-42 44",
        date="2009-07-14",
        author=("Tamsin Aldercott",),
        publication="The Harbour Ledger",
    ),
    Expected(
        "002_northmere-courier_bases.txt",
        "A narrow welcome for foreign aircraft in Central Asia",
        "TASHKENT, Oct. 12 — Two months ago",
        "has about five weeks.",
        lifted="1 5 10 12",
        aside="3 7-8 26 40 42",
        date="2001-10-13",
        author=("Owen Pelham-Strake",),
        publication="Northmere Courier",
    ),
    Expected(
        "003_northmere-courier_treaty.txt",
        "Two presidents sign a short treaty with a long horizon",
        "MOSCOW, May 24 (Trellis) — The presidents",
        "asked for hearings first.",
        lifted="1 5 7 9",
        aside="3 10 12 20-24 38 40",
        date="2002-05-25",
        author=("Cornelius Abelaire",),
        publication="Northmere Courier",
    ),
    Expected(
        "004_fennick-gazette_treaty.txt",
        "Bush and Putin agree deep cuts in nuclear arsenals",
        "The presidents of the United States and Russia signed",
        "All are welcome.",
        lifted="1 3",
        aside="5 7 9 17 29 31 33",
        date="2002-05-25",
        publication="Fennick Gazette",
    ),
    Expected(
        "weeklies/005_meridian-weekly_bratislava.txt",
        "The long list of Bratislava",
        "Summits are judged by their adjectives.",
        "He can count the locks.",
        lifted="1 6 8",
        aside="2 4 83-84",
        date="2005-03-04",
        author=("Henrike Solbakken-Roe",),
        publication="Meridian Weekly",
    ),
    Expected(
        "006_cold-ground_gicnt.txt",
        "A club against the unthinkable",
        "On Saturday, a few hours before the G8 dinner",
        "each other's letters about anything else.",
        lifted="12 14 30",
        aside="1 3 5-8 10 32 34 36-37 39 41-42 44 46-47 49 51-52 54 56-66/2 68-71 73 75-77 79",
        date="2006-07-18",
        author=("Ferris Quillby",),
        tags=("nuclear security", "agreements"),
    ),
    Expected(
        "007_tidewater-monthly_gabala.txt",
        "The radar in the walnut hills",
        "For five years a concrete wall",
        "Here, for a summer, the chair was already drawn up.",
        lifted="3 45",
        aside="1 5 7 9-11 19 31 35 43 47",
        publication="Tidewater Monthly",
    ),
    Expected(
        "008_ostrava-review_editorial.txt",
        "After the radar",
        "So there will be no radar.",
        "so much less exciting than a radar.",
        lifted="5 7",
        aside="1 3 13 15 23 29 31 33-35",
        date="2009-09-21",
        publication="Ostrava Review",
    ),
    Expected(
        "009_weserheimer-tageblatt_prag.txt",
        "Abrüsten, aber nicht allein",
        "Nach dem Auftritt des amerikanischen",
        "Sie kosteten am Mittag noch die Hälfte.",
        lifted="3 7 9 33",
        aside="1 11-13 19 23 27 35",
        date="2009-04-07",
        author=("Jutta Brennwald",),
        publication="Weserheimer Tageblatt",
        language="de",
        summary="Nach dem Auftritt des amerikanischen",
    ),
    Expected(
        "010_quayside-standard_manas.txt",
        "The airport that was lent: twelve and a half years at Manas",
        "The hangars were already empty",
        "the money to build the terminal.",
        lifted="12 14",
        aside="1 3-8 10 14 16 48 50-52 54-70/2",
        date="2014-06-04",
        author=("Josephine Tarrowby",),
    ),
    Expected(
        "011_long-fuse_new-start.txt",
        "New START in seven numbers",
        "Last Thursday, in Prague,",
        "reading a different column!",
        lifted="3 7 9 48",
        aside="1 5 48 50 52",
        date="2010-04-12",
        author=("L. Quarrington",),
        publication="The Long Fuse",
        tags=("treaties", "numbers", "prague"),
    ),
    Expected(
        "012_quayside-standard_syria.txt",
        "Syria's chemical arms to be destroyed by mid-2014 under Geneva plan",
        "GENEVA — Three days of talks",
        "each other's telephone numbers.",
        lifted="3 5 7 30",
        aside="1 9 15-18 32 34",
        date="2013-09-15",
        publication="The Quayside Standard",
        tags=("Syria", "chemical weapons", "OPCW", "Geneva"),
    ),
    Expected(
        "013_tern-point-herald_air-line.txt",
        "Explained: The telephone that keeps two air forces apart over Syria",
        "Two air forces that do not trust each other",
        "something that the memorandum does not try to be.",
        lifted="1 4 11 45 51",
        aside="2 6 8-9 19 29 39 47-49",
        author=("Ianthe Vantongeren",),
        publication="Tern Point Herald",
        summary="Why is there a hotline",
    ),
    Expected(
        "014_northmere-courier_council.txt",
        "The council that kept its chairs",
        "There is a round table in Brussels",
        "The table was not mentioned.",
        lifted="1 5-6 33",
        aside="3 8 10 18 20-21 35",
        date="2016-11-09",
        updated="2016-11-14",
        tags=("NATO", "Russia", "Brussels"),
    ),
    Expected(
        "015_polyarnogorsk-courier_zvonok.txt",
        "Час по телефону: о чём договорились Москва и Вашингтон",
        "Президент России Владимир Путин и президент США",
        "чем был: хорошим началом.",
        lifted="1 5 7 9 27",
        aside="3 11 17 23 29-33/2",
        date="2017-01-29",
        author=("Арина Полозьева",),
        publication="Полярногорский курьер",
        language="ru",
        tags=("Россия", "США", "Сирия", "дипломатия"),
    ),
)
each = pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.file[:3])


def cleaned(file: str) -> Result:
    return clean_bytes((SOURCES / file).read_bytes(), file)


def test_every_source_of_the_sample_is_in_the_table() -> None:
    found = {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.txt")}
    assert found == {expected.file for expected in EXPECTED}


@each
def test_the_front_matter(expected: Expected) -> None:
    meta = cleaned(expected.file).meta
    assert meta.title == expected.title
    assert (str(meta.date or ""), str(meta.updated or "")) == (expected.date, expected.updated)
    assert meta.author == expected.author
    assert meta.publication == expected.publication
    assert meta.language == expected.language
    assert meta.tags == expected.tags
    assert bool(meta.summary) == bool(expected.summary)
    assert meta.summary.startswith(expected.summary)


@each
def test_the_body(expected: Expected) -> None:
    result = cleaned(expected.file)
    assert result.text.startswith(expected.begins)
    assert result.text.endswith(expected.ends)
    assert "".join(result.text.split()) == body_as_kept(result)
    assert "\u00a0" not in result.body


@each
def test_the_fate_of_each_line(expected: Expected) -> None:
    result = cleaned(expected.file)
    assert result.numbers(Fate.LIFTED) == numbers(expected.lifted)
    assert result.numbers(Fate.SET_ASIDE) == numbers(expected.aside)


def test_windows_1252_is_read_as_such() -> None:
    result = cleaned("002_northmere-courier_bases.txt")
    assert result.ledger.encoding == "cp1252"
    assert "naïve" in result.text


def test_lines_broken_at_72_characters_become_paragraphs() -> None:
    text = cleaned("weeklies/005_meridian-weekly_bratislava.txt").text
    assert len(text.split("\n")) == 9 + 2
    assert "shoulder-fired missiles" in text
    assert "weapons-usable material" in text


def test_signs_that_markdown_would_read_stand_as_they_were_written() -> None:
    shown = cleaned("011_long-fuse_new-start.txt").text
    for words in (
        "# 1: The big one",
        "# 7: Ten",
        "1550. That is",
        "<deployed> / <deployed + spare>",
        "It is _long_:",
        "one *inside* the other",
        "_small_ treaty",
        "~unilateral~",
        "correct & both",
        "[A longer version,",
        "different things *.",
        "* Old START counted",
        "+ up to 5 more",
    ):
        assert words in shown


def test_headings_of_the_text_are_headings() -> None:
    body = cleaned("010_quayside-standard_manas.txt").body
    assert [line for line in body.split("\n") if line.startswith("## ")] == [
        "## 2001: A guest is invited",
        "## 2003: A neighbour moves in",
        "## 2005: The mood turns",
        "## 2009: Closed, and not closed",
        "## 2014: The lease runs out",
    ]
