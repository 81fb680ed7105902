"""What the sources of a collection have in common: lines that stand in many of them are furniture, not an article's.

A first pass over all sources feeds a `Learner`, which keeps a number for each line; the `Collection` it makes tells of
a line in how many different texts of a group (a folder, a site) it stands, and how steadily beside the same other line.
The result depends on the sources alone, not on the order in which they are observed.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import msgspec

from generator.ingest.collection.copies import copies
from generator.ingest.collection.line_keys import Keys, length_of, line_keys

FEWEST = 4
"""Different texts in which a line stands at least before anything is told of it.

Among 570 pages of 400 sites, dumped as text, this took no line of an article; 3 began to take the names with which
authors sign.
"""

_SHORT = 80
"""Characters: a longer line may be a paragraph."""

_BYTES = 8
"""Of a key."""

_START, _END = 0, 1
"""Stand for the line above the first and the one below the last."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a line stands in a group of sources; all zero where it stands in fewer than `FEWEST` different texts."""

    texts: int = 0
    """Different texts that have the line; several copies of one text are one."""
    of: int = 0
    """Different texts in the group."""
    steady: float = 0.0
    """The part of its texts in which the same short line, or the source's end, is right above it, or else right below.

    A paragraph beside it says nothing: an agency repeats several of them together, and they are its story's.
    """

    @property
    def share(self) -> float:
        return self.texts / self.of if self.of else 0.0


_NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is known of the lines of a group's sources."""

    of: int
    """Different texts in the group."""
    lines: Mapping[int, tuple[int, float]]
    """By the key of a line: how many texts have it, and how steadily."""
    around: Furniture | None = None
    """The same for the whole collection, which knows lines that are too rare in the group."""

    def standing(self, line: str) -> Standing:
        """How a source's line, as received, stands in the group, or else in the whole collection."""
        keys = line_keys([line])
        return self._standing(keys[0]) if keys else _NOTHING

    def _standing(self, line: int) -> Standing:
        if line in self.lines:
            texts, steady = self.lines[line]
            return Standing(texts, self.of, steady)
        return self.around._standing(line) if self.around else _NOTHING


@dataclass(frozen=True, slots=True)
class Collection:
    """What the sources of a collection have in common."""

    whole: Furniture
    groups: Mapping[str, Furniture]

    def furniture(self, group: str) -> Furniture:
        """What is known of a group; of the whole collection where there is none of that name."""
        return self.groups.get(group, self.whole)


@dataclass(frozen=True, slots=True)
class _Known:
    stamp: str
    group: str
    keys: Keys


class _Head(msgspec.Struct, frozen=True, tag="collection-1"):
    """The first line of a learner's file; the keys of all sources follow it, eight bytes each, low byte first."""

    sources: list[tuple[str, str, str, int]]
    """File, stamp, group and number of keys."""


