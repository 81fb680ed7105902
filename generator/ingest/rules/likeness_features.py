"""What is known of each block that may be the article's: its own figures, its place, its topic and its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Reading
from generator.ingest.rules.likeness_blocks import OWN, own_figures
from generator.ingest.rules.likeness_words import CLASSES, ENGLISH, OTHERS, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GUESSES = frozenset(
    (
        "comment-section",
        "far-from-text",
        "link-list",
        "contents",
        "below-text",
        "promoted-links",
        "lost-caption",
        "above-title",
        "teaser",
        "beside-buttons",
        "label-below-text",
        "biography",
        "author-note",
    )
)
"""Rules that go by the place of a block or by the shape of its neighbours: what they set aside is counted apart."""

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
_PLACE = (
    "words above",
    "words below",
    "part above",
    "part of all above",
    "place",
    "blocks below",
    "blocks",
    "lines above",
    "lines below",
    "from first prose",
    "from last prose",
    "from title",
    "gap",
    "from first comment",
    "to last comment",
    "from guessed comments",
    "kind above",
    "kind of second above",
    "kind below",
    "kind of second below",
    *(
        f"{kind} {side} {reach}"
        for kind in ("furniture", "guesses")
        for reach in (3, 8, 20)
        for side in ("above", "below")
    ),
    "all furniture above",
    "all furniture below",
)
_WHOLE = (
    "mean words",
    "open words",
    "part open",
    "guessed comments",
    "part set aside",
    "all guesses",
    "short part",
    "listed part",
    "lead says I",
    "lead says you",
    "lead reports",
    "lead curly",
    "lead straight",
)
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
    *_PLACE,
    *_WHOLE,
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
_NONE = -99.0
"""Stands for a distance to what is not there."""
_ROLES = tuple(Role)
"""The trees know them by their number: they are to be fitted anew where a role comes in before others."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The blocks on which no rule has decided, in their order, and for each a row of `FIGURES`."""

    blocks: tuple[Block, ...]
    table: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Open:
    block: Block
    split: list[str]
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
    own = np.array([own_figures(one.block, one.split, lead.words) for one in found], np.float32)
    known = np.array(list(_topics(found, lead)), np.float32)
    place, whole = _places(reading, found, lead)
    table = np.hstack([own, known, place, whole, _compared(own, lead)])
    return Figures(tuple(one.block for one in found), np.hstack([table, _neighbours(table)]).astype(np.float32))


def _split(block: Block) -> _Open:
    split = block.folded.split()
    return _Open(block, split, frozenset([word for word in split if len(word) >= _LONG_WORD]))


def _lead(reading: Reading, found: Sequence[_Open]) -> _Lead:
    prose = [one for one in found if one.block.is_prose]
    opening = prose[:_LEAD_PARAGRAPHS] or found
    said = [word for one in opening for word in one.split]
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
        title=frozenset(word for word in title.folded.split() if len(word) >= _LONG_WORD) if title else frozenset(),
        mean=sum(one.block.words for one in prose) / len(prose) if prose else 20.0,
        counts=words.count(said),
        said=len(said) or 1,
        curly=100 * (text.count("’") + text.count("“")) / (len(text) or 1),
        straight=100 * (text.count("'") + text.count('"')) / (len(text) or 1),
    )


def _topics(found: Sequence[_Open], lead: _Lead) -> Iterable[tuple[float, ...]]:
    """What each shares with the title, the lead, all that stands above and all the rest."""
    everywhere = Counter(word for one in found for word in one.topic)
    known: set[str] = set()
    for one in found:
        topic = one.topic
        number = len(topic) or 1
        title, above, first = len(topic & lead.title), len(topic & known), len(topic & lead.topic)
        elsewhere = sum([1 for word in topic if everywhere[word] > 1])
        yield (title, title / number, above, first, len(topic), above / number, first / number, elsewhere / number)
        known |= topic


