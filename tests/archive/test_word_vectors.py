from __future__ import annotations

import math
import random

import numpy as np
import pytest

from generator.archive.word_vectors import word_vectors
from generator.articles.article import Article
from tests.archive.builders import article


def spelled(articles: list[Article], position: int) -> dict[str, float]:
    vectors = word_vectors(articles)
    words, weights = vectors.of(position)
    return {vectors.spelling[word]: weight for word, weight in zip(words.tolist(), weights.tolist(), strict=True)}


def test_weights_are_tf_idf_in_a_vector_of_length_one_heaviest_first() -> None:
    # Of eight articles `radar` stands in two, `fuel` in four: ln 4 and ln 2.
    texts = ["Radar radar RADAR fuel", "radar", "fuel", "fuel", "fuel", "a", "b", "c"]
    vector = spelled([article(f"a{n}", text) for n, text in enumerate(texts)], 0)
    length = math.hypot(3 * math.log(4), math.log(2))
    assert list(vector) == ["radar", "fuel"]
    assert vector == pytest.approx({"radar": 3 * math.log(4) / length, "fuel": math.log(2) / length})


def test_of_words_that_weigh_alike_the_first_in_the_alphabet_comes_first() -> None:
    texts = ["Zoo bee Ape", "ape bee zoo", "x", "y", "z", "w"]
    assert list(spelled([article(f"a{n}", text) for n, text in enumerate(texts)], 0)) == ["ape", "bee", "zoo"]


def test_the_forms_of_a_word_are_counted_apart_and_known_by_their_word() -> None:
    vectors = word_vectors([article("a", "Straße STRASSE Straße"), article("b", "strasse")])
    forms, times = vectors.counted[0]
    counts = {vectors.forms[form]: int(n) for form, n in zip(forms.tolist(), times.tolist(), strict=True)}
    assert counts == {"Straße": 2, "STRASSE": 1}
    assert vectors.spelling == ["strasse"]
    assert vectors.word_of.tolist() == [0, 0, 0]


def test_a_word_that_stands_very_often_is_counted_to_the_end() -> None:
    vectors = word_vectors([article("a", "radar " * 70_000 + "fuel " * 300)])
    assert vectors.counted[0][1].tolist() == [70_000, 300]


def test_nothing_and_texts_without_words_have_empty_vectors() -> None:
    assert word_vectors([]).starts.tolist() == [0]
    vectors = word_vectors([article("a", ""), article("b", "1917 — !")])
    assert vectors.starts.tolist() == [0, 0, 0]


def test_weights_are_the_bits_of_sums_made_one_after_the_other() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefgh", k=4)) for _ in range(400)]
    texts = [" ".join(chance.choices(words, k=90)) for _ in range(40)]
    vectors = word_vectors([article(f"a{n:02}", text) for n, text in enumerate(texts)])
    for position, text in enumerate(texts):
        held, weights = vectors.of(position)
        raw = [text.split().count(vectors.spelling[word]) * float(vectors.idf[word]) for word in held.tolist()]
        total = 0.0
        for weight in raw:
            total += weight * weight
        assert weights.tolist() == [weight / math.sqrt(total) for weight in raw]
        assert np.all(np.diff(weights) <= 0)
