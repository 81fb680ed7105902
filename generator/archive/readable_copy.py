"""A copy of an article's HTML in which names can be looked for, with the way back to the HTML's own offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape

# Signs that print alike and are typed for one another.
_ALIKE = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"})

_BARRIER = "\n"
"""Stands for a tag: no name holds it, since white space in names is a single blank."""


def normalised_line(text: str) -> str:
    """The form in which a name is looked for, and in which a plain text is searched."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_ALIKE).split())


# What is not copied as it stands: tags, character references, and white space but for a single blank. Attributes are
# quoted with `"`, as sanitised HTML has them.
_MARKUP = (
    r"(?P<tag><(?P<end>/?)(?P<element>[a-z][a-z0-9]*)(?:[^>\"]|\"[^\"]*\")*>)"
    r"|(?P<white>(?:\s|&nbsp;){2,}|[^\S ]|&nbsp;)"
    r"|(?P<reference>&#?\w+;)"
)
# Looking first for a character with which one of them begins makes the search three times as fast.
_CHANGED = re.compile(rf"(?=[<&\s])(?:{_MARKUP})")
# Letters that are written with separate accents are rare, and looking for them is slow.
_CHANGED_OR_ACCENTED = re.compile(rf"{_MARKUP}|[^\W\d_][\u0300-\u036f]+")

_UNLINKED = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose words are read, but not linked: links hold no links, and headings are left in peace."""

_UNREAD = frozenset({"code", "kbd", "pre", "samp"})
"""Elements whose content is not the author's prose."""


@dataclass(frozen=True, slots=True)
class ReadableCopy:
    """The text of some HTML, normalised for the search of names."""

    text: str
    _starts: list[int]
    """Offsets in `text` at which a stretch begins that lies elsewhere in the HTML than after the one before it."""
    _origins: list[int]
    """Where in the HTML each of these stretches begins."""
    _turns: list[int]
    """Offsets in `text` at which links are forbidden, allowed again, forbidden …"""

    @staticmethod
    def of(html: str) -> ReadableCopy:
        """The copy of well-formed, sanitised HTML."""
        return _Copying(html).result()

    def origin(self, offset: int) -> int:
        """The offset in the HTML of the character that stands at `offset` of the text."""
        stretch = bisect_right(self._starts, offset) - 1
        return self._origins[stretch] + offset - self._starts[stretch]

    def may_link(self, offset: int) -> bool:
        """Whether the character at `offset` of the text stands where a link may be made."""
        return bisect_right(self._turns, offset) % 2 == 0


class _Copying:
    """Makes one copy, from left to right."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.parts: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.turns: list[int] = []
        self.unlinked = 0
        self.unread = 0

    def result(self) -> ReadableCopy:
        position = 0
        composed = unicodedata.is_normalized("NFC", self.html)
        for change in (_CHANGED if composed else _CHANGED_OR_ACCENTED).finditer(self.html):
            self._copy(position, self.html[position : change.start()])
            if change["tag"]:
                self._pass_tag(change)
            else:
                self._copy(change.start(), _replacement(change))
            position = change.end()
        self._copy(position, self.html[position:])
        # The end of the text is a place in the HTML too: that of a name's end.
        self._append(len(self.html), _BARRIER)
        return ReadableCopy("".join(self.parts).translate(_ALIKE), self.starts, self.origins, self.turns)

    def _copy(self, origin: int, text: str) -> None:
        if text and not self.unread:
            self._append(origin, text)

    def _append(self, origin: int, text: str) -> None:
        self.starts.append(self.length)
        self.origins.append(origin)
        self.parts.append(text)
        self.length += len(text)

    def _pass_tag(self, tag: re.Match[str]) -> None:
        step = -1 if tag["end"] else 1
        if tag["element"] in _UNREAD:
            self.unread += step
        elif tag["element"] in _UNLINKED:
            if self.unlinked == 0 or self.unlinked + step == 0:
                self.turns.append(self.length)
            self.unlinked += step
        self._append(tag.start(), _BARRIER)


def _replacement(change: re.Match[str]) -> str:
    if change["white"]:
        return " "
    if change["reference"]:
        return unescape(change["reference"])
    return unicodedata.normalize("NFC", change[0])
