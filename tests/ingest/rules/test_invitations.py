"""What a page asks of its readers in sentences, and sentences of articles that resemble it."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article_around

INVITATIONS = (
    "El periodismo libre necesita el apoyo de sus lectores para seguir en el puerto.",
    "¡Con tu apoyo seguiremos contando lo que pasa en el muelle!",
    "Unabhängiger Journalismus braucht Ihre Unterstützung.",
    "Ihre Spende ermöglicht unsere Arbeit am Hafen.",
    "Le journalisme indépendant a besoin de vous.",
    "Votre don nous aide à rester sur le quai.",
    "Il giornalismo libero ha bisogno di te.",
    "Sostieni il nostro lavoro sul molo",
    "O jornalismo independente precisa do seu apoio.",
    "Onafhankelijke journalistiek kan niet zonder jouw steun.",
    "Stöd vår oberoende journalistik",
    "Wesprzyj naszą redakcję",
    "Независимая журналистика нуждается в вашей поддержке.",
    "Підтримайте нашу редакцію",
    "„Nebelhorn“: Unser Newsletter informiert Sie jeden Morgen über alles, was im Hafen liegt.",
    "Unser Newsletter über Lampen und Leute. Hier geht's zur Anmeldung!",
    "Start receiving harbour headlines per email.",
    "TIP Als abonnee van De Boei vaar je gratis mee.",
    "TIPP: Als Abonnentin der Hafenpost fahren Sie gratis mit.",
    "Hat dir dieser Artikel gefallen? Dann erzähl uns davon.",
    "Vous avez aimé cet article ?",
    "¿Te ha gustado este artículo? Cuéntalo en el puerto.",
    "Вам понравилась статья?",
)


@pytest.mark.parametrize("line", INVITATIONS)
def test_an_invitation_between_two_paragraphs(line: str) -> None:
    result = article_around(line)
    assert result.rule(line) in ("appeal", "subscription")
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_an_invitation_that_was_broken_goes_to_its_end() -> None:
    lines = ("El periodismo independiente necesita del apoyo de sus", "lectores para seguir contando lo del faro.")
    result = article_around(*lines)
    assert [result.rule(line) for line in lines] == ["appeal", "appeal"]


@pytest.mark.parametrize(
    "line",
    [
        "El periodismo libre, dijo el alcalde, necesita lectores y un faro.",
        "Independent journalism in the harbour has had a hard winter, like everything else that floats.",
        "Guter Journalismus kostet, und im Hafen kostet er mehr als die Lampe.",
        "Der Newsletter des Hafenamts nennt den Preis des Daches nicht.",
        "Als abonnee van de krant las hij elke dag over de vuurtoren.",
        "Le journalisme libre a mauvaise presse sur le quai depuis cet hiver.",
    ],
)
def test_what_an_article_says_of_journalism_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT
