"""What the keys of other tools' front matter, and the columns of tables of metadata, mean in our front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.articles.known_columns import column_key, is_doubtful, names_of
from generator.ingest.authored.foreign_values import (
    as_address,
    as_aliases,
    as_author,
    as_date,
    as_draft,
    as_language,
    as_publication,
    as_slug,
    as_tags,
    as_text,
    plain,
)
from generator.ingest.dates import NumericDates
from generator.ingest.findings import Value


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, as the source has it: text, or lists and mappings of texts, numbers and truth values."""

    name: str
    value: object
    spaced: bool = False
    """Whether a text that stands for a list parts its items by spaces, as Jekyll has it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says for the front matter."""

    values: Mapping[str, Value] = field(default_factory=dict)
    nested: Mapping[str, object] = field(default_factory=dict)
    """Keys of `extra` among `values` whose value is neither text nor a list of texts, and that value."""
    remark: str = ""


_ONE = ("title", "date", "updated", "author", "publication", "language", "summary", "rights", "url", "slug", "draft")
"""Of several names for one of these keys the first that has a value gives it."""
_LISTS = ("tags", "aliases")
"""These take what all their names give."""
_OF_TOOLS = {
    "slug": ("slug",),
    "draft": ("draft", "published", "status"),
    "aliases": ("aliases", "alias", "redirectfrom", "permalink", "url", "saveas"),
}
"""Keys whose names are those of programs, and so of no language."""
_ALL = {key: _OF_TOOLS.get(key) or names_of(key) for key in (*_ONE, *_LISTS)}
KNOWN = frozenset(name for names in _ALL.values() for name in names)
"""All names that mean something here, as `column_key` gives them."""

_SEVERAL = frozenset(
    map(column_key, "autoren autorinnen verfasserinnen autori autrici авторы автори autorzy autoři szerzők".split())
)


def _tells_several(name: str) -> bool:
    """Whether a column for authors is named in the plural."""
    return column_key(name).endswith("s") or column_key(name) in _SEVERAL


_Reader = Callable[[Entry, NumericDates], Value | None]
_READERS: dict[str, _Reader] = {
    "title": lambda entry, _: as_text(entry.value),
    "date": lambda entry, numeric: as_date(entry.value, numeric),
    "updated": lambda entry, numeric: as_date(entry.value, numeric),
    "author": lambda entry, _: as_author(entry.value, several=_tells_several(entry.name)),
    "publication": lambda entry, _: as_publication(entry.value, surely=not is_doubtful(entry.name, "publication")),
    "language": lambda entry, _: as_language(entry.value),
    "summary": lambda entry, _: as_text(entry.value),
    "rights": lambda entry, _: as_text(entry.value),
    "url": lambda entry, _: as_address(entry.value),
    "slug": lambda entry, _: as_slug(entry.value),
    "draft": lambda entry, _: as_draft(column_key(entry.name), entry.value),
    "tags": lambda entry, _: as_tags(
        entry.value, by_spaces=entry.spaced and column_key(entry.name) in ("tags", "categories", "keywords")
    ),
    "aliases": lambda entry, _: as_aliases(entry.value),
}
NOTHING = ""
"""What a reader gives for a value that says no more than its absence would, such as `draft: false`."""


def interpret(entries: Sequence[Entry], numeric_dates: NumericDates = "") -> list[Said]:
    """What each entry says, in their order; what none of our keys can take goes to `extra` under its own name."""
    readings = [_readings(entry, numeric_dates) for entry in entries]
    _mark_approximate(entries, readings)
    chosen = {key: value for key in _ONE if (value := _first(key, entries, readings))}
    return [_said(entry, reading, chosen) for entry, reading in zip(entries, readings, strict=True)]


_ABOUT = ("dateisapproximate?", "dateisapproximate", "approximatedate")
_YES = ("yes", "y", "true", "1", "x")


def _mark_approximate(entries: Sequence[Entry], readings: Sequence[dict[str, Value]]) -> None:
    """Makes the date one of “about”, where an entry of CollectionBuilder's says so; that entry tells the date too."""
    for about, told in zip(entries, readings, strict=True):
        if column_key(about.name) not in _ABOUT or str(about.value).strip().casefold() not in _YES:
            continue
        date = _first("date", entries, readings)
        if not isinstance(date, str) or not _EXACT.fullmatch(date):
            return
        for reading in readings:
            if reading.get("date") == date:
                reading["date"] = date + "~"
        told["date"] = date + "~"
        return


_EXACT = re.compile(r"\d{4}(?:-\d\d){0,2}")


def _readings(entry: Entry, numeric_dates: NumericDates) -> dict[str, Value]:
    """Our keys that an entry's name can mean, and what its value gives them; without those that cannot take it."""
    name = column_key(entry.name)
    readings = {}
    for key, names in _ALL.items():
        value = _READERS[key](entry, numeric_dates) if name in names else None
        if value is not None:
            readings[key] = value
    return readings


def _first(key: str, entries: Sequence[Entry], readings: Sequence[Mapping[str, Value]]) -> Value | None:
    """What the entry whose name comes first gives for a key."""
    ranked = [
        (_ALL[key].index(column_key(entry.name)), position)
        for position, (entry, reading) in enumerate(zip(entries, readings, strict=True))
        if reading.get(key) and column_key(entry.name) in _ALL[key]
    ]
    return readings[min(ranked)[1]][key] if ranked else None


def _said(entry: Entry, readings: Mapping[str, Value], chosen: Mapping[str, Value]) -> Said:
    if is_empty(entry.value):
        return Said()
    values = {key: value for key, value in readings.items() if value and (key in _LISTS or chosen.get(key) == value)}
    if values or NOTHING in readings.values():
        return Said(values)
    key = f"extra.{entry.name}"
    dated = column_key(entry.name) in (*_ALL["date"], *_ALL["updated"]) and not is_doubtful(entry.name, "date")
    remark = f"`{entry.name}` has no date that can be read: it goes to `extra`" if dated and not readings else ""
    value = plain(entry.value)
    if isinstance(value, str):
        return Said({key: value}, {}, remark)
    return Said({key: json.dumps(value, ensure_ascii=False, sort_keys=True)}, {key: value}, remark)


def is_empty(value: object) -> bool:
    """Whether a value says nothing: no text, nothing in a list or mapping."""
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())
