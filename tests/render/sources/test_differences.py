from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.sources.differences import Difference, Where, differences

MARKS = {Where.BOTH: "{}", Where.HERE: "[-{}]", Where.THERE: "[+{}]"}


def shown(here: str, there: str) -> list[str]:
    """Each difference as one text: `=2`, or its pieces with what only one text has in brackets."""
    return [_shown(difference) for difference in differences(here, there)]


def _shown(difference: Difference) -> str:
    if difference.same:
        return f"={difference.same}"
    return " ".join(MARKS[piece.where].format(piece.text) for piece in difference.pieces)


FERRY = "The ferry makes its last crossing of the year on Friday, the harbour office said."
CREW = "We have no crew that wants to be on that water in December."
SHEEP = "Forty sheep and a piano wait on the quay for a boat that has room for them."


def test_equal_texts() -> None:
    text = f"{FERRY}\n{CREW}"
    assert differences(text, text) == (Difference(same=2),)
    assert differences("", "") == ()


def test_paragraphs_that_only_one_text_has() -> None:
    assert shown(f"{FERRY}\n{CREW}\n{SHEEP}", f"{SHEEP}") == [f"[-{FERRY}]", f"[-{CREW}]", "=1"]
    assert shown(FERRY, f"{FERRY}\n{SHEEP}") == ["=1", f"[+{SHEEP}]"]
    assert shown("", SHEEP) == [f"[+{SHEEP}]"]
    assert shown(FERRY, SHEEP) == [f"[-{FERRY}]", f"[+{SHEEP}]"]


def test_words_within_a_paragraph() -> None:
    other = FERRY.replace("Friday,", "Friday morning,").replace(" office", "")
    assert shown(f"{CREW}\n{FERRY}\n{SHEEP}", f"{CREW}\n{other}\n{SHEEP}") == [
        "=1",
        "The ferry makes its last crossing of the year on [-Friday,] [+Friday morning,] the harbour [-office] said.",
        "=1",
    ]


def test_words_that_are_the_same_by_chance_do_not_part_what_differs() -> None:
    here = "The crew left the quay at dawn and the council of the old island met twice in the hall by the sea."
    there = "The crew left the quay at dawn and nobody saw the boats that were meant to come in the hall by the sea."
    assert shown(here, there) == [
        "The crew left the quay at dawn and [-the council of the old island met twice] "
        "[+nobody saw the boats that were meant to come] in the hall by the sea."
    ]


def test_paragraphs_that_the_texts_end_in_different_places() -> None:
    assert shown(f"{FERRY}\n{CREW}\n{SHEEP}", f"{FERRY} {CREW}\n{SHEEP}") == [f"{FERRY} [-¶] {CREW}", "=1"]
    assert shown(f"{FERRY} {CREW}", f"{FERRY}\n{CREW}") == [f"{FERRY} [+¶] {CREW}"]


def test_a_pilcrow_in_a_text_is_a_word() -> None:
    assert shown("See ¶ 4 of the act.", "See ¶ 5 of the act.") == ["See ¶ [-4] [+5] of the act."]


def test_a_paragraph_put_in_beside_one_that_changed() -> None:
    assert shown(f"{FERRY}\n{SHEEP}", f"{FERRY[:-6]} told us.\n{CREW}\n{SHEEP}") == [
        f"{FERRY[:-6]} [-said.] [+told us.]",
        f"[+{CREW}]",
        "=1",
    ]


def test_how_quotation_marks_and_dashes_are_set_makes_no_difference() -> None:
    assert shown("“It’s late” – he said", '"It\'s late" - he said') == ["=1"]
    (difference,) = differences("“It’s late”, he said to us all", '"It\'s late", he told us all')
    assert difference.pieces[0].text == "“It’s late”, he"


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    assert shown("渡轮星期五停航到三月", "渡轮星期六停航到三月") == ["渡轮星期 [-五] [+六] 停航到三月"]


@pytest.mark.parametrize("size", [3_000, 60_000])
def test_long_texts_take_little_time(size: int) -> None:
    chance = random.Random(1)
    words = chance.choices([f"w{number}" for number in range(3000)], k=size)
    edited = [word if chance.random() > 0.1 else "other" for word in words]
    start = time.process_time()
    found = differences(_wrapped(words), _wrapped(edited))
    assert time.process_time() - start < 10
    assert len(found) > size / 100


def test_a_text_of_few_different_words_takes_little_time() -> None:
    start = time.process_time()
    differences("a b " * 2000, "b a c " * 1500)
    assert time.process_time() - start < 10


def _wrapped(words: list[str]) -> str:
    return "\n".join(" ".join(words[start : start + 50]) for start in range(0, len(words), 50))


TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=8).map(" ".join), max_size=6).map("\n".join)


@given(TEXTS, TEXTS)
def test_each_text_can_be_read_off_its_differences(here: str, there: str) -> None:
    found = differences(here, there)
    assert _read(here, found, Where.THERE) == here.split()
    assert _read(there, found, Where.HERE) == there.split()


def _read(text: str, found: tuple[Difference, ...], other: Where) -> list[str]:
    """The words of one text as its differences from the other tell them; those of paragraphs in both are its own."""
    told: list[str] = []
    for difference in found:
        told += [word for piece in difference.pieces if piece.where is not other for word in piece.text.split()]
        told = [word for word in told if word != "¶"]
        told += _next(text, len(told), difference.same)
    return told


def _next(text: str, start: int, paragraphs: int) -> list[str]:
    """The words of so many paragraphs, of which the first begins with the word at `start`."""
    ends = []
    total = 0
    for line in text.splitlines():
        total += len(line.split())
        ends.append(total)
    if not paragraphs:
        return []
    first = 0 if start == 0 else ends.index(start) + 1
    return text.split()[start : ends[first + paragraphs - 1]]


@given(st.lists(st.sampled_from([FERRY, CREW, SHEEP, "Mills."])), st.lists(st.sampled_from([FERRY, CREW, SHEEP, "A."])))
def test_each_difference_tells_where_it_stands_in_both_texts(here: list[str], there: list[str]) -> None:
    found = differences("\n".join(here), "\n".join(there))
    for difference in found:
        of_here = here[difference.here : difference.here + difference.same]
        assert of_here == there[difference.there : difference.there + difference.same]
        if len(difference.pieces) == 1:
            (piece,) = difference.pieces
            ours, position = (here, difference.here) if piece.where is Where.HERE else (there, difference.there)
            assert ours[position] == piece.text
    places = [(difference.here, difference.there) for difference in found]
    assert [here for here, _ in places] == sorted(here for here, _ in places)
    assert [there for _, there in places] == sorted(there for _, there in places)


def test_where_a_changed_paragraph_stands() -> None:
    found = differences(f"{CREW}\n{FERRY}\n{SHEEP}", f"{SHEEP}\n{CREW}\n{FERRY.replace('Friday', 'Sunday')}\n{SHEEP}")
    assert [(difference.here, difference.there, difference.same) for difference in found] == [
        (0, 0, 0),
        (0, 1, 1),
        (1, 2, 0),
        (2, 3, 1),
    ]
