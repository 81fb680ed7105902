"""The rule for the claim and the verdict of a fact-check, and lines that resemble them."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article


@pytest.mark.parametrize(
    "box",
    [
        ("Claim: The lamp is to be sold to a bank.", "Claim by: Facebook users", "Verdict: False"),
        ("CLAIM", "The lamp is to be sold to a bank.", "RATING: Mostly false"),
        ("Behauptung", "Die Lampe werde an eine Bank verkauft.", "Aufgestellt von: Beiträge", "Bewertung", "Falsch"),
        ("L’affirmation : la lampe est à vendre", "Source : publications sur Facebook", "Verdict : plutôt faux"),
        ("Утверждение: маяк продают", "Источник: сообщения в мессенджерах", "Вердикт: неправда"),
    ],
)
def test_claim_and_verdict(box: tuple[str, ...]) -> None:
    result = article(*box)
    assert [line for line in box if result.fate(line) is not Fate.KEPT] == []
    assert {result.rule(line) for line in box} == {"fact-check"}


def test_a_verdict_below_the_text() -> None:
    line = "Das Urteil: Größtenteils falsch"
    assert article(below=(line, "Share", "Tweet")).rule(line) == "fact-check"


@pytest.mark.parametrize("line", ["Rating: 4/5", "Verdict: buy it", "Source: Reuters", "Claim: the lamp is to be sold"])
def test_what_judges_no_claim(line: str) -> None:
    result = article(line)
    assert result.rule(line) != "fact-check"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_what_is_far_from_the_verdict_is_not_part_of_it() -> None:
    result = article("Verdict: False", below=("More words.", "Source: Reuters"))
    assert result.rule("Source: Reuters") != "fact-check"
