"""Weighs which of the lines above a text is its title: what the text, the details and the page say of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.ingest.blocks import Block
from generator.ingest.dates import find_dates
from generator.ingest.findings import Reading
from generator.ingest.rules.details import is_details, names_origin, without_company
from generator.ingest.rules.names import bare_name
from generator.ingest.rules.publication import name_of_paper

MAX_TITLE_WORDS = 45
ENOUGH_OVERLAP = 0.34
"""The part of a title's longer words that the text takes up again; a button's or slogan's words are not."""
_PAGER = re.compile(r"^(?:«\s[^»]*|[‹←<].*)$|^(?:[^«]*\s»|.*[›→>])$|^«\s.*\|.*\s»$")
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3})[.!?…][\"'”’»)]*\s+(?=[\"'“‘«(]?[A-ZА-ЯÄÖÜ])")
"""Between two sentences; no abbreviation is meant."""


USUAL_TITLE = (3, 20)
"""Words."""


@dataclass(frozen=True)
class Head:
    """The lines among which the title is, and the text that it stands above."""

    lines: tuple[Block, ...]
    stems: frozenset[str]
    """The first letters of the words of the text."""
    details: frozenset[int]
    """Indexes of the lines that tell who wrote the article or when."""
    text: int
    """The index of the text's first paragraph."""

    @cached_property
    def taken_up(self) -> tuple[Block, ...]:
        """The lines of whose words the text takes up enough. A local paper is named after what it writes about."""
        return tuple(
            block
            for block in self.lines
            if (block.words >= 3 or (block.words == 2 and overlap(block, self.stems) == 1))
            and not block.text.endswith(".")
            and not name_of_paper(block.text)
            and overlap(block, self.stems) >= ENOUGH_OVERLAP
        )


def read_head(reading: Reading) -> Head:
    """The lines above the text that may be its title."""
    start = reading.body_start
    return head_of(list(reading.open(0, start)), start, reading)


def head_of(above: Sequence[Block], start: int, reading: Reading) -> Head:
    details = {block.index for block in above if tells_details(block, reading)}
    lines = [block for block in above if block.index not in details and can_be_title(block)]
    lines = list(_but_a_summary(lines))
    # Below lines that go on with each other, which are text, only one above a byline or date can be the title.
    broken = next((block.index for block in lines if goes_on(block, reading)), start)
    lines = [block for block in lines if block.index < broken or block.index + 1 in details]
    lines = [block for block in lines if not goes_on(block, reading)]
    # A name alone between a line and a date is the author's.
    names = {
        block.index
        for one, block in pairwise(lines)
        if one.words >= 3 and _touches(block, one, details, start) and _is_author(block.text)
    }
    prose = (block for block in reading.open(start) if block.is_prose)
    kept = tuple(block for block in lines if block.index not in names)
    return Head(kept, stems_of(prose), frozenset(details | names), start)


_SUMMARY = re.compile(
    r"\W*(?:key (?:points|events|takeaways|facts)|summary|in short|at a glance|das wichtigste(?: in kürze)?|"
    r"auf einen blick|l['’]essentiel|en bref|lo esencial|claves|in sintesi|punti chiave|главное|коротко)\W*",
    re.IGNORECASE,
)


def _but_a_summary(lines: Sequence[Block]) -> Iterator[Block]:
    """The lines down to a label such as `Key points`, where one above it can be the title; else all."""
    long = False
    for block in lines:
        if long and _SUMMARY.fullmatch(block.text):
            return
        long = long or block.words >= USUAL_TITLE[0] + 1
        yield block


def _is_author(text: str) -> bool:
    """Whether a line is a person's name, with a place behind a bar, or in a script without capitals as short as one."""
    return bare_name(text.partition(" | ")[0]) != "" or _UNCASED_NAME.fullmatch(text) is not None


_UNCASED_NAME = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々]{2,4}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff々]{0,3}")


