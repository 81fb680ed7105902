"""Mends the characters of a line of text without touching its words."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
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
    if _MOJIBAKE.search(text):
        import ftfy

        text = ftfy.fix_encoding(text)
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
    for pattern, mark in _DOUBLED_QUOTES:
        text = pattern.sub(mark, text)
    return text
