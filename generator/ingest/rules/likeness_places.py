"""Where an open block stands: among all blocks of its source, and beside what rules have set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Reading

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

PLACE = (
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
"""The names of the figures that tell where a block stands."""
WHOLE = (
    "open words",
    "part open",
    "guessed comments",
    "part set aside",
    "all guesses",
    "short part",
    "listed part",
)
"""The names of the figures that are the same for all blocks of a source."""

_NONE = -99.0
"""Stands for a distance to what is not there."""
_REACHES = (3, 8, 20)
_SET_ASIDE = 2
_OTHERWISE = 40
_DECLARED = -2
_OF_THE_FORMAT = frozenset({"metadata", "outside-article"})
"""Rules that go by what a source's format says of a line: this tells nothing of the lines beside it."""
_NUMBERS = {role: number for number, role in enumerate(Role)}
"""The trees know them by their number: they are to be fitted anew where a role comes in before others."""


def places_of(reading: Reading, found: Sequence[Block]) -> tuple[NDArray[np.float32], tuple[float, ...]]:
    """For each of the open blocks `found` a row of `PLACE`, and the figures of `WHOLE`."""
    import numpy as np

    blocks = reading.blocks
    # Most sources have a few dozen blocks: a loop over them takes less than numpy to begin.
    kinds = [_kind(reading, block) for block in blocks]
    guessed = [_is_guess(reading, block) for block in blocks]
    furniture = [kind >= _SET_ASIDE and not guess for kind, guess in zip(kinds, guessed, strict=True)]
    # What the article may reach over: no metadata of a page, and nothing that its markup places elsewhere.
    reached = [
        block.words if guess or 0 <= kind < _SET_ASIDE else 0
        for block, kind, guess in zip(blocks, kinds, guessed, strict=True)
    ]
    at = [block.index for block in found]
    words = [block.words for block in found]
    above = [0, *accumulate(words)]
    total = above[-1]
    above_in_all = [0, *accumulate(reached)]
    all_words = above_in_all[-1] or 1
    comments = [index for index, (finding, _) in reading.found.items() if finding.role is Role.COMMENT]
    surely = [index for index in comments if not guessed[index]]
    perhaps = [index for index in comments if guessed[index]]
    around = [-1, -1, *kinds, -1, -1]
    in_furniture = [0, *accumulate(furniture)]
    count = len(found)
    nowhere = [_NONE] * count
    columns: list[Sequence[float]] = [
        above[:-1],
        [total - upto for upto in above[1:]],
        [upto / (total or 1) for upto in above[:-1]],
        [(above_in_all[index + 1] - own) / all_words for index, own in zip(at, words, strict=True)],
        range(count),
        range(count - 1, -1, -1),
        [count] * count,
        at,
        [len(blocks) - 1 - index for index in at],
        *_distances(reading, found, at),
        [index - min(surely) for index in at] if surely else nowhere,
        [max(surely) - index for index in at] if surely else nowhere,
        [index - min(perhaps) for index in at] if perhaps else nowhere,
        *([around[index + beside] for index in at] for beside in (1, 0, 3, 4)),
        *_near(in_furniture, at),
        *_near([0, *accumulate(guessed)], at),
        [in_furniture[index] for index in at],
        [in_furniture[-1] - in_furniture[index] for index in at],
    ]
    aside = sum(
        block.words for block, kind, guess in zip(blocks, kinds, guessed, strict=True) if guess or kind >= _SET_ASIDE
    )
    whole = (
        total,
        total / all_words,
        len(perhaps),
        aside / ((aside + total) or 1),
        sum(guessed),
        sum([not block.is_prose for block in found]) / count,
        sum([block.listed for block in found]) / count,
    )
    return np.array(columns, np.float32).T, whole


def _is_guess(reading: Reading, block: Block) -> bool:
    entry = reading.found.get(block.index)
    return entry is not None and entry[1] in GUESSES and entry[0].fate is Fate.SET_ASIDE


def _kind(reading: Reading, block: Block) -> int:
    """0 and 1 for an open block without and with prose, then the roles that were set aside; all others below 0."""
    entry = reading.found.get(block.index)
    if entry is None:
        return int(block.is_prose)
    finding, name = entry
    if block.index in reading.declared or name in _OF_THE_FORMAT:
        return _DECLARED
    return (_SET_ASIDE if finding.fate is Fate.SET_ASIDE else -_OTHERWISE) + _NUMBERS[finding.role]


def _distances(reading: Reading, found: Sequence[Block], at: Sequence[int]) -> Iterator[list[float]]:
    """From the first and the last paragraph, from the title, and from the block above, in blank lines."""
    prose = [block.index for block in found if block.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (0, len(reading.blocks))
    title = reading.first(Role.TITLE)
    yield [index - first for index in at]
    yield [index - last for index in at]
    yield [index - title.index if title else _NONE for index in at]
    yield [_gap(reading.blocks, block) for block in found]


def _gap(blocks: Sequence[Block], block: Block) -> int:
    if not block.index:
        return 0
    above = blocks[block.index - 1]
    return block.first_line - above.first_line - above.line_count


def _near(before: Sequence[int], at: Sequence[int]) -> Iterator[list[int]]:
    """How many stand at most so many blocks above each place, and below it, for each of `_REACHES`.

    `before` has how many stand before each block, and at last how many there are.
    """
    count = len(before) - 1
    for reach in _REACHES:
        yield [before[index] - before[max(index - reach, 0)] for index in at]
        yield [before[min(index + 1 + reach, count)] - before[index + 1] for index in at]
