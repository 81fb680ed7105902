"""What several pages of a site share, made once."""

from __future__ import annotations

from collections.abc import Callable, Hashable

_MOST = 32_768
"""Texts that are kept, some 500 bytes each; then all go. To let go of the oldest one is to look for it."""


class SharedText:
    """What a theme's macros wrote for values that they were given before.

    By the values alone, never by what they stand for in the archive: so a page is made of the same as one that is made
    by itself.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], str] = {}

    def __reduce__(self) -> tuple[type[SharedText], tuple[()]]:
        # Another process soon has written what it needs.
        return SharedText, ()

    def of(self, macro: Callable[..., str], language: str, values: tuple[Hashable, ...]) -> str:
        """What `macro` writes for `values` in a page of a language."""
        key = (getattr(macro, "name", macro), language, values)
        text = self._made.get(key)
        if text is None:
            if len(self._made) >= _MOST:
                self._made.clear()
            text = self._made[key] = macro(*values)
        return text
