"""Tables of metadata on the disk: parted into sources, imported, imported again; nothing is lost or overwritten."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from generator.articles.front_matter import FrontMatter
from generator.articles.ledger import Fate, read_ledger
from generator.articles.read import read_article
from generator.config import Cleaning, Config
from generator.ingest.authored.records import file_name
from generator.ingest.collect import Incoming
from generator.ingest.importer import import_again, import_decided, import_sources
from generator.ingest.report import Action, ImportReport
from generator.pipeline import check
from generator.problems import Problems
from tests.ingest.sources import PARAGRAPHS

TODAY = date(2026, 11, 21)
CONFIG = Config(title="An archive")
TEXT = "\n\n".join(PARAGRAPHS)


class Archive:
    """An archive in a temporary folder, and a folder of sources beside it."""

    def __init__(self, place: Path) -> None:
        self.root = place / "archive"
        self.incoming = place / "in"
        self.sources = self.root / "content/sources"
        (self.root / "content").mkdir(parents=True)
        (self.root / "content/site.yaml").write_text("title: An archive\n")

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.incoming / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def take(self, *names: str, replace: bool = False, config: Config = CONFIG) -> ImportReport:
        paths = [self.incoming / name for name in names] or [self.incoming]
        return import_sources(self.root, config, TODAY, paths, replace=replace)

    def articles(self) -> dict[str, FrontMatter]:
        found = {}
        for path in sorted((self.root / "content/articles").rglob("*.md")):
            article = read_article(path.relative_to(self.root).as_posix(), path.read_bytes(), Problems())
            assert article is not None
            found[path.stem] = article.meta
        return found

    def names(self) -> list[str]:
        files = (path for path in self.sources.rglob("*") if path.is_file() and not path.name.endswith(".ledger.json"))
        return sorted(path.relative_to(self.sources).as_posix() for path in files)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def table(*rows: tuple[str, ...], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


HEADER = ("id", "title", "date", "text")
ITEMS = table(
    HEADER,
    ("one", "The first", "2001", TEXT),
    ("", "The second", "2002-03", "Share\n\n" + TEXT),
    ("Ö 3/x", "The third", "", "Only words."),
)


def told(report: ImportReport) -> list[str]:
    return [
        f"{problem.severity} {Path(problem.path).name}:{problem.line}: {problem.text}" for problem in report.problems
    ]


def no_problem(report: ImportReport) -> bool:
    return [line for line in told(report) if not line.startswith("notice")] == []


def test_each_record_is_a_source_of_its_own_with_its_own_bytes(archive: Archive) -> None:
    archive.put("items.csv", ITEMS)
    assert no_problem(archive.take("items.csv"))
    assert archive.names() == ["items/one.csv", "items/record-2.csv", f"items/{file_name('Ö 3/x')}.csv"]
    assert {slug: str(meta.date) for slug, meta in archive.articles().items()} == {
        "the-first": "2001",
        "the-second": "2002-03",
        "the-third": "None",
    }
    assert archive.articles()["the-first"].extra == {"id": "one"}
    head = ITEMS.partition("\r\n")[0] + "\r\n"
    parts = [(archive.sources / name).read_bytes().decode() for name in archive.names()]
    assert all(part.startswith(head) for part in parts)
    assert head + "".join(part.removeprefix(head) for part in parts) == ITEMS
    assert check(archive.root) == ()


def test_what_is_imported_already_stays_as_it_is(archive: Archive) -> None:
    archive.put("items.csv", ITEMS)
    archive.take("items.csv")
    before = {path: path.read_bytes() for path in (archive.root / "content").rglob("*") if path.is_file()}
    report = archive.take("items.csv")
    assert (report.outcomes, told(report)) == ((), [])
    again = import_again(archive.root, CONFIG, TODAY)
    assert {outcome.action for outcome in again.outcomes} == {Action.UNCHANGED}
    assert {path: path.read_bytes() for path in (archive.root / "content").rglob("*") if path.is_file()} == before


def test_a_changed_record_is_taken_only_to_replace_and_keeps_the_editors_words(archive: Archive) -> None:
    archive.put("items.csv", ITEMS)
    archive.take("items.csv")
    article = archive.root / "content/articles/the-first.md"
    article.write_text(article.read_text().replace("Those who fish", "The people who fish"))
    archive.put("items.csv", ITEMS.replace("The first,2001", "The first,2001-05-06") + table(("4", "New", "", TEXT)))
    report = archive.take("items.csv")
    assert [outcome.file for outcome in report.outcomes] == ["items/4.csv"]
    assert told(report) == ["error items.csv:2: content/sources/items/one.csv is there with other bytes"]
    report = archive.take("items.csv", replace=True)
    assert [(outcome.file, outcome.action) for outcome in report.outcomes] == [("items/one.csv", Action.MERGED)]
    text = article.read_text()
    assert "date: 2001-05-06" in text
    assert "The people who fish" in text
    assert {problem.severity for problem in check(archive.root)} == {"notice"}


def test_the_editors_decisions_hold(archive: Archive) -> None:
    archive.put("items.csv", ITEMS)
    archive.take("items.csv")
    ledger = read_ledger((archive.sources / "items/record-2.csv.ledger.json").read_bytes())
    share = next(line.n for line in ledger.lines if line.spans[0].rule == "button")
    import_decided(archive.root, CONFIG, TODAY, [f"items/record-2.csv:{share}"], ledger.lines[-1].spans[0].fate)
    import_again(archive.root, CONFIG, TODAY)
    assert "\n---\nShare\n\nThe lighthouse" in (archive.root / "content/articles/the-second.md").read_text()


COLLECTION = table(
    ("objectid", "filename", "title", "creator", "date", "object_transcript"),
    ("a", "a.txt", "Of the lamp", "Ada Example", "1999", ""),
    ("b", "b.jpg", "Of the roof", "Ben Sample", "1998", "/objects/sub/b.md"),
    ("c", "c.jpg", "Of the chart", "Cem Model", "1997", TEXT),
    ("d", "d.jpg", "Of nothing", "", "", ""),
    ("e", "gone.txt", "Of what is gone", "", "", ""),
    ("f", "../../../a.txt", "Of what lies elsewhere", "", "", ""),
)


def collection(archive: Archive) -> None:
    archive.put("_data/metadata.csv", COLLECTION)
    archive.put("objects/sub/b.md", "---\nlayout: x\n---\nWords of *the* roof.\n")
    archive.put("_data/a.txt", "\n\n".join(("Of the lamp", *PARAGRAPHS)))


def test_collection_builders_table_and_its_texts(archive: Archive) -> None:
    collection(archive)
    report = archive.take()
    assert archive.names() == [
        *("_data/a.txt", "_data/a.txt.metadata.csv", "_data/metadata/c.csv"),
        *("objects/sub/b.md", "objects/sub/b.md.metadata.csv"),
    ]
    assert told(report) == [
        "error metadata.csv:13: this record has neither a text nor the name of a text file",
        "error metadata.csv:14: there is no text file gone.txt beside this table",
        "error metadata.csv:15: there is no text file ../../../a.txt beside this table",
    ]
    articles = archive.articles()
    assert {slug: (meta.author, str(meta.date)) for slug, meta in articles.items()} == {
        "of-the-chart": (("Cem Model",), "1997"),
        "of-the-lamp": (("Ada Example",), "1999"),
        "of-the-roof": (("Ben Sample",), "1998"),
    }
    assert (archive.sources / "_data/a.txt.metadata.csv").read_text() == (
        "objectid,filename,title,creator,date,object_transcript\na,a.txt,Of the lamp,Ada Example,1999,\n"
    )
    assert check(archive.root) == ()
    again = import_again(archive.root, CONFIG, TODAY)
    assert {outcome.action for outcome in again.outcomes} == {Action.UNCHANGED}


def test_a_table_named_alone_brings_its_texts(archive: Archive) -> None:
    collection(archive)
    archive.take("_data/metadata.csv")
    assert [name for name in archive.names() if not name.endswith(".csv")] == ["a.txt", "objects/sub/b.md"]
    assert archive.articles()["of-the-lamp"].author == ("Ada Example",)


def test_a_record_that_changed_or_is_gone_is_told(archive: Archive) -> None:
    collection(archive)
    archive.take()
    record = archive.sources / "_data/a.txt.metadata.csv"
    data = record.read_bytes()
    record.write_bytes(data.replace(b"1999", b"2009"))
    assert [problem.text for problem in check(archive.root)] == ["the record's bytes are not those that were imported"]
    report = import_again(archive.root, CONFIG, TODAY, ["_data/a.txt"])
    assert told(report) == ["error a.txt:0: the source's bytes, or its record's, are not those that were imported"]
    record.unlink()
    assert [problem.text for problem in check(archive.root)] == ["the record of a source is missing"]
    report = import_again(archive.root, CONFIG, TODAY, ["_data/a.txt"])
    assert told(report) == ["error a.txt:0: the source's bytes are not those that were imported"]


def test_a_changed_record_beside_a_text_is_taken_to_replace(archive: Archive) -> None:
    collection(archive)
    archive.take()
    archive.put("_data/metadata.csv", COLLECTION.replace("Ada Example", "Ada Q. Example"))
    assert "error metadata.csv:0: content/sources/_data/a.txt is there with another record in a table" in [
        line.replace("error a.txt", "error metadata.csv") for line in told(archive.take())
    ]
    report = archive.take(replace=True)
    assert [(outcome.file, outcome.action) for outcome in report.outcomes] == [("_data/a.txt", Action.REWRITTEN)]
    assert archive.articles()["of-the-lamp"].author == ("Ada Q. Example",)
    assert check(archive.root) == ()


def test_a_table_put_into_the_archive_itself(archive: Archive) -> None:
    archive.sources.mkdir()
    (archive.sources / "items.csv").write_text(ITEMS, newline="")
    (archive.sources / "single.csv").write_text(table(HEADER, ("9", "Alone", "", TEXT)), newline="")
    report = import_sources(archive.root, CONFIG, TODAY)
    assert [outcome.file for outcome in report.outcomes][-1] == "single.csv"
    assert len(archive.articles()) == 4
    report = import_sources(archive.root, CONFIG, TODAY)
    assert (report.outcomes, told(report)) == ((), [])
    assert check(archive.root) == ()


def test_an_archives_sources_with_their_records_can_be_imported_elsewhere(archive: Archive, tmp_path: Path) -> None:
    collection(archive)
    archive.take()
    other = Archive(tmp_path / "other")
    for path in archive.sources.rglob("*.ledger.json"):
        path.unlink()
    assert no_problem(import_sources(other.root, CONFIG, TODAY, [archive.sources]))
    assert {name for name in other.names() if name.startswith("objects/")} == {
        *("objects/sub/b.md", "objects/sub/b.md.metadata.csv")
    }
    assert other.articles()["of-the-roof"].author == ("Ben Sample",)


def test_rows_that_cannot_be_right_are_told_and_the_rest_goes_on(archive: Archive) -> None:
    archive.put(
        "items.csv",
        "id,title,text\n1,A,Words, not in quotation marks\n2,B\n3,C,Good words.,,\n3,D,The same id.\n,,\n\n"
        "4,E,More words.\n"
        '5,F,"never closed\n6,G,lost\n',
    )
    report = archive.take("items.csv")
    assert told(report) == [
        "error items.csv:2: this record has 4 values for 3 columns",
        "warning items.csv:3: this record has 2 values for 3 columns: the last ones count as empty",
        "error items.csv:3: this record has neither a text nor the name of a text file",
        "error items.csv:5: items/3.csv comes from " + str(archive.incoming / "items.csv") + ":4 too",
        "error items.csv:9: a quotation mark is opened in this record and never closed: all below counts as its value",
    ]
    assert archive.names() == ["items/3.csv", "items/4.csv"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("name,colour\n1,2\n", "not imported: no column of this table holds the articles' text or names their files"),
        ("", "not imported: the file is empty"),
        (b"PK\x03\x04 rest", "not imported: this is a ZIP archive (or an office document), not text"),
    ],
)
def test_what_is_no_table_of_articles_is_refused(archive: Archive, content: str | bytes, text: str) -> None:
    archive.put("items.csv", content)
    report = archive.take("items.csv")
    assert [(line.partition(" ")[0], line.partition(": ")[2]) for line in told(report)] == [("error", text)]
    severity = "warning" if "no column" in text else "error"
    assert [line.partition(" ")[0] for line in told(archive.take())] == [severity]
    assert archive.names() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(archive: Archive, encoding: str, delimiter: str) -> None:
    words = {
        "cp1251": "Маяк над гаванью стоит столько, сколько помнят в городе, и совет хотел бы, чтобы так и осталось.",
    }.get(encoding, "The café’s “lamp” – naïve, as they say – was lit by André for as long as anyone remembers it.")
    rows = [(str(number), f"Title {number}", "", "Plain words only.") for number in range(1, 4)]
    text = table(HEADER, *rows, ("4", "Title 4", "", "\n\n".join([words] * 3)), delimiter=delimiter)
    archive.put("items.csv", text.encode(encoding))
    assert no_problem(archive.take("items.csv"))
    assert words in (archive.root / "content/articles/title-4.md").read_text()
    parts = [(archive.sources / f"items/{number}.csv").read_bytes() for number in range(1, 5)]
    head = next(size for size in range(len(parts[0])) if parts[0][size : size + 1] != parts[1][size : size + 1])
    assert parts[0][:head] == parts[3][:head] == text.encode(encoding)[:head]
    assert check(archive.root) == ()
    again = import_again(archive.root, CONFIG, TODAY)
    assert {outcome.action for outcome in again.outcomes} == {Action.UNCHANGED}


def test_the_largest_source_is_meant_for_each_record(archive: Archive) -> None:
    archive.put("items.csv", table(HEADER, ("1", "A", "", "x " * 2000), ("2", "B", "", "Short words.")))
    report = archive.take("items.csv", config=Config(title="x", cleaning=Cleaning(largest_source=1000)))
    assert [outcome.file for outcome in report.outcomes] == ["items/2.csv"]
    assert "more than `cleaning: largest_source` allows" in told(report)[0]
    assert told(report)[0].startswith("error items.csv:2")


@pytest.mark.parametrize("text", ["one", "demo_001", "a.b-c", "Ö", "１２"])
def test_ids_that_can_name_a_file_do(text: str) -> None:
    assert file_name(text) == text


@pytest.mark.parametrize("text", ["a/b", "../x", ".hidden", "a:b", "con", "NUL", "x" * 200, "a b", "end.", "?", "-r"])
def test_other_ids_name_it_with_their_hash(text: str) -> None:
    name = file_name(text)
    assert name != text
    assert (name[-8:].isalnum(), len(name) < 100, name.startswith((".", "-"))) == (True, True, False)
    assert not set(name) & set('/\\:*?"<>| ')


SITE = {
    "2012-03-04-jekyll.md": "---\ntitle: Jekyll's\ndate: 2012-03-04\n---\nA *body*.\n",
    "yaml.md": "---\ntitle: Hugo's\nslug: named-so\ndraft: true\n---\nA body.\n",
    "toml.md": '+++\ntitle = "Another of Hugo\'s"\n+++\nA body.\n',
    "json.md": '{\n  "title": "A third of Hugo\'s"\n}\n\nA body.\n',
    "pelican.md": "Title: Pelican's\nDate: 2010-12-03\n\nA body.\n",
    "items.csv": ITEMS,
}


def test_files_of_other_generators_from_end_to_end(archive: Archive) -> None:
    for name, content in SITE.items():
        archive.put(name, content)
    assert no_problem(archive.take())
    assert {"jekylls", "named-so", "another-of-hugos", "a-third-of-hugos", "pelicans"} < set(archive.articles())
    assert archive.articles()["named-so"].draft
    assert check(archive.root) == ()
    report = archive.take()
    assert (report.outcomes, told(report)) == ((), [])
    article = archive.root / "content/articles/jekylls.md"
    article.write_text(article.read_text().replace("A *body*", "My *own* body"))
    before = article.read_bytes()
    again = import_again(archive.root, CONFIG, TODAY)
    assert {outcome.action for outcome in again.outcomes} == {Action.UNCHANGED}
    assert article.read_bytes() == before
    assert [problem.severity for problem in check(archive.root)] == ["notice"]


def test_a_record_is_no_source_by_itself(archive: Archive) -> None:
    archive.put("a.txt", TEXT)
    archive.put("a.txt.metadata.csv", table(("title", "author"), ("Of the lamp", "Ada Example")))
    assert told(archive.take("a.txt.metadata.csv")) == [
        "error a.txt.metadata.csv:0: the record of a source is imported with it"
    ]
    assert no_problem(archive.take())
    assert archive.names() == ["a.txt", "a.txt.metadata.csv"]
    assert archive.articles()["of-the-lamp"].author == ("Ada Example",)


def test_a_part_of_a_file_is_read_as_if_it_stood_alone(archive: Archive) -> None:
    path = archive.put("a.bin", b"0123456789")
    whole, part = Incoming(path, "a"), Incoming(path, "a", ((0, 2), (5, 9)))
    assert (whole.read(), whole.size()) == (b"0123456789", 10)
    assert (part.read(), part.size()) == (b"015678", 6)


def test_an_editors_line_of_a_record_and_of_markdown(archive: Archive) -> None:
    archive.put("a.md", "---\ntitle: A\n---\nOne.\n\nTwo\nlines.\n\nThree.\n")
    archive.put("b.csv", table(("id", "title", "note", "text"), ("1", "B", "kept", "One.\n\nTwo.")))
    archive.take()
    import_decided(archive.root, CONFIG, TODAY, ["a.md:7", "b/1.csv:5"], Fate.SET_ASIDE)
    import_decided(archive.root, CONFIG, TODAY, ["b/1.csv:2"], Fate.KEPT)
    import_again(archive.root, CONFIG, TODAY)
    texts = {name: (archive.root / f"content/articles/{name}.md").read_text().split("---\n")[2] for name in "ab"}
    assert texts == {"a": "One.\n\nThree.\n", "b": "note: kept\n\nTwo.\n"}
    assert check(archive.root) == ()
