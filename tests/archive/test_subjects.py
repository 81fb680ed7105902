from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.archive.mentions import Found
from generator.archive.references import References
from generator.archive.subjects import Subjects, TermKey, find_subjects
from generator.archive.values import MENTION_KINDS, Kind, Mention

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
    terms, references, found = {}, {}, {}
    for slug in slugs:
        named = [*mentions.get(slug, {}), *([added[slug]] if slug in added else [])]
        terms[slug] = {kind: tuple(id_ for of, id_ in named if of is kind) for kind in Kind}
        terms[slug][Kind.TAGS] = tags.get(slug, ())
        by_kind = {
            kind: tuple(id_ for of, id_ in named if of is kind and added.get(slug) == (of, id_))
            for kind in MENTION_KINDS
        }
        references[slug] = References(by_kind, frozenset())
        places = [key for key, number in mentions.get(slug, {}).items() for _ in range(number)]
        found[slug] = Found(
            tuple(Mention(*key, n, n + 1) for n, key in enumerate(places)), tuple(dict.fromkeys(places))
        )
    return find_subjects(terms, references, found)


def test_what_both_name_again_and_again_is_what_both_are_about() -> None:
    found = subjects({"a": {GATES: 3, ROME: 2}, "b": {GATES: 2, ROME: 5}, "c": {GATES: 9}})
    # Gates stands in three of nine articles, Rome in two; both count twice.
    assert found.shared("a", "b", 3) == (ROME, GATES)
    assert found.shared("b", "a", 3) == (ROME, GATES)
    assert found.shared("a", "b", 1) == (ROME,)
    assert found.shared("a", "c", 3) == (GATES,)


def test_how_often_outweighs_how_rare() -> None:
    found = subjects({"a": {GATES: 8, ROME: 2}, "b": {GATES: 8, ROME: 2}, "c": {GATES: 9}})
    assert found.shared("a", "b", 3) == (GATES, ROME)


@pytest.mark.parametrize(("times", "shared"), [(1, ()), (2, (GATES,))])
def test_what_one_names_in_passing_is_no_subject(times: int, shared: tuple[TermKey, ...]) -> None:
    assert subjects({"a": {GATES: 9}, "b": {GATES: times}}).shared("a", "b", 3) == shared


@pytest.mark.parametrize(("others", "shared"), [(2, (GATES,)), (1, ())])
def test_what_most_articles_name_tells_nothing(others: int, shared: tuple[TermKey, ...]) -> None:
    assert subjects({"a": {GATES: 9}, "b": {GATES: 9}}, others=others).shared("a", "b", 3) == shared


def test_tags_and_names_that_the_editor_adds_are_subjects_unnamed() -> None:
    found = subjects({}, {"a": ("radar",), "b": ("radar",)}, {"a": ROME, "b": ROME})
    assert found.shared("a", "b", 3) == (RADAR, ROME)


def test_articles_without_terms_and_unknown_ones_share_nothing() -> None:
    found = subjects({"a": {GATES: 2}, "b": {ROME: 2}})
    assert found.shared("a", "b", 3) == found.shared("a", "other-0", 3) == found.shared("a", "gone", 3) == ()
