from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import generator.archive.gazetteer as module
from generator.archive.authorities import Authorities
from generator.archive.gazetteer import COUNTRIES, country_names, with_countries
from generator.archive.mentions import MentionFinder
from generator.archive.references import resolve_references
from generator.archive.values import Authority, Kind
from generator.articles.article import Article
from generator.problems import Problems
from generator.urls import is_slug
from tests.archive.builders import article, authorities, authority


@cache
def packaged() -> str:
    return Path(module.__file__).with_name(COUNTRIES).read_text(encoding="utf-8")


@cache
def alone(language: str = "en") -> Authorities:
    return with_countries(Authorities({}), packaged(), language)


@cache
def finder() -> MentionFinder:
    return MentionFinder(alone())


def named(text: str, among: Authorities | None = None, **meta: Any) -> list[str]:
    """The ids of the places in a text, sorted."""
    one: Article = article(text=text, title="x", **meta)
    found = MentionFinder(among) if among else finder()
    references = resolve_references(one, among or alone(), Problems())
    return sorted(id_ for _, id_ in found.find(one, references).named)


def test_the_list_is_sound() -> None:
    places = alone().of(Kind.PLACES)
    assert len(places) > 380
    assert all(is_slug(place.id) for place in places)
    assert len({place.id for place in places}) == len(places)
    for place in places:
        assert place.coordinates is not None
        assert -90 <= place.coordinates[0] <= 90
        assert -180 <= place.coordinates[1] <= 180
        assert all(name.strip() == name and name and "|" not in name for name in (place.name, *place.variants))
        assert place.links[0].startswith("https://www.wikidata.org/wiki/Q")
    assert len({place.links for place in places}) == len(places)


def test_only_these_names_are_shared() -> None:
    owners: dict[str, list[str]] = {}
    for place in alone().of(Kind.PLACES):
        for name in {place.name, *place.variants, *alone().usage.forms[Kind.PLACES, place.id]}:
            owners.setdefault(name, []).append(place.id)
    shared = {name for name, ids in owners.items() if len(ids) > 1}
    assert shared == {*"Congo Kongo Kongos Конго Korea Koreas Корея Кореи Корее Корею Кореей".split()}


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Russia"), ("de-AT", "Russland"), ("ru", "Россия"), ("fr", "Russia")]
)
def test_a_place_is_shown_in_the_language_of_the_archive(language: str, name: str) -> None:
    place = alone(language).by_id[Kind.PLACES, "russia"]
    assert place.name == name
    assert {"Russia", "Russland", "Россия"} <= {place.name, *place.variants}
    assert "России" not in place.variants


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The U.S. and the UK told the USA.", ["united-kingdom", "united-states"]),
        ("They told us of it.", []),
        ("Встреча в Москве: Россией и Соединёнными Штатами подписано.", ["moscow", "russia", "united-states"]),
        ("Переговоры в Соединенных Штатах.", ["united-states"]),
        ("Russlands Antwort an die Vereinigten Staaten; Berlins Sorge.", ["berlin", "russia", "united-states"]),
        ("In Papua New Guinea, Equatorial Guinea and Guinea-Bissau.", None),
        ("The island of New Guinea; the Gulf of Mexico; Northern Ireland; Latin America.", []),
        ("Nigeria and Niger.", ["nigeria"]),
        ("A river in Niger, near Niamey.", ["niamey", "niger"]),
    ],
)
def test_names_are_found_in_their_forms_and_not_in_longer_names(text: str, ids: list[str] | None) -> None:
    expected = ["equatorial-guinea", "guinea-bissau", "papua-new-guinea"] if ids is None else ids
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Sam Nunn of Georgia spoke.", []),
        ("Georgia fought; Tbilisi was shelled.", ["georgia", "tbilisi"]),
        ("The Georgian army; Georgia lost.", ["georgia"]),
        ("Michael Jordan and Chad Smith ate turkey. Turkey is good.", []),
        ("Turkey and the Turkish army.", ["turkey"]),
        ("The king of Jordan was in Amman.", ["amman", "jordan"]),
        ("Long Island is an Island.", []),
        ("Того же мнения другие.", []),
        ("The Congo.", []),
        ("The Congo and Kinshasa.", ["democratic-republic-of-the-congo", "kinshasa"]),
        ("Korea is divided, and Seoul is large.", ["seoul", "south-korea"]),
        ("Korea, Seoul and Pyongyang.", ["pyongyang", "seoul"]),
        ("Washington wrote a letter.", []),
        ("The United States; Washington.", ["united-states", "washington"]),
        ("The United States; the Washington Post.", ["united-states"]),
    ],
)
def test_a_doubtful_name_counts_where_the_article_shows_what_it_means(text: str, ids: list[str]) -> None:
    assert named(text) == ids


