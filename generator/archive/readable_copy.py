"""A copy of an article's HTML in which names can be looked for, with the way back to the HTML's own offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

# Signs that print alike and are typed for one another.
_ALIKE = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"}

_BARRIER = "\n"
"""Stands for a tag: no name holds it, since white space in names is a single blank."""


def normalised_line(text: str) -> str:
    """The form in which a name is looked for, and in which a plain text is searched."""
    return " ".join(_with_plain_signs(unicodedata.normalize("NFC", text)).split())


def _with_plain_signs(text: str) -> str:
    # Some times as fast as `translate`, most of all where a text has none of them.
    if not text.isascii():
        for sign, plain in _ALIKE.items():
            text = text.replace(sign, plain)
    return text


# Attributes are quoted with `"`, as sanitised HTML has them.
_TAG = re.compile(r"(</?[a-z](?:[^>\"]|\"[^\"]*\")*>)")
_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)")

# What is not copied as it stands: character references, and white space but for a single blank.
_CHANGED = re.compile(r"(?P<white>(?:\s|&nbsp;){2,}|[^\S ]|&nbsp;)|(?P<reference>&#?\w+;)")
# Letters that are written with separate accents are rare, and looking for them is slow.
_CHANGED_OR_ACCENTED = re.compile(rf"{_CHANGED.pattern}|[^\W\d_][\u0300-\u036f]+")

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
        self.composed = unicodedata.is_normalized("NFC", html)
        self.parts: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.turns: list[int] = []
        self.unlinked = 0
        self.unread = 0

    def result(self) -> ReadableCopy:
        position = 0
        for number, part in enumerate(_TAG.split(self.html)):
            if number % 2:
                self._pass_tag(position, part)
            elif part and not self.unread:
                self._copy(position, part)
            position += len(part)
        # The end of the text is a place in the HTML too: that of a name's end.
        self._append(len(self.html), _BARRIER)
        return ReadableCopy(_with_plain_signs("".join(self.parts)), self.starts, self.origins, self.turns)

    def _copy(self, origin: int, text: str) -> None:
        if self.composed and _is_plain(text):
            self._append(origin, text)
            return
        position = 0
        for change in (_CHANGED if self.composed else _CHANGED_OR_ACCENTED).finditer(text):
            if position < change.start():
                self._append(origin + position, text[position : change.start()])
            self._append(origin + change.start(), _replacement(change))
            position = change.end()
        if position < len(text):
            self._append(origin + position, text[position:])

    def _append(self, origin: int, text: str) -> None:
        self.starts.append(self.length)
        self.origins.append(origin)
        self.parts.append(text)
        self.length += len(text)

    def _pass_tag(self, origin: int, tag: str) -> None:
        element, step = _element(tag)
        if element in _UNREAD:
            self.unread += step
        elif element in _UNLINKED:
            if self.unlinked == 0 or self.unlinked + step == 0:
                self.turns.append(self.length)
            self.unlinked += step
        self._append(origin, _BARRIER)


def _is_plain(text: str) -> bool:
    """Whether a text without tags is copied as it stands: quickly, and no for some that are too."""
    # Of white space only the blank is printable.
    return "&" not in text and "  " not in text and text.isprintable()


@lru_cache(maxsize=1024)
def _element(tag: str) -> tuple[str, int]:
    """The name of a tag's element, and whether the tag opens it (1) or closes it (-1)."""
    match = _ELEMENT.match(tag)
    return (match["name"], -1 if match["end"] else 1) if match else ("", 0)


def _replacement(change: re.Match[str]) -> str:
    if change["white"]:
        return " "
    if change["reference"]:
        return unescape(change["reference"])
    return unicodedata.normalize("NFC", change[0])
