from __future__ import annotations

from collections.abc import Sequence

from generator.archive.marks import Part
from generator.building.units import Building, Made, SiteRecord, UnitName, checked
from generator.output_file import OutputFile
from generator.publish.publish import CheckedFile
from generator.publish.staging import Stamp

ONE, TWO = ("page", "one"), ("page", "two")
STAMPS = {"one.html": Stamp(5, 1), "two.html": Stamp(5, 2)}


class Site:
    """Pages that each read one part, and what was made of them."""

    def __init__(self) -> None:
        self.marks: dict[Part, bytes] = {"body:one": b"1", "body:two": b"2", "order:": b"3"}
        self.stamps = dict(STAMPS)
        self.last = SiteRecord()
        self.made: list[UnitName] = []

    def build(self, *units: UnitName, key: bytes = b"key") -> Building:
        building = Building(self.last, STAMPS, self.stamps, lambda part: self.marks.get(part, b""))
        self.made = []
        for file in building.files(list(units), key, self._make):
            if isinstance(file, CheckedFile):
                building.links.add(file.path, file.links)
        self.last = building.record()
        return building

    def _make(self, units: Sequence[UnitName]) -> list[Made]:
        self.made = list(units)
        return [self._page(name) for _, name in units]

    def _page(self, name: str) -> Made:
        page = OutputFile(f"{name}.html", f'<a id="{name}" href="two.html#two">'.encode())
        return Made(("page", name), (checked(page),), (f"body:{name}", "order:"))


def test_what_has_not_changed_is_kept_with_its_links() -> None:
    site = Site()
    first = site.build(ONE, TWO)
    assert site.made == [ONE, TWO]
    second = site.build(ONE, TWO)
    assert site.made == []
    assert second.reasons == {}
    assert second.links.anchors == first.links.anchors == {"one.html": "\none\n", "two.html": "\ntwo\n"}
    assert second.links.wanted == first.links.wanted
    assert list(second.links.targets) == list(first.links.targets) == ["two.html\ntwo"]


def test_only_what_read_a_changed_part_is_made_anew() -> None:
    site = Site()
    site.build(ONE, TWO)
    site.marks["body:two"] = b"other"
    building = site.build(ONE, TWO)
    assert site.made == [TWO]
    assert building.reasons == {"two.html": "the text of two changed"}
    site.build(ONE, TWO)
    assert site.made == []


def test_another_key_a_new_unit_and_a_file_that_does_not_stand_are_reasons_too() -> None:
    site = Site()
    site.build(ONE)
    assert site.build(ONE, TWO).reasons == {"two.html": "it is new"}
    site.stamps["one.html"] = Stamp(5, 9)
    assert site.build(ONE, TWO).reasons == {"one.html": "one.html did not stand as it was written"}
    del site.stamps["one.html"]
    assert list(site.build(ONE, TWO).reasons) == ["one.html"]
    site.stamps = dict(STAMPS)
    site.build(ONE, TWO, key=b"other")
    assert site.made == [ONE, TWO]


def test_parts_that_nobody_reads_any_more_are_forgotten() -> None:
    site = Site()
    many = [("page", f"gone-{number}") for number in range(20)]
    site.build(ONE, TWO, *many)
    assert len(site.last.parts) == 23
    site.build(ONE, TWO)
    assert sorted(site.last.parts) == ["body:one", "body:two", "order:"]
    assert site.build(ONE, TWO).reasons == {}
    site.marks["body:one"] = b"other"
    site.build(ONE, TWO)
    assert site.made == [ONE]


def test_the_paths_of_units_stand_in_the_order_of_the_units() -> None:
    site = Site()
    site.build(TWO)
    building = Building(site.last, STAMPS, site.stamps, lambda part: site.marks.get(part, b""))
    list(building.files([ONE, TWO], b"key", site._make))
    assert list(building.paths([ONE, TWO])) == ["one.html", "two.html"]