def _places(reading: Reading, found: Sequence[_Open], lead: _Lead) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Where each stands among all blocks, and what is known of the source as a whole."""
    import numpy as np

    blocks = reading.blocks
    count = len(blocks)
    kinds = np.array([_kind(reading, block) for block in blocks], np.float32)
    guessed = np.array([_is_guess(reading, block) for block in blocks])
    sizes = np.array([block.words for block in blocks])
    furniture = (kinds >= _SET_ASIDE) & ~guessed
    at = np.array([one.block.index for one in found])
    words = sizes[at]
    upto = np.cumsum(words)
    total = int(upto[-1])
    # What the article may reach over: no metadata of a page, and nothing that its markup places elsewhere.
    upto_all = np.cumsum(np.where(guessed | (kinds >= 0) & (kinds < _SET_ASIDE), sizes, 0))
    prose = [one.block.index for one in found if one.block.is_prose]
    title = reading.first(Role.TITLE)
    comments = [index for index, (finding, _) in reading.found.items() if finding.role is Role.COMMENT]
    surely = [index for index in comments if not guessed[index]]
    section = min((index for index in comments if guessed[index]), default=None)
    place = np.arange(len(found))
    nowhere = np.full(len(found), _NONE)
    near = [
        _within(np.concatenate([[0], np.cumsum(what)]), at, reach, side, count)
        for what in (furniture, guessed)
        for reach in (3, 8, 20)
        for side in (-1, 1)
    ]
    around = np.concatenate([[-1, -1], kinds, [-1, -1]])
    in_furniture = np.cumsum(furniture)
    places = [
        upto - words,
        total - upto,
        (upto - words) / (total or 1),
        (upto_all[at] - words) / (int(upto_all[-1]) or 1),
        place,
        len(found) - 1 - place,
        np.full(len(found), len(found)),
        at,
        count - 1 - at,
        at - (prose[0] if prose else 0),
        at - (prose[-1] if prose else count),
        at - title.index if title else nowhere,
        [_gap(blocks, one.block) for one in found],
        at - min(surely) if surely else nowhere,
        max(surely) - at if surely else nowhere,
        at - section if section is not None else nowhere,
        around[at + 1],
        around[at],
        around[at + 3],
        around[at + 4],
        *near,
        in_furniture[at],
        in_furniture[-1] - in_furniture[at],
    ]
    aside = int(sizes[furniture | guessed].sum())
    said = dict(zip(CLASSES, lead.counts, strict=True))
    whole = [
        lead.mean,
        total,
        total / (int(upto_all[-1]) or 1),
        len(comments) - len(surely),
        aside / ((aside + total) or 1),
        int(guessed.sum()),
        sum(not one.block.is_prose for one in found) / len(found),
        sum(one.block.listed for one in found) / len(found),
        said["first_person"] / lead.said,
        said["second_person"] / lead.said,
        said["reports"] / lead.said,
        lead.curly,
        lead.straight,
    ]
    return np.column_stack(places).astype(np.float32), np.tile(np.array(whole, np.float32), (len(found), 1))


def _is_guess(reading: Reading, block: Block) -> bool:
    entry = reading.found.get(block.index)
    return entry is not None and entry[1] in GUESSES and entry[0].fate is Fate.SET_ASIDE


_SET_ASIDE = 2
_OTHERWISE = 40
_DECLARED = -2
_OF_THE_FORMAT = frozenset({"metadata", "outside-article"})
"""Rules that go by what a source's format says of a line: this tells nothing of the lines beside it."""


def _kind(reading: Reading, block: Block) -> int:
    """0 and 1 for an open block without and with prose, then the roles that were set aside, then all others."""
    entry = reading.found.get(block.index)
    if entry is None:
        return int(block.is_prose)
    finding, name = entry
    if block.index in reading.declared or name in _OF_THE_FORMAT:
        return _DECLARED
    return (_SET_ASIDE if finding.fate is Fate.SET_ASIDE else -_OTHERWISE) + _ROLES.index(finding.role)


def _gap(blocks: Sequence[Block], block: Block) -> int:
    """Blank lines above it."""
    if not block.index:
        return 0
    above = blocks[block.index - 1]
    return block.first_line - above.first_line - above.line_count


def _within(upto: NDArray[np.int64], at: NDArray[np.int64], reach: int, side: int, count: int) -> NDArray[np.int64]:
    """How many stand at most `reach` blocks above (`side` -1) or below (1) each place; `upto` counts those before."""
    import numpy as np

    if side < 0:
        return upto[at] - upto[np.maximum(at - reach, 0)]
    return upto[np.minimum(at + 1 + reach, count)] - upto[at + 1]


def _compared(own: NDArray[np.float32], lead: _Lead) -> NDArray[np.float32]:
    """How a block differs from the lead: its length, who speaks to whom, and its marks."""
    import numpy as np

    def column(name: str) -> NDArray[np.float32]:
        return own[:, OWN.index(name)]

    return np.column_stack(
        [
            column("words") / lead.mean,
            column("part of first_person") - lead.counts[0] / lead.said,
            column("part of second_person") - lead.counts[1] / lead.said,
            column("curly marks") - lead.curly,
            column("straight marks") - lead.straight,
        ]
    )


_NEAR_AT = [(*OWN, *_TOPIC, *_PLACE).index(name) for name in _NEAR]


def _neighbours(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """The figures of `_NEAR` one to three blocks off, and their means by words over all above, all below and around."""
    import numpy as np

    values = table[:, _NEAR_AT]
    count = len(values)
    padded = np.full((count + 6, len(_NEAR)), -1, np.float32)
    padded[3 : 3 + count] = values
    shifted = np.stack([padded[3 + offset : 3 + offset + count] for offset in _OFFSETS], axis=2)
    weight = np.maximum(table[:, :1], 1).astype(np.float64)
    sums = np.concatenate([np.zeros((1, len(_NEAR))), np.cumsum(values * weight, axis=0)])
    weights = np.concatenate([np.zeros((1, 1)), np.cumsum(weight, axis=0)])
    place = np.arange(count)

    def mean(first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.float64]:
        between = weights[last] - weights[first]
        return np.where(between > 0, (sums[last] - sums[first]) / np.maximum(between, 1), -1.0)

    means = np.stack(
        [
            mean(np.zeros_like(place), place),
            mean(place + 1, np.full_like(place, count)),
            mean(np.maximum(place - _WINDOW, 0), np.minimum(place + _WINDOW + 1, count)),
        ],
        axis=2,
    )
    return np.hstack([shifted.reshape(count, -1), means.reshape(count, -1)])
