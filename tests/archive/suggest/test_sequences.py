from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.suggest.sequences import blocks_of, is_heading, sequences_in, words_of
from generator.archive.suggest.suggest import suggest_names
from tests.archive.builders import article, authorities


def sequences(block: str) -> list[str]:
    return [" ".join(sequence.words) for sequence in sequences_in(words_of(block))]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("we met Edda Quill and Jon Marrow", ["Edda Quill", "Jon Marrow"]),
        ("we met Osama bin Laden, Otto von der Leine and Ana de la Cruz", None),
        ("we met Edda, Jon and Ann", ["Edda", "Jon", "Ann"]),
        ("it was the U.S. Senate", ["U.S. Senate"]),
        ("we saw St. John's boat and St. Marrow", ["St. John", "St. Marrow"]),
        ("we saw Edda's boat", ["Edda"]),
        ("the Bank of the West of Edda", ["Bank of the West of Edda"]),
        ("by Edda of Marrow", ["Edda", "Marrow"]),
        ("on Monday Edda went; in March Jon did", ["Edda", "Jon"]),
        ("Edda went. Jon stayed.", ["Edda", "Jon"]),
        ("Mr. Quill went", ["Mr. Quill"]),
        ("in O'Neill's al-Quds and Jean-Pierre's", ["O'Neill", "al-Quds", "Jean-Pierre"]),
        ("a US-led thing in 1999 of iPhones", []),
        ("встреча в Москве с Игорем Ивановым", ["Москве", "Игорем Ивановым"]),
    ],
)
def test_capitalised_words_that_stand_together(block: str, found: list[str] | None) -> None:
    expected = ["Osama bin Laden", "Otto von der Leine", "Ana de la Cruz"] if found is None else found
    assert sequences(block) == expected


def test_what_stands_beside_a_sequence() -> None:
    first, second, _ = sequences_in(words_of("Then we, said Edda Quill of it. Jon said no"))
    assert (first.words, first.opens) == (("Then",), True)
    assert (second.words, second.before, second.after) == (("Edda", "Quill"), "said", "of")


def test_a_sentence_begins_anew() -> None:
    *_, last = sequences_in(words_of("It rained in Marrow. Jon said no"))
    assert (last.words, last.opens, last.before, last.after) == (("Jon",), True, "", "said")


@pytest.mark.parametrize(
    ("block", "heading"),
    [
        ("The Lamp Of Marrow Head Is Lit", True),
        ("President Quill and Mr. Jon Marrow Came.", False),
        ("The lamp of the village is lit", False),
        ("Marrow Head", False),
    ],
)
def test_headings(block: str, heading: bool) -> None:
    assert is_heading(block, words_of(block)) is heading


def test_blocks_in_capitals_and_without_letters_are_left_out() -> None:
    assert list(blocks_of("ALL CAPITALS\n* * *\n\nThe  lamp’s light\n")) == ["The lamp's light"]


@given(
    st.lists(st.text(alphabet="AaBbЖжß .,'’-\n\"(1مא中", max_size=80), max_size=4), st.sampled_from(["en", "de", "ru"])
)
def test_any_text_gives_names_that_stand_in_it(texts: list[str], language: str) -> None:
    articles = [article(f"a-{number}", text) for number, text in enumerate(texts)]
    files = {one.path: one.text for one in articles}
    found = suggest_names(articles, files, authorities(), {}, language, 1)
    blocks = " ".join(block for text in texts for block in blocks_of(text))
    assert all(word in blocks for one in found for name in (one.name, *one.variants) for word in name.split())
    assert found == suggest_names(articles, files, authorities(), {}, language, 1)
