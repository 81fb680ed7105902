from __future__ import annotations

import random
import re
import subprocess
import sys
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.near_duplicates import SHINGLE, _words, near_duplicates, run_hashes, shared_part, sketch

SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu ra re ri ro ru".split()


def words(seed: int, number: int) -> list[str]:
    """Words nobody wrote, other ones for each seed."""
    chance = random.Random(seed)
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(number)]


def text(seed: int, number: int = 300) -> str:
    return " ".join(words(seed, number))


def pairs(**texts: str) -> list[tuple[str, str]]:
    found = near_duplicates({name: sketch(text) for name, text in texts.items()}, texts.__getitem__)
    return [(pair.one, pair.other) for pair in found]


STORY = words(1, 600)


@pytest.mark.parametrize(
    "other",
    [
        STORY,
        STORY[:300],
        STORY[300:],
        STORY[:90],
        [*words(2, 40), *STORY[60:]],
        [word if place % 20 else "changed" for place, word in enumerate(STORY)],
        [*STORY[:200], *words(3, 150), *STORY[350:]],
        [*STORY[400:], *STORY[200:400], *STORY[:200]],
        [*words(4, 200), *STORY, *words(5, 200)],
        [*STORY[:250], *words(6, 100)],
    ],
    ids="whole half end short other-lead edited other-middle reordered longer half-rewritten".split(),
)
def test_another_edition_of_a_story_is_found(other: list[str]) -> None:
    others = {f"c{number}": text(100 + number) for number in range(50)}
    assert pairs(a=" ".join(STORY), b=" ".join(other), **others) == [("a", "b")]


def test_the_paper_s_marks_and_capitals_do_not_matter() -> None:
    set_otherwise = ". ".join(word.upper() for word in STORY).replace("A. ", "A — “")
    assert pairs(a=" ".join(STORY), b=set_otherwise) == [("a", "b")]


@pytest.mark.parametrize(
    "other",
    [
        words(2, 600),
        [*STORY[:35], *words(2, 5)],
        [*words(2, 250), *STORY[:120], *words(3, 250)],
        sorted(STORY),
    ],
    ids="other brief background same-words".split(),
)
def test_another_story_is_not(other: list[str]) -> None:
    assert pairs(a=" ".join(STORY), b=" ".join(other)) == []


def test_standing_last_lines_make_no_editions() -> None:
    standing = text(9, 100)
    posts = {f"post{number}": f"{text(number, 90)} {standing}" for number in range(10, 30)}
    assert pairs(**posts) == []
    # A long end is no standing line: the same report under another lead.
    reports = {f"report{number}": f"{text(number, 90)} {text(9, 300)}" for number in range(10, 12)}
    assert pairs(**reports) == [("report10", "report11")]


def test_what_is_shared_is_told_as_a_part_of_the_shorter_text() -> None:
    whole, half = " ".join(STORY), " ".join(STORY[:300])
    assert shared_part(whole, half) == shared_part(half, whole) == 1.0
    mixed = " ".join([*STORY[:300], *words(7, 200)])
    # 500 words have 496 shingles, of which the first 296 are of the story.
    assert shared_part(whole, mixed) == pytest.approx(296 / 496, abs=0.001)
    assert shared_part("", whole) == shared_part("", "") == 0.0
    assert shared_part("One two three.", "One two three.") == 0.0


def test_texts_without_spaces_between_words() -> None:
    signs = "".join(random.Random(1).choices([chr(code) for code in range(0x4E00, 0x5200)], k=300))
    assert pairs(a=signs, b=signs[:150], c=signs[::-1]) == [("a", "b")]


def test_many_copies_of_one_story_are_all_found_in_little_time() -> None:
    copies = {f"copy{number:03}": " ".join(STORY[number:]) for number in range(120)}
    found = pairs(**copies)
    assert {name for pair in found for name in pair} == set(copies)
    assert len(found) <= 120 * 12


def test_empty_and_single_texts() -> None:
    assert near_duplicates({}, str) == ()
    assert pairs(a="", b="", c="— !") == []


@settings(max_examples=30, deadline=None)
@given(st.permutations(["a", "b", "c", "d", "e"]), st.integers(0, 400))
def test_the_order_in_which_texts_are_given_does_not_matter(order: list[str], cut: int) -> None:
    texts = {"a": text(1), "b": " ".join(STORY[cut:]), "c": " ".join(STORY), "d": text(1, 200), "e": text(3)}
    sketches = {name: sketch(texts[name]) for name in order}
    assert near_duplicates(sketches, texts.__getitem__) == near_duplicates(
        {name: sketches[name] for name in sorted(sketches)}, texts.__getitem__
    )


def test_a_run_of_words_has_one_hash_wherever_it_stands() -> None:
    # So short a text is sketched by all its hashes.
    run = STORY[:19]
    for before, after in ((1, 0), (0, 1), (30, 30), (3000, 2)):
        longer = " ".join([*words(2, before), *run, *words(3, after)])
        all_hashes = set((run_hashes(longer, SHINGLE) >> 32).tolist())
        assert set(sketch(" ".join(run)).tolist()) < all_hashes
        assert len(all_hashes) == before + len(run) + after - SHINGLE + 1


def test_hashes_are_spread_evenly_and_differ() -> None:
    hashes = run_hashes(" ".join(words(1, 40_000)), SHINGLE) >> 32
    assert len(set(hashes.tolist())) >= 39_990
    counts = np.bincount(hashes >> 28, minlength=16)
    # A sixteenth of 39,996 is 2,500, whose standard deviation is 48.
    assert counts.min() > 2_250
    assert counts.max() < 2_750


def test_a_sketch_is_the_same_in_every_run() -> None:
    code = f"from generator.articles.near_duplicates import sketch; print(list(sketch({text(1)!r})))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{list(sketch(text(1)))}\n"}


@given(st.text(st.sampled_from("abAB éÉßẞ’“–…'-_.1²京都ไทI İ\u0301\u00a0\n")))
def test_words_are_runs_of_letters_and_digits_or_signs_of_scripts_without_blanks(text: str) -> None:
    folded = unicodedata.normalize("NFC", text).casefold()
    wanted = re.findall(r"[a-z0-9][^\W_]*|[\u0e00-\u0eff\u3400-\u9fff]|[^\W_]+", folded)
    assert _words(text).split() == wanted
