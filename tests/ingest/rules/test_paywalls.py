"""What a page says where it shows no more of a text, and articles on readers who pay."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article_around, clean_blocks

WALLS = (
    "To view the full story, please subscribe to The Harbour Post.",
    "You must be logged in to read the rest of this article.",
    "This story is only for subscribers of The Harbour Post.",
    "With a digital subscription you get unlimited access to all our stories.",
    "Jetzt kostenlos registrieren und weiterlesen.",
    "Dieser Beitrag ist unseren Abonnenten vorbehalten.",
    "Mit einem Abo haben Sie unbegrenzten Zugriff auf alle Artikel der Hafenpost.",
    "Pour lire la suite de cet article, créez un compte gratuit.",
    "Has alcanzado el límite de artículos gratuitos de este mes.",
    "Este conteúdo é exclusivo para assinantes.",
    "Per continuare a leggere questo articolo, abbonati.",
    "Log in of maak een account aan om verder te lezen.",
    "Logga in för att läsa hela artikeln.",
    "Denne artikel er kun for abonnenter.",
    "Tämä artikkeli on vain tilaajille.",
    "Aby przeczytać cały artykuł, wykup prenumeratę.",
    "Этот материал доступен только подписчикам.",
    "Bu içerik yalnızca abonelere özeldir.",
    "この記事は有料会員限定です。",
    "이 기사는 유료 회원만 볼 수 있습니다.",
)


@pytest.mark.parametrize("line", WALLS)
def test_the_words_of_a_wall_go_between_two_paragraphs(line: str) -> None:
    assert article_around(line).fate(line) is Fate.SET_ASIDE


@pytest.mark.parametrize(
    "line",
    [
        "Readers must now subscribe to read the full story, which has cost the harbour's paper half of them.",
        "To continue reading at night, the keeper bought candles in the town.",
        "This story is only for members of the crew, and nobody told it ashore.",
        "When you join the crew, you get full access to the pantry.",
        "You must register the boat before you can see the rest of the forms.",
        "Wer weiterlesen will, muss sich anmelden, und das tun am Hafen nur wenige.",
        "Dieser Text ist den Mitgliedern der Zunft vorbehalten, seit er geschrieben wurde.",
        "Pour lire la suite du roman, le gardien a dû s'inscrire à la bibliothèque.",
        "Este artículo de la ley es exclusivo para socios de la cofradía.",
        "Questo articolo del codice è riservato ai soci delle cooperative di pesca.",
        "Чтобы прочитать дальше, смотритель надел очки и зажёг лампу.",
    ],
)
def test_what_an_article_tells_of_subscribers_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "If you buy a lamp through one of these links, we may earn a commission.",
        "Wenn Sie über diese Links eine Lampe kaufen, erhalten wir eine Provision.",
        "Si vous achetez une lampe via ces liens, nous pouvons percevoir une commission.",
        "Als je via deze links een lamp koopt, ontvangen wij een commissie.",
        "We have no paywall because readers like you pay for our reporting on the harbour.",
        "Melden Sie sich für unseren Newsletter aus dem Hafen an.",
        "Dieser Beitrag wurde automatisch von der Nachrichtenagentur dpa übernommen.",
        "Tento článek byl přeložen automaticky a může obsahovat chyby.",
    ],
)
def test_what_a_page_tells_of_its_living_goes(line: str) -> None:
    assert article_around(line).fate(line) is Fate.SET_ASIDE


@pytest.mark.parametrize(
    "line",
    [
        "If you buy a boat from a yard, its agent will receive a commission.",
        "The town's paper has no paywall; its readers pay what they like.",
        "Wenn Sie ein Boot über einen Makler kaufen, wird eine Provision fällig.",
        "Latarnik z rodziną wspiera wyspę, a komisja odda mu za to nową lampę.",
        "Das Logbuch wurde automatisch übersetzt und war voller Fehler.",
    ],
)
def test_what_an_article_tells_of_a_living_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "Comments are moderated before anybody on the quay reads them.",
        "Kommentare werden vor der Veröffentlichung geprüft.",
        "Τα σχόλια δημοσιεύονται μετά από έλεγχο.",
        "التعليقات المنشورة لا تعبر عن رأي الموقع.",
    ],
)
def test_the_rules_for_comments_go_below_a_text(line: str) -> None:
    assert clean_blocks(TITLE, *PARAGRAPHS, line).fate(line) is Fate.SET_ASIDE


def test_what_an_article_tells_of_comments_stays() -> None:
    line = "Comments are a burden for a small harbour's paper, which can pay nobody to read them."
    assert clean_blocks(TITLE, *PARAGRAPHS, line).fate(line) is Fate.KEPT
