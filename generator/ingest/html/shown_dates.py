"""Finds the dates that a page shows around its title or says in so many words, in `time` elements and in its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.articles.html.lines import LineShape, Mark, Style, ViewLine
from generator.ingest.blocks import Block
from generator.ingest.dates import FoundDate, NumericDates, find_dates
from generator.ingest.html.date_labels import (
    is_publication_label,
    names_date,
    names_publication,
    shown_trust,
    tells_publication,
)
from generator.ingest.html.date_values import DateSaid, Trust, is_universal, metadata_date, short_years
from generator.ingest.html.facts import PageFacts
from generator.ingest.rules.datelines import is_about_dates, names_update

_LONGEST_LINE = 240
"""Characters, and `_MOST_WORDS` words, of a line that tells a date of the article."""
_MOST_WORDS = 25
_ABOVE, _BELOW, _BELOW_OF_TIME = 12, 20, 25
"""Lines of text around the title among which a bare date, or one in a `time` element, is the article's."""
_ABOVE_NAMED = 14
"""Lines above the title among which a date is the article's if its element's name says so."""
_CLOSE = 5
"""Lines of text around the title among which a date in a short line with other details is the article's, too."""
_MOST_DETAILS = 14
"""Words of such a line."""
_LONGEST_DATE = 60
"""Characters of an element that holds but a date."""
_MONTH, _DAY = 7, 10
"""Characters of a month and of a day in EDTF."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A line of text, and where it stands."""

    line: ViewLine
    block: Block
    distance: int
    """Lines of text below the title; above it, less than 0."""
    after: bool
    """Whether it is right under the text."""
    label: str
    """The line above, where it is but a label that speaks of publishing; else empty."""

    @property
    def near(self) -> bool:
        return -_ABOVE <= self.distance <= _BELOW

    @property
    def close(self) -> bool:
        return -_CLOSE <= self.distance <= _CLOSE

    @property
    def short(self) -> bool:
        few = len(self.line.text) <= _LONGEST_LINE and self.block.words <= _MOST_WORDS
        return few and self.line.shape is not LineShape.CAPTION

    @property
    def nearness(self) -> int:
        return -self.distance if self.distance >= 0 else 2 * self.distance


def shown_dates(facts: PageFacts, title: int | None, numeric_dates: NumericDates) -> Iterator[tuple[DateSaid, bool]]:
    """The dates that the page's lines tell of its publication, and of its update: then with True.

    `title` is the index of the visible title's block.
    """
    anchor = _anchor(facts, title)
    last = facts.prose[-1] if facts.prose else len(facts.lines)
    yield from _opening(facts, numeric_dates)
    times: list[int] = []
    stacked: list[int] = []
    label = ""
    distance = -anchor
    for index, line in enumerate(facts.lines):
        if line.datum is not None:
            if line.element.tag == "time":
                times.append(index)
            continue
        if times or stacked or _DIGITS.search(line.text):
            place = _Place(line, facts.blocks[index], distance, last < index <= last + _CLOSE, label)
            if _counts(facts, place, times):
                yield from _line_dates(facts, place, times, numeric_dates)
                if stacked and place.near:
                    yield from _stacked(facts, place, [*stacked, index], numeric_dates)
        stacked = [*stacked[-1:], index] if len(line.text) <= _LONGEST_PART else []
        times = []
        label = line.text if is_publication_label(line.text) else ""
        distance += 1


def _opening(facts: PageFacts, numeric_dates: NumericDates) -> Iterator[tuple[DateSaid, bool]]:
    """The day with which one of the first paragraphs begins, perhaps behind a place, as in press releases."""
    prose = [index for index in facts.prose[:_PARAGRAPHS] if not facts.is_foreign(index)]
    for index in prose:
        text = facts.blocks[index].full_text[:_LONGEST_OPENING]
        found = find_dates(text, numeric_dates) if _DIGITS.search(text) else []
        if found and len(found[0].date.text) == _DAY:
            place, behind = text[: found[0].start], text[found[0].end :]
            if _PLACE.fullmatch(place) and _PARTED.match(behind):
                yield DateSaid(found[0].date.text, index, Trust.NEARBY, False, -_BELOW), False
                return


