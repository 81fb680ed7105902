"""That the text goes on below a picture."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article_around

NOTES = (
    "Tekst gaat verder onder de foto",
    "Lees verder onder de advertentie",
    "Der Text geht unter dem Bild weiter",
    "Weiter nach dem Video",
    "Story continues below the photo",
    "Artikeln fortsätter under bilden",
    "Artiklen fortsætter under billedet",
    "Saken fortsetter under annonsen",
    "Juttu jatkuu kuvan jälkeen",
    "La suite après cette photo",
    "La noticia continúa debajo de la foto",
    "L’articolo continua dopo la foto",
    "A matéria continua depois da foto",
    "Dalsza część artykułu pod zdjęciem",
    "Текст продолжается под фото",
    "Článek pokračuje pod fotkou",
)


@pytest.mark.parametrize("note", NOTES)
def test_a_line_that_says_so_goes(note: str) -> None:
    assert article_around(f"({note})").fate(f"({note})") is Fate.SET_ASIDE


@pytest.mark.parametrize("note", NOTES)
def test_behind_a_paragraph_it_goes_alone(note: str) -> None:
    line = f"{PARAGRAPHS[1]} ({note})"
    result = article_around(line)
    assert note not in result.text
    assert [span.fate for span in result.spans(line)] == [Fate.KEPT, Fate.SET_ASIDE]


@pytest.mark.parametrize(
    "line",
    [
        "The story continues below the bridge, where the second boat was found on Tuesday evening.",
        "Der Text geht unter die Haut und das Lied erst recht, sagt der Wärter vom Leuchtturm.",
        "De tekst gaat verder dan de burgemeester wilde, en de vissers zijn er blij mee.",
    ],
)
def test_a_sentence_that_resembles_it_stays(line: str) -> None:
    result = article_around(line)
    assert line in result.text
