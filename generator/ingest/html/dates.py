"""Finds when a page was published and updated, from its metadata and from its marked-up lines; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.articles.edtf_date import parse_edtf
from generator.ingest.dates import NumericDates
from generator.ingest.html.date_values import DateSaid, Trust, is_universal, metadata_date
from generator.ingest.html.facts import PageFacts, Said
from generator.ingest.html.json_ld import Node
from generator.ingest.html.shown_dates import shown_dates

_PUBLISHED = re.compile(
    r"(?:^|[\W_])(?:(?:original)?(?:publish(?:ed)?|publication|pub|posted|display|p)[\W_]?(?:date|time|at|on)|published|"
    r"date[\W_]?(?:published|issued)|dcterms\.issued|citation_(?:online_)?date|sailthru\.date|article_date_original|"
    r"dateline)$"
)
"""Names of `meta` elements, in small letters; what stands before the last word in them is each program's own."""
_CREATED = (
    "dc.date",
    "dc:date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "date",
    "datecreated",
    "article:date",
)
_UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "dc.date.modified",
    "dcterms.modified",
    "article:modified",
    "shareaholic:article_modified_time",
    "lastmod",
    "revised",
    "updated_time",
)


@dataclass(frozen=True, slots=True)
class PageDates:
    """What a page tells; None where it tells nothing."""

    published: DateSaid | None
    updated: DateSaid | None


def find_page_dates(
    facts: PageFacts, title: int | None, address: Said | None, numeric_dates: NumericDates
) -> PageDates:
    """When the page was published and updated.

    `title` is the index of the visible title's block, `address` the page's own.
    """
    shown = list(shown_dates(facts, title, numeric_dates))
    updates = [*_updated(facts, numeric_dates), *(said for said, update in shown if update)]
    update = max(updates, key=lambda said: (said.trust, said.date, -said.block), default=None)
    told = [*_published(facts, numeric_dates), *(said for said, update in shown if not update)]
    told += _from_address(facts, address)
    if update is not None:
        # What metadata calls but a date is that of the update, where it is the same day.
        told = [said for said in told if said.trust > Trust.CREATED or said.date < update.date]
    best = max(told, key=lambda said: (_weight(said), len(said.date), said.nearness, -said.block), default=None)
    if best is not None and best.universal:
        best = _where_written(best, told)
    best = _first_shown(best, shown)
    later = update is not None and (best is None or update.date > best.date)
    return PageDates(best, update if later else None)


def _weight(said: DateSaid) -> Trust:
    """How much a date counts: one with a word such as `Released` far from the title no more than a bare one there."""
    far = said.trust is Trust.LABELLED and said.nearness < -_FAR
    return Trust.NEARBY if far else said.trust


def _where_written(best: DateSaid, told: Sequence[DateSaid]) -> DateSaid:
    """The witness that tells the day as it was where the page was written, if `best` may be a day off."""
    local = [said for said in told if not said.universal and said.trust > Trust.ADDRESS and said.nearness > -_FAR]
    if any(said.date == best.date for said in local):
        return best
    return next((said for said in local if _is_next_day(said.date, best.date)), best)


def _first_shown(best: DateSaid | None, shown: Sequence[tuple[DateSaid, bool]]) -> DateSaid | None:
    """An earlier day that stands right beside the title: a system may date what it publishes again anew."""
    beside = [said for said, update in shown if not update and said.nearness >= -_BESIDE and len(said.date) == _DAY]
    if best is None or best.trust < Trust.PAGE or any(said.date >= best.date for said in beside):
        return best
    return next((said for said in beside if not _is_next_day(said.date, best.date)), best)


_BESIDE = 4
"""Lines from the title."""
_FAR = 15
"""Lines from the title beyond which a date may be another article's."""
_DAY = 10
"""Characters of a day in EDTF."""


def _is_next_day(one: str, other: str) -> bool:
    """Whether two days follow each other, as the days of one moment do in two time zones."""
    if len(one) != _DAY or len(other) != _DAY:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) == 1


def _published(facts: PageFacts, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    for place, node in enumerate(facts.articles):
        trust = Trust.SAID if node.is_article else Trust.PAGE
        yield from _leaf(node, "datePublished", trust, numeric_dates)
        if place == 0:
            yield from _leaf(node, "dateCreated", Trust.CREATED, numeric_dates)
    for told, trust in ((facts.meta_like(_PUBLISHED), Trust.SAID), (facts.meta(*_CREATED), Trust.CREATED)):
        for said in told:
            day = metadata_date(said.value, numeric_dates)
            if day:
                yield DateSaid(day, said.block, trust, is_universal(said.value))


def _leaf(node: Node, key: str, trust: Trust, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    leaf = node.first(key)
    day = metadata_date(leaf.value, numeric_dates) if leaf else ""
    if leaf and day:
        yield DateSaid(day, leaf.block, trust, is_universal(leaf.value))


def _from_address(facts: PageFacts, address: Said | None) -> Iterator[DateSaid]:
    """The day in an address such as `/2014/05/23/title`."""
    match = _IN_ADDRESS.search(urlsplit(address.value).path) if address else None
    if match and address:
        day = "-".join((match["year"], match["month"].zfill(2), match["day"].zfill(2)))
        with suppress(ValueError):
            yield DateSaid(parse_edtf(day).text, address.block, Trust.ADDRESS)


_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19[89]|20\d)\d)(?P<bar>[/_-])(?P<month>0?[1-9]|1[0-2])(?P=bar)(?P<day>0?[1-9]|[12]\d|3[01])(?=[/_-]|$)"
)


def _updated(facts: PageFacts, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    for node in facts.articles:
        yield from _leaf(node, "dateModified", Trust.SAID if node.is_article else Trust.PAGE, numeric_dates)
    for said in facts.meta(*_UPDATED):
        day = metadata_date(said.value, numeric_dates)
        if day:
            yield DateSaid(day, said.block, Trust.SAID)
