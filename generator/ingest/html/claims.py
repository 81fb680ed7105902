"""Ties what is known of a page's article to its lines: which of them say it, and which only repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, Shape, fold
from generator.ingest.dates import NumericDates, find_dates
from generator.ingest.findings import Finding, Part, Value
from generator.ingest.html.date_labels import names_details, opens_with_label, posting
from generator.ingest.html.dates import PageDates
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.shown_authors import Authors
from generator.ingest.html.titles import Title
from generator.ingest.rules.datelines import is_about_dates, names_update

_ABOVE, _BELOW = 8, 16
"""Lines of text around the title, and `_AFTER` under the text, among which a line may repeat author and date."""
_AFTER = 8
_MOST_WORDS = 25
_TAGGED = 0.5
"""The part of a line that links to tags make up at least if it is a line of tags."""
_BY = re.compile(
    r"\b(?:by|von|par|por|di|da|door|av|af|posted|written|published|veröffentlicht|erstellt|geschrieben|eingestellt|"
    r"autor(?:in|en)?|authors?|text|words|stand)\b:?|\b\d+\s+(?:comments?|kommentare?)\b|\b\d{1,2}[:.]\d\d\b",
    re.IGNORECASE,
)


class Claims:
    """The findings of a page's lines, as they come together."""

    def __init__(self, facts: PageFacts) -> None:
        self._facts = facts
        self._values: dict[int, dict[str, Value]] = {}
        self._roles: dict[int, Role] = {}
        self._parts: dict[int, tuple[Part, ...]] = {}

    def say(self, index: int, key: str, value: Value, role: Role = Role.METADATA) -> None:
        """The block says the value for the front matter's key."""
        self._values.setdefault(index, {}).setdefault(key, value)
        self._roles.setdefault(index, role)

    def title(self, title: Title) -> None:
        for index in title.blocks:
            block = self._facts.blocks[index]
            self.say(index, "title", title.text, Role.METADATA if _is_datum(block) else Role.TITLE)
            start = block.full_text.find(title.text)
            if title.end and start >= 0:
                self._parts[index] = (Part(start, start + len(title.text), Role.TITLE, Fate.LIFTED, ("title",)),)

    def authors(self, authors: Authors | None) -> None:
        for index in authors.blocks if authors else ():
            if authors:
                self.say(index, "author", authors.names, Role.BYLINE)

    def dates(self, dates: PageDates) -> None:
        for key, said, role in (("date", dates.published, Role.DATE), ("updated", dates.updated, Role.UPDATED)):
            if said:
                self.say(said.block, key, said.date, role)

    def deks(self, indexes: Sequence[int]) -> None:
        for index in indexes:
            if index not in self._values:
                self.say(index, "summary", self._facts.blocks[index].text, Role.DEK)

    def repetitions(
        self, title: int | None, authors: Authors | None, dates: PageDates, numeric_dates: NumericDates
    ) -> None:
        """Claims the lines around the title and under the text that tell but the known authors and dates, and tags."""
        for index in self._around(title):
            block = self._facts.blocks[index]
            if index in self._values or block.is_strong_prose or not 0 < block.words <= _MOST_WORDS:
                continue
            tags = self._linked_tags(index)
            if tags:
                self.say(index, "tags", tags, Role.TAGS)
                continue
            values = _told(block, authors, dates, numeric_dates)
            role = Role.BYLINE if "author" in values else Role.DATE if "date" in values else Role.UPDATED
            for key, value in values.items():
                self.say(index, key, value, role)

    def _around(self, title: int | None) -> Iterator[int]:
        text, prose = self._facts.text, [index for index in self._facts.prose if not self._facts.is_foreign(index)]
        place = text.index(title) if title is not None else text.index(prose[0]) if prose else 0
        yield from text[max(place - _ABOVE, 0) : place + _BELOW]
        if prose and prose[-1] > place:
            last = text.index(prose[-1])
            yield from text[max(last + 1, place + _BELOW) : last + 1 + _AFTER]

    def _linked_tags(self, index: int) -> tuple[str, ...]:
        line = self._facts.lines[index]
        marks = [mark for mark in line.marks if "rel:tag" in (names := mark.names) and "rel:category" not in names]
        if sum(mark.end - mark.start for mark in marks) < _TAGGED * len(line.text):
            return ()
        named = [line.text[mark.start : mark.end].strip(" #,") for mark in marks]
        return tuple({fold(name): name for name in named if fold(name)}.values())

    def findings(self) -> Iterator[Finding]:
        """A finding for each metadata line and each line of text that was claimed, in their order."""
        for block in self._facts.blocks:
            values = self._values.get(block.index)
            if values is None:
                if _is_datum(block):
                    yield Finding(block.index, Role.METADATA, Fate.SET_ASIDE)
                continue
            role = Role.METADATA if _is_datum(block) else self._roles[block.index]
            if role is Role.DEK:
                yield Finding(block.index, role, Fate.KEPT, values)
            elif _is_text_too(block, role, self._facts.lines[block.index].element.names):
                part = Part(0, len(block.full_text), role, Fate.KEPT, tuple(values))
                yield Finding(block.index, Role.BODY, Fate.KEPT, values, (part,))
            else:
                yield Finding(block.index, role, Fate.LIFTED, values, self._parts.get(block.index, ()))


def _is_datum(block: Block) -> bool:
    return block.shape is Shape.METADATA


def _is_text_too(block: Block, role: Role, names: str) -> bool:
    """Whether a line that tells a date or an author is a sentence of the text all the same.

    `names` are those of its element.
    """
    sentence = role in (Role.DATE, Role.UPDATED, Role.BYLINE) and block.is_prose and block.ends_in_stop
    return sentence and not (names_details(names) or opens_with_label(block.text) or posting(block.text))


def _told(block: Block, authors: Authors | None, dates: PageDates, numeric_dates: NumericDates) -> dict[str, Value]:
    """What a line repeats of the authors and dates; nothing where it says anything else."""
    values: dict[str, Value] = {}
    rest = block.full_text
    for found in reversed(find_dates(rest, numeric_dates)):
        for key, said in (("date", dates.published), ("updated", dates.updated)):
            if said and said.date == found.date.text and names_update(rest[: found.start]) == (key == "updated"):
                values[key] = said.date
        rest = rest[: found.start] + " " + rest[found.end :]
    named = []
    for name in authors.names if authors else ():
        without = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest, flags=re.IGNORECASE)
        if without != rest:
            named.append(name)
            rest = without
    if authors and named:
        # All of them, though the line has but some: the line that comes first counts.
        values["author"] = authors.names
    if not values or not is_about_dates(_BY.sub(" ", rest), labelled=True, sentence=block.ends_in_stop and not named):
        return {}
    return values
