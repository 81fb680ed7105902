"""What is known of each block that may be the article's: its own figures, its place, its topic and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Reading
from generator.ingest.rules.likeness_blocks import OWN, own_figures
from generator.ingest.rules.likeness_places import PLACE, WHOLE, places_of
from generator.ingest.rules.likeness_words import CLASSES, ENGLISH, OTHERS, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOPIC = (
    "title words",
    "part in title",
    "known words",
    "lead words",
    "topic words",
    "part known",
    "part in lead",
    "part elsewhere",
)
_LEAD = ("mean words", "lead says I", "lead says you", "lead reports", "lead curly", "lead straight")
_COMPARED = ("length", "says I more", "says you more", "more curly", "more straight")
_NEAR = (
    "words",
    "capitals",
    "exclamation marks",
    "first_person",
    "part known",
    "part in lead",
    "is prose",
    "part of page",
    "words a sentence",
    "sentences that open small",
    "links",
)
"""Figures that are looked at in the neighbours too."""
_OFFSETS = (-3, -2, -1, 1, 2, 3)
_WINDOW = 4
FIGURES = (
    *OWN,
    *_TOPIC,
    *PLACE,
    *WHOLE,
    *_LEAD,
    *_COMPARED,
    *(f"{name} at {offset:+}" for name in _NEAR for offset in _OFFSETS),
    *(f"{name} {where}" for name in _NEAR for where in ("in all above", "in all below", "around")),
)
"""The names of all figures, in the order of the columns."""

_ENGLISH_PART = 0.02
"""Of the words, that are `the` in an English text."""
_LONG_WORD = 5
"""Letters from which on a word tells what a text is about."""
_LEAD_WORDS = 300
_LEAD_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class Figures:
    """The blocks on which no rule has decided, in their order, and for each a row of `FIGURES`."""

    blocks: tuple[Block, ...]
    table: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Open:
    block: Block
    topic: frozenset[str]
    """The words that are long enough to tell what it is about."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the first paragraphs are like, and the source in the mean."""

    words: Words
    topic: frozenset[str]
    title: frozenset[str]
    mean: float
    counts: Sequence[int]
    said: int
    curly: float
    straight: float


def figures_of(reading: Reading) -> Figures:
    """The figures of all open blocks."""
    import numpy as np

    found = [_split(block) for block in reading.open()]
    if not found:
        return Figures((), np.zeros((0, len(FIGURES)), np.float32))
    lead = _lead(reading, found)
    topics = _topics(found, lead)
    own = [own_figures(one.block, lead.words) + topic for one, topic in zip(found, topics, strict=True)]
    table = np.array(own, np.float32)
    blocks = tuple(one.block for one in found)
    place, whole = places_of(reading, blocks)
    same = np.broadcast_to(np.array((*whole, *_of_lead(lead)), np.float32), (len(found), len(WHOLE) + len(_LEAD)))
    parts = [table, place, same, _compared(table, lead), *_neighbours(table)]
    return Figures(blocks, np.concatenate(parts, axis=1, dtype=np.float32, casting="same_kind"))


def _split(block: Block) -> _Open:
    return _Open(block, frozenset([word for word in block.folded_words if len(word) >= _LONG_WORD]))


def _lead(reading: Reading, found: Sequence[_Open]) -> _Lead:
    prose = [one for one in found if one.block.is_prose]
    opening = prose[:_LEAD_PARAGRAPHS] or found
    said = [word for one in opening for word in one.block.folded_words]
    words = ENGLISH if said.count("the") > _ENGLISH_PART * len(said) else OTHERS
    topic: set[str] = set()
    read = 0
    for one in prose:
        if read >= _LEAD_WORDS:
            break
        topic |= one.topic
        read += one.block.words
    text = " ".join(one.block.text for one in opening)
    title = reading.first(Role.TITLE)
    return _Lead(
        words=words,
        topic=frozenset(topic),
        title=frozenset(word for word in title.folded_words if len(word) >= _LONG_WORD) if title else frozenset(),
        mean=sum(one.block.words for one in prose) / len(prose) if prose else 20.0,
        counts=words.count(said),
        said=len(said) or 1,
        curly=100 * (text.count("’") + text.count("“")) / (len(text) or 1),
        straight=100 * (text.count("'") + text.count('"')) / (len(text) or 1),
    )


def _topics(found: Sequence[_Open], lead: _Lead) -> Iterator[list[float]]:
    """What each shares with the title, the lead, all that stands above and all the rest."""
    known: set[str] = set()
    again: set[str] = set()
    above = []
    for one in found:
        shared = one.topic & known
        above.append(len(shared))
        again |= shared
        known |= one.topic
    for one, before in zip(found, above, strict=True):
        topic = one.topic
        number = len(topic) or 1
        title, first, elsewhere = len(topic & lead.title), len(topic & lead.topic), len(topic & again)
        yield [title, title / number, before, first, len(topic), before / number, first / number, elsewhere / number]


def _of_lead(lead: _Lead) -> tuple[float, ...]:
    said = dict(zip(CLASSES, (count / lead.said for count in lead.counts), strict=True))
    return lead.mean, said["first_person"], said["second_person"], said["reports"], lead.curly, lead.straight


def _compared(table: NDArray[np.float32], lead: _Lead) -> NDArray[np.float32]:
    """How a block differs from the lead: its length, who speaks to whom, and its marks."""
    import numpy as np

    said = [count / lead.said for count in lead.counts[:2]]
    differences = table[:, _COMPARED_AT] - np.array([0.0, *said, lead.curly, lead.straight], np.float32)
    differences[:, 0] /= lead.mean
    return differences


_COMPARED_AT = [
    OWN.index(name)
    for name in ("words", "part of first_person", "part of second_person", "curly marks", "straight marks")
]
_NEAR_AT = [(*OWN, *_TOPIC).index(name) for name in _NEAR]


def _neighbours(table: NDArray[np.float32]) -> Iterator[NDArray[np.floating]]:
    """The figures of `_NEAR` one to three blocks off, and their means by words over all above, all below and around."""
    import numpy as np

    values = table[:, _NEAR_AT]
    count = len(values)
    padded = np.full((count + 6, len(_NEAR)), -1, np.float32)
    padded[3 : 3 + count] = values
    place = np.arange(count)
    yield padded[place[:, None] + [3 + offset for offset in _OFFSETS]].transpose(0, 2, 1).reshape(count, -1)
    weight = np.maximum(table[:, :1], 1).astype(np.float64)
    # Of the words, and of the figures by words, what stands above each block.
    upto = np.zeros((count + 1, 1 + len(_NEAR)))
    np.cumsum(np.concatenate([weight, values * weight], axis=1), axis=0, out=upto[1:])
    first, last = np.maximum(place - _WINDOW, 0), np.minimum(place + _WINDOW + 1, count)
    between = np.stack([upto[:-1], upto[-1] - upto[1:], upto[last] - upto[first]])
    words = between[:, :, :1]
    means = np.where(words > 0, between[:, :, 1:] / np.maximum(words, 1), -1.0)
    yield means.transpose(1, 2, 0).reshape(count, -1)
