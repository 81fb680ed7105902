from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.authorities import parse_authorities
from generator.archive.suggest.as_yaml import as_objects, as_yaml
from generator.archive.suggest.suggest import COUNTRY, Example, Suggestion
from generator.archive.values import Kind
from generator.problems import Problems


def suggestion(name: str = "Edda Quill", **given: Any) -> Suggestion:
    values: dict[str, Any] = {
        "kind": Kind.PEOPLE,
        "id": "edda-quill",
        "name": name,
        "variants": (),
        "articles": 3,
        "uses": 5,
        "examples": (),
    }
    return Suggestion(**{**values, **given})


def test_the_text_can_be_pasted_into_an_authority_file() -> None:
    example = Example("content/articles/a.md", 7, "Then Edda Quill: came.")
    text = as_yaml([suggestion(variants=("Quill", "E. Quill"), examples=(example,), remarks=("Mind this",))])
    assert text == (
        "# for content/authorities/people.yaml\n\n"
        "# 5 times in 3 articles\n"
        "# content/articles/a.md:7: Then Edda Quill: came.\n"
        "# Mind this\n"
        "- id: edda-quill\n"
        "  name: Edda Quill\n"
        "  variants: [Quill, E. Quill]\n"
    )
    problems = Problems()
    (entry,) = parse_authorities({Kind.PEOPLE: text}, problems).of(Kind.PEOPLE)
    assert (entry.id, entry.variants) == ("edda-quill", ("Quill", "E. Quill"))
    assert len(problems) == 0


def test_each_kind_has_its_part_and_what_is_not_told_comes_last() -> None:
    text = as_yaml([suggestion(), suggestion(kind=Kind.PLACES, remarks=(COUNTRY,)), suggestion(kind=None)])
    headings = [line for line in text.splitlines() if line.startswith(("# for", "# not", "# Countries"))]
    assert headings == [
        "# Countries and capitals need no entry where site.yaml says `authorities: {countries: true}`.",
        "# for content/authorities/people.yaml",
        "# for content/authorities/places.yaml",
        "# not told from the articles: put each into the file that fits",
    ]


def test_nothing_found_is_nothing_written() -> None:
    assert as_yaml([]) == ""


@pytest.mark.parametrize("name", ["No", "null", "A: B", "A #b", "O'Neill", "J. R.", "St.", "[x]", "Ян", "a, b", "- a"])
def test_every_name_reads_back_as_itself(name: str) -> None:
    (entry,) = yaml.safe_load(as_yaml([suggestion(name, variants=(name,))]))
    assert (entry["name"], entry["variants"]) == (name, [name])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1))
def test_any_name_reads_back_as_itself(name: str) -> None:
    (entry,) = yaml.safe_load(as_yaml([suggestion(name)]))
    assert entry["name"] == name


def test_objects_have_the_same() -> None:
    (told,) = as_objects([suggestion(examples=(Example("a.md", 2, "Quill."),))])
    assert told == {
        "suggestion": "Edda Quill",
        "kind": "people",
        "id": "edda-quill",
        "variants": [],
        "articles": 3,
        "uses": 5,
        "examples": [{"path": "a.md", "line": 2, "text": "Quill."}],
    }
