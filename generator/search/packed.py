"""Numbers and sorted words as text that a script can hand over, short after compression.

A number is written in digits of base 46, the lowest first; each digit has two signs, one where further digits follow
and one where it is the last. So small numbers are one sign each, and a compressor that counts signs sees how often each
stands there, which it would not in base64 of bytes. The signs are those of ASCII that need no escape in a string of
JavaScript. client/packed.js is the twin.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

BASE = 46

SIGNS = bytes(code for code in range(0x20, 0x7F) if chr(code) not in '"\\<')
"""92 signs: the first 46 are last digits, the others have digits after them."""


def packed(numbers: Iterable[int]) -> str:
    """Numbers, 0 or more, one after the other."""
    import numpy as np

    return packed_numbers(np.fromiter(numbers, np.int64))[0].decode()


def packed_numbers(numbers: Numbers) -> tuple[bytes, Numbers]:
    """The same of an array, and how many signs each number takes."""
    import numpy as np

    signs = np.frombuffer(SIGNS, np.uint8)
    if not numbers.size:
        return b"", np.zeros(0, np.int64)
    sizes = np.ones(numbers.size, np.int64)
    rest = numbers // BASE
    while rest.any():
        sizes += rest > 0
        rest //= BASE
    starts = np.cumsum(sizes) - sizes
    written = np.empty(int(starts[-1] + sizes[-1]), np.uint8)
    at, left, ahead = starts, numbers, sizes
    while at.size:
        written[at] = signs[left % BASE + BASE * (ahead > 1)]
        more = ahead > 1
        at, left, ahead = at[more] + 1, left[more] // BASE, ahead[more] - 1
    return written.tobytes(), sizes


def packed_words(words: Iterable[str]) -> str:
    """Words without spaces: of each, how many of its first characters it has from the one before it, and the rest.

    Characters count as JavaScript counts them, in UTF-16 units.
    """
    parts, before = [], ""
    for word in words:
        same = _shared(before, word)
        parts.append(f"{packed_number(_units(word[:same]))}{word[same:]} ")
        before = word
    return "".join(parts)


def packed_number(number: int) -> str:
    """One number, 0 or more."""
    more, digit = divmod(number, BASE)
    return chr(SIGNS[digit]) if not more else chr(SIGNS[BASE + digit]) + packed_number(more)


def _shared(first: str, second: str) -> int:
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
