"""Why a line was set aside by the weighing: the signs are those that moved the trees."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.ledger import Fate
from generator.articles.line_signs import SIGNS, against_and_for
from generator.ingest.rules.likeness_aspects import ASPECTS, Aspect, aspect_numbers
from generator.ingest.rules.likeness_features import figures_of
from generator.ingest.rules.likeness_signs import moves, signs_of
from generator.ingest.rules.likeness_trees import COLUMNS, LEAF, Trees, known_trees
from tests.ingest.fixture_floors import FIXTURES
from tests.ingest.rules.test_likeness import COMMENTS, LINKS, reading_of
from tests.ingest.sources import PARAGRAPHS, TITLE, clean_blocks


def test_every_figure_falls_under_one_aspect() -> None:
    told = Counter(name for aspect in ASPECTS for name in aspect.figures)
    assert set(COLUMNS) - set(told) == {"odds"}
    assert set(told) <= set(COLUMNS)
    assert set(told.values()) == {1}
    assert set(aspect_numbers().values()) == set(range(len(ASPECTS)))


@given(st.sampled_from(ASPECTS), st.dictionaries(st.sampled_from(COLUMNS), st.sampled_from((-99, -9, -1, 0.3, 1, 70))))
def test_whatever_the_figures_are_there_are_words_for_their_sign(aspect: Aspect, figures: dict[str, float]) -> None:
    assert aspect.sign(lambda name: figures.get(name, 0.0)) in {"", *SIGNS}


def signs_under(figure: str, **figures: float) -> str:
    """What is told under the aspect of a figure; names have underscores for spaces."""
    values = {name.replace("_", " "): value for name, value in figures.items()}
    return ASPECTS[aspect_numbers()[figure]].sign(lambda name: values.get(name, 0.0))


def test_what_is_told_of_a_line_is_true_of_it() -> None:
    assert signs_under("words", words=4) == "short"
    assert signs_under("words", words=30) == "length"
    assert signs_under("words", words=100) == "long"
    assert signs_under("end") == "unended"
    assert signs_under("end", ends_a_sentence=1) == "ended"
    assert signs_under("title words") == "not-title"
    assert signs_under("title words", title_words=1) == "of-title"
    assert signs_under("kind above", kind_above=5, kind_below=9) == "between-aside"
    assert signs_under("kind above", kind_above=5, kind_below=1) == "below-aside"
    assert signs_under("kind above", kind_above=1, kind_below=1) == "far-aside"
    assert signs_under("place", from_first_prose=-2, part_above=0.5) == "above-text"
    assert signs_under("place", part_above=0.9) == "late"


def test_the_moves_on_the_way_to_a_leaf_sum_up_to_what_it_adds() -> None:
    trees = Trees(
        figures=["exclamation marks", "words"],
        asked=[[1, LEAF, 0, LEAF, LEAF], [LEAF], [0, LEAF, LEAF]],
        values=[[10.0, -1.0, 0.0, 2.0, -3.0], [0.5], [0.0, 0.25, -0.25]],
        means=[[-0.5, 1.0], [], [0.2]],
    )
    told = moves(trees, [0, 1], 2)[trees.nodes.numbers]
    assert told[:5].tolist() == [[0, 0], [0, -0.5], [0, 1.5], [1, 1.5], [-4, 1.5]]
    assert told[5:].tolist() == pytest.approx(np.array([[0, 0], [0, 0], [0.05, 0], [-0.45, 0]]))


def test_the_moves_of_the_trees_that_come_with_the_program_sum_up_to_the_score() -> None:
    first = known_trees().first
    found = figures_of(reading_of(TITLE, *PARAGRAPHS, *COMMENTS))
    leaves = first.leaves(found.table)
    numbers = aspect_numbers()
    told = moves(first, [numbers[name] for name in first.figures], len(ASPECTS))
    base = first.nodes.means[first.nodes.roots].sum()
    chances = 1 / (1 + np.exp(-(base + told[leaves].sum(axis=(1, 2)))))
    assert chances == pytest.approx(first.chances(found.table), abs=0.001)


def test_a_line_that_was_weighed_and_set_aside_tells_why_and_a_kept_one_does_not() -> None:
    text = (FIXTURES / "inscriptis-news.gold.txt").read_text(encoding="utf-8").splitlines()
    result = clean_blocks("Beavers close the by-pass again", *text, *LINKS, *COMMENTS)
    spans = [span for line in result.ledger.lines for span in line.spans]
    weighed = [span for span in spans if span.rule == "unlike-text"]
    assert weighed
    for span in weighed:
        against, for_it = against_and_for(span.signs)
        assert against
        assert 1 <= len(against) + len(for_it) <= 3
    assert {span.signs for span in spans if span.rule != "unlike-text" or span.fate is Fate.KEPT} == {()}


def test_the_signs_of_a_line_do_not_depend_on_which_others_are_asked_for() -> None:
    weighed = known_trees().weigh(figures_of(reading_of(TITLE, *PARAGRAPHS, *COMMENTS)).table)
    rows = list(range(len(weighed.table)))
    assert [signs_of(weighed, [row])[0] for row in rows] == signs_of(weighed, rows)
    assert signs_of(weighed, []) == []
