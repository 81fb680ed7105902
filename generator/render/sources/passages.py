"""Parts a source's lines into passages: the lines that one paragraph of the article came from, or that met one fate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
    def first(self) -> int:
        """The number of its first line."""
        return self.lines[0][1].n

    @property
    def last(self) -> int:
        return self.lines[-1][1].n

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

    @property
    def lines(self) -> list[Line]:
        return [line for run in self.runs for line in run.lines]

    @property
    def lifted(self) -> list[tuple[str, Span]]:
        """The spans that went into the front matter, with their texts."""
        return [(text[span.start : span.end], span) for text, line in self.lines for span in line.spans if span.keys]

    @property
    def is_heading(self) -> bool:
        """Whether all that was kept of the lines is a heading."""
        return {span.role for _, line in self.lines for span in kept_spans(line)} == {Role.HEADING}


def told_spans(line: LedgerLine) -> list[Span]:
    """The spans of a line of which there is something to tell."""
    return [span for span in line.spans if span.role is not Role.BLANK]


def kept_spans(line: LedgerLine) -> list[Span]:
    """The spans of a line that went into the article's text."""
    return [span for span in line.spans if span.fate is Fate.KEPT and span.role is not Role.BLANK]


def passages(lines: Sequence[Line], places: Mapping[int, Sequence[Place]], sizes: Sequence[int]) -> list[Passage]:
    """The passages of a source, in its order; every line is in one of them.

    `places` has, by the position of a line, the places of its kept spans; `sizes` are the numbers of letters of the
    article's paragraphs.
    """
    made = []
    for first, last in _stretches(lines, places):
        found = [place for position in range(first, last) for place in places.get(position, ())]
        of = sorted(_paragraphs(found))
        letters = sum(place.letters for place in found)
        is_exact = all(place.letters for place in found) and letters == sum(sizes[number] for number in of)
        made.append(Passage(tuple(_runs(lines[first:last])), tuple(of), is_repeated=bool(of) and is_exact))
    return made


def _paragraphs(places: Iterable[Place]) -> set[int]:
    return {number for place in places for number in place.paragraphs}


def _stretches(lines: Sequence[Line], places: Mapping[int, Sequence[Place]]) -> Iterator[tuple[int, int]]:
    """From and up to which line each passage goes.

    Lines that share a paragraph are in one passage, with what stands between them.
    """
    last_line = {number: position for position in sorted(places) for number in _paragraphs(places[position])}
    starts: list[int] = []
    reach = -1
    above: tuple[Decision, ...] = ()
    for position, (_, line) in enumerate(lines):
        decided = _decided(line)
        if not decided:
            continue
        of = _paragraphs(places.get(position, ()))
        if position > reach and (of or decided != above):
            starts.append(position)
        reach = max([reach, *(last_line[number] for number in of)])
        # What comes below a paragraph's lines is not part of it, even if the same was decided.
        above = () if of else decided
    return _parts(starts, len(lines))


def _runs(lines: Sequence[Line]) -> Iterator[Run]:
    """The lines by what was decided about them; each one with several spans stands alone."""
    starts: list[int] = []
    above: tuple[Decision, ...] = ()
    for position, (_, line) in enumerate(lines):
        decided = _decided(line)
        if decided and (decided != above or len(decided) > 1):
            starts.append(position)
        above = decided or above
    return (Run(tuple(lines[first:last])) for first, last in _parts(starts, len(lines)))


def _parts(starts: Sequence[int], number: int) -> Iterator[tuple[int, int]]:
    """From and up to which of a number of lines the parts go that start on these: all lines, also those above."""
    return pairwise([0, *starts[1:], number]) if number else iter(())


def _decided(line: LedgerLine) -> tuple[Decision, ...]:
    return tuple((span.role, span.fate, span.rule, span.keys, span.by, span.signs) for span in told_spans(line))
