"""A source's lines as blocks (paragraphs, headings, list items), each with the features that rules look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence, Set
from enum import StrEnum
from itertools import pairwise
from typing import Any, Generic, TypeVar

import msgspec

from generator.ingest.buttons import glued_button_at
from generator.ingest.hints import hints_in
from generator.ingest.line_breaks import (
    BULLET,
    CLOSING,
    LONGEST_END,
    NUMBER,
    SECTION_BREAK,
    STOPS,
    begins_its_own,
    ends_sentence,
    joined_lines,
)
from generator.ingest.small_beginnings import broken_after_words, small_beginnings
from generator.ingest.typography import normalised

_STOP = re.compile(f"[{STOPS}]" + CLOSING)
# Scripts written without spaces: about two characters make a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_WORD = 50
"""Characters. A longer run without a space is no word but data, and counts as several."""

PROSE_WORDS = 12
"""A block with fewer words may be a sentence of an article, but is no evidence that one stands here."""
STRONG_PROSE_WORDS = 20
LONG_WITHOUT_STOP = 40
"""Words after which a block counts as prose even without a full stop: a sentence that was cut off, or Thai."""


Value = TypeVar("Value")


class _Once(Generic[Value]):
    """A property that is worked out when it is first asked for.

    The library's own takes a lock besides (before Python 3.12), which costs more than most of what blocks work out.
    """

    def __init__(self, work_out: Callable[[Any], Value]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, block: object, owner: type[object]) -> Value:
        value = block.__dict__[self._name] = self._work_out(block)
        return value


def once(work_out: Callable[[Any], Value]) -> _Once[Value]:
    return _Once(work_out)


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


class Block(msgspec.Struct, frozen=True, dict=True):
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
    place: int = 0
    """The number of the element of a page in which it stands beside others; 0 where there is no markup."""

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

    @once
    def small(self) -> str:
        """The text in small letters."""
        # Python makes two characters of a capital i with a dot: the letter, and a dot above it.
        return self.text.replace("İ", "i").casefold()

    @once
    def hints(self) -> int:
        """The bits of all hints of rules that stand in it (see `hints`)."""
        return hints_in(self.small)

    @once
    def folded(self) -> str:
        """Words in small letters with single spaces, for comparing."""
        return " ".join(self.folded_words)

    @once
    def folded_words(self) -> list[str]:
        return folded_words(self.text) if "İ" in self.text else _without_marks(self.small)

    @once
    def words(self) -> int:
        return count_words(self.text)

    @once
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does; the words of a button that were glued to a paragraph do not count."""
        return ends_sentence(self.text) or (self.words >= PROSE_WORDS and glued_button_at(self.text) is not None)

    @once
    def ends_in_stop(self) -> bool:
        """Whether it ends in a full stop, as the sentences of an article do and few lines of a page."""
        return _STOP.search(self.text[-LONGEST_END:]) is not None

    @once
    def is_prose(self) -> bool:
        """Whether this can be nothing but a paragraph of running text."""
        return self.words >= LONG_WITHOUT_STOP or (self.words >= PROSE_WORDS and self.ends_sentence)

    @once
    def is_strong_prose(self) -> bool:
        return self.words >= LONG_WITHOUT_STOP or (self.words >= STRONG_PROSE_WORDS and self.ends_sentence)

    @once
    def is_short(self) -> bool:
        """Whether this is a scrap of at most eight words without a sentence's end."""
        return self.words <= 8 and not self.ends_sentence


class _Letters(dict[int, int | None]):
    """Maps what is neither letter, mark nor digit to a space, and drops apostrophes: for `str.translate`."""

    def __missing__(self, code: int) -> int | None:
        self[code] = code if _is_letter(chr(code)) else ord(" ")
        return self[code]


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


_APOSTROPHES = "'’‘"
_LETTERS = _Letters({ord(mark): None for mark in _APOSTROPHES})
_CODEC = "cp1252"
"""Has all characters of most texts, each as one byte: to translate bytes takes far less than characters."""
_LETTERS_IN_BYTES = bytes(
    code if _is_letter(character) else ord(" ")
    for code, character in enumerate(bytes(range(256)).decode(_CODEC, errors="replace"))
)
_APOSTROPHES_IN_BYTES = _APOSTROPHES.encode(_CODEC)


def fold(text: str) -> str:
    """Words in small letters, parted by single spaces, without punctuation."""
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return _without_marks(text.casefold())


def _without_marks(text: str) -> list[str]:
    codec = "ascii" if text.isascii() else _CODEC
    try:
        coded = text.encode(codec)
    except UnicodeEncodeError:
        return text.translate(_LETTERS).split()
    return coded.translate(_LETTERS_IN_BYTES, _APOSTROPHES_IN_BYTES).decode(codec).split()


def count_words(text: str) -> int:
    """Words as a reader counts them: what stands between spaces and has a letter or digit in it."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    words = text.replace("—", " ").split()
    marks = [word for word in words if not (word[0].isalnum() or any(map(str.isalnum, word)))]
    return max(len(words) - len(marks) + (unspaced + 1) // 2, len(text) // _LONGEST_WORD)


def make_blocks(lines: Sequence[str], going_on: Set[int] = frozenset()) -> tuple[Block, ...]:
    """The blocks of a source's lines, in order; the lines with the indexes `going_on` go on with the line above."""
    clean = normalised(lines)
    joined = joined_lines(lines, clean) | {number for number in going_on if _can_go_on(clean, number)}
    joined |= small_beginnings(lines, clean, joined)
    joined |= broken_after_words(clean, joined)
    groups: list[list[int]] = []
    for number, text in enumerate(clean):
        if number in joined:
            groups[-1].append(number)
        elif text:
            groups.append([number])
    return tuple(_block(index, group, lines, clean) for index, group in enumerate(groups))


def _can_go_on(clean: Sequence[str], number: int) -> bool:
    here, above = clean[number], clean[number - 1]
    return bool(here and above) and not (begins_its_own(here) or SECTION_BREAK.fullmatch(above))


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
    bullet = BULLET.match(text)
    numbered = None if bullet else NUMBER.match(text)
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
