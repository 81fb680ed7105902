"""What the forms of the catalogue have in common: something for each article, in their order, and what is around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.config import Config
from generator.render.exports.records import Entry


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the catalogue. All are written article by article, so that never more than one entry is there."""

    path: str
    of_article: Callable[[Entry, bool], str]
    """What is written of an article; told whether the file is to have the texts, where it can."""
    before: Callable[[Config], str] = lambda _: ""
    between: str = ""
    after: str = ""
