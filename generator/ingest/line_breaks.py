"""Finds which lines of a text go on with the paragraph of the line above, since it was broken by width or indented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

# No dash longer than a hyphen: in many languages it begins what somebody says.
BULLET = re.compile(r"^(?:[•·▪▫●○◦‣⁃►▶]|[*+-](?=\s))\s*")
NUMBER = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")
SECTION_BREAK = re.compile(r"(?:[*⁂•·#~—–_-]\s*){3,}")
# German, Danish and others close what is said with a mark that opens it elsewhere.
CLOSING = r"(?:[\"'”’»“‘«」』）\])]|\[\d{1,3}\])*$"
STOPS = ".\u3002\u0964\u0965\u06d4\u104b\u17d4\u0f0d\u1362\u0589"
"""Full stops: Latin, Chinese, Devanagari (one and two), Urdu, Burmese, Khmer, Tibetan, Ethiopic, Armenian."""
_SENTENCE_END = re.compile(rf"[{STOPS}!?…！？؟፧;:]" + CLOSING)
LONGEST_END = 24
"""Characters in which a sentence's end with all its quotation and footnote marks has room."""


def joined_lines(lines: Sequence[str], clean: Sequence[str]) -> frozenset[int]:
    """The indexes of the `lines` that go on with the paragraph of the line right above; `clean` has them normalised."""
    widths = _widths(clean)
    joined = set(_hanging(lines, clean))
    for number, width in enumerate(widths):
        if width and number and clean[number] and clean[number - 1] and _continues(lines, clean, number, width):
            joined.add(number)
    return frozenset(joined)


_ENOUGH_SOFT_ENDS = 3
"""Line ends of the other kind that a text has at least, to be judged by them."""


