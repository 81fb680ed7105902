"""Finds what addresses written for another site lead to here: the articles imported from it, and files of the media."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from generator.archive.names import fold
from generator.articles.article import Article

_TELLING = 3
"""Words in a name from which on it is no other page's by chance."""
_MEDIA = "media/"
_ENDING = re.compile(r"\.(?:md|markdown|mkd|html?|txt|rst|php|aspx?)$")
_DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)-(.+)")


@dataclass(frozen=True, slots=True)
class _Place:
    """A path that something had on the old site, in steps."""

    steps: tuple[str, ...]
    numbers: frozenset[str]
    """Of the path and of the date: others in an address mean another page."""
    page: str


class OldAddresses:
    """The paths of imported articles, as far as they are known, and those of media."""

    def __init__(self, articles: Iterable[Article], media: Iterable[str]) -> None:
        """`media` are paths in the site."""
        self._given = articles, media

    @cached_property
    def _articles(self) -> Mapping[str, Sequence[_Place]]:
        places = defaultdict(list)
        for article in self._given[0]:
            day = article.meta.date.text.split("-") if article.meta.date else ()
            for steps in {steps for path in _paths(article) if (steps := _page_steps(path))}:
                numbers = frozenset(_number(step) for step in (*steps, *day) if step.isdigit())
                places[steps[-1]].append(_Place(steps, numbers, article.page))
        return places

    @cached_property
    def _media(self) -> Mapping[str, Sequence[_Place]]:
        places = defaultdict(list)
        for path in self._given[1]:
            steps = _steps(path.removeprefix(_MEDIA))
            places[steps[-1]].append(_Place(steps, frozenset(), path))
        return places

    @cached_property
    def _whole(self) -> Mapping[str, str]:
        pages = sorted(((article.meta.url, article.page) for article in self._given[0]), reverse=True)
        return {_plain(url): page for url, page in pages if url}

    def find(self, address: str) -> str | None:
        """The path of the page or file that an address means; None where none or several may be meant.

        A whole one is that under which an article was first published. Where another stood on the old site is not
        known, so the end of its path decides. That of a file is one that the file's path ends in, or the other way
        round.
        """
        if is_whole(address):
            return self._whole.get(_plain(address))
        # A page of which the address alone told which it was has it in its file's name: `index.php%3Fid=7.html`.
        named = "?" in address and _best(self._pages(_page_steps(address.replace("?", "%3F"))))
        return named or _best(self._pages(_page_steps(address))) or _best(self._files(_steps(address)))

    def _pages(self, steps: Sequence[str]) -> Iterator[tuple[int, str]]:
        numbers = {_number(step) for step in steps[:-1] if step.isdigit()}
        is_long = bool(steps) and len(re.split(r"[-_\W]+", steps[-1])) >= _TELLING
        for place in self._articles.get(steps[-1], ()) if steps else ():
            common = _common(steps, place.steps)
            fits = numbers <= place.numbers if place.numbers else is_long
            if common == len(steps) or (fits and (is_long or len(numbers) > 1)):
                yield common, place.page

    def _files(self, steps: Sequence[str]) -> Iterator[tuple[int, str]]:
        steps = steps[1:] if steps[:1] == ("media",) else steps
        for place in self._media.get(steps[-1], ()) if steps else ():
            common = _common(steps, place.steps)
            if common in (len(steps), len(place.steps)):
                yield common, place.page


def is_whole(address: str) -> bool:
    """Whether an address names its host, so that it leads somewhere without this archive."""
    return address.startswith(("http://", "https://"))


def _plain(address: str) -> str:
    """A whole address without what does not tell pages apart."""
    return address.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def _best(found: Iterable[tuple[int, str]]) -> str | None:
    """The page that has most in common with the address, if that is one alone."""
    ranked = sorted(set(found), reverse=True)
    best = {page for common, page in ranked if common == ranked[0][0]}
    return best.pop() if len(best) == 1 else None


def _paths(article: Article) -> Iterator[str]:
    if article.meta.source:
        yield article.meta.source.file
        yield article.slug
        yield from article.meta.aliases
        if article.meta.url:
            yield urlsplit(article.meta.url).path


def _steps(path: str) -> tuple[str, ...]:
    steps = fold(unquote(path.partition("#")[0].partition("?")[0])).split("/")
    return tuple(step for step in steps if step not in ("", ".", ".."))


def _page_steps(path: str) -> tuple[str, ...]:
    """The steps of a page's path without what only says how it is kept; a date in a file's name is three steps."""
    steps = _steps(path)
    if not steps:
        return ()
    last = _ENDING.sub("", steps[-1])
    if last in ("index", "_index"):
        return steps[:-1]
    dated = _DATED.fullmatch(last)
    return (*steps[:-1], *(dated.groups() if dated else (last,)))


def _number(step: str) -> str:
    return step.lstrip("0")


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many steps both end in."""
    count = 0
    for first, second in zip(reversed(one), reversed(other), strict=False):
        if _number(first) != _number(second):
            break
        count += 1
    return count
