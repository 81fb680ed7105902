"""Text to search terms, on the Python side."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.terms import LONGEST_TERM, fold, primary_language, terms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("U.S.", ["us", "u", "s"]),
        ("US us u.s", ["us", "us", "us", "u", "s"]),
        ("don't don’t dont", ["dont", "don", "t", "dont", "don", "t", "dont"]),
        ("$1,000", ["1000", "1", "000"]),
        ("1,234,567.89", ["1234567.89", "1", "234", "567", "89"]),
        ("1.5 1,5", ["1.5", "1", "5", "1.5", "1", "5"]),
        ("pre-emptive", ["preemptiv", "pre", "emptiv"]),
        ("run‑up", ["runup", "run", "up"]),
        ("U.S.-Russian", ["usrussian", "us", "u", "s", "russian"]),
        ("Ph.D. end.Next", ["phd", "ph", "d", "end", "next"]),
        ("word--word one–two", ["word", "word", "one", "two"]),
        ("Putin's", ["putin", "s"]),
        ("co\u00adoperate", ["cooper"]),
        ("Topolánek", ["topolanek"]),
        ("ﬁx Ｆｕｌｌ", ["fix", "full"]),
        ("the may will us", ["the", "may", "will", "us"]),
        ("constructor __proto__", ["constructor", "proto"]),
        ("❤️ … — ’", []),
        ("", []),
    ],
)
def test_english(text: str, wanted: list[str]) -> None:
    assert terms(text, "en") == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("attorneys", "de", ["attorneys"]),
        ("attorneys", "en-GB", ["attorney"]),
        ("Straße", "de", ["strasse"]),
        ("ёлка мой", "ru", ["елка", "мой"]),
        ("обʼєкт об’єкт", "uk", ["обєкт", "об", "єкт", "обєкт", "об", "єкт"]),
        ("ΟΔΟΣ", "el", ["οδοσ"]),
        ("İstanbul ışık", "tr", ["istanbul", "isik"]),
        ("السَّلام", "ar", ["السلام"]),
        ("हिन्दी", "hi", ["हिन्दी"]),
    ],
)
def test_other_languages(text: str, language: str, wanted: list[str]) -> None:
    assert terms(text, language) == wanted


def test_decomposed_text_is_the_same() -> None:
    text = "Topolánek, Łódź, Ещё раз, йод"
    assert terms(unicodedata.normalize("NFD", text), "cs") == terms(text, "cs")


def test_a_long_word_is_cut() -> None:
    assert terms("x" * 10_000, "en") == ["x" * LONGEST_TERM]


def test_primary_language() -> None:
    assert [primary_language(tag) for tag in ("en", "en-US", "DE_at", "zh-Hant")] == ["en", "en", "de", "zh"]


@given(st.text())
def test_terms_are_folded_and_never_empty(text: str) -> None:
    for term in terms(text, "de"):
        assert term
        assert term == term.lower()
        assert not any(char.isspace() for char in term)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
def test_folding_twice_changes_nothing(run: str) -> None:
    assert fold(fold(run)) == fold(run)


@given(st.text())
def test_every_run_of_ascii_letters_and_digits_is_a_term(text: str) -> None:
    ascii_text = "".join(char if char.isascii() else " " for char in text)
    found = set(terms(ascii_text, "de"))
    runs = "".join(char if char.isalnum() else " " for char in ascii_text).split()
    assert {run.lower()[:LONGEST_TERM] for run in runs} <= found
