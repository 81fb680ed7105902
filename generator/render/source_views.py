"""What the template of a source's page gets as `view`, besides what `views` says that all pages get."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.views import EntryView, FactView


@dataclass(frozen=True, slots=True)
class PartView:
    """A stretch of a line of the source."""

    text: str
    fate: str
    """`kept`, `lifted` or `set-aside`."""
    letter: str
    """What ties it to its note, where a line has several."""
    left_out: bool = False
    """Whether `text` stands in the place of what is not shown."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """What became of a part, in the margin."""

    sign: str
    words: str
    detail: str
    letter: str
    again: bool
    """Whether it says the same as the note before it."""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the source."""

    number: int
    fate: str
    """That of its parts, `mixed` where they differ, `blank` where there is nothing to tell."""
    parts: tuple[PartView, ...]
    notes: tuple[NoteView, ...]
    at: int = 0
    """The line of the file on which it begins, where that is not its own number."""


@dataclass(frozen=True, slots=True)
class AccountView:
    """How many lines met one fate in one role."""

    fate: str
    sign: str
    words: str
    role: str
    lines: str
    first: int
    """The number of the first such line."""


@dataclass(frozen=True, slots=True)
class PieceView:
    """Words of a paragraph."""

    text: str
    where: str
    """`both`, `here` or `there`: which of the two texts has them."""


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A paragraph of which the two texts have different words, or a number of them that are the same."""

    kind: str
    """`same`, `changed`, `here` or `there`."""
    sign: str
    words: str
    """What the sign says."""
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """Another edition of the story, compared with the article."""

    entry: EntryView
    shared: str
    """How much of the text is the same, in words."""
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as received."""

    article: EntryView
    language: str
    facts: tuple[FactView, ...]
    edited: bool
    account: tuple[AccountView, ...]
    lines: tuple[LineView, ...]
    editions: tuple[EditionView, ...]
