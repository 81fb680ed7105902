"""Makes values that can be written into an article's front matter, and read back, of what other formats can hold."""

from __future__ import annotations

import re
from datetime import date, time

_DEEPEST = 40
_MOST = 20_000
"""Values within one another; an anchor of YAML that stands for many can stand for more than memory holds."""
_LARGEST = 10**18
_SURROGATE = re.compile("[\ud800-\udfff]")


def settled(value: object) -> object:
    """The value in texts, whole numbers, truth values, lists and mappings with texts for keys.

    Dates are text as ISO 8601 has them. Raises ValueError where it is nested too deep or holds too much.
    """
    return _Copier().copy(value, 0)


class _Copier:
    def __init__(self) -> None:
        self._count = 0

    def copy(self, value: object, depth: int) -> object:
        self._count += 1
        if self._count > _MOST:
            raise ValueError(f"it holds more than {_MOST:,} values")
        if depth > _DEEPEST:
            raise ValueError(f"its lists and mappings are more than {_DEEPEST} deep")
        if isinstance(value, dict):
            return {_text(str(key)): self.copy(item, depth + 1) for key, item in value.items()}
        if isinstance(value, list):
            return [self.copy(item, depth + 1) for item in value]
        if isinstance(value, (date, time)):
            return value.isoformat()
        if isinstance(value, int) and abs(value) >= _LARGEST:
            raise ValueError("it is too large a number")
        if value is None or isinstance(value, (bool, int)):
            return "" if value is None else value
        return _text(str(value))


def _text(text: str) -> str:
    """Half of a pair of surrogates, which JSON can hold, is no character."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
