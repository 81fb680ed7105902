"""The rules for pages of readers' letters, and for lines of articles that resemble them."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import Result, clean_lines

BELL = (
    "Your report that the bell on the pier is to be taken down says that nobody listens to it any more. I do, and I "
    "am not alone in that."
)
SLEEP = "Those who want to keep the bell do not live in Rope Street. I have not slept through a foggy night for years."
MONEY = "The bell costs the town ninety pounds a year. The report on whether to keep it has cost eleven thousand."


def _kept(result: Result, *lines: str) -> bool:
    return all(result.fate(line) is Fate.KEPT for line in lines)


@pytest.mark.parametrize(
    ("page", "headlines", "names"),
    [
        (
            "Letters to the editor",
            ("Keep the fog bell", "Let it go", "A question of money"),
            ("Ada Example, Selby", "W. Example, Rope Street", "Dr Ned Example"),
        ),
        (
            "Leserbriefe",
            ("Die Glocke bleibt", "Endlich Ruhe, bitte", "Wer soll das bezahlen?"),
            ("Ada Muster, Selbitz", "Walter Muster, Kleinsand", "Name der Redaktion bekannt"),
        ),
    ],
)
def test_headlines_and_names_of_letters(page: str, headlines: tuple[str, ...], names: tuple[str, ...]) -> None:
    letters = zip(headlines, (BELL, SLEEP, MONEY), names, strict=True)
    result = clean_lines(page, "9 May 2013", *(line for letter in letters for line in letter), "Share", "Most read")
    assert _kept(result, *names, BELL, SLEEP, MONEY)
    assert [result.span(line).role for line in headlines] == [Role.HEADING] * 3
    assert result.meta.title == page


def test_names_with_a_place_below_them_and_no_headlines() -> None:
    names = ("Ada Example", "Selby", "Walter Example", "Rope Street", "Ned Example", "Retired surveyor, Selby")
    result = clean_lines("Your letters", BELL, *names[:2], SLEEP, *names[2:4], MONEY, *names[4:], "Most read")
    assert _kept(result, *names)
    assert "#" not in result.body


def test_how_to_write_a_letter() -> None:
    note = "Letters should be no longer than 250 words and may be edited. Send yours to letters@example.org."
    lines = ("Letters", BELL, "Ada Example, Selby", SLEEP, "Walter Example, Selby")
    result = clean_lines(*lines, note)
    assert result.rule(note) == "letters-note"
    assert _kept(result, *lines[1:])
    assert clean_lines("A year of the bell", BELL, SLEEP, note).rule(note) != "letters-note"


def test_a_single_letter_has_an_author() -> None:
    result = clean_lines("Letters to the editor: Keep the fog bell", BELL, SLEEP, MONEY, "Ada Example, Selby")
    assert result.rule("Ada Example, Selby") != "letters"


@pytest.mark.parametrize("stamp", ["9 May 2013", "at 10:14"])
def test_readers_comments_below_an_article_from_a_section_of_letters(stamp: str) -> None:
    comments = ("Ada Example", stamp, SLEEP, "Ned Example", stamp, MONEY, "Ivo Example", stamp, SLEEP + " Really.")
    result = clean_lines("Letters", "Keep the fog bell", BELL, BELL.replace("bell", "horn"), *comments)
    assert result.rule("Ada Example") != "letters"
