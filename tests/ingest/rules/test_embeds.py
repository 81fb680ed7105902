"""What stands in the place of something from another site, and how entries were filed."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


@pytest.mark.parametrize(
    "line",
    [
        "Klicken Sie auf den unteren Knopf, um den Inhalt von karten.example zu laden.",
        "Click the button below to load the content from maps.example.",
        "Cliquez sur le bouton ci-dessous pour charger le contenu de cartes.example.",
        "Haga clic en el botón inferior para cargar el contenido de mapas.example.",
        "Klik op de knop hieronder om de inhoud van kaarten.example te laden.",
        "Inhalt laden",
        "Load content",
        "YouTube immer entsperren",
        "Sie sehen gerade einen Platzhalterinhalt von Karten. Mehr Informationen",
        "The lamp at night from Ada Example on Vimeo.",
        "Sieh dir diesen Beitrag auf Instagram an",
        "Pantalla completa",
        "На весь экран",
    ],
)
def test_the_place_of_something_from_another_site(line: str) -> None:
    assert article_around(line).rule(line) == "embedded"


@pytest.mark.parametrize("line", ["helskärm", "Vollbild", "Fullscreen"])
def test_a_button_that_fills_the_screen(line: str) -> None:
    assert article_around(line).rule(line) == "button"


@pytest.mark.parametrize(
    "line",
    [
        "Der Artikel „Die Lampe“ wurde am 03.05.2011 in der Kategorie Hafen von Ada Example mit den Stichwörtern "
        "Lampe, Boot veröffentlicht.",
        "Dieser Eintrag wurde veröffentlicht in Hafen und verschlagwortet mit Lampe von Ada Example.",
        "Cet article a été publié dans la catégorie Phares par Ada Example.",
        "Esta entrada fue publicada en Faros y etiquetada lámpara. Guarda el enlace permanente.",
        "Questo articolo è stato pubblicato in Fari e contrassegnato con lampada.",
        "Dit bericht werd geplaatst in de categorie Vuurtorens door Ada Example.",
        "Ten wpis został opublikowany w kategorii Latarnie przez Ada Example.",
        "Запись опубликована в рубрике Маяки автором Ada Example.",
        "Über dieses Thema berichtete: Radio Hafen am 03.05.2011 um 17:50 Uhr.",
    ],
)
def test_how_an_entry_was_filed(line: str) -> None:
    assert article(below=(line,)).rule(line) == "posting-note"


@pytest.mark.parametrize(
    "line",
    [
        "Klicken Sie auf den Schalter, und die Lampe geht an.",
        "The film about the lamp was made from a boat on the lake.",
        "Dieser Artikel wurde am Montag im Rathaus verlesen, und niemand hat widersprochen.",
        "Cet article a été publié en prison, et le gardien l'a lu à voix haute.",
    ],
)
def test_sentences_that_resemble_these_stay(line: str) -> None:
    result = clean_blocks(TITLE, *PARAGRAPHS[:3], line, *PARAGRAPHS[3:])
    assert result.fate(line) is Fate.KEPT
