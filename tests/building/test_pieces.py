from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.archive.watched import Watch
from generator.building.pieces import FormerFile, FormerPieces, Piece, Pieces, PiecesRecord
from generator.building.units import Building, Made, SiteRecord
from generator.output_file import OutputFile
from generator.publish.staging import Stamp

TEXTS = {"one": "uno", "two": "dos", "three": "tres"}
BEFORE, BETWEEN = (b"<", b""), (b", ", b"\n")


class Written:
    """Two files that have something of each text, the second one in capitals."""

    def __init__(self) -> None:
        self.watch = Watch()
        self.made: list[str] = []

    def pieces(self, texts: dict[str, str], former: FormerPieces | None = None, about: str = "") -> Pieces:
        self.made = []
        self.watch.begin()
        pieces = Pieces(self.watch, former)
        taken = pieces.stretches(list(texts), lambda name: self._piece(name, texts[name]), about)
        columns = zip(BEFORE, BETWEEN, zip(*taken, strict=True), strict=True)
        self.files = tuple(before + between.join(of) for before, between, of in columns)
        return pieces

    def _piece(self, name: str, text: str) -> Piece:
        self.made.append(name)
        self.watch.read |= {f"body:{name}", "title:"}
        return text.encode(), text.upper().encode()

    def former(self, pieces: Pieces, changed: Iterable[str]) -> FormerPieces:
        parts = pieces.parts
        files = [FormerFile(*of) for of in zip(self.files, map(len, BEFORE), map(len, BETWEEN), strict=True)]
        return FormerPieces(pieces.record(), parts, [parts.index(part) for part in changed], files)


def test_only_pieces_are_made_of_which_something_changed() -> None:
    written = Written()
    first = written.pieces(TEXTS)
    assert written.made == ["one", "two", "three"]
    assert written.files == (b"<uno, dos, tres", b"UNO\nDOS\nTRES")
    assert set(first.parts) == {"title:", "body:one", "body:two", "body:three"}
    texts = TEXTS | {"two": "zwei"}
    second = written.pieces(texts, written.former(first, ["body:two"]))
    assert written.made == ["two"]
    assert written.files == (b"<uno, zwei, tres", b"UNO\nZWEI\nTRES")
    third = written.pieces(texts, written.former(second, []))
    assert written.made == []
    assert written.files == (b"<uno, zwei, tres", b"UNO\nZWEI\nTRES")
    assert third.record() == second.record()


def test_pieces_come_go_and_change_places() -> None:
    written = Written()
    former = written.former(written.pieces(TEXTS), ["body:two"])
    written.pieces({"four": "quatro", "three": "tres", "one": "uno"}, former)
    assert written.made == ["four"]
    assert written.files == (b"<quatro, tres, uno", b"QUATRO\nTRES\nUNO")


@pytest.mark.parametrize(("changed", "about"), [(["title:"], ""), ([], "with texts")])
def test_what_all_are_made_of_has_all_made_anew(changed: list[str], about: str) -> None:
    written = Written()
    former = written.former(written.pieces(TEXTS), changed)
    written.pieces(TEXTS, former, about)
    assert written.made == ["one", "two", "three"]


def test_what_a_piece_reads_is_no_part_of_what_is_read_around_it() -> None:
    written = Written()
    written.pieces(TEXTS)
    assert written.watch.read == set()


def test_no_pieces_at_all() -> None:
    written = Written()
    former = FormerPieces(Pieces(Watch()).record(), (), (), [FormerFile(b"", 0, 0), FormerFile(b"", 0, 0)])
    written.pieces(TEXTS, former)
    assert written.made == ["one", "two", "three"]


UNIT = ("exports", "")


def built(last: SiteRecord, read: tuple[str, ...], pieces: PiecesRecord, unit: tuple[str, str] = UNIT) -> SiteRecord:
    building = Building(last, {}, {}, lambda _: b"")
    list(building.files([unit], b"key", lambda _: [Made(unit, (OutputFile("a", b""),), read, pieces)]))
    return building.record()


def test_a_building_numbers_the_parts_of_pieces_as_it_does_its_own() -> None:
    written = Written()
    pieces = written.pieces(TEXTS)
    others = tuple(f"body:{number}" for number in range(9))
    last = built(SiteRecord(), others, Pieces(Watch()).record(), ("page", ""))
    # The parts of the page are forgotten, since there is none any more.
    record = built(last, (*others[:1], *pieces.parts), pieces.record().numbered(range(1, 9)))
    found = Building(record, {}, {}, lambda part: b"new" if part == "body:two" else b"").former_pieces(UNIT, b"key")
    assert found is not None
    former, parts, changed = found
    assert set(parts) == {"body:0", *pieces.parts}
    files = [FormerFile(*of) for of in zip(written.files, map(len, BEFORE), map(len, BETWEEN), strict=True)]
    written.pieces(TEXTS, FormerPieces(former, parts, changed, files))
    assert written.made == ["two"]


def test_there_are_no_former_pieces_of_another_key_or_of_files_that_do_not_stand() -> None:
    record = built(SiteRecord(), (), Pieces(Watch()).record())
    assert Building(record, {}, {}, lambda _: b"").former_pieces(UNIT, b"key") is not None
    assert Building(record, {}, {}, lambda _: b"").former_pieces(UNIT, b"other") is None
    assert Building(record, {"a": Stamp(1, 1)}, {}, lambda _: b"").former_pieces(UNIT, b"key") is None
