"""Lines that the software of blogs, comments and forums writes."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article, article_around


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Schreiben Sie einen Kommentar",
        "Publicar un comentario",
        "コメントを残す",
        "12 thoughts on “The keeper and the lamp”",
        "“Bekçi ve lamba” üzerine 3 yorum",
        "Cancel reply",
        "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
        "Votre adresse e-mail ne sera pas publiée.",
        "Je moet ingelogd zijn op om een reactie te plaatsen.",
        "You are commenting using your WordPress.com account. ( Log Out / Change )",
        "12 bloggers like this.",
        "Klicken zum Ausdrucken (Wird in neuem Fenster geöffnet)",
        "Udostępnij to:",
        "Beitragsnavigation",
        "Entradas anteriores",
        "Vorheriger Beitrag: Der Sturm im Winter",
        "Join 1,234 other subscribers",
        "Suscribirse a: Enviar comentarios (Atom)",
        "Proudly powered by WordPress",
        "Stolz präsentiert von WordPress",
        "Dieser Beitrag wurde unter Hafen abgelegt. Setze ein Lesezeichen auf den Permalink.",
    ],
)
def test_it_is_set_aside_wherever_it_stands(line: str) -> None:
    assert article_around(line).text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize("line", ["Next", "Vastaa", "Editar", "Like this:"])
def test_a_word_that_may_head_anything_is_one_only_beside_others(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT
    beside = article_around(line, "Cancel reply")
    assert (beside.fate(line), beside.text.split("\n")) == (Fate.SET_ASIDE, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "line",
    [
        "He left a comment on the wall.",
        "Schreibe einen Kommentar, sagte sie, und lass ihn gedruckt werden.",
        "“Leave a Reply” is what the button says.",
        "Comment on the council's vote",
        "Posted in Berlin",
        "What WordPress does with a reply",
        "Continue reading and you will find the lamp.",
        "Wer einen Kommentar schreibt, dessen E-Mail-Adresse wird nicht veröffentlicht.",
    ],
)
def test_an_articles_own_words_are_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_its_rule_has_a_name() -> None:
    line = "Stolz präsentiert von WordPress"
    assert article_around(line).rule(line) == "software-line"


def test_lines_that_a_text_lists_are_kept() -> None:
    items = ("• Cancel reply", "• Older posts", "• Proudly powered by WordPress")
    result = article_around("The program puts three lines below every text:", *items)
    assert [result.fate(item) for item in items] == [Fate.KEPT] * 3


def test_a_whole_foot_of_a_blog_goes() -> None:
    foot = ("Teilen mit:", "Gefällt mir:", "Gefällt mir Wird geladen …", "Ähnliche Beiträge", "Beitragsnavigation")
    form = ("Schreibe einen Kommentar", "Antwort abbrechen", "Erforderliche Felder sind mit * markiert")
    result = article(below=(*foot, *form))
    assert result.text.split("\n") == list(PARAGRAPHS)
