"""Finds the days with which a text opens, as press releases do, and closes, as blogs do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.dates import NumericDates, find_dates
from generator.ingest.html.date_labels import posting
from generator.ingest.html.date_values import DateSaid, Trust
from generator.ingest.html.facts import PageFacts

_DAY = 10
"""Characters of a day in EDTF."""
_NEARNESS = -20
"""That of lines as far from the title as such a line may be."""
_DIGITS = re.compile(r"\d{4}")


def opening_date(facts: PageFacts, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    """The day with which one of the first paragraphs begins, perhaps behind a place, as in press releases."""
    prose = [index for index in facts.prose[:_PARAGRAPHS] if not facts.is_foreign(index)]
    for index in prose:
        text = facts.blocks[index].full_text[:_LONGEST_OPENING]
        found = find_dates(text, numeric_dates) if _DIGITS.search(text) else []
        if found and len(found[0].date.text) == _DAY:
            place, behind = text[: found[0].start], text[found[0].end :]
            if _PLACE.fullmatch(place) and _PARTED.match(behind):
                yield DateSaid(found[0].date.text, index, Trust.NEARBY, (), _NEARNESS)
                return


def closing_date(facts: PageFacts, last: int, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    """The day in the sentence below or beside the text that tells how a blog's article was posted.

    `last` is the index of the text's last paragraph.
    """
    for index in facts.text:
        text = facts.lines[index].text
        opening = posting(text) if len(text) <= _LONGEST_SENTENCE and _DIGITS.search(text) else None
        if opening and (facts.is_aside(index) if facts.is_foreign(index) else index >= last):
            found = find_dates(text[opening.end() :][:_LONGEST_OPENING], numeric_dates)
            if found and len(found[0].date.text) == _DAY:
                yield DateSaid(found[0].date.text, index, Trust.LABELLED, (), _NEARNESS)
                return


_LONGEST_SENTENCE = 400
"""Characters."""
_PARAGRAPHS = 3
_LONGEST_OPENING = 80
_PLACE = re.compile(r"\W*(?:[^\W\d_a-z][\w./-]*(?: [\w./-]+){0,3},? (?:den |am )?)?")
_PARTED = re.compile(r"\)\s|\)?\s*(?:\([^)]{2,20}\)\s*)?(?:[–—:|„“\"»«]|-\s|\.\s)")
