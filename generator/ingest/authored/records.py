"""Parts tables of metadata into their records: each becomes a source, or lies beside the text that it tells of."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.articles.csv_view import Record, column_names, first_with_value, read_records
from generator.articles.known_columns import column_key, names_of
from generator.articles.ledger import RECORD_SUFFIX
from generator.ingest.authored.table_file import TableFile
from generator.ingest.collect import SUFFIXES, Incoming, collect_as, same_name, shown
from generator.ingest.decode import RefusalError
from generator.problems import Problems

ID_COLUMNS = ("objectid", "recordid", "id", "identifier", "uuid", "uid", "guid")
_TEXT_SUFFIXES = tuple(suffix for suffix in SUFFIXES if suffix != ".csv")
_TABLES_OF_A_SITE = "_data"
"""CollectionBuilder's folder for its tables, which name files from the folder around it."""


def part_tables(
    incoming: Sequence[Incoming], root: Path, sources: Path, problems: Problems, named: Sequence[Path] = ()
) -> list[Incoming]:
    """The sources with each table's records in its place, in the order of their names.

    A record that holds a text becomes a source of its own, with the table's header and its own bytes, in a folder
    named after the table. Where a record names a text file beside the table, that file is the source, and the record
    comes with it. What has neither is told as an error, and the rest goes on. A table of one record that lies in
    `sources` already, the archive's folder for them, is a source as it is. Other tables than of articles are errors
    where they are among those that the user `named`, else warnings.
    """
    texts = {source.path.resolve(): source for source in incoming if not _is_table(source)}
    from_tables: dict[str, Incoming] = {}
    for table in filter(_is_table, incoming):
        for source in _Parting(table, root, sources, texts, problems, table.path in named).sources():
            other = from_tables.setdefault(same_name(source.file), source)
            if other is not source:
                here, there = source.record or source, other.record or other
                text = f"{source.file} comes from {shown(there.path, root)}:{there.line} too"
                problems.error(shown(here.path, root), here.line, text, "give each record an id of its own")
    found = {same_name(source.file): with_record(source, sources) for source in incoming if not _is_table(source)}
    return sorted((found | from_tables).values(), key=lambda source: source.file)


def with_record(source: Incoming, sources: Path) -> Incoming:
    """The source with the record that lies beside it, or beside its copy in the archive's folder `sources`; if any."""
    if source.record is not None or _is_table(source):
        return source
    file = source.file + RECORD_SUFFIX
    for path in (source.path.with_name(source.path.name + RECORD_SUFFIX), sources / file):
        if path.is_file():
            return replace(source, record=Incoming(path, file))
    return source


def _is_table(source: Incoming) -> bool:
    return source.file.lower().endswith(".csv")