def stems_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The first letters of all words of the blocks."""
    words: set[str] = set()
    for block in blocks:
        words.update(block.folded_words)
    return frozenset([word[:_STEM] for word in words])


def _touches(block: Block, above: Block, details: set[int], start: int) -> bool:
    return above.index == block.index - 1 and (block.index + 1 in details or block.index + 1 == start)


_STEM = 5
"""Letters by which words are compared, since languages change their ends."""


def tells_details(block: Block, reading: Reading) -> bool:
    return block.words <= 22 and is_details(block.full_text, reading.numeric_dates, reading.language)


def can_be_title(block: Block) -> bool:
    """Not an item of a menu, a link to the page before, or a paragraph."""
    # `o` is the bullet of menus within menus.
    if block.bullet or block.text.startswith("o ") or block.words > MAX_TITLE_WORDS:
        return False
    if _PAGER.search(block.text) or names_origin(block.text):
        return False
    return not is_paragraph(block)


def goes_on(block: Block, reading: Reading) -> bool:
    """Whether the line below goes on with its sentence, as in text that was broken into lines."""
    below = reading.blocks[block.index + 1] if block.index + 1 < len(reading.blocks) else None
    if below is None or not below.adjoins(block) or block.ends_sentence:
        return False
    broken = max(len(block.text), len(below.text)) >= _NARROW
    return broken and below.text[:1].islower() and _BY.match(below.text) is None


def is_broken(block: Block, reading: Reading) -> bool:
    """Whether a line is a part of a sentence that goes on in the line below, or began in the one above."""
    above = reading.blocks[block.index - 1] if block.index else None
    return goes_on(block, reading) or (above is not None and goes_on(above, reading))


_NARROW = 50
"""Characters. No narrower text is broken into lines."""
_BY = re.compile(r"(?:by|von|par|por|door|di|av)\b", re.IGNORECASE)


def is_paragraph(block: Block) -> bool:
    """Whether a block is several sentences, as a title never is."""
    inner = len(_SENTENCES.findall(block.text))
    return (block.ends_sentence and inner >= 2) or (inner >= 1 and block.words > _TWO_SENTENCES)


_TWO_SENTENCES = 16
"""Words that two sentences have room in which are a title: `Lamp out. Keeper gone.`"""


def overlap(block: Block, stems: frozenset[str]) -> float:
    """The part of the block's words of four and more letters that the text has too, by their first letters."""
    words = [word for word in block.folded_words if len(word) >= 4]
    return sum(word[:_STEM] in stems for word in words) / len(words) if words else 0.0


def weigh(block: Block, head: Head, reading: Reading) -> float:
    """How much speaks for a line as the title."""
    share = overlap(block, head.stems)
    # Where a line stands says less of one whose words the text does not take up.
    sure = 0.6 + min(share, 0.4)
    weight = share * min(block.words, _ENOUGH_WORDS) * _TAKEN_UP
    weight += _FIRST * _is_first(block, head)
    # Below a dek stands what stands below a title elsewhere.
    last = dek_of(block, head, reading) or block
    if any(dek_of(other, head, reading) is block for other in reading.blocks[block.index - 1 : block.index]):
        weight -= _IS_DEK
    else:
        weight += _ABOVE_DETAILS * _is_above_details(last, head, reading) * sure
        weight += _ABOVE_TEXT * _is_above_text(last, head, reading) * sure
    weight += _IN_CAPITALS * _is_in_capitals(block, head, reading)
    if share >= ENOUGH_OVERLAP:
        weight += _AGAIN * (reading.of_blocks(_last_places).get(block.folded, 0) >= head.text)
    return weight - _doubts(block, share, head, reading) - _FAR * min(block.index, _FARTHEST)


def dek_of(block: Block, head: Head, reading: Reading) -> Block | None:
    """The line right below that is no shorter and says more of the same, where the line may be a title, no kicker.

    Of three such lines and more, each may be a headline of its own.
    """
    around = reading.blocks[max(block.index - 1, 0) : block.index + 2]
    below = around[-1]
    if block.words < _LONGER_THAN_KICKERS or block not in head.lines or below not in head.lines or below is block:
        return None
    listed = block.index > 0 and around[0] in head.lines and around[0].words >= _LONGER_THAN_KICKERS
    return below if below.words >= block.words and below.folded != block.folded and not listed else None


_LONGER_THAN_KICKERS = 6
"""Words."""
_IS_DEK = 0.6
"""What speaks against such a line."""
_TAKEN_UP, _ENOUGH_WORDS = 0.5, 6
"""What a word speaks for a line that the text has too, and so many words at most."""
_FIRST, _ABOVE_DETAILS, _ABOVE_TEXT = 0.8, 1.6, 0.6
"""What speaks for the first line whose words the text takes up, for one above a byline or date, and above the text."""
_FAR, _FARTHEST = 0.02, 40
_IN_CAPITALS = 2.0
"""What speaks for a title in capitals above a summary that has none."""


def _doubts(block: Block, share: float, head: Head, reading: Reading) -> float:
    """How much speaks against a line as the title."""
    name = name_of_paper(block.text) or (share < 0.5 and bare_name(block.text.partition(",")[0]))
    among_sentences = _is_like_name(block) and any(not _is_like_name(one) for one in head.taken_up)
    among_sentences = among_sentences and (share <= 0.6 or _RESULT.search(block.text) is not None)
    stopped = block.ends_in_stop and not block.text.endswith(("...", "…"))
    return sum(
        (
            0.5 * (block.words < 3 and share < 1) + (block.words < 2),
            _LONG * max(0, block.words - _USUAL_WORDS),
            2.0 * stopped,
            1.0 * bool(name),
            0.9 * among_sentences,
            0.8 * block.text[0].islower(),
            # A caption says of which day its picture is.
            0.5 * bool(find_dates(block.text, reading.numeric_dates)),
            2.0 * (_tells_time(block.text) or _is_entry(block, reading) or _is_scored(block, reading)),
        )
    )


