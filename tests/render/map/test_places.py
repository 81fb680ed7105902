from __future__ import annotations

import gzip
import random

import pytest

from generator.archive.values import Archive, Authority, Kind
from generator.output_file import OutputFile
from generator.render.front.texts import licenses_page
from generator.render.map.places import locator, map_notices, map_of_places
from generator.render.terms.pages import term_list_pages, term_pages
from generator.urls import slugify
from tests.render.archives import a_maker, an_archive, an_article
from tests.render.parsed import Parsed

Coordinates = tuple[float, float] | None


def with_places(*places: tuple[str, Coordinates, int]) -> Archive:
    """An archive in which each place is named by so many articles."""
    articles = [
        an_article(f"Article {number}", places=tuple(name for name, _, count in places if number < count))
        for number in range(max(count for _, _, count in places))
    ]
    authorities = {
        (Kind.PLACES, slugify(name)): Authority(id=slugify(name), name=name, coordinates=coordinates)
        for name, coordinates, _ in places
    }
    return an_archive(*articles, authorities=authorities)


def list_page(archive: Archive) -> OutputFile:
    return next(iter(term_list_pages(a_maker(archive), Kind.PLACES)))


ROME = ("Rome", (41.9, 12.5), 5)
PRAGUE = ("Prague", (50.1, 14.4), 3)
KABUL = ("Kabul", (34.5, 69.2), 2)
NOWHERE = ("Nowhere", None, 4)
WORDS = a_maker(with_places(ROME)).words


def test_every_mark_is_a_link_that_tells_its_name_and_number() -> None:
    page = Parsed(list_page(with_places(PRAGUE, ROME, KABUL, NOWHERE)))
    marks = [element for element in page.all("a") if "svg" in element.inside]
    assert [(mark["href"], mark["aria-label"]) for mark in marks] == [
        ("rome.html", "Rome: 5 articles"),
        ("prague.html", "Prague: 3 articles"),
        ("kabul.html", "Kabul: 2 articles"),
    ]
    assert page.texts("text") == ["Rome", "Prague", "Kabul"]
    assert all(mark["cx"] == "0" and mark["cy"] == "0" for mark in page.all("circle"))


def test_the_list_below_says_the_same_and_the_map_can_be_passed() -> None:
    page = Parsed(list_page(with_places(PRAGUE, ROME, NOWHERE)))
    skip = page.one("a", "map-skip")
    assert skip.text == "Past the map: the list below has the same places"
    assert page.one("div", id=skip["href"].removeprefix("#"))
    assert "Nowhere 4 articles" in page.texts("li")
    assert page.one("svg", "map-ground")["aria-hidden"] == "true"


def test_the_caption_states_the_finding() -> None:
    def caption(*places: tuple[str, Coordinates, int]) -> str:
        return Parsed(list_page(with_places(*places))).texts("figcaption")[0]

    assert caption(ROME, PRAGUE, KABUL) == "Named most often: Rome and Prague."
    assert caption(ROME) == "1 place is on the map."
    assert caption(("A", (1, 2), 1), ("B", (3, 40), 1)) == "2 places are on the map."
    assert caption(ROME, PRAGUE, NOWHERE) == "Named most often: Rome. 1 place without coordinates is in the list alone."


def test_without_coordinates_there_is_no_map() -> None:
    archive = with_places(NOWHERE)
    assert map_of_places(archive, WORDS) is None
    assert Parsed(list_page(archive)).all("figure") == []
    assert map_notices(archive) == ()


def test_no_map_on_other_lists_and_on_further_pages() -> None:
    archive = with_places(*((f"Place {number}", (number % 60, number % 90), 1) for number in range(150)))
    pages = list(term_list_pages(a_maker(archive), Kind.PLACES))
    assert [len(Parsed(page).all("figure", "map")) for page in pages] == [1] + [0] * (len(pages) - 1)
    assert len(pages) > 1
    tags = an_archive(an_article("One", tags=("radar",)))
    assert Parsed(next(iter(term_list_pages(a_maker(tags), Kind.TAGS)))).all("figure") == []


