"""The table of rules."""

from __future__ import annotations

import re

from generator.ingest.rules import RULES


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)
    assert all(rule.reason and not rule.reason.endswith(".") for rule in RULES)


def test_the_last_rule_keeps_what_is_left() -> None:
    assert RULES[-1].name == "text"
