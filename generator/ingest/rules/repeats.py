"""Rules for what stands in the source twice: the title, the summary, pull quotes, paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, Shape, fold
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.body import sub_headings
from generator.ingest.rules.headline import MAX_TITLE_WORDS, is_broken
from generator.ingest.rules.title import parted_titles

_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\W{0,3}$")
"""What shows that a text was cut off."""
_LONGEST_ELLIPSIS = 8
"""Characters, without the space before it."""


def repeated_title(reading: Reading) -> Iterator[Finding]:
    """The title once more, cut off or not, with or without the publication's name beside it."""
    title = reading.first(Role.TITLE)
    said = reading.lifted("title")
    if title is None or not isinstance(said, str) or not reading.body_end:
        return
    wanted = fold(said)
    inside = reading.inside()
    for block in reading.open():
        # Inside the text the same words can be somebody's, or a poem's.
        if block.words <= MAX_TITLE_WORDS and not (block.index in inside and block.ends_sentence):
            with_name = wanted in block.folded and any(fold(rest) == wanted for rest, _ in parted_titles(block.text))
            start = _before_ellipsis(block) if is_cut_off(block.text) else ""
            cut_off = len(start) > 15 and wanted.startswith(start) and not block.is_strong_prose
            if (block.folded == wanted != "") or with_name or cut_off:
                yield set_aside(block, Role.DUPLICATE)


def repeated_lead(reading: Reading) -> Iterator[Finding]:
    """A summary under the title that only repeats how the text begins, often cut off."""
    title = reading.first(Role.TITLE)
    end = reading.body_end
    head = []
    for block in reading.open(title.index + 1 if title else 0):
        head.append(block)
        if len(head) == 8:
            break
    for position, block in enumerate(head[:4]):
        beginning = _before_ellipsis(block) if block.words <= 200 else ""
        if block.words < 5 or block.index >= end:
            continue
        longer = [other for other in head[position + 1 : position + 4] if other.words > block.words and other.is_prose]
        if beginning and any(other.folded.startswith(beginning) for other in longer):
            yield set_aside(block, Role.DUPLICATE)


def is_cut_off(text: str) -> bool:
    """Whether a text ends in an ellipsis."""
    return _ELLIPSIS.search(text[-_LONGEST_ELLIPSIS:]) is not None


def _before_ellipsis(block: Block) -> str:
    return fold(_ELLIPSIS.sub("", block.text)) if is_cut_off(block.text) else block.folded


_OF_LISTS = (Shape.ITEM, Shape.ROW)
_QUOTE_WORDS = 6
_MOST_QUOTE_WORDS = 40
_FEWEST_HEADINGS = 3
_CODE = re.compile(r"\s[<>=]{1,2}\s|[{}\\]|[a-z]_[a-z]|[=;]$")
"""Signs that stand in lines of code and in no quotation."""
_SIGN = re.compile(r"[<>={}\\_;]")
"""One of which all code has, and few other lines: to look for that is many times quicker."""


def repeated_paragraph(reading: Reading) -> Iterator[Finding]:
    """A passage that stands word for word in another paragraph too: a pull quote, or a paragraph sent twice.

    A short line that stands twice is more likely a refrain, and an item of two lists a fact that both need. Lines of
    code, of a list with numbers or of a broken paragraph, and headings among others, are no pull quotes.
    """
    headings = {block.index for block in sub_headings(reading)}
    blocks = [block for block in reading.open() if block.words >= _QUOTE_WORDS]
    first_of: dict[str, int] = {}
    quotes = []
    for block in blocks:
        if first_of.setdefault(block.folded, block.index) == block.index:
            heads = len(headings) >= _FEWEST_HEADINGS and block.index in headings
            short = block.words <= _MOST_QUOTE_WORDS and not heads
            if short and block.number is None and not _is_code(block.text) and not is_broken(block, reading):
                quotes.append(block)
        elif block.is_prose and not (block.listed or block.shape in _OF_LISTS or _is_code(block.text)):
            yield set_aside(block, Role.DUPLICATE)
    for block in _inside_others(quotes, blocks):
        yield set_aside(block, Role.DUPLICATE)


def _is_code(text: str) -> bool:
    return _SIGN.search(text) is not None and _CODE.search(text) is not None


_ALIKE = 20
"""Quotations with the same first words that are looked for; more begin alike only in data."""


def _inside_others(quotes: Sequence[Block], blocks: Sequence[Block]) -> Iterator[Block]:
    """The quotations whose words also stand within a longer block, in one pass over the words of all."""
    by_start: dict[str, dict[str, list[Block]]] = defaultdict(dict)
    for quote in quotes:
        words = quote.folded_words
        if len(words) >= _QUOTE_WORDS:
            start = " ".join(words[:_QUOTE_WORDS])
            alike = by_start[words[0]].setdefault(start, [])
            if len(alike) < _ALIKE:
                alike.append(quote)
    found: set[int] = set()
    for block in blocks:
        found.update(quote.index for quote in _quoted_in(block, by_start) if not _heads(quote, block))
    return (quote for quote in quotes if quote.index in found)


def _heads(quote: Block, block: Block) -> bool:
    """Whether a line without a full stop stands right above the paragraph that takes up its words: as its heading.

    What somebody asks or cries may head it, too; a longer one is a quotation that was pulled out.
    """
    short = quote.words <= _LONGEST_CRY and not quote.ends_in_stop
    return quote.index + 1 == block.index and (short or not quote.ends_sentence)


_LONGEST_CRY = 8
"""Words."""


def _quoted_in(block: Block, by_start: dict[str, dict[str, list[Block]]]) -> Iterator[Block]:
    words = block.folded_words
    if by_start.keys().isdisjoint(words):
        return
    for position, word in enumerate(words):
        if word not in by_start:
            continue
        for quote in by_start[word].get(" ".join(words[position : position + _QUOTE_WORDS]), ()):
            longer = len(quote.folded) < len(block.folded)
            if longer and f" {quote.folded} " in f" {' '.join(words[position : position + _MOST_QUOTE_WORDS * 3])} ":
                yield quote
