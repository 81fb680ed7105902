"""Makes rules that go by the words of a single line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.articles.ledger import Role
from generator.ingest.findings import Finding, Reading, set_aside

RuleFunction = Callable[[Reading], Iterator[Finding]]

_SPEAKS = re.compile(
    r"\b(?:you|your|our|we|us|please|sie|ihr\w*|ihnen|bitte|wir|uns\w*|vous|votre|vos|nous|notre|nos|usted|su|вы|вас|вам|ваш\w*|мы|наш\w*)\b|"
    r"^\W*(?:sign|subscribe|register|log|get|enter|join|already|accept|enable|click|abonn\w+|anmeld\w+|подпис\w+)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile("[\"'“‘„«]")


def by_patterns(
    role: Role, most_words: int, *patterns: str, to_the_reader: bool = False, at_the_edge: bool = False
) -> RuleFunction:
    """A rule for blocks of at most `most_words` in which one of `patterns` is found, in small or capital letters.

    With `to_the_reader` they must also speak to somebody (`you`, `our`, an order): a report about subscribers or
    cookies does not. With `at_the_edge` they must not stand well inside the text.
    """
    compiled = re.compile("|".join(patterns), re.IGNORECASE)

    def apply(reading: Reading) -> Iterator[Finding]:
        inside = reading.inside() if at_the_edge else range(0)
        for block in reading.open():
            if block.words > most_words or block.index in inside or not compiled.search(block.text):
                continue
            if not to_the_reader or (_SPEAKS.search(block.text) and not _QUOTED.match(block.text)):
                yield set_aside(block, role)

    return apply