_AGAIN, _FEWEST_AGAIN = 1.2, 4
"""What speaks for a line of so many words that stands again below: in a path, above buttons, for the next article."""


def _last_places(blocks: tuple[Block, ...]) -> dict[str, int]:
    """Where each line that is no paragraph stands last, by its words."""
    return {block.folded: block.index for block in blocks if block.words >= _FEWEST_AGAIN and not block.is_prose}


_USUAL_WORDS, _LONG = 12, 0.15
_RESULT = re.compile(r"\s\d{1,3}\s?[-–:]\s?\d{1,3}\s")
"""Of a match, between the names of two teams."""


_STAMP = re.compile(r"[0-2]?\d[:.][0-5]\d(?: ?(?:[ap]\.?m\.?|uhr|h))?", re.IGNORECASE)
_LONGEST_STAMP, _FEWEST_ENTRIES = 10, 3
_NEAR = 60
"""Blocks."""


def _tells_time(text: str) -> bool:
    """Whether a line is about nothing but a day and a time of it: `First told on 17 February, 18.20`."""
    return (":" in text or "." in text) and _STAMP.search(text) is not None and without_company(text) <= 1


def _is_entry(block: Block, reading: Reading) -> bool:
    """Whether a line stands below a time of day alone, with several of them near: the heading of a ticker's entry."""
    above = reading.blocks[block.index - 1] if block.index else None
    if above is None or len(above.text) > _LONGEST_STAMP or not _STAMP.fullmatch(above.full_text):
        return False
    near = reading.blocks[max(block.index - _NEAR, 0) : block.index + _NEAR]
    return sum(_STAMP.fullmatch(other.full_text) is not None for other in near) >= _FEWEST_ENTRIES


def _is_scored(block: Block, reading: Reading) -> bool:
    """Whether a team's name stands right above its goals."""
    below = reading.blocks[block.index + 1 : block.index + 2]
    return (
        block.words <= _LONGEST_TEAM
        and bool(below)
        and below[0].text.isdigit()
        and len(below[0].text) <= _LONGEST_SCORE
    )


_LONGEST_TEAM, _LONGEST_SCORE = 4, 2
_FEWEST_CAPITALS = 6
"""Words. Fewer may be a section's name."""


def _is_in_capitals(block: Block, head: Head, reading: Reading) -> bool:
    """Whether the first longer line whose words the text takes up is in capitals, and the one right below it is not."""
    if not block.text.isupper() or block.words < _FEWEST_CAPITALS:
        return False
    # Whom to ask stands above a release's title.
    first = block is next((one for one in head.taken_up if one.words >= _FEWEST_CAPITALS), None)
    below = reading.blocks[block.index + 1]
    return first and below.words >= _FEWEST_CAPITALS and not below.text.isupper() and below in head.lines


def _is_first(block: Block, head: Head) -> float:
    """1 for the first line whose words the text takes up: less behind a long menu, more at the very top."""
    if block is not next(iter(head.taken_up), None):
        return 0.0
    return 0.4 if block.index >= _LONG_MENU else 1.0 if block.index else 1.4


_LONG_MENU = 15
"""Lines."""


def _is_like_name(block: Block) -> bool:
    """Whether all longer words of a short line have capitals, as in the name of a paper or an office."""
    words = [word for word in block.text.split() if len(word) >= 4 and word[0].isalpha()]
    return block.words <= _LONGEST_NAME and bool(words) and all(word[0].isupper() for word in words)


_LONGEST_NAME = 6
"""Words."""


def _is_above_details(block: Block, head: Head, reading: Reading) -> float:
    """1 where a byline or date follows, less where a longer line, the summary, stands between them."""
    if block.index + 1 in head.details:
        return 1.0
    between = reading.blocks[block.index + 1 : block.index + 3]
    apart = any(other.index >= head.text or other.index in reading.found for other in between)
    if len(between) < 2 or apart or between[0].words < block.words:
        return 0.0
    return _ABOVE_SUMMARY if between[1].index in head.details else 0.0


_ABOVE_SUMMARY = 0.6


def _is_above_text(block: Block, head: Head, reading: Reading) -> float:
    """1 where the text follows, with nothing but what was found already between them; 2 where a date is above."""
    between = range(block.index + 1, head.text)
    if len(between) > MOST_BETWEEN or any(index not in reading.found for index in between):
        return 0.0
    return 2.0 if block.index - 1 in head.details else 1.0


MOST_BETWEEN = 8
