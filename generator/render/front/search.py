"""The search page: the form and the places that the search stage's script fills, and what can be typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlencode

from generator.archive.values import Kind
from generator.output_file import OutputFile
from generator.render.front.views import ExampleView, SearchView
from generator.render.page.maker import PageMaker, fullest
from generator.render.words.for_scripts import words_for_scripts

SEARCH = "search.html"
_SCRIPT = "search/manifest.js"
"""The search stage writes it, and keeps that name."""

_WORDS = "search/words.js"
"""What the search tells in pages other than its own, which load it when they first need it."""

_EXAMPLES = 3
_ASKED = {
    Kind.PEOPLE: "",
    Kind.PLACES: "place:",
    Kind.TAGS: "tag:",
    Kind.ORGANIZATIONS: "org:",
    Kind.PUBLICATIONS: "publication:",
    Kind.AUTHORS: "author:",
}
"""Of each kind what one types before a name; of people the examples show that a name alone will do."""


def search_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """`search.html`, unless site.yaml turns search off; a theme without scripts offers other ways there."""
    if not maker.archive.config.search.enabled:
        return
    view = SearchView(
        teach=maker.words("search.teach", n=maker.archive.count),
        examples=tuple(ExampleView(text, urlencode({"q": text})) for text in islice(_examples(maker), _EXAMPLES)),
        script=_SCRIPT,
        words=words_for_scripts(maker.words, "find", "date", "list"),
    )
    yield maker.page(maker.page_view(SEARCH, "search", maker.words("page.search")), view)


def search_words(maker: PageMaker) -> Iterator[OutputFile]:
    """`search/words.js`, where pages have a box whose script can ask for it."""
    if maker.site.has_search:
        carried = words_for_scripts(maker.words, "suggest", "marks")
        yield OutputFile(_WORDS, f"(window.backfile ||= {{}}).texts = {carried};\n".encode())


def _examples(maker: PageMaker) -> Iterator[str]:
    """The fullest term of each kind, as one asks for it, then the longest word of each title: all find something."""
    seen: set[str] = set()
    for text in _candidates(maker):
        if text.casefold() not in seen:
            seen.add(text.casefold())
            yield text


def _candidates(maker: PageMaker) -> Iterator[str]:
    for kind, field in _ASKED.items():
        yield from (_asked(field, term.name) for term in fullest(maker.archive.terms[kind], 1))
    for article in maker.archive.articles:
        words = re.findall(r"[^\W_]+", article.meta.title)
        yield from sorted(words, key=len, reverse=True)[:1]


def _asked(field: str, name: str) -> str:
    """`place:Prague`, `place:"Czech Republic"`."""
    return f'{field}"{name}"' if field and not name.isalnum() else f"{field}{name}"
