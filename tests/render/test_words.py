from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.archive.values import Kind
from generator.articles.ledger import Fate, Role
from generator.render.citations.formatted import STYLES
from generator.render.words.catalogue import ENGLISH, Words, words_for
from generator.render.words.english import TEXTS
from tests.render.archives import reader_files


def test_numbers_choose_their_form_and_have_their_thousands_parted() -> None:
    assert ENGLISH("count.articles", n=1) == "1 article"
    assert ENGLISH("count.articles", n=0) == "0 articles"
    assert ENGLISH("count.articles", n=12345) == "12,345 articles"


def test_a_year_given_as_text_is_left_as_it_is() -> None:
    assert ENGLISH("home.reach_year", year="2007") == "from 2007"


def test_joined() -> None:
    assert [ENGLISH.joined(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_language_without_a_catalogue_gets_english() -> None:
    assert words_for("en-GB") is ENGLISH
    assert words_for("tlh").language == "en"


def test_a_language_with_more_forms_than_two() -> None:
    def form(number: int) -> int:
        return 0 if number % 10 == 1 else 1 if number % 10 < 5 else 2

    russian = Words("ru", {"n": ("{n} статья", "{n} статьи", "{n} статей")}, form, (), (), {}, thousands="\u00a0")
    assert [russian("n", n=number) for number in (21, 3, 1005)] == ["21 статья", "3 статьи", "1\u00a0005 статей"]


def test_names_of_languages() -> None:
    assert ENGLISH.language_name("de-AT") == "German"
    assert ENGLISH.language_name("tlh") == "tlh"


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        ENGLISH("no.such_key")


def _built_keys() -> set[str]:
    """The keys that the program puts together from the names of kinds, roles, fates and styles of citation."""
    styles = {f"cite.{style}" for style in STYLES}
    kinds = {f"{prefix}.{kind}" for kind in Kind for prefix in ("page", "count", "term.of")}
    return kinds | styles | {f"role.{role}" for role in Role} | {f"fate.{fate}" for fate in Fate}


def test_the_catalogue_holds_what_is_asked_of_it_and_nothing_else() -> None:
    render = Path(__file__).parents[2] / "generator" / "render"
    modules = [path for path in sorted(render.rglob("*.py")) if path.parent.name != "words" or path.stem == "catalogue"]
    sources = [path.read_text() for path in modules]
    sources += [data.decode() for path, data in reader_files().items() if path.endswith(".html")]
    named = {name for source in sources for name in re.findall(r"\"([a-z]+\.[a-z_0-9]+)\"", source) if name in TEXTS}
    asked = {key for source in sources for key in re.findall(r"\b(?:t|words|self)\(\s*\"([a-z]+\.[a-z_.]+)\"", source)}
    assert asked <= set(TEXTS)
    beside_the_text = {f"article.{kind}" for kind in (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS, Kind.TAGS)}
    assert named | _built_keys() | beside_the_text >= set(TEXTS)
