"""Makes CSL-JSON 1.0.2, what processors of the Citation Style Language take in: csl-data.json of their schema."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.render.citations.date_text import PLAIN, date_text
from generator.render.citations.issued import Issued, Moment
from generator.render.citations.item import Item, ItemKind
from generator.render.citations.names import Name

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"


def csl_json(item: Item) -> str:
    """A list of one item, on one line."""
    return f"[{csl_text(item)}]\n"


def csl_text(item: Item) -> str:
    """The item alone, on one line."""
    return msgspec.json.encode(csl_item(item)).decode()


def csl_item(item: Item) -> dict[str, Any]:
    """The item as JSON's values; what is not known has no key. `custom` holds what CSL has no variable for."""
    here = not item.is_only_here
    values = {
        "id": item.slug,
        "type": "article-newspaper" if item.kind is ItemKind.ARTICLE else "webpage",
        "title": item.title,
        "author": [_name(name) for name in item.authors],
        "container-title": item.container,
        "issued": _date(item.issued) if item.issued else None,
        "URL": item.address,
        "language": item.language,
        "abstract": item.summary,
        "keyword": ", ".join(item.keywords),
        "archive": item.archive if here else "",
        "archive_location": item.page if here else "",
        "note": f"Withdrawn: {item.withdrawn}" if item.withdrawn else "",
        "custom": {key: value for key, value in (("rights", item.rights), ("sha256", item.sha256)) if value},
    }
    return {key: value for key, value in values.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}


def _date(issued: Issued) -> dict[str, Any]:
    """`date-parts`, with `circa` and `season`; in words what they cannot say (a decade, an open interval)."""
    first, last = issued.first, issued.last
    if first is None or last is None or not _has_parts(first, last):
        return {"literal": date_text(issued, PLAIN)}
    moments = [first] if first == last else [first, last]
    value: dict[str, Any] = {"date-parts": [_parts(moment) for moment in moments]}
    if first.season:
        value["season"] = first.season
    if not all(moment.is_certain for moment in moments):
        value["circa"] = True
    return value


def _has_parts(first: Moment, last: Moment) -> bool:
    # A season has a place for one moment alone.
    return not (first.is_decade or last.is_decade) and (first == last or not (first.season or last.season))


def _parts(moment: Moment) -> list[int]:
    return [part for part in (moment.year, moment.month, moment.day) if part]
