"""Asks trafilatura for the text of a page's article."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

_LARGEST_PAGE = 3_000_000
"""Characters. A larger page is a dump of data; reading it would take minutes."""


def extract(page: str, thorough: bool = False) -> list[str]:
    """The lines, as text, of what trafilatura takes for the article's text; none where it fails, whatever the reason.

    With `thorough` it asks other extractors too and reads anew where it finds little, which takes longer. It keeps
    nothing from one page to the next: duplicates are not looked for.
    """
    if len(page) > _LARGEST_PAGE:
        return []
    import trafilatura

    try:
        found = trafilatura.bare_extraction(page, options=_options(thorough))
    except Exception:
        # A page that breaks the extractor is read as one in which it finds nothing.
        return []
    text = getattr(found, "text", None)
    return text.split("\n") if isinstance(text, str) else []


@lru_cache(maxsize=2)
def _options(thorough: bool) -> Extractor:
    from trafilatura.settings import Extractor

    # It tells of every page that it finds no text in, which is no news to anyone here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    options = Extractor(output_format="python", fast=not thorough, comments=False, tables=True)
    # Balanced, it reads a page anew where it finds little; that is told better from the places of paragraphs.
    options.focus = "balanced" if thorough else "plain"
    return options
