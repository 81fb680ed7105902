"""What a line is like: the signs by which lines of a page and lines of an article can be weighed, whatever they say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Reading
from generator.ingest.rules.likeness_words import ENGLISH, OTHERS, Words

_STEPS: dict[str, tuple[float, ...]] = {
    "words": (4, 7, 11, 16, 25, 40, 70, 120),
    "length": (0.3, 0.6, 1, 1.6),
    "sentences": (2, 3, 5),
    "sentence-words": (9, 15, 22, 30),
    "capitals": (0.15, 0.3, 0.6),
    "digits": (0.01, 0.05, 0.15),
    "page-words": (0.01, 0.06, 0.15, 0.3),
    "title-words": (1, 2, 3),
    "known-words": (0.01, 0.15, 0.3, 0.45, 0.65),
    "lead-words": (0.01, 0.15, 0.3, 0.5),
    "words-above": (1, 40, 120, 300),
    "words-below": (1, 40, 120, 300),
    "part-above": (0.1, 0.25, 0.5, 0.75, 0.9),
    "furniture-above": (1, 4, 9),
    "furniture": (1, 3, 8, 20, 60),
    "furniture-part": (0.03, 0.1, 0.25, 0.5),
    "mean-words": (20, 35, 50, 75),
}
_NAMES = {name: tuple(f"{name} {step:g}+" for step in steps) for name, steps in _STEPS.items()}


_FIRST = itemgetter(0)
_ENGLISH_PART = 0.02
"""Of the words, that are `the` in an English text."""
_LONG_WORD = 5
"""Letters from which on a word tells what a text is about."""
_LEAD_WORDS = 300
_LEAD_PARAGRAPHS = 4
_NEAR = 15


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is known of the source as a whole."""

    words: Words
    lead: frozenset[str]
    title: frozenset[str]
    title_at: int
    mean: float
    total: int
    asides: Sequence[int]
    """For each block, how many above it were set aside."""
    comments: tuple[int, int]
    """The indexes of the first and the last block that rules took for readers' comments, or for a link to them."""
    says_i: bool
    """Whether the first paragraphs do."""
    says_you: bool
    aside_part: float
    """Of all words, that were set aside."""


def signs_of(reading: Reading) -> tuple[list[str], list[tuple[Block, list[str]]]]:
    """The signs of the source as a whole, and the open blocks in their order, each with the signs of its own."""
    blocks = list(reading.open())
    split = [block.folded.split() for block in blocks]
    topics = [frozenset([word for word in words if len(word) >= _LONG_WORD]) for words in split]
    whole = _whole(reading, blocks, split, topics)
    known: set[str] = set()
    above = 0
    found = []
    for block, words, topic in zip(blocks, split, topics, strict=True):
        signs: list[str] = []
        _add_shape(signs, block, len(words), whole)
        _add_words(signs, words, whole)
        _add_topic(signs, topic, known, whole)
        _add_place(signs, reading, block, above, whole)
        found.append((block, signs))
        known |= topic
        above += block.words
    return _signs_of_whole(whole), found


def _whole(
    reading: Reading, blocks: Sequence[Block], split: Sequence[list[str]], topics: Sequence[frozenset[str]]
) -> _Whole:
    asides = [0]
    aside_words = 0
    for block in reading.blocks:
        finding = reading.finding(block.index)
        is_aside = finding is not None and finding.fate is Fate.SET_ASIDE
        asides.append(asides[-1] + is_aside)
        aside_words += block.words if is_aside else 0
    total = sum(block.words for block in blocks)
    prose = [position for position, block in enumerate(blocks) if block.is_prose]
    mean = sum(blocks[position].words for position in prose) / len(prose) if prose else 20.0
    lead: set[str] = set()
    read = 0
    for position in prose:
        if read >= _LEAD_WORDS:
            break
        lead |= topics[position]
        read += blocks[position].words
    opening = [word for position in prose[:_LEAD_PARAGRAPHS] for word in split[position]]
    sample = opening or [word for words in split for word in words]
    english = sample.count("the") > _ENGLISH_PART * len(sample)
    words = ENGLISH if english else OTHERS
    title = reading.first(Role.TITLE)
    comments = [index for index, (finding, _) in reading.found.items() if finding.role is Role.COMMENT]
    says_i = not words.first_person.isdisjoint(opening)
    says_you = not words.second_person.isdisjoint(opening)
    return _Whole(
        words=words,
        lead=frozenset(lead),
        title=frozenset(word for word in title.folded.split() if len(word) >= _LONG_WORD) if title else frozenset(),
        title_at=title.index if title else -1,
        mean=mean,
        total=total,
        asides=asides,
        comments=(min(comments, default=len(reading.blocks)), max(comments, default=-1)),
        says_i=says_i,
        says_you=says_you,
        aside_part=aside_words / ((aside_words + total) or 1),
    )


def _signs_of_whole(whole: _Whole) -> list[str]:
    signs: list[str] = []
    _step(signs, "furniture", whole.asides[-1])
    _step(signs, "furniture-part", whole.aside_part)
    _step(signs, "mean-words", whole.mean)
    if whole.title_at < 0:
        signs.append("has no title")
    if whole.says_i:
        signs.append("its lead says I")
    return signs


