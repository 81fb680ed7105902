"""An import learns from all sources, says so in the ledgers, and leaves earlier articles alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.articles.ledger import read_ledger
from generator.config import Cleaning, Config
from generator.ingest.collect import Incoming
from generator.ingest.collection import learning
from generator.ingest.collection.learning import CACHE
from generator.ingest.importer import import_again, import_sources
from generator.ingest.report import ImportReport

TODAY = date(2026, 11, 22)
STANDING = "Every picture of the harbour can be bought at the counter in Quay Street"
NAMES = "Ada Berta Cleo Dora Edna Fanny Greta Hilda Irma Julia".split()


def text(name: str) -> str:
    """An article of its own words, with a line that all have in its middle and two at its end."""
    paragraphs = [
        f"{name} has kept the {name.lower()} lamp for {len(name)} years; her {word} tells the harbour so each night."
        for word in ("bell", "horn", "book", "dog")
    ]
    return "\n\n".join(
        (f"What {name} sees from the tower", "3 May 2011", *paragraphs, STANDING, "Quay Street counter: open at nine")
    )


class Archive:
    """An archive in a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content").mkdir(parents=True)

    def take(self, *names: str, learn: bool = True) -> ImportReport:
        folder = self.root.parent / f"in-{'-'.join(names)}"
        (folder / "paper").mkdir(parents=True)
        for name in names:
            (folder / "paper" / f"{name}.txt").write_text(text(name), encoding="utf-8")
        config = Config(title="An archive", cleaning=Cleaning(learn=learn))
        return import_sources(self.root, config, TODAY, [folder])

    def again(self) -> ImportReport:
        return import_again(self.root, Config(title="An archive"), TODAY)

    def articles(self) -> dict[str, str]:
        return {path.name: path.read_text(encoding="utf-8") for path in (self.root / "content/articles").glob("*.md")}

    def rules_of_the_standing_line(self) -> set[str]:
        ledgers = [read_ledger(path.read_bytes()) for path in self.root.rglob("*.ledger.json")]
        return {line.spans[0].rule for ledger in ledgers for line in ledger.lines[-3:-2]}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def test_what_stands_in_many_sources_is_furniture(archive: Archive) -> None:
    archive.take(*NAMES)
    assert archive.rules_of_the_standing_line() == {"collection-furniture"}
    assert not any(STANDING in article for article in archive.articles().values())


def test_the_settings_can_say_that_nothing_is_to_be_learnt(archive: Archive) -> None:
    archive.take(*NAMES, learn=False)
    assert "collection-furniture" not in archive.rules_of_the_standing_line()
    assert not (archive.root / CACHE).exists()


def test_a_few_sources_teach_nothing(archive: Archive) -> None:
    archive.take(*NAMES[:2])
    assert "collection-furniture" not in archive.rules_of_the_standing_line()


def test_earlier_articles_change_only_when_they_are_cleaned_again(archive: Archive) -> None:
    archive.take(*NAMES[:2])
    early = archive.articles()
    archive.take(*NAMES[2:])
    assert early.items() <= archive.articles().items()
    assert any(STANDING in article for article in early.values())
    archive.again()
    assert not any(STANDING in article for article in archive.articles().values())


def test_a_later_import_reads_only_what_is_new(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.take(*NAMES[:-1])
    read: list[str] = []

    def lines(source: Incoming, _: int) -> list[str]:
        read.append(source.file)
        return []

    monkeypatch.setattr(learning, "_lines", lines)
    archive.take(NAMES[-1])
    assert read == [f"paper/{NAMES[-1]}.txt"]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b'{"type":"collection-1","sources":[["a","b","c",9]]}\n'])
def test_a_damaged_memory_is_learnt_anew(archive: Archive, damage: bytes) -> None:
    archive.take(*NAMES[:-1])
    whole = (archive.root / CACHE).read_bytes()
    (archive.root / CACHE).write_bytes(damage)
    archive.take(NAMES[-1])
    assert archive.rules_of_the_standing_line() == {"collection-furniture"}
    assert len((archive.root / CACHE).read_bytes()) > len(whole)


def test_a_dry_run_remembers_nothing(archive: Archive) -> None:
    place = archive.root.parent / "in"
    place.mkdir()
    (place / "a.txt").write_text(text("Ada"), encoding="utf-8")
    import_sources(archive.root, Config(title="An archive"), TODAY, [place], dry_run=True)
    assert not (archive.root / CACHE).exists()


def test_the_same_story_in_two_sources_is_told(archive: Archive) -> None:
    story = "\n\n".join(f"{name} keeps lamp number {number}, {text(name)}" for number, name in enumerate(NAMES[:4]))
    folder = archive.root.parent / "in"
    for paper, end in (("one", ""), ("two", "\n\nThis paper adds that the dog has died, at a great age.")):
        (folder / paper).mkdir(parents=True)
        (folder / paper / "story.txt").write_text(story + end, encoding="utf-8")
    report = import_sources(archive.root, Config(title="An archive"), TODAY, [folder])
    (pair,) = report.twins
    assert pair.files == ("one/story.txt", "two/story.txt")
    assert pair.shared > 0.9