_PARAGRAPHS = 3
_LONGEST_OPENING = 80
_PLACE = re.compile(r"\W*(?:[^\W\d_a-z][\w./-]*(?: [\w./-]+){0,3},? (?:den |am )?)?")
_PARTED = re.compile(r"\)\s|\)?\s*(?:\([^)]{2,20}\)\s*)?(?:[–—:|„“\"»«]|-\s|\.\s)")
_DIGITS = re.compile(r"\d{4}|\d\D+\d\d")


def _anchor(facts: PageFacts, title: int | None) -> int:
    """The title's place among the lines of text; where none is visible, a little above the first paragraph."""
    if title is not None:
        return facts.text.index(title)
    prose = facts.first_prose
    return max(facts.text.index(prose) - 2, 0) if prose < len(facts.lines) else 0


def _counts(facts: PageFacts, place: _Place, times: Sequence[int]) -> bool:
    """Whether a line can tell a date of the article: not a long one, nor one of a teaser or a comment."""
    if not times and not place.short:
        return False
    index = place.block.index
    if (place.close and index < facts.first_prose) or not facts.is_foreign(index):
        return True
    if not -_ABOVE_NAMED <= place.distance <= _BELOW:
        return False
    return names_publication(" ".join([place.line.element.names, *(mark.names for mark in place.line.marks)]))


def _line_dates(
    facts: PageFacts, place: _Place, times: Sequence[int], numeric_dates: NumericDates
) -> Iterator[tuple[DateSaid, bool]]:
    marks = [mark for mark in place.line.marks if mark.tag == "time"]
    paired = marks if len(marks) == len(times) else [None] * len(times)
    position = 0
    for index, mark in zip(times, paired, strict=True):
        label = place.line.text[position : mark.start] if mark and place.short else ""
        position = mark.end if mark else position
        yield from _time_date(facts, place, index, mark, label, numeric_dates)
    if place.short:
        read = [(mark.start, mark.end) for mark in paired if mark]
        found = _found(place, numeric_dates)
        yield from _written(
            place, [entry for entry in found if not any(a <= entry.start < b for a, b in read)], bool(read)
        )


def _time_date(
    facts: PageFacts, place: _Place, index: int, mark: Mark | None, label: str, numeric_dates: NumericDates
) -> Iterator[tuple[DateSaid, bool]]:
    """The date of the `time` element at `index`: the day that it shows, else the one that its attribute says."""
    element, datum = facts.lines[index].element, facts.lines[index].datum
    value = datum.value if datum else ""
    day, block, universal = metadata_date(value, numeric_dates), index, is_universal(value)
    names = [element.names, element.parent.names if element.parent else ""]
    if mark:
        names += [other.names for other in place.line.marks if other.start <= mark.start and mark.end <= other.end]
        seen = find_dates(place.line.text[mark.start : mark.end], numeric_dates)
        if len(seen) == 1 and len(seen[0].date.text) == _DAY:
            day, block, universal = seen[0].date.text, place.block.index, False
    bare = place.short and -_ABOVE <= place.distance <= _BELOW_OF_TIME
    trust = shown_trust(" ".join(names), label or place.label, "", bare, place.near or bool(place.label))
    if day and trust:
        yield DateSaid(day, block, trust[0], universal, place.nearness), trust[1]


def _found(place: _Place, numeric_dates: NumericDates) -> list[FoundDate]:
    """The dates in a line's text; near the title also one that touches other words, or has two digits for its year."""
    text = place.line.text
    found = find_dates(text, numeric_dates)
    if not place.near:
        return found
    days = [entry for entry in found if len(entry.date.text) == _DAY]
    glued = [entry for entry in _parted_dates(place.line, numeric_dates) if not any(map(entry.overlaps, days))]
    return sorted([*days, *glued], key=lambda entry: entry.start) if glued else found or list(short_years(text))


