"""Finds how far the lines of front matter reach that nothing ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GOES_ON = re.compile(r"[ \t]+\S|-\s")
_NAME = re.compile(r"[^\s:=]+\s*[:=]")
"""A name of one word: with a space in it, what stands before a colon is more likely a sentence's beginning."""


def key_lines(lines: Sequence[str], key: re.Pattern[str]) -> int:
    """How many of the first lines are keys, as `key` finds them, and what goes on below them; up to a blank line."""
    if not lines or not _begins_key(lines[0], key):
        return 0
    return next(
        (at for at, line in enumerate(lines) if not _begins_key(line, key) and not _GOES_ON.match(line)), len(lines)
    )


def _begins_key(line: str, key: re.Pattern[str]) -> bool:
    return key.match(line) is not None and _NAME.match(line) is not None
