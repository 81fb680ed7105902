"""Rules for the title and the summary (dek) under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block, fold
from generator.ingest.buttons import are_button_words
from generator.ingest.findings import Finding, Reading, lifted, set_aside
from generator.ingest.rules.details import is_details
from generator.ingest.rules.headline import (
    Head,
    goes_on,
    is_paragraph,
    overlap,
    read_head,
    stems_of,
    weigh,
)
from generator.ingest.rules.heads_below import densest_head, late_heads
from generator.ingest.rules.names import bare_name

_SUFFIX = re.compile(r"^(?P<rest>.*\S)(?P<bar>\s+[|–—-]\s+|\s*\|\s*)(?P<name>[^|–—]{2,60})$")
_PREFIX = re.compile(r"^(?P<name>[^|:–—]{2,60}?)(?P<bar>\s*[|:]\s*|\s+[–—-]\s+)(?P<rest>.+)$")
_BAR = re.compile("[|:–—-]")
"""One of which both need."""
_LONGEST_TITLE_WORDS = 80
"""Of a first line without a full stop, where nothing else can be the title."""
_SHORT_TITLE = 8
"""Words that a title may have that ends in a full stop."""


def title(reading: Reading) -> Iterator[Finding]:
    """The line above the text for which most speaks: its words in the text, its place, its standing twice."""
    chosen, publication = _choose(reading)
    if chosen is None:
        return
    words = chosen.text
    if not publication:
        words, publication = _without_suffix(chosen, reading)
    words = _ADDRESS.sub("", words) or words
    # What stands behind a bar may as well be a button, or a section's or a gallery's name.
    is_named = publication and ":" not in publication and not are_button_words(publication)
    is_named = is_named and not _SECTION.match(publication)
    values = {"publication": publication} if is_named else {}
    yield lifted(chosen, Role.TITLE, title=words, **values)
    above = reading.blocks[chosen.index - 1] if chosen.index else None
    if above and above.index not in reading.found and _is_path(above, chosen):
        yield set_aside(above, Role.NAVIGATION)


_SECTION = re.compile(r"(?:letters|opinion|editorial|comment|leserbriefe?|courrier des|cartas|lettere|письма)\b", re.I)
"""Parts of a paper that stand before a title as its name does."""
_ADDRESS = re.compile(r"\s*https?://\S+$")


def _choose(reading: Reading) -> tuple[Block | None, str]:
    """The title's block, and the publication's name where another line shows it beside the same title.

    It stands above the source's first paragraph, or above the one from which on the text is densest.
    """
    head, dense = read_head(reading), densest_head(reading)
    chosen, publication = _choose_above(head, reading)
    if dense is None or not dense.lines:
        return chosen, publication
    other, its_publication = _choose_above(dense, reading)
    weight = weigh(chosen, head, reading) if chosen and chosen in head.lines else 0.0
    if other and other in dense.lines and weigh(other, dense, reading) > weight + 2 * _LATE:
        return other, its_publication
    return chosen, publication


def _choose_above(head: Head, reading: Reading) -> tuple[Block | None, str]:
    if not head.stems:
        # A poem or a list: what stands in it twice may be a refrain.
        first = next(iter(head.lines), None) or _long_title(reading)
        return first, next((name for twice, name in _standing_twice(head.lines) if twice is first), "")
    if head.lines:
        twice, publication = _likeliest_twice(head, reading)
        if twice and (overlap(twice, head.stems) or not head.taken_up):
            return twice, publication
        again = _again_below(head, reading)
        if again:
            return again, ""
        path = _behind_path(head)
        if path:
            return path, ""
    best, weight = _heaviest(head, reading)
    for late in late_heads(reading):
        other, its_weight = _heaviest(late, reading)
        if other and its_weight > weight + _LATE:
            return other, ""
    return (best or _long_title(reading), "") if best or not head.lines else (None, "")


def _likeliest_twice(head: Head, reading: Reading) -> tuple[Block | None, str]:
    """The likeliest of the lines that stand twice, where no other line is far likelier, and the publication beside it.

    A slogan, a button and a teaser stand twice as often as a title.
    """
    found = list(_standing_twice(head.lines))
    if not found:
        return None, ""
    weights = {block.index: weigh(block, head, reading) for block in head.lines}
    best = max((block for block, _ in found), key=lambda block: weights[block.index])
    first, publication = next(entry for entry in found if entry[0].folded == best.folded)
    unlikely = weights[best.index] < max(weights.values()) - _TWICE
    return (None, "") if unlikely or _is_name_below_title(first, head) else (first, publication)


def _is_name_below_title(block: Block, head: Head) -> bool:
    """Whether a line is a name alone, which a box on the author repeats, below one whose words the text takes up."""
    above = next((other for other in head.taken_up if other.index == block.index - 1), None)
    return above is not None and above.words >= _FEWEST_REPEATED and bare_name(block.text) != ""


def _again_below(head: Head, reading: Reading) -> Block | None:
    """The first line whose words the text takes up, where it stands again below, as the heading of buttons does.

    Only shorter lines stand above it: what else a page has at its top and at its foot is about the page.
    """
    first = next(iter(head.taken_up), None)
    if first is None or first.words < _FEWEST_REPEATED:
        return None
    if any(block.words >= _FEWEST_REPEATED for block in head.lines if block.index < first.index):
        return None
    alike = (block for block in reading.open(head.text) if block.words == first.words and not block.is_prose)
    return first if any(block.folded == first.folded for block in alike) else None


_FEWEST_REPEATED = 5
"""Words of a title that is known by standing again; sections and buttons, which stand everywhere, have fewer."""
_TWICE = 1.5
"""What speaks for a line by its standing twice above the text."""
_LATE = 0.5
"""What must speak for a title below a paragraph beyond what speaks for the best line above it."""


def _heaviest(head: Head, reading: Reading) -> tuple[Block | None, float]:
    """The line for which most speaks, and how much.

    A title seldom ends in a full stop: a sentence above the text is its first, unless a byline follows it.
    """
    lines = [block for block in head.lines if not block.text.endswith((".", *_GOES_ON))] or head.lines
    weights = {block.index: weigh(block, head, reading) for block in lines}
    best = max(lines, key=lambda block: (weights[block.index], -block.index), default=None)
    is_sentence = best is not None and (best.ends_in_stop or _NO_TITLE.search(best.text) is not None)
    if best is None or (is_sentence and _is_of_the_text(best, head, reading)):
        return None, 0.0
    return best, weights[best.index]


_NO_TITLE = re.compile(r"[?!][\"”»’]\s*$|:\s*$")
"""How somebody's words end in a sentence of a text, and a line that says what follows."""
_GOES_ON = (",", ";")
"""How a line ends of which the rest stands below it."""


