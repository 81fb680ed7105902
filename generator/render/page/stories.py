"""How an article begins, as front pages show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.archive.names import fold
from generator.archive.old_addresses import is_whole
from generator.archive.values import Archive
from generator.articles.article import Article
from generator.articles.inside_links import with_words_of_images
from generator.articles.markdown_html import plain_text

OPENING = 640
"""Characters: about a hundred words."""
_MORE = "\N{NO-BREAK SPACE}…"
_SCRAP = 24
"""Characters of a paragraph that would be left of it: fewer are not worth the break."""

_NO_PROSE = re.compile(r'<(table|h[1-6]|figcaption|pre)\b.*?</\1>|<div class="footnote">.*', re.DOTALL)
"""Nobody would go on reading from these: cells, headings, captions, code, notes."""


def opening(article: Article, archive: Archive, length: int = OPENING) -> tuple[str, ...]:
    """The paragraphs at the beginning of an article, as plain text of at most about `length` characters.

    What breaks off ends in an ellipsis. A first paragraph that is the summary is passed over: that is shown above it.
    A withdrawn article has none. The words for a picture that is not there are
    part of the text, as they are on the article's page.
    """
    if article.meta.withdrawn:
        return ()

    def is_there(address: str) -> bool:
        return is_whole(address) or fold(address) in archive.wiki_targets

    paragraphs = _paragraphs(with_words_of_images(article.html, is_there))
    summary = article.meta.summary.split()
    shown = (words for number, words in enumerate(paragraphs) if number or words.split() != summary)
    return tuple(_shortened(shown, length))


def _paragraphs(html: str) -> Iterator[str]:
    position = 0
    for passed in _NO_PROSE.finditer(html):
        yield from _lines(html[position : passed.start()])
        position = passed.end()
    yield from _lines(html[position:])


def _lines(html: str) -> list[str]:
    """A line of HTML that was broken, by hand or by `<br>`, is no paragraph of its own."""
    return plain_text(" ".join(html.replace("<br>", " ").split())).splitlines()


def _shortened(paragraphs: Iterator[str], left: int) -> Iterator[str]:
    for words in paragraphs:
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
