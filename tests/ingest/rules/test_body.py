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


def test_all_parts_of_a_list_with_numbers_have_headings_where_two_have() -> None:
    names = ("1. Cover the lamp", "2. Oil the stairs", "3. Wind the clock", "4. Feed the keeper")
    said = [PARAGRAPHS[0], PARAGRAPHS[1], "Nobody else will.", PARAGRAPHS[2]]
    parts = [line for pair in zip(names, said, strict=True) for line in pair]
    result = clean_blocks(TITLE, PARAGRAPHS[3], *parts)
    assert {result.rule(name) for name in names} == {"heading"}


def test_years_above_short_sentences_are_headings_where_two_others_are() -> None:
    years = ("1871", "1904", "1953", "1979")
    said = [PARAGRAPHS[0], "The lens arrives.", PARAGRAPHS[1], PARAGRAPHS[2]]
    parts = [line for pair in zip(years, said, strict=True) for line in pair]
    result = clean_blocks(TITLE, PARAGRAPHS[3], *parts)
    assert {result.rule(year) for year in years} == {"heading"}


@pytest.mark.parametrize("line", ["[Laughter]", "-- the clerk of the parish", "ADA: And is it?"])
def test_what_is_said_is_no_heading(line: str) -> None:
    spoken = ["NED: " + PARAGRAPHS[1], line, "NED: " + PARAGRAPHS[2]]
    result = clean_blocks(TITLE, PARAGRAPHS[0], *spoken, PARAGRAPHS[3])
    assert (result.rule(line), result.fate(line)) == ("text", Fate.KEPT)


def test_all_questions_of_an_interview_are_headings_where_two_are() -> None:
    asked = ("When did you last sleep through?", "And here?", "Why do you do it?")
    said = (PARAGRAPHS[1], "In pieces.", PARAGRAPHS[2])
    lines = [line for pair in zip(asked, said, strict=True) for line in pair]
    result = clean_blocks(TITLE, PARAGRAPHS[0], *lines, "What was the worst night?", PARAGRAPHS[3], PARAGRAPHS[4])
    assert {result.span(line).role for line in asked} == {Role.HEADING}
    assert {result.span(line).role for line in said} == {Role.BODY}


@pytest.mark.parametrize(
    "times", [("21:32", "18:05", "7:15"), ("7.15 Uhr", "18.05 Uhr", "21.32 Uhr"), ("9:05 am", "1 pm")]
)
def test_the_times_of_a_ticker_are_headings_and_so_are_the_lines_below_them(times: tuple[str, ...]) -> None:
    news = ("The harbour is shut", "Two sailors are ashore", "The mayor asks for calm")
    parts = [line for part in zip(times, news, PARAGRAPHS[1:], strict=False) for line in part]
    result = clean_blocks(TITLE, PARAGRAPHS[0], *parts, PARAGRAPHS[4])
    ticker = len(times) == 3
    assert {result.span(line).role is Role.HEADING for line in times} == {ticker}
    assert not ticker or {result.span(line).role for line in news} == {Role.HEADING}


@pytest.mark.parametrize("numbers", [("21:32", "7:15", "18:05"), ("2.15", "3.20", "4.25"), ("12:75", "13:80", "14:90")])
def test_numbers_that_are_no_times_in_their_order_are_text(numbers: tuple[str, ...]) -> None:
    said = ("It rained.", "It rained more.", "It stopped.")
    lines = [line for part in zip(said, numbers, strict=True) for line in part]
    result = clean_blocks(TITLE, PARAGRAPHS[0], *lines, PARAGRAPHS[4])
    assert Role.HEADING not in {result.span(line).role for line in numbers}
