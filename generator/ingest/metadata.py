"""Gathers what a source says about its article, from the findings of all its blocks, into front matter."""

from __future__ import annotations

from collections.abc import Mapping

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.articles.front_matter import FrontMatter, Source
from generator.ingest.findings import Reading, Value

_NEAR = 3
"""Blocks between two bylines of one article."""
_EXTRA = "extra."
"""What a key begins with that goes into the front matter's `extra`."""


def gather(reading: Reading) -> dict[str, Value]:
    """Front-matter keys and what the source says for them; where it says several things, the first.

    Tags from several lines are put together, and so are authors whose bylines stand close to each other.
    """
    values: dict[str, Value] = {}
    place: dict[str, int] = {}
    for index in sorted(reading.found):
        for key, value in reading.found[index][0].values.items():
            said = values.get(key)
            if not said:
                values[key], place[key] = value, index
            elif (
                isinstance(said, tuple) and isinstance(value, tuple) and (key == "tags" or index - place[key] <= _NEAR)
            ):
                told = {item.casefold() for item in said}
                values[key] = said + tuple(item for item in value if item.casefold() not in told)
    return values


def make_front_matter(values: Mapping[str, Value], source: Source, language: str, usual_language: str) -> FrontMatter:
    """The front matter of an article.

    `language` is the text's, or empty where it is not known; it is named where it is not the archive's
    `usual_language`.
    """
    said = _text(values, "language") or language
    return FrontMatter(
        title=_text(values, "title"),
        date=_date(values, "date"),
        updated=_date(values, "updated"),
        author=_texts(values, "author"),
        publication=_text(values, "publication"),
        url=_text(values, "url"),
        language="" if said == usual_language or said == usual_language.split("-")[0] else said,
        summary=_text(values, "summary"),
        tags=_texts(values, "tags"),
        rights=_text(values, "rights"),
        source=source,
        extra={key.removeprefix(_EXTRA): value for key, value in values.items() if key.startswith(_EXTRA)},
    )


def _text(values: Mapping[str, Value], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _texts(values: Mapping[str, Value], key: str) -> tuple[str, ...]:
    value = values.get(key)
    return value if isinstance(value, tuple) else ()


def _date(values: Mapping[str, Value], key: str) -> EdtfDate | None:
    value = values.get(key)
    return parse_edtf(value) if isinstance(value, str) else None
