"""What is found out about a source while the rules run."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.blocks import make_blocks
from generator.ingest.findings import Finding, Reading, Settings, kept, lifted, set_aside
from generator.ingest.rules import RULES
from tests.ingest.sources import PARAGRAPHS, TITLE


def reading(*lines: str) -> Reading:
    return Reading(make_blocks(lines), Settings())


def decide(reading: Reading, finding: Finding) -> None:
    reading.found[finding.block] = (finding, "a-rule")


def test_blocks_are_open_until_a_rule_decides() -> None:
    found = reading("one", "two", "three")
    decide(found, kept(found.blocks[1], Role.BODY))
    assert [block.text for block in found.open()] == ["one", "three"]
    assert [block.text for block in found.open(1)] == ["three"]
    assert [block.text for block in found.open(0, 1)] == ["one"]


def test_where_the_text_begins_and_ends() -> None:
    found = reading(
        TITLE, "A short sentence of twelve words is prose, but weak prose, it is said.", *PARAGRAPHS, "Share"
    )
    assert (found.body_start, found.body_end) == (2, 2 + len(PARAGRAPHS))
    assert found.inside() == range(2, 5)
    decide(found, set_aside(found.blocks[2], Role.DUPLICATE))
    assert found.body_start == 3


def test_without_strong_prose_the_text_begins_with_weak() -> None:
    found = reading(TITLE, "A short sentence of twelve words is prose, but weak prose, it is said.")
    assert (found.body_start, found.body_end) == (1, 2)
    assert list(found.inside()) == []


def test_without_prose_there_is_no_text() -> None:
    found = reading("one", "two")
    assert (found.body_start, found.body_end) == (2, 0)


def test_what_was_lifted_first_in_the_source_counts() -> None:
    found = reading("one", "two", "three")
    decide(found, lifted(found.blocks[2], Role.DATE, date="2003"))
    decide(found, lifted(found.blocks[1], Role.DATE, date="2002"))
    decide(found, set_aside(found.blocks[0], Role.DATE))
    assert found.lifted("date") == "2002"
    assert found.lifted("author") is None
    first = found.first(Role.DATE)
    assert first is not None
    assert first.text == "two"
    assert found.first(Role.TITLE) is None


def test_the_language_is_that_of_the_prose() -> None:
    assert reading("Der", "die", "das", *PARAGRAPHS).language() == "en"


def test_each_rule_has_a_reason_in_words() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.reason
        assert rule.reason[0].islower()
        assert not rule.reason.endswith(".")