def _is_of_the_text(sentence: Block, head: Head, reading: Reading) -> bool:
    """Whether a sentence is more likely the text's than its title: too long, or below others."""
    if any(other.is_prose for other in reading.open(0, sentence.index)):
        return True
    return sentence.words > _SHORT_TITLE and sentence.index + 1 not in head.details


def _long_title(reading: Reading) -> Block | None:
    """A first line too long for a title but without a full stop, above paragraphs that have theirs."""
    first = next(reading.open(), None)
    if first is None or not first.is_prose or first.ends_sentence or first.line_count > 1 or is_paragraph(first):
        return None
    if first.words > _LONGEST_TITLE_WORDS:
        return None
    return (
        first if any(other.is_strong_prose and other.ends_sentence for other in reading.open(first.index + 1)) else None
    )


def _standing_twice(lines: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The blocks that stand in the head twice, perhaps once with the publication's name, and that name."""
    count = Counter(block.folded for block in lines)
    names = {fold(rest): name for block in reversed(lines) for rest, name in parted_titles(block.text)}
    for block in lines:
        if block.words < 2 or len(block.folded) < 8:
            continue
        if count[block.folded] > 1:
            yield block, ""
        elif block.folded in names:
            yield block, names[block.folded]


def _behind_path(head: Head) -> Block | None:
    """The line that stands again behind the path to the page: `Home / Lamps / The title`, then `The title`.

    Between the two may stand a kicker, and an extractor may have glued the path together: then the line must be longer
    than the label of a field.
    """
    for place, block in enumerate(head.lines):
        paths = [_path(above, block) for above in head.lines[max(place - _PATH_ABOVE, 0) : place]]
        if block.words < _FEWEST_BEHIND_PATH or not any(paths):
            continue
        if block.words >= _FEWEST_REPEATED or (paths[-1].endswith(" ") and overlap(block, head.stems)):
            return block
    return None


_PATH_ABOVE, _FEWEST_BEHIND_PATH = 4, 3
"""Lines, and words."""


def _is_path(above: Block, block: Block) -> bool:
    return _path(above, block).endswith(" ")


def _path(above: Block, block: Block) -> str:
    """What stands before a line where it stands again at another one's end; empty where it does not."""
    path = above.folded.removesuffix(block.folded)
    return path if path != above.folded and len(path.split()) <= _LONGEST_PATH else ""


_LONGEST_PATH = 8
"""Words."""


def parted_titles(text: str) -> Iterator[tuple[str, str]]:
    """Title and name in `Title | Name`, `Title - Name` and `Name: Title`, as far as the text can be read so."""
    for pattern in (_SUFFIX, _PREFIX) if len(text) < 1000 and _BAR.search(text) else ():
        match = pattern.search(text)
        if match:
            yield match["rest"].strip(), match["name"].strip()


def _without_suffix(block: Block, reading: Reading) -> tuple[str, str]:
    """The title and the publication in `Title | Publication`.

    A hyphen or dash also parts titles, so there the name must be confirmed by standing elsewhere in the page's
    furniture.
    """
    match = _SUFFIX.search(block.text)
    if match is None or len(match["name"].split()) > 6 or not match["rest"].strip():
        return block.text, ""
    name = fold(match["name"])
    furniture = (other.folded for other in reading.blocks if other.index != block.index and not other.is_strong_prose)
    if "|" in match["bar"] or any(name in other and block.folded not in other for other in furniture):
        return match["rest"].strip(), match["name"].strip()
    return block.text, ""


def dek(reading: Reading) -> Iterator[Finding]:
    """The summary between the title and the text.

    It is one sentence above the byline or date, a line without a full stop right under the title, or, below buttons
    and the like, a sentence that was cut off. It stays in the text, which nothing else may say again, unless it was
    cut off.
    """
    title = reading.first(Role.TITLE)
    start = title.index + 1 if title else 0
    block = next(reading.open(start), None)
    if block is None or not 4 <= block.words <= 60 or block.listed:
        return
    first = next((other for other in reading.open(block.index + 1) if other.is_prose), None)
    if first is None:
        return
    between = [reading.finding(index) for index in range(block.index + 1, first.index)]
    byline_below = any(finding and finding.role in (Role.BYLINE, Role.DATE, Role.UPDATED) for finding in between)
    # The headline's second copy is as good as its first.
    copies = (index for index in range(start, block.index) if reading.found[index][1] == "repeated-title")
    apart = any(reading.finding(index) for index in range(max(copies, default=start - 1) + 1, block.index))
    is_between = byline_below and block.words >= _MANY_WORDS_BETWEEN and title is not None and block.index == start
    if not _can_be_dek(block, reading, is_between):
        return
    cut_off = apart and block.words >= 8 and block.text.endswith(("...", "…")) and first.index == block.index + 1
    if cut_off:
        yield lifted(block, Role.DEK, summary=block.text)
    elif byline_below or (not block.ends_sentence and not apart):
        yield Finding(block.index, Role.DEK, Fate.KEPT, {"summary": block.text})


def _can_be_dek(block: Block, reading: Reading, is_between: bool) -> bool:
    """Whether a line can be a summary: it has more than names and labels, and the text takes up some of its words.

    What `is_between` the title and a byline is none of the text's, and need not.
    """
    if block.text[0].islower() or LABELS.search(block.text) or goes_on(block, reading):
        return False
    if is_details(block.full_text, reading.numeric_dates, reading.language):
        return False
    cased = [word for word in block.text.split() if word[0].isalpha() and word[0].lower() != word[0].upper()]
    if cased and (block.words <= _FEW_WORDS or block.text.isupper()) and not any(word[0].islower() for word in cased):
        return False
    prose = (other for other in reading.open(block.index + 1) if other.is_prose)
    return block.words > _MANY_WORDS or is_between or overlap(block, stems_of(prose)) >= _TAKEN_UP


_FEW_WORDS, _MANY_WORDS, _TAKEN_UP = 6, 20, 0.2
_MANY_WORDS_BETWEEN = 8
LABELS = re.compile(
    r"\s\|\s|^\W*\[.*\]\W*$|^\W*(?:article from|from|source|quelle|fuente|location|posted|published|reprints?)\s*:|"
    r"^\W*(?:by|guest post by|posted by)\s|:\s+\W*$",
    re.IGNORECASE,
)
"""Labels, bars and brackets, which belong to the page and stand in no dek."""
