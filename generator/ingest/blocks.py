"""A source's lines as blocks (paragraphs, headings, list items), each with the features that rules look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby, pairwise

from generator.ingest.buttons import glued_button_at
from generator.ingest.typography import normalise

# No dash longer than a hyphen: in many languages it begins what somebody says.
_BULLET = re.compile(r"^(?:[•·▪▫●○◦‣⁃►▶]|[*+-](?=\s))\s*")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")
_CLOSING = r"(?:[\"'”’»)\]]|\[\d{1,3}\])*$"
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔;:]" + _CLOSING)
_STOP = re.compile(r"[.。।۔]" + _CLOSING)
_LONGEST_END = 24
"""Characters in which a sentence's end with all its quotation and footnote marks has room."""
# Scripts written without spaces: about two characters make a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_WORD = 50
"""Characters. A longer run without a space is no word but data, and counts as several."""

PROSE_WORDS = 12
"""A block with fewer words may be a sentence of an article, but is no evidence that one stands here."""
STRONG_PROSE_WORDS = 20
LONG_WITHOUT_STOP = 40
"""Words after which a block counts as prose even without a full stop: a sentence that was cut off, or Thai."""


class Shape(StrEnum):
    """What a source's own markup says a block is; plain text says nothing."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"
    CODE = "code"
    CAPTION = "caption"
    METADATA = "metadata"


@dataclass(frozen=True)
class Block:
    """One or more lines that belong together; blank lines are in no block."""

    index: int
    first_line: int
    """The number of its first line, from 1; its lines follow one another."""
    line_count: int
    text: str
    """Normalised, on one line, without its marker."""
    marker: str
    """What would mark it as a list item, with the space behind it: a bullet or a number; mostly empty."""
    number: int | None
    """The marker's number."""
    raw: str
    """The lines as received, joined by newlines."""
    shape: Shape = Shape.TEXT
    level: int = 0
    """Of a heading from 1 to 6, of a list's item or a quotation how deep it lies, from 1; else 0."""
    markdown: str = ""
    """How it is written in an article, without what its shape adds, where the source is Markdown; else empty."""
    linked: float = 0.0
    """The part of its characters that are links, from 0 to 1."""
    slices: tuple[tuple[int, int], ...] = ()
    """From where to where in each of its lines it reaches, where it shares one; empty where it has them whole."""
    beside: bool = False
    """Whether it stands in a column of its own beside the text, in the same lines."""

    @property
    def bullet(self) -> bool:
        """Whether its marker is a bullet."""
        return bool(self.marker) and self.number is None

    @property
    def listed(self) -> bool:
        """Whether it has a bullet or a number."""
        return bool(self.marker)

    @property
    def full_text(self) -> str:
        """The text with its marker."""
        return self.marker + self.text

    @property
    def line_numbers(self) -> range:
        return range(self.first_line, self.first_line + self.line_count)

    def adjoins(self, above: Block) -> bool:
        """Whether no blank line parts it from the block `above` it."""
        return above.first_line + above.line_count == self.first_line

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return self.text.casefold()

    @cached_property
    def folded(self) -> str:
        """Words in small letters with single spaces, for comparing."""
        return fold(self.text)

    @cached_property
    def words(self) -> int:
        return count_words(self.text)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does; the words of a button that were glued to a paragraph do not count."""
        return _ends_sentence(self.text) or (self.words >= PROSE_WORDS and glued_button_at(self.text) is not None)

    @cached_property
    def ends_in_stop(self) -> bool:
        """Whether it ends in a full stop, as the sentences of an article do and few lines of a page."""
        return _STOP.search(self.text[-_LONGEST_END:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether this can be nothing but a paragraph of running text."""
        return self.words >= LONG_WITHOUT_STOP or (self.words >= PROSE_WORDS and self.ends_sentence)

    @property
    def is_strong_prose(self) -> bool:
        return self.words >= LONG_WITHOUT_STOP or (self.words >= STRONG_PROSE_WORDS and self.ends_sentence)

    @property
    def is_short(self) -> bool:
        """Whether this is a scrap of at most eight words without a sentence's end."""
        return self.words <= 8 and not self.ends_sentence


class _Letters(dict[int, int | None]):
    """Maps what is neither letter, mark nor digit to a space, and drops apostrophes: for `str.translate`."""

    def __missing__(self, code: int) -> int | None:
        self[code] = code if unicodedata.category(chr(code))[0] in "LMN" else ord(" ")
        return self[code]


_LETTERS = _Letters({ord(mark): None for mark in "'’‘"})


def fold(text: str) -> str:
    """Words in small letters, parted by single spaces, without punctuation."""
    return " ".join(text.casefold().translate(_LETTERS).split())


def count_words(text: str) -> int:
    """Words as a reader counts them: what stands between spaces and has a letter or digit in it."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    spaced = sum(1 for word in text.replace("—", " ").split() if word[0].isalnum() or any(map(str.isalnum, word)))
    return max(spaced + (unspaced + 1) // 2, len(text) // _LONGEST_WORD)


def make_blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of a source's lines, in order."""
    clean = [normalise(line) for line in lines]
    widths = _widths(clean)
    groups: list[list[int]] = []
    for number, text in enumerate(clean):
        if not text:
            continue
        width = widths[number]
        if width and groups and groups[-1][-1] == number - 1 and _continues(lines, clean, number, width):
            groups[-1].append(number)
        else:
            groups.append([number])
    return tuple(_block(index, group, lines, clean) for index, group in enumerate(groups))


_ENOUGH_PAIRS = 8
"""Lines right above another line that a source has at least, to be judged as a whole."""
_ENOUGH_LINES = 14
"""Of a stretch of a source that is to be judged by itself."""
_WIDEST = 180
"""Characters. Nobody breaks lines at a greater width; a line beyond it is an address or a table's."""


