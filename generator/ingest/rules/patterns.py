"""Makes rules that go by the words of a single line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.hints import ALWAYS, DIGIT, SIGN, hint

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
    cookies does not. With `at_the_edge` they must not stand well inside the text.

    Most patterns tell with which letters, sign or digit a block begins in which they are found, and are tried on no
    other. The rest, and those that may match in the midst of a text, are tried only where one of the `hints` stands in
    it, if there are any: that is quicker.
    """
    hinted, found_in = _finder([part for pattern in patterns for part in _alternatives(pattern)], hints)

    def apply(reading: Reading) -> Iterator[Finding]:
        found = [
            block for block in reading.open() if block.words <= most_words and block.hints & hinted and found_in(block)
        ]
        if to_the_reader:
            found = [block for block in found if _SPEAKS.search(block.text) and not _QUOTED.match(block.text)]
        inside = _inside(reading, found) if at_the_edge and found else range(0)
        for block in found:
            if block.index not in inside:
                yield set_aside(block, role)

    return apply


def _finder(parts: Sequence[str], hints: Sequence[str]) -> tuple[int, Callable[[Block], bool]]:
    """The hints of these patterns, and whether any of them is found in a block that has one.

    They are looked for in the block's small letters, and so without regard to the case: this is twice as quick. Those
    that tell capitals from small letters are not.
    """
    openings = {part: [*_openings(part)] for part in parts if part.startswith("^")}
    known = [part for part, begun in openings.items() if all(begun)]
    others = [part for part in parts if part not in known]
    hinted = hint(hints) if hints else ALWAYS
    kinds = (
        (known, hint(openings=[opening for part in known for opening in openings[part]])),
        ([part for part in others if part in openings], hinted),
        ([part for part in others if part not in openings], hinted),
    )
    looks = []
    for some, bit in kinds:
        small = _one_of([part for part in some if _BY_CASE not in part], in_small=True)
        cased = _one_of([part for part in some if _BY_CASE in part], in_small=False)
        looks += [(bit, look, look is small) for look in (small, cased) if look]

    def found_in(block: Block) -> bool:
        # Asked of every short block by two dozen rules: a loop is quicker than `any`.
        for bit, look, in_small in looks:
            if block.hints & bit and look()(block.small if in_small else block.text):
                return True
        return False

    return reduce(or_, (bit for bit, _, _ in looks)), found_in


_BY_CASE = "(?-i:"


Look = Callable[[str], re.Match[str] | None]
LOOKS: list[Callable[[], Look]] = []
"""Give what finds the patterns of a rule. They are compiled when they are first asked for: most in few imports."""


def _one_of(parts: Sequence[str], *, in_small: bool) -> Callable[[], Look] | None:
    """Gives what finds any of the patterns, which all begin a text or none; None where there are none."""
    if not parts:
        return None

    @lru_cache(maxsize=1)
    def look() -> Look:
        return _compiled(parts, in_small)

    LOOKS.append(look)
    return look


def _compiled(parts: Sequence[str], in_small: bool) -> Look:
    # Those that match only at the beginning of a word need not be tried at each letter.
    at_words = [part.removeprefix(r"\b") for part in parts if part.startswith(r"\b")]
    others = [part for part in parts if not part.startswith(r"\b")]
    whole = "|".join([*others, *([rf"\b(?:{'|'.join(at_words)})"] if at_words else [])])
    small = _OUTSIDE_CODES.sub(lambda found: found[1] or found[0].casefold(), whole)
    pattern = re.compile(small) if in_small else re.compile(whole, re.IGNORECASE)
    return pattern.match if whole.startswith("^") else pattern.search


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


def _openings(pattern: str) -> Iterator[str]:
    """With what all that a pattern finds begins, as `hint` has it; an empty text where that is not plain."""
    rest = pattern.removeprefix("^").removeprefix(r"\W*")
    group = _GROUP.match(rest)
    if group is None:
        begun = _BEGINNING.match(rest)
        yield "" if begun is None else DIGIT if begun["digit"] else SIGN if begun["sign"] else begun[0]
        return
    end = _closing(rest)
    for alternative in _alternatives(rest[group.end() : end]):
        yield from _openings(alternative)
    if rest[end + 1 : end + 2] == "?":
        yield from _openings(rest[end + 2 :])
    elif rest[end + 1 : end + 2] in ("*", "{"):
        yield ""


_GROUP = re.compile(r"\(\?(?:-i)?:")
_BEGINNING = re.compile(
    r"(?:[^\W\d_](?![?*{]))+|"
    r"(?:(?P<digit>\\d|\d)|(?P<sign>\\[^\w\s]|[^\w\s\\()\[\].^$|?*+{}]|\[[^]\w\\^-]+\]))(?![?*]|\{0)"
)


def _closing(pattern: str) -> int:
    """Where the bracket closes with which a pattern begins."""
    depth = 0
    for bracket in _BRACKETS.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(bracket[0], 0)
        if not depth:
            return bracket.start()
    raise ValueError(f"a bracket does not close: {pattern}")


_BRACKETS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^]\\])*\]|[()|]")


def has_any(text: str, hints: Sequence[str]) -> bool:
    """Whether any of the hints stands in a text."""
    # Asked of every short block by a dozen rules: a loop is quicker than `any`.
    for word in hints:  # noqa: SIM110
        if word in text:
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
