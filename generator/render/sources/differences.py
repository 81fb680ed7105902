"""Compares two editions of a story: what only one of them has, and where each says it in its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeAlias

Step: TypeAlias = tuple[str, int, int, int, int]
"""What happens to words, from and to which of the one text, from and to which of the other: as difflib tells it."""


class Where(StrEnum):
    """Which of the two texts has something."""

    BOTH = "both"
    HERE = "here"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that both texts have, or one of them."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that is not the same in both texts, or a number of them that are."""

    pieces: tuple[Piece, ...] = ()
    """Empty for paragraphs that are the same. One piece where only one text has the paragraph."""
    same: int = 0
    """How many paragraphs in a row are the same."""
    here: int = 0
    """The position in the first text of its first paragraph, or of the one before which the other text has more."""
    there: int = 0
    """Likewise in the other text."""


_PARAGRAPH = "\n"
"""Stands for the end of a paragraph among the words."""

_SHOWN_PARAGRAPH = "¶ "
"""Shows it where only one of the texts ends it."""

_MOST_PAIRS = 200_000
"""Pairs of equal words, one of each text, in one stretch: about those of 3,500 words. Beyond that the stretches are
shown whole, one after the other: the time to compare them grows with the pairs, and faster."""

_MANY_PARAGRAPHS = 1_000_000
"""The same for paragraphs: beyond that those that stand again and again are no longer matched."""

_ALIKE = 0.3
"""The part of two stretches' words that both have at least, to show them as one text with changes."""

_ISLAND = 2
"""Words that both have between longer ones that differ: they are the same by chance."""

# Signs that papers set differently; a difference in them alone is none.
_SET_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
# Scripts that do not part words by spaces are compared sign by sign.
_UNSPACED = r"\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"(?:[{_UNSPACED}]|[^\s{_UNSPACED}]+)\s*")


def differences(here: str, there: str) -> tuple[Difference, ...]:
    """What differs between two texts whose paragraphs are parted by newlines, in the order of the text.

    Words that both have are given as the first text writes them; how quotation marks and dashes are set makes no
    difference.
    """
    ours, theirs = paragraphs(here), paragraphs(there)
    junk = len(ours) * len(theirs) > _MANY_PARAGRAPHS
    matcher = SequenceMatcher(None, list(map(_key, ours)), list(map(_key, theirs)), autojunk=junk)
    found: list[Difference] = []
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        if what == "equal":
            found.append(Difference(same=end - start, here=start, there=other_start))
        else:
            found.extend(_rewritten(ours[start:end], theirs[other_start:other_end], _Place(start, other_start)))
    return tuple(_joined(found))


class _Place(NamedTuple):
    """The position of a paragraph in each of the texts."""

    here: int
    there: int

    def after(self, words: Iterable[tuple[Where, str]]) -> _Place:
        """The place behind words that begin here."""
        ended = [where for where, word in words if word == _PARAGRAPH]
        return _Place(
            self.here + sum(where is not Where.THERE for where in ended),
            self.there + sum(where is not Where.HERE for where in ended),
        )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as they are compared: without blank ones, with one space between words."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _key(text: str) -> str:
    return text.translate(_SET_ALIKE).strip()


def _joined(found: Sequence[Difference]) -> Iterator[Difference]:
    """The same, with all that is the same in a row as one."""
    for is_same, group in groupby(found, key=lambda difference: difference.same > 0):
        if is_same:
            alike = list(group)
            yield replace(alike[0], same=sum(difference.same for difference in alike))
        else:
            yield from group


def _rewritten(ours: Sequence[str], theirs: Sequence[str], place: _Place) -> Iterator[Difference]:
    here, there = _words(ours), _words(theirs)
    if not here or not there or _pairs(here, there) > _MOST_PAIRS:
        yield from _whole(ours, theirs, place)
        return
    matcher = SequenceMatcher(None, list(map(_key, here)), list(map(_key, there)), autojunk=False)
    steps = matcher.get_opcodes()
    shared = sum(end - start for what, start, end, _, _ in steps if what == "equal")
    if 2 * shared < _ALIKE * (len(here) + len(there)):
        yield from _whole(ours, theirs, place)
    else:
        yield from _by_paragraphs(_merged(here, there, steps), place)


