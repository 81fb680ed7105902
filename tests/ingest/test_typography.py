"""The characters of a line are mended, its words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.typography import count_mends, normalise, normalised


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
        ("voilÃ\u00a0", "voilà"),
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


@given(st.lists(st.text(st.sampled_from("ab \t\u00a0\u200b‘’`Ã©"), max_size=12)))
def test_all_lines_together_are_mended_as_each_is(lines: list[str]) -> None:
    assert normalised(lines) == [normalise(line) for line in lines]


def test_each_mend_is_counted_by_its_kind() -> None:
    lines = ["plain  text\tof one line", "Ã©tÃ© in the har\u00adbour", "‘‘double’’", "nothing to mend", "  indented"]
    assert count_mends(lines) == {"invisible": 1, "mojibake": 2, "quotation-marks": 2, "white-space": 3}


def test_clean_lines_count_nothing() -> None:
    assert count_mends(["One line.", "", "“Another” one — with all its marks’ sake."]) == {}


@given(st.lists(st.text(st.sampled_from("ab \t\u00a0\u200b‘’`"), max_size=20)))
def test_what_changed_inside_a_line_was_counted(lines: list[str]) -> None:
    changed = any(normalise(line) != line.strip(" ") for line in lines)
    assert changed <= bool(count_mends(lines))
