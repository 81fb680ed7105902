"""Rules that go by the words of a single line."""

from __future__ import annotations

import re

import pytest

from generator.articles.ledger import Role
from generator.ingest.blocks import make_blocks
from generator.ingest.findings import Reading, Settings
from generator.ingest.rules import RULES
from generator.ingest.rules.patterns import LOOKS, RuleFunction, any_of, by_patterns
from tests.ingest.sources import PARAGRAPHS


def found(rule: RuleFunction, *lines: str) -> list[str]:
    reading = Reading(make_blocks(lines), Settings())
    return [reading.blocks[finding.block].text for finding in rule(reading)]


def test_one_of_the_patterns_is_enough() -> None:
    rule = by_patterns(Role.NOTICE, 5, r"\bfog\b", r"^lamp")
    assert found(rule, "Thick FOG", "lamp out", "a lamp", "foggy") == ["Thick FOG", "lamp out"]


@pytest.mark.parametrize(
    ("pattern", "lines", "wanted"),
    [
        (r"^\W*(?:the )?fogs?\b", ["Fog", "“The fogs", "the lamp", "a fog", "İ fog"], ["Fog", "“The fogs"]),
        (r"^\W*(?:f[oa]g|lamps{0,1})\b", ["Fag", "LAMP", "» lamps", "lantern", "of fog"], ["Fag", "LAMP", "» lamps"]),
        (r"^\W*(?:\d+|no) lamps", ["7 lamps", "٧ lamps", "(12 lamps", "No lamps", "lamps"], None),
        (r"^\W*(?:©|\(c\)|[«‹] ?next)", ["© 2031", "(C) 2031", "“‹ next", "c 2031", "next «"], None),
        (r"^\W*(?:straße|(?-i:QUAY)) \d", ["STRASSE 1", "Straße 1", "QUAY 1", "Quay 1"], None),
        (r"^\w+ (?:fog|lamp)$", ["one fog", "one fog more"], ["one fog"]),
    ],
)
def test_how_a_pattern_begins(pattern: str, lines: list[str], wanted: list[str] | None) -> None:
    if wanted is None:
        wanted = [line for line in lines if re.search(pattern, line, re.IGNORECASE)]
        assert wanted
    assert found(by_patterns(Role.NOTICE, 5, pattern), *(part for line in lines for part in (line, ""))) == wanted


def test_a_pattern_in_the_midst_needs_a_hint() -> None:
    rule = by_patterns(Role.NOTICE, 5, r"\bfog\b", "^lamp", r"^\w+ quay", hints=("thick", "old"))
    assert found(rule, "lamp", "fog", "thick fog", "old quay", "a quay") == ["lamp", "thick fog", "old quay"]


def test_a_longer_line_is_left_alone() -> None:
    assert found(by_patterns(Role.NOTICE, 3, "fog"), "fog on the sea", "fog at sea") == ["fog at sea"]


@pytest.mark.parametrize(
    ("line", "speaks"),
    [("Our fog", True), ("Get fog", True), ("The fog came", False), ("“Our fog,” he said", False), ("Ihre fog", True)],
)
def test_a_line_to_the_reader(line: str, speaks: bool) -> None:
    assert bool(found(by_patterns(Role.NOTICE, 9, "fog", to_the_reader=True), line)) is speaks


def test_a_line_at_the_edge() -> None:
    rule = by_patterns(Role.NOTICE, 3, "^fog", at_the_edge=True)
    lines = ("fog above", PARAGRAPHS[0], "fog inside", *PARAGRAPHS[1:], "fog below")
    assert found(rule, *lines) == ["fog above", "fog below"]


@pytest.mark.parametrize("line", ["fog", "a lamp", "lamps (two)", "thick|lamp"])
def test_each_pattern_is_tried_where_it_may_match(line: str) -> None:
    rule = by_patterns(Role.NOTICE, 5, r"^fog|\blamp\b", r"\([a-z|]+\)", hints=())
    assert found(rule, line, "the fog") == [line]


def test_without_a_hint_only_the_beginning_is_looked_at() -> None:
    rule = by_patterns(Role.NOTICE, 5, r"^fog", r"\blamp", hints=("lamp",))
    assert found(rule, "Fog it is", "A LAMP", "no fog") == ["Fog it is", "A LAMP"]


def test_any_of_several_rules() -> None:
    rule = any_of(by_patterns(Role.NOTICE, 5, "^fog"), by_patterns(Role.NOTICE, 5, "^lamp"))
    assert found(rule, "lamp", "fog", "mole") == ["fog", "lamp"]


def test_lines_that_match_do_not_make_the_text_reach_further() -> None:
    rule = by_patterns(Role.NOTICE, 60, "^fog", at_the_edge=True)
    notices = [f"Fog {text}" for text in PARAGRAPHS[:4]]
    assert found(rule, *PARAGRAPHS, *notices) == notices


def test_all_patterns_of_the_rules_can_be_compiled() -> None:
    # They are compiled when a text may have them: one that is broken would end some import, some day.
    assert RULES
    assert len(LOOKS) > 100
    assert all(callable(look()) for look in LOOKS)
