"""The rules for notes on the author between the title and the text, or after all else."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, article, article_around

NOTE = "Ada Example is a writer who keeps a lamp and two dogs on the north shore of the island."


@pytest.mark.parametrize("name", ["By Ada Example", "Ada Example", "Ada Example | Columnist"])
@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        "Ada Example, a former keeper, is the bestselling author of two books about harbours and their lamps.",
        "Ada Example covers harbours for this paper and has done so since the winter of the great fog.",
    ],
)
def test_a_note_on_the_author_above_the_text(name: str, note: str) -> None:
    result = article(name, note)
    assert (result.rule(note), result.fate(note)) == ("biography", Fate.SET_ASIDE)


def test_what_the_author_says_of_herself_above_it_goes_too() -> None:
    motto = "I write about harbours, lamps and the art of leaving people alone."
    assert article("By Ada Example", motto, NOTE).rule(motto) == "biography"


def test_the_same_note_below_the_text() -> None:
    below = "Ada Example is the founder of the lamp museum, and lives in the harbour with her dogs."
    assert article("By Ada Example", NOTE, below=(below,)).rule(below) == "biography"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ben Muster is a writer who keeps a lamp and two dogs on the north shore of the island.",
        "Ada Example and her brother left the town in the winter of the great fog and never came back.",
        "Ada Example is not the first to have asked who pays for the lamp, and will not be the last.",
        "I write about lamps since nobody else does, and nobody has ever thanked me for it.",
    ],
)
def test_a_first_paragraph_about_somebody_stays(sentence: str) -> None:
    assert article("By Ada Example", sentence).fate(sentence) is Fate.KEPT


def test_a_paragraph_about_a_writer_in_the_text_stays() -> None:
    line = "Edda Quill is a writer who has lived beside the lamp for thirty years and has never seen it lit."
    assert (
        article("By Ada Example", below=(line, "She was asked twice, and said no both times.")).fate(line) is Fate.KEPT
    )


NOTES = (
    "Cleo Invented is a freelance writer who lives by the sea with two dogs, and whose first novel is out in spring.",
    "Dora Madeup has been an editor of this paper since last year, and before that she built boats on the islands.",
)


def test_writers_whom_the_text_does_not_name_are_introduced_below_it() -> None:
    result = article("By the staff", below=("About Cleo Invented", *NOTES))
    for line in ("About Cleo Invented", *NOTES):
        assert (result.rule(line), result.fate(line)) == ("author-note", Fate.SET_ASIDE)


def test_somebody_of_whom_the_text_tells_or_who_is_introduced_within_it_stays() -> None:
    told = f"The lamp was the idea of Cleo Invented, as the council remembers well. {PARAGRAPHS[0]}"
    assert article(told, below=NOTES[:1]).fate(NOTES[0]) is Fate.KEPT
    mr = "Mr Invented is a former director of the port, and has been a fellow of its school since the new year began."
    assert article(told, below=(mr,)).fate(mr) is Fate.KEPT
    assert article_around(NOTES[0]).fate(NOTES[0]) is Fate.KEPT


@pytest.mark.parametrize("job", ["Editor for the coast and its harbours.", "Redakteurin im Ressort Küste"])
def test_the_box_of_the_author_in_the_midst_of_the_text_goes(job: str) -> None:
    result = article(
        "By Ada Example", "The lamp was lit that night as on all others, and nobody saw it.", "Ada Example", job
    )
    assert {result.rule(line) for line in ("Ada Example", job)} == {"biography"}


def test_what_the_author_says_in_the_text_below_her_name_stays() -> None:
    said = ("Ada Example", "The editor came up the stairs, she told us, and asked whether we had seen the cat.")
    assert (
        article("By Ada Example", "The lamp was lit that night as on all others, and nobody saw it.", *said).fate(
            said[1]
        )
        is Fate.KEPT
    )


@pytest.mark.parametrize(
    "line",
    [
        "Translated from the Russian by Ned Example",
        "Aus dem Englischen von Ned Muster.",
        "Traduit de l’allemand par Ned Exemple",
        "Traducción de Ned Ejemplo",
        "Vertaald uit het Engels door Ned Voorbeeld",
        "Перевод с немецкого Неда Примерова",
        "Illustrations by Ned Example",
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_who_translated(line: str, place: str) -> None:
    result = article(line) if place == "above" else article(below=(line,))
    assert result.rule(line) == "translator-note"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


def test_a_sentence_about_a_translation_stays() -> None:
    lines = (
        "Translated by Ned Example, the keeper's book sold three hundred copies.",
        "Translated by Ned Example",
    )
    result = article_around(*lines)
    assert [line for line in lines if result.fate(line) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "line",
    [
        "Ada Example ist Schriftstellerin und lebt mit zwei Katzen in einem alten Haus am Hafen.",
        "Ada Example est écrivaine et vit avec deux chats dans une vieille maison près du port.",
        "Ada Example was born in Selby in 1949. She is the author of six books of stories.",
    ],
)
def test_what_is_told_of_the_author_at_the_end(line: str) -> None:
    assert article(below=(line,)).rule(line) == "author-note"


def test_a_short_sentence_about_the_translator() -> None:
    lines = ("Translated from the Russian by Ned Example", "Ned Example translates from Russian and Bulgarian.")
    result = article(below=lines)
    assert [result.rule(line) for line in lines] == ["translator-note", "signer-note"]
    line = "Ned Example reports two storms, and drove the bus."
    assert article(below=(line,)).fate(line) is Fate.KEPT
