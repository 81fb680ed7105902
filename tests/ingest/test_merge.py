"""An editor's text and a new import's are merged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.merge import Conflict, Merged, merge

BASE = "---\ntitle: A lamp\n---\none\n\ntwo\n\nthree\n"


def test_changes_in_different_places_are_both_taken() -> None:
    edited = BASE.replace("one", "ONE")
    imported = BASE.replace("three", "THREE")
    assert merge(BASE, edited, imported) == Merged(BASE.replace("one", "ONE").replace("three", "THREE"), ())


def test_a_change_on_one_side_is_taken() -> None:
    assert merge(BASE, BASE, BASE.replace("two", "TWO")).text == BASE.replace("two", "TWO")
    assert merge(BASE, BASE.replace("two", "TWO"), BASE).text == BASE.replace("two", "TWO")


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    changed = BASE.replace("two", "TWO")
    assert merge(BASE, changed, changed) == Merged(changed, ())


def test_where_both_changed_the_editors_text_stands_and_the_other_is_told() -> None:
    merged = merge(BASE, BASE.replace("two", "the editor's"), BASE.replace("two", "the import's"))
    assert merged.text == BASE.replace("two", "the editor's")
    assert merged.conflicts == (Conflict(6, "the import's\n"),)


def test_what_the_editor_deleted_stays_deleted() -> None:
    edited = BASE.replace("two\n\n", "")
    assert merge(BASE, edited, BASE.replace("one", "ONE")).text == edited.replace("one", "ONE")


def test_changes_that_touch_but_do_not_overlap_are_both_taken() -> None:
    base = "one\n\nShare\n\ntwo\n\nthree\n"
    merged = merge(base, base.replace("two", "TWO"), base.replace("Share\n\n", ""))
    assert merged == Merged("one\n\nTWO\n\nthree\n", ())
    merged = merge(base, base.replace("two\n\n", ""), base.replace("three", "THREE"))
    assert merged == Merged("one\n\nShare\n\nTHREE\n", ())


def test_two_insertions_at_one_place_are_a_conflict() -> None:
    merged = merge("one\nfour\n", "one\ntwo\nfour\n", "one\nthree\nfour\n")
    assert merged == Merged("one\ntwo\nfour\n", (Conflict(2, "three\n"),))


def test_what_the_editor_wrote_already_is_no_conflict() -> None:
    edited = BASE.replace("title: A lamp\n", "title: A lamp\npublication: The Mercury\ntags: [lamps]\n")
    imported = BASE.replace("title: A lamp\n", "title: A lamp\npublication: The Mercury\n")
    assert merge(BASE, edited, imported) == Merged(edited, ())
    other = imported.replace("Mercury", "Post")
    assert merge(BASE, edited, other) == Merged(edited, (Conflict(3, "publication: The Post\n"),))


def test_odd_characters_part_no_lines() -> None:
    base = "a\u2028b\x0cc\r\nd"
    assert merge(base, base + "\n", base) == Merged(base + "\n", ())


def test_a_last_line_without_an_end_stays_a_line() -> None:
    assert merge("one\n", "one\ntwo", "zero\none\n") == Merged("zero\none\ntwo", ())


lines = st.lists(st.sampled_from(["one", "two", "three", "", "four"]), max_size=8).map(
    lambda found: "".join(line + "\n" for line in found)
)


@given(lines, lines)
def test_without_a_change_on_one_side_the_other_side_is_the_result(base: str, changed: str) -> None:
    assert merge(base, changed, base) == Merged(changed, ())
    assert merge(base, base, changed) == Merged(changed, ())


@given(lines, lines, lines)
def test_no_line_that_the_editor_added_is_lost(base: str, edited: str, imported: str) -> None:
    edited = edited.removesuffix("\n")
    added = set(edited.split("\n")) - set(base.split("\n"))
    assert added <= set(merge(base, edited, imported).text.split("\n"))
