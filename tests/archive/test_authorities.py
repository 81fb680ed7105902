from __future__ import annotations

import pytest

from generator.archive.authorities import Authorities, parse_authorities
from generator.archive.values import Kind
from generator.problems import Problems
from tests.archive.builders import GATES, IGOR, SERGEI, authorities, authority, told

GOOD = """\
- id: robert-gates
  name: Robert Gates
  variants: [Gates, Robert M. Gates]
  description: U.S. Secretary of Defense, 2006–2011.
  links: [https://www.wikidata.org/wiki/Q1]
- id: igor-ivanov
  name: Igor Ivanov
"""


def parse(text: str, kind: Kind = Kind.PEOPLE) -> tuple[Authorities, list[str]]:
    problems = Problems()
    return parse_authorities({kind: text}, problems), told(problems)


def test_a_good_file_is_read_whole() -> None:
    found, problems = parse(GOOD)
    assert problems == []
    gates, ivanov = found.of(Kind.PEOPLE)
    assert gates.id == "robert-gates"
    assert gates.variants == ("Gates", "Robert M. Gates")
    assert gates.links == ("https://www.wikidata.org/wiki/Q1",)
    assert ivanov.name == "Igor Ivanov"
    assert found.by_id[Kind.PEOPLE, "igor-ivanov"] is ivanov
    assert found.of(Kind.PLACES) == ()
    assert found.ids == {"robert-gates", "igor-ivanov"}


