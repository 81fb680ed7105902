"""The values that pass between those who make the site's files and the one who publishes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site: its path from the site's root, with `/`, and its bytes."""

    path: str
    data: bytes


class KeptFile(NamedTuple):
    """A file that the site of the last build has, and the new one too, as it is."""

    path: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A third party's work that the site contains, for its page of licences."""

    name: str
    version: str
    license: str
    """SPDX identifier."""
    address: str
    text: str
    """The notice that the licence asks to be passed on."""
    files: tuple[str, ...] = ()
    """Where in the site it is."""
