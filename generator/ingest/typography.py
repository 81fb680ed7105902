"""Mends the characters of a line of text without touching its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# Other white space than a space, and more than one.
_ODD_SPACE = re.compile(r"[^\S ]\s*|[ ]\s+|[\u2000-\u200a\u202f\u205f\u3000]+")
# Zero-width space, word joiner, byte order mark inside text, soft hyphen and control characters carry no text.
# Joiners (U+200C, U+200D) and direction marks stay: Persian, Hindi and emoji need them.
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_MOJIBAKE = re.compile(r"[ÃÂâÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")
_DOUBLED_QUOTES = ((re.compile(r"‘‘(?!‘)"), "“"), (re.compile(r"’’(?!’)"), "”"), (re.compile(r"``"), "“"))


def normalise(text: str) -> str:
    """The text of a line as an editor would type it.

    Mojibake is undone, white space of all kinds becomes single spaces, characters that do not show are dropped, and
    quotation marks made of two single ones become double ones. All other marks stay as the source has them.
    """
    return _mend(text, None)


def count_mends(lines: Iterable[str]) -> dict[str, int]:
    """How often `normalise` mends each kind of thing in the lines, by the kind's name, in the order of the names."""
    counts: Counter[str] = Counter()
    for line in lines:
        _mend(line, counts)
    return {kind: counts[kind] for kind in sorted(counts) if counts[kind]}


def _mend(text: str, counts: Counter[str] | None) -> str:
    if _MOJIBAKE.search(text):
        import ftfy

        mended = ftfy.fix_encoding(text)
        if counts is not None and mended != text:
            counts["mojibake"] += len(_MOJIBAKE.findall(text))
        text = mended
    text, invisible = _INVISIBLE.subn("", text)
    text, spaces = _ODD_SPACE.subn(" ", text)
    quotes = 0
    for pattern, mark in _DOUBLED_QUOTES:
        text, found = pattern.subn(mark, text)
        quotes += found
    if counts is not None:
        counts.update({"invisible": invisible, "white-space": spaces, "quotation-marks": quotes})
    return text.strip()
