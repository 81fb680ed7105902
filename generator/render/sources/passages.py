"""Parts a source's lines into passages: the lines that one paragraph of the article came from, or that met one fate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.articles.ledger import Fate, LedgerLine, Role, Span
from generator.render.sources.alignment import Place

Line = tuple[str, LedgerLine]
"""A line of a source with its entry in the ledger."""

Decision = tuple[Role, Fate, str, tuple[str, ...], str, tuple[str, ...]]
"""What was decided about a span, by which rule and signs."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines in a row about which the same was decided, with the blank ones below them."""

    lines: tuple[Line, ...]

    @property
    def spans(self) -> list[Span]:
        """Of the first line that is not blank: what its notes are about."""
        return next(filter(None, (told_spans(line) for _, line in self.lines)), [])

    @property
    def fates(self) -> set[Fate]:
        return {span.fate for span in self.spans}


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines in a row that are shown beside what the article has of them."""

    runs: tuple[Run, ...]
    paragraphs: tuple[int, ...]
    """The positions in the article's text, as it was imported, of the paragraphs that came from these lines."""
    is_repeated: bool
    """Whether these paragraphs have all that was kept of the lines, letter by letter, and nothing else."""


def told_spans(line: LedgerLine) -> list[Span]:
    """The spans of a line of which there is something to tell."""
    return [span for span in line.spans if span.role is not Role.BLANK]


def kept_spans(line: LedgerLine) -> list[Span]:
    """The spans of a line that went into the article's text."""
    return [span for span in line.spans if span.fate is Fate.KEPT and span.role is not Role.BLANK]


def passages(
    lines: Sequence[Line], places: Mapping[int, Sequence[Place | None]], sizes: Sequence[int]
) -> list[Passage]:
    """The passages of a source, in its order; every line is in one of them.

    `places` has, by the position of a line, the place of each of its kept spans; `sizes` are the numbers of letters of
    the article's paragraphs.
    """
    made = []
    for first, last in _stretches(lines, places):
        found = [place for position in range(first, last) for place in places.get(position, ())]
        of = sorted({number for place in found if place for number in range(place.first, place.last + 1)})
        exact = sum(place.letters if place else 0 for place in found)
        is_repeated = bool(of) and exact == sum(sizes[number] for number in of) and _are_exact(found)
        made.append(Passage(tuple(_runs(lines[first:last])), tuple(of), is_repeated))
    return made


def _are_exact(places: Sequence[Place | None]) -> bool:
    return all(place is None or place.letters for place in places)


def _stretches(lines: Sequence[Line], places: Mapping[int, Sequence[Place | None]]) -> list[tuple[int, int]]:
    """From and up to which line each passage goes.

    Lines that share a paragraph are in one passage, with what stands between them.
    """
    starts: list[int] = []
    first_line: dict[int, int] = {}
    above: tuple[Decision, ...] = ()
    for position, (_, line) in enumerate(lines):
        decided = _decided(line)
        if not decided:
            continue
        of = [number for place in places.get(position, ()) if place for number in range(place.first, place.last + 1)]
        back = min((first_line[number] for number in of if number in first_line), default=position)
        while starts and starts[-1] > back:
            starts.pop()
        if back == position and (of or decided != above or not starts):
            starts.append(position if starts else 0)
        for number in of:
            first_line.setdefault(number, position)
        # What comes below a paragraph's lines is not part of it, even if the same was decided.
        above = () if of else decided
    return list(zip(starts or [0], [*starts[1:], len(lines)], strict=True)) if lines else []


def _runs(lines: Sequence[Line]) -> list[Run]:
    """The lines by what was decided about them; each one with several spans stands alone."""
    keys: list[tuple[int, tuple[Decision, ...]]] = []
    for position, (_, line) in enumerate(lines):
        decided = _decided(line)
        if decided:
            keys.append((position if len(decided) > 1 else -1, decided))
        else:
            keys.append(keys[-1] if keys else (-2, ()))
    first = next((key for key in keys if key[1]), (-2, ()))
    keys = [first if key == (-2, ()) else key for key in keys]
    pairs = zip(keys, lines, strict=True)
    return [Run(tuple(line for _, line in group)) for _, group in groupby(pairs, key=lambda pair: pair[0])]


def _decided(line: LedgerLine) -> tuple[Decision, ...]:
    return tuple((span.role, span.fate, span.rule, span.keys, span.by, span.signs) for span in told_spans(line))
