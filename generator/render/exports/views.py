"""What the template of the page of the exports gets as `view`, besides what `page.views` says that all pages get."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportView:
    """One of the files that hold the whole catalogue."""

    name: str
    path: str
    size: str
    """In words."""
    use: str
    """What is in it, and for what."""


@dataclass(frozen=True, slots=True)
class ExportsView:
    """The page of the files that hold the whole catalogue."""

    size: str
    """How much the archive holds, in words."""
    files: tuple[ExportView, ...]
    license: str
    """Address of the licence that the archive's rights name, or empty."""
    columns: tuple[tuple[str, str], ...]
    """The name of each column of the table, and what stands in it; in English, as in the files."""
