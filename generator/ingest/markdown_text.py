"""Writes plain text as Markdown that reads exactly as the text did."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Inside a line: only what Python-Markdown would take for markup, so that the file stays pleasant to edit.
_INLINE = (
    (re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])"), r"\\\\"),
    (re.compile(r"([*`])"), r"\\\1"),
    (re.compile(r"(?<![^\W_])_|_(?![^\W_])"), r"\\_"),
    (re.compile(r"\[(?=[\[^])"), r"\\["),
    (re.compile(r"\](?= ?[\[(])"), r"\\]"),
    (re.compile(r"&(?=#|\w+;)"), "&amp;"),
    (re.compile(r"<(?=[^\s\d]|[^<> ]+@)"), "&lt;"),
)
_SIGNS = "\\*`_[]&<"
"""One of which each pattern needs."""
# At the start of a line: headings, quotations, lists, definitions, rules, fences, tables.
_START = re.compile(r"#|>|[+-](?=\s|$)|[=~-]{2}|:(?=\s)|\|")
_STARTS = "#>+-=~:|"
"""With one of which that begins."""
_NUMBER = re.compile(r"^(\d+)\.(?=\s|$)")
_REFERENCE = re.compile(r"^\[(?=[^\]]*\]:)")
_ENTITIES = {"=": "&#61;", "~": "&#126;", ":": "&#58;"}
"""Characters that a backslash does not escape in Python-Markdown."""


def heading(text: str) -> str:
    """One line of plain text as a Markdown heading of the second level."""
    # Number signs at the end of a heading would be taken for its closing ones.
    end = len(text) - len(text.rstrip("#"))
    words = escape(text[: len(text) - end])
    # A backslash alone before them or at the end is no part of a heading.
    return "## " + words + ("\\" if words.endswith("\\") else "") + r"\#" * end


def marked_heading(words: str, level: int) -> str:
    """A line of Markdown as a heading of a level from 2 to 6."""
    end = len(words) - len(words.rstrip("#"))
    return "#" * level + " " + words[: len(words) - end] + r"\#" * end


def table(rows: Sequence[Sequence[str]], header: bool) -> str:
    """Rows of cells in Markdown as a table; one without a `header` gets an empty one, since Markdown wants it."""
    width = max(map(len, rows))
    whole = [[*row, *[""] * (width - len(row))] for row in rows]
    if not header:
        whole.insert(0, [""] * width)
    whole.insert(1, ["---"] * width)
    return "\n".join(f"| {' | '.join(row)} |" for row in whole)


def escape(text: str) -> str:
    """One paragraph of plain text (no line end in it) as Markdown."""
    # Most paragraphs have none of these signs.
    if any(sign in text for sign in _SIGNS):
        for pattern, replacement in _INLINE:
            text = pattern.sub(replacement, text)
    return guard_start(text)


def guard_start(text: str) -> str:
    """A line of Markdown whose text is escaped but for its start, where it could be taken for a heading or list."""
    if text[:1] in _STARTS and _START.match(text):
        return _ENTITIES.get(text[0], "\\" + text[0]) + text[1:]
    if text[:1].isdecimal():
        return _NUMBER.sub(r"\1\\.", text)
    return _REFERENCE.sub(r"\\[", text) if text[:1] == "[" else text
