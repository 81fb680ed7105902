"""Lines that lead a reader about the page."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article_around, clean_blocks


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Jump to navigation",
        "Zum Inhalt",
        "Direkt zum Inhalt springen",
        "Zum Hauptinhalt springen Zur Suche springen",
        "Zurück zur Startseite",
        "Aller au contenu principal",
        "Saltar al contenido",
        "Pular para o conteúdo",
        "Vai al contenuto",
        "Ga naar de inhoud",
        "Hoppa till innehållet",
        "Przejdź do treści",
        "Перейти к содержанию",
        "Search for: Search",
        "Suchen nach: Suche",
    ],
)
def test_it_leads_about_the_page(line: str) -> None:
    result = clean_blocks(line, line, TITLE, *PARAGRAPHS)
    assert (result.rule(line), result.meta.title) == ("skip-link", TITLE)


@pytest.mark.parametrize(
    "line",
    [
        "Skip to the end, she said, and read me what they paid him for the lamp.",
        "Zum Inhalt der Truhe schwieg der Wärter.",
        "Back to home cooking, then.",
    ],
)
def test_a_sentence_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT
