"""Reads HTML as a row of tags and texts: after the standard's tokenizer, in linear time, whatever the text is.

It is our own so that the view of a page (`view`) is the same in ten years: no parser's next version changes it.
What the standard gives up at the text's end (a comment or a quotation mark that is never closed) is read as text
rather than lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_VALUE = r"(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+)"
# A value follows its name at once: each alternative is possessive, so that nothing is tried twice.
_MARKUP = re.compile(
    rf"<(?:(/?)([A-Za-z][^\s/>]*+)((?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+{_VALUE})?+)*+)(>)?|([!?/]))"
)
_ATTRIBUTE = re.compile(r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+")
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"<!--(?:-?>)")
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "title", "textarea", "xmp")
}
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}+;?")


Token = tuple[str, bool, str, str, int]
"""A tag, or a stretch of text between tags:

- the element's name in small letters, empty for text;
- whether the tag closes it;
- its attributes as written (see `read_attributes`);
- the text with its character references resolved; of `script`, `title` and their like what stands in them, as written;
- where it begins, in characters from the start of the page.
"""


def tokens(page: str) -> Iterator[Token]:
    """The tags and texts of a page in their order. Comments, declarations and the content of `style` are left out.

    `page` has its lines parted by LF alone.
    """
    reader = _Reader(page)
    position, text_start = 0, 0
    search = _MARKUP.search
    while match := search(page, position):
        slash, name, attributes, end, other = match.groups()
        start = match.start()
        if other or end:
            if start > text_start:
                text = page[text_start:start]
                yield "", False, "", decoded(text) if "&" in text else text, text_start
            if end:
                name = name.lower()
                position = match.end()
                content = ""
                if not slash and name in _WITH_RAW_TEXT:
                    content, position = reader.raw_text(name, position)
                yield name, bool(slash), attributes, content, start
            else:
                position = reader.after_declaration(start)
            text_start = position
        else:
            # No tag ends any more, so none begins.
            break
    if text_start < len(page):
        yield "", False, "", decoded(page[text_start:]), text_start


_WITH_RAW_TEXT = {*_RAW, "plaintext"}


class _Reader:
    """Passes over what is no tag; remembers what it has looked for in vain, so as not to look for it again."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._never_closed: set[str] = set()

    def raw_text(self, name: str, position: int) -> tuple[str, int]:
        """The content of an element that holds no tags, and where it ends.

        A title or field that is never closed is read as any other element, a script reaches to the end.
        """
        if name == "plaintext":
            return self._page[position:], len(self._page)
        end = None if name in self._never_closed else _RAW[name].search(self._page, position)
        if end:
            return self._page[position : end.start()], end.start()
        self._never_closed.add(name)
        return "", len(self._page) if name in ("script", "style") else position

    def after_declaration(self, start: int) -> int:
        """Where the comment, declaration or instruction that begins at `start` ends."""
        page = self._page
        if page.startswith("<!--", start):
            empty = _EMPTY_COMMENT.match(page, start)
            if empty:
                return empty.end()
            end = None if "!--" in self._never_closed else _COMMENT_END.search(page, start + 4)
            if end:
                return end.end()
            self._never_closed.add("!--")
        closing = page.find(">", start)
        return closing + 1 if closing >= 0 else len(page)


def decoded(text: str) -> str:
    """The text with its character references resolved."""
    if "&" not in text:
        return text
    try:
        return unescape(text)
    except ValueError:  # A number with more digits than Python reads.
        return unescape(_LONG_NUMBER.sub("\N{REPLACEMENT CHARACTER}", text))


def read_attributes(written: str) -> dict[str, str]:
    """The attributes of a tag by their names in small letters; of two with one name the first counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), decoded(double or single or bare))
    return found


def has_open_quotation(written: str) -> bool:
    """Whether a value in a tag begins with a quotation mark that the page never closes."""
    if '"' not in written and "'" not in written:
        return False
    return any(bare[:1] in ('"', "'") for _, _, _, bare in _ATTRIBUTE.findall(written) if bare)
