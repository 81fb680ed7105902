"""Tables as records, and the view of a record: what Python's own reader reads is read, and nothing of it is lost."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.csv_view import Record, column_names, physical_lines, read_records, view_record, view_table
from generator.articles.source_text import split_lines

ROW = '7,"One, two","said ""yes""\r\nand went",\n'


def records(text: str) -> list[Record]:
    return list(read_records(physical_lines(text)))


def test_a_value_in_quotation_marks_holds_delimiters_quotation_marks_and_line_ends() -> None:
    header, record = records("id,title,text,rest\n" + ROW)
    assert header.values == ("id", "title", "text", "rest")
    assert record.values == ("7", "One, two", 'said "yes"\r\nand went', "")
    assert (record.line, record.end_line, record.lines) == (2, 4, (2, 2, 2, 3))
    assert record.closed


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_headers_commonest(delimiter: str) -> None:
    text = delimiter.join(["id", "title", "text"]) + "\n" + delimiter.join(["1", "a, b; c", "d"]) + "\n"
    if delimiter in ",;":
        text = text.replace("a, b; c", '"a, b; c"')
    assert records(text)[1].values == ("1", "a, b; c", "d")


def test_a_spreadsheets_separator_line_is_no_header() -> None:
    header, record = records("sep=|\r\nid|a,b,c\r\n1|x\r\n")
    assert (header.values, header.line) == (("id", "a,b,c"), 2)
    assert (record.values, record.line) == (("1", "x"), 3)


def test_rows_with_nothing_in_them_are_no_records() -> None:
    assert [record.line for record in records("\n  \nid,text\n,,\n\n1,a\n , \n2,b\n")] == [3, 6, 8]


def test_what_stands_around_quotation_marks_is_taken_as_it_is() -> None:
    header, record = records('a,b,c\nsix 5" pipes, "b, b" c,""\n')
    assert record.values == ('six 5" pipes', "b, b c", "")
    assert len(header.values) == 3


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    header, record = records('a,b\n1,"two\nthree\n')
    assert (header.closed, record.closed) == (True, False)
    assert record.values == ("1", "two\nthree\n")


def test_old_line_ends() -> None:
    assert [record.values for record in records('a,b\r1,"x\ry"\r2,z')] == [("a", "b"), ("1", "x\ry"), ("2", "z")]


values = st.text(st.sampled_from('a b,;"\n\r\t|é'), max_size=8)
tables = st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(values, min_size=width, max_size=width), max_size=6))


@given(tables, st.sampled_from(["\n", "\r\n"]))
def test_what_pythons_writer_writes_is_read_back(rows: list[list[str]], end: str) -> None:
    width = len(rows[0]) if rows else 2
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([[f"column {number}" for number in range(width)], *rows])
    text = out.getvalue()
    wanted = [tuple(row) for row in rows if any(value.strip() for value in row)]
    found = records(text)[1:]
    assert [record.values for record in found] == wanted
    assert all(record.closed for record in found)
    lines = split_lines(text)
    for record in found:
        assert 2 <= record.line < record.end_line <= len(lines) + 1


@given(st.text(st.sampled_from('ab,;"\n\r\t|= '), max_size=60))
def test_no_line_of_any_text_is_in_two_records_and_a_quoted_part_alone_reads_the_same(text: str) -> None:
    found = records(text)
    assert all(above.end_line <= below.line for above, below in pairwise(found))
    lines = list(physical_lines(text))
    for record in found[1:]:
        whole = "".join(lines[: found[0].end_line - 1]) + "".join(lines[record.line - 1 : record.end_line - 1])
        assert records(whole)[1].values == record.values


@given(st.text(max_size=200))
def test_physical_lines_are_those_that_ledgers_count(text: str) -> None:
    parts = list(physical_lines(text))
    assert "".join(parts) == text
    assert [part.rstrip("\r\n") for part in parts] == [line.rstrip("\r\n") for line in split_lines(text)]


def test_the_view_has_every_column_the_title_above_the_text_last() -> None:
    header, record = records('body,id,title,note\n"First.\n\nSecond.\n",7,A title,"two\nlines"\n')
    view = list(view_record(header, record))
    assert [line.text for line in view] == [
        *("id: 7", "note: two", "lines", "body:", "title: A title"),
        *("First.", "", "Second."),
    ]
    assert [line.at for line in view] == [5, 5, 6, 2, 5, 2, 3, 4]
    assert [line.of_text for line in view] == [False] * 5 + [True] * 3


def test_the_name_of_a_file_or_an_address_is_no_text() -> None:
    for value in ("objects/one.txt", "a b.pdf", "https://example.org/a"):
        header, record = records(f"title,transcript\nA title,{value}\n")
        assert [line.text for line in view_record(header, record)] == [f"transcript: {value}", "title: A title"]


def test_columns_without_names_and_values_without_columns() -> None:
    header, record = records("text,,\na,b,c,d\n")
    assert column_names(header, 4) == ["text", "column 2", "column 3", "column 4"]
    assert [line.text for line in view_record(header, record)][:3] == ["column 2: b", "column 3: c", "column 4: d"]


@pytest.mark.parametrize(("text", "lines"), [("", []), ("\n\n", []), ("id,text\n", ["id", "text"])])
def test_the_view_of_a_table_without_records(text: str, lines: list[str]) -> None:
    assert view_table(text) == lines


@given(tables)
def test_all_that_a_record_says_stands_in_its_view(rows: list[list[str]]) -> None:
    width = len(rows[0]) if rows else 2
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["title", "text", "date", "note"][:width], *rows])
    header, *found = records(out.getvalue())
    for record in found:
        view = "\n".join(line.text for line in view_record(header, record))
        for value in (*header.values, *record.values):
            for line in split_lines(value):
                assert line.rstrip("\r\n") in view
