"""Rules for single lines that a page has for its readers, and sentences of articles that resemble them."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article, article_around


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie dazu auch die Pressemitteilungen:",
        "La rédaction vous conseille :",
        "Seguir leyendo:",
        "Das könnte Sie auch interessieren!",
        "Zeige alle Beiträge von Ada Example →",
        "View all posts by Ada Example",
        "While you are here…",
    ],
)
def test_a_label_above_other_articles(line: str) -> None:
    result = article_around(line)
    assert (result.rule(line), result.fate(line)) == ("further-link", Fate.SET_ASIDE)
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "line",
    [
        "Aktuelle Meldungen zum Streit um das Licht finden Sie jederzeit in unserem Liveblog:",
        "Follow our full coverage of the lighthouse here.",
        "Para leer sobre otros faros del norte, clic AQUÍ.",
        'Retrieved from "https://wiki.lamp.example/index.php?title=Lamp"',
        "Stay up to date on all the latest news from lamp.example",
        "Mit unserem Newsletter bleiben Sie informiert",
        "If you’re seeing this message but you’re already a subscriber, you can log in for immediate access.",
        "Try HARBOUR Premium for FREE by clicking here for no ads and more puzzles.",
        "If you're on the Harbour News app, click here to watch live",
        "Allerede bruger - Log ind her",
        "¿Ya sabías que en Faro tenemos canal de Telegram? Únete desde tu celular.",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "Original-Content von: Polizei Hafen, übermittelt durch ein Portal",
        "This entry was posted in Lamps. Bookmark the permalink.",
        "Dieser Eintrag wurde veröffentlicht in Lampen und verschlagwortet mit Hafen.",
        "Gefällt mir Wird geladen...",
        "Commenting feature is disabled in your country/region.",
        "Das Passwort muss mindestens 8 Zeichen lang sein.",
        "Fandest du den Artikel hilfreich?",
        "Äußerungen unserer Gesprächspartner geben deren eigene Auffassungen wieder.",
        "Sofern nicht anders ausgewiesen, stehen Inhalte dieser Website unter CC-BY",
        "Hat dir dieser Artikel gefallen? Dann erzähle deinen Freunden davon, und komm wieder.",
        "Dafür stehen wir seit Jahren. Bitte unterstützen Sie uns mit Ihrer regelmäßigen Spende.",
        "Dołącz do naszej społeczności, wykup dostęp do całości.",
        "Všechny texty na tomto webu jsou chráněny zákonem, autorská práva má vydavatel.",
        "Alle Inhalte dieser Seite sind urheberrechtlich geschützt und gehören dem Verlag.",
        "Todos los contenidos de este diario están protegidos por los derechos de autor.",
        "Materiał chroniony prawem autorskim, zasady przedruku określa regulamin.",
        "Prohibida su reproducción total o parcial sin permiso de la editorial.",
        "Kaikki oikeudet pidätetään.",
        "2 Wochen kostenlos testen",
        "Tu suscripción se está usando en otro dispositivo",
        "Ce contenu est réservé aux inscrits",
        "Add Harbour News to your Google News feed.",
        "Join our Harbour Live breaking news service on WhatsApp",
        "Ihre Spende für unabhängigen Lampenjournalismus.",
        "skip past newsletter promotion",
        "Die Kommentarfunktionalität ist um diese Uhrzeit deaktiviert.",
        "Sie müssen sich einloggen, um sich an einer Diskussion beteiligen zu können.",
        "El faro se reserva el derecho de eliminar cualquier comentario inapropiado.",
        "This site is protected by reCAPTCHA and other terms apply.",
        "Rating: 5.0/5 (1 vote cast)",
        "Teilen Sie dies mit:",
        "¿Ya eres suscriptor? Inicia sesión",
        "Hafenpost-Newsletter: Jetzt kostenlos anmelden!",
        "Sie haben einen Adblocker aktiviert. Deshalb ist diese Seite für Sie nicht erreichbar.",
        "Please disable your ad blocker to read on.",
        "Désactivez votre bloqueur de publicités pour lire la suite.",
        "Desactiva tu bloqueador de anuncios.",
        "Отключите блокировщик рекламы.",
        "You have already subscribed. Thank you.",
        "Kommentare und Pings sind derzeit nicht erlaubt.",
        "HN arbeider etter Vær varsom-plakatens regler for god presseskikk.",
    ],
)
def test_what_a_page_says_of_itself_below_the_text(line: str) -> None:
    result = article(below=(line,))
    assert result.fate(line) is Fate.SET_ASIDE, result.rule(line)
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_an_address_between_two_notices_of_rights() -> None:
    lines = (
        "© 2031 Hafenpost",
        "Am Kai 3 (erster Stock), 10000 Hafenstadt",
        "Herausgeber und Drucker: die Familie Example",
        "Alle Inhalte dieser Seite sind urheberrechtlich geschützt und gehören dem Verlag, der sie betreibt.",
    )
    result = article(below=lines)
    assert [result.fate(line) for line in lines] == [Fate.SET_ASIDE] * len(lines)


def test_what_stands_below_a_publications_last_word() -> None:
    line = "A publication by the"
    result = article(below=(line, "Come see us again."))
    assert result.rule(line) == "page-notice"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "line",
    [
        "A publication by the harbour is what they had wanted, and nothing came of it.",
        "Aktuelle Karten der Küste finden Sie im Hafenamt, sagte der Wärter, und zwar umsonst.",
        "Stay up to date, the keeper told the boats, and nobody knew on what.",
        "Original content was what the poet wanted, and he found none in the harbour.",
        "Das Passwort kannte nur der Wärter, und der war nicht da.",
        "Alle Inhalte der Kisten waren verschwunden, und der Zoll war nicht geschützt.",
        "All content of the archive is protected by a roof, which leaks.",
        "Todos los textos del faro se perdieron con los derechos de pesca.",
        "To see the lamp from the sea, take the boat at nine.",
        "Sie unterstützten uns mit einer Spende, und der Turm blieb stehen.",
        "Skip past the harbour and you are on the mole.",
        "Ihre Spende für den Turm blieb aus, und der Rat schwieg.",
        "Join our crew, the captain wrote, and nobody did.",
        "Kommentare waren um diese Zeit nicht zu hören, nur die Möwen.",
        "Saken ble klaget inn for brudd på Vær varsom-plakaten, og havna ble frikjent.",
        "It looks like you are using a lamp, the boy told the keeper.",
        "Sie haben einen Leuchtturm, und sonst haben sie nichts.",
        "Like this story, the tower has two ends.",
    ],
)
def test_a_sentence_that_resembles_it_stays(line: str) -> None:
    for result in (article_around(line), article(below=(line,))):
        assert result.fate(line) is Fate.KEPT, result.rule(line)
