"""How wide a name is, measured without its font: enough to keep names on a map from lying over each other."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("fijlrtI.,:;!|'’‘`()[]/\\-· ")
_WIDE = frozenset("mwMWЖМФШЩЮжмфшщюЫыæœÆŒ@%—")
_WIDTHS = {"Lu": 0.72, "Lt": 0.72, "Ll": 0.58, "Nd": 0.6, "Mn": 0.0, "Me": 0.0, "Cf": 0.0}
"""By Unicode's general category, in the size of the font: a little more than the sans-serif fonts of the theme take."""
_OTHER = 0.75


def text_width(text: str) -> float:
    """In em, rather too much than too little."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.4
    if character in _WIDE:
        return 0.95
    return _WIDTHS.get(unicodedata.category(character), _OTHER)
