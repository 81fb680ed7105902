"""Rules for forms."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import article, article_around


@pytest.mark.parametrize(
    "line",
    [
        "Enter the characters you see in the picture below.",
        "Please type the words below so that we know you are a person.",
        "The letters and numbers you entered did not match the image.",
        "You can send this story to several friends by separating their addresses with commas.",
        "Sign in to vote on this story.",
        "You must be logged in to post a comment.",
        "This story contains a piece of media that requires a player.",
        "This is a modal window. It can be closed.",
        "Recipient's email address:",
        "Your e-mail address:",
        "Verify your Comment",
        "Your comment has not yet been posted.",
        "Pin it for later!",
        "Opinions expressed by Contributors are their own.",
        "The views expressed here are not necessarily those of the harbour board.",
        "Welcome to Coastwise! If you're new here, you may want to subscribe to our feed.",
        "You cannot reply to topics in this forum",
        "There was an error, please provide a valid email address.",
        "Thanks for signing up!",
        "A welcome email is on its way. If it does not come, look among your junk.",
        "We apologize, but this video has failed to load.",
        "Mit meiner Anmeldung zum Newsletter stimme ich der Werbevereinbarung zu.",
        "Player wird geladen",
        "Kļūda rakstā?",
        "Iezīmējiet tekstu un spiediet Ctrl+Enter, lai par to ziņotu redaktoram!",
        "Выделите текст с ошибкой и нажмите Ctrl+Enter, чтобы сообщить редактору.",
        "Виділіть текст, щоб повідомити про помилку.",
        "Zaznacz tekst i zgłoś błąd",
        "Your browser does not support iframes.",
        "“ Start Quote",
        "End Quote Ada Example Keeper of the north light",
        "Infobox aufklappen Infobox zuklappen",
        "Keeper wanted at the harbour (opens in a new window)",
        "Wärter gesucht, Hafenamt (öffnet in neuem Fenster)",
    ],
)
def test_what_only_a_form_or_a_page_says(line: str) -> None:
    for result in (article(line), article_around(line), article(below=(line,))):
        assert (result.rule(line), result.fate(line)) == ("form-notice", Fate.SET_ASIDE)


@pytest.mark.parametrize(
    "line",
    [
        "Enter the harbour below the mole, and you see the lamp.",
        "The letters and numbers on the hull were not his own.",
        "He sent the story to several friends, who separated.",
        "You must be logged in the harbour book to land here.",
        "This story contains a lamp, a keeper and no hero.",
        "This is a window for modal verbs, said the teacher.",
        "Views expressed by the keeper found no friends in the hall.",
        "Welcome to the harbour, said the sign, and go home.",
        "Your name: that was all he asked.",
        "Pin it to the door, she said.",
        "There was an error in the log, and nobody found it.",
        "Start quote marks stand low in German, the keeper says.",
        "Your browser shows the lamp as it was in May.",
        "The box can be opened and closed.",
        "Press Ctrl+Enter in the old log book, the keeper says, and the lamp goes out.",
        "Выделите себе день, сказал смотритель, и приходите.",
        "The shop on the quay (opens in a new street next year) sells lamps.",
        "Die Tür (sie öffnet zum Hafen) blieb zu.",
        "Das Video zeigt, wie der Wärter geladen wird.",
    ],
)
def test_a_sentence_like_it_stays(line: str) -> None:
    for result in (article_around(line), article(below=(line,))):
        assert result.fate(line) is Fate.KEPT


def test_the_names_of_a_forms_fields() -> None:
    fields = ("Name", "Your e-mail address", "Town & Country", "Phone (optional)", "Message")
    result = article(below=("\n".join(fields),))
    assert [result.rule(line) for line in fields[:4]] == ["form-field"] * 4


def test_single_words_of_that_kind_stay() -> None:
    result = article_around("Name", "Address")
    assert [result.fate(line) for line in ("Name", "Address")] == [Fate.KEPT] * 2


def test_a_list_without_an_address_for_mail_is_no_form() -> None:
    items = ("• Name", "• Town", "• Country")
    result = article_around("Three things stand on the stone:", "\n".join(items))
    assert [result.fate(line) for line in items] == [Fate.KEPT] * 3