def test_the_editor_may_show_it() -> None:
    assert named("Nunn of Georgia.", places=("georgia",)) == ["georgia"]


def test_a_name_that_could_not_be_told_is_unclear() -> None:
    one = article(text="Georgia and the Congo, Georgia.", title="x")
    unclear = finder().find(one, resolve_references(one, alone(), Problems())).unclear
    assert [(name.name, [id_ for _, id_ in name.owners]) for name in unclear] == [
        ("Georgia", ["georgia"]),
        ("Congo", ["democratic-republic-of-the-congo", "republic-of-the-congo"]),
    ]


def test_what_is_denied_is_not_unclear() -> None:
    one = article(text="Georgia.", title="x", not_mentions=("georgia",))
    assert finder().find(one, resolve_references(one, alone(), Problems())).unclear == ()


def beside(*own: Authority) -> Authorities:
    return with_countries(authorities(places=own), packaged(), "en")


def test_an_own_entry_with_the_id_is_that_place_and_keeps_what_it_says() -> None:
    own = Authority(id="russia", name="The Federation", description="Ours.", coordinates=(1.0, 2.0))
    (found,) = [place for place in beside(own).of(Kind.PLACES) if place.id == "russia"]
    assert (found.name, found.description, found.coordinates) == ("The Federation", "Ours.", (1.0, 2.0))
    assert "Россия" in found.variants
    assert found.links == ("https://www.wikidata.org/wiki/Q159",)


def test_an_own_entry_with_the_name_keeps_its_id() -> None:
    own = authority("czechia-and-all", "Tschechien", "The Republic")
    places = beside(own)
    assert (Kind.PLACES, "czech-republic") not in places.by_id
    found = places.by_id[Kind.PLACES, "czechia-and-all"]
    assert found.variants[:2] == ("The Republic", "Czech Republic")
    assert found.coordinates == (49.9, 15.4)
    assert named("В Чехии и в Праге.", places) == ["czechia-and-all", "prague"]


def test_an_own_name_is_meant() -> None:
    assert named("Nunn of Georgia.", beside(authority("georgia", "Georgia"))) == ["georgia"]


def test_an_own_entry_that_is_another_thing_takes_the_place_of_the_one_in_the_list() -> None:
    own = Authority(id="georgia", name="Georgia", links=("https://www.wikidata.org/wiki/Q1428",))
    places = beside(own)
    assert places.by_id[Kind.PLACES, "georgia"] == own
    assert named("Грузия", places) == []


def test_a_name_shared_with_a_person_is_not_guessed() -> None:
    people = authorities(people=(authority("paris-hilton", "Paris Hilton", "Paris"),))
    both = with_countries(people, packaged(), "en")
    assert named("Paris came.", both) == []
    assert named("Paris, the city in France.", both) == ["france", "paris"]
    assert named("Paris Hilton came; Paris left.", both) == ["paris-hilton"]


def test_country_names_lead_to_the_name_that_is_shown() -> None:
    names = country_names(packaged(), "de")
    assert names["Москве"] == "Moskau"
    assert names["U.S."] == "USA"
    assert "Georgia" not in names
    assert "Congo" not in names


def test_an_own_list_file_has_no_lines_for_packaged_names() -> None:
    own = authorities(places=(authority("russia", "Russia"),))
    assert with_countries(own, packaged(), "en").lines == own.lines


def test_a_doubtful_name_of_another_language_is_not_told() -> None:
    one = article(text="Long after, an Island.", title="x")
    german = MentionFinder(alone("de"))
    references = resolve_references(one, alone(), Problems())
    assert finder().find(one, references).unclear == ()
    assert [name.name for name in german.find(one, references).unclear] == ["Island"]
