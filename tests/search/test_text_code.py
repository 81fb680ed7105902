"""Texts by the numbers of their common words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import text_code
from generator.search.text_code import TextCode, common_words, sampled
from tests.search import unpacked

COMMON = [",\n", "the", "\n", ".\n", "of", "", "Übung", "中国"]
REFS = [f"articles/{number}.html" for number in range(3_000)]


@given(st.lists(st.sampled_from([*COMMON, *",.\n  \t\u00a0", "radar", "<b>", 'a"b', "🛰"])).map("".join))
def test_any_text_comes_back(text: str) -> None:
    for common in ([], COMMON):
        assert unpacked.text(TextCode(common).write(text), common) == text


def test_common_words_are_short() -> None:
    text = "The radar, the treaty.\nThe vote of the house."
    assert len(TextCode(["the", ",\n", "of", "The"]).write(text)) < len(TextCode([]).write(text))
    assert len(TextCode(["the"]).write("the the the")) == 3


def test_common_words_stand_in_many_texts_and_the_most_common_come_first() -> None:
    texts = ["a b"] * 16 + ["a c, c"] * 16 + ["a d"] * 31 + ["rare"]
    assert common_words(texts) == ["a", "d", ",\n", "b", "c"]
    assert common_words([*texts, "a rare"]) == common_words(texts), "one text more seldom changes anything"
    assert common_words([]) == []


def test_a_small_archive_has_none() -> None:
    assert sampled(REFS[:1_000]) == []


def test_few_articles_tell_which_words_are_common() -> None:
    sample = sampled(REFS)
    assert 512 < len(sample) < 1_024
    gone = REFS[sample[3]]
    without = [ref for ref in REFS if ref != gone]
    assert [without[number] for number in sampled(without)] == [REFS[n] for n in sample if REFS[n] != gone]


@pytest.mark.parametrize("articles", [1, 2, 3])
def test_a_sample_may_be_all(articles: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_code, "_LEAST", 1)
    assert sampled(REFS[:articles]) == list(range(articles))
