from __future__ import annotations

import struct
from collections.abc import Mapping

import pytest

from generator.archive.study import Study
from generator.archive.subjects import IN_PASSING, Subjects, TermKey, find_subjects
from generator.archive.values import Kind

GATES = (Kind.PEOPLE, "gates")
ROME = (Kind.PLACES, "rome")
RADAR = (Kind.TAGS, "radar")


def subjects(
    mentions: Mapping[str, Mapping[TermKey, int]],
    tags: Mapping[str, tuple[str, ...]] | None = None,
    added: Mapping[str, TermKey] | None = None,
    others: int = 6,
) -> Subjects:
    """What articles are about that name terms so and so often, beside `others` that name nothing."""
    tags, added = tags or {}, added or {}
    slugs = [*sorted({*mentions, *tags, *added}), *(f"other-{n}" for n in range(others))]
    terms, studies = {}, {}
    for slug in slugs:
        stated = [added[slug]] if slug in added else []
        times = mentions.get(slug, {})
        named = list(dict.fromkeys([*stated, *times]))
        terms[slug] = {kind: tuple(id_ for of, id_ in named if of is kind) for kind in Kind}
        terms[slug][Kind.TAGS] = tags.get(slug, ())
        places = (
            struct.pack("<4I", named.index(key), n, n + 1, number) for n, (key, number) in enumerate(times.items())
        )
        studies[slug] = Study("\n".join(f"{kind}/{id_}" for kind, id_ in named), len(stated), b"".join(places))
    return find_subjects({slug: of[Kind.TAGS] for slug, of in terms.items()}, studies)


def both_about(found: Subjects, one: str, other: str, most: int = 3) -> tuple[TermKey, ...]:
    (terms,) = found.shared([one], [other], most)
    return terms


def test_what_both_name_again_and_again_is_what_both_are_about() -> None:
    found = subjects({"a": {GATES: 3, ROME: 2}, "b": {GATES: 2, ROME: 5}, "c": {GATES: 9}})
    # Gates stands in three of nine articles, Rome in two; both count twice.
    assert both_about(found, "a", "b") == (ROME, GATES)
    assert both_about(found, "b", "a") == (ROME, GATES)
    assert both_about(found, "a", "b", 1) == (ROME,)
    assert both_about(found, "a", "c") == (GATES,)


def test_how_often_outweighs_how_rare() -> None:
    found = subjects({"a": {GATES: 8, ROME: 2}, "b": {GATES: 8, ROME: 2}, "c": {GATES: 9}})
    assert both_about(found, "a", "b") == (GATES, ROME)


@pytest.mark.parametrize(("times", "shared"), [(1, ()), (2, (GATES,))])
def test_what_one_names_in_passing_is_no_subject(times: int, shared: tuple[TermKey, ...]) -> None:
    assert both_about(subjects({"a": {GATES: 9}, "b": {GATES: times}}), "a", "b") == shared


def test_what_both_name_in_passing_can_be_asked_for() -> None:
    found = subjects({"a": {GATES: 1, ROME: 1}, "b": {GATES: 4, ROME: 1}, "c": {GATES: 1}})
    assert found.shared(["a", "c"], ["b", "b"], 3, IN_PASSING) == [(ROME, GATES), (GATES,)]


@pytest.mark.parametrize(("others", "shared"), [(2, (GATES,)), (1, ())])
def test_what_most_articles_name_tells_nothing(others: int, shared: tuple[TermKey, ...]) -> None:
    assert both_about(subjects({"a": {GATES: 9}, "b": {GATES: 9}}, others=others), "a", "b") == shared


def test_tags_and_names_that_the_editor_adds_are_subjects_unnamed() -> None:
    found = subjects({}, {"a": ("radar",), "b": ("radar",)}, {"a": ROME, "b": ROME})
    assert both_about(found, "a", "b") == (RADAR, ROME)


def test_articles_without_terms_and_unknown_ones_share_nothing() -> None:
    found = subjects({"a": {GATES: 2}, "b": {ROME: 2}})
    assert both_about(found, "a", "b") == both_about(found, "a", "other-0") == both_about(found, "a", "gone") == ()
