"""Merges an editor's article with a new import of its source, so that no edit is lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both the editor and the new import changed: the editor's text stands."""

    line: int
    """Of the merged article, from 1."""
    text: str
    """What the new import would have there."""


@dataclass(frozen=True, slots=True)
class Merged:
    text: str
    conflicts: tuple[Conflict, ...]


def merge(base: str, edited: str, imported: str) -> Merged:
    """The article with the editor's changes and the new import's, both made against `base`."""
    from merge3 import Merge3

    lines = [text.splitlines(keepends=True) for text in (base, edited, imported)]
    result: list[str] = []
    conflicts: list[Conflict] = []
    for region in Merge3(lines[0], lines[1], lines[2]).merge_regions():
        kind = str(region[0])
        numbers = [int(number) for number in region[1:] if number is not None]
        if kind == "unchanged":
            result += lines[0][numbers[0] : numbers[1]]
        elif kind == "b":
            result += lines[2][numbers[0] : numbers[1]]
        elif kind in ("a", "same"):
            result += lines[1][numbers[0] : numbers[1]]
        else:
            edit_start, edit_end, new_start, new_end = numbers[-4:]
            conflicts.append(Conflict(len(result) + 1, "".join(lines[2][new_start:new_end])))
            result += lines[1][edit_start:edit_end]
    return Merged("".join(result), tuple(conflicts))
