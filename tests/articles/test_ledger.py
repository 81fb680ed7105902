from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.ledger import Fate, Ledger, LedgerLine, Role, Span, read_ledger, write_ledger

SPANS = st.builds(
    Span,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    role=st.sampled_from(Role),
    fate=st.sampled_from(Fate),
    rule=st.text(max_size=5),
    keys=st.lists(st.sampled_from(["title", "date"]), max_size=2).map(tuple),
    by=st.sampled_from(["rule", "editor"]),
    signs=st.lists(st.sampled_from(["-short", "+quotes"]), max_size=2).map(tuple),
)
LINES = st.builds(LedgerLine, n=st.integers(1, 99), spans=st.lists(SPANS, max_size=3).map(tuple))
LEDGERS = st.builds(
    Ledger,
    source_sha256=st.text(max_size=5),
    encoding=st.text(max_size=5),
    lines=st.lists(LINES, max_size=4).map(tuple),
    imported=st.text(st.characters(exclude_categories=["Cs"])),
)

SPAN = Span(start=0, end=5, role=Role.TITLE, fate=Fate.LIFTED, rule="first-line", keys=("title",))
LEDGER = Ledger(
    source_sha256="ab",
    encoding="utf-8",
    lines=(LedgerLine(n=1, spans=(SPAN,)), LedgerLine(n=2, spans=())),
    imported="---\n",
)


@given(LEDGERS)
def test_what_is_written_is_read_back(ledger: Ledger) -> None:
    data = write_ledger(ledger)
    assert read_ledger(data) == ledger
    assert data == write_ledger(read_ledger(data))


def test_the_file_is_what_the_contract_says() -> None:
    assert json.loads(write_ledger(LEDGER)) == {
        "version": 1,
        "source_sha256": "ab",
        "encoding": "utf-8",
        "imported": "---\n",
        "lines": [
            {
                "n": 1,
                "spans": [
                    {"from": 0, "to": 5, "role": "title", "fate": "lifted", "rule": "first-line", "keys": ["title"]}
                ],
            },
            {"n": 2, "spans": []},
        ],
    }


def test_signs_are_told_where_there_are_some_and_ledgers_without_them_are_read() -> None:
    weighed = Span(start=0, end=5, role=Role.RESIDUE, fate=Fate.SET_ASIDE, rule="r", signs=("-short", "+quotes"))
    data = write_ledger(
        Ledger(source_sha256="ab", encoding="utf-8", lines=(LedgerLine(n=1, spans=(weighed,)),), imported="")
    )
    assert b'"signs":["-short","+quotes"]' in data
    assert read_ledger(data).lines[0].spans[0].signs == ("-short", "+quotes")
    assert read_ledger(data.replace(b',"signs":["-short","+quotes"]', b"")).lines[0].spans[0].signs == ()


def test_each_line_of_the_source_has_a_line_of_the_file() -> None:
    lines = write_ledger(LEDGER).decode().split("\n")
    assert [line[:6] for line in lines[1:]] == ['{"n":1', '{"n":2', "]}", ""]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"version":1}',
        write_ledger(LEDGER)[:-5],
        write_ledger(LEDGER).replace(b"lifted", b"lost"),
        write_ledger(LEDGER).replace(b'"title"', b'"headline"', 1),
        write_ledger(LEDGER).replace(b'"n":1', b'"n":"one"'),
    ],
)
def test_what_is_no_ledger_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a ledger"):
        read_ledger(data)


def test_a_ledger_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="version 2, this program reads version 1"):
        read_ledger(write_ledger(LEDGER).replace(b'"version":1', b'"version":2'))
