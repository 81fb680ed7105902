from __future__ import annotations

import math
import random
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.word_counts import count_words
from generator.archive.word_vectors import Vectors, _counted, _Lookup, _steps, word_vectors
from generator.articles.article import Article
from tests.archive.builders import article


def vectors_of(articles: list[Article]) -> Vectors:
    return word_vectors([count_words(one.text)[0] for one in articles], [one.meta.language for one in articles])


def spelled(articles: list[Article], position: int) -> dict[str, float]:
    vectors = vectors_of(articles)
    part = slice(vectors.starts[position], vectors.starts[position + 1])
    forms = count_words(articles[position].text)[1].split()
    held = zip(vectors.places[part].tolist(), vectors.weights[part].tolist(), strict=True)
    return {forms[place].casefold(): weight for place, weight in held}


def test_weights_are_tf_idf_in_a_vector_of_length_one_heaviest_first() -> None:
    # Of eight articles `radar` stands in two, `fuel` in four: eight steps and four.
    texts = ["Radar radar RADAR fuel", "radar", "fuel", "fuel", "fuel", "a", "b", "c"]
    vector = spelled([article(f"a{n}", text) for n, text in enumerate(texts)], 0)
    length = math.hypot(3 * 8, 4)
    assert list(vector) == ["radar", "fuel"]
    assert vector == {"radar": 24 / length, "fuel": 4 / length}


def test_of_words_that_weigh_alike_the_first_in_the_alphabet_comes_first() -> None:
    texts = ["Zoo bee Ape", "ape bee zoo", "x", "y", "z", "w"]
    assert list(spelled([article(f"a{n}", text) for n, text in enumerate(texts)], 0)) == ["ape", "bee", "zoo"]


def test_nothing_and_texts_without_words_have_empty_vectors() -> None:
    assert word_vectors([], []).starts.tolist() == [0]
    vectors = vectors_of([article("a", ""), article("b", "1917 — !")])
    assert vectors.starts.tolist() == [0, 0, 0]


def test_counts_go_by_a_ladder_that_doubles_in_four_steps() -> None:
    steps = _steps(np.arange(1, 70)).tolist()
    assert steps == [math.floor(4 * math.log2(number) + 1e-9) for number in range(1, 70)]
    assert [number for number in range(2, 41) if steps[number - 1] > steps[number - 2]] == [
        *(2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 23, 27, 32, 39)
    ]


def test_vectors_are_those_of_sums_made_word_by_word() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefgh", k=4)) for _ in range(400)]
    texts = [" ".join(chance.choices(words, k=90)) for _ in range(1100)]
    texts[7] = ""
    vectors = vectors_of([article(f"a{n:04}", text) for n, text in enumerate(texts)])
    df = Counter(word for text in texts for word in set(text.split()))
    owners = vectors.owners()
    for position, text in enumerate(texts):
        times = Counter(text.split())
        raw = {
            word: times[word] * (math.floor(4 * math.log2(1099)) - math.floor(4 * math.log2(df[word])))
            for word in times
        }
        wanted = sorted(raw, key=lambda word: (-raw[word], word))[:60]
        part = slice(vectors.starts[position], vectors.starts[position + 1])
        forms = count_words(text)[1].split()
        assert [forms[place] for place in vectors.places[part].tolist()] == wanted
        length = math.sqrt(sum(raw[word] ** 2 for word in wanted))
        assert vectors.weights[part].tolist() == [raw[word] / length for word in wanted]
        assert set(owners[part].tolist()) <= {position}
    assert vectors.starts[7] == vectors.starts[8]


def test_one_word_has_one_number_in_all_vectors() -> None:
    vectors = vectors_of([article(f"a{n}", text) for n, text in enumerate(["b c", "C d", "D B", "x", "y", "z"])])
    numbers = vectors.words[:6].tolist()
    assert numbers == [numbers[0], numbers[1], numbers[1], numbers[3], numbers[0], numbers[3]]
    assert len(set(numbers)) == 3


@given(
    st.lists(
        st.lists(st.integers(0, 3) | st.integers(0, 3).map(lambda bits: bits << 10) | st.integers(0, 2**64 - 1)),
        max_size=5,
    )
)
def test_hashes_are_counted_whatever_bits_they_share(parts: list[list[int]]) -> None:
    # Small ones share all bits by which they are parted, and the next ones all but the last of these.
    hashes, times = _counted([np.array(part, np.uint64) for part in parts])
    counted = Counter(value for part in parts for value in part)
    assert list(zip(hashes.tolist(), times.tolist(), strict=True)) == sorted(counted.items())


@given(st.lists(st.integers(0, 2**64 - 1), unique=True, max_size=40), st.lists(st.integers(0, 2**64 - 1), max_size=10))
def test_hashes_are_found_where_they_stand(hashes: list[int], others: list[int]) -> None:
    # Some that share their first bits.
    known = sorted({*hashes, *(value ^ 1 for value in hashes[:20])})
    wanted = [*known[::-1], *others, *(value ^ 2 for value in hashes)]
    found, at = _Lookup(np.array(known, np.uint64)).find(np.array(wanted, np.uint64))
    places = dict(zip(found.tolist(), at.tolist(), strict=True))
    assert places == {place: known.index(value) for place, value in enumerate(wanted) if value in known}
