from __future__ import annotations

from typing import Any

import pytest

from generator.archive.references import References, resolve_references
from generator.archive.values import Kind
from generator.problems import Problems
from tests.archive.builders import GATES, IGOR, SERGEI, article, authorities, authority, told

ALL = authorities(
    people=(GATES, IGOR, SERGEI),
    places=(authority("moscow", "Moscow"),),
    organizations=(authority("nato", "North Atlantic Treaty Organization", "NATO"),),
)
LINES = {"people": 5, "places": 6, "organizations": 7, "not_mentions": 8}


def resolve(**meta: Any) -> tuple[References, list[str]]:
    problems = Problems()
    return resolve_references(article("a", lines=LINES, **meta), ALL, problems), told(problems)


def test_ids_names_and_variants_are_known_and_each_counts_once() -> None:
    references, problems = resolve(
        people=("sergei-ivanov", "Robert Gates", "gates"), places=("MOSCOW",), organizations=("NATO",)
    )
    assert problems == []
    assert references.added == {
        Kind.PEOPLE: ("sergei-ivanov", "robert-gates"),
        Kind.PLACES: ("moscow",),
        Kind.ORGANIZATIONS: ("nato",),
    }


def test_nothing_written_is_nothing_added() -> None:
    references, _ = resolve()
    assert references == References({Kind.PEOPLE: (), Kind.PLACES: (), Kind.ORGANIZATIONS: ()}, frozenset())


@pytest.mark.parametrize(
    ("meta", "message"),
    [
        (
            {"people": ("Robert Gatse",)},
            "error content/articles/a.md:5: `people`: no entry for “Robert Gatse” in content/authorities/people.yaml"
            " (did you mean “Robert Gates”?)",
        ),
        (
            {"places": ("Ulaanbaatar",)},
            "error content/articles/a.md:6: `places`: no entry for “Ulaanbaatar” in content/authorities/places.yaml"
            " (add an entry for it to content/authorities/places.yaml)",
        ),
        (
            {"people": ("Ivanov",)},
            "error content/articles/a.md:5: `people`: “Ivanov” may be several"
            " (write the id: igor-ivanov or sergei-ivanov)",
        ),
        (
            {"not_mentions": ("robert-gate",)},
            "warning content/articles/a.md:8: `not_mentions`: no authority has the id “robert-gate”"
            " (did you mean “robert-gates”?)",
        ),
        (
            {"not_mentions": ("Q",)},
            "warning content/articles/a.md:8: `not_mentions`: no authority has the id “Q” (write an id, not a name)",
        ),
    ],
)
def test_unknown_and_ambiguous_references_are_told(meta: dict[str, tuple[str, ...]], message: str) -> None:
    _, problems = resolve(**meta)
    assert problems == [message]


def test_the_known_ones_beside_an_unknown_one_stay() -> None:
    references, problems = resolve(people=("Nobody Atall", "Robert Gates"), not_mentions=("moscow", "qqq"))
    assert len(problems) == 2
    assert references.added[Kind.PEOPLE] == ("robert-gates",)
    assert "moscow" in references.denied
