from __future__ import annotations

import hashlib

import pytest
from msgspec import structs

from generator.articles.ledger import Fate, Ledger, LedgerLine, RecordAccount, Role, Span, write_ledger
from generator.articles.source_text import RecordText, SourceText
from generator.articles.sources import read_source
from generator.problems import Problem, Severity

DATA = "Títle\r\n\r\nBody".encode("latin-1")
IMPORTED = "---\ntitle: Títle\n---\nBody\n"


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end, role=Role.BODY, fate=Fate.KEPT, rule="r")


def ledger(
    *lines: tuple[tuple[int, int], ...], encoding: str = "latin-1", first: int = 1, sha256: str | None = None
) -> Ledger:
    entries = (LedgerLine(n=n, spans=tuple(span(*ends) for ends in line)) for n, line in enumerate(lines, start=first))
    return Ledger(
        source_sha256=sha256 or hashlib.sha256(DATA).hexdigest(),
        encoding=encoding,
        lines=tuple(entries),
        imported=IMPORTED,
    )


GOOD = ledger(((0, 2), (2, 5)), ((0, 0),), ((0, 4),))


def read(account: Ledger | bytes | None, data: bytes | None = DATA, article: str = IMPORTED) -> SourceText | Problem:
    ledger_data = write_ledger(account) if isinstance(account, Ledger) else account
    return read_source("in/a.txt", data, ledger_data, article, Severity.WARNING)


def told(found: SourceText | Problem) -> tuple[str, str]:
    assert isinstance(found, Problem)
    assert (found.severity, found.line) == (Severity.WARNING, 0)
    return found.path, found.text


def test_a_source_that_fits_its_ledger_is_read() -> None:
    assert read(GOOD) == SourceText("in/a.txt", len(DATA), GOOD, ("Títle", "", "Body"), edited=False)


def test_an_edit_of_the_article_is_seen_and_is_no_problem() -> None:
    found = read(GOOD, article=IMPORTED + "More.\n")
    assert isinstance(found, SourceText)
    assert (found.edited, found.body_edited) == (True, True)


def test_an_edit_of_front_matter_alone_is_told_apart() -> None:
    found = read(GOOD, article=IMPORTED.replace("Títle", "Another"))
    assert isinstance(found, SourceText)
    assert (found.edited, found.body_edited) == (True, False)


def test_the_record_beside_a_source_is_read_with_its_account() -> None:
    record = b"title,rank\nT,3\n"
    entries = tuple(LedgerLine(n=n, spans=(span(0, len(line)),)) for n, line in enumerate(("rank: 3", "title: T"), 1))
    account = RecordAccount(sha256=hashlib.sha256(record).hexdigest(), encoding="utf-8", lines=entries)
    data = write_ledger(structs.replace(GOOD, record=account))
    found = read_source("in/a.txt", DATA, data, IMPORTED, Severity.WARNING, record)
    assert isinstance(found, SourceText)
    assert found.record == RecordText("in/a.txt.metadata.csv", (("rank: 3", entries[0]), ("title: T", entries[1])))
    other = read_source("in/a.txt", DATA, data, IMPORTED, Severity.WARNING, record + b" ")
    assert isinstance(other, Problem)
    assert other.path == "content/sources/in/a.txt.metadata.csv"


def test_an_empty_source_has_an_empty_account() -> None:
    found = read(ledger(sha256=hashlib.sha256(b"").hexdigest()), b"")
    assert isinstance(found, SourceText)
    assert found.lines == ()


def test_missing_files_are_told_by_their_names() -> None:
    assert told(read(GOOD, None)) == ("content/sources/in/a.txt", "the source of an article is missing")
    assert told(read(None)) == ("content/sources/in/a.txt.ledger.json", "the ledger is missing")
    assert told(read(None, None))[0] == "content/sources/in/a.txt"


def test_a_changed_source_is_told() -> None:
    path, text = told(read(GOOD, DATA + b" "))
    assert path == "content/sources/in/a.txt"
    assert "not those that were imported" in text


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff"])
def test_what_is_no_ledger_is_told(data: bytes) -> None:
    path, text = told(read(data))
    assert path == "content/sources/in/a.txt.ledger.json"
    assert text.startswith("not a ledger: ")


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "idna", "undefined", "", "a\0b"])
def test_an_encoding_that_reads_nothing_is_told(encoding: str) -> None:
    path, text = told(read(ledger(((0, 5),), ((0, 0),), ((0, 4),), encoding=encoding)))
    assert path == "content/sources/in/a.txt.ledger.json"
    assert text.startswith("its encoding does not read the source: ")


@pytest.mark.parametrize(
    "account",
    [
        ledger(((0, 5),), ((0, 0),)),
        ledger(((0, 5),), ((0, 0),), ((0, 4),), ((0, 0),)),
        ledger(((0, 4),), ((0, 0),), ((0, 4),)),
        ledger(((0, 6),), ((0, 0),), ((0, 4),)),
        ledger(((1, 5),), ((0, 0),), ((0, 4),)),
        ledger(((0, 2), (3, 5)), ((0, 0),), ((0, 4),)),
        ledger(((0, 3), (2, 5)), ((0, 0),), ((0, 4),)),
        ledger(((0, 7), (7, 5)), ((0, 0),), ((0, 4),)),
        ledger(((2, 5), (0, 2)), ((0, 0),), ((0, 4),)),
        ledger((), ((0, 0),), ((0, 4),)),
        ledger(((0, 5),), (), ((0, 4),)),
        ledger(((0, 5),), ((0, 0),), ((0, 4),), first=0),
        ledger(((0, 5),), ((0, 0),), ((0, 4),), first=2),
        ledger(((0, 5),), ((0, 0),), ((0, 4),), encoding="utf-16-le"),
        ledger(),
    ],
    ids=[
        "a line too few",
        "a line too many",
        "the end uncovered",
        "beyond the end",
        "the start uncovered",
        "a gap",
        "an overlap",
        "a span that ends before it begins",
        "not in order",
        "no span",
        "no span for an empty line",
        "counted from 0",
        "counted from 2",
        "other lines by another encoding",
        "nothing",
    ],
)
def test_an_account_that_leaves_something_out_is_told(account: Ledger) -> None:
    assert told(read(account)) == (
        "content/sources/in/a.txt.ledger.json",
        "the ledger does not account for every line of the source",
    )


def test_a_ledger_of_another_view_of_pages_is_told_apart_from_a_broken_one() -> None:
    path, text = told(read(structs.replace(GOOD, view=99)))
    assert path == "content/sources/in/a.txt.ledger.json"
    assert text == "a ledger of the pages' view of version 99, this program makes version 1"
    assert isinstance(read(structs.replace(GOOD, view=1)), SourceText)
