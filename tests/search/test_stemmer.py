"""Stems; that they are those of lunr.js and lunr-languages is test_agreement's to say."""

from __future__ import annotations

import pytest

from generator.search.stemmer import LONGEST, english_form, english_stem, snowball_language, stemmer_of


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("attorney", "attorney"),
        ("attorneys", "attorney"),
        ("turkey", "turkey"),
        ("today", "today"),
        ("monday", "monday"),
        ("always", "alway"),
        ("try", "tri"),
        ("by", "by"),
        ("ies", "ie"),
        ("eed", "e"),
        ("treaties", "treati"),
        ("relational", "relat"),
        ("hopping", "hop"),
        ("don", "don"),
        ("f16s", "f16s"),
        ("größen", "größen"),
        ("", ""),
    ],
)
def test_stem(word: str, stem: str) -> None:
    assert english_stem(word) == stem


def test_a_word_longer_than_any_english_one_is_left_alone() -> None:
    assert english_stem("a" * (LONGEST - 1) + "s") == "a" * (LONGEST - 1)
    assert english_stem("a" * LONGEST + "s") == "a" * LONGEST + "s"


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("use uses used using", "use"),
        ("us", "us"),
        ("one ones", "one"),
        ("on", "on"),
        ("ad ads", "ad"),
        ("it its", "it"),
        ("be being", "be"),
        ("mp mps", "mp"),
        ("treaty treaties", "treati"),
    ],
)
def test_forms_that_keep_short_words_apart(words: str, form: str) -> None:
    assert {english_form(word) for word in words.split()} == {form}


@pytest.mark.parametrize(
    ("language", "words", "form"),
    [
        ("de", "vertrag vertrage vertrages vertragen", "vertrag"),
        ("de", "haus hauser hausern hauses", "haus"),
        ("ru", "договор договора договору договоры договорами", "договор"),
        ("ru", "елка елки елкой", "елк"),
        ("nb", "avtale avtaler avtalen avtalene", "avtal"),
        ("sv", "avtal avtalen avtals", "avtal"),
        ("fr", "traites traite", "trait"),
    ],
)
def test_other_languages(language: str, words: str, form: str) -> None:
    assert {stemmer_of(language)(word) for word in words.split()} == {form}


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "f16s"),
        ("de", "договоры"),
        ("ru", "treaties"),
        ("ru", "я"),
        ("de", "a" * LONGEST + "en"),
        ("tr", "evler"),
    ],
)
def test_words_that_stay(language: str, word: str) -> None:
    assert stemmer_of(language)(word) == word


def test_languages_that_have_a_stemmer() -> None:
    asked = ("de", "nb", "nn", "no", "en", "tr", "pt", "zh", "")
    assert [snowball_language(each) for each in asked] == ["de", "no", "no", "no", "", "", "", "", ""]
