"""Where the search gets articles' texts: one at a time, since not all are in memory at once."""

from __future__ import annotations

from typing import Protocol


class Texts(Protocol):
    """Articles by the paths of their files; other processes ask it too."""

    def study(self, path: str) -> bytes:
        """What `studies.study` makes of one."""

    def text(self, path: str) -> str:
        """Its text."""
