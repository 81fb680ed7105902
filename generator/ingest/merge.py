"""Merges an editor's article with a new import of its source, so that no edit is lost."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both the editor and the new import changed: the editor's text stands."""

    line: int
    """Of the merged article, from 1."""
    text: str
    """What the new import would have there."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged article."""

    text: str
    conflicts: tuple[Conflict, ...]


def merge(base: str, edited: str, imported: str) -> Merged:
    """The article with the editor's changes and the new import's, both made against `base`.

    It ends in a line end where `edited` does; one that an editor emptied counts as if it did.
    """
    from merge3 import Merge3

    lines = [_lines(text) for text in (base, edited, imported)]
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
            base_part = lines[0][slice(*numbers[:-4])] if len(numbers) == 6 else []
            edit_part, new_part = lines[1][slice(*numbers[-4:-2])], lines[2][slice(*numbers[-2:])]
            both = edit_part if _stands_in(new_part, edit_part) else _side_by_side(base_part, edit_part, new_part)
            if both is None:
                conflicts.append(Conflict(len(result) + 1, "".join(new_part)))
            result += edit_part if both is None else both
    text = "".join(result)
    return Merged(text if edited.endswith("\n") or not edited else text.removesuffix("\n"), tuple(conflicts))


_LONGEST_REGION = 1_000
"""Lines. Comparing takes the square of it at worst, and so long a conflict is a rewriting anyway."""


def _stands_in(imported: list[str], edited: list[str]) -> bool:
    """Whether the editor wrote all that the new import has there, in its order, among more: then nothing is missing."""
    rest = iter(edited)
    return bool(imported) and all(line in rest for line in imported)


def _side_by_side(base: list[str], edited: list[str], imported: list[str]) -> list[str] | None:
    """Both changes where they touch but do not overlap, as an edit of the paragraph below one that goes; else None."""
    if max(map(len, (base, edited, imported))) > _LONGEST_REGION:
        return None
    changes = _changes(base, edited) + _changes(base, imported)
    changes.sort(key=lambda change: change[:2])
    result: list[str] = []
    position = 0
    for above, (start, end, lines) in zip([None, *changes], changes, strict=False):
        if start < position or (above is not None and (start, end) == (above[0], above[1])):
            return None
        result += base[position:start] + lines
        position = end
    return result + base[position:]


def _changes(base: list[str], changed: list[str]) -> list[tuple[int, int, list[str]]]:
    """The stretches of `base` that differ, from and to which line, with the lines that `changed` has instead."""
    codes = SequenceMatcher(None, base, changed, autojunk=False).get_opcodes()
    return [(start, end, changed[first:last]) for code, start, end, first, last in codes if code != "equal"]


def _lines(text: str) -> list[str]:
    """The lines of a text, each with a line end: else a last line without one would run into what comes after it.

    Not str.splitlines, which parts at more than an editor counts as lines.
    """
    return [line + "\n" for line in text.removesuffix("\n").split("\n")] if text else []
