from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import make_blocks
from generator.ingest.collection.collection import Learner
from generator.ingest.findings import Reading, Settings
from generator.ingest.rules import RULES
from generator.ingest.rules.collection import standing_lines
from tests.ingest.collections_made_up import headline, paragraphs, source

BEFORE = "promoted-links"
"""The rule that comes right after this one: those that go by words have had their say."""

MAKE = Callable[[int], Sequence[str]]


def set_aside(make: MAKE, number: int = 40, of: Sequence[str] | None = None, folder: str = "") -> dict[str, Role]:
    """What the rule sets aside of one source, the last or another, when `number` of them have been read."""
    learner = Learner()
    for seed in range(number):
        learner.observe(f"{folder}{seed:02}.txt", "", folder, make(seed))
    reading = Reading(make_blocks(of or make(number - 1)), Settings())
    for rule in RULES:
        if rule.name == BEFORE:
            break
        for finding in list(rule.apply(reading)):
            reading.found.setdefault(finding.block, (finding, rule.name))
    found = list(standing_lines(reading, learner.collection().furniture(folder)))
    assert all(finding.fate is Fate.SET_ASIDE for finding in found)
    return {reading.blocks[finding.block].full_text: finding.role for finding in found}


def test_the_rules_that_go_by_words_come_before() -> None:
    names = [rule.name for rule in RULES]
    assert names.index("byline") < names.index("about-author") < names.index(BEFORE)


ABOVE = ["Quarry Street Herald", "Villages", "Tides and moons", "Harbour"]
BELOW = ["Tell the Herald what you saw", "Villages near the quarry", "Delivered by pigeon"]


def test_scraps_around_the_text_that_many_sources_have() -> None:
    found = set_aside(lambda seed: source(seed, above=ABOVE, below=BELOW))
    assert {"Tides and moons", "Harbour", *BELOW} <= set(found)
    assert set(found) <= {*ABOVE, *BELOW}
    assert set(found.values()) == {Role.NAVIGATION}


def test_a_new_source_is_judged_by_those_that_are_there() -> None:
    new = source(900, above=ABOVE, below=[*BELOW, "A line of this source alone"])
    found = set_aside(lambda seed: source(seed, above=ABOVE, below=BELOW), of=new)
    assert "Delivered by pigeon" in found
    assert "A line of this source alone" not in found


def test_one_paper_s_furniture_among_those_of_many() -> None:
    # Ten papers in one folder: each line stands in a tenth of the sources.
    def make(seed: int) -> list[str]:
        paper = "Ash Birch Cedar Elm Fir Hazel Larch Maple Oak Pine".split()[seed % 10]
        promise = f"The {paper} Lane Gazette is put through the doors of {paper} Lane by the children who live there."
        return source(seed, below=[f"Voices of {paper} Lane", f"{paper} moons", promise, f"Pigeons of {paper}"])

    assert set_aside(make, number=60) == {
        "Voices of Pine Lane": Role.NAVIGATION,
        "Pine moons": Role.NAVIGATION,
        "The Pine Lane Gazette is put through the doors of Pine Lane by the children who live there.": Role.NOTICE,
        "Pigeons of Pine": Role.NAVIGATION,
    }


BAKER = "This column appears whenever the baker of Quarry Street has nothing better to do with an afternoon in spring."


def test_a_sentence_that_closes_every_article_of_a_series() -> None:
    found = set_aside(lambda seed: source(seed, below=[BAKER] if seed % 4 == 3 else []))
    assert found == {BAKER: Role.NOTICE}


def test_an_order_between_paragraphs_that_most_sources_have() -> None:
    order = "Have the Herald brought to you by pigeon"
    assert set_aside(lambda seed: source(seed, inside=[order])) == {order: Role.NAVIGATION}


def background(seed: int) -> list[str]:
    """An agency's article: two of five have its paragraphs about the matter, in varying places, often at the end."""
    text, matter = paragraphs(seed, 6), paragraphs(555, 2)
    if seed % 5 < 2:
        place = 6 if seed % 3 else 2 + seed % 4
        text = [*text[:place], *matter, *text[place:]]
    return [headline(seed), *text, *BELOW]


def heading(seed: int) -> list[str]:
    return source(seed, inside=["What the council says"])


def byline(seed: int) -> list[str]:
    return [
        headline(seed),
        f"By {('Ida Marsh', 'Otto Reed')[seed % 2]}",
        f"May {seed % 28 + 1}, 2011",
        *paragraphs(seed),
    ]


def recipe(seed: int) -> list[str]:
    """Things in any order, but salt last, and always the same word below it."""
    things = ["flour", "three eggs", "butter", "milk", "thyme", "water"]
    chosen = random.Random(seed).sample(things, 3)
    return [headline(seed), *chosen, "two spoons of salt", "Now for the fire", *paragraphs(seed)]


def copies(seed: int) -> list[str]:
    """The same story sent by many papers, each under its own name."""
    return [f"Paper number {chr(97 + seed % 26)}{chr(97 + seed // 26)}", headline(1), *paragraphs(1, 8)]


def refrain(seed: int) -> list[str]:
    text = paragraphs(seed)
    return [headline(seed), text[0], "O tide of stone", text[1], "O tide of stone", text[2], "O tide of stone", text[3]]


@pytest.mark.parametrize("make", [background, heading, byline, recipe, copies, refrain], ids=lambda make: make.__name__)
def test_what_articles_share_stays(make: MAKE) -> None:
    for seed in range(12):
        assert not set(set_aside(make, of=make(seed))) - set(BELOW)


def test_a_source_that_stands_mostly_elsewhere_keeps_its_sentences() -> None:
    # Every article has the paragraphs of this source, which has hardly any of its own.
    standing = paragraphs(42, 2)
    own = paragraphs(900, 1)
    assert set_aside(lambda seed: [headline(seed), *paragraphs(seed), *standing], of=["A title", *standing, *own]) == {}


def test_a_source_without_text_is_left_alone() -> None:
    assert set_aside(lambda seed: source(seed, above=ABOVE), of=ABOVE) == {}


def test_nothing_is_known_from_few_sources() -> None:
    assert set_aside(lambda seed: source(seed, above=ABOVE, below=BELOW), number=3) == {}