class _Parting:
    """Parts one table."""

    def __init__(
        self,
        table: Incoming,
        root: Path,
        sources: Path,
        texts: dict[Path, Incoming],
        problems: Problems,
        is_named: bool,
    ) -> None:
        self._table = table
        self._root = root
        self._sources = sources
        self._texts = texts
        self._problems = problems
        self._is_named = is_named
        self._place = shown(table.path, root)
        self._names: list[str] = []
        self._paths: list[int] = []
        """The positions of the columns that can name a text's file, the likeliest first."""

    def sources(self) -> Iterator[Incoming]:
        try:
            file = TableFile(self._table.path)
            records = read_records(file.lines())
            header = next(records, None)
            if header is None or not self._has_columns(header):
                return
            parts = [part for record in records if (part := self._part(header, record, file)) is not None]
        except RefusalError as refusal:
            self._error(0, f"not imported: {refusal.reason}", refusal.hint)
        except OSError as error:
            self._error(0, f"not imported: it cannot be read: {error.strerror or error}")
        else:
            alone = len(parts) == 1 and parts[0].record is None and file.records == 1
            in_place = self._table.path.resolve().is_relative_to(self._sources.resolve())
            yield from [self._table] if alone and in_place else parts

    def _has_columns(self, header: Record) -> bool:
        self._names = column_names(header, len(header.values))
        keys = [column_key(name) for name in self._names]
        self._paths = [position for wanted in names_of("file") for position, key in enumerate(keys) if key == wanted]
        if {*names_of("text"), *names_of("file")} & set(keys):
            return True
        text = "not imported: no column of this table holds the articles' text or names their files"
        have = ", ".join(self._names[:12]) + (" …" if len(self._names) > 12 else "")
        known = "its first line is to name a column `text`, `body` or `content`, or `filename`, `path` or `file`"
        tell = self._problems.error if self._is_named else self._problems.warning
        tell(self._place, header.line, text, f"{known}; it names: {have}")
        return False

    def _part(self, header: Record, record: Record, file: TableFile) -> Incoming | None:
        """The source that a record is, or tells of; None where there is none, which is told."""
        file.records += 1
        if not self._is_whole(record):
            return None
        values = record.values[: len(self._names)]
        own = Incoming(
            self._table.path,
            f"{self._table.file[: -len('.csv')]}/{self._name(values, file.records)}.csv",
            (file.stretch(1, header.end_line), file.stretch(record.line, record.end_line)),
            record.line,
            file.encoding,
        )
        named, text = self._text_file(values)
        if text is not None:
            beside = replace(own, file=text.file + RECORD_SUFFIX)
            return replace(text, record=beside)
        if first_with_value(self._names, values, names_of("text")) is not None:
            return own
        if named:
            self._error(record.line, f"there is no text file {named} beside this table", "put it there, or correct it")
        else:
            self._error(record.line, "this record has neither a text nor the name of a text file")
        return None

    def _is_whole(self, record: Record) -> bool:
        """Whether a record's values are those of the columns; if not, that is told."""
        columns = len(self._names)
        if not record.closed:
            text = "a quotation mark is opened in this record and never closed: all below counts as its value"
            self._error(record.line, text, "double a quotation mark within a value that stands in quotation marks")
            return False
        if any(value.strip() for value in record.values[columns:]):
            text = f"this record has {len(record.values)} values for {columns} columns"
            self._error(record.line, text, "put a value that holds the delimiter into quotation marks")
            return False
        if len(record.values) < columns:
            text = f"this record has {len(record.values)} values for {columns} columns: the last ones count as empty"
            self._problems.warning(self._place, record.line, text, "look whether a value holds a line's end")
        return True

    def _name(self, values: Sequence[str], number: int) -> str:
        """What names a record's file: its id as far as it can, else its number."""
        column = first_with_value(self._names, values, ID_COLUMNS)
        return file_name(values[column].strip()) if column is not None else f"record-{number}"

    def _text_file(self, values: Sequence[str]) -> tuple[str, Incoming | None]:
        """The first name of a text file in a record, and the source in the first such file that is there."""
        first = ""
        for position in self._paths:
            name = values[position].strip() if position < len(values) else ""
            if name.lower().endswith(_TEXT_SUFFIXES) and not _NO_NAME.search(name):
                first = first or name
                source = self._source_at(name)
                if source is not None:
                    return first, source
        return first, None

    def _source_at(self, name: str) -> Incoming | None:
        """The source in the file that a record names, from the table's folder or that of its site."""
        folder = self._table.path.parent
        base = PurePosixPath(self._table.file).parent
        bases = [(folder, base)]
        if folder.resolve().name == _TABLES_OF_A_SITE:
            bases.append((folder / "..", base.parent))
        for spelled in dict.fromkeys((name, unquote(name))):
            relative = PurePosixPath(spelled.replace("\\", "/").lstrip("/"))
            for start, file_base in bases:
                path = (start / relative).resolve()
                if ".." in relative.parts or not path.is_relative_to(start.resolve()) or not path.is_file():
                    continue
                if path in self._texts:
                    return self._texts[path]
                file = (file_base / relative).as_posix()
                return collect_as(start / relative, file, self._root, self._sources, self._problems)
        return None

    def _error(self, line: int, text: str, hint: str = "") -> None:
        self._problems.error(self._place, line, text, hint)


_NO_NAME = re.compile(r"[\r\n\0]|://")
_UNFIT = re.compile(r"[^\w.-]+|^[.-]+|\.+$")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 80


def file_name(text: str) -> str:
    """An id as the name of a file: as it is, or, where some system does not allow that, told apart by its hash."""
    name = _UNFIT.sub("-", text)[:_LONGEST]
    if name == text and name[:1] not in "-." and not _DEVICE.fullmatch(name):
        return name
    return f"{name.strip('-.')}-{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:8]}".lstrip("-")
