"""Rules that go by where a line stands."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


def test_headlines_below_a_promotion_are_set_aside_with_it() -> None:
    headlines = ("• Ferry late again", "• New bench for the mole")
    result = article_around("Related articles", "\n".join(headlines))
    assert [result.rule(line) for line in headlines] == ["promoted-links"] * 2


def test_headlines_without_bullets_too() -> None:
    headlines = ("Ferry late again as the fog comes down", "New bench for the mole is not green")
    result = article_around("Most read", *headlines)
    assert [result.rule(line) for line in headlines] == ["promoted-links"] * 2


@pytest.mark.parametrize("promotion", ["Related articles", "Also read: The other lamp"])
def test_a_sub_heading_below_a_promotion_is_kept(promotion: str) -> None:
    line = "Those who fish have an opinion, too"
    assert article_around(promotion, line).fate(line) is Fate.KEPT


def test_the_answers_of_a_poll() -> None:
    answers = ("• Yes", "• No", "Vote | See results")
    result = article_around("Poll: Should the lamp stay?", "\n".join(answers))
    assert [result.rule(line) for line in answers] == ["promoted-links"] * 3


def test_a_menu_above_and_a_blogroll_below() -> None:
    menu, blogroll = ("• Island", "• World", "• Boats"), ("• A keeper's blog", "• Seals & Tags", "• Fog")
    result = clean_blocks("\n".join(menu), TITLE, *PARAGRAPHS, "\n".join(blogroll))
    assert [result.rule(line) for line in menu + blogroll] == ["link-list"] * 6


DISH = (
    "What you need for four keepers:",
    "2 tsp fish oil",
    "2 or 3 fish out of the bay, of about one pound each",
    "salt and pepper to taste",
    "1 large onion",
    "4 cloves",
    "1/2 cup of flour",
)
CHANGES = (
    "• Added a second lamp on the gallery, above the first",
    "• Added a bell",
    "• The fog horn can now be heard on the far side of the bay",
    "• Added stairs to the boats",
    "• Repaired the roof",
    "• The keeper no longer forgets the radio",
    "• Removed a dog",
)


@pytest.mark.parametrize("lines", [DISH, CHANGES], ids=["of a dish", "with longer items"])
def test_a_list_below_the_text_that_no_menu_has_stays_whole(lines: tuple[str, ...]) -> None:
    result = clean_blocks(TITLE, *PARAGRAPHS, "\n".join(lines))
    assert {result.fate(line) for line in lines} == {Fate.KEPT}


def test_a_list_inside_the_text_is_kept() -> None:
    items = ("• a keeper", "• a lamp", "• a dog")
    assert [article_around(*items).span(line).role for line in items] == [Role.LIST] * 3


def test_what_stands_above_the_title_is_the_pages() -> None:
    line = "All that is fit for harbours."
    result = clean_blocks(line, TITLE, *PARAGRAPHS)
    assert (result.rule(line), result.fate(line)) == ("above-title", Fate.SET_ASIDE)


def test_a_paragraph_above_the_title_is_kept() -> None:
    result = clean_blocks(PARAGRAPHS[0], TITLE, *PARAGRAPHS[1:])
    assert result.fate(PARAGRAPHS[0]) is Fate.KEPT


def test_a_scrap_below_the_text() -> None:
    result = article(below=("Back to the harbour",))
    assert (result.rule("Back to the harbour"), result.fate("Back to the harbour")) == ("below-text", Fate.SET_ASIDE)


@pytest.mark.parametrize("line", ["Nobody came.", "And then?", "“Good night.”", "1. Nobody"])
def test_a_short_sentence_below_the_last_paragraph_is_kept(line: str) -> None:
    assert article(below=(line,)).fate(line) is Fate.KEPT


def test_a_paper_s_own_note_below_the_text() -> None:
    line = "TODAY'S WEATHER: Showers, clearing later. High 16C."
    assert article(below=(line,)).rule(line) == "label-below-text"


@pytest.mark.parametrize("line", ["THE KEEPER: Nobody had seen him since noon.", "NATO: The word was new."])
def test_somebody_who_speaks_below_the_text_is_kept(line: str) -> None:
    assert article(below=(line,)).fate(line) is Fate.KEPT


def test_what_leads_to_the_article_above_is_no_heading_of_a_list() -> None:
    heading = "What the roof costs"
    result = article_around("Zum Artikel", heading)
    assert (result.fate("Zum Artikel"), result.fate(heading)) == (Fate.SET_ASIDE, Fate.KEPT)