def _step(signs: list[str], name: str, value: float) -> None:
    reached = bisect_right(_STEPS[name], value)
    if reached:
        signs.append(_NAMES[name][reached - 1])


_ENDS = {".": "ends .", "!": "ends !", "?": "ends ?", ":": "ends :", "…": "ends …"}


def _add_shape(signs: list[str], block: Block, count: int, whole: _Whole) -> None:
    """Length, ends and marks."""
    text = block.text
    _step(signs, "words", block.words)
    _step(signs, "length", block.words / whole.mean)
    sentences = max(text.count(". ") + text.count("? ") + text.count("! ") + block.ends_sentence, 1)
    _step(signs, "sentences", sentences)
    _step(signs, "sentence-words", block.words / sentences)
    last = "…" if text.endswith("...") else text[-1:]
    signs.append(_ENDS.get(last, "ends otherwise") if block.ends_sentence or last in _ENDS else "ends openly")
    first = text[:1]
    if first.islower():
        signs.append("opens small")
    elif first.isdigit():
        signs.append("opens with a digit")
    elif first in "\"“„«‘'":
        signs.append("opens with a quotation mark")
    if block.listed:
        signs.append("is listed")
    capitals = sum(map(str.isupper, map(_FIRST, text.split())))
    _step(signs, "capitals", (capitals - 1) / (count or 1))
    _step(signs, "digits", sum(map(text.count, "0123456789")) / (len(text) or 1))
    signs += [name for mark, name in _MARKS if mark in text]


_MARKS = (
    ("!", "has !"),
    ("?", "has ?"),
    ("“", "has a quotation"),
    ('"', "has a quotation in straight marks"),
    (", ", "has a comma"),
    ("http", "has an address"),
    ("www.", "has an address"),
    (".com", "has an address"),
    ("...", "has an ellipsis"),
    (" - ", "has a hyphen for a dash"),
)


def _add_words(signs: list[str], split: list[str], whole: _Whole) -> None:
    """Whose words they are: who speaks to whom, and of what."""
    words = whole.words
    there = set(split)
    first = split[0] if split else ""
    if not there.isdisjoint(words.first_person):
        signs.append("says I" if whole.says_i else "says I, unlike the lead")
        if first in words.first_person:
            signs.append("opens with I")
    if not there.isdisjoint(words.second_person):
        signs.append("says you" if whole.says_you else "says you, unlike the lead")
    if first in words.connectives:
        signs.append("opens by going on")
    if not words.thanks.isdisjoint(split[:4]):
        signs.append("opens with a greeting")
    if not there.isdisjoint(words.writing) and not there.isdisjoint(words.this):
        signs.append("speaks of the article")
    signs += [name for field, name in _LISTS if not there.isdisjoint(getattr(words, field))]
    _step(signs, "page-words", sum(map(words.page.__contains__, split)) / (len(split) or 1))


_LISTS = (
    ("we", "says we"),
    ("reports", "reports"),
    ("opinion", "has an opinion"),
    ("jobs", "names a writer's job"),
    ("spoken", "is spoken"),
    ("months", "names a month or a day"),
)


def _add_topic(signs: list[str], topic: frozenset[str], known: set[str], whole: _Whole) -> None:
    """What it shares with the title, the lead and all that stands above."""
    number = len(topic) or 1
    _step(signs, "title-words", len(topic & whole.title))
    _step(signs, "known-words", len(topic & known) / number)
    _step(signs, "lead-words", len(topic & whole.lead) / number)


def _add_place(signs: list[str], reading: Reading, block: Block, above: int, whole: _Whole) -> None:
    """Where it stands, and what rules found beside it."""
    index = block.index
    _step(signs, "words-above", above)
    _step(signs, "words-below", whole.total - above - block.words)
    _step(signs, "part-above", above / (whole.total or 1))
    _step(signs, "furniture-above", whole.asides[index] - whole.asides[max(index - _NEAR, 0)])
    if index < whole.title_at:
        signs.append("stands above the title")
    if whole.comments[0] < index:
        signs.append("stands below a line about comments")
    if index < whole.comments[1]:
        signs.append("stands above a line about comments")
    for side, beside in (("above", index - 1), ("below", index + 1)):
        if not 0 <= beside < len(reading.blocks):
            signs.append(f"nothing {side}")
        elif reading.blocks[beside].is_prose and beside not in reading.found:
            signs.append(f"a paragraph {side}")


def all_signs() -> frozenset[str]:
    """The names of all signs that there are."""
    stepped = {name for names in _NAMES.values() for name in names}
    listed = {name for _, name in (*_MARKS, *_LISTS)}
    return frozenset(stepped | listed | {*_ENDS.values(), *_SINGLE})


_SINGLE = (
    "has no title",
    "its lead says I",
    "ends otherwise",
    "ends openly",
    "opens small",
    "opens with a digit",
    "opens with a quotation mark",
    "is listed",
    "says I",
    "says I, unlike the lead",
    "opens with I",
    "says you",
    "says you, unlike the lead",
    "opens by going on",
    "opens with a greeting",
    "speaks of the article",
    "stands above the title",
    "stands below a line about comments",
    "stands above a line about comments",
    "nothing above",
    "nothing below",
    "a paragraph above",
    "a paragraph below",
)
