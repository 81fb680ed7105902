"""Rules for the text itself."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


@pytest.mark.parametrize("line", ["The roof", "What is in it?", "2001: A guest is invited", "# 1: The big one"])
def test_a_short_line_between_two_paragraphs_is_a_heading(line: str) -> None:
    result = article_around(line)
    assert result.span(line).role is Role.HEADING
    assert f"\n\n## {line}\n\n".replace("## #", "## \\#") in result.body


@pytest.mark.parametrize(
    "line",
    [
        "Nobody came.",
        "“And then?”",
        "— А потом?",
        "a roof",
        "The roof, the lamp, the radio, the dog, and so on",
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert article_around(line).span(line).role is Role.BODY


def test_lines_with_bullets_are_a_list() -> None:
    result = article_around("• a keeper\n• a lamp")
    assert result.body.count("\n\n- a keeper\n- a lamp\n\n") == 1


def test_numbers_in_a_row_from_one_are_a_list() -> None:
    assert "\n\n1. a keeper\n2. a lamp\n\n" in article_around("1. a keeper\n2. a lamp").body


@pytest.mark.parametrize("line", ["1550. That is how many.", "7. Nobody came.", "- No, he said.", "* The dog's."])
def test_a_number_or_dash_alone_is_text(line: str) -> None:
    result = article_around(line)
    assert (result.span(line).role, result.text.split("\n")[2]) == (Role.BODY, line)


def test_what_no_rule_claims_is_text() -> None:
    assert {article().rule(line) for line in PARAGRAPHS} == {"text"}


def test_notes_that_lead_back_into_the_text_are_the_articles() -> None:
    notes = ("1. See the log of 1911. ↩", "The council's own count is higher ↩︎", "Or so he says [↩]")
    page = ("Share this article", "Advertisement", "Print this page", "Imprint", "Jobs", "Sitemap", "About us")
    result = clean_blocks(TITLE, *PARAGRAPHS, *page, *notes)
    assert {result.fate(note) for note in notes} == {Fate.KEPT}
