"""The citations that a page offers, ready to be copied."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.citations.apa import apa
from generator.render.citations.chicago import chicago_bibliography, chicago_note
from generator.render.citations.item import Item
from generator.render.citations.mla import mla
from generator.render.citations.runs import Runs, plain


@dataclass(frozen=True, slots=True)
class Citation:
    """One article cited in one style."""

    style: str
    """Its name among `STYLES`."""
    runs: Runs

    @property
    def text(self) -> str:
        """Without italics and links."""
        return plain(self.runs)


_WRITERS = {
    "chicago-bibliography": chicago_bibliography,
    "chicago-note": chicago_note,
    "mla": mla,
    "apa": apa,
}

STYLES = tuple(_WRITERS)
"""In the order in which they are shown."""


def citations(item: Item) -> tuple[Citation, ...]:
    """The article cited in each style. In English, as the styles are, whatever language the interface has."""
    return tuple(Citation(style, write(item)) for style, write in _WRITERS.items())
