"""Finds the dates that a page shows around its title or says in so many words, in `time` elements and in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.articles.html.lines import LineShape, Mark, Style, ViewLine
from generator.ingest.blocks import Block
from generator.ingest.dates import FoundDate, NumericDates, find_dates
from generator.ingest.html.date_labels import (
    is_first_label,
    is_publication_label,
    is_update_behind,
    names_date,
    names_details,
    names_publication,
    opens_with_label,
    shown_trust,
    tells_publication,
)
from generator.ingest.html.date_values import DateSaid, Trust, metadata_date, other_days
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.sentence_dates import closing_date, opening_date
from generator.ingest.html.written_dates import seen_dates
from generator.ingest.rules.datelines import is_about_dates, names_update

_LONGEST_LINE = 240
"""Characters, and `_MOST_WORDS` words, of a line that tells a date of the article."""
_MOST_WORDS = 25
_ABOVE, _BELOW, _BELOW_OF_TIME = 12, 20, 25
"""Lines of text around the title among which a bare date, or one in a `time` element, is the article's."""
_ABOVE_NAMED = 20
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
    last = next((index for index in reversed(facts.prose) if not facts.is_foreign(index)), len(facts.lines))
    for said in (*opening_date(facts, numeric_dates), *closing_date(facts, last, numeric_dates)):
        yield said, False
    far: dict[str, list[tuple[DateSaid, bool]]] = {}
    for place, times, stacked in _places(facts, anchor, last):
        if not _counts(facts, place, times):
            continue
        told = [*_line_dates(facts, place, times, numeric_dates), *_stacked(facts, place, stacked, numeric_dates)]
        if place.close:
            yield from told
        else:
            far.setdefault(_kind(place.line), []).extend(told)
    for alike in far.values():
        # Several of one kind are those of a list of other articles.
        if len({said.date for said, update in alike if not update}) < _SEVERAL:
            yield from alike


def _places(facts: PageFacts, anchor: int, last: int) -> Iterator[tuple[_Place, Sequence[int], Sequence[int]]]:
    """The lines of text that may have dates, each with its `time` elements and the short lines above it with its own.

    `anchor` is the title's place among the lines of text, `last` the index of the text's last paragraph.
    """
    times: list[int] = []
    stacked: list[int] = []
    label = ""
    distance = -anchor
    for index, line in enumerate(facts.lines):
        if line.datum is not None:
            if line.element.tag == "time":
                times.append(index)
            continue
        if index in facts.code:
            continue
        if times or stacked or _DIGITS.search(line.text):
            after = last < index <= last + _CLOSE
            yield _Place(line, facts.blocks[index], distance, after, label), times, [*stacked, index]
        stacked = [*stacked[-1:], index] if len(line.text) <= _LONGEST_PART else []
        times = []
        label = line.text if is_publication_label(line.text) else ""
        distance += 1


def _kind(line: ViewLine) -> str:
    """What lines made of one pattern have in common."""
    parent = line.element.parent
    names = (parent.names if parent else "", line.element.names, *(mark.names for mark in line.marks))
    return "|".join((line.element.tag, *names))


_SEVERAL = 2
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
    if (place.label or opens_with_label(place.line.text)) and facts.is_aside(index):
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
        found = seen_dates(place.line, numeric_dates) if place.near else find_dates(place.line.text, numeric_dates)
        yield from _written(
            place, [entry for entry in found if not any(a <= entry.start < b for a, b in read)], bool(read)
        )


def _time_date(
    facts: PageFacts, place: _Place, index: int, mark: Mark | None, label: str, numeric_dates: NumericDates
) -> Iterator[tuple[DateSaid, bool]]:
    """The date of the `time` element at `index`: the day that it shows, else the one that its attribute says."""
    element, datum = facts.lines[index].element, facts.lines[index].datum
    value = datum.value if datum else ""
    day, block = metadata_date(value, numeric_dates), index
    others = other_days(value, day)
    names = [element.names, element.parent.names if element.parent else ""]
    if mark:
        names += [other.names for other in place.line.marks if other.start <= mark.start and mark.end <= other.end]
        seen = find_dates(place.line.text[mark.start : mark.end], numeric_dates)
        if len(seen) == 1 and len(seen[0].date.text) == _DAY:
            day, block, others = seen[0].date.text, place.block.index, ()
            label += place.line.text[mark.start :][: seen[0].start]
    bare = place.short and -_ABOVE <= place.distance <= _BELOW_OF_TIME
    trust = shown_trust(" ".join(names), label or place.label, "", bare, place.near or bool(place.label))
    if day and trust:
        yield DateSaid(day, block, trust[0], others, place.nearness), trust[1]


