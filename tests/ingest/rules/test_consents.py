"""The walls of consent before a text, and articles that tell of such."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article_around, clean_blocks

WALL = (
    "Wie möchtest du hafenpost.example nutzen?",
    "Weiter mit Werbung und Tracking",
    "Besuche die Hafenpost mit Werbung, Cookies und Tracking. Das lässt sich jederzeit widerrufen.",
    "Weitere Informationen",
    "Werbung und Tracking: Damit die Seite kostenlos bleibt, setzen wir Cookies ein und geben Daten an Dritte weiter.",
    "...Informationen auf einem Gerät speichern und/oder abrufen",
    "Für die dir angezeigten Verarbeitungszwecke können Cookies auf dem Gerät abgelegt werden.",
    "...Personalisierte Anzeigen und Anzeigenmessung ausspielen",
    "Anzeigen können basierend auf einem Profil ausgesucht werden. Gemessen wird, wer sie sieht.",
)


def test_a_wall_above_the_title_goes_with_the_labels_in_it() -> None:
    result = clean_blocks(*WALL, TITLE, *PARAGRAPHS)
    assert {result.rule(line) for line in WALL} == {"consent"}
    assert (result.meta.title, result.text.split("\n")) == (TITLE, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "lines",
    [
        ("We and our 812 partners store data on your lamp.", "Store and/or access information on a device"),
        (
            "Nous et nos 812 partenaires utilisons des cookies.",
            "Stocker et/ou accéder à des informations sur un appareil",
        ),
        (
            "Nosotros y nuestros socios utilizamos cookies.",
            "Almacenar información en un dispositivo y/o acceder a ella",
        ),
        ("Noi e i nostri partner utilizziamo i cookie.", "Archiviare informazioni su dispositivo e/o accedervi"),
        ("Wij en onze 812 partners gebruiken cookies.", "Informatie op een apparaat opslaan en/of openen"),
        ("My i nasi partnerzy przetwarzamy dane.", "Przechowywanie informacji na urządzeniu lub dostęp do nich"),
    ],
)
def test_a_wall_in_other_languages(lines: tuple[str, ...]) -> None:
    result = clean_blocks(TITLE, *lines, *PARAGRAPHS)
    assert {result.rule(line) for line in lines[:2]} == {"consent"}


def test_what_an_article_on_privacy_quotes_stays() -> None:
    line = "We and our 812 partners store data on a device, says the notice that nobody in the harbour has read."
    assert article_around(line).fate(line) is Fate.KEPT
