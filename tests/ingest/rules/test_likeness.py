"""The rule that weighs many small signs, where no word and no place gives a line away."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp

import pytest

from generator.articles.ledger import Fate
from generator.ingest.blocks import make_blocks
from generator.ingest.findings import Reading, Settings
from generator.ingest.rules.likeness import Weights, chances, weights
from generator.ingest.rules.likeness_features import all_signs, signs_of
from tests.ingest.sources import PARAGRAPHS, TITLE, article, clean_blocks

COMMENTS = (
    "Thanks for this great post! I love your blog and read it on the train every single morning, keep it up!",
    "I totally agree with you guys. My uncle had a place up there and he never got a penny for it!!",
    "Hi Ada, nice pictures! Do you still sell the calendar? I want one for my mom, please email me.",
    "lol I think you are all wrong, but hey, it is your blog and I only come here for the comments.",
    "Yes! I wish more people would post about this. Can you do one on my town next, please?",
)
LINKS = ("Share", "Print", "Email", "Facebook", "Twitter", "Home", "Contact us", "Privacy policy", "Sign in", "Log in")


def reading_of(*texts: str) -> Reading:
    return Reading(make_blocks([line for text in texts for line in (text, "")]), Settings())


def test_readers_comments_without_names_and_dates_are_no_text() -> None:
    result = article(below=(*LINKS, *COMMENTS))
    assert result.text.split("\n") == list(PARAGRAPHS)
    assert {result.rule(comment) for comment in COMMENTS} == {"unlike-text"}


def test_an_article_in_which_the_writer_speaks_is_kept_whole() -> None:
    told = (
        "I went up to the lamp room with my father when I was six, and I remember the smell of the oil better than "
        "I remember the light.",
        "You climbed a hundred and nine steps, he told me, and you will climb them again. I did not believe him.",
        "My father kept the log book in pencil. I have it here beside me, and I can still read every word of it.",
        "Thanks to him I know what a fog signal is for. You hear it once and you never forget it!",
        "I do not think that anybody who has lived with a light would say that a lamp needs nobody.",
    )
    result = clean_blocks("My father's light", *told)
    assert {result.fate(text) for text in told} == {Fate.KEPT}


@pytest.mark.parametrize("last", COMMENTS[:2])
def test_what_stands_between_paragraphs_of_a_text_stays(last: str) -> None:
    result = clean_blocks(TITLE, *PARAGRAPHS[:3], last, *PARAGRAPHS[3:])
    assert result.fate(last) is Fate.KEPT


def test_a_source_that_is_all_unlike_a_text_is_not_emptied() -> None:
    result = clean_blocks(*COMMENTS)
    assert len(result.text.split("\n")) >= len(COMMENTS) - 1


def test_facts_and_tables_at_the_end_are_the_articles() -> None:
    facts = ("• 1832: first lamp", "• 1921: the great storm", "• 2003: last keeper but one")
    result = article(below=("Key dates", *facts))
    assert {result.fate(line) for line in facts} == {Fate.KEPT}


def test_an_interview_at_the_end_is_the_articles() -> None:
    talk = ("Q: You live up there?", "A: I do!", "Q: And you like it?", "A: Yes, I love it.")
    result = article(below=talk)
    assert {result.fate(line) for line in talk} == {Fate.KEPT}


def test_the_weights_and_the_code_name_the_same_signs() -> None:
    assert set(weights().signs) == all_signs()


def test_every_sign_has_a_name_that_is_known() -> None:
    texts = (TITLE, *PARAGRAPHS, "1. “Who?”", "she wrote: see http://e.example - or not...", "READ MORE!", *COMMENTS)
    for reading in (reading_of(*texts), reading_of("Ein Satz, und das war es.", "Wer weiß?"), reading_of()):
        whole, found = signs_of(reading)
        assert {*whole, *(sign for _, signs in found for sign in signs)} <= all_signs()


def test_a_figure_has_the_one_sign_of_its_step() -> None:
    _, ((_, short), (_, long)) = signs_of(reading_of("Four words in all.", " ".join(["word"] * 45) + "."))
    assert [sign for sign in short if sign.startswith("words ")] == ["words 4+"]
    assert [sign for sign in long if sign.startswith("words ")] == ["words 40+"]


def test_words_are_looked_up_in_the_texts_own_language() -> None:
    # `i` is a reader's word in English; in Swedish it means `in`.
    _, ((_, swedish),) = signs_of(reading_of("Det var i den lilla staden i norr som han bodde."))
    _, ((_, english),) = signs_of(reading_of("It was in the little town in the north that i lived."))
    assert "says I" in english
    assert "says I" not in swedish


def test_chances_are_those_of_all_ways_to_part_the_blocks() -> None:
    known = Weights(
        article=0.0,
        first=0.4,
        both_article=1.5,
        both_page=0.9,
        article_then_page=0.2,
        page_then_article=-0.7,
        signs={},
    )
    pairs = {(1, 1): 1.5, (0, 0): 0.9, (1, 0): 0.2, (0, 1): -0.7}
    scores = (0.8, -1.1, 0.3, -2.0)
    sums = [0.0] * len(scores)
    total = 0.0
    for states in product((0, 1), repeat=len(scores)):
        score = known.first * states[0] + sum(own * state for own, state in zip(scores, states, strict=True))
        mass = exp(score + sum(pairs[pair] for pair in pairwise(states)))
        total += mass
        for position, state in enumerate(states):
            sums[position] += mass * state
    assert chances(scores, known) == pytest.approx([mass / total for mass in sums])


def test_scores_beyond_all_measure_do_no_harm() -> None:
    assert chances((1e6, -1e6), weights()) == pytest.approx([1.0, 0.0], abs=1e-6)
    assert chances((), weights()) == []
