"""Gathers what a source says about its article, from the findings of all its blocks, into front matter."""

from __future__ import annotations

from collections.abc import Mapping

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.articles.front_matter import FrontMatter, Source
from generator.ingest.findings import Reading, Value

_NEAR = 3
"""Blocks between two bylines of one article."""
_COLLECTED = ("tags", "aliases")
_EXTRA = "extra."
"""What a key begins with that goes into the front matter's `extra`."""


def gather(reading: Reading) -> dict[str, Value]:
    """Front-matter keys and what the source says for them; where it says several things, the first.

    What the source's own metadata says comes before what its text says, and is not mixed with it. Tags from several
    lines are put together, and so are authors whose bylines stand close to each other.
    """
    values: dict[str, Value] = {}
    place: dict[str, int] = {}
    declared = reading.declared
    for index in sorted(reading.found, key=lambda index: (index not in declared, index)):
        for key, value in reading.found[index][0].values.items():
            said = values.get(key)
            if not said:
                values[key], place[key] = value, index
            elif (
                isinstance(said, tuple)
                and isinstance(value, tuple)
                and (key in _COLLECTED or index - place[key] <= _NEAR)
                and (index in declared) == (place[key] in declared)
            ):
                told = {item.casefold() for item in said}
                values[key] = said + tuple(item for item in value if item.casefold() not in told)
    return values


_NOTHING_NESTED: Mapping[str, object] = {}


def make_front_matter(
    values: Mapping[str, Value],
    source: Source,
    language: str,
    usual_language: str,
    nested: Mapping[str, object] = _NOTHING_NESTED,
) -> FrontMatter:
    """The front matter of an article.

    `language` is the text's, or empty where it is not known; it is named where it is not the archive's
    `usual_language`. `nested` has what stands under a key of `extra` where that is no text and no list of texts.
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
        aliases=_texts(values, "aliases"),
        draft=bool(values.get("draft")),
        source=source,
        extra={
            key.removeprefix(_EXTRA): nested.get(key, value) for key, value in values.items() if key.startswith(_EXTRA)
        },
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
