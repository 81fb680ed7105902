"""A source's lines as blocks (paragraphs, headings, list items), each with the features that rules look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.ingest.typography import normalise

# No dash longer than a hyphen: in many languages it begins what somebody says.
_BULLET = re.compile(r"^(?:[•·▪▫●○◦‣⁃►▶]|[*+-](?=\s))\s*")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔;:](?:[\"'”’»)\]]|\[\d+\])*$")
# Scripts written without spaces: about two characters make a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")

PROSE_WORDS = 12
"""A block with fewer words may be a sentence of an article, but is no evidence that one stands here."""
STRONG_PROSE_WORDS = 20
LONG_WITHOUT_STOP = 40
"""Words after which a block counts as prose even without a full stop: a sentence that was cut off, or Thai."""


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
    indent: int
    raw: str
    """The lines as received, joined by newlines."""

    @property
    def bullet(self) -> bool:
        """Whether its marker is a bullet."""
        return bool(self.marker) and self.number is None

    @property
    def full_text(self) -> str:
        """The text with its marker."""
        return self.marker + self.text

    @property
    def line_numbers(self) -> range:
        return range(self.first_line, self.first_line + self.line_count)

    @cached_property
    def folded(self) -> str:
        """Words in small letters with single spaces, for comparing."""
        return fold(self.text)

    @cached_property
    def words(self) -> int:
        return len(_WORD.findall(_UNSPACED.sub(" ", self.text))) + (len(_UNSPACED.findall(self.text)) + 1) // 2

    @cached_property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text) is not None

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


def fold(text: str) -> str:
    """Words in small letters, parted by single spaces, without punctuation."""
    return " ".join(_WORD.findall(text.casefold().replace("’", "'")))


def make_blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of a source's lines, in order."""
    clean = [normalise(line) for line in lines]
    wrapped = is_hard_wrapped(clean)
    groups: list[list[int]] = []
    for number, text in enumerate(clean):
        if not text:
            continue
        joins = groups and groups[-1][-1] == number - 1 and wrapped and _continues(lines, clean, number)
        if joins:
            groups[-1].append(number)
        else:
            groups.append([number])
    return tuple(_block(index, group, lines, clean) for index, group in enumerate(groups))


def is_hard_wrapped(clean: Sequence[str]) -> bool:
    """Whether paragraphs were broken into lines of about one width, as in old e-mails and wire copy.

    Then most lines that have a line right below them end without a full stop, and none is much longer than the rest.
    """
    above = [text for text, below in pairwise(clean) if text and below]
    widths = sorted(len(text) for text in clean if text)
    if len(above) < 4 or not 40 <= widths[-1] <= 110:
        return False
    broken = sum(1 for text in above if len(text) > 0.6 * widths[-1] and not _SENTENCE_END.search(text))
    return broken >= 0.5 * len(above)


def _continues(lines: Sequence[str], clean: Sequence[str], number: int) -> bool:
    """Whether, in hard-wrapped text, this line goes on with the sentence or paragraph of the line above."""
    here, above = lines[number], lines[number - 1]
    if _BULLET.match(clean[number]) or _NUMBER.match(clean[number]):
        return False
    # Indentation begins a paragraph where no blank line does.
    if _indent(here) > _indent(above) + 1 and not _BULLET.match(clean[number - 1]):
        return False
    # A line well short of the width ends its paragraph, and so does a scrap such as a byline.
    width = max(len(text) for text in clean)
    return len(clean[number - 1]) > 0.6 * width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(index: int, group: Sequence[int], lines: Sequence[str], clean: Sequence[str]) -> Block:
    text = _joined([clean[number] for number in group])
    bullet = _BULLET.match(text)
    numbered = None if bullet else _NUMBER.match(text)
    match = bullet or numbered
    marker = match[0] if match else ""
    return Block(
        index=index,
        first_line=group[0] + 1,
        line_count=len(group),
        text=text[len(marker) :],
        marker=marker,
        number=int(numbered[1]) if numbered else None,
        indent=_indent(lines[group[0]]),
        raw="\n".join(lines[number] for number in group),
    )


def _joined(parts: Sequence[str]) -> str:
    """Lines of a broken paragraph as one; a word that was parted at a line's end keeps its hyphen."""
    text = parts[0]
    for part in parts[1:]:
        text += part if text.endswith("-") and not text.endswith((" -", "--")) else " " + part
    return text