def _stacked(
    facts: PageFacts, place: _Place, lines: Sequence[int], numeric_dates: NumericDates
) -> Iterator[tuple[DateSaid, bool]]:
    """The day that the last two or three lines are together: `24`, `Jul` and `2012`."""
    for first in range(len(lines) - 1 if place.near else 0):
        text = " ".join(facts.lines[index].text for index in lines[first:])
        found = find_dates(text, numeric_dates)
        if len(found) == 1 and len(found[0].date.text) == _DAY and not any(map(str.isalnum, _without(text, found))):
            yield DateSaid(found[0].date.text, place.block.index, Trust.NEARBY, (), place.nearness), False


_LONGEST_PART = 12
"""Characters of a line that is a part of a date."""


def _written(place: _Place, found: Sequence[FoundDate], has_time: bool) -> Iterator[tuple[DateSaid, bool]]:
    """The dates in a line's text, outside of its `time` elements."""
    text, element = place.line.text, place.line.element
    rest = _without(text, found)
    stopped = place.block.ends_in_stop and not _READING_TIME.search(text)
    sentence = stopped and not _is_told_whole(text, found, rest)
    around = not sentence and (place.near or bool(place.label) or _is_told(place, rest))
    labels = _labels(text, found)
    others = sum(not names_update(label) for label in labels[1:])
    for number, (entry, label) in enumerate(zip(found, labels, strict=True)):
        day = entry.date.text
        if len(day) < _MONTH:
            continue
        inline = [mark.names for mark in place.line.marks if mark.start <= entry.start < mark.end]
        names = " ".join([*inline, element.names, element.parent.names if element.parent else ""])
        alone = number == 0 and not others and len(day) == _DAY and not has_time and not sentence
        of_picture = len(label.split()) >= _DESCRIPTION and _OF_PICTURE.search(names) is not None
        bare = alone and not of_picture and _is_told_bare(place, rest, names)
        trust = shown_trust(names, label or place.label, text[entry.end :], bare, around)
        if number == 0 and len(day) == _DAY and is_first_label(label):
            trust = Trust.SAID, False
        if trust:
            kind = Trust.BELOW if trust[0] is Trust.NEARBY and not place.near else trust[0]
            yield DateSaid(day, place.block.index, kind, (), place.nearness), trust[1]


_READING_TIME = re.compile(r"\b\d+\s*min(?:s|\.|uten|utes)?\.?$", re.IGNORECASE)
"""What ends a line of details, and no sentence."""


def _labels(text: str, found: Sequence[FoundDate]) -> list[str]:
    """For each date in a line the words before it; for the last also those behind, if they tell of an update."""
    ends = [0, *(entry.end for entry in found)]
    labels = [text[end : entry.start] for end, entry in zip(ends, found, strict=False)]
    if found and is_update_behind(text[found[-1].end :]):
        labels[-1] += text[found[-1].end :]
    return labels


def _is_told_whole(text: str, found: Sequence[FoundDate], rest: str) -> bool:
    """Whether a sentence is but about when the article was published: one of the text may tell it of a book."""
    opens = bool(found) and is_publication_label(text[: found[0].start])
    return opens or is_about_dates(rest, labelled=True, sentence=True)


def _is_told_bare(place: _Place, rest: str, names: str) -> bool:
    """Whether a date without words is the article's at its place; `rest` is what the line's dates leave."""
    about = is_about_dates(rest, labelled=False)
    if place.near or (-_ABOVE_NAMED <= place.distance < 0 and names_details(names)):
        return about or names_date(names) or _is_detail(place)
    return place.after and _is_below(place, about, names)


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
    whole = block.ends_in_stop or block.text.endswith(":")
    few = block.words <= _MOST_DETAILS and not whole and not block.bullet
    linked = sum(mark.end - mark.start for mark in place.line.marks if mark.style is Style.LINK)
    return place.close and few and linked <= _MOST_LINKED * len(place.line.text)


def _is_below(place: _Place, about: bool, names: str) -> bool:
    """Whether a line right under the text tells of it: blogs have author, day and section there."""
    block = place.block
    foot = names_details(names) or place.line.element.tag == "footer"
    return not block.bullet and (about or (foot and block.words <= _MOST_DETAILS and not block.ends_in_stop))


_OF_PICTURE = re.compile(r"(?:^|[\s_-])(?:pic|photo|foto|bild|image|img|figure|caption|galler)")
"""In the names of an element that holds a picture with its words: the day is when it was taken, where they say more."""
_DESCRIPTION = 3
"""Words before such a day."""
_MOST_LINKED = 0.8
"""The part of a line of details that links may make up: beyond it, it is a teaser with its date."""
