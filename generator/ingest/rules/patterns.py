"""Makes rules that go by the words of a single line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside

RuleFunction = Callable[[Reading], Iterator[Finding]]

_SPEAKS = re.compile(
    r"\b(?:you|your|our|we|us|please|sie|ihr\w*|ihnen|bitte|wir|uns\w*|vous|votre|vos|nous|notre|nos|"
    r"usted|su|por favor|per favore|stai|вы|вас|вам|ваш\w*|мы|наш\w*)\b|"
    r"^\W*(?:sign|subscribe|register|log|get|enter|join|already|accept|enable|click|abonn\w+|anmeld\w+|suscr\w+|inscr\w+|подпис\w+)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile("[\"'“‘„«]")


def by_patterns(
    role: Role,
    most_words: int,
    *patterns: str,
    hints: Sequence[str] = (),
    to_the_reader: bool = False,
    at_the_edge: bool = False,
) -> RuleFunction:
    """A rule for blocks of at most `most_words` in which one of `patterns` is found, in small or capital letters.

    With `to_the_reader` they must also speak to somebody (`you`, `our`, an order): a report about subscribers or
    cookies does not. Patterns that may match in the midst of a text are tried only where one of the `hints`, in small
    letters, stands in it: that is quicker. With `at_the_edge` they must not stand well inside the text.
    """
    found_in = _finder([part for pattern in patterns for part in _alternatives(pattern)], hints)

    def apply(reading: Reading) -> Iterator[Finding]:
        found = [block for block in reading.open() if block.words <= most_words and found_in(block)]
        if to_the_reader:
            found = [block for block in found if _SPEAKS.search(block.text) and not _QUOTED.match(block.text)]
        inside = _inside(reading, found) if at_the_edge and found else range(0)
        for block in found:
            if block.index not in inside:
                yield set_aside(block, role)

    return apply


def _finder(parts: Sequence[str], hints: Sequence[str]) -> Callable[[Block], bool]:
    """Whether any of the patterns is found in a block: at its beginning, or anywhere where it has a hint.

    They are looked for in the block's small letters, and so without regard to the case: this is twice as quick. Those
    that tell capitals from small letters are not.
    """
    at_start = _in_small([part for part in parts if part.startswith("^") and _BY_CASE not in part])
    anywhere = _in_small([part for part in parts if not part.startswith("^") and _BY_CASE not in part])
    by_case = [part for part in parts if _BY_CASE in part]
    cased = re.compile("|".join(by_case), re.IGNORECASE).search if by_case else None
    begins, occurs = at_start and at_start.match, anywhere and anywhere.search

    def found_in(block: Block) -> bool:
        small = block.small
        if begins and begins(small):
            return True
        if occurs and (not hints or has_any(small, hints)) and occurs(small):
            return True
        return cased is not None and cased(block.text) is not None

    return found_in


_BY_CASE = "(?-i:"


def _in_small(parts: Sequence[str]) -> re.Pattern[str] | None:
    """What finds any of the patterns in small letters; None where there are none."""
    # Those that match only at the beginning of a word need not be tried at each letter.
    at_words = [part.removeprefix(r"\b") for part in parts if part.startswith(r"\b")]
    others = [part for part in parts if not part.startswith(r"\b")]
    if at_words:
        others.append(rf"\b(?:{'|'.join(at_words)})")
    small = _OUTSIDE_CODES.sub(lambda found: found[1] or found[0].casefold(), "|".join(others))
    return re.compile(small) if others else None


_OUTSIDE_CODES = re.compile(r"(\\.)|[^\\]+")
"""Codes such as `\\W`, which mean something else in small letters, and what stands between them."""


def _alternatives(pattern: str) -> Iterator[str]:
    """The patterns that a pattern has between bars outside of all brackets."""
    depth = start = 0
    for bracket in _BRACKETS.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(bracket[0], 0)
        if bracket[0] == "|" and not depth:
            yield pattern[start : bracket.start()]
            start = bracket.end()
    yield pattern[start:]


_BRACKETS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^]\\])*\]|[()|]")


def has_any(text: str, hints: Sequence[str]) -> bool:
    """Whether any of the hints stands in a text."""
    # Asked of every short block by a dozen rules: a loop is quicker than `any`.
    for hint in hints:  # noqa: SIM110
        if hint in text:
            return True
    return False


def any_of(*rules: RuleFunction) -> RuleFunction:
    """A rule that finds what any of `rules` finds."""

    def apply(reading: Reading) -> Iterator[Finding]:
        for rule in rules:
            yield from rule(reading)

    return apply


def _inside(reading: Reading, found: Sequence[Block]) -> range:
    """The indexes of blocks that stand well within the text, to which what was found does not count."""
    ignored = {block.index for block in found}
    prose = [block.index for block in reading.open() if block.is_prose and block.index not in ignored]
    return range(prose[0] + 1, prose[-2]) if len(prose) > 2 else range(0)
