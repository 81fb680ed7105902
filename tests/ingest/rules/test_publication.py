"""Rules for the publication's own lines."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from generator.ingest.rules.publication import name_of_paper
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Harbour Courier", "The Harbour Courier"),
        ("NORTHMERE COURIER ONLINE", "Northmere Courier"),
        ("Northmere Courier - World news", "Northmere Courier"),
        ("Weserheimer Tageblatt", "Weserheimer Tageblatt"),
        ("Полярногорский курьер", "Полярногорский курьер"),
        ("Courier", ""),
        ("A courier of the old kind", ""),
        ("the last courier", ""),
        ("World news", ""),
        ("Example Agency", ""),
        ("All the news of the Northmere Courier and the Times", ""),
    ],
)
def test_the_name_of_a_paper(line: str, name: str) -> None:
    assert name_of_paper(line) == name


def test_a_paper_s_name_above_the_title() -> None:
    result = clean_blocks("The Harbour Courier", TITLE, *PARAGRAPHS)
    assert (result.rule("The Harbour Courier"), result.meta.publication) == ("masthead", "The Harbour Courier")


def test_any_name_above_the_title_that_the_notice_of_rights_has() -> None:
    result = clean_blocks("Cold Ground", TITLE, *PARAGRAPHS, "© 2006 Cold Ground")
    assert result.meta.publication == "Cold Ground"


def test_any_other_name_above_the_title_is_not_taken_for_the_publications() -> None:
    assert clean_blocks("Cold Ground", TITLE, *PARAGRAPHS).meta.publication == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2013 Tidewater Monthly. All rights reserved.", "Tidewater Monthly"),
        ("© Weserheimer Tageblatt 2009", "Weserheimer Tageblatt"),
        ("Copyright 2002 Trellis News Agency", ""),
        ("© 2009 Ada Example", ""),
        ("© 2009 Example Media Group Ltd", ""),
    ],
)
def test_a_notice_of_rights_that_names_a_paper(line: str, name: str) -> None:
    result = article(below=(line,))
    assert (result.rule(line), result.meta.publication) == ("copyright", name)
    assert result.fate(line) is (Fate.LIFTED if name else Fate.SET_ASIDE)


def test_the_issue_of_a_printed_paper() -> None:
    above = ("MERIDIAN WEEKLY          4 March 2005", "Vol. 12, No. 9          Page 14")
    result = clean_blocks("\n".join(above), TITLE, *PARAGRAPHS)
    assert (result.meta.publication, str(result.meta.date)) == ("Meridian Weekly", "2005-03-04")
    assert [result.rule(line) for line in above] == ["issue-line"] * 2


def test_a_sentence_about_an_issue_is_kept() -> None:
    line = "Vol. 3, No. 4 of the almanac is missing."
    assert article("By Ada Example", line).fate(line) is Fate.KEPT


def test_the_imprint_below_the_text() -> None:
    line = "The Harbour Courier is published every Friday. Letters to the Editor may be shortened."
    result = clean_blocks("The Harbour Courier", TITLE, *PARAGRAPHS, line)
    assert (result.rule(line), result.fate(line)) == ("imprint", Fate.SET_ASIDE)
    assert article(below=(line,)).fate(line) is Fate.KEPT


def test_the_publications_name_alone_on_a_line() -> None:
    result = clean_blocks("The Long Fuse: " + TITLE, "The Long Fuse", TITLE, *PARAGRAPHS)
    assert (result.rule("The Long Fuse"), result.meta.publication) == ("publication-line", "The Long Fuse")


def test_a_mention_of_the_publication_inside_the_text_is_kept() -> None:
    blocks = (TITLE + " | The Long Fuse", *PARAGRAPHS[:2], "The Long Fuse", *PARAGRAPHS[2:])
    assert clean_blocks(*blocks).fate("The Long Fuse") is Fate.KEPT
    assert article_around("The Long Fuse").fate("The Long Fuse") is Fate.KEPT