def test_coordinates_are_numbers() -> None:
    found, problems = parse("- {id: moscow, name: Moscow, coordinates: [55.75, 37.62]}", Kind.PLACES)
    assert problems == []
    assert found.of(Kind.PLACES)[0].coordinates == (55.75, 37.62)


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "[]"])
def test_an_empty_file_has_no_entries(text: str) -> None:
    assert parse(text) == (Authorities({Kind.PEOPLE: ()}), [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: a\nname: A\n", "1: a list of entries is wanted here (begin each with `- id: …`)"),
        ("- {id: a, name: A}\n- Robert Gates\n", "2: a mapping of keys to values is wanted here"),
        ("- id: a\n  description: x\n", "1: `name` is missing"),
        ("- name: A\n", "1: `id` is missing"),
        ("- id: a\n  name: ' '\n", "2: `name` is empty (write the name as the archive is to show it)"),
        (
            "- name: Robert Gates\n  id: Robert Gates\n",
            "2: `id` cannot be the name of a page: Robert Gates"
            " (lower-case letters, digits and single hyphens, such as `robert-gates`)",
        ),
        (
            "- {id: page-2, name: Page}\n",
            "1: `id` cannot be the name of a page: page-2"
            " (lower-case letters, digits and single hyphens, such as `page`)",
        ),
        ("- {id: a, name: A}\n- id: a\n  name: B\n", "2: two entries with the id `a` (the other one is on line 1)"),
        ("- {id: a, name: A, nmae: B}\n", "1: unknown key `nmae` (did you mean `name`?)"),
        (
            "- id: a\n  name: A\n  coordinates: [91, 0]\n",
            "3: coordinates out of range: 91, 0 (latitude from -90 to 90 first, then longitude from -180 to 180)",
        ),
        (
            "- id: a\n  name: A\n  coordinates: [0, 180.5]\n",
            "3: coordinates out of range: 0, 180.5 (latitude from -90 to 90 first, then longitude from -180 to 180)",
        ),
        (
            "- id: a\n  name: A\n  coordinates: [-90.5, -181]\n",
            "3: coordinates out of range: -90.5, -181 (latitude from -90 to 90 first, then longitude from -180 to 180)",
        ),
        (
            "- id: a\n  name: A\n  coordinates: [nan, 0]\n",
            "3: coordinates out of range: nan, 0 (latitude from -90 to 90 first, then longitude from -180 to 180)",
        ),
        (
            "- id: a\n  name: A\n  links:\n    - javascript:alert(1)\n",
            "4: not a web address: javascript:alert(1) (https://…)",
        ),
        ("- id: a\n  name: A\n  links: ['https://']\n", "3: not a web address: https:// (https://…)"),
        ("- id: a\n  name: A\n  variants:\n    - B\n    - ''\n", "5: an empty variant (remove it)"),
        (
            "- id: a\n  name: A\n  variants: B\n",
            "3: `variants`: a list is wanted here, this is text (write a list as [one, two])",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, message: str) -> None:
    _, problems = parse(text)
    assert problems == [f"error content/authorities/people.yaml:{message}"]


def test_of_two_entries_with_one_id_the_first_counts() -> None:
    found, _ = parse("- {id: a, name: A}\n- {id: a, name: B}\n")
    assert [entry.name for entry in found.of(Kind.PEOPLE)] == ["A"]


def test_an_id_too_long_for_a_file_name_is_refused() -> None:
    _, problems = parse(f"- id: {'a' * 300}\n  name: A\n")
    assert len(problems) == 1
    assert "`id` cannot be the name of a page" in problems[0]


def test_all_that_is_wrong_is_told_and_the_rest_is_read() -> None:
    found, problems = parse("- id: A\n  name: A\n  links: [x]\n  variants: ['']\n- {id: b, name: B}\n- {name: C}\n")
    assert [line.split(": ")[0] for line in problems] == [
        "error content/authorities/people.yaml:1",
        "error content/authorities/people.yaml:3",
        "error content/authorities/people.yaml:4",
        "error content/authorities/people.yaml:6",
    ]
    assert [entry.id for entry in found.of(Kind.PEOPLE)] == ["b"]


def test_one_mistake_in_an_entry_hides_no_other() -> None:
    _, problems = parse("""\
- id: Not An Id
  nmae: A
  links: [x]
- id: b
  name:
  coordinates: [91, 0]
- id: b
  name: B
  variants: {a: b}
""")
    assert [line.removeprefix("error content/authorities/people.yaml:").split(" (")[0] for line in problems] == [
        "1: `id` cannot be the name of a page: Not An Id",
        "1: `name` is missing",
        "2: unknown key `nmae`",
        "3: not a web address: x",
        "5: `name` is empty",
        "6: coordinates out of range: 91, 0",
        "7: two entries with the id `b`",
        "9: `variants`: a list is wanted here, this is a mapping",
    ]


def test_a_file_that_is_not_yaml_is_told() -> None:
    found, problems = parse("- id: [")
    assert len(problems) == 1
    assert "not valid YAML" in problems[0]
    assert found.of(Kind.PEOPLE) == ()


def test_one_id_may_stand_in_two_kinds_and_one_variant_in_two_entries() -> None:
    problems = Problems()
    people = "- {id: washington, name: George Washington, variants: [Washington]}"
    places = "- {id: washington, name: 'Washington, D.C.', variants: [Washington]}"
    found = parse_authorities({Kind.PEOPLE: people, Kind.PLACES: places}, problems)
    assert told(problems) == []
    assert found.by_id[Kind.PEOPLE, "washington"].name == "George Washington"
    assert found.by_id[Kind.PLACES, "washington"].name == "Washington, D.C."


def test_a_reference_is_an_id_else_a_name_else_a_variant() -> None:
    state = authority("washington-state", "Washington")
    city = authority("washington", "Washington, D.C.", "Washington", "D.C.")
    found = authorities(people=(GATES, IGOR, SERGEI), places=(state, city))
    assert found.find(Kind.PEOPLE, "robert-gates") == (GATES,)
    assert found.find(Kind.PEOPLE, " ROBERT  gates") == (GATES,)
    assert found.find(Kind.PEOPLE, "gates") == (GATES,)
    assert found.find(Kind.PEOPLE, "Ivanov") == (IGOR, SERGEI)
    assert found.find(Kind.PEOPLE, "Putin") == ()
    assert found.find(Kind.PLACES, "Robert Gates") == ()
    assert found.find(Kind.PLACES, "washington") == (city,)
    assert found.find(Kind.PLACES, "Washington") == (state,)
    assert found.find(Kind.PLACES, "d.c.") == (city,)


def test_a_name_given_twice_is_told_and_changes_nothing() -> None:
    text = "- id: a\n  name: Ada One\n  variants:\n    - Ada\n    - Ada  One\n    - Ada\n"
    found, problems = parse(text)
    assert found.of(Kind.PEOPLE)[0].variants == ("Ada", "Ada  One", "Ada")
    assert problems == [
        "warning content/authorities/people.yaml:5: `a` has the name “Ada One” twice (remove one: it changes nothing)",
        "warning content/authorities/people.yaml:6: `a` has the name “Ada” twice (remove one: it changes nothing)",
    ]


def test_the_lines_of_names_are_kept() -> None:
    found, _ = parse("- id: a\n  name: Ada\n  variants:\n    - B\n\n    - C\n- {name: D, id: d}\n")
    assert found.lines == {(Kind.PEOPLE, "a"): (2, 4, 6), (Kind.PEOPLE, "d"): (7,)}
