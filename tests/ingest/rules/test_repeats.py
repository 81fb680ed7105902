"""Rules for what stands in the source twice."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


@pytest.mark.parametrize("line", [TITLE.upper(), TITLE[:30] + "...", TITLE + " | The Example", "The Example: " + TITLE])
def test_the_title_once_more(line: str) -> None:
    for result in (article(line), article(below=(line,))):
        assert (result.rule(line), result.fate(line)) == ("repeated-title", Fate.SET_ASIDE)


def test_the_titles_words_said_by_somebody_inside_the_text_are_kept() -> None:
    line = f"“{TITLE}.”"
    assert article_around(line).fate(line) is Fate.KEPT


def test_a_poems_first_line_that_is_its_title_is_kept() -> None:
    result = clean_blocks("The lamp is lit", "The lamp is lit,\nthe tide is low,\nand we are here.")
    assert result.text.split("\n") == ["The lamp is lit,", "the tide is low,", "and we are here."]


def test_a_summary_that_repeats_how_the_text_begins() -> None:
    cut_off = PARAGRAPHS[0][:60] + "..."
    sentence = "The lighthouse above the harbour has had a keeper."
    longer = "The lighthouse above the harbour has had a keeper. He is the last one, and he knows it very well."
    assert article(cut_off).rule(cut_off) == "repeated-lead"
    assert clean_blocks(TITLE, sentence, longer, *PARAGRAPHS).rule(sentence) == "repeated-lead"


def test_a_first_sentence_that_only_begins_alike_is_kept() -> None:
    line = "The lighthouse above the harbour is old."
    assert article("By Ada Example", line).fate(line) is Fate.KEPT


def test_a_pull_quote_and_a_paragraph_sent_twice() -> None:
    quote = "“needs a visit from an electrician twice a year”"
    result = article_around(quote)
    assert result.rule(quote) == "repeated-paragraph"
    twice = clean_blocks(TITLE, *PARAGRAPHS, PARAGRAPHS[1])
    assert [line.n for line in twice.ledger.lines if line.spans[0].rule == "repeated-paragraph"] == [13]


@pytest.mark.parametrize("line", ["twice a year", "It needs a visit from an electrician every week of the year."])
def test_a_few_words_or_other_words_are_no_quote(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_a_heading_whose_words_the_paragraph_below_it_takes_up_is_kept() -> None:
    heading = "4. Count the ships and write them down"
    below = f"Then came the last rule of the house: count the ships and write them down, {PARAGRAPHS[0]}"
    result = clean_blocks(TITLE, *PARAGRAPHS, heading, below)
    assert result.fate(heading) is Fate.KEPT


def test_an_item_of_two_lists_is_kept_in_both() -> None:
    fact = "* The keeper's house was let for ninety pounds a year until the roof fell in."
    other = "* The lamp was lit for the first time in the spring of 1832, as the log book says."
    result = clean_blocks(
        TITLE, PARAGRAPHS[0], "In short:", fact, other, *PARAGRAPHS[1:3], "The house:", fact, *PARAGRAPHS[3:]
    )
    assert result.text.count("ninety pounds") == 2


def test_a_short_line_that_stands_twice_is_a_refrain() -> None:
    line = "And nobody came to the lamp."
    result = clean_blocks(TITLE, PARAGRAPHS[0], line, PARAGRAPHS[1], line, PARAGRAPHS[2])
    assert result.text.split("\n").count(line) == 2


def test_many_lines_that_begin_alike_are_compared_in_bounded_time() -> None:
    lines = [f"the same six words begin line {number}" for number in range(3_000)]
    result = clean_blocks(TITLE, *PARAGRAPHS[:1], *lines, *PARAGRAPHS[1:])
    assert len(result.text.split("\n")) == len(lines) + len(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "3) Count the ships and write them down",
        "count = ships.count ( of, the, night ) ;",
        "ships > 10 AND boats > 3 AS busy",
    ],
)
def test_a_numbered_line_or_code_that_stands_elsewhere_too_is_no_pull_quote(line: str) -> None:
    below = f"He kept to one rule and told it to anybody: {line.removeprefix('3) ')} before the kettle boils, he said."
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], line, *PARAGRAPHS[2:], below)
    assert result.fate(line) is Fate.KEPT


def test_a_line_of_code_that_stands_twice_is_kept_twice() -> None:
    line = "FROM ships JOIN nights ON night OF ship IS night OF lamp AND lamp = lit;"
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], line, *PARAGRAPHS[2:4], line, PARAGRAPHS[4])
    assert result.text.split("\n").count(line) == 2


def test_a_heading_among_others_is_no_pull_quote() -> None:
    heading = "Who pays for the new roof?"
    intro = f"First, who was the keeper. Second: {heading.lower()} Third, what comes after him and when."
    result = clean_blocks(
        TITLE, intro, "The keeper", PARAGRAPHS[0], heading, PARAGRAPHS[1], "Afterwards", PARAGRAPHS[2], PARAGRAPHS[3]
    )
    assert result.fate(heading) is Fate.KEPT


def test_a_cry_right_above_the_paragraph_that_has_it_is_its_heading() -> None:
    cry = "“Leave the lamp on, leave the keeper in!”"
    said = f"It was one of the fishermen who stood up in the town hall: {cry} Nobody answered him."
    assert article_around(cry, said).fate(cry) is Fate.KEPT
    assert article_around(said, cry).rule(cry) == "repeated-paragraph"
