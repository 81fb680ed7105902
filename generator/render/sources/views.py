"""What the template of a source's page gets as `view`, besides what `page.views` says that all pages get."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.page.views import EntryView, FactView


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
    fate: str
    """`kept`, `lifted` or `set-aside`."""
    words: str
    detail: str
    letter: str


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the source."""

    number: int
    parts: tuple[PartView, ...]
    """Those of a line that is one thing are one."""
    at: int = 0
    """The line of the file on which it begins, where that is not its own number."""


@dataclass(frozen=True, slots=True)
class GapView:
    """What stands in the place of lines in a row that are not shown while only those of one fate are."""

    fate: str
    words: str


@dataclass(frozen=True, slots=True)
class RunView:
    """Lines in a row of which the same is told, with blank ones below them."""

    lines: tuple[LineView, ...]
    notes: tuple[NoteView, ...]
    fates: tuple[str, ...]
    """Those of its lines; none where all are blank."""
    gaps: tuple[GapView, ...]
    """To be shown above it, each in its turn."""


@dataclass(frozen=True, slots=True)
class ValueView:
    """What the article's front matter has under a key to which a part of the source was lifted."""

    key: str
    value: str
    change: str
    """That the editor changed it, in words, or empty."""
    is_gone: bool
    """Whether the editor took it out; `value` is what it was."""


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
class PassageView:
    """Lines of the source, and what the article has of them."""

    anchor: str
    """Of its lines as a range, where they are several; else empty."""
    range: str
    """The range in words, or empty."""
    runs: tuple[RunView, ...]
    classes: tuple[str, ...]
    """The fates of its lines, and `gap-` with the fate of each gap in it."""
    values: tuple[ValueView, ...]
    paragraphs: tuple[DifferenceView, ...]
    """Of the article: here is the text as imported, there the text as it is now."""
    is_repeated: bool
    """Whether the article's side says nothing but what the kept lines say, letter by letter."""
    is_heading: bool
    """Whether the lines that were kept are a heading."""


@dataclass(frozen=True, slots=True)
class FacsimileView:
    """The lines of a source, or of the record beside it."""

    heading: str
    file: str
    letter: str
    """What the anchors of its lines begin with."""
    line_words: str
    """The key of what one of its lines is called."""
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class FilterView:
    """A choice of which lines are shown."""

    fate: str
    """Empty for all lines."""
    sign: str
    words: str
    lines: str
    """How many there are, in words."""


@dataclass(frozen=True, slots=True)
class AccountView:
    """How many lines met one fate in one role."""

    fate: str
    sign: str
    words: str
    role: str
    lines: str
    first: str
    """What the first such line is called."""
    anchor: str
    """Its anchor."""


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
    is_long: bool
    """Whether the article is shown beside the lines only where it does not repeat them."""
    account: tuple[AccountView, ...]
    filters: tuple[FilterView, ...]
    """Empty where there is nothing to choose."""
    facsimiles: tuple[FacsimileView, ...]
    """The record beside the source, if there is one, then the source."""
    editions: tuple[EditionView, ...]
