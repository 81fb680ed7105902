"""Finds the capitalised sequences in an article's text that may be names, with what stands beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.readable_copy import normalised_line
from generator.archive.suggest.vocabulary import (
    BODIES,
    LINKS,
    NEVER,
    OFFICES,
    PAPERS,
    PARTICLES,
    SECOND_PARTICLES,
    TITLES,
)

_LETTERS = r"[^\W\d_]"
_WORD = re.compile(
    rf"""
    (?:{_LETTERS}\.)+{_LETTERS}?(?!{_LETTERS})      # U.S., J.
    | {_LETTERS}+(?:['-]{_LETTERS}+)*               # O'Neill, al-Assad, Jean-Pierre
    | \d[\d.,]*
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Adm|St|Jr|Sr)")
"""Words whose full stop ends no sentence."""
_PREFIXED = re.compile(r"(?:[a-zà-ÿ]{1,3}['-])+[^\W\d_a-zà-ÿ]")
_SENTENCE_ENDS = re.compile(r"[.!?…:;(\[]|[\"“”„«»‚]|[—–]\s*$")
_HEADING = 0.6
"""The part of capitalised words from which a block is a heading, where no language capitalises all nouns."""
_FEWEST_WORDS = 4
"""Of a block that may count as a heading."""
_LONGEST = 7
"""Words of one name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a block."""

    text: str
    start: int
    end: int
    capital: bool
    opens: bool
    """Whether a sentence, a quotation or a part after a colon begins with it."""
    joined: bool
    """Whether a single blank stands between it and the word before."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Capitalised words that stand together, with particles among them."""

    words: tuple[str, ...]
    opens: bool
    """Whether it opens a sentence, so that its first word's capital shows nothing."""
    before: str
    """The word before, as written; empty where a sentence begins or a sign stands between."""
    after: str
    start: int
    """Where it begins in its block."""


def blocks_of(text: str) -> Iterator[str]:
    """The blocks of an article's text, typographic signs made plain, without those that are in capitals."""
    for line in text.split("\n"):
        block = normalised_line(line)
        letters = sum(map(str.isalpha, block))
        if letters and sum(map(str.isupper, block)) * 2 < letters:
            yield block


def words_of(block: str) -> list[Word]:
    """The words and numbers of a block."""
    words: list[Word] = []
    end = 0
    for found in _WORD.finditer(block):
        text = found[0]
        between = block[end : found.start()]
        opens = not words or (_SENTENCE_ENDS.search(between) is not None and not _is_short(words[-1].text, between))
        stop = found.end()
        if _ABBREVIATED.fullmatch(text) and block[stop : stop + 1] == ".":
            text, stop = text + ".", stop + 1
        if text.endswith("'s"):
            text, stop = text[:-2], stop - 2
        words.append(Word(text, found.start(), stop, _has_capital(text), opens, between == " "))
        end = stop
    return words


def _is_short(word: str, between: str) -> bool:
    """Whether a full stop after `word` is that of an initial or an abbreviation."""
    return word.endswith(".") and not between.strip()


def _has_capital(word: str) -> bool:
    if word.startswith("I'"):
        return False
    parts = word.split("-")
    # "US-led" and "Soviet-style" are no names; "al-Assad" and "d'Estaing" begin with a particle.
    if len(parts) > 1 and parts[-1].islower():
        return False
    return word[0].isupper() or _PREFIXED.match(word) is not None


def is_heading(block: str, words: list[Word]) -> bool:
    """Whether so many words of what is no sentence are capitalised that a capital shows nothing."""
    capitals = sum(word.capital for word in words)
    return (
        not block.endswith((".", "!", "?", '"', "”", ":"))
        and len(words) >= _FEWEST_WORDS
        and capitals >= _HEADING * len(words)
    )


def sequences_in(words: list[Word]) -> Iterator[Sequence]:
    """The capitalised sequences of a block, from left to right, without overlap."""
    position = 0
    while position < len(words):
        if not words[position].capital or words[position].text in NEVER:
            position += 1
            continue
        end = _end_of_sequence(words, position)
        first = words[position]
        before = words[position - 1].text if position and first.joined and not first.opens else ""
        after = words[end].text if end < len(words) and words[end].joined and not words[end].opens else ""
        texts = tuple(word.text for word in words[position:end])
        yield Sequence(texts, first.opens, before, after, first.start)
        position = end


def _end_of_sequence(words: list[Word], start: int) -> int:
    """The position after the last word of the sequence that begins at `start`."""
    end = start + 1
    position = end
    has_body = words[start].text.lower() in BODIES | PAPERS
    while (
        position < len(words) and position - start < _LONGEST and words[position].joined and not words[position].opens
    ):
        word = words[position]
        if word.capital and word.text not in NEVER:
            end = position + 1
            has_body = has_body or word.text.lower() in BODIES | PAPERS
        elif word.capital or not _may_join(words, position, has_body):
            break
        position += 1
    return end


def _may_join(words: list[Word], position: int, has_body: bool) -> bool:
    """Whether a word in lower case may stand within a name, or between a title and a name."""
    word, before = words[position].text, words[position - 1].text
    if word in PARTICLES or (word in SECOND_PARTICLES and before in PARTICLES) or (has_body and word in LINKS):
        return True
    after = words[position + 1].text if position + 1 < len(words) else ""
    return word == "of" and before.lower() in TITLES and after.lower() in OFFICES
