"""The rule for the captions of figures with numbers, as papers and magazines have them between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.headline import is_broken

_KIND = (
    r"(?:fig(?:ure|ura|uur|\.)?|abb(?:ildung|\.)|рис(?:унок|\.)|rys(?:unek|\.)|ryc(?:ina|\.)|obr(?:ázek|\.)|"
    r"ε[ιί]κόνα|şekil|图|図|圖|그림)"
)
# What goes on in small letters behind a full stop is a sentence of the text: `Fig. 2. and the next show …`.
_CAPTION = re.compile(rf"^\W*(?i:{_KIND})\s?\d{{1,3}}(?:[.-]\d{{1,2}})?[a-z]?\s*(?:[:：|]\s*\S|[.–—-]\s+[^\Wa-zа-яё])")
_LONGEST = 150
"""Words: the captions of papers tell much."""
_MOST = 0.5
"""The part of the prose that such captions may be: else they are the text."""
_LETTERS = "fFaAрРrRoOεΕşŞ图図圖그"
"""One of which begins such a line."""


def figure_caption(reading: Reading) -> Iterator[Finding]:
    """`Fig. 2 | …`, `Abb. 3: …`: a line of its own that begins with a figure's number, below the first paragraph.

    Of text that was broken into lines a caption may be one with the paragraph below it, and stays.
    """
    found = [
        block
        for block in reading.open(reading.body_start)
        if block.words <= _LONGEST and block.text[:1] in _LETTERS and _CAPTION.match(block.text)
    ]
    found = [block for block in found if block.line_count == 1 and not is_broken(block, reading)]
    words = sum(block.words for block in reading.open() if block.is_prose)
    if sum(block.words for block in found if block.is_prose) > _MOST * words:
        return
    for block in found:
        yield set_aside(block, Role.CAPTION)
