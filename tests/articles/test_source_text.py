from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.ledger import Fate, Ledger, LedgerLine, Role, Span
from generator.articles.source_text import SourceText, decode, source_lines, split_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n", [""]),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\n\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg", ["a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg"]),
    ],
)
def test_lines_end_at_crlf_cr_and_lf_only(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


@given(st.text(alphabet="ab\r\n\u2028\x85\x0c", max_size=30))
def test_nothing_but_line_ends_is_lost(text: str) -> None:
    lines = split_lines(text)
    assert "".join(lines) == re.sub(r"[\r\n]", "", text)
    assert not [line for line in lines if "\n" in line or "\r" in line]


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"caf\xe9", "latin-1", "café"),
        (b"\x93a\x94", "cp1252", "“a”"),
        (b"\xef\xbb\xbfa", "utf-8", "a"),
        (b"\xff\xfea\0", "utf-16", "a"),
        (b"a\0", "utf-16-le", "a"),
        (b"\xff\xfea\0", "utf-16-le", "a"),
        (b"a\xef\xbb\xbf", "utf-8", "a\ufeff"),
        (b"a\xffb", "utf-8", "a\ufffdb"),
        (b"a\0b", "utf-16-le", "a\ufffd"),
    ],
)
def test_bytes_become_text(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, encoding) == text


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "hex"])
def test_what_is_no_encoding_is_an_error(encoding: str) -> None:
    with pytest.raises(LookupError):
        decode(b"a", encoding)


def test_an_account_has_each_line_with_its_entry() -> None:
    span = Span(start=0, end=1, role=Role.BODY, fate=Fate.KEPT, rule="r")
    entries = (LedgerLine(n=1, spans=(span,)), LedgerLine(n=2, spans=(span,)))
    ledger = Ledger(source_sha256="", encoding="utf-8", lines=entries, imported="")
    source = SourceText("a.txt", 4, ledger, ("a", "b"), edited=False)
    assert source.account() == [("a", entries[0]), ("b", entries[1])]
    with pytest.raises(ValueError, match="longer"):
        SourceText("a.txt", 4, ledger, ("a",), edited=False).account()


def test_the_lines_of_a_page_are_those_of_its_view() -> None:
    page = "<title>A</title>\n<p>b\nc<p>d"
    assert source_lines("x/a.HTML", page) == source_lines("a.htm", page) == ["title: A", "b c", "d"]
    assert source_lines("a.txt", page) == page.split("\n")
