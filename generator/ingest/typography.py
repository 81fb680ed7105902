"""Mends the characters of a line of text without touching its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

# Other white space than a space, and more than one.
_ODD_SPACE = re.compile(r"[^\S ]\s*|[ ]\s+|[\u2000-\u200a\u202f\u205f\u3000]+")
# Zero-width space, word joiner, byte order mark inside text, soft hyphen and control characters carry no text.
# Joiners (U+200C, U+200D) and direction marks stay: Persian, Hindi and emoji need them.
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_MOJIBAKE = re.compile(r"[ÃÂâÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")
_TO_MEND = re.compile(
    r"[^\S ]|  |[\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]|``|‘‘|’’|" + _MOJIBAKE.pattern
)
_DOUBLED_QUOTES = ((re.compile(r"‘‘(?!‘)"), "“"), (re.compile(r"’’(?!’)"), "”"), (re.compile(r"``"), "“"))


def normalise(text: str) -> str:
    """The text of a line as an editor would type it.

    Mojibake is undone, white space of all kinds becomes single spaces, characters that do not show are dropped, and
    quotation marks made of two single ones become double ones. All other marks stay as the source has them.
    """
    # Other white space may be half of a letter that was coded twice.
    text = text.strip(" \t")
    if _is_plain(text):
        return text
    return _space(_mend(text, None), None)


def normalised(lines: Sequence[str]) -> list[str]:
    """All lines of a text as `normalise` has them."""
    # Most texts have nothing to mend, which is quickly told of all lines together.
    if _is_plain("".join(lines)):
        return [line.strip(" \t") for line in lines]
    return [normalise(line) for line in lines]


def normalise_marked(text: str) -> str:
    """A line of text with markup as `normalise` has it, but for white space and backquotes, which mean something."""
    return _mend(text, None, with_backquotes=False)


def count_mends(lines: Sequence[str], marked: bool = False) -> dict[str, int]:
    """How often `normalise` mends each kind of thing in the lines, by the kind's name, in the order of the names.

    With `marked`, how often `normalise_marked` does.
    """
    counts: Counter[str] = Counter()
    for line in () if _is_plain("".join(lines)) else lines:
        if _is_plain(line):
            continue
        text = _mend(line, counts, with_backquotes=not marked)
        if not marked:
            _space(text, counts)
    return {kind: counts[kind] for kind in sorted(counts) if counts[kind]}


def _is_plain(text: str) -> bool:
    """Whether there is nothing to mend, as in most lines: the quick way to tell it."""
    if not text.isprintable():
        return _TO_MEND.search(text) is None
    if "  " in text or "``" in text:
        return False
    if text.isascii():
        return True
    return not ("‘‘" in text or "’’" in text or (any(sign in text for sign in "ÃÂâÐÑ") and _MOJIBAKE.search(text)))


def _mend(text: str, counts: Counter[str] | None, with_backquotes: bool = True) -> str:
    if _MOJIBAKE.search(text):
        import ftfy

        mended = ftfy.fix_encoding(text)
        if counts is not None and mended != text:
            counts["mojibake"] += len(_MOJIBAKE.findall(text))
        text = mended
    text, invisible = _INVISIBLE.subn("", text)
    quotes = 0
    for pattern, mark in _DOUBLED_QUOTES if with_backquotes else _DOUBLED_QUOTES[:-1]:
        text, found = pattern.subn(mark, text)
        quotes += found
    if counts is not None:
        counts.update({"invisible": invisible, "quotation-marks": quotes})
    return text


def _space(text: str, counts: Counter[str] | None) -> str:
    text, spaces = _ODD_SPACE.subn(" ", text)
    if counts is not None:
        counts["white-space"] += spaces
    return text.strip()
