"""What a block is like in itself, in figures: length, ends and marks, and whose words it has."""

from __future__ import annotations

import re

from generator.ingest.blocks import Block, Shape
from generator.ingest.rules.likeness_words import CLASSES, Words

OWN = (
    "words",
    "letters a word",
    "sentences",
    "words a sentence",
    "capitals",
    "words in capitals",
    "digits",
    "commas",
    "brackets",
    "quotation marks",
    "curly marks",
    "straight marks",
    "exclamation marks",
    "question marks",
    "ellipses",
    "hyphens for dashes",
    "dashes",
    "addresses",
    "colons",
    "bars",
    "sentences that open small",
    "end",
    "is cut off",
    "ends in a stop",
    "ends a sentence",
    "is prose",
    "opening",
    "is listed",
    "has a bullet",
    "short words",
    "opens with I",
    "opens by going on",
    "opens with a greeting",
    "speaks of the article",
    "shape",
    "level",
    "links",
    *CLASSES,
    *(f"part of {name}" for name in CLASSES),
)
"""The names of a block's own figures, in their order."""

_ENDS = ".!?:…,;\"”'’)"
_QUOTES = "\"“„«‘'"
_SHAPES = tuple(Shape)
"""The trees know them by their number: they are to be fitted anew where a shape comes in before others."""
_DIGIT = re.compile("[0-9]")
_SHORT = 3
_BEHIND_STOP = re.compile(r"[.!?] (?=(.?))", re.DOTALL)
"""How the sentences of a block begin, but for the first."""
_GREETING = 4
"""Words among which a greeting or thanks stands."""
_WRITING = CLASSES.index("writing")


def own_figures(block: Block, words: Words) -> list[float]:
    """The figures that `OWN` names."""
    text, split = block.text, block.folded_words
    count = len(split) or 1
    letters = len(text) or 1
    marks = text.count
    openings = _BEHIND_STOP.findall(text)
    sentences = max(len(openings) + block.ends_sentence, 1)
    capital = [word for word in text.split() if word[0].isupper()]
    first = split[0] if split else ""
    curly = marks("’") + marks("“")
    straight = marks("'") + marks('"')
    of_class = words.count(split)
    return [
        block.words,
        letters / count,
        sentences,
        block.words / sentences,
        (len(capital) - 1) / count,
        len([word for word in capital if len(word) > 2 and word.isupper()]) / count,
        len(_DIGIT.findall(text)) / letters,
        marks(", ") / count,
        marks("("),
        marks('"') + marks("“") + marks("„") + marks("«"),
        100 * curly / letters,
        100 * straight / letters,
        marks("!"),
        marks("?"),
        marks("...") + marks("…"),
        marks(" - ") + marks("--"),
        marks("—") + marks("–"),
        marks("http") + marks("www.") + marks(".com"),
        marks(": "),
        marks("|") + marks("»") + marks("·"),
        sum(map(str.islower, openings)),
        _ENDS.find(text[-1:]) if text else -1,
        text.endswith(("...", "…")),
        block.ends_in_stop,
        block.ends_sentence,
        block.is_prose,
        _opening(text[:1]),
        block.listed,
        block.bullet,
        len([word for word in split if len(word) <= _SHORT]) / count,
        first in words.first_person,
        first in words.connectives,
        not words.thanks.isdisjoint(split[:_GREETING]),
        of_class[_WRITING] > 0 and not words.this.isdisjoint(split),
        _SHAPES.index(block.shape),
        block.level,
        block.linked,
        *of_class,
        *[number / count for number in of_class],
    ]


def _opening(first: str) -> int:
    if first.isalpha():
        return 0 if first.islower() else 1
    return 2 if first.isdigit() else 3 if first in _QUOTES else 4
