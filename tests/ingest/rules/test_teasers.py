"""The rule for the beginnings of other articles."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks

TEASERS = (
    "Bread by boat",
    "A bakery in the old town has begun to deliver to the outer islands with a kayak, weather permitting, which ...",
    "Herring early",
    "The first shoals were met off the mole on Monday, eleven days before the date in the almanac, and the price…",
)


@pytest.mark.parametrize("place", ["above", "inside", "below"])
def test_headlines_with_prose_that_was_cut_off(place: str) -> None:
    blocks = {
        "above": clean_blocks(*TEASERS, TITLE, "By Ada Example", *PARAGRAPHS),
        "inside": article_around(*TEASERS),
        "below": article(below=TEASERS),
    }
    result = blocks[place]
    assert [result.rule(line) for line in TEASERS] == ["teaser"] * 4
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_their_label_goes_with_them() -> None:
    assert article(below=("Also in The Coast", *TEASERS)).rule("Also in The Coast") == "teaser"


def test_one_paragraph_that_trails_off_stays() -> None:
    trailing = "Nobody knows what will become of the keeper and of his dog, and of the radio that he answers..."
    assert article(below=("The end", trailing)).fate(trailing) is Fate.KEPT


def test_paragraphs_that_trail_off_without_headlines_stay() -> None:
    trailing = [
        f"The {name} said what it thought of the lamp, and of the keeper, and then..." for name in ("mayor", "crew")
    ]
    result = article_around(*trailing)
    assert all(result.fate(line) is Fate.KEPT for line in trailing)


TEASER = ("Beekeepers win appeal", "Judges ruled that hives may be kept on a chapel, provided that no member objects.")


@pytest.mark.parametrize("link", ["more", "[mehr]", "Lire la suite…", "далее"])
def test_a_teaser_about_something_else_above_a_link(link: str) -> None:
    result = article_around(*TEASER, link)
    assert {result.fate(line) for line in (*TEASER, link)} == {Fate.SET_ASIDE}
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_a_teaser_about_something_else_with_the_link_behind_it() -> None:
    headline, text = TEASER[0], TEASER[1] + " [more]"
    result = article_around(headline, text)
    assert result.rule(headline) == result.rule(text) == "linked-teaser"


@pytest.mark.parametrize("headline", ["What the council pays", "Silence"])
def test_a_section_of_the_text_above_a_link_stays(headline: str) -> None:
    text = "The council pays for the lighthouse and its keeper, and the fishermen know that it would rather not."
    result = article_around(headline, text, "[more]")
    assert (result.rule("[more]"), result.fate(headline), result.fate(text)) == ("linked-teaser", Fate.KEPT, Fate.KEPT)


CUT = "Those who dredge the bar had said for years that the channel would not last, and now that… Read more"
LED = "A carpenter from the next valley builds violins out of driftwood and sells them overseas. Read More »"


@pytest.mark.parametrize("line", [CUT, LED])
def test_a_paragraph_that_leads_to_another_article(line: str) -> None:
    result = clean_blocks(TITLE, *PARAGRAPHS[:3], line, *PARAGRAPHS[3:])
    assert (result.rule(line), result.fate(line)) == ("led-on", Fate.SET_ASIDE)
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_a_paragraph_of_the_same_story_that_goes_on_elsewhere_stays() -> None:
    line = "The harbour and the council want the keeper, and the port authority wants a lamp. Read more"
    assert line.removesuffix(" Read more") in clean_blocks(TITLE, *PARAGRAPHS, line).text


def test_paragraphs_that_all_lead_on_are_the_text() -> None:
    lines = [f"{text} Read more" for text in PARAGRAPHS]
    assert clean_blocks(TITLE, *lines).text.split("\n") == list(PARAGRAPHS)


def test_a_teaser_about_the_same_goes_where_its_headline_stands_there_twice() -> None:
    headline = "Lighthouse: how much does a keeper cost?"
    cut = "The lighthouse above the harbour has had a keeper for a long time. Last winter the council began to as"
    lines = (headline, headline, cut, "Zum Artikel", headline)
    result = article_around(*lines)
    assert result.text.split("\n") == list(PARAGRAPHS)
    whole = cut.replace("to as", "to ask what he costs.")
    assert article_around(headline, headline, whole, "Zum Artikel").fate(whole) is Fate.KEPT
