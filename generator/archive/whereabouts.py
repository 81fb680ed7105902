"""Finds the line of an article file on which a name stands."""

from __future__ import annotations

import re

from generator.archive.readable_copy import normalised_line
from generator.articles.front_matter import split_article


def line_of(name: str, text: str) -> int:
    """The line, from 1, on which `name` first stands in the body of an article file; 0 where it does not.

    `name` is normalised, the file is not: a name may go on on the next line, between any signs of Markdown.
    `text` may also be a plain text without front matter.
    """
    parts = split_article(text)
    body, first_line = (parts.body, parts.body_line) if parts else (text, 1)
    words = [re.escape(word) for word in name.split()]
    found = re.search(rf"(?<!\w){_BETWEEN.join(words)}(?!\w)", _plain(body))
    return first_line + body.count("\n", 0, found.start()) if found else 0


_BETWEEN = r"(?:\s|[*_`>\[\]])+"
"""White space with signs of Markdown among it."""


def _plain(body: str) -> str:
    """The body with typographic signs made plain, line by line."""
    return "\n".join(normalised_line(line) for line in body.split("\n"))
