"""Collections of made-up sources for the tests: papers with their furniture around texts nobody wrote."""

from __future__ import annotations

import random
from collections.abc import Sequence

SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu ra re ri ro ru".split()


def sentence(chance: random.Random, words: int) -> str:
    """A sentence of words that mean nothing."""
    made = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(words)]
    return " ".join(made).capitalize() + "."


def paragraphs(seed: int, number: int = 6) -> list[str]:
    """Paragraphs of 30 to 60 words, other ones for each seed."""
    chance = random.Random(seed)
    return [sentence(chance, chance.randint(30, 60)) for _ in range(number)]


def headline(seed: int) -> str:
    return sentence(random.Random(-seed - 1), 6).removesuffix(".")


def source(seed: int, *, above: Sequence[str] = (), below: Sequence[str] = (), inside: Sequence[str] = ()) -> list[str]:
    """The lines of a source: a headline and six paragraphs, and lines around them and after the third paragraph."""
    text = paragraphs(seed)
    return [*above, headline(seed), *text[:3], *inside, *text[3:], *below]
