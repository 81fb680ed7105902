"""Rules for what the software of blogs, comments and forums writes into its pages, the same on millions of sites.

Such a line is known word by word, in all languages that the software speaks: a sentence of an article has other words
besides. The phrases stand in a file of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, Shape, fold
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.hints import DIGIT, hint
from generator.ingest.rules.lists import announced

_FILE = Path(__file__).with_name("software_phrases.txt")
_NUMBERS = re.compile(r"\d+(?: \d+)*")
_DIGIT = re.compile(r"\d")
_QUOTES = '"“„«‘「『'
_STOPS = tuple(".!?。…।")
_UNSURE = "~"
"""Before a phrase that an article may have, too."""
_MOST_WORDS = 45
_AS_WRITTEN = frozenset({Shape.CODE, Shape.QUOTATION, Shape.ROW})


def _lines() -> Iterator[tuple[str, str]]:
    """The phrases of the file as they stand there, with their sections."""
    section = ""
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield line, section


def _openings() -> Iterator[str]:
    """With what a text begins that may be a phrase, as `hint` has it."""
    for line, _ in _lines():
        begun = _NO_WORD.sub("", line.replace("’", "'").replace("İ", "i"))
        yield DIGIT if begun[0].isdecimal() else begun
        yield begun.replace("'", "’")


_NO_WORD = re.compile(r"^\W+")
_HINT = hint(openings=_openings())


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[str, str]]:
    """Of each phrase, folded, the section of the file in which it stands, and the sign in which it ends.

    It is another sign where the phrase is unsure.
    """
    return {
        _key(fold(line)): (section, _UNSURE if line.startswith(_UNSURE) else line[-1]) for line, section in _lines()
    }


def _key(folded: str) -> str:
    return _NUMBERS.sub("0", folded) if _DIGIT.search(folded) else folded


def said_by_software(block: Block) -> str:
    """The section of the phrase that a line is; empty where it is none, or quotes it, or makes it a sentence."""
    if not block.hints & _HINT or block.words > _MOST_WORDS or block.shape in _AS_WRITTEN:
        return ""
    section, end = _phrases().get(_key(block.folded), ("", ""))
    if not section or (block.text[0] in _QUOTES and block.text[1:2].isalnum()):
        return ""
    return section if end in _STOPS or not _is_sentence(block.text) else ""


def _is_sentence(text: str) -> bool:
    return text.endswith(_STOPS) and not text.endswith(("...", "…"))


def heads_comments_by_software(block: Block) -> bool:
    """Whether a line is what the software has above comments or the form for them; a single word may head anything."""
    return said_by_software(block) == "comments" and _is_plain(block)


def _said(blocks: Sequence[Block]) -> Sequence[tuple[Block, str]]:
    """The lines with their sections. A word that may head anything (`Next`) is one only in a row with others."""
    found: list[tuple[Block, str]] = []
    told = [(block, said_by_software(block)) for block in blocks]
    for is_said, group in groupby(told, key=lambda entry: bool(entry[1])):
        run = list(group) if is_said else []
        if any(_is_plain(block) for block, _ in run):
            found += run
    return found


def _is_plain(block: Block) -> bool:
    """Whether no article has this line: more than a word, or a long one, or the mark behind it is the software's."""
    end = _phrases()[_key(block.folded)][1]
    if end == _UNSURE:
        return False
    if block.words > 1 or len(block.folded) >= _LONG_WORD:
        return True
    return block.text[-1] in _MARKS and end in _MARKS


_LONG_WORD = 14
"""Letters."""
_MARKS = ":：.…"


def phrases(reading: Reading) -> Iterator[Finding]:
    """All such lines, but for those in a list that the text announces."""
    if not any(map(said_by_software, reading.open())):
        return
    said = [(block, section) for block, section in _said(reading.blocks) if block.index not in reading.found]
    of_the_text = announced(reading, _is_said)
    for block, section in said:
        if block.index not in of_the_text:
            yield set_aside(block, _ROLES[section])


def _is_said(block: Block) -> bool:
    return bool(said_by_software(block))


_ROLES = {
    "comments": Role.COMMENT,
    "form": Role.COMMENT,
    "sharing": Role.SHARING,
    "navigation": Role.NAVIGATION,
    "subscription": Role.NOTICE,
    "page": Role.NOTICE,
}
"""Of the sections of the file."""
