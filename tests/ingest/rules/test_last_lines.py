"""Short lines at an article's end that are its own."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import article, clean_blocks

RECIPE = (
    "Soup of the lamp room",
    "The keeper cooks it in the long nights of winter, when no boat is out and the stove has to burn in any case.",
    "* 200 g pearl barley\n* 300 g beans\n* 1 onion, chopped\n* 2 tbsp oil",
    "Soak the beans for a night, and boil them without salt for an hour, or as long as the wind lets the stove draw.",
)


def test_what_a_recipe_tells_in_the_end() -> None:
    facts = ("Difficulty: easy", "Time: 90 minutes", "Serves: 4")
    result = clean_blocks(*RECIPE, "\n".join(facts))
    assert [line for line in facts if result.fate(line) is not Fate.KEPT] == []


def test_the_same_below_another_text_may_be_the_pages() -> None:
    facts = ("Format: paper", "Pages: 90", "Copies: 4")
    result = article(below=("\n".join(facts),))
    assert {result.fate(line) for line in facts} == {Fate.SET_ASIDE}


def test_where_a_recipe_can_be_seen_is_the_pages() -> None:
    links = ("Pictures: www.lamp.example/soup", "Films: www.lamp.example/films")
    result = clean_blocks(*RECIPE, "\n".join(links))
    assert {result.fate(line) for line in links} == {Fate.SET_ASIDE}


@pytest.mark.parametrize(
    "lines",
    [
        ("Leuchtstadt, den 3. Mai 2011", "Der Hafenmeister", "Otto Beispiel"),
        ("Fait à Port-Phare, le 3 mai 2011", "Le maire", "Jean Exemple"),
        ("Lampton, 3 May 2011", "Ada Example", "Keeper of the Light"),
    ],
)
def test_place_and_day_above_those_who_sign(lines: tuple[str, ...]) -> None:
    result = article(below=lines)
    assert [line for line in lines if result.fate(line) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Lampton, 3 May 2011, 12:30", "Ada Example", "Keeper of the Light"),
        ("Lampton, 3 May 2011", "Home", "Weather", "Sport", "Obituaries", "Cinema", "Tides"),
    ],
)
def test_a_day_above_a_pages_foot_does_not_keep_it(lines: tuple[str, ...]) -> None:
    result = article(below=lines)
    assert {result.fate(line) for line in lines[1:]} == {Fate.SET_ASIDE}


@pytest.mark.parametrize(
    "line", ["(To be continued)", "(À suivre)", "Fortsetzung folgt …", "(Продолжение следует)", "（つづく）"]
)
def test_what_says_that_the_story_goes_on_ends_it(line: str) -> None:
    assert article(below=(line, "Share")).fate(line) is Fate.KEPT


def test_a_link_to_the_next_page_is_none_of_it() -> None:
    assert article(below=("Continued on page 2", "Share")).fate("Continued on page 2") is Fate.SET_ASIDE
