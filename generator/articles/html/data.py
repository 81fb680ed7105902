"""What a page's head and markup say about it, as lines of its view: names and values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.articles.html.tokens import decoded


class DataSource(StrEnum):
    """Which markup says it."""

    TITLE = "title"
    META = "meta"
    JSON_LD = "json-ld"
    LINK = "link"
    TIME = "time"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class PageDatum:
    """One thing that markup says."""

    source: DataSource
    name: str
    """As written: `og:title`, `author`, `canonical`; of JSON-LD the path of keys: `@graph[0].author[1].name`."""
    value: str
    """White space squeezed, never empty."""
    script: int = 0
    """Of JSON-LD, which of the page's scripts it stands in, from 1."""

    @property
    def text(self) -> str:
        """The line of the view."""
        if self.source in (DataSource.TITLE, DataSource.META):
            return f"{self.name}: {self.value}"
        return f"{self.source} {self.name}: {self.value}"


_NAMES = ("name", "property", "itemprop")
_EQUIVALENT = frozenset({"content-language", "date", "last-modified"})
_LINKS = frozenset({"canonical", "author", "publisher", "license", "shortlink"})


def title_datum(content: str) -> Iterator[PageDatum]:
    yield from _datum(DataSource.TITLE, "title", decoded(content))


def meta_data(attributes: Mapping[str, str]) -> Iterator[PageDatum]:
    """What a `meta` element says, once for each of its names."""
    content = attributes.get("content") or attributes.get("value", "")
    for name in dict.fromkeys(attributes[key].strip() for key in _NAMES if attributes.get(key, "").strip()):
        yield from _datum(DataSource.META, name, content)
    equivalent = attributes.get("http-equiv", "").strip()
    if equivalent.lower() in _EQUIVALENT:
        yield from _datum(DataSource.META, equivalent, content)


def attribute_data(attributes: Mapping[str, str]) -> Iterator[PageDatum]:
    """What an element's `content` says for its `itemprop`."""
    for name in attributes.get("itemprop", "").split():
        yield from _datum(DataSource.META, name, attributes.get("content", ""))


def link_data(attributes: Mapping[str, str]) -> Iterator[PageDatum]:
    """Where a `link` element leads, for the relations that tell something of the article."""
    for relation in attributes.get("rel", "").lower().split():
        if relation in _LINKS:
            yield from _datum(DataSource.LINK, relation, attributes.get("href", ""))


def time_data(attributes: Mapping[str, str]) -> Iterator[PageDatum]:
    yield from _datum(DataSource.TIME, "datetime", attributes.get("datetime", ""))


def language_data(attributes: Mapping[str, str]) -> Iterator[PageDatum]:
    yield from _datum(DataSource.HTML, "lang", attributes.get("lang") or attributes.get("xml:lang", ""))


def _datum(source: DataSource, name: str, value: str, script: int = 0) -> Iterator[PageDatum]:
    squeezed = " ".join(value.split())
    if squeezed:
        yield PageDatum(source, " ".join(name.split()), squeezed, script)


_JSON_LD = re.compile(r"\s*application/ld\+json\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:\s|<!--|<!\[CDATA\[|//|/\*|\*/)*+")
_AFTER_JSON = " \t\r\n;/*"
_LAST_COMMA = re.compile(r",(?=\s*+[}\]])")
_DEEPEST = 200
"""Brackets within brackets. Python's own limit changes with its version, and so would the lines."""


def is_json_ld(attributes: Mapping[str, str]) -> bool:
    return _JSON_LD.match(attributes.get("type", "")) is not None


def json_data(content: str, script: int) -> Iterator[PageDatum]:
    """The leaves of the JSON-LD in the page's `script`-th script, in their order; none where it cannot be read."""
    for path, value in _leaves(_parsed(content)):
        yield from _datum(DataSource.JSON_LD, path, decoded(value), script)


def _parsed(content: str) -> object:
    """The value that a script holds, without what pages wrap it in; None where it is broken."""
    text = _unwrapped(content)
    if _depth(text) > _DEEPEST:
        return None
    for attempt in (text, _LAST_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except ValueError:
            continue
    return None


def _unwrapped(content: str) -> str:
    opening = _OPENING.match(content)
    text = content[opening.end() if opening else 0 :]
    for closing in ("-->", "]]>"):
        text = text.rstrip(_AFTER_JSON).removesuffix(closing)
    return text.rstrip(_AFTER_JSON)


def _depth(text: str) -> int:
    """How deep brackets lie within brackets, those in strings included."""
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _leaves(value: object) -> Iterator[tuple[str, str]]:
    """The path and the text of each leaf; a stack of our own, since pages nest as deep as they like."""
    open_values: list[tuple[str, object]] = [("", value)]
    while open_values:
        path, item = open_values.pop()
        if isinstance(item, dict):
            open_values += [(f"{path}.{key}" if path else str(key), item[key]) for key in reversed(item)]
        elif isinstance(item, list):
            open_values += [(f"{path}[{index}]", item[index]) for index in reversed(range(len(item)))]
        elif isinstance(item, bool):
            yield path, str(item).lower()
        elif item is not None:
            yield path, str(item)
