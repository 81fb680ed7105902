"""How articles use the names of authorities, beyond what an authority file says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.archive.values import Kind

AuthorityKey = tuple[Kind, str]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What is known of how names stand in texts; all of it empty for an archive's own entries."""

    forms: Mapping[AuthorityKey, tuple[str, ...]] = field(default_factory=dict)
    """Inflected names: looked for like variants, but not shown as names."""
    doubtful: Mapping[AuthorityKey, frozenset[str]] = field(default_factory=dict)
    """Names and forms that count only in an article that shows elsewhere that this authority is meant."""
    witnesses: Mapping[AuthorityKey, tuple[str, ...]] = field(default_factory=dict)
    """Words that show it: a name that is doubtful, or that several share, means the one that they speak for."""
    others: tuple[str, ...] = ()
    """Names that hold an authority's name and mean something else: New Guinea is not Guinea."""
