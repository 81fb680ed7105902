from __future__ import annotations

import pytest

from generator.render.terms.elsewhere import elsewhere


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("https://www.wikidata.org/wiki/Q207", "Wikidata Q207"),
        ("http://www.wikidata.org/entity/Q207", "Wikidata Q207"),
        ("https://viaf.org/viaf/113230702", "VIAF 113230702"),
        ("https://viaf.org/viaf/113230702/", "VIAF 113230702"),
        ("https://www.geonames.org/3067696/prague.html", "GeoNames 3067696"),
        ("https://sws.geonames.org/3067696/", "GeoNames 3067696"),
        ("https://d-nb.info/gnd/118540238", "GND 118540238"),
        ("https://id.loc.gov/authorities/names/n79021164.html", "Library of Congress n79021164"),
        ("https://isni.org/isni/0000000121032683", "ISNI 0000000121032683"),
        ("https://orcid.org/0000-0002-1825-0097", "ORCID 0000-0002-1825-0097"),
        ("https://www.openstreetmap.org/relation/435514", "OpenStreetMap relation/435514"),
        ("https://en.wikipedia.org/wiki/Prague_Castle", "Wikipedia en: Prague Castle"),
        ("https://ru.wikipedia.org/wiki/%D0%9F%D1%80%D0%B0%D0%B3%D0%B0", "Wikipedia ru: Прага"),
        ("https://www.example.org/", "example.org"),
        ("https://www.wikidata.org/", "wikidata.org"),
        ("https://notwikidata.org/wiki/Q1", "notwikidata.org/wiki/Q1"),
    ],
)
def test_an_address_is_shown_by_its_sites_name(address: str, text: str) -> None:
    view = elsewhere(address)
    assert view.text == text
    assert view.address == address


def test_a_long_address_is_shown_by_its_beginning() -> None:
    assert elsewhere("https://example.org/" + "x" * 200).text == "example.org/" + "x" * 47 + "…"
