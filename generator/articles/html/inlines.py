"""What stands within a line of a page: the elements that set off parts of it, and its white space."""

from __future__ import annotations

from generator.articles.html.lines import Mark, Style

STYLES = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Style.EMPHASIS),
    **dict.fromkeys(("strong", "b"), Style.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Style.CODE),
    "a": Style.LINK,
}


class Inline:
    """An open inline element."""

    __slots__ = ("attributes", "depth", "start", "tag")

    def __init__(self, tag: str, attributes: str, depth: int, start: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.depth = depth
        """Of the frame in which it was opened."""
        self.start = start
        """The first of the line's pieces that it holds."""


def squeezed(pieces: list[str], ended: list[tuple[int, int, Inline]]) -> tuple[str, tuple[Mark, ...]]:
    """The text of a line's pieces with its white space squeezed, and the inline elements in it."""
    if not ended:
        return " ".join("".join(pieces).split()), ()
    bounds, length, parted = [0], 0, False
    parts: list[str] = []
    for piece in pieces:
        words = " ".join(piece.split())
        if not words:
            parted = parted or bool(piece)
        else:
            if length and (parted or piece[0].isspace()):
                words = " " + words
            parts.append(words)
            length += len(words)
            parted = piece[-1].isspace()
        bounds.append(length)
    text = "".join(parts)
    found = []
    for first, last, inline in ended:
        start, end = bounds[first], bounds[last]
        start += text.startswith(" ", start)
        if start < end:
            found.append(Mark(start, end, inline.tag, STYLES.get(inline.tag), inline.attributes))
    return text, tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))
