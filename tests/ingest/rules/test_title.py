"""Rules for the title and the summary under it."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, Result, article, clean_blocks

SUMMARY = "What the lamp costs, and why the fishermen would rather pay for a keeper who talks to them at night."


def lead(*above: str) -> Result:
    return clean_blocks(*above, *PARAGRAPHS)


def test_the_first_line_whose_words_the_text_takes_up() -> None:
    result = lead("The Example", "World", "Search this site", TITLE, "By Ada Example")
    assert result.meta.title == TITLE
    assert {result.rule(line) for line in ("The Example", "World", "Search this site")} <= {"above-title", "link-list"}


def test_a_line_that_stands_twice() -> None:
    result = lead("Breaking things", "A cold winter", "A cold winter", "By Ada Example")
    assert result.meta.title == "A cold winter"
    assert result.rule("Breaking things") == "above-title"


def test_a_masthead_that_stands_twice_gives_way_to_a_title_that_the_text_takes_up() -> None:
    assert lead("The Daily Example", "The Daily Example", TITLE).meta.title == TITLE


@pytest.mark.parametrize(
    ("line", "title", "publication"),
    [
        (TITLE + " | The Harbour Example", TITLE, "The Harbour Example"),
        (TITLE + " - The Harbour Example", TITLE + " - The Harbour Example", ""),
        ("Keeper of the lamp – and of the town", "Keeper of the lamp – and of the town", ""),
    ],
)
def test_the_publication_behind_a_bar(line: str, title: str, publication: str) -> None:
    meta = lead(line).meta
    assert (meta.title, meta.publication) == (title, publication)


def test_the_publication_behind_a_hyphen_where_the_page_names_it_too() -> None:
    result = clean_blocks(TITLE + " - Harbour Example", *PARAGRAPHS, "© 2011 Harbour Example")
    assert (result.meta.title, result.meta.publication) == (TITLE, "Harbour Example")


@pytest.mark.parametrize("other", ["{} | Harbour Example", "{} - Harbour Example", "Harbour Example: {}"])
def test_the_publication_beside_the_same_title(other: str) -> None:
    result = lead(other.format(TITLE), TITLE)
    assert (result.meta.title, result.meta.publication) == (TITLE, "Harbour Example")


def test_a_byline_a_date_and_a_menu_are_no_titles() -> None:
    result = lead("• Harbour lamp keeper", "3 May 2011", "By Ada Keeper", "Next lamp »", "Lamps")
    assert result.meta.title == "Lamps"


def test_a_title_above_a_byline_where_the_text_takes_up_no_words() -> None:
    assert lead("All we print is true", "Dark times", "By Ada Example").meta.title == "Dark times"


@pytest.mark.parametrize("details", [(), ("By Ada Example",)])
def test_a_short_first_sentence_is_not_taken_for_the_title(details: tuple[str, ...]) -> None:
    result = lead("Dark times", *details, "The keeper fears for the lamp.")
    assert result.meta.title == "Dark times"
    assert result.fate("The keeper fears for the lamp.") is Fate.KEPT


def test_a_source_without_a_title_is_named_by_its_first_words_and_that_is_told() -> None:
    result = clean_blocks(*PARAGRAPHS)
    assert result.meta.title == "The lighthouse above the harbour has had a keeper for…"
    assert [(told.line, told.text) for told in result.cleaned.warnings] == [
        (1, "no title was found: the text's first words stand for it")
    ]
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_a_source_of_one_line_is_its_title_and_has_no_text() -> None:
    result = clean_blocks("The lamp is out")
    assert result.meta.title == "The lamp is out"
    assert [told.text for told in result.cleaned.warnings] == ["no text was found for the article's body"]


def test_a_source_of_one_sentence_of_prose_has_a_body() -> None:
    result = clean_blocks(PARAGRAPHS[0])
    assert result.text == PARAGRAPHS[0]


def test_a_summary_above_the_byline() -> None:
    result = article(SUMMARY, "By Ada Example")
    assert (result.rule(SUMMARY), result.meta.summary) == ("dek", SUMMARY)


def test_a_summary_without_a_full_stop_right_under_the_title() -> None:
    assert article("What the lamp costs, and who pays").meta.summary == "What the lamp costs, and who pays"


def test_a_summary_below_buttons_that_was_cut_off() -> None:
    line = "What does the lamp cost, and who pays for it? Our guide to a quarrel that never..."
    assert article("3 May 2011", line).meta.summary == line


def test_the_first_paragraph_below_the_byline_is_no_summary() -> None:
    result = article("By Ada Example", SUMMARY)
    assert (result.fate(SUMMARY), result.meta.summary) == (Fate.KEPT, "")


def test_a_sentence_right_under_the_title_is_the_texts() -> None:
    assert article("It was a cold winter.").fate("It was a cold winter.") is Fate.KEPT


def test_a_first_sentence_that_trails_off_is_the_texts() -> None:
    line = "And then there was nothing to be heard on the mole but the sea..."
    assert article(line, "A gull cried.").span(line).role is Role.BODY


def test_a_text_without_a_title_keeps_its_first_sentence() -> None:
    first = "This winter the lamp of the lighthouse was lit on every night but three."
    result = clean_blocks(first, *PARAGRAPHS)
    assert result.fate(first) is Fate.KEPT
    assert result.meta.title.startswith("This winter the lamp")
    assert result.cleaned.warnings