def _parted_dates(line: ViewLine, numeric_dates: NumericDates) -> Iterator[FoundDate]:
    """The days that stand there once a space parts the elements within a line, as they are seen."""
    text = line.text
    ends = {end for mark in line.marks for end in (mark.start, mark.end) if 0 < end < len(text)}
    cuts = sorted(end for end in ends if text[end - 1].isalnum() and text[end].isalnum())
    parts = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
    put_in = [cut + before for before, cut in enumerate(cuts)]
    for entry in find_dates(" ".join(parts), numeric_dates) if cuts else ():
        if len(entry.date.text) == _DAY:
            start, end = (at - bisect_left(put_in, at) for at in (entry.start, entry.end))
            yield FoundDate(entry.date, start, end)


def _stacked(
    facts: PageFacts, place: _Place, lines: Sequence[int], numeric_dates: NumericDates
) -> Iterator[tuple[DateSaid, bool]]:
    """The day that the last two or three lines are together: `24`, `Jul` and `2012`."""
    for first in range(len(lines) - 1):
        text = " ".join(facts.lines[index].text for index in lines[first:])
        found = find_dates(text, numeric_dates)
        if len(found) == 1 and len(found[0].date.text) == _DAY and not any(map(str.isalnum, _without(text, found))):
            yield DateSaid(found[0].date.text, place.block.index, Trust.NEARBY, False, place.nearness), False


_LONGEST_PART = 12
"""Characters of a line that is a part of a date."""


def _written(place: _Place, found: Sequence[FoundDate], has_time: bool) -> Iterator[tuple[DateSaid, bool]]:
    """The dates in a line's text, outside of its `time` elements."""
    text, element = place.line.text, place.line.element
    rest = _without(text, found)
    # A sentence of the text may tell when a book was published.
    sentence = place.block.ends_in_stop and not is_about_dates(rest, labelled=True, sentence=True)
    around = not sentence and (place.near or bool(place.label) or _is_told(place, rest))
    ends = [0, *(entry.end for entry in found)]
    labels = [text[end : entry.start] for end, entry in zip(ends, found, strict=False)]
    others = sum(not names_update(label) for label in labels[1:])
    for number, (entry, label) in enumerate(zip(found, labels, strict=True)):
        day = entry.date.text
        if len(day) < _MONTH:
            continue
        inline = [mark.names for mark in place.line.marks if mark.start <= entry.start < mark.end]
        names = " ".join([*inline, element.names, element.parent.names if element.parent else ""])
        alone = number == 0 and not others and len(day) == _DAY and not has_time and not sentence
        about = is_about_dates(rest, labelled=False)
        bare = alone and ((place.near and (about or names_date(names) or _is_detail(place))) or (place.after and about))
        trust = shown_trust(names, label or place.label, text[entry.end :], bare, around)
        if trust:
            yield DateSaid(day, place.block.index, trust[0], False, place.nearness), trust[1]


def _without(text: str, found: Sequence[FoundDate]) -> str:
    for entry in reversed(found):
        text = text[: entry.start] + " " + text[entry.end :]
    return text


def _is_told(place: _Place, rest: str) -> bool:
    """Whether a line far from the title says but when the article was published; `rest` is what its dates leave."""
    about = is_about_dates(rest, labelled=True)
    named = place.after or names_date(place.line.element.names) or tells_publication(rest)
    return about and named


def _is_detail(place: _Place) -> bool:
    block = place.block
    few = block.words <= _MOST_DETAILS and not block.ends_in_stop and not block.bullet
    linked = sum(mark.end - mark.start for mark in place.line.marks if mark.style is Style.LINK)
    return place.close and few and linked <= _MOST_LINKED * len(place.line.text)


_MOST_LINKED = 0.8
"""The part of a line of details that links may make up: beyond it, it is a teaser with its date."""
