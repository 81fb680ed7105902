from __future__ import annotations

import pytest

from generator.render.lists.filing import filed
from generator.render.words.catalogue import ENGLISH


def in_order(*titles: str, language: str = "en") -> list[str]:
    return sorted(titles, key=lambda title: filed(title, language).key)


def test_titles_are_filed_without_case_accents_and_leading_signs() -> None:
    titles = ["!!!", "100 days", "apple", "…Eta", "«Étude»", "Zebra"]
    assert in_order(*reversed(titles)) == titles


@pytest.mark.parametrize(
    ("title", "language", "letter"),
    [
        ("The Radar", "en", "r"),
        ("“A treaty”", "en-GB", "t"),
        ("Der Vertrag", "de", "v"),
        ("Die Hard", "en", "d"),
        ("Le traité", "fr", "t"),
        ("L’affaire", "fr", "a"),
        ("L'affaire", "fr", "a"),
        ("'t Verdrag", "nl", "v"),
        ("Το ραντάρ", "el", "ρ"),
        ("Et brev", "nb", "b"),
        # No article stands before nothing, and no word only begins like one.
        ("The", "en", "t"),
        ("A …", "en", "a"),
        ("Theatre", "en", "t"),
        ("Anarchy", "en", "a"),
        ("The Times", "", "t"),
        ("Der Vertrag", "tlh", "d"),
    ],
)
def test_the_leading_article_of_the_language_is_passed_over(title: str, language: str, letter: str) -> None:
    assert filed(title, language).letter == letter


def test_numbers_stand_in_the_order_of_their_values() -> None:
    assert in_order("10 days", "9 days", "Part 12", "Part 2") == ["9 days", "10 days", "Part 2", "Part 12"]


def test_scripts_follow_each_other() -> None:
    titles = ["100", "Radar", "Ραντάρ", "Радар", "מכ״ם", "رادار", "레이더", "雷达"]
    assert in_order(*reversed(titles)) == ["100", "Radar", "Ραντάρ", "Радар", "מכ״ם", "رادار", "레이더", "雷达"]


def test_letters_of_cyrillic_alphabets() -> None:
    titles = ["Ем", "Ёлка", "Ем я", "Єдність", "Зима", "Из", "Імперія", "Їжак", "Йод", "Кот"]
    assert in_order(*reversed(titles), language="ru")[3:] == titles[3:]
    assert [filed(title).letter for title in titles] == ["е", "е", "е", "є", "з", "и", "і", "ї", "й", "к"]


def test_latin_letters_without_an_accent_to_take_off() -> None:
    assert [filed(title).letter for title in ("Łódź", "Øre", "Æble", "Þing", "Ísland", "Über")] == list("loatiu")


def test_what_stands_under_one_letter_stands_together() -> None:
    titles = ["漢字", "𠀀", "한국", "中文", "½", "(一)", "٣ أيام", "7", "Ў", "У", "Уа", "!", "", "Å", "Az", "ß", "st"]
    letters = [filed(title).letter for title in in_order(*titles)]
    assert [letter for letter, after in zip(letters, [*letters[1:], None], strict=True) if letter != after] == list(
        dict.fromkeys(letters)
    )


def test_labels_and_anchors() -> None:
    shown = [filed(title) for title in ("Radar", "7", "!", "雷达")]
    assert [one.label(ENGLISH) for one in shown] == ["R", "0–9", "Other", "漢"]
    assert [one.anchor for one in shown] == ["letter-r", "letter-0", "letter-other", "letter-漢"]
