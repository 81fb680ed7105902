"""The blocks of a Markdown text: what blank lines part, code and its like as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.ingest.authored.template_addresses import plain_addresses
from generator.ingest.blocks import Block, Shape
from generator.ingest.typography import count_mends, normalise, normalise_marked

_FENCE = re.compile(r"\s*(?P<marks>`{3,}|~{3,})(?P<rest>.*)$")
_OPENED = (
    (re.compile(r"\s*\{%-?\s*highlight\b"), re.compile(r"\{%-?\s*endhighlight\b")),
    (re.compile(r"\s*\{%-?\s*raw\b"), re.compile(r"\{%-?\s*endraw\b")),
    (re.compile(r"\s*\{\{[<%]\s*highlight\b"), re.compile(r"\{\{[<%]\s*/\s*highlight\b")),
    (re.compile(r"\s*<pre\b", re.I), re.compile(r"</pre\s*>", re.I)),
    (re.compile(r"\s*<script\b", re.I), re.compile(r"</script\s*>", re.I)),
    (re.compile(r"\s*<style\b", re.I), re.compile(r"</style\s*>", re.I)),
    (re.compile(r"\s*<!--"), re.compile(r"-->")),
)
"""What begins a stretch that its blank lines do not part, and what ends it."""
_HEADING = re.compile(r" {0,3}(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*(?:\{[:#.][^}]*\})?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-+)\s*$")
_ITEM = re.compile(r" {0,3}(?:[*+-]|\d{1,9}[.)])\s")
_SIGNS = re.compile(r"^[ \t>]*(?:[*+-]\s+|\d{1,9}[.)]\s+)?")
"""What stands before the words of a line in quotations and lists."""
_INDENTED = re.compile(r" {4}|\t")


def body_blocks(lines: Sequence[str], start: int) -> Iterator[Block]:
    """The blocks of the lines from index `start` on; blank lines between them are in none."""
    code = _Code(lines)
    position = start
    index = 0
    while position < len(lines):
        if not _has_text(lines[position]):
            position += 1
            continue
        end = code.end(position)
        yield _block(index, position, lines[position : end or code.end_of_paragraph(position)], is_code=bool(end))
        index += 1
        position = end or code.end_of_paragraph(position)


def _has_text(line: str) -> bool:
    """Whether a line shows anything; the ledger has the same notion of a blank line."""
    return bool(normalise(line))


class _Code:
    """Finds the stretches of code among the lines of a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._never_ended: set[str] = set()
        """What ends a stretch and does not come any more: looking for it each time would take too long."""

    def end(self, start: int) -> int:
        """The index after the stretch that begins here; 0 where none does, or where nothing ends it."""
        line = self._lines[start]
        fence = _FENCE.match(line)
        if fence and not (fence["marks"][0] == "`" and "`" in fence["rest"]):
            closing = re.compile(rf"\s*{fence['marks'][0]}{{{len(fence['marks'])},}}\s*$")
            return self._end(closing, start)
        for opening, closing in _OPENED:
            match = opening.match(line)
            if match:
                return start + 1 if closing.search(line, match.end()) else self._end(closing, start)
        return 0

    def _end(self, closing: re.Pattern[str], start: int) -> int:
        if closing.pattern in self._never_ended:
            return 0
        for number in range(start + 1, len(self._lines)):
            if closing.search(self._lines[number]):
                return number + 1
        self._never_ended.add(closing.pattern)
        return 0

    def end_of_paragraph(self, start: int) -> int:
        """The index after the block that begins here: up to a blank line or to code; a heading stands alone."""
        lines = self._lines
        if _HEADING.match(lines[start]):
            return start + 1
        end = start + 1
        while end < len(lines) and _has_text(lines[end]):
            if end == start + 1 and _UNDERLINE.match(lines[end]) and not _ITEM.match(lines[start]):
                return end + 1
            if self.end(end):
                break
            end += 1
        return end


def _block(index: int, start: int, own: Sequence[str], is_code: bool) -> Block:
    shape, level = (Shape.CODE, 0) if is_code or _INDENTED.match(own[0]) else _shape(own)
    raw = "\n".join(own)
    return Block(
        index=index,
        first_line=start + 1,
        line_count=len(own),
        text=_shown(own, shape),
        marker="",
        number=None,
        raw=raw,
        shape=shape,
        level=level,
        markdown=raw if shape is Shape.CODE else _written(own, _can_be_mended(raw)),
    )


def _shown(own: Sequence[str], shape: Shape) -> str:
    """What a reader sees of a block, nearly; of a heading exactly."""
    if shape is Shape.CODE:
        return " ".join(text for text in map(normalise, own) if text)
    if shape is Shape.HEADING:
        match = _HEADING.match(own[0])
        return _words(match[2] if match else own[0])
    return _words(" ".join(_SIGNS.sub("", line) for line in own))


def _can_be_mended(raw: str) -> bool:
    """Whether no part of a block can be code."""
    return "`" not in raw and "<code" not in raw.lower()


def count_block_mends(blocks: Iterable[Block]) -> dict[str, int]:
    """How many mends of each kind were made in the blocks; of addresses, in how many lines."""
    texts = [block for block in blocks if block.shape is not Shape.CODE]
    mended = (block.raw for block in texts if _can_be_mended(block.raw))
    counts = count_mends([line for raw in mended for line in raw.split("\n")], marked=True)
    made_plain = sum(plain_addresses(line) != line for block in texts for line in block.raw.split("\n"))
    return counts | ({"template-addresses": made_plain} if made_plain else {})


def _shape(own: Sequence[str]) -> tuple[Shape, int]:
    heading = _HEADING.match(own[0])
    if heading:
        return Shape.HEADING, len(heading[1])
    underline = _UNDERLINE.match(own[1]) if len(own) == 2 else None
    if underline and not _ITEM.match(own[0]) and "|" not in own[0]:
        return Shape.HEADING, 1 if underline[1] else 2
    if _ITEM.match(own[0]):
        return Shape.ITEM, 1
    return (Shape.QUOTATION, 1) if own[0].lstrip().startswith(">") else (Shape.TEXT, 0)


def _written(own: Sequence[str], mended: bool) -> str:
    """The lines without the spaces at their ends that mean nothing; two and more break a line within a paragraph."""
    written = []
    for number, line in enumerate(own, start=1):
        text = plain_addresses(normalise_marked(line) if mended else line)
        bare = text.rstrip()
        breaks = number < len(own) and text.endswith("  ")
        written.append(bare + ("  " if breaks else ""))
    return "\n".join(written)


_INLINE = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]+(?=\S)|(?<=\S)[*_`]+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])")


def _words(text: str) -> str:
    """The words of a text, without the signs of Markdown; nothing where it has signs alone."""
    parts = _ESCAPED.split(text)
    # What is escaped stands at the odd places, and is no sign.
    words = normalise("".join(part if place % 2 else _INLINE.sub(r"\1", part) for place, part in enumerate(parts)))
    return words if any(map(str.isalnum, words)) else ""
