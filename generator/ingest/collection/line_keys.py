"""A source's lines as numbers, so that those of a hundred thousand sources fit into a small machine's memory."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from hashlib import blake2b
from typing import TypeAlias

Keys: TypeAlias = "array[int]"
"""A number of 64 bits for each line, in order: its length in 12, then 52 of a hash."""

_HASH_BITS = 52
_LONGEST = 4095
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_SHORTEST = 2


def line_keys(lines: Iterable[str]) -> Keys:
    """The keys of a source's lines. Case, white space and the values of numbers make no difference.

    So `Comments (12)` and `comments (3)` have one key. Lines without a letter, or of one sign, have none.
    """
    text = _NUMBER.sub("0", "\n".join(lines).casefold())
    keys = array("Q")
    for line in text.split("\n"):
        folded = " ".join(line.split())
        if len(folded) >= _SHORTEST and _LETTER.search(folded):
            digest = int.from_bytes(blake2b(folded.encode(errors="replace"), digest_size=8).digest(), "big")
            keys.append(min(len(folded), _LONGEST) << _HASH_BITS | digest >> 64 - _HASH_BITS)
    return keys


def length_of(key: int) -> int:
    """The line's length in characters; 4,095 for any longer one."""
    return key >> _HASH_BITS
