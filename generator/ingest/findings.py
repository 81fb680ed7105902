"""What rules find out about a source: findings for its blocks, gathered while the rules run in their order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.collection.collection import Furniture
from generator.ingest.dates import DAY_FIRST_LANGUAGES, NumericDates
from generator.ingest.language import language_of

Value = str | tuple[str, ...]
Told = TypeVar("Told")


class Part(msgspec.Struct, frozen=True):
    """A stretch of a block, from character `start` of its full text up to but not including `end`."""

    start: int
    end: int
    role: Role
    fate: Fate
    keys: tuple[str, ...] = ()
    """Those of the finding's front-matter keys that this stretch gives."""


class Finding(msgspec.Struct, frozen=True):
    """What a block is, where it goes, and what it says for the front matter."""

    block: int
    """Its index."""
    role: Role
    fate: Fate
    values: Mapping[str, Value] = {}
    """Front-matter keys and what this block gives them."""
    parts: tuple[Part, ...] = ()
    """Stretches that are something else than the rest of the block, in their order, without overlap."""
    signs: tuple[str, ...] = ()
    """Of a finding that weighed many signs the strongest, as the ledger has them."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the editor should look at."""

    line: int
    """Of the source."""
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What a rule may depend on besides the source."""

    numeric_dates: NumericDates = ""
    furniture: Furniture | None = None
    """What the collection shows of lines that stand in many of its sources; None where none was read."""
    publication: str = ""
    """The one that the archive's settings name for the source, in case that it tells none itself."""
    forbidden: frozenset[str] = frozenset()
    """Names of rules that are not to run."""
    keep: tuple[re.Pattern[str], ...] = ()
    """What the lines that the archive's settings keep match, as a whole and in small letters; likewise the next."""
    set_aside: tuple[re.Pattern[str], ...] = ()


_index = attrgetter("index")


class Reading:
    """A source under examination: its blocks, and what has been found out about them so far."""

    def __init__(self, blocks: tuple[Block, ...], settings: Settings, outside: frozenset[int] = frozenset()) -> None:
        self.blocks = blocks
        self.settings = settings
        self.outside = outside
        """Indexes of blocks that the page's markup places outside the article; none in plain text."""
        self.found: dict[int, tuple[Finding, str]] = {}
        """Block index to its finding and the name of the rule that made it."""
        self._open = list(blocks)
        self._of_blocks: dict[Callable[[tuple[Block, ...]], Any], Any] = {}
        self._counted = 0
        """Of findings, when the open blocks were last counted."""
        self.doubted: set[int] = set()
        """Indexes of undecided blocks that stand where a page's own lines do, and the article's may: to be weighed."""
        self.told_in_captions: set[int] = set()
        """Indexes of undecided blocks that end in who made a picture, in a source that has hardly any other text."""
        self.declared: set[int] = set()
        """Indexes of blocks of which the source's format itself says what they are."""

    def open(self, start: int = 0, end: int | None = None) -> Iterator[Block]:
        """The blocks from `start` up to but not including `end` that no rule has decided on yet."""
        # Dozens of rules ask one after the other, and most of them decide on nothing.
        if self._counted != len(self.found):
            self._counted = len(self.found)
            self._open = [block for block in self.blocks if block.index not in self.found]
        if start == 0 and end is None:
            return iter(self._open)
        first = bisect_left(self._open, start, key=_index)
        last = len(self._open) if end is None else bisect_left(self._open, end, key=_index)
        return iter(self._open[first:last])

    def of_blocks(self, tell: Callable[[tuple[Block, ...]], Told]) -> Told:
        """What a function tells of all blocks, whatever was found out about them: several rules ask the same."""
        if tell not in self._of_blocks:
            self._of_blocks[tell] = tell(self.blocks)
        told: Told = self._of_blocks[tell]
        return told

    def within(self) -> Iterator[Block]:
        """The undecided blocks that the markup does not place outside the article."""
        return (block for block in self.open() if block.index not in self.outside)

    def finding(self, index: int) -> Finding | None:
        entry = self.found.get(index)
        return entry[0] if entry else None

    def first(self, role: Role) -> Block | None:
        """The first block found to have `role` that was not set aside."""
        found = (i for i, (finding, _) in self.found.items() if _is_not_aside(finding, role))
        index = min(found, default=None)
        return None if index is None else self.blocks[index]

    def lifted(self, key: str) -> Value | None:
        """What the first block that gives the front-matter key says for it."""
        index = min((i for i, (finding, _) in self.found.items() if key in finding.values), default=None)
        return None if index is None else self.found[index][0].values[key]

    @property
    def body_start(self) -> int:
        """The index of the first undecided block of prose; the number of blocks where there is none."""
        weak: int | None = None
        for block in self.within():
            if block.is_strong_prose:
                return block.index
            if weak is None and block.is_prose:
                weak = block.index
        return len(self.blocks) if weak is None else weak

    @property
    def body_end(self) -> int:
        """The index after the last undecided block of prose; 0 where there is none."""
        for block in reversed(self.blocks):
            if block.index not in self.found and block.is_prose and block.index not in self.outside:
                return block.index + 1
        return 0

    def inside(self) -> range:
        """The indexes of blocks that stand well within the text: after its first paragraph and before its last two."""
        prose = [block.index for block in self.within() if block.is_prose]
        return range(prose[0] + 1, prose[-2]) if len(prose) > 2 else range(0)

    def numeric_dates(self) -> NumericDates:
        """How `03/04/2007` is meant: as the settings say, else as all write it who write the text's language.

        Not so where the source has a day that can only be read month first.
        """
        said = self.settings.numeric_dates
        if said or self.language() not in DAY_FIRST_LANGUAGES:
            return said
        return "" if self.of_blocks(_has_month_first) else "day-first"

    def language(self) -> str:
        """The language of what seems to be text, or an empty text where that is not clear."""
        return self.of_blocks(_language)


def _language(blocks: tuple[Block, ...]) -> str:
    return language_of(block for block in blocks if block.is_prose or block.words >= 8)


def _has_month_first(blocks: tuple[Block, ...]) -> bool:
    return any("/" in block.text and _MONTH_FIRST.search(block.text) for block in blocks)


_MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?![\d/])")


def _is_not_aside(finding: Finding, role: Role) -> bool:
    return finding.role is role and finding.fate is not Fate.SET_ASIDE


@dataclass(frozen=True, slots=True)
class Rule:
    """One named heuristic."""

    name: str
    reason: str
    """Why a line it decides on is what it says: one clause, in a reader's words."""
    apply: Callable[[Reading], Iterator[Finding]]


def set_aside(block: Block, role: Role) -> Finding:
    return Finding(block.index, role, Fate.SET_ASIDE)


def kept(block: Block, role: Role) -> Finding:
    return Finding(block.index, role, Fate.KEPT)


def lifted(block: Block, role: Role, **values: Value) -> Finding:
    return Finding(block.index, role, Fate.LIFTED, values)