def _pairs(here: Sequence[str], there: Sequence[str]) -> int:
    counts = Counter(map(_key, there))
    return sum(counts[_key(word)] for word in here)


def _whole(ours: Sequence[str], theirs: Sequence[str], place: _Place) -> Iterator[Difference]:
    here, there = place
    for position, text in enumerate(ours, start=here):
        yield Difference((Piece(Where.HERE, text),), here=position, there=there)
    for position, text in enumerate(theirs, start=there):
        yield Difference((Piece(Where.THERE, text),), here=here + len(ours), there=position)


def _words(paragraphs: Sequence[str]) -> list[str]:
    """The words with the white space behind them, and the ends of paragraphs."""
    return [word for text in paragraphs for word in [*_WORD.findall(text + " "), _PARAGRAPH]]


def _merged(here: Sequence[str], there: Sequence[str], steps: Sequence[Step]) -> Iterator[tuple[Where, str]]:
    """The words of both texts in order, each with where it stands; what only one has comes before what they share."""
    only_here: list[str] = []
    only_there: list[str] = []
    for position, (what, start, end, other_start, other_end) in enumerate(steps):
        if what == "equal" and not _is_island(here[start:end], steps[max(position - 1, 0) : position + 2]):
            yield from ((Where.HERE, word) for word in only_here)
            yield from ((Where.THERE, word) for word in only_there)
            yield from ((Where.BOTH, word) for word in here[start:end])
            only_here, only_there = [], []
        else:
            only_here.extend(here[start:end])
            only_there.extend(there[other_start:other_end])
    yield from ((Where.HERE, word) for word in only_here)
    yield from ((Where.THERE, word) for word in only_there)


def _is_island(words: Sequence[str], with_neighbours: Sequence[Step]) -> bool:
    """Whether words that both texts have stand between longer stretches that differ."""
    if len(words) > _ISLAND or len(with_neighbours) < 3 or _PARAGRAPH in words:
        return False
    above, _, below = with_neighbours
    return all(max(end - start, last - first) > len(words) for _, start, end, first, last in (above, below))


def _by_paragraphs(words: Iterator[tuple[Where, str]], place: _Place) -> Iterator[Difference]:
    """The words as paragraphs; one ends where both texts end it, or where the only text ends it that has it."""
    paragraph: list[tuple[Where, str]] = []
    for where, word in words:
        if word == _PARAGRAPH and (where is Where.BOTH or {of for of, _ in paragraph} <= {where}):
            yield from _paragraph(paragraph, place)
            place = place.after([*paragraph, (where, word)])
            paragraph = []
        else:
            paragraph.append((where, word))
    yield from _paragraph(paragraph, place)


def _paragraph(words: Sequence[tuple[Where, str]], place: _Place) -> Iterator[Difference]:
    present = {where for where, _ in words}
    if present == {Where.BOTH}:
        yield Difference(same=1, here=place.here, there=place.there)
    elif Where.BOTH in present:
        yield Difference(tuple(_pieces(words)), here=place.here, there=place.there)
    else:
        ours, theirs = ("".join(word for of, word in words if of is where) for where in (Where.HERE, Where.THERE))
        yield from _whole(_filled(ours), _filled(theirs), place)


def _filled(text: str) -> list[str]:
    return [part.strip() for part in text.split(_PARAGRAPH) if part.strip()]


def _pieces(words: Sequence[tuple[Where, str]]) -> Iterator[Piece]:
    for where, group in groupby(words, key=lambda word: word[0]):
        text = "".join(word for _, word in group)
        yield Piece(where, text.replace(_PARAGRAPH, _SHOWN_PARAGRAPH).strip())
