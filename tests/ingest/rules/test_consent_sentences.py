"""The standing sentences on cookies, content of others and browsers, and articles that tell of such."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import article_around

COOKIES = (
    "This website uses cookies to improve your experience of our harbour.",
    "Our site sets nothing but cookies; by continuing to use our site you agree to our cookies.",
    "Essential cookies are absolutely essential for the harbour's pages to function properly.",
    "Diese Webseite verwendet Cookies, um Ihnen das Lesen der Gezeiten angenehmer zu machen.",
    "Nous utilisons des cookies pour améliorer votre lecture des marées.",
    "Utilizamos cookies propias y ajenas para mejorar su lectura de las mareas.",
    "Questo sito utilizza cookie per migliorare la tua lettura delle maree.",
    "Wij gebruiken cookies om uw lezing van de getijden te verbeteren.",
    "Ta strona używa plików cookie, aby poprawić czytanie pływów.",
    "Мы используем файлы cookie, чтобы вам было удобнее читать о приливах.",
    "Χρησιμοποιούμε cookies για να βελτιώσουμε την ανάγνωση.",
    "当サイトでは、利便性向上のためクッキーを使用しています。",
)
OUTSIDE = (
    "Please accept YouTube cookies to watch this video of the lighthouse.",
    "An dieser Stelle findest du einen externen Inhalt von Vimeo, der den Text ergänzt.",
    "Um dieses Video anzusehen, müssen Sie die Cookies von YouTube akzeptieren.",
    "Ce contenu ne peut pas être affiché car vous n'avez pas accepté les cookies.",
    "Para ver este vídeo del faro tienes que aceptar las cookies de YouTube.",
    "Per vedere questo video del faro devi accettare i cookie di YouTube.",
    "Om deze video van de vuurtoren te bekijken moet u cookies accepteren.",
    "Aby zobaczyć tę treść o latarni, musisz zaakceptować pliki cookie.",
    "Чтобы посмотреть это видео о маяке, разрешите файлы cookie.",
)
BROWSERS = (
    "Your browser does not support the picture of the lighthouse.",
    "Bitte aktivieren Sie JavaScript, um diese Karte des Hafens zu sehen.",
    "Wir haben festgestellt, dass Sie einen Werbeblocker verwenden.",
    "Votre navigateur ne peut pas lire la vidéo du phare.",
    "Tu navegador no soporta el vídeo del faro.",
    "Il tuo browser non supporta il video del faro.",
    "Uw browser kan de video van de vuurtoren niet afspelen.",
    "Twoja przeglądarka nie obsługuje filmu o latarni.",
    "Ваш браузер не поддерживает видео о маяке.",
    "您的浏览器不支持灯塔视频。",
)


@pytest.mark.parametrize("line", [*COOKIES, *OUTSIDE, *BROWSERS])
def test_a_standing_sentence_goes_between_two_paragraphs(line: str) -> None:
    assert article_around(line).fate(line) is Fate.SET_ASIDE


@pytest.mark.parametrize(
    "line",
    [
        "The harbour was fined because its website uses cookies to improve what it knows of its visitors.",
        "Essential cookies remember which ferry somebody chose, and nobody has to agree to them.",
        "“This website uses cookies to improve your experience,” says the sign that hangs in the lighthouse.",
        "To watch the film on YouTube, the pupils needed the permission of their parents.",
        "This video of the lighthouse was blocked by YouTube because a song was played in it.",
        "This content was removed by Facebook after the fishermen had not agreed to it.",
        "The old browser does not support the new charts, so the keeper draws them by hand.",
        "Ad blockers are what the harbour's newspaper fears most.",
        "Die Behörde prüft, ob die Webseite des Hafens Cookies verwendet, um Fischer zu zählen.",
        "Der Browser des Wärters unterstützt die neuen Karten nicht, und so zeichnet er sie selbst.",
        "Damit werden Daten an Dritte übermittelt, die das Leuchtfeuer nie gesehen haben.",
        "Le navigateur ne peut pas lire la carte, et le gardien la dessine à la main.",
        "La web del puerto utiliza cookies sin permiso, según la agencia.",
        "Регулятор оштрафовал порт, сайт которого использует файлы cookie без согласия.",
    ],
)
def test_what_an_article_tells_of_such_sentences_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT
