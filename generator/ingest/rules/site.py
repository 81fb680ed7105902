"""Rules that an archive's settings add: lines that they keep or set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, kept, set_aside


def site_keep(reading: Reading) -> Iterator[Finding]:
    """Lines that site.yaml keeps."""
    for block in _matching(reading, reading.settings.keep):
        yield kept(block, Role.LIST if block.bullet else Role.BODY)


def site_set_aside(reading: Reading) -> Iterator[Finding]:
    """Lines that site.yaml sets aside."""
    for block in _matching(reading, reading.settings.set_aside):
        yield set_aside(block, Role.RESIDUE)


def _matching(reading: Reading, patterns: Sequence[re.Pattern[str]]) -> Iterator[Block]:
    for block in reading.open() if patterns else ():
        text = block.full_text.casefold()
        if any(pattern.fullmatch(text) or pattern.fullmatch(block.text.casefold()) for pattern in patterns):
            yield block
