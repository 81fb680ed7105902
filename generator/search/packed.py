"""Numbers and sorted words as text that a script can hand over, short after compression.

A number is written in digits of base 46, the lowest first; each digit has two signs, one where further digits follow
and one where it is the last. So small numbers are one sign each, and a compressor that counts signs sees how often each
stands there, which it would not in base64 of bytes. The signs are those of ASCII that need no escape in a string of
JavaScript. Numbers that are seldom small are split: their lowest digits, of base 92, are a text of one sign each, which
to a compressor is noise, and what is left of them is another. client/packed.js is the twin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

BASE = 46

SIGNS = bytes(code for code in range(0x20, 0x7F) if chr(code) not in '"\\<')
"""92 signs: the first 46 are last digits, the others have digits after them."""

LOWEST = len(SIGNS)
"""The base of the lowest digits of numbers that are split."""

_BLOCK = 1 << 15
"""Numbers that are packed together."""

_SMALL = SIGNS[:BASE].decode()
"""Numbers of one digit."""
_DIGITS = [max(0, SIGNS.find(code)) for code in range(0x80)]


def packed(numbers: Iterable[int]) -> str:
    """Numbers, 0 or more, one after the other."""
    import numpy as np

    return packed_numbers(np.fromiter(numbers, np.int64))[0].decode()


def packed_numbers(numbers: Numbers) -> tuple[bytes, NDArray[np.uint8]]:
    """The same of an array, and how many signs each number takes."""
    import numpy as np

    # What is in work beside the numbers themselves stays small, and in the processor's own memory.
    written = [_packed_block(numbers[start : start + _BLOCK]) for start in range(0, numbers.size, _BLOCK)]
    return b"".join(text for text, _ in written), np.concatenate(
        [np.zeros(0, np.uint8), *(size for _, size in written)]
    )


def _packed_block(numbers: Numbers) -> tuple[bytes, NDArray[np.uint8]]:
    import numpy as np

    signs = np.frombuffer(SIGNS, np.uint8)
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
    return written.tobytes(), sizes.astype(np.uint8)


def split_numbers(numbers: Numbers) -> tuple[bytes, Numbers]:
    """The lowest digits of numbers, a sign each, and what is left of the numbers, in units of `LOWEST`."""
    import numpy as np

    high, low = np.divmod(numbers, LOWEST)
    return np.frombuffer(SIGNS, np.uint8)[low].tobytes(), high


def unpacked_numbers(text: str) -> tuple[Numbers, Numbers]:
    """The numbers of a packed text, and the position after each one's last sign."""
    import numpy as np

    digits = np.array(_DIGITS, np.uint8)[np.frombuffer(text.encode("ascii"), np.uint8)]
    ends = np.flatnonzero(digits < BASE) + 1
    if ends.size == digits.size:
        return digits.astype(np.int64), ends
    sizes = np.diff(ends, prepend=0)
    starts = ends - sizes
    weights = BASE ** (np.arange(digits.size) - np.repeat(starts, sizes))
    return np.add.reduceat(digits % BASE * weights, starts), ends


def unpacked_number(text: str) -> int:
    """One number."""
    number = 0
    for code in reversed(text.encode("ascii")):
        number = number * BASE + _DIGITS[code] % BASE
    return number


def packed_words(words: Iterable[str]) -> str:
    """Words without spaces: of each, how many of its first characters it has from the one before it, and the rest.

    Characters count as JavaScript counts them, in UTF-16 units.
    """
    return "".join(_packed_words(list(words), [0]))


def packed_lists(lists: Sequence[Sequence[str]]) -> list[str]:
    """The same of several lists of words, each by itself."""
    ends = [0, *accumulate(map(len, lists))]
    written = _packed_words(list(chain.from_iterable(lists)), ends)
    return ["".join(written[start:end]) for start, end in pairwise(ends)]


def _packed_words(several: list[str], firsts: Iterable[int]) -> list[str]:
    """What is written of each word; those at some positions have nothing from the one before them."""
    shared = _shared(several)
    # A list that is empty begins where the next one does, or behind all words.
    for first in firsts:
        shared[first : first + 1] = [0] * (first < len(several))
    if all(map(str.isascii, several)) and max(shared, default=0) < _COMPARED:
        return [f"{_SMALL[same]}{word[same:]} " for word, same in zip(several, shared, strict=True)]
    written = []
    for before, word, same in zip(("", *several), several, shared, strict=False):
        if same == _COMPARED:
            same += _same(before[same:], word[same:])
        written.append(f"{packed_number(_units(word[:same]))}{word[same:]} ")
    return written


def packed_number(number: int) -> str:
    """One number, 0 or more."""
    if number < BASE:
        return _SMALL[number]
    more, digit = divmod(number, BASE)
    return chr(SIGNS[BASE + digit]) + packed_number(more)


_COMPARED = 16
"""Characters of neighbouring words that are compared at once."""


def _shared(words: list[str]) -> list[int]:
    """Of each word how many of its first characters it has from the one before it, up to `_COMPARED`."""
    import numpy as np

    # A word's end is a character too, which no word has inside.
    letters = np.array([word[:_COMPARED] for word in words], f"U{_COMPARED}").view(np.uint32).reshape(-1, _COMPARED)
    differ = np.ones((len(words), _COMPARED + 1), bool)
    differ[1:, :_COMPARED] = letters[1:] != letters[:-1]
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    shared: list[int] = np.minimum(differ.argmax(axis=1), lengths).tolist()
    return shared


def _same(first: str, second: str) -> int:
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