def _widths(clean: Sequence[str]) -> list[int]:
    """For each line the width at which its paragraph was broken into lines; 0 where it was not."""
    whole = wrapped_width(clean)
    if whole and _go_on(clean):
        return [whole] * len(clean)
    widths = [0] * len(clean)
    for stretch in _between_long_lines(clean):
        lines = clean[stretch.start : stretch.stop]
        width = wrapped_width(lines) if _go_on(lines) else 0
        for number in stretch if width else ():
            widths[number] = width
    runs = [run for text, run in _runs(clean) if text and len(run) > 1 and not any(widths[run.start : run.stop])]
    found = {run.start: filled_width([clean[number] for number in run]) for run in runs}
    # A paragraph of two lines has too little to go by, unless others show the width.
    common = max(found.values(), default=0) if sum(width > 0 for width in found.values()) > 1 else 0
    for run in runs:
        width = found[run.start]
        if not width and common and len(run) == 2 and _is_filled(clean[run.start], clean[run.start + 1], common):
            width = common
        for number in run if width else ():
            widths[number] = width
    return widths


def _between_long_lines(clean: Sequence[str]) -> Iterator[range]:
    """The stretches of lines none of which is longer than lines are broken at: comments may follow a broken text."""
    start = 0
    for is_long, group in groupby(clean, key=lambda text: len(text) > _WIDEST):
        end = start + sum(1 for _ in group)
        if not is_long and end - start >= _ENOUGH_LINES:
            yield range(start, end)
        start = end


def _go_on(lines: Sequence[str]) -> bool:
    """Whether most lines go on with the sentence of the line above: those of a list or menu begin with capitals."""
    below = [other for line, other in pairwise(lines) if line and other and not _ends_sentence(line)]
    return 2 * sum(other[0].isupper() for other in below) <= len(below)


def _runs(clean: Sequence[str]) -> Iterator[tuple[bool, range]]:
    """Lines that follow one another without a blank line between them, and those blank lines."""
    start = 0
    for has_text, group in groupby(clean, key=bool):
        end = start + sum(1 for _ in group)
        yield has_text, range(start, end)
        start = end


def filled_width(run: Sequence[str]) -> int:
    """The width of a paragraph whose lines are filled, each so that the next one's first word had no room; else 0."""
    width = max(map(len, run))
    if len(run) < 3 or not _NARROWEST <= width <= _WIDEST:
        return 0
    filled = sum(_is_filled(line, below, width) for line, below in pairwise(run))
    broken = sum(not _ends_sentence(line) for line in run[:-1])
    return width if filled >= 0.8 * (len(run) - 1) and broken >= 0.5 * (len(run) - 1) else 0


_NARROWEST = 50
"""Characters. The lines of poems are shorter."""


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text[-_LONGEST_END:]) is not None


def _is_filled(line: str, below: str, width: int) -> bool:
    return len(line) <= width < len(line) + 1 + len(below.partition(" ")[0])


def wrapped_width(clean: Sequence[str]) -> int:
    """The width at which paragraphs were broken into lines, as in old e-mails and wire copy; 0 where they were not.

    They were where most lines that have a line right below them end without a full stop, and nearly none is much
    longer than the rest.
    """
    above = [text for text, below in pairwise(clean) if text and below]
    if len(above) < _ENOUGH_PAIRS:
        return 0
    widths = sorted(len(text) for text in clean if text)
    width = widths[(len(widths) - 1) * 19 // 20]
    if not 40 <= width <= _WIDEST:
        return 0
    # Paragraphs parted by single line ends have full stops there, and headlines are of all lengths.
    pairs = [(text, below) for text, below in pairwise(clean) if text and below and len(text) > 0.6 * width]
    broken = [(text, below) for text, below in pairs if not _ends_sentence(text)]
    filled = sum(len(text) > width or _is_filled(text, below, width) for text, below in broken)
    return width if len(broken) >= 0.5 * len(above) and filled >= 0.6 * len(broken) else 0


def _continues(lines: Sequence[str], clean: Sequence[str], number: int, width: int) -> bool:
    """Whether, in hard-wrapped text, this line goes on with the sentence or paragraph of the line above."""
    here, above = lines[number], lines[number - 1]
    if _BULLET.match(clean[number]) or _NUMBER.match(clean[number]):
        return False
    # Indentation begins a paragraph where no blank line does.
    if _indent(here) > _indent(above) + 1 and not _BULLET.match(clean[number - 1]):
        return False
    # A line well short of the width ends its paragraph, and so does a scrap such as a byline.
    return len(clean[number - 1]) > 0.6 * width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(index: int, group: Sequence[int], lines: Sequence[str], clean: Sequence[str]) -> Block:
    text = _joined([clean[number] for number in group])
    marker, number = find_marker(text)
    return Block(
        index=index,
        first_line=group[0] + 1,
        line_count=len(group),
        text=text[len(marker) :],
        marker=marker,
        number=number,
        raw="\n".join(lines[number] for number in group),
    )


def find_marker(text: str) -> tuple[str, int | None]:
    """The bullet or number with which a line begins, with the space behind it, and that number."""
    bullet = _BULLET.match(text)
    numbered = None if bullet else _NUMBER.match(text)
    match = bullet or numbered
    return (match[0] if match else "", int(numbered[1]) if numbered else None)


def _joined(parts: Sequence[str]) -> str:
    """Lines of a broken paragraph as one; a word that was parted at a line's end keeps its hyphen."""
    if len(parts) == 1:
        return parts[0]
    joined = [parts[0]]
    for above, part in pairwise(parts):
        joined.append(part if above.endswith("-") and not above.endswith((" -", "--")) else " " + part)
    return "".join(joined)