def test_two_places_at_one_spot_have_two_marks() -> None:
    view = map_of_places(with_places(("Washington", (38.9, -77.0), 4), ("White House", (38.9, -77.0), 4)), WORDS)
    assert view is not None
    one, two = view.marks
    assert (one.left, one.top) == (two.left, two.top)
    assert (one.aside, one.below) == ("0", "0")
    assert (two.aside, two.below) != ("0", "0")


@pytest.mark.parametrize(
    "places",
    [
        [("North", (90, 0), 1)],
        [("South", (-90, 180), 1)],
        [("East", (0, 180), 1), ("West", (0, -180), 1)],
        [("North", (90, 0), 2), ("South", (-90, 0), 1)],
        [("Suva", (-18.1, 178.4), 1), ("Anchorage", (61.2, -149.9), 1)],
    ],
)
def test_the_ends_of_the_earth_are_on_the_map(places: list[tuple[str, Coordinates, int]]) -> None:
    view = map_of_places(with_places(*places), WORDS)
    assert view is not None
    assert len(view.marks) == len(places)
    for mark in view.marks:
        assert 0 < float(mark.left.rstrip("%")) < 100
        assert 0 < float(mark.top.rstrip("%")) < 100
    assert view.ground.land


def test_a_name_in_the_page_is_text() -> None:
    page = list_page(with_places(('A "<b>" & C', (1, 2), 1))).data.decode()
    assert "<b>" not in page
    assert 'aria-label="A &#34;&lt;b&gt;&#34; &amp; C: 1 article"' in page


def test_thousands_of_places_make_no_heavy_page() -> None:
    chance = random.Random(7)
    crowd = [
        (f"A place named {number}", (chance.gauss(45, 12), chance.gauss(20, 30)), 1 + 2000 // (number + 40))
        for number in range(2000)
    ]
    archive = with_places(*crowd)
    view = map_of_places(archive, WORDS)
    assert view is not None
    assert 60 < len(view.marks) <= 150
    assert f"{2000 - len(view.marks):,} more places, for which the map has no room, are in the list." in view.caption
    page = list_page(archive).data
    assert len(page) < 100_000
    assert len(gzip.compress(page)) < 20_000


def test_a_place_has_a_small_map_on_the_first_of_its_pages() -> None:
    archive = with_places(("Rome", (41.9, 12.5), 150), NOWHERE)
    pages = [Parsed(page) for page in term_pages(a_maker(archive), Kind.PLACES)]
    rome = [page for page in pages if page.texts("h1")[0].startswith("Rome")]
    assert [len(page.all("figure", "locator")) for page in rome] == [1] + [0] * (len(rome) - 1)
    assert len(rome) > 1
    picture = next(element for element in rome[0].all("svg") if element.attributes.get("role") == "img")
    assert picture["aria-label"] == "Map: where Rome lies"
    assert all(not page.all("figure", "locator") for page in pages if page.texts("h1") == ["Nowhere"])


@pytest.mark.parametrize("coordinates", [(55.75, 37.6), (61.0, 8.0), (10.0, 120.0), (75.0, -90.0), (-52.0, -72.0)])
def test_a_small_map_is_light(coordinates: tuple[float, float]) -> None:
    archive = with_places(("There", coordinates, 1))
    view = locator(archive.terms[Kind.PLACES][0], WORDS)
    assert view is not None
    assert len(gzip.compress((view.ground.land + view.ground.graticule).encode())) < 6_000


def test_only_places_are_located() -> None:
    authority = Authority(id="rome", name="Rome", coordinates=(41.9, 12.5))
    archive = an_archive(an_article("One", people=("Rome",)), authorities={(Kind.PEOPLE, "rome"): authority})
    assert locator(archive.terms[Kind.PEOPLE][0], WORDS) is None


def test_the_page_of_licences_says_whose_coastlines_they_are() -> None:
    page = Parsed(licenses_page(a_maker(with_places(ROME)), ()))
    assert page.texts("h3") == ["Natural Earth 4.1.0 Public domain"]
    assert "Natural Earth" not in licenses_page(a_maker(with_places(NOWHERE)), ()).data.decode()


def test_the_same_places_make_the_same_map() -> None:
    assert list_page(with_places(ROME, PRAGUE, KABUL)).data == list_page(with_places(ROME, PRAGUE, KABUL)).data
