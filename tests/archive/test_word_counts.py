from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.word_counts import count_words


def counted(text: str) -> dict[str, int]:
    words, forms = count_words(text)
    hashes, times = words.arrays()
    assert hashes.size == times.size == len(forms.split())
    return dict(zip(forms.split(), times.tolist(), strict=True))


def test_words_are_counted_without_regard_to_case_in_the_order_of_their_spelling() -> None:
    assert counted("Zoo bee Ape bee, APE ape 1917 Zoo’s don't") == {
        "ape": 3,
        "bee": 2,
        "don": 1,
        "s": 1,
        "t": 1,
        "Zoo": 2,
    }


def test_a_word_is_written_as_it_is_most_often_and_else_in_small_letters() -> None:
    assert counted("Straße STRASSE Straße") == {"Straße": 3}
    assert counted("Radar radar RADAR") == {"radar": 3}
    assert counted("RADAR Radar Radar") == {"Radar": 3}


def test_a_word_that_stands_very_often_is_counted_to_the_end() -> None:
    assert counted("radar " * 70_000 + "fuel " * 300) == {"fuel": 300, "radar": 70_000}
    assert counted("radar " * 255) == {"radar": 255}


def test_a_text_without_words_has_none() -> None:
    assert counted("") == counted("1917 — !") == {}


# Composed, some Hebrew letters come apart into a letter and a mark, which ends the word.
LETTERS = st.characters(categories=["L"]).filter(lambda letter: unicodedata.normalize("NFC", letter).isalpha())


@given(st.lists(st.text(LETTERS, min_size=1, max_size=3), max_size=30))
def test_a_word_has_one_hash_in_every_text_and_no_two_have_the_same(words: list[str]) -> None:
    apart: dict[str, int] = {}
    for word in words:
        of_word, form = count_words(word)
        assert len(form.split()) <= 1
        apart.update(zip(form.casefold().split(), of_word.arrays()[0].tolist(), strict=True))
    together, forms = count_words(" ".join(words))
    spelled = [form.casefold() for form in forms.split()]
    assert spelled == sorted(set(spelled))
    assert together.arrays()[0].tolist() == [apart[word] for word in spelled]
    assert np.unique(together.arrays()[0]).size == len(spelled)


def test_hashes_are_the_same_in_every_run() -> None:
    code = "from generator.archive.word_counts import count_words; print(count_words('Radar and ПРО'))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{count_words('Radar and ПРО')}\n"}


@given(st.text(st.sampled_from("abAB éÉßẞǅ’“'-_.1²京İıСс\u0301\u00a0\n")))
def test_words_are_the_runs_of_letters(text: str) -> None:
    forms = Counter(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text)))
    words = {form.casefold() for form in forms}
    found = counted(text)
    assert [form.casefold() for form in found] == sorted(words)
    for form, times in found.items():
        same = {other: n for other, n in forms.items() if other.casefold() == form.casefold()}
        assert times == sum(same.values())
        assert form == min(same, key=lambda other: (-same[other], not other.islower(), other))
