"""Where an open block stands: among all blocks of its source, and beside what rules have set aside."""

from __future__ import annotations

from collections.abc import Sequence
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
_ROLES = tuple(Role)
"""The trees know them by their number: they are to be fitted anew where a role comes in before others."""


def places_of(reading: Reading, found: Sequence[Block]) -> tuple[NDArray[np.float32], tuple[float, ...]]:
    """For each of the open blocks `found` a row of `PLACE`, and the figures of `WHOLE`."""
    import numpy as np

    blocks = reading.blocks
    kinds = np.array([_kind(reading, block) for block in blocks])
    guessed = np.array([_is_guess(reading, block) for block in blocks])
    sizes = np.array([block.words for block in blocks])
    furniture = (kinds >= _SET_ASIDE) & ~guessed
    at = np.array([block.index for block in found])
    # What the article may reach over: no metadata of a page, and nothing that its markup places elsewhere.
    upto_all = np.cumsum(np.where(guessed | (kinds >= 0) & (kinds < _SET_ASIDE), sizes, 0))
    words = sizes[at]
    upto = np.cumsum(words)
    total = int(upto[-1])
    all_words = int(upto_all[-1]) or 1
    comments = [index for index, (finding, _) in reading.found.items() if finding.role is Role.COMMENT]
    surely = [index for index in comments if not guessed[index]]
    place = np.arange(len(found))
    around = np.concatenate([[-1, -1], kinds, [-1, -1]])
    in_furniture = np.cumsum(furniture)
    columns = [
        upto - words,
        total - upto,
        (upto - words) / (total or 1),
        (upto_all[at] - words) / all_words,
        place,
        len(found) - 1 - place,
        np.full(len(found), len(found)),
        at,
        len(blocks) - 1 - at,
        *_distances(reading, found, at),
        at - min(surely) if surely else np.full(len(found), _NONE),
        max(surely) - at if surely else np.full(len(found), _NONE),
        at - min(set(comments).difference(surely)) if len(comments) > len(surely) else np.full(len(found), _NONE),
        around[at + 1],
        around[at],
        around[at + 3],
        around[at + 4],
        *_near(furniture, at),
        *_near(guessed, at),
        in_furniture[at],
        in_furniture[-1] - in_furniture[at],
    ]
    aside = int(sizes[furniture | guessed].sum())
    whole = (
        total,
        total / all_words,
        len(comments) - len(surely),
        aside / ((aside + total) or 1),
        int(guessed.sum()),
        sum([not block.is_prose for block in found]) / len(found),
        sum([block.listed for block in found]) / len(found),
    )
    return np.column_stack(columns).astype(np.float32), whole


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
    return (_SET_ASIDE if finding.fate is Fate.SET_ASIDE else -_OTHERWISE) + _ROLES.index(finding.role)


def _distances(
    reading: Reading, found: Sequence[Block], at: NDArray[np.int64]
) -> tuple[NDArray[np.float64] | NDArray[np.int64], ...]:
    """From the first and the last paragraph, from the title, and from the block above, in blank lines."""
    import numpy as np

    prose = [block.index for block in found if block.is_prose]
    title = reading.first(Role.TITLE)
    return (
        at - (prose[0] if prose else 0),
        at - (prose[-1] if prose else len(reading.blocks)),
        at - title.index if title else np.full(len(found), _NONE),
        np.array([_gap(reading.blocks, block) for block in found]),
    )


def _gap(blocks: Sequence[Block], block: Block) -> int:
    if not block.index:
        return 0
    above = blocks[block.index - 1]
    return block.first_line - above.first_line - above.line_count


def _near(what: NDArray[np.bool_], at: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """How many of `what` stand at most so many blocks above each place, and below it, for each of `_REACHES`."""
    import numpy as np

    before = np.concatenate([[0], np.cumsum(what)])
    counts = []
    for reach in _REACHES:
        counts.append(before[at] - before[np.maximum(at - reach, 0)])
        counts.append(before[np.minimum(at + 1 + reach, len(what))] - before[at + 1])
    return counts