def softly_parted(text: str, lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the `lines` of a text that go on with the line above, since it ends in CRLF and paragraphs in LF.

    Extractors that end each paragraph in LF keep the line ends that a page's file has within its paragraphs.
    """
    ends = _ENDS.findall(text) if text.count("\n") > text.count("\r\n") >= _ENOUGH_SOFT_ENDS else []
    soft = [number for number, end in enumerate(ends, 1) if end == "\r\n" and number < len(lines)]
    joined: set[int] = set()
    for run in _following(number for number in soft if lines[number].strip() and lines[number - 1].strip()):
        # Verses and addresses have a line end of the page's own behind each line.
        if _go_on(lines[run.start - 1 : run.stop]):
            joined.update(run)
    broken = sum(not ends_sentence(lines[number - 1].rstrip()) for number in soft)
    return frozenset(joined) if 2 * broken > len(soft) else frozenset()


_ENDS = re.compile(r"\r\n|\r|\n")


def _following(numbers: Iterable[int]) -> Iterator[range]:
    """The stretches of numbers that follow one another."""
    for _, group in groupby(enumerate(numbers), key=lambda entry: entry[1] - entry[0]):
        run = [number for _, number in group]
        yield range(run[0], run[-1] + 1)


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
        return _but_for_stanzas([whole] * len(clean), clean)
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


_FEWEST_VERSES = 3


def _but_for_stanzas(widths: list[int], clean: Sequence[str]) -> list[int]:
    """The same without those of verses: lines parted from the rest, each with a capital and none of them filled."""
    for has_text, run in _runs(clean):
        lines = clean[run.start : run.stop]
        verses = has_text and len(lines) >= _FEWEST_VERSES and all(line[0].isupper() for line in lines)
        if verses and all(has_room(line, below, 0.9 * widths[run.start]) for line, below in pairwise(lines)):
            widths[run.start : run.stop] = [0] * len(lines)
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
    below = [other for line, other in pairwise(lines) if line and other and not ends_sentence(line)]
    return 2 * sum(other.lstrip()[0].isupper() for other in below) <= len(below)


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
    broken = sum(not ends_sentence(line) for line in run[:-1])
    return width if filled >= 0.8 * (len(run) - 1) and broken >= 0.5 * (len(run) - 1) else 0


_NARROWEST = 50
"""Characters. The lines of poems are shorter."""


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text[-LONGEST_END:]) is not None


def begins_its_own(line: str) -> bool:
    """Whether a line cannot go on with a paragraph: an item of a list, or the mark between two sections."""
    return bool(BULLET.match(line) or NUMBER.match(line) or SECTION_BREAK.fullmatch(line))


def _is_filled(line: str, below: str, width: int) -> bool:
    return len(line) <= width and not has_room(line, below, width)


def has_room(line: str, below: str, width: float) -> bool:
    """Whether the first word of the line below would have stood in the line too."""
    return len(line) + 1 + len(below.partition(" ")[0]) <= width


def wrapped_width(clean: Sequence[str]) -> int:
    """The width at which paragraphs were broken into lines, as in old e-mails and wire copy; 0 where they were not.

    They were where most lines that have a line right below them end without a full stop, and few are much longer than
    the rest. Such lines are filled, or the next ones begin small: what an extractor took out of lines left them ragged.
    """
    above = [text for text, below in pairwise(clean) if text and below]
    if len(above) < _ENOUGH_PAIRS:
        return 0
    widths = sorted(len(text) for text in clean if text)
    return next((width for part in _PARTS if (width := _wrapped_at(clean, len(above), widths, part))), 0)


_PARTS = (0.95, 0.8)
"""Of the lines that are no longer than the width: where an extractor joined the end of a paragraph to the beginning of
the next one, more are."""


def _wrapped_at(clean: Sequence[str], above: int, widths: Sequence[int], part: float) -> int:
    """The width below which this part of all lines stays, if paragraphs were broken at it; else 0."""
    width = widths[int((len(widths) - 1) * part)]
    if not 40 <= width <= _WIDEST:
        return 0
    # Paragraphs parted by single line ends have full stops there, and headlines are of all lengths.
    pairs = [(text, below) for text, below in pairwise(clean) if text and below and len(text) > 0.6 * width]
    broken = [(text, below) for text, below in pairs if not ends_sentence(text)]
    short = [(text, below) for text, below in broken if len(text) <= width]
    filled = sum(_is_filled(text, below, width) for text, below in short)
    small = sum(below[0].islower() for _, below in broken)
    is_broken = filled >= 0.6 * len(short) or small >= 0.7 * len(broken)
    return width if is_broken and len(broken) >= 0.5 * above else 0


def _continues(lines: Sequence[str], clean: Sequence[str], number: int, width: int) -> bool:
    """Whether, in hard-wrapped text, this line goes on with the sentence or paragraph of the line above."""
    here, above = lines[number], lines[number - 1]
    if begins_its_own(clean[number]):
        return False
    # A comment that nobody broke may stand below broken text: it ends a sentence, or is longer than joined lines are.
    long = max(len(clean[number - 1]), len(clean[number]))
    if long > 3 * width or (len(clean[number - 1]) > 1.2 * width and ends_sentence(clean[number - 1])):
        return False
    # Indentation begins a paragraph where no blank line does.
    if _indent(here) > _indent(above) + 1 and not BULLET.match(clean[number - 1]):
        return False
    # A line well short of the width ends its paragraph, and so does a scrap such as a byline; and a sentence's end with
    # ample room for the first word of the line below.
    text = clean[number - 1]
    return len(text) > 0.6 * width and not (ends_sentence(text) and has_room(text, clean[number], 0.9 * width))


_ENOUGH_HANGING = 5
"""Lines that are indented below another one, to be judged."""


def _hanging(lines: Sequence[str], clean: Sequence[str]) -> frozenset[int]:
    """The numbers of lines that go on with those above since they are indented below them.

    So the paragraphs of a page look whose file breaks and indents their lines, where an extractor took no heed of it.
    The line above a paragraph's first one would mostly end a sentence; a list's items are short, with capitals.
    """
    if sum(line[:2].isspace() for line in lines) < _ENOUGH_HANGING:
        return frozenset()
    texts = [number for number, text in enumerate(clean) if text]
    least = min((_indent(lines[number]) for number in texts), default=0)
    marked = {number for number in texts if begins_its_own(clean[number])}
    below = [number for number in texts if number and clean[number - 1] and number not in marked]
    unmarked = [number for number in below if number - 1 not in marked]
    deeper = [number for number in unmarked if _indent(lines[number]) > _indent(lines[number - 1]) + 1]
    if len(deeper) < _ENOUGH_HANGING:
        return frozenset()
    going_on = sum(not ends_sentence(clean[number - 1]) for number in deeper)
    small = sum(clean[number][0].islower() for number in deeper)
    broad = sum(len(clean[number - 1]) >= _NARROWEST for number in deeper)
    if going_on < 0.8 * len(deeper) or small < 0.5 * len(deeper) or broad < 0.3 * len(deeper):
        return frozenset()
    return frozenset(number for number in below if _indent(lines[number]) > least + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
