from __future__ import annotations

import random

import pytest

from generator.ingest.collection.collection import FEWEST, Collection, Furniture, Learner, Standing
from tests.ingest.collections_made_up import headline, paragraphs, source

ABOVE = ["Quarry Street Herald", "Home", "Villages", "Tides and moons"]
BELOW = ["Comments (12)", "About the Herald", "© 2011 Quarry Street Herald"]


def learnt(sources: dict[str, list[str]]) -> Collection:
    learner = Learner()
    for file, lines in sources.items():
        learner.observe(file, "", file.rpartition("/")[0], lines)
    return learner.collection()


def herald(number: int = 40) -> dict[str, list[str]]:
    return {f"{seed:02}.txt": source(seed, above=ABOVE, below=BELOW) for seed in range(number)}


def test_what_stands_in_each_source_is_known_and_the_texts_are_not() -> None:
    furniture = learnt(herald()).furniture("")
    for line in (*ABOVE, *BELOW):
        assert furniture.standing(line) == Standing(40, 40, 1.0), line
    assert furniture.standing("COMMENTS (7)").share == 1.0
    for line in (headline(3), *paragraphs(3), "", "***", "Nowhere"):
        assert furniture.standing(line) == Standing()


@pytest.mark.parametrize(("times", "known"), [(FEWEST - 1, 0), (FEWEST, FEWEST)])
def test_a_line_that_stands_in_few_is_not_known(times: int, known: int) -> None:
    sources = {f"{seed}": source(seed, below=["A rare line"] * 3 if seed < times else []) for seed in range(20)}
    assert learnt(sources).furniture("").standing("A rare line").texts == known


def test_furniture_is_steady_and_what_articles_share_is_not() -> None:
    sources = {}
    for seed in range(20):
        text = paragraphs(seed)
        sources[f"{seed}"] = [*ABOVE, headline(seed), *text[:2], "Background", *text[2:], *BELOW]
    furniture = learnt(sources).furniture("")
    assert furniture.standing("Background") == Standing(20, 20, 0.0)
    assert furniture.standing("Villages").steady == 1.0


def test_a_paragraph_beside_it_makes_no_line_steady() -> None:
    background = paragraphs(77, 2)
    sources = {f"{seed}": [*paragraphs(seed, 4), *background, *paragraphs(-seed - 1, 2)] for seed in range(20)}
    assert learnt(sources).furniture("").standing(background[0]) == Standing(20, 20, 0.0)


def test_copies_of_a_story_count_once() -> None:
    story = paragraphs(91, 10)
    sources = herald(5) | {f"copy{number}": [headline(number), *story, f"Paper {number}"] for number in range(8)}
    furniture = learnt(sources).furniture("")
    assert furniture.of == 6
    assert all(furniture.standing(line) == Standing() for line in story)


def test_each_folder_is_a_group_that_also_knows_the_whole() -> None:
    sources = {f"herald/{file}": lines for file, lines in herald(10).items()}
    sources |= {f"gazette/{seed}": source(100 + seed, below=["Mill Road Gazette", "Two pence"]) for seed in range(5)}
    sources |= {f"gazette/{9}": source(200, below=["© 2011 Quarry Street Herald"])}
    collection = learnt(sources)
    assert collection.furniture("herald").standing("Villages") == Standing(10, 10, 1.0)
    assert collection.furniture("gazette").standing("Two pence") == Standing(5, 6, 1.0)
    assert collection.furniture("gazette").standing("© 2020 Quarry Street Herald").of == 16
    assert collection.furniture("elsewhere").standing("Two pence") == Standing(5, 16, 1.0)


def test_nothing_is_known_of_an_empty_or_small_collection() -> None:
    assert learnt({}).furniture("") == Furniture(0, {})
    assert learnt(herald(3)).furniture("").standing("Villages") == Standing()


def test_the_order_in_which_sources_are_observed_does_not_matter() -> None:
    sources = herald(15) | {f"copy{number}": [f"Paper {number}", *paragraphs(1, 8)] for number in range(6)}
    shuffled = list(sources.items())
    random.Random(4).shuffle(shuffled)
    assert learnt(dict(shuffled)) == learnt(sources)


def test_a_source_observed_again_counts_once_and_one_that_is_gone_no_more() -> None:
    learner = Learner()
    for file, lines in herald(10).items():
        learner.observe(file, "old", "", ["Else"])
        learner.observe(file, "new", "", lines)
    assert learner.collection() == learnt(herald(10))
    assert learner.knows("03.txt", "new")
    assert not learner.knows("03.txt", "old")
    learner.keep_only(herald(6))
    assert not learner.knows("08.txt", "new")
    assert learner.collection() == learnt(herald(6))


def test_a_learner_can_be_kept_in_a_file() -> None:
    learner = Learner()
    for file, lines in herald(10).items():
        learner.observe(f"hérald/{file}", "1-2", "hérald", lines)
    again = Learner.read(learner.written())
    assert again.written() == learner.written()
    assert again.knows("hérald/03.txt", "1-2")
    again.observe("one more.txt", "", "", ["A line"])
    learner.observe("one more.txt", "", "", ["A line"])
    assert again.collection() == learner.collection()


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"nothing", b'{"type":"collection-0","sources":[]}\n'])
def test_a_file_that_is_none_is_learnt_anew(damage: bytes) -> None:
    learner = Learner()
    learner.observe("a", "", "", ["A line"])
    assert Learner.read(damage).written() == Learner().written()
    assert Learner.read(learner.written()[:-1]).written() == Learner().written()
