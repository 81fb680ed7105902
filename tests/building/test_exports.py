from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.archive.values import Archive
from generator.pipeline import build
from generator.render import site
from generator.render.exports import catalogue_json
from generator.render.exports.files import export_piece

CONNECTED = Path(__file__).resolve().parents[2] / "tests/sites/good/connected"


class Pieces:
    """An archive, and the articles of which a piece of the exports is made."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(CONNECTED / "content", root / "content")
        self.root, self.folder = root, root / "content/articles"
        self.made: list[str] = []
        make = export_piece

        def noted(archive: Archive, slug: str, with_texts: bool) -> tuple[bytes, ...]:
            self.made.append(slug)
            return make(archive, slug, with_texts)

        monkeypatch.setattr(site, "export_piece", noted)

    def build(self) -> list[str]:
        """The articles of which a piece was made; the exports are those of a build from nothing."""
        self.made = []
        build(self.root)
        made, exports = sorted(self.made), self._exports()
        anew = self.root.with_name("anew")
        shutil.rmtree(anew, ignore_errors=True)
        shutil.copytree(self.root / "content", anew / "content")
        build(anew)
        assert exports == {path.name: path.read_bytes() for path in (anew / "output/exports").iterdir()}
        return made

    def _exports(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.root / "output/exports").iterdir()}


@pytest.fixture
def pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pieces:
    return Pieces(tmp_path / "archive", monkeypatch)


def test_only_pieces_are_made_of_which_something_changed(pieces: Pieces) -> None:
    everything = pieces.build()
    assert len(everything) == 6
    first = next(path for path in sorted(pieces.folder.glob("*.md")) if path.stem in everything)
    first.write_text(first.read_text().rstrip() + " And that was all.\n")
    made = pieces.build()
    assert first.stem in made
    assert len(made) < len(everything)


def test_pieces_come_go_and_change_places(pieces: Pieces) -> None:
    pieces.build()
    (pieces.folder / "another.md").write_text("---\ntitle: Another matter\ndate: 1999\n---\nNobody had asked for it.\n")
    assert "another" in pieces.build()
    (pieces.folder / "another.md").unlink()
    assert "another" not in pieces.build()


def test_where_the_exports_were_taken_away_all_pieces_are_made_anew(pieces: Pieces) -> None:
    everything = pieces.build()
    (pieces.root / "output/exports/articles.csv").unlink()
    assert pieces.build() == everything


def test_whether_the_texts_are_in_them_is_the_same_for_all(pieces: Pieces, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = pieces.build()
    monkeypatch.setattr(catalogue_json, "LARGEST_TEXT", 3)
    path = next(pieces.folder.glob("*.md"))
    path.write_text(path.read_text().rstrip() + " And that was all.\n")
    assert pieces.build() == everything
