"""What a page forbids its readers, and sentences of articles that resemble it."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article, article_around

FORBIDDEN = (
    "All photos and recipes on this blog are copyright protected. Please do not use them without my permission.",
    "Please do not copy my pictures without permission; a link is always welcome.",
    "If you would like to republish this recipe, write it in your own words or link back to this post.",
    "No part of this website may be used without the written permission of the harbour office.",
)


@pytest.mark.parametrize("line", FORBIDDEN)
def test_a_note_on_copying_goes_wherever_it_stands(line: str) -> None:
    result = article_around(line)
    assert result.rule(line) == "copyright"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "line",
    [
        "Prohibida la reproducción total o parcial sin autorización de La Boya.",
        "Queda totalmente prohibida la reproducción de los contenidos de esta página.",
        "É proibida a reprodução total ou parcial sem autorização.",
        "Riproduzione riservata",
        "Toute reproduction, même partielle, est interdite sans autorisation.",
        "Toute reproduction partielle est interdite.",
        "Nachdruck nur mit Genehmigung der Hafenpost.",
        "Die Weiterverbreitung dieser Texte ist untersagt.",
        "Overname van artikelen is verboden zonder toestemming.",
        "Kopiowanie i rozpowszechnianie tekstów bez zgody redakcji jest zabronione.",
        "Перепечатка материалов запрещена без согласия редакции.",
        "Передрук матеріалів без згоди редакції заборонений.",
        "Kopiering av texter är förbjuden utan tillstånd.",
        "Miembro de:",
    ],
)
def test_a_note_on_copying_below_the_text(line: str) -> None:
    assert article(below=(line,)).fate(line) is Fate.SET_ASIDE


@pytest.mark.parametrize(
    "line",
    [
        "All pictures of the lamp are copyrighted, which the keeper finds funny.",
        "Please do not copy the keeper, said the mayor, who has no other one.",
        "Prohibida la entrada al faro desde el lunes, los pescadores protestan en el muelle.",
        "Der Nachdruck der alten Seekarten ist seit dem Winter vergriffen, sagt der Wärter.",
        "Копирование старых карт заняло у смотрителя всю зиму, и весной он начал сначала.",
    ],
)
def test_what_an_article_tells_of_copying_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT
