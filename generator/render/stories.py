"""How an article begins, as front pages show it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.article import Article

OPENING = 640
"""Characters: about a hundred words."""
_MORE = "\N{NO-BREAK SPACE}…"
_SCRAP = 24
"""Characters of a paragraph that would be left of it: fewer are not worth the break."""


def opening(article: Article, length: int = OPENING) -> tuple[str, ...]:
    """The paragraphs at the beginning of an article, as plain text of at most about `length` characters.

    What breaks off ends in an ellipsis. A withdrawn article has none.
    """
    return () if article.meta.withdrawn else tuple(_paragraphs(article.text, length))


def _paragraphs(text: str, left: int) -> Iterator[str]:
    # A book of a text is not cut into lines for its first ones.
    for paragraph in text[: left * 4].split("\n"):
        words = " ".join(paragraph.split())
        if not words:
            continue
        if len(words) > left:
            if left >= _SCRAP:
                yield _cut(words, left)
            return
        yield words
        left -= len(words)


def _cut(words: str, length: int) -> str:
    """The words up to the end of a sentence in the last third, else of a word; of a script without spaces, letters."""
    start = words[:length]
    sentence = max(start.rfind(mark) for mark in (". ", "! ", "? ", ".” ", "。"))
    if sentence > length * 2 // 3:
        return start[: sentence + 1] + _MORE
    return (start.rpartition(" ")[0] or start).rstrip(" ,;:–—-") + _MORE
