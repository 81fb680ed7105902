"""Rules for polls, players and single headlines between paragraphs, and lines of articles that resemble them."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article_around, clean_blocks


@pytest.mark.parametrize(
    ("box", "button"),
    [
        (("Should the lamp burn on Sundays?", "Yes", "No", "Only in fog"), "Vote"),
        (("Have your say in our poll", "Who should pay for the lamp?", "The town", "The port"), "211 votes so far"),
        (("Soll das Licht brennen bleiben?", "Ja", "Nein"), "Abstimmen"),
    ],
)
def test_a_poll(box: tuple[str, ...], button: str) -> None:
    result = article_around(*box, button)
    assert {result.fate(line) for line in (*box, button)} == {Fate.SET_ASIDE}
    assert result.rule(box[0]) == "poll"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_answers_without_a_vote_are_the_texts_own() -> None:
    lines = ("Who should pay for the lamp?", "The town", "The port")
    result = article_around(*lines)
    assert [line for line in lines if result.fate(line) is not Fate.KEPT] == []


@pytest.mark.parametrize("line", ["Audio 3:05 Min.", "Video Lifeboat brings in seven sailors 02:10"])
def test_how_long_a_film_lasts(line: str) -> None:
    assert article_around(line).rule(line) == "player"


def test_what_a_film_is_called_below_its_label() -> None:
    line = "Lifeboat brings in seven sailors 02:10 Min"
    assert article_around("Video", line).rule(line) == "player"
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize("label", ["Read more", "Más información", "Lesen Sie auch:", "Related"])
def test_a_single_headline_below_a_label(label: str) -> None:
    line = "Dredging of the harbour is put off for another year"
    result = article_around(label, line)
    assert result.rule(line) == "boxed-headline"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "label", ["Lesen Sie auch", "Lire aussi", "Leggi anche", "Czytaj także", "Читайте также", "Se også"]
)
def test_a_short_headline_below_a_label(label: str) -> None:
    line = "Pontoon sold to a collector"
    result = article_around(label, line)
    assert result.rule(line) == "boxed-headline"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_a_heading_below_a_label_where_the_text_has_others() -> None:
    line = "Pontoon sold to a collector"
    result = clean_blocks(TITLE, PARAGRAPHS[0], "The port", PARAGRAPHS[1], "Read more", line, *PARAGRAPHS[2:])
    assert result.fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line", ["How those who fish see it", "Nobody else on the coast pays for a keeper of its own."]
)
def test_what_stays_below_a_label(line: str) -> None:
    assert article_around("Read more", line).fate(line) is Fate.KEPT


@pytest.mark.parametrize("line", ["02:45 / 10:11", "01:23", "0:45"])
def test_a_time_code_between_paragraphs(line: str) -> None:
    result = article_around(line)
    assert result.rule(line) == "player"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_how_far_a_player_has_come_between_a_paragraph_and_a_short_line() -> None:
    result = clean_blocks(TITLE, *PARAGRAPHS, "02:45 / 10:11", "Nobody knows.")
    assert result.rule("02:45 / 10:11") == "player"
    assert result.fate("Nobody knows.") is Fate.KEPT


def test_times_in_a_column_stay() -> None:
    column = ("02:45 / 10:11", "02:49 / 10:30")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], *column, *PARAGRAPHS[2:])
    assert {result.rule(line) for line in column}.isdisjoint({"player"})


@pytest.mark.parametrize("lines", [("04:10", "05:30", "05:55"), ("14:05",), ("05:10", "21:40")])
def test_hours_of_a_day_stay(lines: tuple[str, ...]) -> None:
    entries = [line for pair in zip(lines, PARAGRAPHS[1:], strict=False) for line in pair]
    result = clean_blocks(TITLE, PARAGRAPHS[0], *entries, *PARAGRAPHS[len(lines) + 1 :])
    assert [line for line in lines if result.fate(line) is not Fate.KEPT] == []


def test_headlines_that_were_run_together_below_a_label_are_links() -> None:
    line = (
        "Bakers on the quay: who gets the last roll Ferry loses its bell and nobody wants it back Three boats, two "
        "berths: the long summer of the harbour board"
    )
    result = article_around("Lesen Sie auch", line)
    assert result.rule(line) == "boxed-headline"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "line",
    [
        "The bakers on the quay have had a long summer, and nobody in the town knows who gets the last roll of it.",
        "The bakers have had a long summer. Nobody knows who gets the last roll of bread on the quay of the harbour",
        "The bakers on the quay have had a long summer, and this is what they told the board in the town hall:",
        "The bakers on the quay have had a long summer, and nobody knows who gets the last of the rolls, the buns,",
    ],
)
def test_a_paragraph_below_a_label_is_none(line: str) -> None:
    assert article_around("Lesen Sie auch", line).fate(line) is Fate.KEPT
