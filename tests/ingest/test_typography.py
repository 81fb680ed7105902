"""The characters of a line are mended, its words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.typography import normalise


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("  two\t words ", "two words"),
        ("NATO\u00a0Council\u2003met\u202fagain", "NATO Council met again"),
        ("soft\u00adhyphen\u200b and\ufeff mark", "softhyphen and mark"),
        ("nul\0 here", "nul here"),
        ("a\u2028b\x0cc\x85d", "a b c d"),
        ("‘‘double’’ and ``old''", "“double” and “old''"),
        ("‘single’ and ‘‘‘three", "‘single’ and ‘“three"),
        ("Ã©tÃ© â€œquotedâ€\x9d", "été “quoted”"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("Ã la carte", "Ã la carte"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
    ],
)
def test_a_line_as_an_editor_would_type_it(line: str, text: str) -> None:
    assert normalise(line) == text


@given(st.text(st.characters(exclude_characters="ÃÂâÐÑ"), max_size=60))
def test_what_is_mended_stays_so(line: str) -> None:
    once = normalise(line)
    assert once == once.strip()
    assert "  " not in once
    assert normalise(once) == once


@given(st.text(st.sampled_from("abc äöü яшж 灯塔 ’“”—–…!?.,"), max_size=60))
def test_no_letter_is_lost(line: str) -> None:
    assert [c for c in normalise(line) if c.isalnum()] == [c for c in line if c.isalnum()]
