"""Text to search terms, on the Python side."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.terms import LONGEST_TERM, fold, occurrences, primary_language, terms


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
        ("attorneys", "tr", ["attorneys"]),
        ("attorneys", "en-GB", ["attorney"]),
        ("Straße Häuser Hauser", "de", ["strass", "haus", "haus"]),
        ("ёлка елки мой", "ru", ["елк", "елк", "мо"]),
        ("обʼєкт об’єкт", "uk", ["обєкт", "об", "єкт", "обєкт", "об", "єкт"]),
        ("ΟΔΟΣ", "el", ["οδοσ"]),
        ("İstanbul ışık", "tr", ["istanbul", "isik"]),
        ("السَّلام", "ar", ["السلام"]),
        ("हिन्दी", "hi", ["हिन्दी"]),
        ("中国人，2007年", "zh", ["中国", "中", "国人", "国", "人", "2007", "年"]),
        ("NATO北约", "en", ["nato", "北约", "北", "约"]),
        ("がﾃﾞか\u3099", "ja", ["がデ", "が", "デが", "デ", "が"]),
        ("葛\U000e0100飾", "ja", ["葛飾", "葛", "飾"]),
        ("ที่", "th", ["ที", "ท", "ี่", "ี", "่"]),
    ],
)
def test_other_languages(text: str, language: str, wanted: list[str]) -> None:
    assert terms(text, language) == wanted


def test_decomposed_text_is_the_same() -> None:
    text = "Topolánek, Łódź, Ещё раз, йод"
    assert terms(unicodedata.normalize("NFD", text), "cs") == terms(text, "cs")


def test_a_long_word_is_cut() -> None:
    assert terms("x" * 10_000, "en") == ["x" * LONGEST_TERM]


def test_a_character_of_a_script_without_spaces_takes_up_a_place() -> None:
    places = [(each.term, each.place) for each in occurrences("No 中国人 def", "zh")]
    assert places == [("no", 0), ("中国", 1), ("中", 1), ("国人", 2), ("国", 2), ("人", 3), ("def", 4)]


UNSPACED_TEXTS = {
    "zh": "两国总统星期五在布拉迪斯拉发会晤，讨论了核安全问题。双方同意加强合作，防止恐怖分子获得核材料。",
    "ja": "両首脳は核兵器を三分の二に減らす条約に署名した。ロシアのプーチン大統領は「新しい関係の始まりだ」と述べた。",
    "th": "ผู้นำทั้งสองลงนามในสนธิสัญญาลดอาวุธนิวเคลียร์ที่กรุงมอสโก",
}


@pytest.mark.parametrize(("language", "text"), UNSPACED_TEXTS.items())
def test_what_one_types_of_a_text_without_spaces_stands_in_its_terms(language: str, text: str) -> None:
    held = {(each.term, each.place) for each in occurrences(text, language)}
    stretch = "".join(char if char.isalnum() or unicodedata.category(char) == "Mn" else " " for char in text)
    neighbours = ["".join(pair) for pair in pairwise(stretch) if " " not in pair]
    assert {fold(pair) for pair in neighbours} <= {term for term, _ in held}
    assert {fold(char) for char in stretch if char != " "} <= {term for term, _ in held}
    assert len({place for _, place in held}) == len(stretch.replace(" ", ""))


def test_primary_language() -> None:
    assert [primary_language(tag) for tag in ("en", "en-US", "DE_at", "zh-Hant")] == ["en", "en", "de", "zh"]


@given(st.text())
def test_terms_are_folded_and_never_empty(text: str) -> None:
    for term in terms(text, "tr"):
        assert term
        assert term == term.lower()
        assert not any(char.isspace() for char in term)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
def test_folding_twice_changes_nothing(run: str) -> None:
    assert fold(fold(run)) == fold(run)


@given(st.text())
def test_every_run_of_ascii_letters_and_digits_is_a_term(text: str) -> None:
    ascii_text = "".join(char if char.isascii() else " " for char in text)
    found = set(terms(ascii_text, "tr"))
    runs = "".join(char if char.isalnum() else " " for char in ascii_text).split()
    assert {run.lower()[:LONGEST_TERM] for run in runs} <= found
