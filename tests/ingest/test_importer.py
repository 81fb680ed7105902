"""Import on the disk: nothing is lost, nothing of the editor's is overwritten, one bad file never stops the rest."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.articles.ledger import Fate, read_ledger
from generator.articles.read import read_article
from generator.config import Cleaning, Config
from generator.ingest.atomic_write import write_atomically
from generator.ingest.collect import collect
from generator.ingest.importer import import_again, import_sources
from generator.ingest.report import Action, ImportReport
from generator.problems import Problems
from tests.ingest.sources import PARAGRAPHS, TITLE

TODAY = date(2026, 11, 21)
LATER = date(2027, 1, 5)
CONFIG = Config(title="An archive")
TEXT = "\n\n".join((TITLE, "By Ada Example", *PARAGRAPHS)) + "\n"
SLUG = "harbour-town-argues-over-a-lighthouse-keeper"


class Archive:
    """An archive in a temporary folder, and a folder of sources beside it."""

    def __init__(self, place: Path) -> None:
        self.root = place / "archive"
        self.incoming = place / "in"
        (self.root / "content").mkdir(parents=True)
        self.incoming.mkdir()

    def put(self, name: str, content: str | bytes = TEXT) -> Path:
        path = self.incoming / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def take(self, *paths: Path, replace: bool = False, dry_run: bool = False, today: date = TODAY) -> ImportReport:
        return import_sources(self.root, CONFIG, today, paths or [self.incoming], replace=replace, dry_run=dry_run)

    def again(self, *files: str, dry_run: bool = False) -> ImportReport:
        return import_again(self.root, CONFIG, LATER, files, dry_run=dry_run)

    @property
    def articles(self) -> list[str]:
        folder = self.root / "content" / "articles"
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    def article(self, slug: str = SLUG) -> Path:
        return self.root / "content" / "articles" / f"{slug}.md"

    def source(self, name: str = "a.txt") -> Path:
        return self.root / "content" / "sources" / name

    def ledger(self, name: str = "a.txt") -> Path:
        return self.root / "content" / "sources" / f"{name}.ledger.json"

    def state(self) -> dict[str, tuple[bytes, int]]:
        """Every file's bytes and time of change, but for what was only kept to save time."""
        files = (path for path in sorted(self.root.rglob("*")) if path.is_file() and ".cache" not in path.parts)
        return {path.relative_to(self.root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def actions(report: ImportReport) -> list[tuple[str, Action]]:
    return [(outcome.file, outcome.action) for outcome in report.outcomes]


def told(report: ImportReport) -> list[str]:
    return [f"{problem.severity} {problem}" for problem in report.problems]


def test_a_source_becomes_three_files(archive: Archive) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    archive.put("sub/a.txt", data)
    report = archive.take()
    assert sorted(archive.state()) == [
        f"content/articles/{SLUG}.md",
        "content/sources/sub/a.txt",
        "content/sources/sub/a.txt.ledger.json",
    ]
    assert archive.source("sub/a.txt").read_bytes() == data
    (outcome,) = report.outcomes
    assert (outcome.file, outcome.article, outcome.action) == (
        "sub/a.txt", f"content/articles/{SLUG}.md", Action.NEW
    )  # fmt: skip
    assert outcome.fates == {Fate.KEPT: 5, Fate.LIFTED: 2}
    problems = Problems()
    article = read_article("content/articles/x.md", archive.article().read_bytes(), problems)
    assert article is not None
    assert article.meta.source is not None
    assert (article.meta.source.file, str(article.meta.source.imported)) == ("sub/a.txt", "2026-11-21")


def test_a_name_that_not_every_system_allows_is_kept_under_one_that_all_do(archive: Archive) -> None:
    archive.put("index.php?id=7.txt")
    report = archive.take()
    assert report.problems == ()
    assert sorted(archive.state()) == [
        f"content/articles/{SLUG}.md",
        "content/sources/index.php%3Fid=7.txt",
        "content/sources/index.php%3Fid=7.txt.ledger.json",
    ]
    article = read_article("content/articles/x.md", archive.article().read_bytes(), Problems())
    assert article
    assert article.meta.source
    assert article.meta.source.file == "index.php%3Fid=7.txt"
    before = archive.state()
    assert archive.take(today=LATER).outcomes == ()
    assert archive.state() == before


def test_import_twice_changes_nothing(archive: Archive) -> None:
    archive.put("a.txt")
    archive.put("sub/b.txt", TEXT.replace("keeper", "warden"))
    archive.take()
    before = archive.state()
    report = archive.take(today=LATER)
    assert (report.outcomes, report.problems) == ((), ())
    assert archive.state() == before
    assert archive.take(archive.source(), today=LATER).outcomes == ()
    assert archive.state() == before


def test_a_dry_run_writes_nothing_and_tells_what_would_be_done(archive: Archive) -> None:
    archive.put("a.txt")
    archive.put("b.txt")
    report = archive.take(dry_run=True)
    assert [(outcome.article, outcome.action) for outcome in report.outcomes] == [
        (f"content/articles/{SLUG}.md", Action.NEW),
        (f"content/articles/{SLUG}-2.md", Action.NEW),
    ]
    assert archive.state() == {}
    assert list(archive.root.rglob("*")) == [archive.root / "content"]
    archive.take()
    before = archive.state()
    archive.put(
        "a.txt", TEXT + "\nOne more line, which is long enough to be a paragraph of its own, as anyone can see.\n"
    )
    assert actions(archive.take(replace=True, dry_run=True)) == [("a.txt", Action.REWRITTEN)]
    archive.again(dry_run=True)
    assert archive.state() == before


def test_every_source_without_a_ledger_is_imported(archive: Archive) -> None:
    archive.source("sub").mkdir(parents=True)
    archive.source("sub/a.txt").write_text(TEXT)
    assert actions(import_sources(archive.root, CONFIG, TODAY)) == [("sub/a.txt", Action.NEW)]
    assert import_sources(archive.root, CONFIG, TODAY).outcomes == ()


def test_an_article_that_the_editor_deleted_stays_deleted(archive: Archive) -> None:
    path = archive.put("a.txt")
    archive.take()
    archive.article().unlink()
    assert archive.take().outcomes == ()
    report = archive.again()
    assert (archive.articles, told(report)) == (
        [], ["notice content/sources/a.txt: its article was deleted, and stays so"]
    )  # fmt: skip
    path.write_text(TEXT + "More.\n")
    archive.take(replace=True)
    assert archive.articles == []
    archive.ledger().unlink()
    assert actions(archive.take(archive.source())) == [("a.txt", Action.NEW)], "as the hint says"


def test_a_name_that_is_there_with_other_bytes_is_refused(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    before = archive.state()
    path = archive.put("a.txt", TEXT.replace("keeper", "warden"))
    report = archive.take()
    assert told(report) == [f"error {path}: content/sources/a.txt is there with other bytes"]
    assert "--replace" in report.problems[0].hint
    assert archive.state() == before


def test_replace_takes_the_new_bytes_and_merges_them_with_the_editors_article(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    archive.article().write_text(archive.article().read_text().replace("Nobody disputes", "No one disputes"))
    archive.put("a.txt", TEXT.replace("with charts", "with maps"))
    report = archive.take(replace=True, today=LATER)
    assert (actions(report), told(report)) == ([("a.txt", Action.MERGED)], [])
    assert archive.source().read_text() == TEXT.replace("with charts", "with maps")
    text = archive.article().read_text()
    assert "No one disputes" in text
    assert "with maps" in text
    assert "imported: 2026-11-21" in text, "the day of the first import is written once"
    assert read_ledger(archive.ledger().read_bytes()).imported == text.replace("No one", "Nobody")
    assert archive.take(replace=True).outcomes == ()


def test_cleaning_again_without_new_rules_changes_nothing(archive: Archive) -> None:
    archive.put("a.txt")
    archive.put("b.txt", TEXT.replace("keeper", "warden"))
    archive.take()
    archive.article().write_text(archive.article().read_text().replace("Nobody", "No one"))
    before = archive.state()
    assert actions(archive.again()) == [("a.txt", Action.UNCHANGED), ("b.txt", Action.UNCHANGED)]
    assert archive.state() == before


def older(archive: Archive, *changes: tuple[str, str], edited: tuple[str, str] = ("", "")) -> None:
    """Makes it so that the last import was by older rules, which made other text of the source."""
    base = archive.article().read_text()
    for new, old in changes:
        assert new in base
        base = base.replace(new, old)
    ledger = archive.ledger().read_text()
    archive.ledger().write_text(ledger.replace(_json(archive.article().read_text()), _json(base)))
    archive.article().write_text(base.replace(*edited) if edited[0] else base)


def _json(text: str) -> str:
    return '"' + text.replace("\n", "\\n") + '"'


def test_with_new_rules_an_article_nobody_edited_is_rewritten(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    today = archive.article().read_text()
    older(archive, ("with charts.", "with charts.\n\nShare"))
    assert actions(archive.again()) == [("a.txt", Action.REWRITTEN)]
    assert archive.article().read_text() == today
    assert actions(archive.again()) == [("a.txt", Action.UNCHANGED)]


def test_with_new_rules_an_edited_article_is_merged(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    today = archive.article().read_text()
    older(archive, ("with charts.", "with charts.\n\nShare"), edited=("Nobody disputes", "No one disputes"))
    report = archive.again()
    assert (actions(report), told(report)) == ([("a.txt", Action.MERGED)], [])
    assert archive.article().read_text() == today.replace("Nobody disputes", "No one disputes")


def test_where_both_changed_a_place_the_edit_stands_and_it_is_told_once(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    older(archive, ("with charts.", "with charts. Share"), edited=("with charts. Share", "with maps. Share"))
    report = archive.again()
    text = archive.article().read_text()
    line = text[: text.index("with maps")].count("\n") + 1
    assert told(report) == [
        f"warning content/articles/{SLUG}.md:{line}: both the editor and the new import changed this; "
        "the editor's text stands"
    ]
    assert "with charts." in report.problems[0].hint
    assert "with maps. Share" in archive.article().read_text()
    assert archive.again().problems == ()


def test_an_article_that_was_moved_and_renamed_is_recognised(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    moved = archive.root / "content" / "articles" / "2011" / "a-keeper.md"
    moved.parent.mkdir()
    archive.article().rename(moved)
    older_text = moved.read_text()
    archive.put("a.txt", TEXT.replace("with charts", "with maps"))
    report = archive.take(replace=True)
    assert [(outcome.article, outcome.action) for outcome in report.outcomes] == [
        ("content/articles/2011/a-keeper.md", Action.REWRITTEN)
    ]
    assert moved.read_text() != older_text
    assert archive.articles == ["2011/a-keeper.md"]


def test_a_kill_between_article_and_ledger_is_made_good_by_the_next_import(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    ledger = archive.ledger().read_bytes()
    archive.ledger().unlink()
    assert actions(archive.take(today=LATER)) == [("a.txt", Action.UNCHANGED)]
    assert archive.ledger().read_bytes() == ledger, "the article tells the day of the first import"


def test_an_edited_article_without_a_ledger_is_adopted_as_it_is(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    ledger = archive.ledger().read_bytes()
    archive.ledger().unlink()
    edited = archive.article().read_text().replace("Nobody", "No one")
    archive.article().write_text(edited)
    assert actions(archive.take(today=LATER)) == [("a.txt", Action.ADOPTED)]
    assert (archive.article().read_text(), archive.ledger().read_bytes()) == (edited, ledger)


@pytest.mark.parametrize("written", [0, 1, 2])
def test_a_kill_at_any_point_leaves_a_state_that_the_next_import_completes(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    archive.put("a.txt")
    archive.take()
    archive.article().write_text(archive.article().read_text().replace("Nobody disputes", "No one disputes"))
    archive.put("a.txt", TEXT.replace("with charts", "with maps"))
    count = 0

    def kill(path: Path, data: bytes) -> None:
        nonlocal count
        if count == written:
            raise KeyboardInterrupt
        count += 1
        write_atomically(path, data)

    monkeypatch.setattr("generator.ingest.importer.write_atomically", kill)
    with pytest.raises(KeyboardInterrupt):
        archive.take(replace=True)
    monkeypatch.undo()
    archive.take(replace=True)
    text = archive.article().read_text()
    assert "No one disputes" in text
    assert "with maps" in text
    assert archive.source().read_text() == TEXT.replace("with charts", "with maps")
    assert "with maps" in read_ledger(archive.ledger().read_bytes()).imported
    assert archive.take(replace=True).outcomes == ()


def _many(archive: Archive) -> None:
    for number in range(40):
        archive.put(f"{number:02}.txt", TEXT.replace("charts", f"charts of the year {number}"))
    archive.put("07.txt", b"\x00\x01\x02" * 400)


def _contents(archive: Archive) -> dict[str, bytes]:
    content = archive.root / "content"
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_one_process_and_two_import_the_same(tmp_path: Path) -> None:
    results = []
    for workers in (1, 2):
        (tmp_path / str(workers)).mkdir()
        archive = Archive(tmp_path / str(workers))
        _many(archive)
        seen: list[tuple[int, int]] = []
        report = import_sources(
            archive.root,
            CONFIG,
            TODAY,
            [archive.incoming],
            workers=workers,
            progress=lambda done, total, seen=seen: seen.append((done, total)),  # type: ignore[misc]
        )
        problems = [(problem.path.rpartition("/")[2], problem.text) for problem in report.problems]
        results.append((report.outcomes, problems, report.twins, seen, _contents(archive)))
    assert results[0] == results[1]
    assert len(results[0][0]) == 39, "one bad file never stops the rest"
    assert results[0][3][-1] == (40, 40)


def test_a_kill_in_the_middle_of_many_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("whole", "killed"):
        (tmp_path / name).mkdir()
    whole, killed = Archive(tmp_path / "whole"), Archive(tmp_path / "killed")
    for archive in (whole, killed):
        _many(archive)
    whole.take()
    left = iter(range(50))

    def kill(path: Path, data: bytes) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        write_atomically(path, data)

    monkeypatch.setattr("generator.ingest.importer.write_atomically", kill)
    with pytest.raises(KeyboardInterrupt):
        killed.take()
    monkeypatch.undo()
    assert 0 < len(_contents(killed)) < len(_contents(whole))
    killed.take(today=LATER)
    assert {name for name in _contents(killed) if name.endswith(".txt")} == {
        name for name in _contents(whole) if name.endswith(".txt")
    }
    articles = [read_ledger(path.read_bytes()).imported for path in killed.root.rglob("*.ledger.json")]
    assert len(articles) == 39 == len(killed.articles), "no source has two articles, none has none"


def test_two_sources_with_one_title_get_two_slugs(archive: Archive) -> None:
    archive.put("b.txt")
    archive.put("a.txt")
    archive.take()
    assert archive.articles == [f"{SLUG}-2.md", f"{SLUG}.md"]
    assert "file: a.txt" in archive.article().read_text(), "in the order of the sources' names"
    archive.put("c.txt")
    archive.take()
    assert archive.articles == [f"{SLUG}-2.md", f"{SLUG}-3.md", f"{SLUG}.md"]


def test_a_slug_differs_from_all_others_whatever_their_case_and_folder(archive: Archive) -> None:
    for name in (f"old/{SLUG.upper()}.md", f"{SLUG}-2.MD"):
        path = archive.root / "content" / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntitle: By hand\n---\n")
    archive.put("a.txt")
    archive.take()
    assert archive.article(f"{SLUG}-3").exists()


def test_titles_without_letters_and_of_three_hundred_characters(archive: Archive) -> None:
    body = "\n\n" + "\n\n".join(PARAGRAPHS)
    archive.put("a.txt", "!!!\n\nBy Ada Example" + body)
    archive.put("b.txt", "🕯🕯" + body)
    archive.put("c.txt", "Lamp " * 60 + body)
    archive.put("d.txt", "Последний смотритель" + body)
    archive.take()
    slugs = [name.removesuffix(".md") for name in archive.articles]
    assert len(slugs) == 4
    assert sum(slug.startswith("untitled-") for slug in slugs) == 2
    assert "poslednii-smotritel" in slugs
    assert all(len(slug) <= 60 for slug in slugs)


def test_a_source_whose_name_differs_only_in_case(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    archive.put("a.txt").unlink()
    path = archive.put("A.txt")
    report = archive.take()
    assert told(report) == [f"error {path}: A.txt differs only in case from a source that is there"]
    assert not archive.source("A.txt").exists()


BAD = {
    "binary.txt": b"\x7fELF\x02\x01" + bytes(range(256)) * 40,
    "empty.txt": b"",
    "large.txt": b"x" * 2_001,
    "nul.txt": b"\0" * 300,
    "pdf.txt": b"%PDF-1.4 and so on",
    "spaces.txt": b" \n\t\r\n",
}


def test_bad_files_are_refused_by_name_and_not_copied_and_the_rest_goes_on(archive: Archive) -> None:
    for name, data in BAD.items():
        archive.put(name, data)
    archive.put("good.txt")
    config = Config(title="An archive", cleaning=Cleaning(largest_source=2_000))
    report = import_sources(archive.root, config, TODAY, [archive.incoming])
    assert actions(report) == [("good.txt", Action.NEW)]
    assert [Path(problem.path).name for problem in report.problems] == sorted([*BAD])
    assert all(problem.text.startswith("not imported: ") and problem.hint for problem in report.problems)
    assert sorted(path.name for path in (archive.root / "content" / "sources").iterdir()) == [
        "good.txt", "good.txt.ledger.json"
    ]  # fmt: skip


def test_a_refused_replacement_leaves_the_old_source(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    before = archive.state()
    archive.put("a.txt", BAD["binary.txt"])
    assert [problem.severity for problem in archive.take(replace=True).problems] == ["error"]
    assert archive.state() == before


def test_one_line_and_text_in_every_encoding(archive: Archive) -> None:
    archive.put("line.txt", "The lamp is out")
    archive.put("cp1252.txt", TEXT.replace("keeper", "keeper’s").encode("cp1252"))
    archive.put("latin.txt", TEXT.replace("lamp", "café").encode("latin-1"))
    archive.put("utf16.txt", TEXT.encode("utf-16"))
    archive.put("cr.txt", TEXT.replace("\n", "\r").encode())
    archive.put("nul.txt", TEXT.replace("lamp", "la\0mp").encode())
    archive.put("cut.txt", ("é " + TEXT + "\n\nThe end of it is a café").encode()[:-1])
    report = archive.take()
    assert len(report.outcomes) == 7
    assert {problem.severity for problem in report.problems} == {"warning"}
    assert {Path(problem.path).name for problem in report.problems} == {"cut.txt", "line.txt"}
    assert archive.source("utf16.txt").read_bytes() == TEXT.encode("utf-16")


def test_a_file_that_vanishes_on_the_way(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = archive.put("a.txt")
    archive.put("b.txt")

    def vanish(*args: object) -> object:
        found = collect(*args)  # type: ignore[arg-type]
        gone.unlink(missing_ok=True)
        return found

    monkeypatch.setattr("generator.ingest.importer.collect", vanish)
    report = archive.take()
    assert actions(report) == [("b.txt", Action.NEW)]
    assert told(report) == [f"error {gone}: not imported: the file is no longer there"]


def test_a_disk_that_takes_no_more(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.put("a.txt")
    archive.put("b.txt", TEXT.replace("keeper", "warden"))

    def full(path: Path, data: bytes) -> None:
        if "keeper" in path.name:
            raise OSError(28, "No space left on device")
        write_atomically(path, data)

    monkeypatch.setattr("generator.ingest.importer.write_atomically", full)
    report = archive.take()
    assert actions(report) == [("b.txt", Action.NEW)]
    assert "No space left on device" in told(report)[0]
    monkeypatch.undo()
    assert actions(archive.take()) == [("a.txt", Action.NEW)]


def test_a_source_where_a_folder_should_be(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    shutil.rmtree(archive.incoming)
    archive.put("a.txt/b.txt", TEXT.replace("keeper", "warden"))
    report = archive.take()
    assert report.outcomes == ()
    assert [problem.severity for problem in report.problems] == ["error"]


def test_an_article_with_broken_yaml_is_still_its_sources(archive: Archive) -> None:
    archive.put("a.txt")
    archive.put("b.txt", TEXT.replace("keeper", "warden"))
    archive.take()
    broken = archive.article().read_text().replace("title: Harbour", "title: 'Harbour")
    archive.article().write_text(broken)
    assert archive.again().problems == ()
    assert archive.article().read_text() == broken
    archive.ledger().unlink()
    assert actions(archive.take()) == [("a.txt", Action.ADOPTED)]
    assert len(archive.articles) == 2


def test_an_article_that_is_not_utf_8_is_left_alone(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    data = archive.article().read_bytes().replace(b"Nobody", b"caf\xe9")
    archive.article().write_bytes(data)
    report = archive.again()
    assert told(report) == [
        f"error content/sources/a.txt: not imported: its article content/articles/{SLUG}.md is not UTF-8"
    ]
    assert archive.article().read_bytes() == data


def test_the_editors_line_ends_are_kept(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    windows = archive.article().read_text().replace("Nobody", "No one").replace("\n", "\r\n").encode()
    archive.article().write_bytes(windows)
    archive.put("a.txt", TEXT.replace("with charts", "with maps"))
    archive.take(replace=True)
    data = archive.article().read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 10
    assert b"with maps" in data
    assert b"No one" in data


def test_a_source_that_was_changed_in_its_place_is_not_cleaned_again(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    archive.source().write_text(TEXT.replace("with charts", "with maps"))
    report = archive.again()
    assert told(report) == ["error content/sources/a.txt: the source's bytes are not those that were imported"]
    assert "with charts" in archive.article().read_text()
    assert actions(archive.take(archive.source(), replace=True)) == [("a.txt", Action.REWRITTEN)]
    assert "with maps" in archive.article().read_text()


def test_a_source_that_is_gone_cannot_be_cleaned_again(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    archive.source().unlink()
    assert told(archive.again()) == ["error content/sources/a.txt: the file is no longer there"]


def test_only_named_sources_are_cleaned_again(archive: Archive) -> None:
    archive.put("a.txt")
    archive.put("b.txt", TEXT.replace("keeper", "warden"))
    archive.take()
    assert actions(archive.again("b.txt")) == [("b.txt", Action.UNCHANGED)]
    assert told(archive.again("c.txt")) == ["error content/sources/c.txt: not an imported source"]


def test_a_ledger_that_cannot_be_read(archive: Archive) -> None:
    archive.put("a.txt")
    archive.take()
    archive.ledger().write_text("{}")
    before = archive.state()
    (problem,) = archive.again().problems
    assert (problem.path, problem.severity) == ("content/sources/a.txt.ledger.json", "error")
    assert problem.hint
    assert archive.state() == before


def test_rules_are_counted(archive: Archive) -> None:
    archive.put("a.txt", TEXT + "\nShare\n\nAdvertisement\n\nAdvertisement\n")
    (outcome,) = archive.take().outcomes
    assert outcome.rules == {"advertisement": 2, "button": 1}
    assert outcome.fates[Fate.SET_ASIDE] == 3


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    states = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        archive = Archive(tmp_path / name)
        for source in ("b.txt", "sub/a.txt", "a.txt") if name == "one" else ("a.txt", "b.txt", "sub/a.txt"):
            archive.put(source)
        archive.take()
        states.append({path: data for path, (data, _) in archive.state().items()})
    assert states[0] == states[1]


def test_names_that_are_not_utf_8_are_told_and_kept_in_such_that_are(archive: Archive) -> None:
    for name, text in ((b"caf\xe9.txt", TEXT), (b"empt\xe9.txt", "")):
        Path(os.fsdecode(os.fsencode(archive.incoming) + b"/" + name)).write_text(text)
    archive.put("a.txt")
    report = archive.take()
    assert actions(report) == [("a.txt", Action.NEW), ("caf%E9.txt", Action.NEW)]
    assert [str(problem).encode().count(rb"empt\udce9.txt") for problem in report.problems] == [1]
