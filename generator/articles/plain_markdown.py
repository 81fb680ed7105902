"""Short cuts for Markdown in which nothing is marked: what they make is what the long way makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import markdown

_NO_SIGN = r"""[^`\\\[\]!<>&*_|\u00a0\x00-\x1f\x7f-\x9f\u2028\u2029]"""
"""What means nothing but itself, to Markdown and in HTML, wherever it stands in a line."""
_PLAIN_LINE = rf"""(?!\d+\.)(?=[\w"'“”‘’„«»‹›(¿–—…]){_NO_SIGN}*(?<! )"""
"""A line that begins no list, heading, quotation or the like, and does not end in a break."""
_PLAIN_TEXT = re.compile(rf"\n*(?:{_PLAIN_LINE}(?:\n+|\Z))+")
_PLAIN_BLOCK = re.compile(rf"{_PLAIN_LINE}(?:\n{_PLAIN_LINE})*")


def plain_paragraphs(text: str) -> tuple[str, str] | None:
    """The sanitised HTML and the words of a document that is all paragraphs without any sign of Markdown; else None.

    They are what the long way makes of it. Most articles that were imported are such.
    """
    if not _PLAIN_TEXT.fullmatch(text):
        return None
    html = "</p>\n<p>".join(block.strip("\n") for block in re.split("\n\n+", text.strip("\n")))
    lines = (" ".join(line.split()) for line in text.split("\n") if line)
    return f"<p>{html}</p>", "\n".join(lines)


_INLINE = re.compile(r"[`\\\[\]!<>&*_\x02\x03]|  \n")
"""What any of Markdown's inline forms has, ours included: a sign of its own, or two spaces that break a line. The
control characters stand for what the converter has put aside."""


def spare_plain_parts(converter: markdown.Markdown) -> None:
    """Has a converter take plain paragraphs and texts of other documents straight through."""
    from xml.etree.ElementTree import Element, SubElement

    from markdown.blockprocessors import BlockProcessor
    from markdown.treeprocessors import Treeprocessor
    from markdown.util import AtomicString

    class PlainParagraphs(BlockProcessor):
        """Takes paragraphs without any sign of Markdown before all else is tried on them."""

        def test(self, parent: Element, block: str) -> bool:
            return not self.parser.state and _PLAIN_BLOCK.fullmatch(block) is not None

        def run(self, parent: Element, blocks: list[str]) -> None:
            SubElement(parent, "p").text = AtomicString(blocks.pop(0))

    class PlainTexts(Treeprocessor):
        """Keeps texts without any sign of Markdown from being looked through once for each kind of it: most are."""

        def run(self, root: Element) -> None:
            for element in root.iter():
                if element.text and not _INLINE.search(element.text):
                    element.text = AtomicString(element.text)

    converter.parser.blockprocessors.register(PlainParagraphs(converter.parser), "plain_paragraphs", 200)  # the first
    converter.treeprocessors.register(PlainTexts(), "plain_texts", 25)  # before `inline`, which has 20