class Learner:
    """Takes the sources of a collection one by one, in any order, and tells what they have in common.

    It keeps eight bytes a line: 48 MB for 100,000 sources of 60 lines. What it has observed can be kept in a file, so
    that a later import reads only what is new; without the file it learns the same anew.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    @staticmethod
    def read(data: bytes) -> Learner:
        """The learner that `written` put into these bytes; an empty one where they are anything else."""
        learner = Learner()
        head, _, body = data.partition(b"\n")
        try:
            entries = msgspec.json.decode(head, type=_Head).sources
        except msgspec.MsgspecError:
            return learner
        if sum(entry[3] for entry in entries) * _BYTES != len(body):
            return learner
        place = 0
        for file, stamp, group, number in entries:
            keys = array("Q", body[place : place + number * _BYTES])
            if sys.byteorder == "big":
                keys.byteswap()
            learner._known[file] = _Known(stamp, group, keys)
            place += number * _BYTES
        return learner

    def written(self) -> bytes:
        """All that it has observed."""
        ordered = sorted(self._known.items())
        head = _Head([(file, known.stamp, known.group, len(known.keys)) for file, known in ordered])
        parts = [msgspec.json.encode(head), b"\n"]
        for _, known in ordered:
            keys = array("Q", known.keys)
            if sys.byteorder == "big":
                keys.byteswap()
            parts.append(keys.tobytes())
        return b"".join(parts)

    def knows(self, file: str, stamp: str) -> bool:
        """Whether the source has been observed with this stamp."""
        known = self._known.get(file)
        return known is not None and known.stamp == stamp

    def observe(self, file: str, stamp: str, group: str, lines: Iterable[str]) -> None:
        """Takes in a source of the group; what was known of the same file is forgotten.

        `stamp` is whatever changes with the file: its SHA-256, or its size and time.
        """
        self.take(file, stamp, group, line_keys(lines))

    def take(self, file: str, stamp: str, group: str, keys: Keys) -> None:
        """As `observe`, of a source whose lines were made into keys elsewhere."""
        self._known[file] = _Known(stamp, group, keys)

    def stamp(self, file: str, stamp: str) -> None:
        """Gives a source that has been observed another stamp: it was copied to its place in the archive."""
        if file in self._known:
            self._known[file] = replace(self._known[file], stamp=stamp)

    def keep_only(self, files: Iterable[str]) -> None:
        """Forgets all other files."""
        wanted = set(files)
        self._known = {file: known for file, known in self._known.items() if file in wanted}

    def collection(self) -> Collection:
        """What the sources observed so far have in common."""
        ordered = [self._known[file] for file in sorted(self._known)]
        passed_over = copies([known.keys for known in ordered])
        different = [known for position, known in enumerate(ordered) if position not in passed_over]
        whole = _furniture([known.keys for known in different])
        by_group: defaultdict[str, list[Keys]] = defaultdict(list)
        for known in different:
            by_group[known.group].append(known.keys)
        if len(by_group) < 2:
            return Collection(whole, {})
        return Collection(whole, {group: _furniture(texts, whole) for group, texts in sorted(by_group.items())})


def _furniture(texts: Sequence[Keys], around: Furniture | None = None) -> Furniture:
    counts: Counter[int] = Counter()
    candidates = _repeated(texts)
    for keys in texts:
        counts.update(candidates.intersection(keys))
    often = {line for line, count in counts.items() if count >= FEWEST}
    above: Counter[tuple[int, int]] = Counter()
    below: Counter[tuple[int, int]] = Counter()
    for keys in texts:
        pairs = set(_pairs(keys, often))
        above.update(pair for pair in pairs if pair[1] in often)
        below.update(pair for pair in pairs if pair[0] in often)
    steadiest: defaultdict[int, int] = defaultdict(int)
    sides = chain(((line, beside, n) for (beside, line), n in above.items()), ((*pair, n) for pair, n in below.items()))
    for line, beside, count in sides:
        if length_of(beside) <= _SHORT:
            steadiest[line] = max(steadiest[line], count)
    return Furniture(len(texts), {line: (counts[line], steadiest[line] / counts[line]) for line in often}, around)


def _repeated(texts: Sequence[Keys]) -> set[int]:
    """Lines that stand `FEWEST` times or more, with a few that do not: counted in slots that lines share.

    To count each line by itself would take more memory than all else.
    """
    slots = bytearray(1 << sum(map(len, texts)).bit_length())
    mask = len(slots) - 1
    for keys in texts:
        for key in keys:
            slot = key & mask
            if slots[slot] < FEWEST:
                slots[slot] += 1
    return {key for keys in texts for key in keys if slots[key & mask] == FEWEST}


def _pairs(keys: Keys, often: set[int]) -> Iterator[tuple[int, int]]:
    """Lines that follow each other, where both stand often or one of them is the source's first or last."""
    before = _START
    for line in keys:
        if line in often and (before == _START or before in often):
            yield before, line
        before = line
    if before in often:
        yield before, _END
